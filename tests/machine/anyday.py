"""Every rule together."""

from __future__ import annotations

from tests.machine.changing import Changing
from tests.machine.chatting import Chatting
from tests.machine.keeping import Keeping
from tests.machine.running import Running


class AnyDay(Changing, Chatting, Running, Keeping):
    """A day on which anything happens. Stories call its rules by hand, in the words of a failing example."""
