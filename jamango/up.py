"""`jamango up`: the services, the schema and the shop's processes as one tree, from one command."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

import httpx

from core.settings import Settings
from jamango.configuration import change_settings
from jamango.output import Output
from jamango.services.folders import locked, make_data_folder
from jamango.services.ports import LOOPBACK, refuse_a_taken_port
from jamango.services.postgres import EmbeddedPostgres
from jamango.services.programs import Program
from jamango.services.redis import EmbeddedRedis, redis_answers
from jamango.supervisor import StopRequestedError, Supervisor

Programs = Callable[[Settings], Iterable[Program]]


def nothing(settings: Settings) -> None:
    del settings


@dataclass(frozen=True)
class Plan:
    """What to run beside the services. `before` may fill the database; `when_ready` says what to open."""

    programs: Programs
    before: Callable[[Settings], None] = nothing
    when_ready: Callable[[Settings, Output], None] = lambda settings, output: output.say(
        "jamango", f"Jamango is ready at {settings.public_url} (Ctrl-C stops it)"
    )
    upgrade: bool = True


def run_up(settings: Settings, plan: Plan, *, output: Output | None = None) -> None:
    """Run everything until Ctrl-C or SIGTERM. Raises Fault with a sentence when it cannot start."""
    output = output or Output(as_json=not settings.is_development)
    supervisor = Supervisor(output)
    supervisor.listen_for_signals()
    with ExitStack() as stack:
        data_folder = make_data_folder(settings.data_dir)
        stack.enter_context(locked(data_folder))
        stack.callback(supervisor.stop)
        try:
            settings = start_services(supervisor, settings, data_folder, output)
            if plan.upgrade:
                upgrade_schema(settings)
            plan.before(settings)
            supervisor.start(plan.programs(settings))
            plan.when_ready(settings, output)
            supervisor.watch()
        except StopRequestedError:
            pass
        output.say("jamango", "Stopping …")
    output.say("jamango", "Stopped.")


def start_services(supervisor: Supervisor, settings: Settings, data_folder: Path, output: Output) -> Settings:
    """Start the services that have no URL in the settings; returns settings in which both have one."""
    urls = {"DATA_DIR": str(data_folder)}
    programs: list[Program] = []
    postgres = EmbeddedPostgres(data_folder)
    if settings.database_url is None:
        programs.append(postgres.prepare())
        urls["DATABASE_URL"] = postgres.url
        if postgres.note:
            output.say("jamango", postgres.note)
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
    refuse_a_taken_port(port, "--port", host)
    web = our_program("web", ["web", "--host", host, "--port", str(port)], http_answers(port, "/readyz"))
    return [web, *(our_program(name, [name]) for name in ("worker", "jobs"))]


def our_program(name: str, arguments: list[str], is_ready: Callable[[], bool] = lambda: True) -> Program:
    """One of our own commands as a child that inherits this process's variables."""
    # -P: a folder `core` where the operator happens to stand must not become our `core`
    command = [sys.executable, "-P", "-m", "jamango", *arguments]
    environment = {**os.environ, "PYTHONUNBUFFERED": "1"}  # lines come as they are said
    return Program(name=name, command=command, environment=environment, is_ready=is_ready)


def http_answers(port: int, path: str) -> Callable[[], bool]:
    """A check that something answers well at `path` of a port of this machine."""

    def check() -> bool:
        try:
            return httpx.get(f"http://{LOOPBACK}:{port}{path}", timeout=2, trust_env=False).is_success
        except httpx.HTTPError:
            return False

    return check
