"""Something between us and Meta, or in its place, answers: nothing is burnt, nothing comes three times (fault F137).

Every other answer is told apart in `test_api`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from bot.sender import Sender
from bot.whatsapp_api import WhatsAppApi
from tests.channel.test_sending import CONFIRMED
from tests.support.desk import FOUNDER, Desk
from tests.support.odd_meta import OddMeta

Stand = Callable[..., OddMeta]
UNKNOWN_OBJECT = b'{"error": {"code": 100, "error_subcode": 33, "message": "Object does not exist", "type": "x"}}'


@pytest.fixture
def stand(desk: Desk) -> Iterator[Stand]:
    """Put another server in Meta's place."""
    odd: list[OddMeta] = []
    meta = desk.sender

    def put_in_place(*answer: object) -> OddMeta:
        odd.append(OddMeta(*answer))  # type: ignore[arg-type]
        settings = desk.settings.model_copy(update={"whatsapp_api_url": odd[-1].address})
        desk.sender = Sender(settings, WhatsAppApi(settings))
        return odd[-1]

    yield put_in_place
    desk.sender.api.close()
    desk.sender = meta
    for server in odd:
        server.close()


def send_for_an_hour(desk: Desk) -> None:
    for _ in range(12):
        desk.sender._breaker._probe_at = desk.sender._breaker._paused_until = 0
        while desk.sender.send_next() and desk.sender._breaker.may_send():
            pass
        desk.advance(minutes=5)


@pytest.mark.parametrize(
    "answer",
    [
        (400, UNKNOWN_OBJECT),
        (302, b"", {"Location": "https://portal.example/"}),
        (404, b"<html>Not here</html>"),
        (200, b"<html>Welcome</html>"),
    ],
)
def test_who_is_not_meta_or_does_not_know_us_stops_the_line_and_burns_nothing(
    desk: Desk, stand: Stand, answer: tuple[object, ...]
) -> None:
    desk.meet()
    desk.meet(FOUNDER)
    meta = desk.sender
    odd = stand(*answer)
    desk.tell("order-confirmed", **CONFIRMED)
    desk.say("hello", FOUNDER)
    send_for_an_hour(desk)
    assert desk.alerts() == {"whatsapp-stopped"}
    assert desk.states() == desk.states(FOUNDER) == ["pending"]
    assert desk.rows()[0].attempts == desk.rows(FOUNDER)[0].attempts == 0
    assert odd.sends <= 2, "after the first refusal only questions are asked, which cost nothing"
    desk.sender.api.close()
    desk.sender = meta
    desk.work()
    assert (desk.states(), desk.states(FOUNDER)) == (["done"], ["done"])
    assert (len(desk.texts()), desk.texts(FOUNDER)) == (1, ["hello"])


@pytest.mark.parametrize(
    "answer",
    [
        (502, b"<html>Bad gateway</html>"),
        (200, b"no such thing", {"Content-Encoding": "gzip"}),
    ],
)
@pytest.mark.parametrize("is_alive", [True, False])
def test_after_an_end_that_nobody_can_read_it_goes_once_more_and_only_to_who_answers(
    desk: Desk, stand: Stand, answer: tuple[object, ...], is_alive: bool
) -> None:
    desk.meet()
    odd = stand(*answer)
    odd.is_alive = is_alive
    desk.tell("order-confirmed", **CONFIRMED)
    send_for_an_hour(desk)
    assert odd.sends == (2 if is_alive else 1)
    assert desk.states() == (["dead"] if is_alive else ["pending"])
    assert ("message-dead" in desk.alerts()) == is_alive


def test_an_outage_without_a_word_of_meta_loses_nothing(desk: Desk, stand: Stand) -> None:
    desk.meet()
    desk.meet(FOUNDER)
    meta = desk.sender
    stand(502, b"<html>Bad gateway</html>")
    for number in range(3):
        desk.tell("order-confirmed", **CONFIRMED)
        desk.say(f"line {number}", FOUNDER)
    send_for_an_hour(desk)
    desk.sender.api.close()
    desk.sender = meta
    desk.work()
    assert set(desk.states()) == {"done"}
    assert len(desk.texts()) == 3
    assert desk.texts(FOUNDER) == ["line 2"], "of late answers the newest"
