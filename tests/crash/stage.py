"""The world with its web process and worker as processes of their own, which die where a fuse is lit."""

from __future__ import annotations

import signal
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx
import pytest
from sqlalchemy import text

from core.checkpoints import Checkpoint
from core.db import transaction
from core.invariants import find_violations
from core.media.attachments import LEASE_SECONDS
from core.stalls.qr_calls import LEASE_SECONDS as LEASE_OF_A_CODE
from jamango.launcher.ports import LOOPBACK
from simulator.application import create_application
from simulator.configuration import Configuration
from tests.support import parts
from tests.support.chat import Person, Said
from tests.support.clusters import current_settings
from tests.support.keeper import REACHED, Forked, Keeper
from tests.support.morning import SECONDS_AHEAD
from tests.support.patience import PATIENCE_SECONDS
from tests.support.servers import free_place, held_port
from tests.support.world import World, shop_environment

SECONDS_OF_A_LEASE = 10
CODES_UNDER_WAY = text("SELECT count(*) FROM stall_qrs WHERE next_look_at IS NOT NULL")
FILES_UNDER_WAY = text("SELECT count(*) FROM attachments WHERE status = 'wanted' AND attempts > 0")

# What the shop still owes somebody in this moment.
UNDER_WAY = text(
    """
    SELECT (SELECT count(*) FROM inbox WHERE status = 'pending' AND next_attempt_at IS NULL)
         + (SELECT count(*) FROM outbox WHERE status IN ('pending', 'leased') AND next_attempt_at <= jamango_now())
         + (SELECT count(*) FROM attachments WHERE status = 'wanted')
    """
)


class Stage(World):
    """A world that outlives its processes."""

    def __init__(self, configuration: Configuration, port: int, fuses: Path, *, leases_end_at_once: bool) -> None:
        super().__init__(current_settings(), configuration.app_url, configuration.address)
        self.fuses = fuses
        self._leases_end_at_once = leases_end_at_once
        self.keeper = Keeper(before_restart=self._free_leases, most_deaths=30 if leases_end_at_once else 1000)
        self._port = port

    def open(self) -> None:
        self.keeper.keep("web", lambda: Forked(parts.web, self._port, fuses=self.fuses))
        self._wait_for_web()
        self.keeper.keep("worker", lambda: Forked(parts.work, fuses=self.fuses))

    def restart_processes(self) -> None:
        """Fresh ones, which have no connection from before."""
        for name in ("worker", "web"):
            self.keeper.let_go(name)
        self.open()

    def close(self) -> None:
        self.keeper.stop()
        super().close()

    def light(self, checkpoint: Checkpoint) -> None:
        """Let the next process that reaches the point die there, once."""
        (self.fuses / checkpoint).touch()

    def has_burnt(self, checkpoint: Checkpoint) -> bool:
        return not (self.fuses / checkpoint).exists()

    def take_reached(self) -> set[str]:
        """Every point that any process has passed since this was asked last."""
        notes = self.fuses / REACHED
        passed = set(notes.read_text().split()) if notes.exists() else set()
        notes.unlink(missing_ok=True)
        return passed

    def sweep(self) -> None:
        """Run the periodic job until one run lives to its end."""
        self.command(parts.expire_holds)

    def command(self, part: Callable[..., None], *arguments: object) -> None:
        """Run something by itself, again until it lives to its end."""
        self.keeper.deaths.extend(("command", -9) for code in self._runs_of(part, arguments) if code != 0)

    def assert_rules_hold(self) -> None:
        """No row breaks a rule, whatever Meta refused."""
        with transaction() as session:
            assert find_violations(session) == []

    def rest(self) -> None:
        """Wait until nothing is under way, so that what comes next is the cause of what follows."""
        wait = threading.Event()
        for _ in range(int(PATIENCE_SECONDS / 0.02)):
            with transaction() as session:
                if session.execute(UNDER_WAY).scalar_one() == 0:
                    return
            wait.wait(0.02)
        raise AssertionError("something is under way for ever")

    def _runs_of(self, part: Callable[..., None], arguments: Sequence[object]) -> Iterator[int]:
        code = -1
        while code != 0:
            run = Forked(part, *arguments, fuses=self.fuses)
            wait = threading.Event()
            while (ended := run.poll()) is None:
                wait.wait(0.01)
            code = ended
            assert code in {0, -signal.SIGKILL}, f"it ends by itself: {code}"
            yield code

    def _free_leases(self, name: str) -> None:
        """Time passes until what the dead had leased is free again."""
        if name == "worker" and self._leases_end_at_once:
            with transaction() as session:
                longest = SECONDS_OF_A_LEASE
                for seconds, under_way in ((LEASE_SECONDS, FILES_UNDER_WAY), (LEASE_OF_A_CODE, CODES_UNDER_WAY)):
                    longest = max(longest, seconds if session.execute(under_way).scalar_one() else 0)
            body = {"advance_seconds": longest + 1}
            httpx.post(f"{self.outside_url}/sim/clock", json=body, timeout=PATIENCE_SECONDS).raise_for_status()

    def _wait_for_web(self) -> None:
        wait = threading.Event()
        for _ in range(int(PATIENCE_SECONDS / 0.05)):
            try:
                if self.shop.get("/readyz").is_success:
                    return
            except httpx.HTTPError:
                pass
            wait.wait(0.05)
        raise AssertionError("the web process does not get ready")


@dataclass
class Customer(Person):
    """Somebody who acts when all is quiet, and takes a message that comes twice in a row for one."""

    copies: int = 0

    def _post(self, verb: str, **content: object) -> dict[str, object]:
        assert isinstance(self.world, Stage)
        self.world.rest()
        return super()._post(verb, **content)

    def _fetch(self, *, wait: int) -> None:
        super()._fetch(wait=wait)
        fresh: list[Said] = []
        for said in self.unheard:
            before = fresh[-1] if fresh else self.heard[-1] if self.heard else None
            if before is not None and (said.text, said.choices) == (before.text, before.choices):
                self.copies += 1
            else:
                fresh.append(said)
        self.unheard[:] = fresh


@contextmanager
def opened_stage(monkeypatch: pytest.MonkeyPatch, fuses: Path, *, leases_end_at_once: bool = True) -> Iterator[Stage]:
    """A shop on the environment's database with a pretend outside, until the block ends."""
    with free_place() as outside_place, held_port() as port:
        shop_url, outside_url = f"http://{LOOPBACK}:{port}", outside_place.address
        configuration = Configuration(
            app_url=shop_url,
            public_url=outside_url,
            clock_offset_seconds=SECONDS_AHEAD,
            pair_rate_seconds=0,
            throughput_per_second=0,
        )
        environment = {**shop_environment(configuration, shop_url, outside_url), "RAZORPAY_QR": "true"}
        for name, value in environment.items():
            monkeypatch.setenv(f"JAMANGO_{name}", value)
        current_settings()
        with outside_place.serving(create_application(configuration)):
            stage = Stage(configuration, port, fuses, leases_end_at_once=leases_end_at_once)
            try:
                stage.open()
                yield stage
            finally:
                stage.close()
