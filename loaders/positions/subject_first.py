"""Who says what in languages that put the subject before the verb: Russian and English.

Reads what `speech` reads. The subject stands before the verb, with phrases and relative clauses between,
or behind it where the words come first ("…", said X; «…», — заявил X). Russian shows by its cases who
is no subject, English by prepositions.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace

from loaders.positions.speech import NOBODY, OWN, Act, Attribution, Clause, Speaker, Subject, represented, resolved
from loaders.reading.document import Document, Sentence
from loaders.reading.language import Reference, Title, Verb
from loaders.reading.mentions import Mention
from loaders.reading.patterns import Hit
from loaders.reading.sentences import Quote
from loaders.reading.text import WORD, fold
from ontology.vocabulary import Entry, Person, Place, RoleKind, State

_PARTICLES = 6  # words that may stand between a subject and its verb
_REACH_BACK = 40
_REACH_AFTER = 14
_BARE_CLAUSE = 3  # words between "said" and the subject of a clause without "that"
_LONG_QUOTE = 4
_STARTS_TAIL = frozenset("on in at during after before to as while when by from through via ahead following".split())
_SPOKEN_TO = frozenset({"reporters", "journalists", "lawmakers", "parliament", "deputies", "media"})
_DASHES = frozenset("—–-")
_QUOTE_ENDS = frozenset("»”\"")


class SubjectFirst(Attribution):
    """Attribution for Russian and English."""

    def __init__(self, document: Document, mentions: tuple[Mention, ...]) -> None:
        super().__init__(document, mentions)
        words = document.language.words
        self._russian = document.language.code == "ru"
        self._prepositions = words("prepositions")
        self._joins = words("joins")
        self._modals = words("modals")
        self._beings = words("impersonal")
        self._conjunctions = words("conjunctions")
        self._side_nouns = words("side_nouns")
        self._points_back = words("points_back")
        self._supposes = words("hypothetical")
        self._introduces = words("prepositions") | words("introduces")
        self._noun_follows = words("noun_follows")
        self._quote_of = _long_quotes(document)
        self._places = {m.first: m for m in mentions if m.kind == "place"}
        self._nominatives: dict[str, frozenset[str]] = {}
        self._title_words = _title_words(tuple(self._vocabulary.of_type(RoleKind))) if self._russian else frozenset()
        self._front: Subject | None = None  # the person who opens the sentence
        self._topic: Speaker | None = None  # and the one who opened a sentence before, in which nobody spoke
        self._doer: Speaker | None = None  # whose deed a sentence told: "it" is that one next
        self._last_woman: Speaker | None = None
        self._pair_of_people = False
        self._edge = 0  # where the clause of the verb before ends

    # --- acts ----------------------------------------------------------------------------------------

    def _acts(self, sentence: Sentence) -> list[Act]:
        acts: list[Act] = []
        covered = self._topic_words(sentence) | {w for m in self._inside(sentence) for w in range(m.first, m.last)}
        self._edge = taken = sentence.first
        for hit in self._verb_hits(sentence):
            if hit.start < taken or hit.start in covered or not self._finite(sentence, hit):
                continue
            act = self._act(sentence, hit)
            if act is None or self._hypothetical(sentence, act):
                continue
            acts.append(act)
            taken = hit.end
            if hit.sense.form != "participle" and not self._relative_opens(sentence, act):
                self._edge = hit.end
        acts = sorted([*acts, *self._according(sentence), *self._headed(sentence)], key=lambda act: act.at)
        return self._nested(sentence, acts)

    def _act(self, sentence: Sentence, hit: Hit[Verb]) -> Act | None:
        act = super()._act(sentence, hit)
        if act and act.subject is None and (hit.sense.form == "base" or (hit.sense.form == "present" and not self._goes_on(act))):
            return None
        return act

    def _goes_on(self, act: Act) -> bool:
        """Whether a verb without a subject is joined to one before it: supports X and opposes Y."""
        start, _ = self._past_particles(max(0, act.at - _PARTICLES), act.at)
        return self._russian or self._document.breaks[start] or self._document.words.folded[start - 1] in self._conjunctions

    def _hypothetical(self, sentence: Sentence, act: Act) -> bool:
        """Whether an act is only supposed: "if Washington gives up …", «чтобы Киев отказался»."""
        first = min(act.at, act.subject.first) if act.subject else act.at
        words, breaks = self._document.words.folded, self._document.breaks
        for at in range(first - 1, max(sentence.first, first - 4) - 1, -1):
            if words[at] in self._supposes and act.verb is not None and act.verb.form != "participle":
                return not (words[at] in ("when", "когда") and act.verb.says and act.verb.form == "past")
            if breaks[at]:
                return False
        return False

    def _relative_opens(self, sentence: Sentence, act: Act) -> bool:
        """Whether an act stands in a relative clause between commas: behind it the outer clause goes on."""
        at = act.at
        while at > max(sentence.first, act.at - _REACH_BACK) and not self._document.breaks[at]:
            at -= 1
        return any(self._is_relative(sentence, word) for word in (at, at + 1))

    def _hyphened(self, at: int) -> bool:
        """Whether a hyphen joins a word to the one before: so-called, two-state."""
        words = self._document.words
        return 0 < at < len(words) and self._document.text[words.ends[at - 1] : words.starts[at]] == "-"

    def _headed(self, sentence: Sentence) -> Iterator[Act]:
        """"Zhang Jun: the refusal is …": a name and a colon open what is said."""
        mention = self._starts.get(sentence.first)
        if mention is None or mention.last >= sentence.last or mention.kind not in ("person", "state", "bloc", "org"):
            return
        words = self._document.words
        if self._document.text[words.ends[mention.last - 1] : words.starts[mention.last]].startswith(":"):
            subject = Subject(represented(self._vocabulary, mention), mention.first, mention.last)
            yield Act(mention.first, mention.last, None, subject, False, False, False)

    def _finite(self, sentence: Sentence, hit: Hit[Verb]) -> bool:
        """Whether a form that may be an adjective or part of a passive is a verb of its own here."""
        if self._russian or hit.sense.form not in ("past", "base", "present"):
            return True
        words, breaks = self._document.words.folded, self._document.breaks
        if self._hyphened(hit.start) or self._hyphened(hit.end):
            return False
        if hit.sense.form == "past" and (words_at(words, hit.end) == "by" or hit.start == sentence.first):
            return False
        at = hit.start
        while hit.sense.form == "past" and at > sentence.first and not breaks[at] and self._particle(at - 1):
            at -= 1
            if words[at] in self._beings or words[at] in ("been", "being", "be"):
                return False
        before = words[hit.start - 1] if hit.start > sentence.first and not breaks[hit.start] else ""
        return before not in self._noun_follows

    def _adverbial(self, hit: Hit[object]) -> bool:
        """Whether an -ing form opens a clause (…, calling for) and is no noun or adjective."""
        before = self._document.words.folded[hit.start - 1] if hit.start else ""
        return self._russian or self._document.breaks[hit.start] or before in ("while", "by", "and", "in", "but")

    def _long_quote(self, word: int) -> Quote | None:
        return self._quote_of[word] if word < len(self._quote_of) else None

    # --- subjects ------------------------------------------------------------------------------------

    def _subject(self, sentence: Sentence, hit: Hit[Verb], quoted: bool) -> Subject | None:
        form = hit.sense.form
        if form == "participle":
            return self._of_gerund(sentence, hit)
        if form == "we":
            return Subject(Speaker(None, (OWN,)), hit.start, hit.end)
        if form == "passive":
            return self._of_passive(sentence, hit)
        start = self._clause_start(sentence, hit.start)
        at, helped = self._past_particles(start, hit.start)
        if at > start and self._is_relative(sentence, at - 1):
            return self._antecedent(sentence, at - 1)
        found = self._named_subject(sentence, hit, start, at)
        if form == "base" and not (helped or (found and found.last == at and self._plural(found))):
            return None
        if found or form == "base":
            return found
        return self._of_strangers(sentence, hit, start, at)

    def _of_gerund(self, sentence: Sentence, hit: Hit[Verb]) -> Subject | None:
        """The actor that opens the sentence, where a gerund follows between commas: Rubio, speaking in Doha, …."""
        mention = self._ends.get(hit.start)
        if mention is None or mention.first > sentence.first + 2 or not self._document.breaks[hit.start]:
            return None
        return self._ending(sentence, hit.start, sentence.first)

    def _named_subject(self, sentence: Sentence, hit: Hit[Verb], start: int, at: int) -> Subject | None:
        joined = at > start and self._document.words.folded[at - 1] in self._conjunctions and at not in self._ends
        if joined and not self._document.breaks[at]:
            return self._far(sentence, start, at) if self._edge == sentence.first else None
        near = self._ending(sentence, at, start)
        parted = at > sentence.first and (self._document.breaks[at] or self._dash_before(at) or at == start)
        if near and not parted and not (self._russian and self._outlet(near.speaker.voice or "")):
            return self._with_earlier_ones(sentence, near, start)
        behind = self._behind(sentence, hit) if parted or self._russian else None
        if behind and (parted or not near) and self._may_stand_behind(hit, behind, parted):
            far = None if parted else self._far(sentence, start, at)
            return far or behind
        if near and self._in_apposition(sentence, near) and not self._dash_before(at):
            return near
        if hit.sense.needs and not self._russian:
            return None
        return self._far(sentence, start, at) or self._in_body(sentence, hit, start)

    def _in_apposition(self, sentence: Sentence, subject: Subject) -> bool:
        """Whether a name before a comma and a verb is one between commas: the EU's top diplomat, Kaja Kallas, said."""
        inside = range(subject.first + 1, subject.last)
        opens = subject.first <= sentence.first + 1
        return opens or self._document.breaks[subject.first] or any(self._document.breaks[at] for at in inside)

    def _clause_start(self, sentence: Sentence, at: int) -> int:
        """Where the clause begins in which a verb stands: behind "that", a quotation or the verb before."""
        words, quote = self._document.words.folded, self._long_quote(at)
        here = at
        while here > max(self._edge, at - _REACH_BACK):
            if self._long_quote(here - 1) is not quote or (words[here - 1] in self._that and self._joins_clause(here - 1)):
                return here
            if here < at and self._dash_before(here) and self._document.breaks[here]:
                return here
            here -= 1
        return here

    def _joins_clause(self, at: int) -> bool:
        """Whether a word such as "that" joins a clause and points at nothing (that country)."""
        return True

    def _past_particles(self, start: int, at: int) -> tuple[int, bool]:
        """Where the words between subject and verb begin, and whether an auxiliary is among them."""
        helped = False
        first = at
        breaks = self._document.breaks
        while first > max(start, at - _PARTICLES) and first not in self._ends and self._particle(first - 1):
            if breaks[first]:
                break
            first -= 1
            helped = helped or self._document.words.folded[first] in self._modals
        return first, helped

    def _particle(self, at: int) -> bool:
        word = self._document.words.folded[at]
        adverb = word.endswith("но") and len(word) > 5 if self._russian else word.endswith("ly") and len(word) > 4
        return word in self._particles or adverb

    def _ending(self, sentence: Sentence, at: int, start: int) -> Subject | None:
        """The actor whose name ends right before word `at`, where it can be a subject."""
        mention = self._ends.get(at)
        if mention and mention.first >= start:
            if self._possessive(at - 1) or self._governed(sentence, mention.first) or self._oblique(mention):
                return None
            return Subject(represented(self._vocabulary, mention), mention.first, mention.last)
        found = self._reference(sentence, at, starting=False)
        if found and found.first >= start and not self._governed(sentence, found.first):
            return found
        return None

    def _far(self, sentence: Sentence, start: int, at: int) -> Subject | None:
        """The nearest actor before a verb that stands free: no preposition, no oblique case, no comma of its own."""
        parted = self._document.breaks[at]
        for end in range(at - 1, start, -1):
            found = self._ending(sentence, end, start)
            if found is None or (parted and not self._document.breaks[end]):
                continue
            if not parted and self._document.breaks[end]:
                continue
            return self._with_earlier_ones(sentence, found, start)
        return None

    def _behind(self, sentence: Sentence, hit: Hit[Verb]) -> Subject | None:
        return self._behind_russian(sentence, hit) if self._russian else self._behind_english(sentence, hit)

    def _behind_russian(self, sentence: Sentence, hit: Hit[Verb]) -> Subject | None:
        """The first nominative actor behind a verb, over phrases of place and time: заявил на брифинге Песков."""
        words = self._document.words.folded
        at = hit.end
        while at < min(hit.end + _REACH_AFTER, sentence.last):
            if self._document.breaks[at] or words[at] in self._stops or self._long_quote(at) is not self._long_quote(hit.start):
                return None
            mention = self._starts.get(at)
            if mention and not self._governed(sentence, at) and not self._oblique(mention):
                if not self._outlet(mention.id) or mention.last >= sentence.last:
                    found = Subject(represented(self._vocabulary, mention), mention.first, mention.last)
                    return self._with_later_ones(sentence, found)
            elif mention is None:
                named = self._reference(sentence, at, starting=True)
                if named and not self._governed(sentence, at):
                    return named
            at = mention.last if mention else at + 1
        return None

    def _behind_english(self, sentence: Sentence, hit: Hit[Verb]) -> Subject | None:
        """The actor right behind "said", if nothing that it could govern follows: …, said Rubio on Monday."""
        words = self._document.words.folded
        at = hit.end
        while at < min(hit.end + 4, sentence.last) and at not in self._starts and words[at] in self._fillers:
            at += 1
        inverts = hit.sense.says and hit.sense.effect in ("none", "assert") and hit.sense.lemma != "tell"
        if at >= sentence.last or self._document.breaks[at] or not inverts:
            return None
        mention = self._starts.get(at)
        if mention is None or mention.last > sentence.last or self._possessive(mention.last - 1):
            return None
        found = self._with_later_ones(sentence, Subject(represented(self._vocabulary, mention), mention.first, mention.last))
        after = found.last
        if after >= sentence.last or self._document.breaks[after] or words[after] in _STARTS_TAIL | {"who", "and"}:
            return found
        return None

    def _may_stand_behind(self, hit: Hit[Verb], behind: Subject, parted: bool) -> bool:
        """Whether an actor behind a verb is its subject: an object only stands behind verbs that take one."""
        return parted or hit.sense.effect in ("none", "assert") or behind.speaker.voice is not None

    def _with_earlier_ones(self, sentence: Sentence, subject: Subject, start: int) -> Subject:
        """A subject with those that "and" and commas join to it: Russia, China and Iran."""
        words = self._document.words.folded
        while subject.first - 1 > start and words[subject.first - 1] in self._joins:
            other = self._ending(sentence, subject.first - 1, start)
            if other is None or other.speaker.nobody:
                break
            subject = self._joined(other, subject)
            while self._document.breaks[subject.first] and (other := self._ending(sentence, subject.first, start)):
                subject = self._joined(other, subject)
        return subject

    def _with_later_ones(self, sentence: Sentence, subject: Subject) -> Subject:
        words = self._document.words.folded
        while subject.last + 1 < sentence.last and words[subject.last] in self._joins:
            mention = self._starts.get(subject.last + 1)
            if mention is None or self._oblique(mention):
                break
            other = Subject(represented(self._vocabulary, mention), mention.first, mention.last)
            subject = self._joined(subject, other)
        return subject

    def _in_body(self, sentence: Sentence, hit: Hit[Verb], start: int) -> Subject | None:
        """«В МИД РФ заявили», «сообщили в Кремле»: a body in which unnamed people speak for it."""
        words = self._document.words.folded
        if not self._russian or not words[hit.start].endswith(("ли", "лись", "ют", "ут", "ят", "ат")):
            return None
        for at in (*range(hit.end, min(hit.end + 3, sentence.last)), *range(hit.start - 1, start - 1, -1)):
            if words[at] not in ("в", "во") or at + 1 >= sentence.last:
                continue
            mention = self._starts.get(at + 1) or self._places.get(at + 1)
            speaker = self._of_body(mention) if mention else None
            if speaker:
                return Subject(speaker, at, mention.last)  # type: ignore[union-attr]
            if words[at + 1] in ("ведомстве", "министерстве", "дипведомстве") and not self._speaker.nobody:
                return Subject(self._speaker, at, at + 2)
        return None

    def _of_body(self, mention: Mention) -> Speaker | None:
        if mention.kind == "place":
            place = self._vocabulary.items.get(mention.id)
            return Speaker(None, (place.capital_of,)) if isinstance(place, Place) and place.capital_of else None
        return None if mention.kind == "person" else represented(self._vocabulary, mention)

    def _of_passive(self, sentence: Sentence, hit: Hit[Verb]) -> Subject | None:
        """Who "was stressed" by: the side named in the sentence, else both sides of a meeting, else the speaker."""
        for mention in self._inside(sentence):
            if mention.how == "side" and self._document.words.folded[mention.first - 1] in ("с", "со"):
                return Subject(represented(self._vocabulary, mention), hit.start, hit.end)
        both = any(isinstance(h.sense, Reference) and h.sense.kind == "both_states" for h in sentence.hits)
        speaker = Speaker(None, self._pair) if self._pair and (both or self._speaker.nobody) else self._speaker
        return None if speaker.nobody else Subject(speaker, hit.start, hit.end)

    def _of_strangers(self, sentence: Sentence, hit: Hit[Verb], start: int, at: int) -> Subject | None:
        """A subject that no vocabulary lists: what it says is nobody's here, least of all the last speaker's."""
        words, breaks = self._document.words.folded, self._document.breaks
        if self._russian:
            near = {h.end for h in sentence.hits if isinstance(h.sense, Reference) and h.sense.kind == "stranger"}
            after = {h.start for h in sentence.hits if isinstance(h.sense, Reference) and h.sense.kind == "stranger"}
            stranger = at in near or (hit.end in after)
            return Subject(NOBODY, at - 1, at) if stranger or self._capital(at - 1, start, sentence) else None
        if at == start or breaks[at] or hit.sense.needs or words[at - 1] in self._conjunctions:
            return None
        if hit.sense.form == "present" and not hit.sense.lemma == "say":
            return None
        return Subject(NOBODY, at - 1, at)

    def _capital(self, at: int, start: int, sentence: Sentence) -> bool:
        """Whether a word inside a sentence is written like a name: a person nobody lists."""
        words = self._document.words
        return at > max(start, sentence.first) and self._document.text[words.starts[at]].isupper() and at not in {
            word for m in self._inside(sentence) for word in range(m.first, m.last)
        }

    # --- relative clauses ------------------------------------------------------------------------------

    def _is_relative(self, sentence: Sentence, at: int) -> bool:
        return any(
            hit.start == at and isinstance(hit.sense, Reference) and hit.sense.kind == "relative" for hit in sentence.hits
        )

    def _antecedent(self, sentence: Sentence, at: int) -> Subject | None:
        """The actor to which "who" refers."""
        mention = self._ends.get(at)
        if mention is None or mention.first < sentence.first:
            return None
        subject = Subject(represented(self._vocabulary, mention), mention.first, mention.last)
        return self._with_earlier_ones(sentence, subject, sentence.first)

    def _in_relative(self, sentence: Sentence, hit: Hit[Verb]) -> bool:
        """Whether the clause of a finite verb without a subject opens with a relative pronoun: which undermines …."""
        if hit.sense.form in ("participle", "we", "passive"):
            return False
        start = self._clause_start(sentence, hit.start)
        at, _ = self._past_particles(start, hit.start)
        return any(self._is_relative(sentence, word) for word in range(max(start, at - 1), hit.start))

    # --- what a word's form and place say --------------------------------------------------------------

    def _possessive(self, at: int) -> bool:
        words = self._document.words
        raw = self._document.text[words.starts[at] : words.ends[at] + 1]
        return not self._russian and raw.rstrip(" ").endswith(("'s", "’s", "s'", "s’"))

    def _governed(self, sentence: Sentence, first: int) -> bool:
        """Whether a preposition stands before a name, or before the one that "and" joins it to."""
        words = self._document.words.folded
        at = first - 1
        while at > sentence.first and not self._document.breaks[at + 1] and words[at] in ("the", "its", "his", "her", "their"):
            at -= 1
        if at < sentence.first or self._document.breaks[at + 1]:
            return False
        if words[at] in self._joins and (other := self._ends.get(at)) and other.first >= sentence.first:
            return self._governed(sentence, other.first)
        return words[at] in self._prepositions

    def _oblique(self, mention: Mention) -> bool:
        """Whether a Russian name stands in a case that no subject has."""
        if not self._russian:
            return False
        words = self._document.words.folded[mention.first : mention.last]
        if mention.how == "side":
            return self._side_nouns.isdisjoint(words)
        if mention.how in ("title", "counterpart") or words[0] in self._title_words:
            return not any(word in self._title_words for word in words[:2])
        if len(words) > 1 and mention.role and any(fold(word) in self._title_words for word in words[:2]):
            return False
        known = self._own_words(mention.id)
        return bool(known) and not any(word in known for word in words)

    def _own_words(self, item: str) -> frozenset[str]:
        """The words of an entry's names, as they stand in the nominative."""
        if item not in self._nominatives:
            entry = self._vocabulary.items.get(item)
            names = _names(entry) if entry else ()
            self._nominatives[item] = frozenset(fold(word) for name in names for word in WORD.findall(name))
        return self._nominatives[item]

    def _dash_before(self, at: int) -> bool:
        """Whether a dash stands before a word, set off from it: «…», — заявил."""
        words = self._document.words
        if at == 0:
            return False
        between = self._document.text[words.ends[at - 1] : words.starts[at]]
        return len(between) > 1 and not _DASHES.isdisjoint(between)

    def _plural(self, subject: Subject) -> bool:
        words = self._document.words
        last = words.folded[subject.last - 1]
        lower = self._document.text[words.starts[subject.last - 1]].islower() or subject.last not in self._ends
        return len(subject.speaker.holders) > 1 or last in ("we", "they", "i", "both") or (lower and last.endswith("s"))

    def _reference(self, sentence: Sentence, at: int, starting: bool) -> Subject | None:
        for hit in sentence.hits:
            if (hit.start if starting else hit.end) != at:
                continue
            if isinstance(hit.sense, Reference) and hit.sense.kind == "speaker_again":
                speaker = self._again(hit)
            elif isinstance(hit.sense, Reference) and hit.sense.kind == "document" and hit.start > sentence.first + 2:
                continue  # a document spoken of, not the one that speaks
            elif isinstance(hit.sense, Reference) and self._is_relative(sentence, hit.start - 1):
                return self._antecedent(sentence, hit.start - 1)  # whose country
            elif isinstance(hit.sense, Reference):
                speaker = self._referred(hit.sense.kind)
            elif isinstance(hit.sense, Title) and hit.sense.short and self._nominative_title(hit):
                speaker = self._speaker if not self._speaker.nobody else None
            else:
                continue
            if speaker:
                return Subject(speaker, hit.start, hit.end)
        return None

    def _nominative_title(self, hit: Hit[object]) -> bool:
        return not self._russian or self._document.words.folded[hit.start] in self._title_words

    def _again(self, hit: Hit[object]) -> Speaker | None:
        """Whom "he" or "the minister" is: who opens the sentence, or the one before; else whoever speaks here."""
        if self._front and self._front.first < hit.start:
            return self._front.speaker
        if self._topic:
            return self._topic
        woman = self._document.words.folded[hit.start] in ("she", "она")
        if woman and self._gender(self._speaker.voice) == "m":
            return self._last_woman or Speaker(None, (OWN,))
        return Speaker(None, (OWN,))

    def _gender(self, voice: str | None) -> str | None:
        entry = self._vocabulary.items.get(voice or "")
        return entry.gender if isinstance(entry, Person) else None

    def _referred(self, kind: str) -> Speaker | None:
        if kind == "stranger":
            return NOBODY
        if kind == "they":
            own = self._speaker
            several = len(own.holders) > 1 or (own.voice is None and not own.nobody)
            return own if several else (Speaker(None, self._pair or self._group) if self._pair or self._group else None)
        if kind == "several_states" and (self._pair or self._group):
            return Speaker(None, self._pair if self._pair_of_people else self._group or self._pair)
        return super()._referred(kind)

    def _remember_pair(self, sentence: Sentence) -> None:
        super()._remember_pair(sentence)
        states = self._met(self._inside(sentence))
        if len(states) >= 2 and not self._pair_of_title:
            self._pair, self._pair_of_people = tuple(states[:2]), len(states) == 2

    def _joined_states(self, inside: list[Mention]) -> tuple[str, ...]:
        states = self._met(inside)
        self._pair_of_people = self._pair_of_people or len(states) == 2
        return tuple(states[:2]) if len(states) >= 2 else super()._joined_states(inside)

    def _met(self, inside: list[Mention]) -> list[str]:
        """The states whose people stand together, also those who are met by office only: «с послом Ливии»."""
        bodies = [m.state if m.kind == "person" else m.id for m in inside if m.kind == "person" or m.how in ("title", "counterpart")]
        return list(dict.fromkeys(body for body in bodies if body and body.startswith("state:")))

    def _clauses(self, sentence: Sentence) -> Iterator[Clause]:
        self._front = self._person_in_front(sentence)
        reported = False
        self._doer = None
        named = self._named_next(sentence)
        for clause in self._under(sentence, named) if named else super()._clauses(sentence):
            reported = reported or clause.level in ("report", "quote")
            yield clause
        if self._doer or reported:
            self._topic = self._doer
        elif self._front:
            self._topic = self._front.speaker

    def _under(self, sentence: Sentence, speaker: Speaker) -> Iterator[Clause]:
        """A sentence whose speaker the next one names: «Россия против …. Об этом заявил Песков»."""
        self._speaker = speaker
        first = sentence.first
        before: tuple[str, ...] = ()
        acts = [replace(act, after_that=True) for act in self._spoken_to_outlets(self._acts(sentence))]
        ends = [max(act.subject.first if act.subject else act.at, sentence.first) for act in acts[1:]]
        opens = min(acts[0].at, acts[0].subject.first) if acts and acts[0].subject else (acts[0].at if acts else sentence.last)
        if opens > sentence.first:
            yield Clause(sentence.index, first, opens, speaker, speaker.holders, "report", None, -1, False)
            first = opens
        for act, last in zip(acts, [*ends, sentence.last], strict=False):
            clause = self._embedded(sentence, first, max(last, act.end), speaker, act, before)
            first, before = clause.last, clause.holders
            yield clause

    def _named_next(self, sentence: Sentence) -> Speaker | None:
        """Whoever the next sentence names as saying this one: «Об этом заявил …»."""
        if sentence.index + 1 >= len(self._document.sentences):
            return None
        after = self._document.sentences[sentence.index + 1]
        opening = " ".join(self._document.words.folded[after.first : after.first + 2])
        if opening not in self._points_back or after.block - sentence.block > 1:
            return None
        people = (m for m in self._inside(after) if m.kind == "person" and not self._oblique(m))
        found = next(people, None)
        return represented(self._vocabulary, found) if found else None

    def _person_in_front(self, sentence: Sentence) -> Subject | None:
        """The person with whose name a sentence opens."""
        for mention in self._inside(sentence):
            if mention.kind != "person" or mention.first > sentence.first + 2:
                continue
            if not (self._governed(sentence, mention.first) or self._oblique(mention) or self._possessive(mention.last - 1)):
                return Subject(represented(self._vocabulary, mention), mention.first, mention.last)
        return None

    def _said_next(self, sentence: Sentence) -> Speaker | None:
        """Whoever the sentence names in which a quotation ends that begins here."""
        quote = self._long_quote(sentence.first) or self._long_quote((sentence.first + sentence.last) // 2)
        if quote is None:
            return super()._said_next(sentence)
        for after in self._document.sentences[sentence.index + 1 :]:
            if after.start > quote.end + 1:
                break
            if after.end < quote.end:
                continue
            closing = next((act for act in self._acts(after) if self._text_before(after, act)), None)
            if closing and closing.subject:
                return resolved(closing.subject.speaker, self._speaker)
        return None

    # --- which clause stands in which ------------------------------------------------------------------

    def _nested(self, sentence: Sentence, acts: list[Act]) -> list[Act]:
        """Acts with those marked that stand inside what another reports, before it or behind."""
        closing = next((act for act in acts if self._text_before(sentence, act) and not self._by_outlet(act)), None)
        done: list[Act] = []
        governor: Act | None = None
        for act in acts:
            if closing and act.at < closing.at:
                act = replace(act, after_that=True)
            elif closing and act.at > closing.at and self._goes_on_behind(closing, act):
                act = replace(act, after_that=True)
            elif act is not closing and governor and self._governs(governor, done[-1], act):
                act = replace(act, after_that=True)
            elif act.subject and self._can_govern(act) and not self._relative_opens(sentence, act):
                governor = act
            done.append(act)
        return done

    def _by_outlet(self, act: Act) -> bool:
        return act.subject is not None and self._outlet(act.subject.speaker.voice or "")

    def _goes_on_behind(self, closing: Act, act: Act) -> bool:
        """Whether the words reported go on behind an insertion: "Only then, he stressed, Brazil will support …"."""
        end = max(closing.end, closing.subject.last if closing.subject else 0)
        if act.subject is None or act.quoted or act.subject.first > end + 1:
            return False
        return self._document.breaks[end] and act.verb is not None and act.verb.effect != "none"

    def _can_govern(self, act: Act) -> bool:
        return not act.quoted and (act.verb is None or act.verb.says)

    def _governs(self, governor: Act, before: Act, act: Act) -> bool:
        """Whether an act with a subject of its own stands in the clause that another opens."""
        if act.subject is None or act.quoted:
            return False
        end = max(before.end, before.subject.last if before.subject else 0)
        first = min(act.at, act.subject.first)
        words, breaks = self._document.words.folded, self._document.breaks
        if any(words[i] in self._that for i in range(end, first)):
            return True
        if governor.verb is None or self._as_before(governor):
            return True
        if any(breaks[i] for i in range(end, min(first + 1, len(breaks)))):
            return before.after_that and bool(act.verb and act.verb.effect != "none") and first - end <= 2
        return before.after_that or (not self._russian and first - end <= _BARE_CLAUSE)

    def _as_before(self, act: Act) -> bool:
        start = min(act.at, act.subject.first) if act.subject else act.at
        return start > 0 and self._document.words.folded[start - 1] in ("как", "as")

    def _text_before(self, sentence: Sentence, act: Act) -> bool:
        """Whether what is said stands before the verb of saying: «…», said X."""
        start = min(act.at, act.subject.first) if act.subject else act.at
        after = max(act.end, act.subject.last) if act.subject else act.end
        if act.quoted or start - sentence.first < 3 or (act.verb is not None and not (act.subject and act.verb.says)):
            return False
        if act.verb is None:
            return True
        if self._long_quote(start - 1) is not None and self._long_quote(start) is None:
            return True
        words, breaks = self._document.words.folded, self._document.breaks
        if act.verb.effect not in ("none", "assert") and act.verb.modality is None:
            return False
        if not self._russian and self._only_introduces(sentence, start):
            return False
        if not (breaks[start] or self._dash_before(start)) and not (self._as_before(act) and breaks[start - 1]):
            return False
        if any(words[i] in self._that for i in range(after, min(after + 8, sentence.last))):
            return False
        if self._russian:
            return act.subject is not None and act.subject.first >= act.end
        ends = after >= sentence.last or breaks[after] or act.verb.lemma == "tell"
        return ends or words[after] in _STARTS_TAIL or words[after] in _SPOKEN_TO or words[after].endswith("day")

    def _only_introduces(self, sentence: Sentence, start: int) -> bool:
        """Whether what stands before a subject is a phrase of time or place, and no statement: On Sudan, Rubio said …."""
        words, breaks = self._document.words.folded, self._document.breaks
        opens = words[sentence.first] in self._introduces or words[sentence.first].endswith(("ing", "ly"))
        return opens and not any(breaks[sentence.first + 1 : start])

    def _now_speaking(self, act: Act, governing: Speaker) -> Speaker:
        if act.subject and act.subject.speaker.nobody:
            self._speaker = NOBODY
            return NOBODY
        speaker = super()._now_speaking(act, governing)
        if speaker is not self._speaker and not speaker.nobody:
            self._doer = speaker
        if self._gender(speaker.voice) == "f":
            self._last_woman = speaker
        return speaker


def _long_quotes(document: Document) -> list[Quote | None]:
    """For each word the outermost quotation of some length that it stands in."""
    found: list[Quote | None] = [None] * len(document.words)
    for quote in document.quotes:
        first, last = (bisect_left(document.words.starts, at) for at in (quote.start, quote.end))
        if quote.depth == 0 and last - first >= _LONG_QUOTE:
            found[first:last] = [quote] * (last - first)
    return found


def _title_words(roles: tuple[RoleKind, ...]) -> frozenset[str]:
    """The words of all titles as they stand in the nominative."""
    titles = (title for role in roles for named in (role.titles, role.short) for title in named.get("ru", ()))
    return frozenset(fold(word) for title in titles for word in WORD.findall(title)[:1]) | _TITLE_SECONDS


_TITLE_SECONDS = frozenset("министр представитель посол секретарь президент глава премьер лидер замминистра постпред".split())


def _names(entry: Entry) -> tuple[str, ...]:
    names = (*entry.strong_names("ru"), *entry.weak_names("ru"))
    if isinstance(entry, Person) and "ru" in entry.surname:
        names = (*names, entry.surname["ru"])
    if isinstance(entry, State):
        names = (*names, *entry.metonym.get("ru", ()), *entry.people.get("ru", ()))
    return names


def words_at(words: tuple[str, ...], at: int) -> str:
    """The word at an index, or nothing past the end."""
    return words[at] if at < len(words) else ""
