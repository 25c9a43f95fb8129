"""What does not change a meaning: order of parts, noise, politeness, signs, case, script, doubled letters, no spaces.

And what no text does: raise, take long, or act. The hundred thousand lines of the long suite are in tests/trouble.
"""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.understanding.hostile_lines import is_harmless, lines
from tests.understanding.reading import read

FEW = settings(max_examples=40, derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow])
FRUITS = ("hapus", "kesar", "langra", "dasheri", "totapuri")
PARTS = ("2 dozen {}", "kal subah", "B-1203", "cod")
NOISE = ("bhai", "please", "ji", "bhaiya", "🙏", "😊", "plz", "zara")
IN_SCRIPT = {"hapus": "हापुस", "kesar": "केसर", "langra": "लंगड़ा", "dasheri": "दशहरी", "totapuri": "तोतापुरी"}
fruits = st.sampled_from(FRUITS)


def line_of(name: str) -> str:
    return " ".join(PARTS).format(name)


@FEW
@given(fruits, st.permutations(PARTS))
def test_the_order_of_parts(name: str, parts: list[str]) -> None:
    assert read(", ".join(parts).format(name)) == read(line_of(name))


@FEW
@given(fruits, st.lists(st.sampled_from(NOISE), max_size=4), st.integers(0, 4))
def test_noise_and_politeness(name: str, noise: list[str], place: int) -> None:
    parts = [part.format(name) for part in PARTS]
    parts[place:place] = noise
    assert read(" ".join(parts)) == read(line_of(name))


@FEW
@given(
    fruits,
    st.sampled_from([", ", " , ", "\n", " ... ", "; ", "  ", " | "]),
    st.sampled_from([str.upper, str.title, str.lower]),
)
def test_punctuation_and_case(name: str, sign: str, case: object) -> None:
    assert callable(case)
    assert read(case(sign.join(PARTS).format(name))) == read(line_of(name))


@FEW
@given(fruits, st.sampled_from(["hapus", "kal", "subah"]), st.integers(2, 4))
def test_letters_held_down(name: str, word: str, times: int) -> None:
    said = line_of(name).replace(word, word[:-1] + word[-1] * times)
    assert read(said) == read(line_of(name))


@FEW
@given(fruits)
def test_the_script(name: str) -> None:
    assert read(line_of(IN_SCRIPT[name])) == read(line_of(name))


@FEW
@given(fruits, st.sampled_from(["do", "teen", "ek"]), st.sampled_from(["kal", "parso", "sunday"]))
def test_a_run_without_spaces(name: str, count: str, day: str) -> None:
    assert read(f"{count}dozen{name}{day}") == read(f"{count} dozen {name} {day}")


def test_no_line_raises_or_acts() -> None:
    """Two thousand made lines and scraps of the corpus."""
    assert all(map(is_harmless, lines(2_000)))


@FEW
@given(st.text(max_size=400))
def test_no_text_raises_or_acts(text: str) -> None:
    assert is_harmless(text)
