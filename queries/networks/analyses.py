"""What can be asked of the networks: each analysis with its options and columns, the same at every door."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from graph.store import READ_TIMEOUT, Store
from ontology.errors import InputError, UnknownName
from queries.listings import Filter, read_values
from queries.names import require_known, suggestion
from queries.networks import answers, counts, projection
from queries.networks.answers import Row, Values
from queries.networks.statements import FILTERS


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What has a name and options, as every door reads them."""

    name: str
    title: str
    description: str
    options: Mapping[str, Filter]
    required: tuple[str, ...] = ()
    example: Mapping[str, str]

    def read(self, given: Mapping[str, Any]) -> dict[str, Any]:
        """Every option's value; raises InputError for what is missing, unknown, wrong or out of order."""
        for name in given:
            if name not in self.options:
                hint = suggestion(name, self.options) or f"; it has {', '.join(self.options)}."
                raise InputError(f"'{self.name}' has no option '{name}'{hint}", parameter=name)
        values = read_values(self.options, given)
        for name in self.required:
            if name not in values:
                raise InputError(
                    f"The parameter '{name}' is missing: give {self.options[name].description}.",
                    parameter=name,
                )
        return values

    def known(self, store: Store, given: Mapping[str, Any]) -> dict[str, Any]:
        """The values, with every id known to store or vocabulary."""
        values = self.read(given)
        for name, value in values.items():
            if self.options[name].of:
                require_known(store, value, self.options[name].of, parameter=name)
        for bloc in answers.merging(values):
            require_known(store, bloc, ("Bloc",), parameter="merge")
        return values


@dataclass(frozen=True, slots=True, kw_only=True)
class Analysis(Question):
    """A question about networks. `shown` are the columns that a table on a terminal has room for."""

    columns: Mapping[str, str]
    shown: tuple[str, ...] = ()
    answer: Callable[[Store, Values, float], Iterable[Row]]
    drawn: bool = False

    def ask(self, store: Store, given: Mapping[str, Any], *, timeout: float = READ_TIMEOUT) -> Iterable[Row]:
        """The rows of the answer; raises UnknownName for an id that nobody knows."""
        values = self.known(store, given)
        return self.answer(store, values, timeout)


def analysis(name: str) -> Analysis:
    """The analysis of that name; raises UnknownName with a suggestion."""
    if name not in ANALYSES:
        hint = suggestion(name, ANALYSES) or f"; there is {', '.join(ANALYSES)}."
        raise UnknownName(f"There is no network '{name}'{hint}", parameter="kind")
    return ANALYSES[name]


def _choice(description: str, choices: tuple[str, ...], default: str) -> Filter:
    return Filter(type="choice", description=description, choices=choices, default=default)


_HOW: Mapping[str, Filter] = {
    "duplicates": _choice(
        "one statement of the same content counts once for each of these (all: every time)",
        projection.DUPLICATES,
        "range",
    ),
    "stances": _choice(
        "sides sees who is for and who against; scale the steps between too", projection.STANCES, "sides"
    ),
}
_MERGE = {
    "merge": Filter(
        type="string",
        description="ids of blocs, joined by commas, whose members on each date are one actor",
    )
}
_WINDOW: Mapping[str, Filter] = {
    "window": _choice(
        "cut time into windows: moving ones by days or by statements, or those of the calendar",
        ("none", "days", "statements", "month", "year"),
        "none",
    ),
    "size": Filter(type="integer", description="how many days or statements a moving window has", least=1),
    "step": Filter(type="integer", description="by how many it moves; by its size if left out", least=1),
}
_BY = _choice("what ties: agreement, difference, the one less the other, or any", projection.BY, "congruence")
_NORMALISE = _choice(
    "divide by the mean activity of the two (average), their union (jaccard) or lengths (cosine)",
    ("none", "average", "jaccard", "cosine"),
    "none",
)
_NORMALISE_TWO = _choice(
    "divide by all statements of the actor (activity) or about the principle (prominence)",
    ("none", "activity", "prominence"),
    "none",
)
_TIES: Mapping[str, str] = {
    "window_from": "first day of the window",
    "window_to": "last day of the window",
    "source": "id of one node",
    "source_name": "its name",
    "target": "id of the other node",
    "target_name": "its name",
    "weight": "weight of the tie",
    "congruence": "how much of the same side",
    "conflict": "how much of opposite sides",
    "statements": "how many positions are behind it",
    "first": "day of the first of them",
    "last": "day of the last",
    "positions": f"ids of the last {answers.SHOWN_POSITIONS} of them",
}
_MEASURES: Mapping[str, str] = {
    "window_from": "first day of the window",
    "window_to": "last day of the window",
    "id": "id of the node",
    "name": "its name",
    "statements": "how many statements count for it",
    "community": "number of its community (Louvain), 1 the largest",
    "degree": "how many ties it has",
    "strength": "their weights added up",
    "betweenness": "share of the shortest ways that pass through it",
    "closeness": "how near it is to all others",
    "eigenvector": "how central its neighbours are",
}


def _network(kind: str, title: str, description: str) -> Analysis:
    two = kind == "two-mode"
    return Analysis(
        name=kind,
        title=title,
        description=description,
        options={
            "by": _choice(_BY.description, projection.BY, "subtract") if two else _BY,
            "normalise": _NORMALISE_TWO if two else _NORMALISE,
            **_HOW,
            **_MERGE,
            **_WINDOW,
            **FILTERS,
        },
        columns=_TIES,
        shown=(
            "source_name",
            "target_name",
            "weight",
            "congruence",
            "conflict",
            "statements",
            "first",
            "last",
        ),
        example={"normalise": "activity" if two else "average"},
        answer=answers.ties(kind),
        drawn=True,
    )


_KIND = {"kind": _choice("kind of network", projection.KINDS, "actors")}
_NORMALISE_ANY = _choice(
    f"{_NORMALISE.description}; in two-mode networks {_NORMALISE_TWO.description}",
    projection.NORMALISATIONS,
    "none",
)
_ANY = {"by": _BY, "normalise": _NORMALISE_ANY, **_HOW, **_MERGE}


def _bloc(description: str) -> Filter:
    return Filter(type="id", description=description, of=("Bloc",))


def _node(description: str) -> Filter:
    return Filter(type="id", description=description, of=("Actor", "Principle"))


_LIST = [
    _network(
        "actors",
        "Actors tied by the principles that they agree or differ on",
        "A network of actors: a tie is as strong as what two of them say alike, or against each other.",
    ),
    _network(
        "principles",
        "Principles tied by the actors that take sides on both",
        "A network of principles: a tie is as strong as the actors that treat both alike, or unlike.",
    ),
    _network(
        "two-mode",
        "Actors and the principles that they take sides on",
        "A network of actors and principles: a tie is as strong as what an actor says for or against.",
    ),
    Analysis(
        name="measures",
        title="Communities and centralities",
        description="The nodes of a network with their community and how central they are.",
        options={**_KIND, **_ANY, **_WINDOW, **FILTERS},
        columns=_MEASURES,
        shown=("name", "statements", "community", "degree", "strength", "betweenness", "closeness"),
        example={"kind": "actors"},
        answer=answers.measures,
    ),
    Analysis(
        name="passages",
        title="The passages behind a tie",
        description="Every statement that a tie of a network rests on, with the words that prove it.",
        options={
            **_KIND,
            "source": _node("the id of one node, such as state:RU"),
            "target": _node("the id of the other node, such as state:CN"),
            **_ANY,
            **FILTERS,
        },
        required=("source", "target"),
        columns={
            "said_on": "the day of saying",
            "holder": "id of the holder",
            "holder_name": "its name",
            "target": "id of the principle",
            "target_name": "its name",
            "stance": "endorse, conditional, neutral, ambivalent or reject",
            "article": "id of the article",
            "position": "id of the position",
            "passage": "the words of the article that prove it",
        },
        shown=("said_on", "holder_name", "target_name", "stance", "passage"),
        example={"source": "state:RU", "target": "state:CN"},
        answer=answers.behind_tie,
    ),
    Analysis(
        name="polarisation",
        title="How far two camps explain who agrees with whom",
        description="Polarisation over time: 0 where all agree, 0.5 where two equal camps oppose each other.",
        options={"normalise": _NORMALISE, **_HOW, **_MERGE, **_WINDOW, **FILTERS},
        columns={
            "window_from": "first day of the window",
            "window_to": "last day of the window",
            "polarisation": "signed modularity of the best division in two, 0 to 0.5",
            "statements": "how many statements the window has",
            "actors": "how many actors take sides",
            "camp": "ids of the larger camp",
            "other_camp": "ids of the other camp",
        },
        example={"window": "year"},
        answer=answers.polarised,
    ),
    Analysis(
        name="divides",
        title="The principles that divide two blocs most",
        description="How far apart the members of two blocs stand on each principle, the farthest first.",
        options={
            "of": _bloc("the id of one bloc, such as bloc:NATO"),
            "and": _bloc("the id of the other bloc, such as bloc:CSTO"),
            **_HOW,
            **FILTERS,
        },
        required=("of", "and"),
        columns={
            "principle": "id of the principle",
            "principle_name": "its name",
            "distance": "how far apart the blocs stand, 0 to 1",
            "line": "mean line of the first bloc's members, -1 (reject) to 1 (endorse)",
            "other_line": "mean line of the other's",
            "members": "how many members of the first speak of it",
            "other_members": "how many of the other",
            "statements": "how many positions that rests on",
            "positions": f"ids of {answers.SHOWN_POSITIONS} of them at most",
        },
        shown=("principle_name", "distance", "line", "other_line", "members", "other_members", "statements"),
        example={"of": "bloc:NATO", "and": "bloc:CSTO"},
        answer=answers.divides,
    ),
    Analysis(
        name="cohesion",
        title="How often the members of a bloc agree, compared with chance",
        description="Cohesion of one bloc or of each: Krippendorff's alpha over its members' lines.",
        options={
            "of": _bloc("the id of a bloc, such as bloc:CSTO; every bloc if left out"),
            **_HOW,
            **_WINDOW,
            **FILTERS,
        },
        columns={
            "bloc": "id of the bloc",
            "bloc_name": "its name",
            "window_from": "first day of the window",
            "window_to": "last day of the window",
            "agreement": "how often two members agree on a principle, 0 to 1",
            "chance": "how often any two of their lines would agree",
            "cohesion": "1 where all agree, 0 where no more than by chance",
            "outside": "how often members agree with others",
            "members": "how many members speak of what another speaks of",
            "principles": "how many principles several members speak of",
            "pairs": "how many pairs of lines are compared",
        },
        shown=("bloc_name", "agreement", "chance", "cohesion", "outside", "members", "principles", "pairs"),
        example={"of": "bloc:CSTO"},
        answer=answers.cohesion,
    ),
    Analysis(
        name="changes",
        title="When holders left their line",
        description="Changes of side on a principle, with the last passage before and the first one after.",
        options={"stances": _HOW["stances"], **_MERGE, **FILTERS},
        columns={
            "holder": "id of the holder",
            "holder_name": "its name",
            "target": "id of the principle",
            "target_name": "its name",
            "before_on": "day of the last statement of the former line",
            "before_stance": "its stance",
            "before_passage": "its words",
            "before_position": "its id",
            "after_on": "day of the first statement of the new line",
            "after_stance": "its stance",
            "after_passage": "its words",
            "after_position": "its id",
            "held": "how many statements the former line had",
            "returned": "whether the holder had stood there before",
        },
        shown=("holder_name", "target_name", "before_on", "before_passage", "after_on", "after_passage"),
        example={},
        answer=answers.changed,
    ),
]
ANALYSES: Mapping[str, Analysis] = {item.name: item for item in _LIST}

_SHAPE = _choice("long: a row for each count; wide: a column for each group", ("long", "wide"), "long")
SERIES = Analysis(
    name="series",
    title="Positions over time",
    description="How many positions each period has, by group, with their mean stance.",
    options={
        "by": _choice("length of a period", counts.UNITS, "month"),
        "group": _choice("what positions are put in groups by", counts.GROUPS, "stance"),
        "shape": _SHAPE,
        "top": Filter(
            type="integer", description="how many groups at most, those with the most positions", default="20"
        ),
        **FILTERS,
    },
    columns={
        "period": "first day of the period",
        "group": "the group: an id, or a word such as endorse",
        "group_name": "its name",
        "positions": "how many positions it has",
        "mean_stance": "their mean stance, -1 (reject) to 1 (endorse)",
    },
    example={"by": "month", "group": "stance"},
    answer=counts.series,
)
MATRIX = Analysis(
    name="matrix",
    title="Blocs and principles",
    description="How many positions link each bloc with each principle.",
    options={
        "link": _choice(
            "how a bloc is linked: the way to the principle (via), set against it (contrasts), its holder"
            " (held), or the holder's on that day (members)",
            counts.LINKS,
            "via",
        ),
        "shape": _SHAPE,
        "value": _choice("what a wide cell shows", ("positions", "mean_stance"), "positions"),
        **FILTERS,
    },
    columns={
        "bloc": "id of the bloc",
        "bloc_name": "its name",
        "principle": "id of the principle",
        "principle_name": "its name",
        "positions": "how many positions link them",
        **{stance: f"how many of them {stance}" for stance in counts.STANCES},
        "mean_stance": "their mean stance, -1 (reject) to 1 (endorse)",
    },
    example={"link": "via"},
    answer=counts.matrix,
)
