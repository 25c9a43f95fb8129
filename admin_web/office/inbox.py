"""What customers write: who waits longest, a conversation with its files, answers, and the way back to the bot."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Annotated, ClassVar, Literal, NamedTuple

from pydantic import Field
from sqlmodel import Session
from starlette.exceptions import HTTPException
from starlette.responses import Response

from admin_web.area import OFFICE
from admin_web.guard import may
from admin_web.lists import Column, Row, pills_of
from admin_web.member import Member
from admin_web.sheets import Link, Part, say_moment, say_moment_within, sheet
from bot.staff_words import word_answer
from bot.transcript import Said, read_latest
from core.answers.queries import list_answers
from core.answers.rules import pick_text
from core.db import transaction
from core.errors import Refusal
from core.handover import answer_customer, ask_to_write, end_handover, take_over
from core.media.attachments import attachments_of
from core.media.lifecycle import AttachmentStatus
from core.media.links import attachment_path
from core.media.tables import Attachment
from core.reading.phones import show_phone
from core.staff.rules import Right
from core.views.conversations import Conversation, conversations, find_conversation, waiting_longest
from pages.door import Visiting, new_door
from pages.fields import Id, Paragraph
from pages.filters import Filters
from pages.forms import Filled, Form
from pages.paging import SIZE, Cursor, PageOf
from pages.visit import Visit

router = new_door(OFFICE)

HERE = "/admin/inbox"
MOST_SAID = 120
Reader = Annotated[Member, may(Right.SEE_CHATS)]
Answerer = Annotated[Member, may(Right.ANSWER_CHATS)]


class Shown(Filters):
    """Who waits, with whom the bot is silent, or everybody."""

    who: Literal["", "waiting", "parked"] = ""


class Reply(Form):
    """Words of ours, or one of the shop's answers by its key."""

    words: Paragraph = ""
    quick: Annotated[str, Field(max_length=40)] = ""

    beside: ClassVar = {"answer-empty": "words", "window-over": "words"}


class Bubble(NamedTuple):
    """One thing that was said, as the page shows it; `files` are (kind, address) each."""

    at: str
    from_them: bool
    words: Sequence[str]
    mark: str
    files: Sequence[tuple[str, str]]


@router.get(HERE)
def inbox(visit: Visiting, member: Reader) -> Response:
    """Who waits longest first, then by what was written last."""
    shown = Shown.read(visit.request.query_params)
    cursor = Cursor.read(visit.request.query_params.get("after", ""))
    with transaction() as session:
        waiting = [] if shown.odd or cursor or shown.who == "parked" else waiting_longest(session, limit=SIZE)
        before = (cursor.at, cursor.id) if cursor else None
        others = (
            []
            if shown.odd or shown.who == "waiting"
            else conversations(session, visit.moment, silent=shown.who == "parked", before=before, limit=SIZE + 1)
        )
    page = PageOf.of(others, lambda each: Cursor(each.last_at, each.chat_id))
    columns = [Column(visit.t(f"inbox-{name}")) for name in ("name", "phone", "last")]
    columns.append(Column(visit.t("stock-state"), "pill"))
    parts = [Part(visit.t("inbox-waiting"), visit.t("inbox-nobody"), columns, [_row(visit, each) for each in waiting])]
    parts = [] if cursor or shown.who == "parked" else parts
    if shown.who != "waiting":
        title = visit.t("inbox-parked" if shown.who else "inbox-all")
        parts.append(Part(title, visit.t("inbox-none"), columns, [_row(visit, each) for each in page.rows]))
    links = [Link(visit.t(f"inbox-{who}"), shown.query(who=who)) for who in ("waiting", "parked") if who != shown.who]
    pills = pills_of(visit, shown, lambda _, who: visit.t(f"inbox-{who}"))
    return sheet(
        visit,
        visit.t("office-menu-inbox"),
        parts,
        lead=visit.t("inbox-lead"),
        links=links,
        live="chat",
        pills=pills,
        older=shown.query(after=str(page.older)) if page.older else "",
        first=shown.query() if cursor else "",
    )


def _row(visit: Visit, each: Conversation) -> Row:
    return Row(
        each.chat_id,
        f"{HERE}/{each.chat_id}",
        [
            each.name or visit.t("inbox-nameless"),
            show_phone(each.phone) if each.phone else "–",
            say_moment(visit, each.last_at),
            _state(visit, each),
        ],
    )


def _state(visit: Visit, each: Conversation) -> tuple[str, str]:
    if each.waits_since is not None:
        return visit.t("inbox-since", since=say_moment_within(visit, each.waits_since)), "problem"
    if each.parked_until is not None and each.parked_until > visit.moment:
        return visit.t("inbox-silent"), "wait"
    return visit.t("inbox-bot"), "plain"


@router.get(f"{HERE}/{{chat_id}}")
def chat(visit: Visiting, member: Reader, chat_id: Id) -> Response:
    """The conversation, and the answer."""
    return show(visit, visit.empty_form(), chat_id)


def show(visit: Visit, form: Filled, chat_id: int) -> Response:
    with transaction() as session:
        each = _find(session, chat_id)
        said = read_latest(session, chat_id, MOST_SAID)
        files = attachments_of(session, chat_id)
        quick = [(written.key, pick_text(written.texts, [each.language]) or "") for written in list_answers(session)]
    lines = [_line(visit, one, files.get(one.message_id, ())) for one in said]
    is_silent = each.parked_until is not None and each.parked_until > visit.moment
    return visit.page(
        "office/chat.html",
        fragments=("said",),
        each=each,
        lines=lines,
        form=form,
        quick=quick,
        path=f"{HERE}/{chat_id}",
        is_open=each.is_open(visit.moment),
        is_silent=is_silent,
        state=_state(visit, each),
    )


def _line(visit: Visit, said: Said, files: Sequence[Attachment]) -> Bubble:
    secret = visit.settings.secret_key.get_secret_value()
    shown = [
        (file.kind, attachment_path(file.id, visit.moment, secret))
        for file in files
        if file.status is AttachmentStatus.KEPT
    ]
    return Bubble(say_moment(visit, said.at), said.from_them, said.lines, said.mark, shown)


@router.post(f"{HERE}/{{chat_id}}/answer")
def answer(visit: Visiting, member: Answerer, chat_id: Id) -> Response:
    """Send it in the shop's name; the bot stays silent there until the chat is handed back."""

    def deed(visit: Visit, session: Session, form: Reply) -> str:
        each = _find(session, chat_id)
        words = form.words or _quick(session, form.quick, each.language)
        if not words:
            raise Refusal("answer-empty")
        now = visit.now(session)
        if not each.is_open(now):
            raise Refusal("window-over")
        answer_customer(session, visit.actor(), chat_id, word_answer(each.language, member.name, words), now)
        visit.tell_next("sent")
        return f"{HERE}/{chat_id}"

    return visit.apply(Reply, deed, lambda visit, form: show(visit, form, chat_id))


def _quick(session: Session, key: str, language: str) -> str:
    texts = next((each.texts for each in list_answers(session) if each.key == key), {})
    return pick_text(texts, [language]) or ""


@router.post(f"{HERE}/{{chat_id}}/template")
def ask_back(visit: Visiting, member: Answerer, chat_id: Id) -> Response:
    """Ask them to write again: all that Meta takes a day after they wrote last."""
    return _do(visit, chat_id, "sent", lambda session, now: ask_to_write(session, visit.actor(), chat_id, now))


@router.post(f"{HERE}/{{chat_id}}/take-over")
def take(visit: Visiting, member: Answerer, chat_id: Id) -> Response:
    """A person speaks here from now on; the bot is silent."""
    return _do(visit, chat_id, "saved", lambda session, now: take_over(session, visit.actor(), chat_id, now))


@router.post(f"{HERE}/{{chat_id}}/hand-back")
def hand_back(visit: Visiting, member: Answerer, chat_id: Id) -> Response:
    """The bot speaks again, and nobody waits."""
    return _do(visit, chat_id, "saved", lambda session, now: end_handover(session, visit.actor(), chat_id, now))


def _do(visit: Visit, chat_id: int, told: str, verb: Callable[[Session, datetime], object]) -> Response:
    def deed(visit: Visit, session: Session, _: Form) -> str:
        _find(session, chat_id)
        verb(session, visit.now(session))
        visit.tell_next(told)
        return f"{HERE}/{chat_id}"

    return visit.apply(Form, deed, lambda visit, form: show(visit, form, chat_id))


def _find(session: Session, chat_id: int) -> Conversation:
    found = find_conversation(session, chat_id)
    if found is None:
        raise HTTPException(404)
    return found
