"""The network: one kind of node around a circle, two kinds face to face; coloured by community."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from matplotlib.axes import Axes
from matplotlib.lines import Line2D
from matplotlib.patches import PathPatch
from matplotlib.path import Path

from api.plots.canvas import GROUP_COLOURS, QUIET, STANCE_COLOURS, Canvas, Drawing, words
from graph.store import Store
from queries.names import names_in
from queries.networks.answers import networks
from queries.networks.measures import communities
from queries.networks.projection import Network, Tie

_MARKERS = {"state": "o", "bloc": "s", "org": "^", "person": "D", "principle": "h"}
# Inches that a line of text takes, and a letter of it.
_LINE, _LETTER = 0.19, 0.07
_BEND = 0.35
_ROUNDS = 8


@dataclass(frozen=True, slots=True)
class Place:
    """Where a node stands, and at which angle its name leads away from it."""

    x: float
    y: float
    angle: float

    @property
    def at_left(self) -> bool:
        """Whether its name ends at it."""
        return math.cos(math.radians(self.angle)) < 0


Places = Mapping[str, Place]
Names = Mapping[str, str]


def prepare(store: Store, values: Mapping[str, Any], language: str, timeout: float) -> Drawing:
    """The drawing of a network's strongest ties."""
    ((_, network),) = networks(store, values["kind"], values, timeout)
    strongest = sorted(network.ties, key=lambda tie: _rank(network, tie))
    ties = [tie for tie in strongest if tie.weight][: values["top"]]
    names = names_in(store, {end for tie in ties for end in (tie.source, tie.target)}, language)
    told = words(language)
    title = f"{told['network'][values['by']]} {told['kinds'][values['kind']]}"
    return Drawing(title, lambda canvas: _draw(canvas, network, ties, names) if ties else canvas.nothing())


def _rank(network: Network, tie: Tie) -> tuple[float, int, str, str]:
    """The strongest first; of ties of one weight that of the nodes that say most."""
    said = network.nodes[tie.source] + network.nodes[tie.target]
    return -abs(tie.weight), -said, tie.source, tie.target


def _draw(canvas: Canvas, network: Network, ties: Sequence[Tie], names: Names) -> None:
    groups = _groups(network, {end for tie in ties for end in (tie.source, tie.target)})
    name = 0.4 + _LETTER * max(len(names[node]) for node in groups)
    if network.kind == "two-mode":
        across, down, places = _columns(ties, name, -1 if canvas.right_to_left else 1)
    else:
        across, down, places = _circle(groups, name)
    canvas.figure.set_size_inches(2 * across, 2 * down)
    axes = canvas.figure.add_axes((0, 0, 1, 1))
    axes.set_xlim(-across, across)
    axes.set_ylim(-down, down)
    axes.axis("off")
    _ties(canvas, axes, network, ties, places, names)
    _nodes(canvas, axes, network, groups, places, names)
    shown = canvas.words["tied"].format(shown=len(ties), all=len(network.ties))
    canvas.head(axes, f"{shown} · {canvas.words['groups']}")
    _legend(canvas, axes, groups)


def _groups(network: Network, nodes: set[str]) -> dict[str, int]:
    """Each node with the number of its community; those of one community follow each other."""
    return {
        node: at
        for at, group in enumerate(communities(network))
        for node in sorted(group & nodes, key=lambda node: (-network.nodes[node], node))
    }


def _circle(groups: Mapping[str, int], name: float) -> tuple[float, float, Places]:
    """Half the width and height in inches, and all nodes around a circle from the top, clockwise."""
    radius = max(1.5, len(groups) * _LINE / math.tau)
    places = {}
    for at, node in enumerate(groups):
        angle = 90 - 360 * at / len(groups)
        x, y = (radius * of(math.radians(angle)) for of in (math.cos, math.sin))
        places[node] = Place(x, y, angle % 360)
    return radius + name, radius + name, places


def _columns(ties: Sequence[Tie], name: float, way: int) -> tuple[float, float, Places]:
    """Half the width and height, and actors before principles as one reads, each near what it is tied to."""
    sides = [sorted({tie.source for tie in ties}), sorted({tie.target for tie in ties})]
    near = [
        {node: [tie.target for tie in ties if tie.source == node] for node in sides[0]},
        {node: [tie.source for tie in ties if tie.target == node] for node in sides[1]},
    ]
    for at in range(_ROUNDS):
        side, other = at % 2, 1 - at % 2
        rank = {node: place / len(sides[other]) for place, node in enumerate(sides[other])}
        sides[side] = sorted(sides[side], key=lambda node: _mean(rank, near[side][node]))
    tall = max(map(len, sides)) * _LINE * 1.3 / 2
    places = {}
    for nodes, x in ((sides[0], -1.6 * way), (sides[1], 1.6 * way)):
        for at, node in enumerate(nodes):
            places[node] = Place(x, tall * (1 - (2 * at + 1) / len(nodes)), 180.0 if x < 0 else 0.0)
    return 1.6 + name, tall + _LINE, places


def _mean(rank: Mapping[str, float], nodes: Sequence[str]) -> tuple[float, str]:
    return sum(rank[node] for node in nodes) / len(nodes), nodes[0]


def _ties(
    canvas: Canvas, axes: Axes, network: Network, ties: Sequence[Tie], places: Places, names: Names
) -> None:
    most = max(abs(tie.weight) for tie in ties)
    for tie in reversed(ties):
        share = abs(tie.weight) / most
        against = tie.weight < 0 or network.options.by == "conflict"
        hint = canvas.hint(f"{names[tie.source]} – {names[tie.target]}: {tie.weight:.3g}")
        drawn = PathPatch(
            _bent(places[tie.source], places[tie.target], _BEND if network.kind != "two-mode" else 1.0),
            facecolor="none",
            edgecolor=STANCE_COLOURS["reject" if against else "endorse"],
            lw=0.6 + 3.4 * share,
            alpha=0.25 + 0.45 * share,
            gid=hint,
        )
        axes.add_patch(drawn)


def _bent(one: Place, other: Place, bend: float) -> Path:
    """A way that bends towards the middle, so that ties are told apart."""
    middle = ((one.x + other.x) / 2 * bend, (one.y + other.y) / 2 * bend)
    return Path([(one.x, one.y), middle, (other.x, other.y)], [Path.MOVETO, Path.CURVE3, Path.CURVE3])


def _nodes(
    canvas: Canvas,
    axes: Axes,
    network: Network,
    groups: Mapping[str, int],
    places: Places,
    names: Names,
) -> None:
    most = max(network.nodes[node] for node in groups)
    for node, group in groups.items():
        place, said = places[node], network.nodes[node]
        hint = canvas.hint(f"{names[node]}: {canvas.words['positions']} {said}")
        axes.plot(
            [place.x],
            [place.y],
            _MARKERS[node.partition(":")[0]],
            color=GROUP_COLOURS[group % len(GROUP_COLOURS)],
            ms=4 + 7 * (said / most) ** 0.5,
            mec="white",
            zorder=3,
            gid=hint,
        )
        _name(axes, place, names[node])


def _name(axes: Axes, place: Place, name: str) -> None:
    turned = place.angle - 180 if place.at_left else place.angle
    away = (8 * math.cos(math.radians(place.angle)), 8 * math.sin(math.radians(place.angle)))
    axes.annotate(
        name,
        (place.x, place.y),
        away,
        textcoords="offset points",
        ha="right" if place.at_left else "left",
        va="center",
        rotation=turned,
        rotation_mode="anchor",
        fontsize=8,
    )


def _legend(canvas: Canvas, axes: Axes, nodes: Mapping[str, int]) -> None:
    kinds = [kind for kind in _MARKERS if any(node.startswith(f"{kind}:") for node in nodes)]
    if len(kinds) > 1:
        shown = [
            Line2D([], [], marker=_MARKERS[kind], ls="", color=QUIET, label=canvas.words["kind"][kind])
            for kind in kinds
        ]
        axes.legend(handles=shown, loc="upper center", bbox_to_anchor=(0.5, 0), ncols=len(shown))
