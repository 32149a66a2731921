"""How a happening stands in its sentence: in a quotation, beside the verb of saying, as held or to come."""

from __future__ import annotations

from loaders.positions.event_kinds import MEETINGS
from loaders.positions.scene import LONG_QUOTE, Anchor, Scene
from loaders.reading.dates import DateMention
from loaders.reading.document import Document

_AROUND = 4  # words about a phrase in which others say whether it took place
_BESIDE = 3
_BEHIND = 6
_SCHEDULED = MEETINGS | {"exercise"}


class View:
    """The anchors of one scene as its sentence presents them."""

    def __init__(self, document: Document, scene: Scene) -> None:
        self._document = document
        self._scene = scene

    def quoted(self, anchor: Anchor) -> bool:
        """Whether it stands inside a long quotation of somebody's words, not of a document."""
        quote = self._document.quote_at(self._document.words.starts[anchor.first])
        if quote is None or quote.end - quote.start <= LONG_QUOTE:
            return False
        clause = self._scene.clause_at(anchor.first)
        return clause is not None and not clause.speaker.nobody

    def framed(self, anchor: Anchor) -> bool:
        """Whether it stands beside the verb of saying, not in what is said."""
        if self.quoted(anchor):
            return False
        if self._scene.has("frame", anchor.first - _AROUND, anchor.first):
            return True
        verb = max(
            (c.verb_at for c in self._scene.clauses if c.level == "report" and 0 <= c.verb_at < anchor.first),
            default=None,
        )
        if verb is None:
            return True
        words, that = self._document.words.folded, self._document.language.words("that")
        timed = {hit.end for hit in self._scene.around if hit.sense.form == "at"}  # before that, after that
        return not any(words[at] in that and at not in timed for at in range(verb, anchor.first))

    def held(self, anchor: Anchor) -> bool:
        """Whether a word beside it says that it took place."""
        first, last = anchor.first - _AROUND, self._name_end(anchor) + _AROUND
        return self._scene.has("held", first, last) or self.at(anchor)

    @staticmethod
    def _name_end(anchor: Anchor) -> int:
        """The end of a phrase with the names that follow it: "the summit of the SCO, which closed"."""
        last = anchor.last
        for mention in sorted(anchor.mentions, key=lambda m: m.first):
            if 0 <= mention.first - last <= 1:
                last = mention.last
        return last

    def hosted(self, anchor: Anchor) -> bool:
        """Whether a word right before it says that it took place: "hosted five rounds of talks"."""
        return self._scene.has("held", anchor.first - _BESIDE, anchor.first)

    def at(self, anchor: Anchor) -> bool:
        """Whether "during", "after" or the like stands before it."""
        named = (m.first for m in anchor.mentions if m.last == anchor.first)  # the Group of Seven summit
        near = range(next(named, anchor.first) - _BESIDE + 1, anchor.first + 1)
        return any(
            hit.sense.form == "at"
            and hit.end in near
            and not any(self._document.breaks[hit.end : anchor.first + 1])
            for hit in self._scene.around
        )

    def eve(self, anchor: Anchor) -> bool:
        """Whether "on the eve of" stands before it."""
        return self._scene.has("eve", anchor.first - _BESIDE, anchor.first)

    def after_place(self, anchor: Anchor) -> bool:
        """Whether a place stands right before it: «в Москве Заявление» was not made "at the statement"."""
        near = range(anchor.first - _BESIDE, anchor.first)
        return any(
            m.kind in ("place", "state") and m.first in near for a in self._scene.anchors for m in a.mentions
        )

    def another(self, anchor: Anchor) -> bool:
        """Whether it is called the first, the previous or the next of its series."""
        return self._scene.has("another", anchor.first - _BESIDE, anchor.last + _BESIDE - 1)

    def missed(self, anchor: Anchor) -> bool:
        """Whether it is only told who was not there."""
        return self._scene.has("absent", anchor.first - _AROUND, anchor.last + _BESIDE)

    def ends(self, anchor: Anchor) -> bool:
        """Whether a word beside it tells how long it goes on: "the summit ends on Sunday"."""
        return self._scene.has("ends", anchor.first - _BESIDE, anchor.last + _BESIDE)

    def scheduled(self, anchor: Anchor, date: DateMention | None) -> bool:
        """Whether the day that it has lies ahead."""
        published = self._document.layout.published_on
        if published is None or date is None or date.iso is None or anchor.kind not in _SCHEDULED:
            return False
        return date.iso > published[: len(date.iso)]

    def ahead(self, anchor: Anchor, words: int = _AROUND) -> bool:
        """Whether it is announced, by so many words before it or by words after it."""
        behind = 0 if anchor.form == "act" else _BEHIND
        return self._scene.has("ahead", anchor.first - words, anchor.last + behind)
