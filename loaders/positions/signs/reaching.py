"""Which cues reach a target: near enough, not parted from it, no matter of fact."""

from __future__ import annotations

from loaders.positions.candidates import Target
from loaders.positions.clauses import Clause
from loaders.positions.signs.borders import only_topics, quote_ends, speech_begins, that_begins
from loaders.positions.signs.conditions import in_terms
from loaders.positions.signs.effects import AGAINST, LINK, Reading, effect_of, valence_of
from loaders.positions.topics import negates
from loaders.reading.document import Document
from loaders.reading.language import Cue, Name, Verb
from loaders.reading.patterns import Hit
from loaders.reading.text import fold

_TAKES_SIDE = frozenset({"support", "minus", "assert", "plus"})
_FELT_OVER = 4  # words in which a feeling stands before the situation that it is over
_FELT_WITHIN = 9  # words from a feeling to what it is over
_FACT_REACH = 3  # words between "a quarrel over" and what it is over


class Reaching:
    """The sign of a target while its cues are composed, nearest first."""

    def __init__(self, document: Document, clause: Clause, target: Target, topics: list[Target]) -> None:
        self._document = document
        self._clause = clause
        self._target = target
        self._topics = topics
        self._valence = valence_of(document, target)
        self._sign: int | None = None
        self._cued = "valence"
        self._modality = clause.verb.modality if clause.verb else None
        self._trace: list[str] = []
        self._edge = self._first = target.first
        self._last = target.last
        self._lemma = ""
        self._danger = False
        self._damaged = False  # whether a noun of damage governs it
        self._bad = False  # whether a word that only judges stands nearest (illegal sanctions)
        self._undoing = document.language.words("undoing")
        self._undone = False  # whether what is judged from behind is that the target ends
        self._done_next = False  # whether another verb that "and" joins to the clause's stands nearer
        self._governed = False  # whether the clause's own verb has been composed
        self._defended = False  # whether it is denied that the target is so
        self._nor = False  # whether the negation nearest goes on with one before it
        self._joined = -1  # where "and" stands before a cue: those before it govern another

    def _own_verb(self, hit: Hit[Cue | Verb]) -> bool:
        return hit.start == self._clause.verb_at

    def _noted(self, hit: Hit[Cue | Verb], effect: str) -> str:
        return f"{effect}:{self._document.words.folded[hit.start]}"

    def reaches(self, hit: Hit[Cue | Verb]) -> bool:
        """Whether a cue stands near enough to what has been composed so far, or is the clause's verb."""
        near = self._edge - hit.end - self._passed(hit.end) <= LINK
        far = self._own_verb(hit) or self._called_to(hit) or self._felt(hit)
        return near or far or only_topics(hit.end, self._edge, self._topics)

    def _felt(self, hit: Hit[Cue | Verb]) -> bool:
        """Whether an English feeling is voiced over a target: concern over its actions in the Red Sea."""
        words, language = self._document.words.folded, self._document.language
        feeling = words[hit.start] in language.words("feelings") and language.code == "en"
        parted = any(self._document.breaks[hit.end : self._target.first + 1])
        over = not language.words("felt_over").isdisjoint(words[hit.end - 1 : hit.end + 1])
        return feeling and over and not parted and self._edge - hit.end <= _FELT_WITHIN

    def _called_to(self, hit: Hit[Cue | Verb]) -> bool:
        """Whether a verb is what an English verb calls upon somebody to do: urged X to stop …, whatever far.

        Not where a comma or "and" may open another thing to do before the target.
        """
        own, words = self._clause.verb, self._document.words.folded
        calls = own is not None and own.modality == "calls-for" and self._document.language.code == "en"
        if not calls or not isinstance(hit.sense, Verb) or hit.start <= self._clause.verb_at:
            return False
        if words[hit.start - 1] != "to":
            return False
        joins = self._document.language.words("conjunctions")
        parted = any(self._document.breaks[hit.end : self._target.first + 1])
        return not parted and joins.isdisjoint(words[hit.end : self._target.first])

    def _passed(self, start: int) -> int:
        """How many words behind a cue part it from nothing: names and strengthening words in Arabic."""
        if self._document.language.code != "ar" or self._edge - start <= LINK:
            return 0
        sentence = self._document.sentences[self._clause.sentence]
        names = (h for h in sentence.of(Name) if h.sense.strength in ("strong", "metonym"))
        named = {at for h in names for at in range(max(h.start, start), min(h.end, self._edge))}
        strong = self._document.language.words("strengthening")
        words = self._document.words.folded
        return len(named | {at for at in range(start, self._edge) if words[at] in strong})

    def in_subject(self, hit: Hit[Cue | Verb]) -> bool:
        """Whether a cue belongs to the subject of the verb that governs: не поддержав …, требуют.

        An opposition leader who calls for a thing does not oppose it.
        """
        before = self._governed and hit.end < self._clause.verb_at - 1
        if self._document.language.code == "en":
            return before and not negates(hit)  # none of the leaders backed it
        return before and self._document.language.code == "ru"

    def is_fact(self, hit: Hit[Cue | Verb]) -> bool:
        """Whether a cue says that the target is but a matter of fact or of talk."""
        effect = effect_of(hit.sense)
        words, felt = self._document.words.folded, self._document.language.words("feelings")
        reach = _FACT_REACH if self._document.language.code == "en" else 1
        wanted = self._clause.verb is not None and effect_of(self._clause.verb) == "support"
        if wanted and words[hit.start] in self._document.language.words("matters"):
            return False  # выступает за диалог по вопросам безопасности
        before = words[hit.start - 1 : hit.start] if reach == 1 else words[hit.start - _FELT_OVER : hit.start]
        beside = effect == "fact" and self._edge - hit.end <= reach and felt.isdisjoint(before)
        beside = beside and not self._judged_by_name(hit)
        return self._sign is None and (effect == "neutral" or beside)

    def _judged_by_name(self, hit: Hit[Cue | Verb]) -> bool:
        """Whether side is taken right before what a thing is called: denounced what he called a plot."""
        language = self._document.language
        if self._document.words.folded[hit.start] not in language.words("whatever"):
            return False
        verbs = self._document.sentences[self._clause.sentence].of(Verb)
        before = [h.sense for h in verbs if h.end == hit.start]
        return any(v.effect in ("plus", "minus") and v.lemma not in language.words("begun") for v in before)

    def fact(self, hit: Hit[Cue | Verb]) -> Reading:
        """The reading of a target that is but a fact."""
        trace = (*self._trace, self._noted(hit, effect_of(hit.sense)))
        return Reading(None, self._first, self._target.last, "fact", False, self._modality, trace)

    def cut_off(self, hit: Hit[Cue | Verb]) -> bool:
        """Whether what stands before a cue no longer governs the target."""
        if effect_of(hit.sense) == "turn" or self._for_reasons(hit) or self._along_with(hit):
            return True
        if quote_ends(self._document, hit.start, self._target.first):
            return True
        if self._document.language.code == "ru" and self._parted(hit):
            return True
        if self._on_terms(hit):
            return True
        own = self._own_verb(hit)
        start, end = hit.end, self._target.first
        against = effect_of(hit.sense) in AGAINST
        if against and (self._subject_begins(start, end) or self._until(start, end)):
            return True
        if self._punished_for(hit) or self._so_that(start, end):
            return True
        if own and self._clause.level == "report":
            return False
        return that_begins(self._document, start, end) or (
            not own and (speech_begins(self._document, start, end) or self._predicate_begins(start, end))
        )

    def _on_terms(self, hit: Hit[Cue | Verb]) -> bool:
        """Whether Arabic terms open between a cue and the target, which they name: تدعم الاتفاق ما دامت …."""
        opening, words = self._document.language.words("terms_open"), self._document.words.folded
        return not opening.isdisjoint(words[hit.end : self._target.first])

    def _so_that(self, start: int, end: int) -> bool:
        """Whether what comes of a thing is told behind it: urged them to sign, so that aggression ends."""
        words, so_that = self._document.words.folded, self._document.language.words("so_that")
        return any(" ".join(words[at : at + 2]) in so_that for at in range(start, end - 1))

    def _parted(self, hit: Hit[Cue | Verb]) -> bool:
        """Whether "if", "and" of a contrast or of another side parts a Russian cue from the target.

        …, а Quad …; против протекционизма и за открытую торговлю.
        """
        words, breaks = self._document.words.folded, self._document.breaks
        same = self._document.language.words("not_turned")
        turns = any(
            words[at] == "а" and breaks[at] and words[at + 1] not in same
            for at in range(hit.end, self._target.first)
        )
        sides, joins = self._document.language.words("sides"), self._document.language.words("conjunctions")
        again = any(
            words[at] in sides and words[at - 1] in joins for at in range(hit.end + 1, self._target.first)
        )
        return turns or again or self._links(hit) or in_terms(self._document, hit.end, self._target)

    def _links(self, hit: Hit[Cue | Verb]) -> bool:
        """Whether a copula parts a word against something from the target: платой за агрессию станет …."""
        copulas, words = self._document.language.words("copulas"), self._document.words.folded
        against = effect_of(hit.sense) in AGAINST and not self._own_verb(hit) and not negates(hit)
        return against and any(words[at] in copulas for at in range(hit.end, self._target.first))

    def _along_with(self, hit: Hit[Cue | Verb]) -> bool:
        """Whether "with" and a noun of stance open a member of its own: عدم المساس بـ …، مع تشجيع …."""
        words, alongside = self._document.words.folded, self._document.language.words("alongside")
        if not alongside:
            return False
        opens = {at + 1 for at in range(hit.end, self._target.first) if words[at] in alongside}
        stances = (h for h in self._document.sentences[self._clause.sentence].of(Verb) if h.start in opens)
        return bool(opens) and any(
            h.sense.form == "noun" and effect_of(h.sense) in _TAKES_SIDE for h in stances
        )

    def _for_reasons(self, hit: Hit[Cue | Verb]) -> bool:
        """Whether "because" opens the reasons for which somebody is against what stands before them."""
        because = self._document.language.words("because")
        between = range(hit.end, self._target.first)
        words, told = self._document.words.folded, [t for t in self._topics if t.last > hit.end]
        return effect_of(hit.sense) in AGAINST and any(
            words[at] in because and any(t.last <= at for t in told) for at in between
        )

    def _subject_begins(self, start: int, end: int) -> bool:
        """Whether a comma and "and the …" with its verb open another statement: نرفض …، والحل يكمن في …."""
        words, language = self._document.words.folded, self._document.language
        lies = language.words("lies_in")
        return any(
            self._document.breaks[at] and words[at].startswith("وال") and words[at + 1] in lies
            for at in range(start, end - 1)
        )

    def _punished_for(self, hit: Hit[Cue | Verb]) -> bool:
        """Whether the target is but that for which somebody imposes a thing: فرضت عقوبات بسبب بيع …."""
        words, reasons = self._document.words.folded, self._document.language.words("punished_for")
        verb, imposing = self._clause.verb, self._document.language.words("imposing")
        imposes = verb is not None and self._own_verb(hit) and fold(verb.lemma) in imposing
        return imposes and not reasons.isdisjoint(words[hit.end : self._target.first])

    def _until(self, start: int, end: int) -> bool:
        """Whether what is refused is refused only before or save for the target: رفضت نزع سلاحها قبل …."""
        words, until = self._document.words.folded, self._document.language.words("until")
        return start < end and words[end - 1] in until and words[end - 2] != "من"

    def _predicate_begins(self, start: int, end: int) -> bool:
        """Whether a copula stands between a cue and the target: وقف الحرب هو المدخل إلى …."""
        copulas = self._document.language.words("predicate_pronouns")
        return any(
            self._document.words.folded[at] in copulas and start <= topic.first < at
            for topic in self._topics
            for at in range(start, end)
        )
