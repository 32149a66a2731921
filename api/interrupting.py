"""Ctrl-C, heeded where nothing is cut off in the middle."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType


@contextmanager
def heeded_afterwards() -> Iterator[None]:
    """An interrupt that comes inside is raised when the block has ended.

    A driver that is interrupted while it reads a message can neither go on nor close: whoever stops a load
    would be told of a broken buffer. A second interrupt is raised at once, for a store that does not answer.
    Only the main thread hears signals; elsewhere this does nothing.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    heard: list[FrameType | None] = []

    def hear(number: int, frame: FrameType | None) -> None:
        if heard and callable(before):
            before(number, frame)
        heard.append(frame)

    before = signal.signal(signal.SIGINT, hear)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
    if heard and callable(before):
        before(signal.SIGINT, heard[0])


def follows_interrupt(error: BaseException | None) -> bool:
    """Whether an error came up while an interrupt was on its way: what closes then may fail in its turn."""
    while error is not None:
        if isinstance(error, KeyboardInterrupt):
            return True
        error = error.__context__
    return False
