"""What the reader missed, taught in one step: a name of a variety, or a way to ask for one of the shop's answers."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field
from sqlmodel import Session
from starlette.exceptions import HTTPException
from starlette.responses import Response

from admin_web.area import OFFICE
from admin_web.guard import may
from admin_web.lists import Column, Row
from admin_web.member import Member
from admin_web.sheets import Ask, Deed, Link, Part, ask, say_moment, sheet
from core.answers.actions import remove_answer, set_answer, unteach_way
from core.answers.learning import learn_question, learn_variety
from core.answers.queries import Written, answers_for, list_answers
from core.catalog.queries import list_products
from core.db import transaction
from core.errors import Refusal
from core.misses.queries import most_missed
from core.staff.rules import Right
from core.wording import languages, pick
from pages.door import Visiting, new_door
from pages.fields import Line, Paragraph
from pages.forms import Filled, Form
from pages.visit import Visit

router = new_door(OFFICE)

HERE = "/admin/answers"
MOST = 50
VARIETY, ANSWER = "variety", "answer"
Teacher = Annotated[Member, may(Right.TEACH_ANSWERS)]


class Lesson(Form):
    """Words, and what they mean: `variety:<slug>` or `answer:<key>`."""

    words: Annotated[Line, Field(max_length=200)]
    means: Annotated[Line, Field(pattern=r"^(variety|answer):[a-z0-9-]{1,60}$")]

    beside: ClassVar = {
        "words-known": "words",
        "words-taken": "words",
        "words-unclear": "words",
        "variety-unknown": "means",
        "answer-unknown": "means",
    }


class Answer(Form):
    """What is said when somebody asks, in each language; an empty one says nothing in it."""

    key: Annotated[Line, Field(max_length=40)]
    text_en: Paragraph = ""
    text_hi: Paragraph = ""
    text_latn: Paragraph = ""

    beside: ClassVar = {"answer-key-unclear": "key", "answer-empty": "text_en", "answer-too-long": "text_en"}

    def texts(self) -> dict[str, str]:
        return {"en": self.text_en, "hi": self.text_hi, "hi-Latn": self.text_latn}


@router.get(HERE)
def answers(visit: Visiting, member: Teacher) -> Response:
    """What came most and was not understood, and what the shop answers."""
    with transaction() as session:
        missed, written = most_missed(session, visit.moment, limit=MOST), list_answers(session)
    miss_columns = [
        Column(visit.t("miss-words")),
        Column(visit.t("miss-times"), "count"),
        Column(visit.t("miss-people"), "count"),
        Column(visit.t("miss-last")),
    ]
    misses = [
        Row(
            place, f"{HERE}/teach?miss={place}", [each.sample, each.times, each.people, say_moment(visit, each.last_at)]
        )
        for place, each in enumerate(missed)
    ]
    columns = [Column(visit.t("answer-key")), Column(visit.t("answer-text")), Column(visit.t("answer-ways"))]
    rows = [
        Row(place, f"{HERE}/{each.key}", [each.key, _first(visit, each), ", ".join(each.ways) or "–"])
        for place, each in enumerate(written)
    ]
    new = Link(visit.t("answer-new-title"), f"{HERE}/new", "main", "plus")
    parts = [
        Part(visit.t("miss-title"), visit.t("miss-none"), miss_columns, misses),
        Part(visit.t("answer-all"), visit.t("answer-none"), columns, rows, [] if rows else [new]),
    ]
    return sheet(
        visit,
        visit.t("office-menu-answers"),
        parts,
        lead=visit.t("answer-lead"),
        links=[new, Link(visit.t("teach-title"), f"{HERE}/teach")],
    )


def _first(visit: Visit, each: Written) -> str:
    text = each.texts.get(visit.language) or next(iter(each.texts.values()), "–")
    return text if len(text) < MOST * 2 else f"{text[: MOST * 2]}…"


@router.get(f"{HERE}/teach")
def teach(visit: Visiting, member: Teacher) -> Response:
    """The form, with the words of a miss when one was chosen."""
    place = visit.request.query_params.get("miss", "")
    with transaction() as session:
        missed = most_missed(session, visit.moment, limit=MOST)
    words = missed[int(place)].sample if place.isascii() and place.isdecimal() and int(place[:4]) < len(missed) else ""
    return show_teach(visit, visit.empty_form(words=words))


@router.post(f"{HERE}/teach")
def learn(visit: Visiting, member: Teacher) -> Response:
    """From the next message on; the misses that say the same are forgotten."""

    def deed(visit: Visit, session: Session, form: Lesson) -> str:
        kind, _, name = form.means.partition(":")
        if kind == VARIETY:
            learn_variety(session, form.words, name, actor=visit.actor())
        else:
            learn_question(session, form.words, name, actor=visit.actor(), now=visit.now(session))
        visit.tell_next("learnt")
        return HERE

    return visit.apply(Lesson, deed, show_teach)


def show_teach(visit: Visit, form: Filled) -> Response:
    with transaction() as session:
        fruits = [
            (f"{VARIETY}:{each.slug}", visit.t("teach-variety", name=pick(each.names, visit.language)))
            for each in list_products(session)
            if each.active
        ]
        asked = [(f"{ANSWER}:{each.key}", visit.t("teach-answer", key=each.key)) for each in list_answers(session)]
    asks = [Ask("words"), Ask("means", "select", [*fruits, *asked])]
    return ask(visit, form, "teach", f"{HERE}/teach", asks, back=HERE, lead=visit.t("teach-lead"))


@router.get(f"{HERE}/new")
def new(visit: Visiting, member: Teacher) -> Response:
    """The form."""
    return show_form(visit, visit.empty_form(), f"{HERE}/new", visit.t("answer-new-title"))


@router.post(f"{HERE}/new")
def write(visit: Visiting, member: Teacher) -> Response:
    """Say this from the next message on."""
    return visit.apply(
        Answer, _write_new, lambda visit, form: show_form(visit, form, f"{HERE}/new", visit.t("answer-new-title"))
    )


def _write_new(visit: Visit, session: Session, form: Answer) -> str:
    """Nobody replaces an answer whose texts they have not seen."""
    if answers_for(session, [form.key]):
        raise Refusal("answer-there", key=form.key)
    return _write(visit, session, form)


def _write(visit: Visit, session: Session, form: Answer) -> str:
    """What was emptied is not said any more; one text at least must be left."""
    texts = {language: text for language, text in form.texts().items() if text}
    kept = form.key
    for language, text in texts.items() or (("en", ""),):
        kept = set_answer(session, form.key, language, text, actor=visit.actor(), now=visit.now(session))
    before = answers_for(session, [kept])[kept].texts
    for language in before.keys() - texts.keys():
        remove_answer(session, kept, language, actor=visit.actor(), now=visit.now(session))
    visit.tell_next("saved")
    return f"{HERE}/{kept}"


def show_form(visit: Visit, form: Filled, action: str, title: str) -> Response:
    asks = [
        Ask("key"),
        *(Ask(f"text_{language.split('-')[-1].lower()}", "lines", optional=True) for language in languages()),
    ]
    return ask(visit, form, "answer", action, asks, back=HERE, title=title)


@router.get(f"{HERE}/{{key}}")
def answer(visit: Visiting, member: Teacher, key: str) -> Response:
    """One answer: what it says, and which words ask for it."""
    return show(visit, visit.empty_form(), key)


def show(visit: Visit, form: Filled, key: str) -> Response:
    each = _find(key)
    parts = [Part(language, text) for language, text in sorted(each.texts.items())]
    ways = [Row(place, f"{HERE}/{key}/ways/{place}", [way]) for place, way in enumerate(each.ways)]
    teach_it = Link(visit.t("teach-title"), f"{HERE}/teach")
    parts.append(
        Part(visit.t("answer-ways"), visit.t("answer-no-ways"), [Column(visit.t("miss-words"))], ways, [teach_it])
    )
    parts.append(
        Part("", visit.t("answer-remove-text"), deeds=[Deed(visit.t("answer-remove"), f"{HERE}/{key}/remove", "alarm")])
    )
    links = [Link(visit.t("answer-edit"), f"{HERE}/{key}/edit", "main"), Link(visit.t("office-back"), HERE)]
    return sheet(visit, each.key, parts, links=links, form=form)


@router.get(f"{HERE}/{{key}}/edit")
def edit(visit: Visiting, member: Teacher, key: str) -> Response:
    """The form, with what is there."""
    each = _find(key)
    form = visit.empty_form(
        key=each.key,
        text_en=each.texts.get("en", ""),
        text_hi=each.texts.get("hi", ""),
        text_latn=each.texts.get("hi-Latn", ""),
    )
    return show_form(visit, form, f"{HERE}/{key}/edit", each.key)


@router.post(f"{HERE}/{{key}}/edit")
def rewrite(visit: Visiting, member: Teacher, key: str) -> Response:
    """Say it otherwise."""
    return visit.apply(Answer, _write, lambda visit, form: show_form(visit, form, f"{HERE}/{key}/edit", key[:40]))


@router.post(f"{HERE}/{{key}}/remove")
def remove(visit: Visiting, member: Teacher, key: str) -> Response:
    """Take it away, with the words that were taught."""

    def deed(visit: Visit, session: Session, _: Form) -> str:
        remove_answer(session, key, None, actor=visit.actor(), now=visit.now(session))
        visit.tell_next("saved")
        return HERE

    return visit.apply(Form, deed, lambda visit, form: show(visit, form, key))


@router.get(f"{HERE}/{{key}}/ways/{{place}}")
def way(visit: Visiting, member: Teacher, key: str, place: int) -> Response:
    """Words that ask for it, and the way to take them back."""
    return show_way(visit, visit.empty_form(), key, place)


@router.post(f"{HERE}/{{key}}/ways/{{place}}")
def forget_way(visit: Visiting, member: Teacher, key: str, place: int) -> Response:
    """They no longer ask for it."""

    def deed(visit: Visit, session: Session, _: Form) -> str:
        unteach_way(session, key, _way_at(key, place), actor=visit.actor(), now=visit.now(session))
        visit.tell_next("saved")
        return f"{HERE}/{key}"

    return visit.apply(Form, deed, lambda visit, form: show_way(visit, form, key, place))


def show_way(visit: Visit, form: Filled, key: str, place: int) -> Response:
    words, path = _way_at(key, place), f"{HERE}/{key}"
    part = Part(
        "",
        visit.t("answer-way-asks", words=words, key=key),
        links=[Link(visit.t("office-back"), path)],
        deeds=[Deed(visit.t("alias-remove"), f"{path}/ways/{place}", "alarm")],
    )
    return sheet(visit, words, [part], form=form)


def _way_at(key: str, place: int) -> str:
    ways = _find(key).ways
    if not 0 <= place < len(ways):
        raise HTTPException(404)
    return ways[place]


def _find(key: str) -> Written:
    with transaction() as session:
        found = answers_for(session, [key[:60]]).get(key)
    if found is None:
        raise HTTPException(404)
    return found
