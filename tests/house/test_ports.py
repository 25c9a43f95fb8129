"""Ports and addresses: which is taken, which is free, where a process answers."""

from __future__ import annotations

import errno
import io
import logging
import socket
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread

import pytest

from core.errors import Fault
from core.settings import Settings
from jamango.demo import run as demo
from jamango.launcher.output import Output
from jamango.launcher.ports import address_of, chosen_port, refuse_a_taken_port
from jamango.launcher.up import http_answers
from jamango.logs import Lines
from jamango.processes import schedule_file
from tests.support.servers import keep_port


@pytest.fixture
def taken() -> Iterator[int]:
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        listening.listen()
        yield listening.getsockname()[1]


def test_the_usual_port_is_taken_only_while_it_is_free(taken: int) -> None:
    usual = keep_port()
    assert chosen_port(None, usual, "--port") == usual
    assert chosen_port(None, taken, "--port") not in {taken, 0}
    assert chosen_port(None, usual, "--port", but_not=usual) != usual


def test_a_port_that_was_asked_for_is_never_replaced(taken: int) -> None:
    with pytest.raises(Fault, match=f"Port {taken} is taken.*--simulator-port"):
        chosen_port(taken, 8001, "--simulator-port")
    with pytest.raises(Fault, match="twice"):
        chosen_port(4000, 8001, "--simulator-port", but_not=4000)


def test_the_demo_says_which_ports_it_takes_instead_of_the_usual_ones(
    taken: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    started: list[demo.Demo] = []
    monkeypatch.setattr(demo, "run_demo_up", lambda made, *_: started.append(made))
    monkeypatch.setattr(demo, "SHOP_PORT", taken)
    monkeypatch.setattr(demo, "SIMULATOR_PORT", keep_port())
    for simulator_port in (None, demo.SIMULATOR_PORT):
        demo.run_demo(data_dir=tmp_path, port=None, simulator_port=simulator_port)
        assert started[-1].port != taken
        assert started[-1].simulator_port == demo.SIMULATOR_PORT
        said = capsys.readouterr().out
        assert f"Port {taken} is taken by another program, so this takes {started[-1].port}." in said
        assert said.count("is taken") == 1
    with pytest.raises(Fault, match="--port"):
        demo.run_demo(data_dir=tmp_path, port=taken, simulator_port=None)


@pytest.mark.parametrize("host", ["192.0.2.7", "2001:db8::7"])
def test_an_address_that_is_not_of_this_machine_is_said_as_such(host: str) -> None:
    with pytest.raises(Fault, match=f"{host} is no address of this machine.*--host"):
        refuse_a_taken_port(keep_port(), "--port", host)


@pytest.mark.parametrize(
    ("host", "asked"),
    [
        ("0.0.0.0", "127.0.0.1"),
        ("::", "[::1]"),
        ("::1", "[::1]"),
        ("127.0.0.2", "127.0.0.2"),
        ("shop.example", "shop.example"),
    ],
)
def test_a_process_is_asked_where_it_listens(host: str, asked: str) -> None:
    assert address_of(host, 8000) == f"http://{asked}:8000"


class Fine(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        self.send_response(200)
        self.end_headers()

    def log_message(self, format: str, *arguments: object) -> None:
        """Nothing to say."""


def test_who_listens_elsewhere_is_found_there_and_nowhere_else() -> None:
    with HTTPServer(("127.0.0.2", 0), Fine) as server:
        thread = Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        try:
            assert http_answers(server.server_port, "/", "127.0.0.2")()
            assert not http_answers(server.server_port, "/")()
        finally:
            server.shutdown()
            thread.join()


class FullDisk(io.StringIO):
    """Takes nothing more."""

    def write(self, words: str) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")


def test_a_full_disk_takes_lines_and_not_the_shop(capsys: pytest.CaptureFixture[str]) -> None:
    voice = io.StringIO()
    output = Output(stream=FullDisk(), voice=voice)
    for line in ("one", "two"):
        output.say("jamango", line)
    record = logging.LogRecord("shop", logging.INFO, __file__, 1, "three", None, None)
    Lines(FullDisk()).handle(record)
    said = capsys.readouterr()
    assert voice.getvalue() == "one\ntwo\n"
    assert said.err == "Lines cannot be written (No space left on device); the shop goes on without them.\n"


@pytest.mark.parametrize("place", ["new/folder", "file/folder"])
def test_jobs_need_no_data_folder(place: str, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    schedule = schedule_file(Settings(data_dir=tmp_path / place, _env_file=None))  # type: ignore[call-arg]
    schedule.write_text("can be written")
    assert schedule.is_relative_to(tmp_path) is (place == "new/folder")
