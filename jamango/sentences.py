"""What ends a command, as one sentence: foreseen or not, an operator never meets a traceback."""

from __future__ import annotations

import os
import sys
import tempfile
import traceback
from collections.abc import Iterator
from contextlib import contextmanager

from pydantic import ValidationError
from sqlalchemy.exc import DBAPIError, OperationalError

from core.errors import Fault, Refusal


@contextmanager
def sentences_for_errors() -> Iterator[None]:
    """Run a command; an error ends the process with exit code 1 and its sentence on standard error."""
    try:
        yield
    except KeyboardInterrupt:
        sys.exit(130)
    except Exception as error:
        sys.exit(_sentences(error))
    finally:
        _write_the_rest()


def _sentences(error: Exception) -> str:
    if isinstance(error, ValidationError) and error.title == "Settings":
        from jamango.configuration import settings_problems  # noqa: PLC0415 - `--help` needs no database

        return "\n".join(f"✗ {sentence}" for sentence in settings_problems(error))
    return f"✗ {' '.join(_sentence(error).split())}"  # what a library says may have many lines


def _sentence(error: Exception) -> str:
    match error:
        case Fault():
            said = error.sentence
        case Refusal():
            values = ", ".join(f"{name.replace('_', ' ')} {value}" for name, value in error.values.items())
            said = f"Refused: {error.code.replace('-', ' ')}{f' ({values})' if values else ''}."
        case OperationalError():
            said = f"The database does not answer: {_first_line(error.orig)}."
        case DBAPIError():
            said = f"The database refuses: {_first_line(error.orig)}. {_keep(error)}"
        case OSError():
            said = f"{error.filename or 'This machine'} refuses: {error.strerror or type(error).__name__}."
        case _:
            said = f"That was not foreseen: {type(error).__name__} ({_first_line(error)}). {_keep(error)}"
    return said


def _first_line(error: object) -> str:
    return (str(error).strip().splitlines() or ["it says nothing"])[0].rstrip(".")


def _keep(error: Exception) -> str:
    """Write down where it happened, for whoever mends it."""
    try:
        with tempfile.NamedTemporaryFile("w", prefix="jamango-error-", suffix=".txt", delete=False) as file:
            file.write("".join(traceback.format_exception(error)))
    except OSError:
        return "Nothing was kept of where it happened, because the temporary folder is full."
    return f"Where it happened is in {file.name}: whoever mends Jamango needs that file."


def _write_the_rest() -> None:
    """Flush what was said. A reader that went away is no trouble; a full disk is said, once, and by us."""
    try:
        sys.stdout.flush()
    except OSError as error:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # or Python itself complains at its end
        if not isinstance(error, BrokenPipeError):
            sys.exit(f"✗ What was to be said could not be written ({error.strerror}).")
