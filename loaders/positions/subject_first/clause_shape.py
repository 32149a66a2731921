"""The shape of a clause in Russian and English: its finite verbs, where it begins, which case a name has."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace

from loaders.positions.clauses import Act, Speaker, Subject, represented
from loaders.positions.grammar import PARTICLES, Grammar
from loaders.positions.speech import Attribution
from loaders.positions.subjects import LONG_QUOTE, words_at
from loaders.positions.unlisted import unlisted_verbs
from loaders.reading.document import Document, Sentence
from loaders.reading.language import Topic, Verb
from loaders.reading.mentions import Mention
from loaders.reading.patterns import Hit
from loaders.reading.sentences import Quote
from ontology.vocabulary import Organization

_WHITHER = (("to",), ("from",), ("into",), ("in",))
_REFUSED = 7  # words before "demanding" in which a text is vetoed
REACH_BACK = 40  # words back from a verb in which its clause begins
OPENING = 3
_SUBORDINATE = 6  # words from "after" to the verb of its clause


def _long_quotes(document: Document) -> list[Quote | None]:
    """For each word the outermost quotation of some length that it stands in."""
    found: list[Quote | None] = [None] * len(document.words)
    for quote in document.quotes:
        first, last = (bisect_left(document.words.starts, at) for at in (quote.start, quote.end))
        if quote.depth == 0 and last - first >= LONG_QUOTE:
            found[first:last] = [quote] * (last - first)
    return found


def _in_brackets(document: Document) -> frozenset[int]:
    """The words that stand in round brackets."""
    words, text = document.words, document.text
    found: list[int] = []
    opened = False
    for at in range(1, len(words)):
        gap = text[words.ends[at - 1] : words.starts[at]]
        opened = "(" in gap if "(" in gap or ")" in gap else opened and "\n" not in gap
        if opened:
            found.append(at)
    return frozenset(found)


class ClauseShape(Attribution):
    """Attribution with the search for subjects of Russian and English: the shape of clauses."""

    def __init__(self, document: Document, mentions: tuple[Mention, ...]) -> None:
        super().__init__(document, mentions)
        words = document.language.words
        self._russian = document.language.code == "ru"
        self._grammar = Grammar(document, self._ends)
        # How Russian words end that show what they do in a clause:
        self._many = tuple(words("plural_verb_endings"))
        self._asides = (*words("participle_endings"), *words("gerund_endings"))
        self._agent_ends = tuple(words("agent_endings"))
        self._instrumentals = tuple(words("instrumental_endings"))
        pairs = (pair.partition(" x ") for pair in sorted(words("correlates")))
        self._correlates = [(tuple(first.split()), tuple(second.split())) for first, _, second in pairs]
        self._joins = words("joins")
        self._weekdays = words("weekdays")
        self._experienced = words("experienced")
        self._articles = words("articles")
        self._beings = words("impersonal")
        self._conjunctions = words("conjunctions")
        self._noun_follows = words("noun_follows")
        self._subordinators = words("subordinators")
        self._trades = words("trades") | words("trades_before") | words("own_offices")
        self._tail_openers = words("tail_openers")
        self._adverbs = words("adverbs_too")
        self._quote_of = _long_quotes(document)
        self._bracketed = _in_brackets(document)
        self._places = {m.first: m for m in mentions if m.kind == "place"}
        self._front: Subject | None = None  # the person who opens the sentence
        self._edge = 0  # where the clause of the verb before ends
        self._form = ""  # the form of the last finite verb of the sentence

    def _finite(self, sentence: Sentence, hit: Hit[Verb]) -> bool:
        """Whether a form that may be an adjective or part of a passive is a verb of its own here."""
        if self._russian or hit.sense.form not in ("past", "base", "present"):
            return True
        words, breaks = self._document.words.folded, self._document.breaks
        if self._grammar.hyphened(hit.start) or self._grammar.hyphened(hit.end):
            return False
        if hit.sense.form == "past" and (
            words[hit.end : hit.end + 1] == ("by",) or hit.start == sentence.first
        ):
            return False
        if self._reduced(sentence, hit) or self._explains(hit):
            return False
        if words[hit.start] in self._adverbs and words[hit.end : hit.end + 1] in _WHITHER:
            return False  # brought them back to the table
        at = hit.start
        while (
            hit.sense.form == "past"
            and at > sentence.first
            and not breaks[at]
            and self._grammar.particle(at - 1)
        ):
            at -= 1
            if words[at] in self._beings or words[at] in ("been", "being", "be"):
                return False
        if hit.sense.form == "past" and words[hit.start - 1 : hit.start] == ("stay",):
            return False
        inside = hit.start > sentence.first and not breaks[hit.start]
        before = words[hit.start - 1] if inside else ""
        owned = inside and hit.sense.form == "past" and self._grammar.possessive(hit.start - 1)
        long = before == "long" and words[hit.start - 2] in ("has", "have", "had")  # has long argued
        return (
            before not in self._noun_follows or long
        ) and not owned  # their stated aim, Africa's stated aim

    def _verb_hits(self, sentence: Sentence) -> list[Hit[Verb]]:
        """Verbs of the lists; in Russian also those that only their form and place tell."""
        found = super()._verb_hits(sentence)
        if not self._russian:
            return self._as_past(sentence, found)
        known = {at for hit in (*found, *sentence.of(Topic)) for at in range(hit.start, hit.end)}
        known |= {at for m in self._inside(sentence) for at in range(m.first, m.last)}
        guessed = unlisted_verbs(
            self._document, sentence, known, self._ends, self._opens_actor, self._grammar
        )
        return sorted([*found, *guessed], key=lambda hit: hit.start)

    def _as_past(self, sentence: Sentence, found: list[Hit[Verb]]) -> list[Hit[Verb]]:
        """English verbs whose past is written as their base, taken for past where no helper stands before."""
        past = {(h.start, h.end): h for h in sentence.of(Verb) if h.sense.form == "past"}
        helpers = self._document.language.words("modals") | {"to"}
        words = self._document.words.folded
        return [
            past.get((h.start, h.end), h)
            if h.sense.form == "base" and words[h.start - 1] not in helpers
            else h
            for h in found
        ]

    def _opens_actor(self, at: int) -> int:
        """Where an actor ends that begins at a word, named or meant by "he" or "the minister"; else 0."""
        named = self._starts.get(at)
        if named is None:
            return at + 1 if self._document.words.folded[at] in self._document.language.words("he") else 0
        return 0 if self._grammar.oblique(named) else named.last

    def _adverbial(self, hit: Hit[object]) -> bool:
        """Whether an -ing form opens a clause (…, calling for) and is no noun or adjective."""
        folded, words = self._document.words.folded, self._document.language.words
        before = folded[hit.start - 1] if hit.start else ""
        refused = not words("refused_texts").isdisjoint(folded[max(0, hit.start - _REFUSED) : hit.start])
        of_text = before in words("texts") and not refused  # issued a statement condemning …, vetoed one …
        opens = of_text or before in ("while", "by", "and", "in", "but")
        return self._russian or self._document.breaks[hit.start] or opens

    def _long_quote(self, word: int) -> Quote | None:
        return self._quote_of[word] if word < len(self._quote_of) else None

    def _reduced(self, sentence: Sentence, hit: Hit[Verb]) -> bool:
        """Whether a participle between commas explains a noun: the resolution, adopted on Monday, demands."""
        breaks, at = self._document.breaks, hit.start
        if self._russian or hit.sense.form != "past" or at <= self._edge + 1 or not breaks[at]:
            return False
        alone = not any(breaks[self._edge + 1 : at]) and self._opens_subject(self._edge)
        return alone and any(
            h.sense.form in ("past", "present") and h.start > hit.end and breaks[h.start]
            for h in sentence.of(Verb)
        )

    def _explains(self, hit: Hit[Verb]) -> bool:
        """Whether a participle without an object explains a noun before it: tariffs imposed in …."""
        words, language = self._document.words.folded, self._document.language
        at = hit.start
        behind = not self._russian and hit.sense.form == "past" and at > self._edge + 1 and self._form != ""
        plain = (
            behind
            and at not in self._ends
            and not self._grammar.particle(at - 1)
            and not self._document.breaks[at]
        )
        noun = plain and words[at - 1] not in language.words("conjunctions") | language.words(
            "subject_stops"
        ) | language.words("joins")
        prepositions = language.words("participial_before")
        return (
            noun and words[at] in language.words("participial") and words_at(words, hit.end) in prepositions
        )

    def _opens_subject(self, first: int) -> bool:
        """Whether a subject may begin at a word: no phrase of time or place, participle or conjunction."""
        word, words = self._document.words.folded[first], self._document.language.words
        opens = words("introduces") | words("prepositions") | words("hypothetical") | words("conjunctions")
        return first in self._starts or (word not in opens and not word.endswith(("ing", "ed")))

    def _clause_start(self, sentence: Sentence, at: int) -> int:
        """Where the clause begins in which a verb stands: behind "that", a quotation or the verb before."""
        words, quote = self._document.words.folded, self._long_quote(at)
        here = at
        while here > max(self._edge, at - REACH_BACK):
            if self._long_quote(here - 1) is not quote or (words[here - 1] in self._that):
                return here
            if here < at and self._grammar.dash_before(here) and self._document.breaks[here]:
                return here
            here -= 1
        return here

    def _ending(self, sentence: Sentence, at: int, start: int) -> Subject | None:
        """The actor whose name ends right before word `at`, where it can be a subject."""
        mention = self._ends.get(at)
        if mention and not self._russian:
            mention = self._named_in_full(mention, start)
        elif mention and mention.first in self._bracketed and at not in self._bracketed:
            named = self._ends.get(mention.first)  # Касым-Жомарт Токаев (Казахстан)
            mention = replace(named, last=mention.last) if named else mention
        if mention and mention.first >= start:
            if self._grammar.possessive(at - 1) or self._grammar.governed(sentence, mention.first):
                return None
            if self._grammar.oblique(mention):
                counted = self._reference(sentence, at, starting=False) if self._russian else None
                listed = self._under_title(sentence, mention, start)
                return counted if counted and counted.first < mention.first and not listed else listed
            return Subject(represented(self._vocabulary, mention), mention.first, mention.last)
        found = self._reference(sentence, at, starting=False)
        if found and found.first >= start and not self._grammar.governed(sentence, found.first):
            return found
        return None

    def _named_in_full(self, mention: Mention, start: int) -> Mention:
        """A name with what stands before it of the same actor: African Union (AU), Xi of China."""
        words = self._document.words.folded
        whole = self._ends.get(mention.first)
        letters = whole is not None and whole.state == mention.id and mention.first in self._bracketed
        if whole and (whole.id == mention.id or letters) and whole.first >= start:
            return replace(whole, last=mention.last)
        of = self._before_article(mention.first, start) - 1
        person = self._ends.get(of) if of > start and words[of] == "of" else None
        own = person and person.kind == "person" and person.state in (mention.id, None)
        return replace(person, last=mention.last) if person and own else mention

    def _under_title(self, sentence: Sentence, mention: Mention, start: int) -> Subject | None:
        """The states listed behind one title, of which a name in the genitive is the last: главы МИД …."""
        names = [mention]
        while (other := self._member_before(names[0].first)) and other.first >= start:
            names.insert(0, other)
            if other.how == "side":
                break
        head = names[0]
        if head.how != "side" or self._grammar.oblique(head) or self._grammar.governed(sentence, head.first):
            return None
        speakers = [represented(self._vocabulary, name) for name in names]
        holders = tuple(dict.fromkeys(holder for speaker in speakers for holder in speaker.holders))
        return Subject(Speaker(None, holders), head.first, mention.last)

    def _member_before(self, at: int) -> Mention | None:
        """The mention that a comma or "and" joins to what begins at a word."""
        if self._document.breaks[at]:
            return self._ends.get(at)
        joined = at > 0 and self._document.words.folded[at - 1] in self._joins
        return self._ends.get(at - 1) if joined else None

    def _before_article(self, at: int, start: int) -> int:
        """Where a name begins, with its article: the United States."""
        return at - 1 if at - 1 > start and self._document.words.folded[at - 1] in self._articles else at

    def _in_relative(self, sentence: Sentence, hit: Hit[Verb]) -> bool:
        """Whether the clause of a verb without a subject opens with a relative pronoun: which harms …."""
        if hit.sense.form in ("participle", "we", "passive"):
            return False
        start = self._clause_start(sentence, hit.start)
        at, _ = self._grammar.past_particles(start, hit.start)
        return any(self._grammar.is_relative(sentence, word) for word in range(max(start, at - 1), hit.start))

    def _goes_on(self, act: Act) -> bool:
        """Whether a verb without a subject is joined to one before it: supports X and opposes Y."""
        start, _ = self._grammar.past_particles(max(0, act.at - PARTICLES), act.at)
        return (
            self._russian
            or self._document.breaks[start]
            or self._document.words.folded[start - 1] in self._conjunctions
        )

    def _outlet(self, actor: str) -> bool:
        """Agencies and outlets, and the networks on which channels stand (Telegram)."""
        entry = self._vocabulary.items.get(actor)
        return isinstance(entry, Organization) and entry.category in ("agency", "outlet", "company")

    def _plural(self, subject: Subject) -> bool:
        words = self._document.words
        last = words.folded[subject.last - 1]
        lower = (
            self._document.text[words.starts[subject.last - 1]].islower() or subject.last not in self._ends
        )
        return (
            len(subject.speaker.holders) > 1
            or last in ("we", "they", "i", "both")
            or (lower and last.endswith("s"))
        )

    def _owns(self, sentence: Sentence, subject: Subject) -> bool:
        """Whether a name without cases only says whose the noun before it is: решение США."""
        mention = self._ends.get(subject.last)
        return mention is not None and self._grammar.genitive(sentence, mention)

    def _turned(self, hit: Hit[Verb], at: int) -> bool:
        """Whether a Russian word that turns goes on with the clause before: …, однако призывает Баку к …."""
        turns = self._russian and at < hit.start and self._document.breaks[at]
        return turns and self._document.words.folded[at] in self._document.language.words("however")

    def _subordinate(self, sentence: Sentence, start: int, at: int) -> bool:
        """Whether a subject that nobody lists opens a clause of its own: after the junta denounced …."""
        folded, words = self._document.words.folded, self._document.language.words
        opening = (i for i in range(at - 2, max(start, at - _SUBORDINATE), -1) if folded[i] in self._articles)
        said = {h.end for h in sentence.of(Verb) if h.sense.says}
        return any(folded[i - 1] in words("subordinators") or i in said for i in opening)
