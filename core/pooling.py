"""Asking a pooled connection whether it lives: only after it has idled, because the question is a round trip."""

import time
from typing import Any

from sqlalchemy import Engine, event
from sqlalchemy.exc import InvalidatePoolError

SECONDS_TRUSTED = 1.0
USED_AT = "used_at"


def ping_the_idle(engine: Engine) -> None:
    """Test a connection that nobody has used for a second; when it is dead, all of the pool's are made anew.

    One that died within that second fails its first statement, which then clears the pool just the same.
    """

    def note_use(connection: Any, record: Any) -> None:
        del connection
        record.info[USED_AT] = time.monotonic()

    def ping(connection: Any, record: Any, proxy: Any) -> None:
        del proxy
        if time.monotonic() - record.info.get(USED_AT, 0.0) < SECONDS_TRUSTED:
            return
        try:
            engine.dialect.do_ping(connection)
        except engine.dialect.loaded_dbapi.Error as error:
            raise InvalidatePoolError from error

    event.listen(engine, "checkin", note_use)
    event.listen(engine, "connect", note_use)
    event.listen(engine, "checkout", ping)
