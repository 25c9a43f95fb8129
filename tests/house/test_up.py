"""`jamango up` starts everything, keeps it running, stops it, and leaves nothing behind."""

from __future__ import annotations

import signal
from pathlib import Path

import pytest

from tests.house.house import eventually, house_in

pytestmark = pytest.mark.skipif(not Path("/proc/self/cwd").exists(), reason="finds processes in /proc, as Linux has it")


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_stop_ends_every_process(folder: Path, number: signal.Signals) -> None:
    with house_in(folder) as house:
        house.starts()
        assert house.works()
        assert {name for name in ("postgres", "redis", "web", "worker", "jobs") if house.process_of(name)} == {
            *("postgres", "redis", "web", "worker", "jobs")
        }
        assert house.gets(number) == 0
        assert house.processes() == {}
        assert "Stopped." in house.says


def test_whatever_is_killed_comes_back(folder: Path) -> None:
    with house_in(folder) as house:
        house.starts()
        for name in ("web", "worker", "jobs", "redis", "postgres"):
            house.kills(name)
            assert eventually(house.works), (name, house.says)
        assert sum("time.sleep(600)" in command for command in house.processes().values()) == 3, "a grandchild stayed"
        assert house.gets(signal.SIGTERM) == 0
        assert house.processes() == {}


def test_when_the_supervisor_is_killed_all_ends_and_the_next_start_is_clean(folder: Path) -> None:
    with house_in(folder) as house:
        house.starts()
        house.gets(signal.SIGKILL)
        assert eventually(lambda: not house.processes()), house.processes()
        house.starts()
        assert house.works()
        assert house.gets(signal.SIGINT) == 0
        assert house.processes() == {}


@pytest.mark.thorough
def test_the_shops_own_processes_come_back_and_go_too(folder: Path) -> None:
    with house_in(folder, real=True) as house:
        house.starts()
        assert "Traceback" not in house.says, house.says
        assert f"is ready at http://{house.host}:{house.port} " in house.says
        for name in ("worker", "jobs", "redis", "postgres", "web"):
            house.kills(name)
            assert eventually(house.works), house.says
        house.gets(signal.SIGKILL)
        assert eventually(lambda: not house.processes()), house.processes()


@pytest.mark.trouble
@pytest.mark.measured
def test_how_soon_what_is_killed_is_back_and_all_ends_without_the_supervisor(folder: Path) -> None:
    """The bounds, for a machine that does nothing else: eleven seconds for one process, ten for the end of all."""
    with house_in(folder) as house:
        house.starts()
        for name in ("web", "worker", "jobs", "redis", "postgres"):
            house.kills(name)
            assert eventually(house.works, 11), (name, house.says)
        house.gets(signal.SIGKILL)
        assert eventually(lambda: not house.processes(), 10), house.processes()
