"""What every picture is drawn on: its style, its words, its bytes, the same each time. Needs matplotlib."""

from __future__ import annotations

import io
import textwrap
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from html import escape
from importlib.resources import files
from threading import Lock
from typing import Any, Literal

import matplotlib
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from ontology.data_files import read_yaml

# Told apart by those who see no red or no green, too.
STANCE_COLOURS = {
    "endorse": "#1b6ca8",
    "conditional": "#8fc1e3",
    "neutral": "#9a9a9a",
    "ambivalent": "#c9a227",
    "reject": "#b5332e",
}
GROUP_COLOURS = ("#1b6ca8", "#d9822b", "#4f9d69", "#8e5ea2", "#b5332e", "#7a6a53", "#d26a9c", "#6b7a8f")
QUIET = "#6b6b6b"

# Text as outlines looks the same wherever it is shown; a salt of its own makes the bytes the same each time.
_STYLE: Any = {
    "font.family": "DejaVu Sans",
    "font.size": 9,
    "svg.fonttype": "path",
    "svg.hashsalt": "communique",
    "text.parse_math": False,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.edgecolor": QUIET,
    "xtick.color": QUIET,
    "xtick.labelcolor": "black",
    "ytick.color": QUIET,
    "ytick.labelcolor": "black",
    "axes.titlesize": 12,
    "legend.frameon": False,
    "legend.fontsize": 8,
}
# matplotlib's settings are those of the whole process, and it draws for one thread at a time.
_ALONE = Lock()

_PIXELS = 150


@dataclass(frozen=True)
class Canvas:
    """A figure in a language, with what a pointer is told over some of its parts."""

    figure: Figure
    language: str
    title: str
    hints: dict[str, str] = field(default_factory=dict)

    @property
    def words(self) -> Mapping[str, Any]:
        """What stands in pictures in this language."""
        return words(self.language)

    @property
    def right_to_left(self) -> bool:
        """Whether a reader begins at the right."""
        return self.language == "ar"

    @property
    def start(self) -> Literal["left", "right"]:
        """The side at which a reader begins."""
        return "right" if self.right_to_left else "left"

    def head(self, axes: Axes, under: str = "") -> None:
        """The title, at the side where a reader begins, and a quiet line under it."""
        axes.set_title(self.title + ("\n" if under else ""), loc=self.start, fontweight="bold")
        if under:
            at = 1.0 if self.right_to_left else 0.0
            axes.annotate(
                under, (at, 1), (0, 8), "axes fraction", "offset points", ha=self.start, color=QUIET
            )

    def nothing(self) -> None:
        """The picture of no data."""
        self.figure.set_size_inches(6, 1.6)
        axes = self.figure.add_subplot()
        axes.axis("off")
        self.head(axes)
        axes.text(0.5, 0.4, self.words["nothing"], ha="center", color=QUIET)

    def hint(self, text: str) -> str:
        """A mark for a part of the picture that says this under a pointer."""
        mark = f"hint-{len(self.hints)}"
        self.hints[mark] = text
        return mark

    def svg(self) -> str:
        """The picture as SVG, the same bytes for the same data."""
        out = io.StringIO()
        self.figure.savefig(out, format="svg", metadata={"Date": None, "Creator": None}, bbox_inches="tight")
        drawn = out.getvalue()
        drawn = drawn.replace("<svg ", '<svg role="img" ', 1)
        drawn = drawn.replace(" <metadata>", f" <title>{escape(self.title)}</title>\n <metadata>", 1)
        for mark, text in self.hints.items():
            opened = f'<g id="{mark}">'
            drawn = drawn.replace(opened, f"{opened}<title>{escape(text)}</title>", 1)
        return drawn

    def png(self) -> bytes:
        """The picture as PNG."""
        out = io.BytesIO()
        self.figure.savefig(out, format="png", dpi=_PIXELS, metadata={"Software": None}, bbox_inches="tight")
        return out.getvalue()


@dataclass(frozen=True, slots=True)
class Drawing:
    """A picture before it is drawn: its data are read, its title is known."""

    title: str
    draw: Callable[[Canvas], None]


@contextmanager
def canvas(language: str, title: str) -> Iterator[Canvas]:
    """A canvas to draw on, and to take the picture from before the block ends."""
    with _ALONE, matplotlib.rc_context(_STYLE):
        yield Canvas(Figure(facecolor="white"), language, title)


def words(language: str) -> Mapping[str, Any]:
    """What stands in pictures besides names, in a language."""
    return _wording()[language]


def folded(name: str, width: int = 26) -> str:
    """A long name in several lines."""
    return "\n".join(textwrap.wrap(name, width)) or name


@cache
def _wording() -> Mapping[str, Mapping[str, Any]]:
    text = (files("api.plots") / "wording.yaml").read_text(encoding="utf-8")
    data: Mapping[str, Mapping[str, Any]] = read_yaml(text, "wording.yaml")
    return data
