"""Lengths count code points, whatever the script; and nothing a shop may send makes the pretend Meta stumble."""

import copy
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from tests.simulator.conftest import Outside
from tests.simulator.examples import buttons, footer, header, link_button, listing, reply, row, section, text
from tests.simulator.test_limits import TAKEN

LETTERS = some.sampled_from("aZ9 é₹हापुसम्बई\u200d\U0001f96d👩🏽ﷺ")
FIELDS: dict[str, tuple[int, Any]] = {
    "body": (1024, lambda words: buttons(reply(), body=words)),
    "button title": (20, lambda words: buttons(reply(title=words))),
    "row title": (24, lambda words: listing(section(row(title=words)))),
    "row description": (72, lambda words: listing(section(row(description=words)))),
    "section title": (24, lambda words: listing(section(row(), title=words))),
    "list label": (20, lambda words: listing(section(row()), button=words)),
    "link label": (20, link_button),
    "header": (60, lambda words: buttons(reply(), **header("text", words))),
    "footer": (60, lambda words: buttons(reply(), **footer(words))),
    "text": (4096, text),
}
ANYTHING = some.recursive(
    some.none()
    | some.booleans()
    | some.integers()
    | some.floats(allow_nan=False, allow_infinity=False)
    | some.text(max_size=5),
    lambda inner: some.lists(inner, max_size=3) | some.dictionaries(some.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)


@pytest.mark.parametrize("name", FIELDS)
@given(data=some.data())
@settings(max_examples=25)
def test_a_text_is_taken_up_to_its_limit_in_code_points(outside_of_module: Outside, name: str, data: Any) -> None:
    longest, make = FIELDS[name]
    length = data.draw(some.integers(max(1, longest - 3), longest + 3))
    piece = data.draw(some.lists(LETTERS, min_size=1, max_size=20).map("".join))
    words = (piece * (length // len(piece) + 1))[:length]
    answer = outside_of_module.post(make(words))
    assert (answer.status_code == 200) == (length <= longest), answer.json()


@given(kind=some.sampled_from(["button", "list", "cta_url", "carousel", "flow", "product_list"]), data=some.data())
@settings(max_examples=150)
def test_nonsense_is_refused_and_never_a_fault(outside_of_module: Outside, kind: str, data: Any) -> None:
    good = {"button": buttons(reply()), "list": listing(section(row())), "cta_url": link_button()}.get(kind)
    spoiled: dict[str, Any] = dict(good["interactive"]) if good else {"type": kind, "body": {"text": "a"}}
    part = data.draw(some.sampled_from(["action", "body", "header", "footer"]))
    inner = data.draw(some.sampled_from(["buttons", "sections", "parameters", "cards", "name", "text", "type"]))
    spoiled[part] = data.draw(ANYTHING | some.builds(lambda value: {inner: value}, ANYTHING))
    answer = outside_of_module.post({"type": "interactive", "interactive": spoiled})
    assert answer.status_code in {200, 400}


@some.composite
def spoiled_messages(draw: Any) -> dict[str, Any]:
    """A good message with anything at all in one place."""
    message: dict[str, Any] = copy.deepcopy(TAKEN[draw(some.sampled_from(sorted(TAKEN)))])
    holder: Any = message
    while True:
        key = draw(some.sampled_from(sorted(holder) if isinstance(holder, dict) else range(len(holder))))
        inner = holder[key]
        if not isinstance(inner, dict | list) or not inner or draw(some.booleans()):
            break
        holder = inner
    holder[key] = draw(ANYTHING)
    return message


@given(message=spoiled_messages())
@settings(max_examples=400)
def test_a_good_message_spoiled_in_one_place_gets_an_answer(outside_of_module: Outside, message: Any) -> None:
    assert outside_of_module.post(message).status_code in {200, 400, 404}


@given(message=some.dictionaries(some.sampled_from(["type", "to", "text", "context", "status", "template"]), ANYTHING))
@settings(max_examples=150)
def test_a_message_of_any_shape_gets_an_answer(outside_of_module: Outside, message: dict[str, Any]) -> None:
    assert outside_of_module.post(message, to=None).status_code in {200, 400, 404}
