"""The timeline: positions by day and stance, under it the blocs that they name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from itertools import groupby
from typing import Any

from matplotlib.axes import Axes
from matplotlib.lines import Line2D

from api.plots.canvas import QUIET, STANCE_COLOURS, Canvas, Drawing
from graph.store import Store
from queries.names import names_in
from queries.networks.windows import next_period, period_of
from queries.timeline import Moment, timeline

_LEVELS = {-1.0: "reject", 0.0: "neutral", 0.5: "conditional", 1.0: "endorse"}
# More blocs than this make a list, not a picture.
_MOST_BLOCS = 12

_MOST_TICKS = 12
_UNITS = (("week", "%Y-%m-%d", 7), ("month", "%Y-%m", 31), ("quarter", "%Y-%m", 92), ("year", "%Y", 366))

Names = Mapping[str, str]


def prepare(store: Store, values: Mapping[str, Any], language: str, timeout: float) -> Drawing:
    """The drawing of what a holder said about a principle."""
    asked = {"within" if name == "principle" else name: value for name, value in values.items()}
    moments = timeline(store, asked, timeout)
    named = {item for one in moments for item in (*one.via, *one.contrast, one.voice) if item}
    names = names_in(store, {*named, values["holder"], values["principle"]}, language)
    title = f"{names[values['holder']]}: {names[values['principle']]}"
    return Drawing(title, lambda canvas: _draw(canvas, moments, names) if moments else canvas.nothing())


def _draw(canvas: Canvas, moments: Sequence[Moment], names: Names) -> None:
    often = Counter(bloc for one in moments for bloc in {*one.via, *one.contrast})
    blocs = [bloc for bloc, _ in sorted(often.items(), key=lambda item: (-item[1], item[0]))][:_MOST_BLOCS]
    below = 0.32 * len(blocs)
    canvas.figure.set_size_inches(9, 3 + below)
    heights = [2.4, max(below, 0.01)]
    above, under = canvas.figure.subplots(
        2, 1, sharex=True, gridspec_kw={"height_ratios": heights, "hspace": 0.12}
    )
    _stances(canvas, above, moments, names)
    if blocs:
        _blocs(canvas, under, moments, blocs, names)
    else:
        under.remove()
    _days(above if not blocs else under, moments)
    first, last = moments[0].first, max(one.last for one in moments)
    canvas.head(above, f"{first} – {last} · {canvas.words['positions']}: {len(moments)}")


def _days(axes: Axes, moments: Sequence[Moment]) -> None:
    first, last = moments[0].first, max(one.last for one in moments)
    margin = max((last - first) // 25, timedelta(days=10))
    axes.set_xlim((first - margin).toordinal(), (last + margin).toordinal())
    ticks, form = _ticks(first - margin, last + margin)
    axes.set_xticks([day.toordinal() for day in ticks], [day.strftime(form) for day in ticks])
    axes.tick_params(labelbottom=True)


def _ticks(first: date, last: date) -> tuple[list[date], str]:
    """Beginnings of periods, of the shortest kind that is not too many, and how a day is written there."""
    unit, form = next(
        (unit, form)
        for unit, form, days in _UNITS
        if (last - first).days <= days * _MOST_TICKS or unit == "year"
    )
    periods = [next_period(period_of(first, unit), unit)]
    while (following := next_period(periods[-1], unit)) <= last:
        periods.append(following)
    return periods[:: len(periods) // _MOST_TICKS + 1], form


def _stances(canvas: Canvas, axes: Axes, moments: Sequence[Moment], names: Names) -> None:
    told = canvas.words["stance"]
    axes.plot(
        [_middle(one) for one in moments], [one.value for one in moments], color="#d0d0d0", lw=1.2, zorder=1
    )
    places = groupby(sorted(moments, key=_place), key=_place)
    for (first, last, stance), group in places:
        _mark(canvas, axes, (first, last, stance), list(group), names)
    axes.set_ylim(-1.35, 1.45)
    axes.set_yticks(list(_LEVELS), [told[stance] for stance in _LEVELS.values()])
    axes.grid(axis="y", color="#ececec", zorder=0)
    if canvas.right_to_left:
        _at_the_right(axes)
    if any(one.stance == "ambivalent" for one in moments):
        shown = [
            Line2D([], [], marker="o", ls="", color=STANCE_COLOURS[name], label=told[name])
            for name in ("neutral", "ambivalent")
        ]
        axes.legend(handles=shown, loc="lower left")


def _place(one: Moment) -> tuple[date, date, str]:
    return one.first, one.last, one.stance


def _middle(one: Moment) -> float:
    return (one.first.toordinal() + one.last.toordinal()) / 2


def _mark(
    canvas: Canvas, axes: Axes, place: tuple[date, date, str], group: Sequence[Moment], names: Names
) -> None:
    """One mark for all of a day and stance: the more there are, the larger."""
    first, last, stance = place
    at, level, colour = _middle(group[0]), group[0].value, STANCE_COLOURS[stance]
    if first != last:
        axes.plot(
            [first.toordinal(), last.toordinal()],
            [level] * 2,
            color=colour,
            lw=3,
            alpha=0.3,
            solid_capstyle="butt",
        )
    size = 6 + 2 * (len(group) - 1) ** 0.5
    said = "\n".join(f"{one.first} {names.get(one.voice or '', '')}: {one.passage}" for one in group)
    axes.plot([at], [level], "o", color=colour, ms=size, mec="white", zorder=3, gid=canvas.hint(said))
    if len(group) > 1:
        axes.annotate(
            str(len(group)),
            (at, level),
            (0, size / 2 + 3),
            textcoords="offset points",
            ha="center",
            fontsize=7,
            color=QUIET,
        )


def _blocs(canvas: Canvas, axes: Axes, moments: Sequence[Moment], blocs: Sequence[str], names: Names) -> None:
    for at, bloc in enumerate(blocs):
        for links, marker in (("via", "o"), ("contrast", "x")):
            days = [_middle(one) for one in moments if bloc in getattr(one, links)]
            axes.plot(days, [at] * len(days), marker, color="#333333", ms=5, mew=1.6 if marker == "x" else 0)
    axes.set_yticks(range(len(blocs)), [names[bloc] for bloc in blocs], fontsize=8)
    axes.set_ylim(len(blocs) - 0.4, -0.6)
    axes.grid(axis="y", color="#ececec")
    if canvas.right_to_left:
        _at_the_right(axes)
    shown = [
        Line2D([], [], marker=marker, ls="", color="#333333", ms=5, label=canvas.words[word])
        for word, marker in (("via", "o"), ("contrast", "x"))
    ]
    axes.legend(
        handles=shown, loc="upper center", bbox_to_anchor=(0.5, -0.25 / max(len(blocs) * 0.3, 0.5)), ncols=2
    )


def _at_the_right(axes: Axes) -> None:
    """The names of rows where a reader from the right looks for them."""
    axes.yaxis.tick_right()
    axes.spines["left"].set_visible(False)
    axes.spines["right"].set_visible(True)
