"""A chat can be printed, with everything that was said on both sides."""

from bot.form_replies import FormReply
from bot.inbound import Inbound, InboundKind
from bot.messages import AddressForm, Button, Buttons, FormButton, ListMessage, Row, Section
from bot.transcript import describe_inbound, describe_message, print_transcript
from core.db import transaction
from core.outbox.tables import MessageClass, OutboxKind
from tests.channel.test_sending import CONFIRMED
from tests.support.desk import CUSTOMER, Desk


def test_a_chat_reads_like_a_chat(desk: Desk) -> None:
    chat_id = desk.meet()
    rows = (Row("1", "Alphonso · Hapus", "₹1,200/dozen"), Row("2", "Kesar"))
    menu = ListMessage("Fresh mangoes today!", "See mangoes", (Section(rows),), footer="No stock, no order")
    desk.enqueue(CUSTOMER, OutboxKind.MESSAGE, {"message": menu.to_graph()}, MessageClass.REPLY)
    desk.tell("order-confirmed", **CONFIRMED)
    desk.tell("no-such-notice")
    with transaction() as session:
        session.connection().exec_driver_sql(f"UPDATE inbox SET chat_id = {chat_id}")
    desk.work()
    with transaction() as session:
        page = print_transcript(session, chat_id, desk.settings.zone)
    words = [line[7:].strip() for line in page.splitlines()]
    assert words[:6] == [
        "them       hi",
        "shop ✓✓    Fresh mangoes today!",
        "No stock, no order",
        "[See mangoes]",
        "· Alphonso · Hapus  ₹1,200/dozen",
        "· Kesar",
    ]
    assert "[My order] [See mangoes]" in words
    assert any(line.startswith("shop (dead)") for line in words)


def test_buttons_are_shown_with_their_header() -> None:
    graph = Buttons("Yes?", (Button("1", "Yes"), Button("2", "No")), header="Sure").to_graph()
    assert describe_message(graph) == ("Sure", "Yes?", "[Yes] [No]")


def test_a_tap_is_shown_by_the_buttons_words_and_never_by_its_id() -> None:
    assert describe_inbound(Inbound(InboundKind.TAP, tap_id="n:my_order:7", tap_title="My order")) == "[My order]"
    assert describe_inbound(Inbound(InboundKind.TAP, tap_id="1:go:")) == "[button]"


def test_forms_are_shown_with_what_was_filled_in() -> None:
    asks = AddressForm("Which flat?", "Type it")
    opens = FormButton("All on one page", "Open the form", "1", "ORDER", "t", {"a": "b"}, "Type it")
    assert describe_message(asks.to_graph()) == ("Which flat?", "[form]")
    assert describe_message(opens.to_graph()) == ("All on one page", "[Open the form]")
    filled = FormReply("flow", fields={"flat": "B-1203", "pay": "cash"})
    assert describe_inbound(Inbound(InboundKind.FORM, form=filled)) == "(form) flat: B-1203 · pay: cash"
