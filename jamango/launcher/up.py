"""`jamango up`: the services, the schema and the shop's processes as one tree, from one command."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

import httpx

from core.settings import Settings, get_settings
from jamango.apart import keep_apart, refuse_a_demo_folder
from jamango.configuration import change_settings
from jamango.launcher.folders import locked, make_data_folder
from jamango.launcher.output import OURSELVES, Output
from jamango.launcher.ports import LOOPBACK, address_of
from jamango.launcher.postgres import EmbeddedPostgres
from jamango.launcher.programs import Program
from jamango.launcher.redis import EmbeddedRedis, redis_answers
from jamango.launcher.supervisor import StopRequestedError, Supervisor


@dataclass(frozen=True)
class Running:
    """The shop once everything is ready: its settings, where to say things, how to ask for the end."""

    settings: Settings
    output: Output
    request_stop: Callable[[], None]


def announce(running: Running) -> None:
    """Say where the shop is; in a shop that nobody can sign in to yet, where the founder begins."""
    running.output.say(OURSELVES, f"Jamango is ready at {running.settings.public_url} (Ctrl-C stops it)")
    link = _first_link()
    if link:
        running.output.say(OURSELVES, f"The founder makes her sign-in at {link} (once, within a day)")


def _first_link() -> str | None:
    from core.db import forget_engines  # noqa: PLC0415 - commands load what they need, so that `--help` stays quick
    from jamango.staffing import first_link  # noqa: PLC0415 - the same

    try:
        return first_link()
    finally:
        forget_engines(close=True)


@dataclass(frozen=True)
class Plan:
    """What to run beside the services. `before` may fill the database, `when_ready` may say what to open."""

    programs: Callable[[], Iterable[Program]]
    is_demo: bool = False
    before: Callable[[Settings], None] = lambda _: None
    when_ready: Callable[[Running], None] = announce


def settings_for(*, port: int, data_dir: Path | None, host: str = LOOPBACK) -> Settings:
    """The settings with what the command line said, and a public address that fits the port unless one is set."""
    values = {} if data_dir is None else {"DATA_DIR": str(data_dir)}
    if "public_url" not in get_settings().model_fields_set:
        values["PUBLIC_URL"] = address_of(host, port)
    return change_settings(values)


def run_up(settings: Settings, plan: Plan, *, output: Output | None = None) -> None:
    """Run everything until Ctrl-C or SIGTERM. Raises Fault with a sentence when it cannot start."""
    output = output or Output(as_json=not settings.is_development)
    supervisor = Supervisor(output)
    supervisor.listen_for_signals()
    with ExitStack() as stack:
        data_folder = make_data_folder(settings.data_dir)
        stack.enter_context(locked(data_folder))
        if not plan.is_demo:
            refuse_a_demo_folder(settings, data_folder)
        stack.callback(supervisor.stop)
        try:
            settings = start_services(supervisor, settings, data_folder, output)
            keep_apart(settings, data_folder, demo=plan.is_demo)
            upgrade_schema(settings)
            plan.before(settings)
            supervisor.start(plan.programs())
            plan.when_ready(Running(settings, output, supervisor.request_stop))
            supervisor.watch()
        except StopRequestedError:
            pass
        output.say(OURSELVES, "Stopping …")
    output.say(OURSELVES, "Stopped.")


def start_services(supervisor: Supervisor, settings: Settings, data_folder: Path, output: Output) -> Settings:
    """Start the services that have no URL in the settings; returns settings in which both have one."""
    urls = {"DATA_DIR": str(data_folder)}
    programs: list[Program] = []
    postgres = EmbeddedPostgres(data_folder)
    if settings.database_url is None:
        programs.append(postgres.prepare())
        urls["DATABASE_URL"] = postgres.url
        if postgres.note:
            output.say(OURSELVES, postgres.note)
    if settings.redis_url is None:
        redis = EmbeddedRedis(data_folder)
        programs.append(redis.prepare())
        urls["REDIS_URL"] = redis.url
    elif not redis_answers(settings.redis_url):
        output.say(
            "jamango", "Redis at JAMANGO_REDIS_URL does not answer: periodic jobs wait for it, all else goes on."
        )
    supervisor.start(programs)
    if settings.database_url is None:
        postgres.make_database()
    return change_settings(urls)


def upgrade_schema(settings: Settings) -> None:
    """Bring the schema up to date. Raises Fault when it is newer than this code."""
    from core import schema  # noqa: PLC0415 - commands load what they need, so that `--help` stays quick

    schema.upgrade(settings)


def shop_programs(*, host: str, port: int) -> list[Program]:
    """The three processes of the shop, as children."""
    web = our_program("web", ["web", "--host", host, "--port", str(port)], http_answers(port, "/readyz", host))
    return [web, *(our_program(name, [name]) for name in ("worker", "jobs"))]


def our_program(name: str, arguments: list[str], is_ready: Callable[[], bool] = lambda: True) -> Program:
    """One of our own commands as a child that inherits this process's variables."""
    # -P: a folder `core` where the operator happens to stand must not become our `core`
    command = [sys.executable, "-P", "-m", "jamango", *arguments]
    environment = {**os.environ, "PYTHONUNBUFFERED": "1"}  # lines come as they are said
    return Program(name=name, command=command, environment=environment, is_ready=is_ready)


def http_answers(port: int, path: str, host: str = LOOPBACK) -> Callable[[], bool]:
    """A check that something answers well at `path` of a port of this machine, asked where it listens."""
    url = f"{address_of(host, port)}{path}"

    def check() -> bool:
        try:
            return httpx.get(url, timeout=2, trust_env=False).is_success
        except httpx.HTTPError:
            return False

    return check
