"""What a check says: one line, and how to mend it when it is bad."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from core.settings import Settings


@dataclass(frozen=True)
class Finding:
    """`subject` in a word or two, `sentence` what is so; `mend` what to do, empty when all is well."""

    subject: str
    sentence: str
    mend: str = ""

    @property
    def is_well(self) -> bool:
        return not self.mend

    def __str__(self) -> str:
        return f"{'✓' if self.is_well else '✗'} {self.subject}: {self.sentence}{f' {self.mend}' if self.mend else ''}"


Check = Callable[[Settings], list[Finding]]
