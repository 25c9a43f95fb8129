"""What a question is about, by `templates/topics/<language>.toml`: an answer of the founder's, a use of fruit, a lower
price and the words beside the sum that is offered.

They are looked for in a line that asks; by themselves they make no line a question, and no word of them ever acts.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from core.answers.rules import find_ways
from core.errors import Fault
from core.reading.lexicon import Way, split_way

FOLDER = Path(__file__).parents[2] / "templates" / "topics"
KINDS = ("topic", "use", "ripeness", "bargain", "offer")


def named_in(kind: str, words: tuple[str, ...]) -> list[str]:
    """What of a kind (`topic`, `use`, `ripeness` …) a line's tokens name, in the order they stand, each once."""
    return find_ways(words, load_topics()[kind])


@lru_cache(maxsize=1)
def load_topics() -> Mapping[str, Mapping[Way, str]]:
    """The words of every language by kind. Raises Fault for an unknown kind, an empty way, and two meanings of one."""
    ways: dict[str, dict[Way, str]] = {kind: {} for kind in KINDS}
    for path in sorted(FOLDER.glob("*.toml")):
        for kind, names in tomllib.loads(path.read_text(encoding="utf-8")).items():
            for name, said in names.items():
                for way in map(split_way, said):
                    if kind not in ways or not way or ways[kind].setdefault(way, name) != name:
                        raise Fault(f"{path.name}: {' '.join(way)!r} ({kind}.{name}) is empty or means something else.")
    return ways
