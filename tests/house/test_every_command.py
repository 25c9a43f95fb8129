"""Every command, each a process of its own, on a database of every age: one sentence or success, never a traceback.

The commands come from the command line itself, so that one added tomorrow is tried without being named here.
"""

from __future__ import annotations

import signal
import subprocess
from collections.abc import Collection, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import psycopg
import pytest
import typer
from alembic import command as alembic
from sqlalchemy import create_engine
from sqlalchemy.pool import NullPool

from core import schema
from jamango.cli import app
from tests.support.clusters import Cluster
from tests.support.servers import keep_port
from tests.support.typed import run_typed

AT_ONCE = 2
SECONDS_TO_RUN = 3.0  # of what runs until it is stopped: then it is stopped, wherever it stands
# What starts all the others is a fresh process on a database of today, elsewhere each comes out of one that has loaded
# the shop; `make trouble` starts every command afresh.
TODAY = "migrated"
OLDER = "0003"
SAMPLES = {
    "name": "Asha",
    "role": "founder",
    "phone": "+91 00000 00123",
    "who": "1",
    "key": "organic",
    "run": "1",
    "window": "1",
    "difference": "1",
    "rupees": "100",
}
# What reads no database of ours, or would measure for minutes, shows that it starts; stories of its own are elsewhere.
HELP_ONLY = {"demo", "bench", "understand"}
ELSEWHERE = {("up", "empty")}  # `house/test_up` starts on an empty one
SENTENCE = {"empty": "`jamango db upgrade`", "older": "`jamango db upgrade`", "newer": "newer than this Jamango"}
PROCESSES = {"up", "web", "worker", "jobs"}
WELL = {
    "empty": {"db upgrade", "seed demo", "up"},
    "older": {"db upgrade", "seed demo", "up"},
    "newer": set(),
    "migrated": {
        "db upgrade",
        "seed demo",
        "up",
        "web",
        "worker",
        "jobs",
        "fsck",
        "staff add",
        "staff list",
        "answers list",
        "answers set",
        "runs list",
        "runs pack",
        "runs window",
    },  # fmt: skip,
}


def leaves(group: Any, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Any]]:
    """Every command below a group, with the words that call it."""
    for name, found in sorted(group.commands.items()):
        if hasattr(found, "commands"):
            yield from leaves(found, (*path, name))
        else:
            yield (*path, name), found


def every_command() -> dict[str, Any]:
    return {" ".join(path): command for path, command in leaves(typer.main.get_command(app))}


def arguments_of(name: str, command: Any) -> list[str]:
    """What one would type: a value for all that is required, and places of the test's own."""
    if name in HELP_ONLY:
        return [*name.split(), "--help"]
    typed = name.split()
    for parameter in command.params:
        asked = parameter.name or ""
        if parameter.param_type_name == "argument" and parameter.required:
            typed.append(SAMPLES.get(asked, "sample"))
        elif "port" in asked:
            typed += [parameter.opts[0], str(keep_port())]
        elif parameter.required or asked in SAMPLES:
            typed += [parameter.opts[0], SAMPLES.get(asked, "sample")]
    return typed


def template_of(age: str, cluster: Cluster) -> str:
    """The name of a database of that age, to be copied for each command."""
    name = cluster.copy("template1" if age in {"empty", "older"} else cluster.template)
    if age == "newer":
        with psycopg.connect(cluster.url_of(name)) as wire:
            wire.execute("UPDATE alembic_version SET version_num = 'from_the_future'")
    if age == "older":
        engine = create_engine(cluster.url_of(name).replace("postgresql:", "postgresql+psycopg:"), poolclass=NullPool)
        with engine.connect() as connection:
            alembic.upgrade(schema._configuration(connection), OLDER)
            connection.commit()
    return name


def run(typed: list[str], url: str, folder: Path, *, fresh: bool, goes_on: bool) -> subprocess.CompletedProcess[str]:
    """Run a command to its end; what `goes_on` for ever is stopped after a while."""
    ours = {"DATABASE_URL": url, "DATA_DIR": str(folder / "data"), "WHATSAPP_API_URL": "http://127.0.0.1:1"}
    variables = {f"JAMANGO_{name}": value for name, value in ours.items()}
    return run_typed(*typed, folder=folder, fresh=fresh, stop_after=SECONDS_TO_RUN if goes_on else None, **variables)


def problems(name: str, age: str, result: subprocess.CompletedProcess[str]) -> list[str]:
    """What is not as it should be."""
    words = result.stdout + result.stderr
    sentences = result.stderr.splitlines()
    found = []
    if "Traceback" in words or "not foreseen" in words:
        found.append("a traceback")
    if result.returncode not in {0, 1, -signal.SIGTERM}:
        found.append(f"exit code {result.returncode}")
    if result.returncode == 1 and name != "doctor" and (len(sentences) != 1 or not sentences[0].startswith("✗ ")):
        found.append("not one sentence")
    if result.returncode == 1 and SENTENCE.get(age, "") not in words.replace("Run", "run").replace(
        "Install", "install"
    ):
        found.append("not the right sentence")
    if (result.returncode == 1) is (name in WELL[age] or name in HELP_ONLY):
        found.append("refused" if result.returncode else "not refused")
    return [f"{name} on a database that is {age}: {problem}\n{words}" for problem in found]


AGES = ["empty", TODAY, "older", "newer"]
# An older one is brought up to date by three of them, each through every migration there is.
AT_EVERY_RUN = [pytest.param(age, marks=pytest.mark.thorough) if age == "older" else age for age in AGES]


@pytest.mark.parametrize("age", AT_EVERY_RUN)
def test_every_command_on_a_database_of_every_age(age: str, cluster: Cluster, folder: Path) -> None:
    try_all(age, cluster, folder, afresh={"up"} if age == TODAY else set())


@pytest.mark.trouble
@pytest.mark.parametrize("age", AGES)
def test_every_command_as_a_fresh_process(age: str, cluster: Cluster, folder: Path) -> None:
    try_all(age, cluster, folder, afresh=set(every_command()))


def try_all(age: str, cluster: Cluster, folder: Path, *, afresh: Collection[str]) -> None:
    def try_one(name: str, command: Any) -> list[str]:
        place = folder / name.replace(" ", "-")
        place.mkdir()
        does_something = name in WELL[age]  # who is refused, or only asked for help, leaves a database as it was
        database = cluster.copy(template) if does_something else untouched
        try:
            goes_on = name in PROCESSES and does_something
            typed = arguments_of(name, command)
            url = cluster.url_of(database)
            return problems(name, age, run(typed, url, place, fresh=name in afresh, goes_on=goes_on))
        finally:
            if does_something:
                cluster.drop(database)

    template = template_of(age, cluster)
    untouched = cluster.copy(template)
    tried = {name: command for name, command in every_command().items() if (name, age) not in ELSEWHERE}
    with ThreadPoolExecutor(AT_ONCE) as pool:
        found = [problem for each in pool.map(try_one, tried, tried.values()) for problem in each]
    cluster.drop(untouched)
    cluster.drop(template)
    assert len(tried) >= 15
    assert found == [], "\n\n".join(found)
