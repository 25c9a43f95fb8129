"""What a variety is called: its names in each language and the aliases that people taught us. The words are pure."""

from __future__ import annotations

from sqlmodel import Session

from core.actor import Actor
from core.audit.actions import record
from core.catalog.queries import names_of_fruit
from core.errors import Refusal
from core.query import Query, Statement
from core.reading.lexicon import Lexicon, Way, load_lexicon, split_way
from core.reading.sentence import MOST_TOKENS, Span, read_sentence
from core.staff.rules import Right, require
from core.zones.queries import list_apartments

# Words that stop, refuse or act: a name that held one would take it out of every sentence.
NEVER_IN_A_NAME = frozenset({"stop", "deny", "command", "answer", "do", "pay", "paid", "change", "optout", "complaint"})

VARIETY = Query("SELECT id FROM products WHERE slug = :slug AND active FOR UPDATE")
SLUGS = Statement("SELECT slug FROM products WHERE active ORDER BY position, id", str)
ADD = Query("UPDATE products SET aliases = array_append(aliases, CAST(:alias AS text)) WHERE id = :id")


def add_alias(session: Session, slug: str, typed: str, *, actor: Actor) -> str:
    """Let words name a variety from the next message on; returns them as kept, without what stood around them.

    A name that it has already changes nothing. Raises Refusal `variety-unknown`, `words-known`, `words-unclear`,
    `words-taken` (another variety's or an apartment's), `not-allowed`.
    """
    require(actor, Right.TEACH_ANSWERS)
    variety = VARIETY.run(session, {"slug": slug}).one_or_none()
    if variety is None:
        raise Refusal("variety-unknown", slug=slug, slugs=", ".join(SLUGS.all(session, {})))
    alias = name_in(typed, load_lexicon())
    ways = {split_way(alias), split_way(typed)}
    owners = {product_id for name, product_id in names_of_fruit(session) if split_way(name) in ways}
    homes = [name for each in list_apartments(session) for name in (*each.names.values(), *each.aliases)]
    if owners - {variety.id}:
        raise Refusal("words-taken", words=alias, by="variety")
    if any(_holds(split_way(name), way) for name in homes for way in ways):
        raise Refusal("words-taken", words=alias, by="apartment")
    if not owners:
        ADD.run(session, {"id": variety.id, "alias": alias})
        record(session, actor=actor, action="alias-added", subject=f"product:{variety.id}", alias=alias)
    return alias


def name_in(typed: str, lexicon: Lexicon) -> str:
    """The words of a line that could be a name: those that nobody knows, without an amount or a wish around them.

    `2 dozen hafoos bhejo bhaiya` → `hafoos`. Raises Refusal `words-known` when every word means something already, or
    one between them acts or refuses; `words-unclear` when they are too many or hold a number.
    """
    spans = list(read_sentence(typed, lexicon).spans)
    inner = _without_ends(spans)
    words = " ".join(span.words for span in inner)
    if not inner or any(span.means(NEVER_IN_A_NAME) for span in inner):
        meaning = " ".join(min(span.meanings) for span in inner or spans if span.meanings)
        raise Refusal("words-known", words=words or " ".join(span.words for span in spans), meaning=meaning)
    if len(split_way(words)) > MOST_TOKENS or not all(any(map(str.isalpha, span.words)) for span in inner):
        raise Refusal("words-unclear", words=words)
    return words


def _holds(way: Way, part: Way) -> bool:
    """Whether some words stand in others, one behind the other."""
    return any(way[place : place + len(part)] == part for place in range(len(way) - len(part) + 1))


def _without_ends(spans: list[Span]) -> list[Span]:
    """From the first to the last span that nobody knows."""
    unknown = [place for place, span in enumerate(spans) if not span.meanings]
    return spans[unknown[0] : unknown[-1] + 1] if unknown else []
