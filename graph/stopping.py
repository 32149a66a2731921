"""Stopping a Java thread that stops at nothing: the last means before ending its whole process.

Java has no call for it any more; its tool interface (JVMTI) has, as debuggers need it. ArcadeDB looks between
rows whether a query has been ended, and never within an expression.
"""

from __future__ import annotations

import ctypes
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from ctypes import CFUNCTYPE, POINTER, byref, c_char_p, c_int, c_ubyte, c_void_p
from pathlib import Path
from typing import Any

_JVMTI, _JNI = 0x30010200, 0x00010008  # the versions asked for
# Places in the tables of functions, as the specifications of JNI and JVMTI number them.
_GET_ENV = 6
_FIND_CLASS, _PUSH, _POP, _NEW_OBJECT_A, _GET_METHOD, _NEW_STRING, _CLEAR = (
    6,
    19,
    20,
    30,
    33,
    167,
    17,
)
_GET_THREADS, _STOP, _GET_INFO, _DEALLOCATE, _ADD_CAPABILITIES = 3, 6, 8, 46, 141
_CAN_SIGNAL = 10  # the bit of the capability to stop threads


class _Info(ctypes.Structure):
    _fields_ = (
        ("name", c_void_p),
        ("priority", c_int),
        ("daemon", c_ubyte),
        ("group", c_void_p),
        ("loader", c_void_p),
    )


class Stopper:
    """Throws an exception inside a thread of this process's Java. Raises OSError where it cannot be had."""

    def __init__(self, home: str) -> None:
        library = ctypes.CDLL(str(_library(Path(home))))
        machine, count = c_void_p(), c_int()
        if library.JNI_GetCreatedJavaVMs(byref(machine), 1, byref(count)) or not count.value:
            raise OSError("there is no Java here")
        get = _function(machine, _GET_ENV, c_int, POINTER(c_void_p), c_int)
        self._java, self._tools = c_void_p(), c_void_p()
        if get(machine, byref(self._java), _JNI) or get(machine, byref(self._tools), _JVMTI):
            raise OSError("this Java has no tool interface")
        wanted = (c_ubyte * 16)()
        wanted[_CAN_SIGNAL // 8] = 1 << _CAN_SIGNAL % 8
        if self._tool(_ADD_CAPABILITIES, c_void_p)(self._tools, wanted):
            raise OSError("this Java stops no threads")

    def stop(self, thread: str, exception: str, message: str) -> bool:
        """Throw an exception of a class, such as java/lang/Error, in the thread of a name, if it runs."""
        with self._frame():
            thrown = self._exception(exception.encode(), message.encode())
            found = [one for name, one in self._threads() if name == thread]
            stop = self._tool(_STOP, c_void_p, c_void_p)
            return thrown is not None and bool(found) and stop(self._tools, found[0], thrown) == 0

    def _exception(self, kind: bytes, message: bytes) -> int | None:
        found = self._call(_FIND_CLASS, c_void_p, c_char_p)(self._java, kind)
        if not found:
            self._call(_CLEAR, None)(self._java)
            return None
        make = self._call(_GET_METHOD, c_void_p, c_void_p, c_char_p, c_char_p)(
            self._java, found, b"<init>", b"(Ljava/lang/String;)V"
        )
        text = c_void_p(self._call(_NEW_STRING, c_void_p, c_char_p)(self._java, message))
        made: int | None = self._call(_NEW_OBJECT_A, c_void_p, c_void_p, c_void_p, c_void_p)(
            self._java, found, make, byref(text)
        )
        return made

    def _threads(self) -> Iterator[tuple[str, int]]:
        count, found = c_int(), POINTER(c_void_p)()
        self._tool(_GET_THREADS, POINTER(c_int), POINTER(POINTER(c_void_p)))(
            self._tools, byref(count), byref(found)
        )
        free = self._tool(_DEALLOCATE, c_void_p)
        for at in range(count.value):
            info = _Info()
            if self._tool(_GET_INFO, c_void_p, POINTER(_Info))(self._tools, found[at], byref(info)) == 0:
                yield ctypes.string_at(info.name).decode("utf-8", "replace"), found[at]
                free(self._tools, info.name)
        free(self._tools, found)

    @contextmanager
    def _frame(self) -> Iterator[None]:
        """Whatever Java hands over meanwhile is given back at the end."""
        self._call(_PUSH, c_int, c_int)(self._java, 512)
        try:
            yield
        finally:
            self._call(_POP, c_void_p, c_void_p)(self._java, None)

    def _call(self, place: int, result: Any, *types: Any) -> Any:
        return _function(self._java, place, result, *types)

    def _tool(self, place: int, *types: Any) -> Any:
        return _function(self._tools, place, c_int, *types)


def _function(table: c_void_p, place: int, result: Any, *types: Any) -> Any:
    functions = ctypes.cast(ctypes.cast(table, POINTER(c_void_p))[0], POINTER(c_void_p))
    return CFUNCTYPE(result, c_void_p, *types)(functions[place])


def _library(home: Path) -> Path:
    if sys.platform == "win32":
        return home / "bin" / "server" / "jvm.dll"
    return home / "lib" / "server" / ("libjvm.dylib" if sys.platform == "darwin" else "libjvm.so")
