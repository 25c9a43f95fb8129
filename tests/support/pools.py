"""The pool of one test, kept for the next one on the same database.

A session that has run our statements knows them: the next test spares itself the start of ten sessions, and PostgreSQL
reading its catalogue and planning anew in each.
"""

from contextlib import ExitStack

from sqlalchemy import Engine
from sqlalchemy.exc import DBAPIError

from core import db

AT_MOST = 14  # a world uses about ten; more stay open only in a test of many at once


def sessions_kept(name: str) -> list[int]:
    """The process ids of the sessions that idle in the pool of this database, which is kept when nobody uses it.

    Every other engine is forgotten, and this one too when somebody of the test before has not given a session back.
    """
    found = next((url for url, engine in db._engines.items() if engine.url.database == name), "")
    engine = db._engines.pop(found, None)
    db.forget_engines(close=True)
    if engine is None:
        return []
    kept = _idle(engine)
    if kept:
        db._engines[found] = engine
    else:
        engine.dispose()
    return kept


def _idle(engine: Engine) -> list[int]:
    pool = engine.pool
    idle = pool.checkedin()  # type: ignore[attr-defined]
    if pool.checkedout() or not 0 < idle <= AT_MOST:  # type: ignore[attr-defined]
        return []
    try:
        with ExitStack() as held:
            sessions = [held.enter_context(engine.connect()) for _ in range(idle)]
            return [session.connection.dbapi_connection.info.backend_pid for session in sessions]  # type: ignore[union-attr]
    except DBAPIError:
        return []
