"""Filters in the URL and pages by keyset: any link is answered, none costs more than the first."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from urllib.parse import parse_qsl

from hypothesis import given
from hypothesis import strategies as some

from pages.filters import Filters
from pages.look import CRATES, Narrowed
from pages.paging import Cursor, PageOf
from pages.templates import LONGEST_WHOLE, keep_words_whole
from tests.support.visitor import Visitor

NOW = datetime(2027, 5, 2, 6, 0, tzinfo=UTC)
words = some.text(max_size=30)


@given(some.dictionaries(some.sampled_from(["variety", "least", "other"]), words))
def test_any_query_narrows_or_is_not_there(query: dict[str, str]) -> None:
    narrowed = Narrowed.read(query)
    again = Narrowed.read(dict(parse_qsl(narrowed.query()[1:])))
    assert (again, again.odd) == (narrowed, narrowed.odd)
    assert not narrowed.known().odd


def test_a_filter_is_in_the_url_and_its_pill_takes_it_out() -> None:
    narrowed = Narrowed.read({"variety": "kesar", "least": "3", "page": "2"})
    assert narrowed.query() == "?variety=kesar&least=3"
    assert narrowed.without("variety") == "?least=3"
    assert narrowed.query(after="x y") == "?variety=kesar&least=3&after=x+y"
    assert (Narrowed().query(), Filters.read({"a": "b"}).query()) == ("?", "?")


def test_what_is_not_known_narrows_to_nothing_and_stays_in_the_url() -> None:
    narrowed = Narrowed.read({"variety": "papaya", "least": "3"})
    assert (narrowed.odd, narrowed.least) == ({"variety": "papaya"}, 3)
    assert narrowed.query(after="x") == "?least=3&variety=papaya&after=x"
    assert Narrowed.read({"variety": "k" * 300}).odd == {"variety": "k" * 200}
    assert narrowed.without("variety") == "?least=3"


@given(words)
def test_a_place_that_is_none_is_the_beginning(text: str) -> None:
    cursor = Cursor.read(text)
    assert cursor is None or Cursor.read(str(cursor)) == cursor


@given(some.datetimes(timezones=some.just(UTC)), some.integers(1, 2**63 - 1))
def test_a_place_comes_back_as_it_was(at: datetime, number: int) -> None:
    assert Cursor.read(str(Cursor(at, number))) == Cursor(at, number)


def test_pages_hold_each_row_once() -> None:
    rows = [(NOW - timedelta(minutes=number // 3), number) for number in range(10, 0, -1)]
    rows.sort(reverse=True)
    seen, after = [], None
    while True:
        later = [row for row in rows if after is None or row < (after.at, after.id)]
        page = PageOf.of(later[:4], lambda row: Cursor(*row), 3)
        seen += page.rows
        if page.older is None:
            break
        after = Cursor.read(str(page.older))
    assert seen == rows


def test_the_look_pages_through_all_of_its_list(visitor: Visitor) -> None:
    sums, path = [], "/dev/look"
    for _ in range(10):
        answer = visitor.get(path, {"HX-Request": "true", "HX-Target": "crates"})
        assert "<html" not in answer.text
        assert "HX-Target" in answer.headers["vary"]
        sums += re.findall(r"₹[\d,]+", answer.text)
        older = re.search(r'href="(\?[^"]*)" rel="next"', answer.text)
        if older is None:
            break
        path = "/dev/look" + older[1].replace("&amp;", "&")
    assert len(sums) == len(set(sums)) == len(CRATES)


def test_the_whole_page_and_its_part_are_of_one_template(visitor: Visitor) -> None:
    query = "/dev/look?variety=kesar"
    part = visitor.get(query, {"HX-Request": "true", "HX-Target": "crates"}).text.strip()
    assert part in visitor.get(query).text
    assert 'aria-label="Remove the filter Kesar"' in part
    for elsewhere in (
        {"HX-Request": "true", "HX-Target": "nothing"},
        {"HX-History-Restore-Request": "true", "HX-Target": "crates"},
    ):
        assert "<html" in visitor.get(query, elsewhere).text


def test_no_line_ends_within_a_flat_and_what_is_copied_is_what_was_typed() -> None:
    shown = keep_words_whole("Palm Grove, B-1203 <G2/404> Al-Fateh")
    assert re.findall('<span class="whole">(.*?)</span>', shown) == ["B-1203", "&lt;G2/404&gt;", "Al-Fateh"]
    assert re.sub("<[^>]*>", "", shown) == "Palm Grove, B-1203 &lt;G2/404&gt; Al-Fateh"
    assert keep_words_whole("Alphonso · Hapus") == "Alphonso\xa0· Hapus"
    for words in ("Palm Grove", "no hyphen - here", "-", "", "x" * LONGEST_WHOLE + "-1"):
        assert keep_words_whole(words) == words, "what no line ends in, and what no column has room for"
