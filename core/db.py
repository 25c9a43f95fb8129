"""The database: one engine a process, and the only place that opens and commits a transaction."""

import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from typing import Any, TypeVar

import psycopg
import structlog
from prometheus_client import Counter
from sqlalchemy import Engine, create_engine
from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as PoolTimeout
from sqlmodel import Session, SQLModel

from core.changes.announcing import announce_noted
from core.driver import ALONE
from core.errors import Fault, Refusal
from core.ids import jitter
from core.pooling import ping_the_idle
from core.settings import Settings, get_settings

log = structlog.get_logger(__name__)
Result = TypeVar("Result")
Begin = Callable[..., AbstractContextManager[Session]]
Row = TypeVar("Row", bound=SQLModel)
RETRIES = Counter("jamango_transactions_retried_total", "Transactions done again, by PostgreSQL's code", ["sqlstate"])

# 40P01 deadlock, 40001 serialisation, 55P03 lock timeout: another try of the whole unit of work is the cure.
RETRYABLE = {"40P01", "40001", "55P03"}
# Another try may end otherwise: the connection, not let in, no such database, transaction, resources, operator, disk.
NOT_NOW_CLASSES = {"08", "28", "3D", "40", "53", "57", "58"}
# Read-only (disk full, a standby), sessions ended for idling or for their length, a lock that somebody else holds.
NOT_NOW = {"25006", "25P03", "25P04", "55P03", "55006"}
TRIES = 3
# A client that stalls must not keep fruit from others; all three limits are off by default in PostgreSQL.
SESSION_LIMITS = "-c lock_timeout=3s -c statement_timeout=10s -c idle_in_transaction_session_timeout=15s"

MAY_BEGIN_ANEW = "may_begin_anew"

_engines: dict[str, Engine] = {}
_making = threading.Lock()


class BeginAnew(Exception):
    """A Refusal came where no savepoint was: the unit of work is undone as a whole and done again, with savepoints."""


def make_engine(settings: Settings, *, pool_size: int = 20, name: str = "jamango") -> Engine:
    """An engine whose connections carry the shop's time limits. Raises Fault when no database is set."""
    if settings.database_url is None:
        raise Fault("JAMANGO_DATABASE_URL is not set: `jamango up` brings its own database, other commands need it.")
    engine = create_engine(
        settings.database_url,
        pool_size=pool_size,
        max_overflow=5,
        pool_timeout=3,
        pool_recycle=1800,
        pool_use_lifo=True,  # few connections that know our statements rather than many that do not
        hide_parameters=True,  # errors are logged, and the values are people's words, names and homes
        connect_args={
            "connect_timeout": 3,
            "application_name": name,
            "options": f"{SESSION_LIMITS} -c timezone=UTC",
            "keepalives_idle": 30,
            "prepare_threshold": None,  # `core.driver` does, and psycopg would forget its statements at each rollback
        },
    )
    ping_the_idle(engine)
    return engine


def get_engine() -> Engine:
    """This process's engine, made at first use (so after any fork), once however many threads begin together."""
    url = get_settings().database_url or ""
    if url not in _engines:
        with _making:
            if url not in _engines:
                _engines[url] = make_engine(get_settings())
    return _engines[url]


def forget_engines(*, close: bool) -> None:
    """Let go of every pooled connection: closed at the end of a process or test, only dropped after a fork."""
    for engine in _engines.values():
        engine.dispose(close=close)
    _engines.clear()


@contextmanager
def transaction(*, may_begin_anew: bool = False) -> Iterator[Session]:
    """One unit of work: commits at the end and says what changed, rolls back on any error.

    An edited row is written before the next statement, so that a verb that locks it anew reads the edit and not what
    was there before it. Whoever says that it `may_begin_anew` does it again without, when it raises BeginAnew.

    Called by doors, the worker and jobs only.
    """
    with Session(get_engine(), expire_on_commit=False) as session:
        session.info[MAY_BEGIN_ANEW] = may_begin_anew
        with session.begin():
            yield session
        announce_noted(session)


@contextmanager
def undone_if_refused(session: Session, *, likely: bool) -> Iterator[None]:
    """What is done here is undone by a Refusal, and the unit of work goes on.

    By a savepoint, of two round trips; where a Refusal is not `likely`, a unit of work that may begin anew does without
    (docs/decisions/0050).
    """
    if likely or not session.info.get(MAY_BEGIN_ANEW):
        with session.begin_nested():
            yield
        return
    try:
        yield
    except Refusal as refusal:
        raise BeginAnew(refusal.code) from refusal


@contextmanager
def _each_statement_alone(*, may_begin_anew: bool) -> Iterator[Session]:
    del may_begin_anew  # there is nothing to undo
    with Session(get_engine(), expire_on_commit=False) as session:
        session.info[ALONE] = True
        with session.begin():  # of the statements that are not the driver's; of its own nothing is left to commit
            yield session
        announce_noted(session)


def add_row(session: Session, row: Row) -> Row:
    """Write a new row at once, because its id is needed; edits of known rows need nothing of the kind."""
    session.add(row)
    session.flush()
    return row


def edit_row(session: Session, row: SQLModel, values: Mapping[str, Any]) -> dict[str, Any]:
    """Write these fields of a row that is locked; returns what they were before."""
    before = {name: getattr(row, name) for name in values}
    for name, value in values.items():
        if value != before[name]:
            setattr(row, name, value)
    session.flush()
    return before


def in_transaction(work: Callable[[Session], Result]) -> Result:
    """Run `work` in a transaction, again from the start, three times at most, when PostgreSQL or BeginAnew asks."""
    return _again_if_asked(work, transaction)


def in_one_statement(work: Callable[[Session], Result]) -> Result:
    """The same for work that is one statement: it commits by itself, without the round trips of BEGIN and COMMIT."""
    return _again_if_asked(work, _each_statement_alone)


def _again_if_asked(work: Callable[[Session], Result], begin: Begin) -> Result:
    for attempt in range(1, TRIES + 1):
        try:
            with begin(may_begin_anew=attempt == 1) as session:
                return work(session)
        except BeginAnew as refused:
            log.info("transaction_begun_anew", refused=str(refused))
        except DBAPIError as error:
            if attempt == TRIES or sqlstate(error) not in RETRYABLE:
                raise
            RETRIES.labels(sqlstate(error)).inc()
            log.info("transaction_retried", sqlstate=sqlstate(error), attempt=attempt)
            threading.Event().wait(jitter(0.02 * attempt))
    raise AssertionError("unreachable: the last try returns or raises")


def is_trouble_of_the_database(error: BaseException) -> bool:
    """Whether the database could not do its work just now: nothing else is to blame, and a later try may help.

    PostgreSQL's code decides, not the driver's class: what a value is too large for (54000) has the same class as a
    server that is going down. Without a code it is the connection that failed, or the driver that refused a value.
    """
    if isinstance(error, PoolTimeout):
        return True
    cause = error.orig if isinstance(error, DBAPIError) else error
    if not isinstance(cause, psycopg.Error):
        return False
    state = cause.sqlstate
    if state is None:
        return isinstance(cause, psycopg.OperationalError | psycopg.InterfaceError)
    return state[:2] in NOT_NOW_CLASSES or state in NOT_NOW


def sqlstate(error: DBAPIError) -> str:
    """PostgreSQL's five-letter code of an error, or an empty string when the connection itself failed."""
    return str(getattr(error.orig, "sqlstate", "") or "")
