"""What a process says while it works: readable in development, JSON in production, phone numbers always masked."""

from __future__ import annotations

import logging
import re
import sys
from collections.abc import MutableMapping
from typing import Any, TextIO

import structlog

# Ten to fifteen digits standing alone, as wa_ids and typed numbers do.
PHONE = re.compile(r"(?<![\w-])(\+?)(\d{2})\d{4,9}(\d{4})(?![\w-])")
# What PostgreSQL adds to an error: whole rows, with people's words in them.
DETAIL = re.compile(
    r"^DETAIL:.*?(?=^(?:HINT|CONTEXT|QUERY|LINE \d+|\[SQL|Traceback|The above)\b|^$|\Z)", re.MULTILINE | re.DOTALL
)
# What could forge a line or turn a terminal upside down, except the line breaks of a traceback.
CONTROLS = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")
# They say each step of what is normal.
QUIET = (
    "httpx",
    "httpcore",
    "uvicorn",
    "alembic",
    "transitions",
    "celery.beat",
    "celery.worker.strategy",
    "celery.app.trace",
)
MANY_LINES = {"exception", "stack"}
Values = MutableMapping[str, Any]


class Lines(logging.StreamHandler[TextIO]):
    """Standard output, of which a full disk or a reader that went away takes lines and not the shop."""

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 - the library's name
        if not isinstance(sys.exc_info()[1], OSError):
            super().handleError(record)


def configure_logs(*, as_json: bool) -> None:
    """Send structlog's and the standard library's lines to standard output in one form."""
    timestamp = structlog.processors.TimeStamper(fmt="iso" if as_json else "%H:%M:%S", utc=as_json)
    shared: list[structlog.typing.Processor] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.stdlib.add_logger_name,
        structlog.stdlib.PositionalArgumentsFormatter(),
        timestamp,
    ]
    structlog.configure(
        processors=[*shared, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=True,
    )
    handler = Lines(sys.stdout)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=shared,
            processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, *_last_steps(as_json=as_json)],
        )
    )
    logging.basicConfig(handlers=[handler], level=logging.INFO, force=True)
    logging.captureWarnings(capture=True)
    for name in QUIET:
        logging.getLogger(name).setLevel(logging.WARNING)


def _last_steps(*, as_json: bool) -> list[structlog.typing.Processor]:
    plain = structlog.dev.ConsoleRenderer(colors=sys.stdout.isatty(), exception_formatter=structlog.dev.plain_traceback)
    last = structlog.processors.JSONRenderer(ensure_ascii=False) if as_json else plain
    return [structlog.processors.format_exc_info, mask_phones, last]


def mask_phones(logger: Any, method: str, values: Values) -> Values:
    """Make a line fit to be kept: phone numbers as +91******3210, no details of rows, nothing that forges a line."""
    del logger, method
    for key, value in values.items():
        values[key] = _masked(value)
        if key not in MANY_LINES and isinstance(values[key], str):
            values[key] = values[key].replace("\n", "\\n")
    return values


def _masked(value: Any) -> Any:
    if isinstance(value, str):
        shown = DETAIL.sub("DETAIL: (not shown)\n", value)
        return PHONE.sub(r"\1\2******\3", CONTROLS.sub(lambda found: ascii(found[0])[1:-1], shown))
    if isinstance(value, dict):
        return {key: _masked(each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [_masked(each) for each in value]
    return value
