"""What our constructors take, Meta takes; what Meta refuses, they refuse; and `fit` always fits."""

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from wcwidth import iter_graphemes

from bot import limits
from bot.fitting import ELLIPSIS, fit, fit_body, plain
from bot.messages import (
    Button,
    Buttons,
    ContactRequest,
    Image,
    LinkButton,
    ListMessage,
    LocationMessage,
    LocationRequest,
    MessageRefused,
    OutgoingMessage,
    Picture,
    Row,
    Section,
    TemplateMessage,
    Text,
)
from simulator.configuration import Configuration
from simulator.meta.errors import MetaRefusal
from simulator.meta.limits import CHECKS
from simulator.world import World

PHOTO = Picture(link="https://shop.example/alphonso.jpg")
FAMILY = "👩‍👩‍👧‍👦"
NAMES = st.text() | st.text("नमस्ते आमहापूस क्ष ी्ा", max_size=60) | st.text(f"a {FAMILY}🇮🇳🥭👍🏽\u200d\ufe0f", max_size=60)
HOSTILE = NAMES | st.text(st.characters(categories=["Cs", "Cc", "Cf", "Zs", "Zl", "Zp", "Mn", "Lo"]), max_size=40)


def refuse_as_meta(message: OutgoingMessage, world: World) -> None:
    """Raise MetaRefusal where Meta would: the simulator's own checks, which share nothing with ours."""
    graph = message.to_graph()
    CHECKS[graph["type"]](world, graph, graph["type"])


@pytest.fixture(scope="module")
def meta() -> World:
    return World(Configuration(phones=[]))


@given(HOSTILE, st.integers(1, 80))
def test_whatever_fit_returns_is_taken(text: str, limit: int) -> None:
    fitted = fit(text, limit)
    assert 1 <= len(fitted) <= limit
    limits.check_text(fitted, "a field", limit)
    body = fit_body(text, limit)
    assert len(body) <= limit
    limits.check_text(body, "a body", limit, lines=True)


@given(NAMES, st.integers(1, 40))
def test_a_cut_falls_between_graphemes(text: str, limit: int) -> None:
    fitted = fit(text, limit)
    if fitted.endswith(ELLIPSIS) and fitted != ELLIPSIS:
        whole = list(iter_graphemes(" ".join(text.split())))
        kept = list(iter_graphemes(fitted.removesuffix(ELLIPSIS)))
        assert whole[: len(kept)] == kept or not text.isprintable()


def test_a_cut_keeps_clusters_whole() -> None:
    assert fit(FAMILY * 3, 20) == FAMILY * 2 + ELLIPSIS
    assert fit("नमस्ते दुनिया", 6) == "नम" + ELLIPSIS
    assert fit("Alphonso", 8) == "Alphonso"
    assert fit(" \n\t ", 8) == ELLIPSIS


@settings(max_examples=150)
@given(st.lists(HOSTILE, min_size=12, max_size=12))
def test_every_kind_of_message_made_of_fitted_names_is_taken_by_meta(meta: World, names: list[str]) -> None:
    for message in make_all(names):
        refuse_as_meta(message, meta)


def make_all(names: list[str]) -> list[OutgoingMessage]:
    """Each kind of message with these names in every field, made to fit as flows do."""
    body, header, footer = fit_body(names[0]), fit(names[1], limits.HEADER), fit(names[2], limits.FOOTER)
    # Titles are unique within a message, so a number stands before a name that comes twice.
    titles = [fit(f"{place} {name}", limits.BUTTON_TITLE) for place, name in enumerate(names)]
    buttons = tuple(Button(f"1:pick:{place}", titles[place]) for place in range(3))
    rows = tuple(
        Row(f"1:pick:{place}", fit(name, limits.ROW_TITLE), fit(name, limits.ROW_DESCRIPTION))
        for place, name in enumerate(names[:10])
    )
    section = fit(names[3], limits.SECTION_TITLE)
    return [
        Text(fit_body(names[0], limits.TEXT)),
        Image(PHOTO, caption=body),
        Buttons(body, buttons, header=PHOTO, footer=footer),
        Buttons(body, buttons[:1], header=header),
        ListMessage(body, titles[0], (Section(rows),), header=header, footer=footer),
        ListMessage(body, titles[0], (Section(rows[:4], section), Section(rows[4:], section))),
        LinkButton(body, titles[0], "https://rzp.example/i/x", header=header, footer=footer),
        LocationRequest(body),
        ContactRequest(body),
        LocationMessage(12.97, 77.59, name=header, address=footer),
    ]


@given(HOSTILE)
def test_nothing_that_a_customer_typed_can_be_tapped_or_formats(name: str) -> None:
    shown = plain(name)
    assert not set("*_~`") & set(shown)
    assert "://" not in shown
    limits.check_text(fit(shown, 64), "a name", 64)


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("*PAY http://evil.example/x*", "∗PAY http: //evil. example/x∗"),
        ("www.evil.example", "www. evil. example"),
        ("wa.me/910000000101", "wa. me/910000000101"),
        ("_Asha_ ~R~ `x`", "ˍAshaˍ ∼R∼ ˋxˋ"),
        ("\u202eevil\u2066", "evil"),
        ("Asha\nPay here", "Asha Pay here"),
        ("upi:pay", "upi: pay"),
        ("A. R. Rahman", "A. R. Rahman"),
        ("B-1203", "B-1203"),
    ],
)
def test_what_customers_type_is_disarmed(typed: str, shown: str) -> None:
    assert plain(typed) == shown


YES = Button("1", "Yes")
ROW = Row("1", "Kesar")


@pytest.mark.parametrize(
    "make",
    [
        lambda: Text(""),
        lambda: Text(" \n"),
        lambda: Text("x" * 4097),
        lambda: Text("a\x00b"),
        lambda: Text("\ud83e"),
        lambda: Button("", "Yes"),
        lambda: Button("x" * 257, "Yes"),
        lambda: Button(" 1", "Yes"),
        lambda: Button("1", "x" * 21),
        lambda: Button("1", ""),
        lambda: Button("1", "Yes "),
        lambda: Button("1", "Yes\nno"),
        lambda: Buttons("x" * 1025, (YES,)),
        lambda: Buttons("x", ()),
        lambda: Buttons("x", tuple(Button(str(n), str(n)) for n in range(4))),
        lambda: Buttons("x", (YES, Button("1", "No"))),
        lambda: Buttons("x", (YES, Button("2", "Yes"))),
        lambda: Buttons("x", (YES,), footer=""),
        lambda: Buttons("x", (YES,), footer="x" * 61),
        lambda: Buttons("x", (YES,), header="x" * 61),
        lambda: Row("x" * 201, "Kesar"),
        lambda: Row("1", "x" * 25),
        lambda: Row("1", "x", "x" * 73),
        lambda: Row("1", "x", ""),
        lambda: Section(()),
        lambda: Section((ROW,), "x" * 25),
        lambda: ListMessage("x", "x" * 21, (Section((ROW,)),)),
        lambda: ListMessage("x", "Open", ()),
        lambda: ListMessage("x", "Open", (Section((ROW,)), Section((Row("2", "x"),)))),
        lambda: ListMessage("x", "Open", (Section((ROW,), "a"), Section((ROW,), "b"))),
        lambda: ListMessage("x", "Open", tuple(Section((Row(str(n), "x"),), "a") for n in range(11))),
        lambda: ListMessage("x" * 1025, "Open", (Section((ROW,)),)),
        lambda: LinkButton("x", "x" * 21, "https://a.example"),
        lambda: LinkButton("x", "Pay", "javascript:alert(1)"),
        lambda: LinkButton("x", "Pay", "https://a.example/a b"),
        lambda: LinkButton("x", "Pay", "https://"),
        lambda: LocationRequest("x" * 1025),
        lambda: ContactRequest(""),
        Picture,
        lambda: Picture(link="https://a.example/x.jpg", media_id="1"),
        lambda: Picture(link="file:///etc/passwd"),
        lambda: Image(PHOTO, caption=""),
        lambda: LocationMessage(91, 0),
        lambda: LocationMessage(float("nan"), 0),
        lambda: TemplateMessage("Order", "en"),
        lambda: TemplateMessage("order", "english"),
        lambda: TemplateMessage("order", "en", body={"code": "a\nb"}),
        lambda: TemplateMessage("order", "en", body={"code": "a     b"}),
        lambda: TemplateMessage("order", "en", body={"code": ""}),
        lambda: TemplateMessage("order", "en", body={"{{1}}": "a"}),
        lambda: TemplateMessage("order", "en", replies={0: ""}),
        lambda: TemplateMessage("order", "en", replies={0: "a"}, link_ends={0: "b"}),
    ],
)
def test_what_meta_refuses_cannot_be_made(make: Callable[[], Any]) -> None:
    with pytest.raises(MessageRefused):
        make()


LONGEST: list[OutgoingMessage] = [
    Text("🥭" * 4096),
    Buttons("x" * 1024, (Button("x" * 256, "य" * 20),), header="x" * 60, footer="x" * 60),
    ListMessage("x" * 1024, "x" * 20, (Section((Row("x" * 200, "x" * 24, "x" * 72),), "x" * 24),), footer="x" * 60),
    LinkButton("x" * 1024, "x" * 20, "https://a.example/" + "x" * 1900),
    Image(PHOTO, caption="x" * 1024),
]


@pytest.mark.parametrize("message", LONGEST)
def test_what_is_exactly_at_the_limit_is_taken_by_meta(meta: World, message: OutgoingMessage) -> None:
    refuse_as_meta(message, meta)


def test_the_check_itself_refuses(meta: World) -> None:
    class TooLong(Text):
        def to_graph(self) -> dict[str, Any]:
            return {"type": "text", "text": {"body": "x" * 4097}}

    with pytest.raises(MetaRefusal):
        refuse_as_meta(TooLong("x"), meta)
