"""One stream of lines from many processes: each line says whose it is."""

from __future__ import annotations

import json
import sys
import threading
from typing import IO, TextIO

NAME_WIDTH = 9
OURSELVES = "jamango"


class Output:
    """Writes lines under a name: readable in development, JSON in production. Safe to call from many threads.

    What the supervisor itself says goes to `voice` too, when that is another stream.
    """

    def __init__(self, *, as_json: bool = False, stream: TextIO | None = None, voice: TextIO | None = None) -> None:
        self._as_json = as_json
        self._stream = stream or sys.stdout
        self._voice = voice
        self._lock = threading.Lock()
        self._is_full = False

    def say(self, name: str, line: str) -> None:
        """Write one line. A reader that went away (`up | head`) and a full disk are no reasons to stop the shop."""
        words = self._in_json(name, line) if self._as_json else f"{name:<{NAME_WIDTH}}│ {line}"
        with self._lock:
            self._write(self._stream, words)
            if self._voice and name == OURSELVES:
                self._write(self._voice, line)

    def _write(self, stream: TextIO, line: str) -> None:
        try:
            stream.write(f"{line}\n")
            stream.flush()
        except BrokenPipeError:
            return
        except (OSError, ValueError) as error:
            if isinstance(error, OSError) and not self._is_full:
                self._is_full = True
                self._complain(f"Lines cannot be written ({error.strerror}); the shop goes on without them.")

    def _complain(self, sentence: str) -> None:
        try:
            sys.stderr.write(f"{sentence}\n")
            sys.stderr.flush()
        except OSError:
            return

    def copy_from(self, name: str, pipe: IO[bytes]) -> None:
        """Write every line of a child as it comes, in a thread that ends with the pipe."""
        threading.Thread(target=self._copy, args=(name, pipe), name=f"output-{name}", daemon=True).start()

    def _copy(self, name: str, pipe: IO[bytes]) -> None:
        with pipe:
            for line in pipe:
                if not line.isspace():
                    self.say(name, line.decode(errors="replace").rstrip())

    @staticmethod
    def _in_json(name: str, line: str) -> str:
        """A line that is a JSON object already gets the name; any other becomes one."""
        try:
            found = json.loads(line)
        except ValueError:
            found = None
        values = found if isinstance(found, dict) else {"event": line, "level": "info"}
        return json.dumps({"process": name, **values}, ensure_ascii=False)
