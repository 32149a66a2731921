"""The heat map: blocs by principles, in each cell the number of positions and their mean stance as colour."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from matplotlib.axes import Axes
from matplotlib.cm import ScalarMappable
from matplotlib.colors import LinearSegmentedColormap, Normalize
from matplotlib.patches import Rectangle

from api.plots.canvas import STANCE_COLOURS, Canvas, Drawing, folded, words
from graph.store import Store
from queries.names import names_in
from queries.networks.counts import matrix

Names = Mapping[str, str]
Cells = Mapping[tuple[str, str], Mapping[str, Any]]

_COLOURS = LinearSegmentedColormap.from_list(
    "stance", [STANCE_COLOURS["reject"], "#e9e4de", STANCE_COLOURS["endorse"]]
)
_SCALE = Normalize(-1, 1)
# On colours as strong as these the number is white.
_STRONG = 0.6


def prepare(store: Store, values: Mapping[str, Any], language: str, timeout: float) -> Drawing:
    """The drawing of how blocs and principles are linked."""
    cells = {
        (row["bloc"], row["principle"]): row for row in matrix(store, {**values, "shape": "long"}, timeout)
    }
    blocs, principles = (_most(cells, side, values["top"]) for side in (0, 1))
    names = names_in(store, (*blocs, *principles), language)
    title = words(language)["heatmap"][values["link"]]
    return Drawing(
        title, lambda canvas: _draw(canvas, cells, blocs, principles, names) if cells else canvas.nothing()
    )


def _most(cells: Cells, side: int, top: int) -> list[str]:
    counted: Counter[str] = Counter()
    for key, row in cells.items():
        counted[key[side]] += row["positions"]
    return sorted(counted, key=lambda item: (-counted[item], item))[:top]


def _draw(
    canvas: Canvas, cells: Cells, blocs: Sequence[str], principles: Sequence[str], names: Names
) -> None:
    canvas.figure.set_size_inches(2.5 + 0.55 * len(principles), 1.6 + 0.42 * len(blocs))
    axes = canvas.figure.add_subplot()
    for down, bloc in enumerate(blocs):
        for across, principle in enumerate(principles):
            if row := cells.get((bloc, principle)):
                _cell(canvas, axes, (across, down), row, f"{names[bloc]}, {names[principle]}")
    _frame(
        canvas,
        axes,
        [folded(names[item], 34) for item in blocs],
        [folded(names[item], 30) for item in principles],
    )
    canvas.head(axes)
    bar = canvas.figure.colorbar(
        ScalarMappable(_SCALE, _COLOURS),
        ax=axes,
        fraction=0.04,
        pad=0.03,
        location="left" if canvas.right_to_left else "right",
    )
    told = canvas.words["stance"]
    bar.set_ticks([-1, 0, 1], labels=[told["reject"], told["neutral"], told["endorse"]])
    bar.outline.set_visible(False)


def _cell(canvas: Canvas, axes: Axes, at: tuple[int, int], row: Mapping[str, Any], told: str) -> None:
    mean = row["mean_stance"]
    hint = canvas.hint(
        f"{told}: {canvas.words['positions']} {row['positions']}, {canvas.words['mean']} {mean:.2f}"
    )
    corner = (at[0] - 0.5, at[1] - 0.5)
    axes.add_patch(
        Rectangle(corner, 1, 1, facecolor=_COLOURS(_SCALE(mean)), edgecolor="white", lw=1.5, gid=hint)
    )
    colour = "white" if abs(mean) > _STRONG else "black"
    axes.text(*at, str(row["positions"]), ha="center", va="center", color=colour, fontsize=8)


def _frame(canvas: Canvas, axes: Axes, rows: Sequence[str], columns: Sequence[str]) -> None:
    axes.set_xlim(-0.5, len(columns) - 0.5)
    axes.set_ylim(len(rows) - 0.5, -0.5)
    axes.set_yticks(range(len(rows)), rows, fontsize=8)
    # Names that lean away from their column end at it.
    axes.set_xticks(range(len(columns)), columns, fontsize=8, rotation=45, rotation_mode="anchor", ha="right")
    axes.tick_params(length=0)
    axes.set_facecolor("#f7f7f7")
    axes.hlines([at - 0.5 for at in range(len(rows))], -0.5, len(columns) - 0.5, color="white", zorder=0)
    axes.vlines([at - 0.5 for at in range(len(columns))], -0.5, len(rows) - 0.5, color="white", zorder=0)
    axes.spines[:].set_visible(False)
    if canvas.right_to_left:
        axes.invert_xaxis()
        axes.yaxis.tick_right()
