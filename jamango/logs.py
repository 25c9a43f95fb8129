"""What a process says while it works: readable in development, JSON in production, phone numbers always masked."""

from __future__ import annotations

import logging
import re
import sys
from collections.abc import MutableMapping
from typing import Any

import structlog

# Ten to fifteen digits standing alone, as wa_ids and typed numbers do.
PHONE = re.compile(r"(?<![\w-])(\+?)(\d{2})\d{4,9}(\d{4})(?![\w-])")
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
Values = MutableMapping[str, Any]


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
    handler = logging.StreamHandler(sys.stdout)
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
    """Hide the middle of every phone number in the text of a line: +919876543210 becomes +91******3210."""
    del logger, method
    for key, value in values.items():
        values[key] = _masked(value)
    return values


def _masked(value: Any) -> Any:
    if isinstance(value, str):
        return PHONE.sub(r"\1\2******\3", value)
    if isinstance(value, dict):
        return {key: _masked(each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [_masked(each) for each in value]
    return value
