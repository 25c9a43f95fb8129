"""What can go wrong, in two kinds: a `Refusal` is expected and said to the person, a `Fault` is ours.

Both carry a code and values, never wording: `errors-<code>` in the wording catalogue says it in the person's language.
"""

from typing import Any


class Refusal(Exception):
    """A request that the shop's rules decline. `code` is kebab-case; `values` fill the sentence."""

    def __init__(self, code: str, **values: Any) -> None:
        super().__init__(code, values)
        self.code = code
        self.values = values


class Fault(Exception):
    """Ours is broken or missing. `sentence` tells the operator in plain English what happened and what to do."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence
