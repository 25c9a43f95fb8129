"""How the control API refuses: one sentence, and never a traceback."""

from __future__ import annotations


class ControlRefusal(Exception):
    """A wrong request of a test or the page; answered as {"error": sentence}."""

    def __init__(self, sentence: str, status: int = 400) -> None:
        self.sentence = sentence
        self.status = status
        super().__init__(sentence)
