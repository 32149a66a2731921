"""Ctrl-C never cuts a driver off in the middle of a message."""

from __future__ import annotations

import os
import signal

import pytest

from api import cli
from api.interrupting import follows_interrupt, heeded_afterwards


def _interrupt() -> None:
    os.kill(os.getpid(), signal.SIGINT)


@pytest.fixture(autouse=True)
def _heeding() -> object:
    """A test run in the background has an ignored SIGINT."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


def test_what_was_begun_is_ended_first() -> None:
    steps = []
    with pytest.raises(KeyboardInterrupt), heeded_afterwards():
        _interrupt()
        steps.append("the rest of the message")
    assert steps and signal.getsignal(signal.SIGINT) is signal.default_int_handler


def test_a_second_interrupt_does_not_wait() -> None:
    steps = []
    with pytest.raises(KeyboardInterrupt), heeded_afterwards():
        _interrupt()
        _interrupt()
        steps.append("a store that never answers")
    assert not steps


def test_what_fails_inside_is_still_said() -> None:
    with pytest.raises(ValueError), heeded_afterwards():
        raise ValueError


def test_a_driver_that_breaks_on_closing_after_an_interrupt_is_no_news(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken() -> None:
        try:
            raise KeyboardInterrupt
        finally:
            raise BufferError("Existing exports of data: object cannot be re-sized")

    monkeypatch.setattr(cli.typer.main, "get_command", lambda _: _Command(broken))
    assert cli.run(["store"]) == 1 and capsys.readouterr().err == "Stopped.\n"
    assert not follows_interrupt(ValueError())


class _Command:
    def __init__(self, does: object) -> None:
        self.does = does

    def main(self, *_: object, **__: object) -> None:
        self.does()  # type: ignore[operator]
