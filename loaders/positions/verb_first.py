"""Who says what in Arabic, where the verb comes first and its form tells how many speak.

Reads what `speech` reads. Remembers which states spoke together, so that "the ministers", "the three
states", or a verb in the plural or dual without a subject (شددوا, أكدا) means them.
"""

from __future__ import annotations

from loaders.positions.clauses import NOBODY, OWN, Act, Speaker, Subject, represented
from loaders.positions.speech import Attribution
from loaders.reading.document import Document, Sentence
from loaders.reading.language import Verb
from loaders.reading.mentions import Mention
from loaders.reading.patterns import Hit

_LEADERS = 3  # persons listed in a row: together they are "the leaders"
_SOON = 2  # sentences behind such a list


class VerbFirst(Attribution):
    """Attribution for Arabic."""

    def __init__(self, document: Document, mentions: tuple[Mention, ...]) -> None:
        super().__init__(document, mentions)
        words = document.language.words
        self._heads = words("group_heads")
        self._parts = words("group_parts")
        self._copulas = words("copulas")
        self._attending = words("attending")
        self._own_letter = words("own_letter")
        self._several: tuple[str, ...] = ()  # who spoke together last
        self._leaders: tuple[tuple[str, ...], int] = ((), 0)  # the states of persons listed, and where

    # --- who speaks together -----------------------------------------------------------------

    def _remember_pair(self, sentence: Sentence) -> None:
        super()._remember_pair(sentence)
        folded = self._document.words.folded
        for mention in self._inside(sentence):
            if mention.first not in self._starts:
                continue
            run = [mention, *self._listed(sentence, mention.last)]
            if len(run) < 2 or not self._attending.isdisjoint(folded[sentence.first : mention.first]):
                continue  # who merely takes part is none of those who speak
            if self._headed_by(sentence, mention):
                self._several = self._together(run)
            elif len(run) >= _LEADERS and all(m.kind == "person" and m.state for m in run):
                self._leaders = self._together(run), sentence.index

    def _headed_by(self, sentence: Sentence, mention: Mention) -> bool:
        """Whether a list opens with those who speak for its members: وزراء خارجية كل من …."""
        folded = self._document.words.folded
        if folded[mention.first] in self._heads and mention.how == "side":
            return True
        at = mention.first - 1
        while at > sentence.first and folded[at] in self._parts and folded[at] not in self._heads:
            at -= 1
        return at >= sentence.first and folded[at].removeprefix("و") in self._heads

    def _together(self, run: list[Mention]) -> tuple[str, ...]:
        holders = (h for m in run for h in represented(self._vocabulary, m).holders)
        return tuple(dict.fromkeys(holders))

    def _group_now(self, sentence: int) -> tuple[str, ...]:
        """Whom "the leaders" means: those listed just before, those who spoke together, else the bloc."""
        leaders, at = self._leaders
        if leaders and 0 <= sentence - at <= _SOON:
            return leaders
        return self._several or self._group

    def _referred(self, kind: str) -> Speaker | None:
        if kind == "several_states" and (group := self._group_now(self._at)):
            return Speaker(None, group)
        if kind == "joint_document" and self._several:
            return Speaker(None, self._several)
        if kind == "document" and self._speaker.nobody and self._several:
            return Speaker(None, self._several)
        return super()._referred(kind)

    def _note(self, act: Act) -> None:
        """Remember a subject of several states, or a bloc, for the verbs that follow."""
        speaker = act.subject.speaker if act.subject else NOBODY
        if speaker.voice is not None or OWN in speaker.holders:
            return
        if len(speaker.holders) == 2 and not self._pair_of_title:
            self._pair = speaker.holders
        several = len(speaker.holders) > 1 or any(h.startswith("bloc:") for h in speaker.holders)
        if several and not (act.after_that or act.quoted):
            self._several = speaker.holders

    # --- subjects ----------------------------------------------------------------------------

    def _act(self, sentence: Sentence, hit: Hit[Verb]) -> Act | None:
        self._at = sentence.index
        act = super()._act(sentence, hit)
        if act:
            self._note(act)
        return act

    def _said_next(self, sentence: Sentence) -> Speaker | None:
        kept = self._several, self._pair
        found = super()._said_next(sentence)
        self._several, self._pair = kept
        return found

    def _subject(self, sentence: Sentence, hit: Hit[Verb], quoted: bool) -> Subject | None:
        return super()._subject(sentence, hit, quoted) or self._they(sentence, hit)

    def _they(self, sentence: Sentence, hit: Hit[Verb]) -> Subject | None:
        """Whom a verb in the dual or plural means without a subject: شددا, وأكدوا."""
        count = how_many(hit.sense, self._document.words.folded[hit.start])
        if count == 1 or self._long_quote(hit.start) or self._in_relative(sentence, hit):
            return None
        if any(_participle(other.sense) and other.start == hit.start for other in sentence.hits):
            return None  # طالبا: rather "asking" than "both asked"
        holders = self._pair if count == 2 else self._group_now(sentence.index)
        if holders:
            return Subject(Speaker(None, holders), hit.start, hit.end)
        of_one = count == 3 and (self._speaker.voice or "").startswith("person:")
        return Subject(NOBODY, hit.start, hit.end) if of_one else None

    def _may_stand_between(self, verb: int, at: int) -> bool:
        folded = self._document.words.folded
        if folded[at] in self._heads:
            return True
        headed = any(word in self._heads for word in folded[verb:at])
        return (headed and folded[at] in self._parts) or super()._may_stand_between(verb, at)

    def _actor_at(self, sentence: Sentence, at: int) -> Subject | None:
        mention = self._starts.get(at)
        if mention and self._clings(mention):
            return None
        return super()._actor_at(sentence, at)

    def _clings(self, mention: Mention) -> bool:
        """Whether a preposition clings to a name: no subject then (بدولة فلسطين, للصين)."""
        word, known = self._document.words.folded[mention.first], self._document.language.initial_words
        if word in known or word in self._own_letter:
            return False
        by_office = mention.how in ("side", "title", "counterpart")
        return word.startswith(("بال", "كال", "لل")) or (word[0] in "بل" and (by_office or word[1:] in known))

    def _opens_clause(self, sentence: Sentence, at: int) -> bool:
        before = self._document.words.folded[at - 1] if at > sentence.first else ""
        bare = before[1:] if before[:1] in ("و", "ف") else before
        return before in self._copulas or bare in self._copulas or super()._opens_clause(sentence, at)


def _participle(sense: object) -> bool:
    return isinstance(sense, Verb) and sense.form == "participle"


def how_many(verb: Verb, word: str) -> int:
    """How many a finite verb's form says that its unnamed subject is: 1, 2, or 3 for a plural."""
    if verb.form == "past":
        if word.endswith("وا"):
            return 3
        dual = word.endswith("تا") or (word.endswith("ا") and verb.lemma[-1] not in "اى")
        return 2 if dual else 1
    if verb.form == "present":
        if word.endswith(("ون", "وا")):
            return 3
        return 2 if word.endswith("ان") else 1
    return 1
