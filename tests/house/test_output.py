"""Lines of many processes: whose they are, in which form, and without anybody's phone number."""

from __future__ import annotations

import io
import json

from jamango.launcher.output import Output
from jamango.logs import mask_phones


def test_a_line_says_whose_it_is() -> None:
    stream = io.StringIO()
    Output(stream=stream).say("web", "started")
    assert stream.getvalue() == "web      │ started\n"


def test_in_production_every_line_is_json() -> None:
    stream = io.StringIO()
    output = Output(as_json=True, stream=stream)
    output.say("worker", '{"event": "sent", "level": "info"}')
    output.say("postgres", 'LOG:  ready for "connections"')
    lines = [json.loads(line) for line in stream.getvalue().splitlines()]
    assert lines[0] == {"process": "worker", "event": "sent", "level": "info"}
    assert lines[1] == {"process": "postgres", "event": 'LOG:  ready for "connections"', "level": "info"}


def test_phone_numbers_lose_their_middle() -> None:
    said = {
        "event": "sent to +910000000101",
        "to": "910000000101",
        "nested": {"from": ["447700900123"]},
        "wamid": "wamid.HBgMOTEwMDAwMDAwMTAx",
        "key": "0b7f1c9e-1234567890ab",
        "amount": 123456,
    }
    assert mask_phones(None, "info", said) == {
        "event": "sent to +91******0101",
        "to": "91******0101",
        "nested": {"from": ["44******0123"]},
        "wamid": "wamid.HBgMOTEwMDAwMDAwMTAx",
        "key": "0b7f1c9e-1234567890ab",
        "amount": 123456,
    }
