"""Who met, where an Arabic text does not name both together: two nations of a title, a guest, his host.

Reads what `finding` reads. Adds the two who "both sides" means, and whom "the guest" or "the minister,
his host" means, by the state at which the article is at home.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from itertools import pairwise

from loaders.positions.clauses import Clause, Speaker, Subject, represented
from loaders.positions.subjects import words_at
from loaders.positions.verb_first.finding import VerbFirstSubjects
from loaders.reading.document import Sentence
from loaders.reading.language import Name, Reference
from loaders.reading.mentions import Mention, within
from loaders.reading.naming.home import home_state
from loaders.reading.patterns import Hit
from ontology.vocabulary import Person

_STYLED = ("prime-minister", "president", "king")  # roles that a style alone means: words.yaml, styled_…
_VISITED = 12  # words from "visit" to the state that is visited


class Meetings(VerbFirstSubjects):
    """Attribution with those who met."""

    def _nations_met(self, sentence: Sentence) -> tuple[str, ...]:
        """Two nations side by side in a title or lead: بيان مشترك صيني - سعودي, القمة المصرية القبرصية."""
        adjectives = [h for h in sentence.of(Name) if h.sense.strength == "demonym"]
        states = [h for h in adjectives if h.sense.id.startswith("state:")]
        for one, other in pairwise(states):
            if one.end == other.start and one.sense.id != other.sense.id and self._alike(one, other):
                return one.sense.id, other.sense.id
        return ()

    def _alike(self, one: Hit[Name], other: Hit[Name]) -> bool:
        """Whether two adjectives have the article both, or neither: of one thing they say whose it is."""
        words = self._document.words.folded
        first, second = (words[h.start].removeprefix("و").startswith("ال") for h in (one, other))
        return first == second

    def _visited(self, sentence: Sentence) -> tuple[str, ...]:
        """The state of somebody who is said to visit another, and that other: زيارة فلان إلى مصر."""
        words, visits = self._document.words.folded, self._document.language.words("visits")
        for at in range(sentence.first, sentence.last):
            if words[at] not in visits:
                continue
            near = [m for m in self._inside(sentence) if at < m.first <= at + _VISITED]
            guest = next((m for m in near if m.kind == "person" and m.state), None)
            host = next((m for m in near if m.kind == "state" and self._led_to(m)), None)
            if guest and host and guest.state != host.id and (guest.state or "").startswith("state:"):
                return guest.state or "", host.id
        return ()

    def _led_to(self, mention: Mention) -> bool:
        """Whether "to" stands before an actor, or clings to it."""
        words = self._document.words.folded
        return mention.first > 0 and (
            words[mention.first - 1] == "الي" or words[mention.first].startswith("لل")
        )

    # --- guests and hosts ----------------------------------------------------------------------

    @cached_property
    def _home_here(self) -> str | None:
        """The state at which the article is at home."""
        return home_state(self._document, {s.index: () for s in self._document.sentences})

    def _actor_at(self, sentence: Sentence, at: int) -> Subject | None:
        return self._guest_at(sentence, at) or super()._actor_at(sentence, at)

    def _guest_at(self, sentence: Sentence, at: int) -> Subject | None:
        """Whom "the guest" or "the minister, his host" means: who of those who met is not, or is, at home."""
        words, lists = self._document.words.folded, self._document.language.words
        here, of = self._starts.get(at), self._starts.get(at + 1)
        if words[at] in lists("guest_of") and of and of.kind == "state":  # واعتبر ضيف الجزائر أن
            came = next((m for m in self._met_before(at) if m.state != of.id), None)
            return Subject(represented(self._vocabulary, came), at, of.last) if came else None
        if here and (here.how != "title" or here.last >= sentence.last):
            return None
        word = words[here.last if here else at]
        guest = word in lists("guests")
        if not self._home_here or (not guest and word not in lists("hosts")):
            return None
        met = next((m for m in self._met_before(at) if (m.state == self._home_here) is not guest), None)
        return (
            Subject(represented(self._vocabulary, met), at, (here.last if here else at) + 1) if met else None
        )

    def _met_before(self, at: int) -> Iterator[Mention]:
        """Officials of the two states that met, the last named first."""
        met = (m for m in reversed(self._mentions) if m.first < at and m.kind == "person" and m.role)
        return (m for m in met if m.state in self._pair)

    def _reads_for_another(self, speaker: Speaker) -> bool:
        """Whether somebody tells what others said at a meeting: a spokesman, or an office for its head."""
        entry = self._vocabulary.items.get(speaker.voice or "")
        roles = [m.role or "" for m in self._mentions if m.id == speaker.voice]
        roles += [role.role for role in entry.roles] if isinstance(entry, Person) else []
        return self._reads_out(speaker) or any(role.endswith("spokesperson") for role in roles)

    def _read_out_of(self, sentence: Sentence, clause: Clause) -> Subject | None:
        """Of whom a spokesman tells, if he is another state's: قال المتحدث إن الوزير الإيراني …، مبديا …."""
        words = self._document.words.folded
        that = next(
            (at for at in range(clause.verb_at + 1, sentence.last - 1) if words[at] in self._that), None
        )
        if that is None or clause.verb_at < 0 or not self._reads_for_another(clause.speaker):
            return None
        official = self._starts.get(that + 1)
        if official is None or not official.role or official.kind not in ("person", "state"):
            return None
        speaker = represented(self._vocabulary, official)
        other = clause.speaker.voice and set(speaker.holders).isdisjoint(clause.speaker.holders)
        return Subject(speaker, that + 1, official.last) if other else None

    # --- styles ------------------------------------------------------------------------------------

    def _reference(self, sentence: Sentence, at: int, starting: bool) -> Subject | None:
        if starting and at < sentence.last and (other := self._of_other(sentence, at)):
            return other
        held = self._styled(at) if starting and at < sentence.last else None
        holds = (
            m for m in reversed(self._mentions) if m.first < at and m.kind == "person" and m.role == held
        )
        if held and (whom := next(holds, None)):
            return Subject(represented(self._vocabulary, whom), at, at + 1)
        return super()._reference(sentence, at, starting)

    def _styled(self, at: int) -> str | None:
        """The role of whom a style alone means: فخامته, دولته."""
        words, word = self._document.language.words, self._document.words.folded[at]
        return next((role for role in _STYLED if word in words(f"styled_{role.replace('-', '_')}")), None)

    def _of_other(self, sentence: Sentence, at: int) -> Subject | None:
        """Whom "his guest" or "the spokesman in its name" means, by who spoke or was told of before."""
        words, lists = self._document.words.folded, self._document.language.words
        if words[at] in lists("his_guest"):
            mine = self._speaker.holders
            met = next((m for m in self._met_before(at) if m.state not in mine), None)
            return Subject(represented(self._vocabulary, met), at, at + 1) if met else None
        if words_at(words, at + 1) not in lists("in_its_name"):
            return None
        if not any(h.start == at and h.sense.kind == "speaker_again" for h in sentence.of(Reference)):
            return None
        bodies = within(self._mentions, sentence.first, at)
        body = next(
            (m for m in bodies if m.kind in ("org", "bloc", "state") and m.first in self._starts), None
        )
        return Subject(represented(self._vocabulary, body), at, at + 2) if body else None
