"""Results on standard output in four forms; messages and progress on standard error."""

from __future__ import annotations

import csv
import json
import re
import sys
import textwrap
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from enum import StrEnum
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from rich.progress import Progress

ROW = Mapping[str, Any]

_CONTROLS = re.compile("[\x00-\x1f\x7f-\x9f]")
_LONG_WORD = 14
_REPEATED = 40
_BETWEEN = 3


class Format(StrEnum):
    """The forms that a result can have."""

    TABLE = "table"
    JSON = "json"
    JSONL = "jsonl"
    CSV = "csv"


def chosen(form: Format | None) -> Format:
    """The form asked for; else a table on a terminal and JSON lines in a pipe."""
    return form or (Format.TABLE if sys.stdout.isatty() else Format.JSONL)


def show(
    columns: Sequence[str],
    rows: Iterable[ROW],
    form: Format | None = None,
    *,
    shown: Sequence[str] = (),
    title: str | None = None,
) -> None:
    """Write rows to standard output. `shown` are the columns for which a table has room."""
    match chosen(form):
        case Format.TABLE:
            _table(shown or columns, list(rows), title)
        case Format.JSON:
            _line(json.dumps(list(rows), ensure_ascii=False, indent=2))
        case Format.JSONL:
            for row in rows:
                show_line(row)
        case Format.CSV:
            write_csv(sys.stdout, columns, rows)


def show_line(item: Any) -> None:
    """Write one JSON line, at once."""
    _line(json.dumps(item, ensure_ascii=False))


def write_csv(out: Any, columns: Sequence[str], rows: Iterable[ROW]) -> None:
    """Write rows as CSV: a header, lists joined by semicolons, nothing for null."""
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([plain(row.get(name)) for name in columns] for row in rows)


def plain(value: Any) -> str:
    """A value as the text of one cell."""
    match value:
        case None:
            return ""
        case bool():
            return str(value).lower()
        case list() | tuple():
            return "; ".join(plain(item) for item in value)
        case dict():
            return json.dumps(value, ensure_ascii=False)
    return str(value)


def say(message: str, *, style: str | None = None) -> None:
    """A message for whoever sits there, on standard error."""
    if sys.stderr.isatty():
        from rich.console import Console

        Console(stderr=True, highlight=False, soft_wrap=True).print(message, style=style, markup=False)
    else:
        print(message, file=sys.stderr, flush=True)


def progress() -> Progress:
    """A progress bar on standard error, silent where that is no terminal."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    return Progress(*columns, console=Console(stderr=True), disable=not sys.stderr.isatty(), transient=True)


@contextmanager
def counting(what: str) -> Iterator[Callable[[int], None]]:
    """A count on standard error of what nobody knows the end of; silent where that is no terminal."""
    with progress() as bar:
        task = bar.add_task(what, total=None)
        yield lambda more: bar.advance(task, more)


def _line(text: str) -> None:
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


def _table(columns: Sequence[str], rows: Sequence[ROW], title: str | None) -> None:
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    console = Console(highlight=False)
    cells = _unrepeated([[plain(row.get(name)) for name in columns] for row in rows])
    widths = _widths(columns, cells, console.width)
    table = Table(box=box.SIMPLE_HEAD, title=title, title_justify="left", show_edge=False, pad_edge=False)
    for name, width in zip(columns, widths, strict=True):
        table.add_column(name.replace("_", " "), width=width, overflow="fold", no_wrap=False)
    for line in cells:
        table.add_row(
            *(Text(isolated(cell, width)) for cell, width in zip(line, widths, strict=True)), end_section=True
        )
    console.print(table)


def _unrepeated(cells: Sequence[Sequence[str]]) -> list[list[str]]:
    """Cells in which a long text that stands right above is not said again."""
    above = [[""] * len(cells[0]), *cells] if cells else []
    return [
        [
            "(as above)" if cell == before and len(cell) > _REPEATED else cell
            for cell, before in zip(line, last, strict=True)
        ]
        for line, last in zip(cells, above, strict=False)
    ]


def _widths(columns: Sequence[str], cells: Sequence[Sequence[str]], room: int) -> list[int]:
    """A width for each column: its longest word, then more wherever a cell would need the most lines."""
    need = [max([len(name), *(len(line[at]) for line in cells)]) for at, name in enumerate(columns)]
    words = [
        max((len(word) for line in cells for word in line[at].split()), default=1)
        for at in range(len(columns))
    ]
    widths = [max(len(name), min(word, _LONG_WORD)) for name, word in zip(columns, words, strict=True)]
    for _ in range(room - sum(widths) - _BETWEEN * len(columns)):
        most = max(range(len(columns)), key=lambda at: need[at] / widths[at])
        if need[most] <= widths[most]:
            break
        widths[most] += 1
    return widths


def isolated(text: str, width: int) -> str:
    """Text wrapped to a width, lines with right-to-left letters isolated: a table stays in order."""
    # A terminal would obey what control characters an article holds.
    shown = _CONTROLS.sub("\ufffd", " ".join(text.split()))
    lines = textwrap.wrap(shown, max(width, 1)) or [""]
    return "\n".join(f"\u2068{line}\u2069" if _right_to_left(line) else line for line in lines)


def _right_to_left(text: str) -> bool:
    return any(unicodedata.bidirectional(letter) in ("R", "AL") for letter in text)
