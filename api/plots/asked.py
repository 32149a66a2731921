"""What pictures can be asked for, with their options: the same in the shell and in REST."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from importlib import import_module
from typing import Any

from graph.store import READ_TIMEOUT, Store
from ontology.errors import NotInstalled, UnknownName
from ontology.vocabulary import LANGUAGES
from queries.listings import Filter
from queries.names import suggestion
from queries.networks import counts, projection
from queries.networks.analyses import ANALYSES, MATRIX, Question
from queries.networks.statements import FILTERS

FORMS = {"svg": "image/svg+xml", "png": "image/png"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Plot(Question):
    """A picture; the module of its name reads its data and draws it."""

    def picture(
        self, store: Store, given: Mapping[str, Any], form: str, *, timeout: float = READ_TIMEOUT
    ) -> bytes:
        """The picture in a form; raises NotInstalled where the extra `plots` is missing."""
        values = self.known(store, given)
        try:
            from api.plots.canvas import canvas
        except ModuleNotFoundError as error:
            raise NotInstalled("A picture", "plots") from error
        language = values.pop("language")
        # The filter by the language of articles has this name elsewhere.
        if "article_language" in values:
            values["language"] = values.pop("article_language")
        drawing = import_module(f"api.plots.{self.name}").prepare(store, values, language, timeout)
        with canvas(language, drawing.title) as drawn:
            drawing.draw(drawn)
            return drawn.svg().encode() if form == "svg" else drawn.png()


def plot(name: str) -> Plot:
    """The plot of that name; raises UnknownName with a suggestion."""
    if name not in PLOTS:
        hint = suggestion(name, PLOTS) or f"; there is {', '.join(PLOTS)}."
        raise UnknownName(f"There is no plot '{name}'{hint}", parameter="name")
    return PLOTS[name]


_LANGUAGE = {
    "language": Filter(
        type="choice", description="language of names and words", choices=LANGUAGES, default="en"
    )
}


def _filters(*left_out: str) -> dict[str, Filter]:
    kept = {name: item for name, item in FILTERS.items() if name not in (*left_out, "language")}
    return {**kept, "article_language": FILTERS["language"]}


def _top(description: str, usual: int, most: int) -> dict[str, Filter]:
    return {"top": Filter(type="integer", description=description, default=str(usual), least=1, most=most)}


_NETWORK = ("by", "normalise", "duplicates", "stances", "merge")

_LIST = [
    Plot(
        name="timeline",
        title="A holder's line on a principle over time",
        description="Each position by its day and stance, and the blocs named as the way or set against it.",
        options={
            "holder": FILTERS["holder"],
            "principle": FILTERS["within"],
            **_LANGUAGE,
            **_filters("holder", "within", "holder_kind", "bloc"),
        },
        required=("holder", "principle"),
        example={"holder": "state:RU", "principle": "principle:eurasian-security"},
    ),
    Plot(
        name="heatmap",
        title="Blocs by principles",
        description="How many positions link each bloc with each principle; their mean stance as a colour.",
        options={
            "link": Filter(
                type="choice",
                description=MATRIX.options["link"].description,
                choices=counts.LINKS,
                default="via",
            ),
            **_top("how many blocs and principles at most, those with the most positions", 15, 30),
            **_LANGUAGE,
            **_filters(),
        },
        example={"link": "via"},
    ),
    Plot(
        name="network",
        title="Who agrees with whom",
        description="A network over positions: the strongest ties, communities by colour.",
        options={
            "kind": Filter(
                type="choice", description="kind of network", choices=projection.KINDS, default="actors"
            ),
            **{name: ANALYSES["measures"].options[name] for name in _NETWORK},
            **_top("how many ties at most, the strongest", 60, 200),
            **_LANGUAGE,
            **_filters(),
        },
        example={"by": "congruence"},
    ),
]
PLOTS: Mapping[str, Plot] = {item.name: item for item in _LIST}
