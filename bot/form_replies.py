"""What somebody filled into a form: `nfm_reply`, whose answer is JSON inside a text, and may be anything at all."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice

from core.outside import Fields, as_id, as_text, load

MOST_FIELDS = 40
FIELD_LONGEST = 40
ANSWER_SHOWN = 120
ADDRESS = "address_message"
TOKEN, SAVED, VALUES = "flow_token", "saved_address_id", "values"
NO_FIELDS = frozenset({TOKEN, SAVED, VALUES})


@dataclass(frozen=True, slots=True)
class FormReply:
    """`name` is Meta's word for the form (`flow`, `address_message`), `token` the one that we sent along with ours.

    `saved_id` is the saved address that was chosen. `fields` are what was filled in, words by field, without what is
    empty or no word; `typed` is the whole answer as it came, when nothing is.
    """

    name: str = ""
    token: str = ""
    saved_id: str = ""
    fields: dict[str, str] = field(default_factory=dict)
    typed: str = ""

    @property
    def is_address(self) -> bool:
        return self.name == ADDRESS

    @property
    def words(self) -> str:
        """`field: answer · …`, or the answer as it came."""
        said = [f"{name}: {answer[:ANSWER_SHOWN]}" for name, answer in self.fields.items()]
        return " · ".join(said) or self.typed


def read_form_reply(reply: Fields) -> FormReply:
    """Never raises: what is not as Meta writes it reads as absent."""
    written = as_text(reply, "response_json")
    answer = load(written.encode("utf-8", "replace"))
    fields = dict(islice(_words(answer), MOST_FIELDS))
    return FormReply(
        name=as_id(reply, "name", FIELD_LONGEST),
        token=as_id(answer, TOKEN),
        saved_id=as_id(answer, SAVED),
        fields=fields,
        typed="" if fields else written,
    )


def _words(answer: Fields, within: str | None = None) -> Iterator[tuple[str, str]]:
    """The fields that hold words or a number, one level down too; those of an address without where they stand."""
    for name, value in answer.items():
        full = as_text({name: f"{within or ''}{name}"}, name)
        if len(full) > FIELD_LONGEST or (within is None and name in NO_FIELDS and not isinstance(value, dict)):
            continue
        if isinstance(value, dict) and within is None:
            yield from _words(value, "" if name == VALUES else f"{full}.")
            continue
        words = str(value) if isinstance(value, int) and not isinstance(value, bool) else as_text(answer, name)
        if words.strip():
            yield full, words.strip()
