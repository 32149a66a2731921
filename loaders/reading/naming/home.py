"""Which state an article is at home in: "the minister" is its minister."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from loaders.reading.document import Document, Sentence
from loaders.reading.language import Name, Verb
from loaders.reading.layout import Kind
from loaders.reading.patterns import Hit
from loaders.reading.text import fold_name
from ontology.vocabulary import Organization, Place

Named = Mapping[int, Sequence[Hit[Name]]]  # the names of each sentence, by its index

_STANCE_OF = 14  # words from a ministry to the stance that it expresses
_OF_EMBASSY = 6  # words around "embassy" in which its state is named
_SEATS = frozenset({"place:new-york", "place:geneva"})  # of the United Nations: nobody is at home there


def home_state(document: Document, named: Named) -> str | None:
    """The state at home: of the outlet, else of the dateline's city. "The minister" is its minister."""
    outlet = document.vocabulary.items.get(document.layout.publisher or "")
    of = outlet.of if isinstance(outlet, Organization) and not outlet.worldwide else None
    if of and of.startswith("state:"):
        return of
    words = document.words
    if document.language.code == "en" and (sender := _embassy_of(document, named)):
        return sender
    for block in document.layout.blocks:
        if block.kind is Kind.DATELINE:
            folded = tuple(
                w for w, at in zip(words.folded, words.starts, strict=True) if block.start <= at < block.end
            )
            for hit in document.language.lexicon.find(folded):
                if isinstance(hit.sense, Name) and isinstance(
                    place := document.vocabulary.items.get(hit.sense.id), Place
                ):
                    if place.id in _SEATS and document.language.code == "ar":
                        return None
                    return place.capital_of or place.within
    return _home_of_ministry(document, named) if document.language.code == "ar" else None


def _home_of_ministry(document: Document, named: Named) -> str | None:
    """Whose stance a ministry named without its state expresses: أعربت وزارة الخارجية عن إدانة الكويت."""
    for sentence in document.sentences:
        ministry = _bare_ministry(document, named, sentence)
        if ministry is not None and (
            home := _voiced_by(document, named, sentence, ministry) or _opened_by(document, named)
        ):
            return home
    return None


def _bare_ministry(document: Document, named: Named, sentence: Sentence) -> int | None:
    """Where a sentence names a ministry of foreign affairs and not whose."""
    folded, of = document.words.folded, document.language.words("ministry_of")
    states = _states_named(named, sentence)
    near = range(sentence.first, sentence.last - 1)
    return next(
        (at for at in near if folded[at] == "وزاره" and folded[at + 1] in of and at + 2 not in states),
        None,
    )


def _voiced_by(document: Document, named: Named, sentence: Sentence, ministry: int) -> str | None:
    """Whose stance follows a ministry: أكدت وزارة الخارجية رفض قطر, أعربت … عن ترحيب دولة الكويت."""
    folded, words = document.words.folded, document.language.words
    states, stances = _states_named(named, sentence), tuple(words("voiced"))
    stressed = ministry > sentence.first and folded[ministry - 1] in words("stresses")
    for at in range(ministry + 2, min(ministry + _STANCE_OF, sentence.last - 1)):
        led = folded[at - 1] in words("stands_on") or (stressed and at == ministry + 2)
        if led and at + 1 in states and folded[at].startswith(stances):
            return states[at + 1]
    return None


def _states_named(named: Named, sentence: Sentence) -> dict[int, str]:
    """The states that a sentence names in full, by the word with which each name begins."""
    here = named[sentence.index]
    strong = (h for h in here if h.sense.strength == "strong" and h.sense.id.startswith("state:"))
    return {h.start: h.sense.id for h in strong}


def _opened_by(document: Document, named: Named) -> str | None:
    """The state that is subject of the verb with which an Arabic text opens: أدانت قطر …."""
    first = next((s for s in document.sentences if s.kind is Kind.BODY), None)
    if first is None or not any(h.start == first.first and h.sense.says for h in first.of(Verb)):
        return None
    return _states_named(named, first).get(first.first + 1)


def _embassy_of(document: Document, named: Named) -> str | None:
    """The state whose embassy publishes an English text: Chinese Embassy in the UK, Embassy of China."""
    folded = document.words.folded
    if "embassy" not in fold_name(document.layout.title or "").split():
        return None
    for i in (i for i, word in enumerate(folded) if word == "embassy"):
        start = max(0, i - _OF_EMBASSY)
        for hit in document.language.lexicon.find(folded[start : i + _OF_EMBASSY]):
            names = isinstance(hit.sense, Name) and hit.sense.id.startswith("state:")
            before = start + hit.end == i
            behind = folded[i + 1 : i + 2] == ("of",) and 1 < start + hit.start - i <= _OF_EMBASSY
            if names and (before or behind) and isinstance(hit.sense, Name):
                return hit.sense.id
    told = document.language.words("own_stance")
    acts = [
        hit.sense.id
        for hits in named.values()
        for hit in hits
        if hit.sense.id.startswith("state:") and not told.isdisjoint(folded[hit.end : hit.end + 1])
    ]
    return max(acts, key=acts.count, default=None)
