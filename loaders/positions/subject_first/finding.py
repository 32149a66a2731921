"""Finding the subject of a verb where it stands before it: Russian and English.

Reads what `speech` reads. The subject stands before the verb, with phrases and relative clauses between,
or behind it where the words come first ("…", said X; «…», — заявил X). Russian shows by its cases who
is no subject, English by prepositions.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from functools import cached_property

from loaders.positions.clauses import NOBODY, Speaker, Subject, represented
from loaders.positions.subject_first.clause_shape import OPENING
from loaders.positions.subject_first.passives import Passives
from loaders.reading.document import Sentence
from loaders.reading.language import Reference, Topic, Verb
from loaders.reading.mentions import Mention, within
from loaders.reading.patterns import Hit

_AMONG = 6  # words from "among" to the "that" of those who do something
_GATHERED = 4  # words from "the participants" to whose they are
_STRANGERS = 4  # words from "whereas" to the verb of those behind it
_SURNAME = 5  # letters by which a surname is known again
_ASIDE = 14  # words of a participle between commas


class SubjectFinding(Passives):
    """Attribution with the search for subjects of Russian and English: subjects before their verb."""

    def _subject(self, sentence: Sentence, hit: Hit[Verb], quoted: bool) -> Subject | None:
        found = self._found_subject(sentence, hit)
        if found and self._russian and not found.speaker.nobody:
            found = self._with_correlate(sentence, found)
            return self._for_bloc(sentence, self._with_companion(sentence, found, hit.start))
        if found is None or self._russian or found.speaker.nobody or found.last > hit.start:
            return found
        found = self._as_bloc(self._with_companion(sentence, found, hit.start))
        return self._for_others(sentence, found, hit.start)

    def _found_subject(self, sentence: Sentence, hit: Hit[Verb]) -> Subject | None:
        form = hit.sense.form
        if form == "participle":
            return self._of_gerund(sentence, hit)
        if form == "we":
            return self._we_and(sentence, hit)
        if form == "passive":
            return self._of_passive(sentence, hit)
        start = self._clause_start(sentence, hit.start)
        at, helped = self._grammar.past_particles(start, hit.start)
        if at > start and self._grammar.is_relative(sentence, at - 1):
            return self._antecedent(sentence, at - 1) or self._of_outer_clause(sentence, at - 2)
        if form != "base" and (among := self._one_of_those(sentence, at - 1)):
            return among
        found = self._named_subject(sentence, hit, start, at)
        if form == "base" and not (helped or (found and found.last == at and self._plural(found))):
            return self._contrasted(sentence, hit)
        if found or form == "base":
            return found
        return self._of_strangers(sentence, hit, start, at)

    def _contrasted(self, sentence: Sentence, hit: Hit[Verb]) -> Subject | None:
        """Strangers in the plural behind "whereas": what they do is not the other's: while critics say …."""
        words, turns = self._document.words.folded, self._document.language.words("contrasting")
        near = range(max(sentence.first, hit.start - _STRANGERS), hit.start)
        turned = any(words[at] in turns for at in near)
        plural = words[hit.start - 1].endswith("s") and not self._document.breaks[hit.start]
        return Subject(NOBODY, hit.start - 1, hit.start) if turned and plural and not self._russian else None

    def _named_subject(self, sentence: Sentence, hit: Hit[Verb], start: int, at: int) -> Subject | None:
        joined = (
            at > start and self._document.words.folded[at - 1] in self._conjunctions and at not in self._ends
        )
        if (joined and not self._document.breaks[at]) or self._turned(hit, at):
            free = self._far(sentence, start, at)
            if free and self._russian and not hit.sense.says and self._owns(sentence, free):
                free = None  # нарушает Устав ООН и расшатывает …
            free = free or self._fronted(sentence, hit, start)
            return free if self._edge == sentence.first else None
        before = self._before_aside(at, start)
        aside = self._ending(sentence, before, start) if before < at else None
        if before < at and aside is None:  # в Пекине, напротив, призвали стороны к миру
            aside = self._in_front(sentence, hit, start, before)
        if aside:
            return self._with_earlier_ones(sentence, aside, start)
        if likewise := self._likewise(sentence, at, start):
            return likewise
        if self._russian and hit.sense.lemma.split("|")[0].replace("_", " ") in self._experienced:
            return self._of_experience(sentence, hit, start)
        if housed := self._in_front(sentence, hit, start, at):
            return housed
        near = self._ending(sentence, at, start) or self._of_subordinate(sentence, at, start)
        near = near or self._in_place(sentence, at, start)
        if near and (housed := self._not_alone(sentence, hit, near, start)):
            return housed
        several = self._gathered(sentence, start, at) if self._russian else None
        if several and several.last == at and len(several.speaker.holders) > 1:
            return several
        if near and self._owns(sentence, near):
            other = self._behind(sentence, hit) or self._far(sentence, start, near.first)
            other = other or (self._in_body(sentence, hit, start) if self._russian else None)
            if other := other or self._fronted(sentence, hit, start):
                return other  # решение США осудил Пекин
            says = hit.sense.says and hit.sense.lemma not in self._document.language.words("sides")
            near = near if says or not self._russian else None  # нарушение Устава ООН подрывает …
        if near is None and (such := self._such_as(sentence, hit.end)):
            return such
        parted = at > sentence.first and (
            self._document.breaks[at] or self._grammar.dash_before(at) or at == start
        )
        if near and parted and self._told_who(near, start):
            return near  # Jo Bloggs, UN envoy for Libya, briefed the Council
        if near and not parted and not (self._russian and self._outlet(near.speaker.voice or "")):
            return self._with_earlier_ones(sentence, near, start)
        if parted and (opener := self._over_relative(sentence, start, at)):
            return opener
        behind = self._behind(sentence, hit) if parted or self._russian else None
        if behind and parted and self._russian:
            opener = self._over_participle(sentence, start, at)
            if opener and opener.speaker.voice:
                return opener  # X, говоря о Y, осудил США
        if behind and (parted or not near) and self._may_stand_behind(hit, behind, parted):
            far = None if parted else self._far(sentence, start, at)
            return behind if far is None or self._owns(sentence, far) else far
        listed = self._with_earlier_ones(sentence, near, start) if near and self._russian else None
        if near and listed and listed.first < near.first and self._grammar.as_example(listed.first):
            return listed  # такие страны, как Китай и Индия, выступают
        if near and self._in_apposition(sentence, near) and not self._grammar.dash_before(at):
            return self._with_earlier_ones(sentence, near, start)
        if over := self._over_aside(sentence, hit, start, at) or self._over_participle(sentence, start, at):
            return over
        if hit.sense.needs and (not self._russian or self._grammar.preposition(hit.start)):
            return None
        if self._subordinate(sentence, start, at):
            return None
        far = self._far(sentence, start, at)
        if behind and self._object_before(sentence, hit, at) and (far is None or self._owns(sentence, far)):
            return behind
        if far is None or self._owns(sentence, far):
            far = self._gathered(sentence, start, at) or far
        return (
            far
            or self._in_body(sentence, hit, start)
            or self._fronted(sentence, hit, start)
            or self._before_long_aside(sentence, hit)
        )

    def _told_who(self, subject: Subject, start: int) -> bool:
        """Whether an English clause opens with a name and, between commas, with what its bearer is."""
        apposed = any(self._document.breaks[subject.first + 1 : subject.last])
        return (
            not self._russian and apposed and subject.first <= start + 1 and subject.speaker.voice is not None
        )

    def _not_alone(self, sentence: Sentence, hit: Hit[Verb], near: Subject, start: int) -> Subject | None:
        """The house in which several do what one person before the verb does not: в МИД слова X отвергли."""
        many = self._russian and self._document.words.folded[hit.start].endswith(self._many)
        if not many or not (near.speaker.voice or "").startswith("person:"):
            return None
        listed = self._with_earlier_ones(sentence, near, start).first < near.first
        return None if listed else self._in_body(sentence, hit, start)

    def _gathered(self, sentence: Sentence, start: int, at: int) -> Subject | None:
        """The blocs or states of which several people are said to do it: участники саммита СЕЛАК и ЕС."""
        words, several = self._document.words.folded, self._document.language.words("several_people")
        first = next((i for i in range(start, min(start + 2, at)) if words[i] in several), None)
        if not self._russian or first is None:
            return None
        found: list[Mention] = []
        for mention in self._inside(sentence):
            last = found[-1].last if found else first
            if mention.first <= first or mention.last > at or mention.how == "demonym":
                continue
            if mention.first in self._bracketed and first not in self._bracketed:
                continue
            joined = set(words[last : mention.first]) <= self._joins and mention.first - last <= 1
            if mention.kind not in ("bloc", "state") or (found and not joined):
                if found:
                    break
                continue
            if mention.first - last > _GATHERED or (not found and self._document.breaks[mention.first]):
                break
            found.append(mention)
        holders = tuple(dict.fromkeys(m.id for m in found))
        return Subject(Speaker(None, holders), first, found[-1].last) if holders else None

    def _object_before(self, sentence: Sentence, hit: Hit[Verb], at: int) -> bool:
        """Whether the object of a Russian verb opens its clause: «Удары по Ирану осудил Китай»."""
        opens = self._russian and self._edge == sentence.first and hit.sense.form in ("past", "present")
        return opens and any(sentence.first <= h.start and h.end == at for h in sentence.of(Topic))

    def _likewise(self, sentence: Sentence, at: int, start: int) -> Subject | None:
        """Two who do the same: «Казахстан, как и Узбекистан, поддерживает …»."""
        other = self._ends.get(at)
        if not (self._russian and other and self._document.breaks[at]):
            return None
        words, first = self._document.words.folded, other.first - 2
        if first <= start or words[first : other.first] != ("как", "и") or not self._document.breaks[first]:
            return None
        one = self._ending(sentence, first, start)
        joined = Subject(represented(self._vocabulary, other), other.first, other.last)
        return self._joined(one, joined) if one else None

    def _of_experience(self, sentence: Sentence, hit: Hit[Verb], start: int) -> Subject | None:
        """Whom something pleases or not, in whatever case: «Москву не устраивает», «для Китая важно»."""
        words = self._document.words.folded
        for mention in self._inside(sentence):
            fits = start <= mention.first <= start + 2 and mention.last <= hit.start
            if not fits or mention.kind == "place" or mention.how in ("demonym", "conduct"):
                continue
            if mention.first == start or words[mention.first - 1] in ("для", "у", "что"):
                return Subject(represented(self._vocabulary, mention), start, mention.last)
        at = hit.end + (words[hit.end : hit.end + 1] == ("для",))
        whom = self._starts.get(at) if at < sentence.last else None
        if whom is None or whom.kind not in ("state", "bloc", "person") or self._document.breaks[at]:
            return None
        return Subject(represented(self._vocabulary, whom), start, whom.last)  # X неприемлемо для Китая

    def _fronted(self, sentence: Sentence, hit: Hit[Verb], start: int) -> Subject | None:
        """The actor that opens a Russian sentence, its first verb far behind: Макрон, впрочем, …, но и …."""
        if not self._russian or start > sentence.first or hit.sense.form not in ("past", "present"):
            return None
        inverted = self._document.breaks[hit.start] or self._grammar.dash_before(hit.start)
        many = self._document.words.folded[hit.start].endswith(self._many)
        for mention in self._inside(sentence):
            if mention.first > sentence.first + OPENING - 1 or mention.last > hit.start:
                return None
            if mention.kind != "person" or inverted:
                return None  # …, подчеркнули в ведомстве: somebody else says it
            found = self._ending(sentence, mention.last, sentence.first)
            return None if many else found
        return None

    def _over_aside(self, sentence: Sentence, hit: Hit[Verb], start: int, at: int) -> Subject | None:
        """Who opens a clause whose verb stands behind an aside between commas: Blinken, who had …, called.

        Somebody whom no vocabulary lists is nobody here, least of all who spoke last.
        """
        words, breaks = self._document.words, self._document.breaks
        if self._russian or at != hit.start or at <= start or not breaks[at] or hit.sense.form == "base":
            return None
        ends = [i for i in range(start + 1, at + 1) if breaks[i]]
        if named := self._set_off(sentence, ends):
            return named
        for first, end in zip([start, *ends], ends, strict=False):
            if end == at or not self._opens_subject(first):
                continue
            if not self._document.text[words.ends[end - 1] : words.starts[end]].startswith((",", "’,", "),")):
                return None
            found = self._ending(sentence, end, first) or self._with_origin(sentence, first, end)
            found = found or self._in_office_between(first, end, at)
            if found is not None and found.first - first <= OPENING:
                return self._with_later_ones(sentence, found, titled=found.last == end)
            return Subject(NOBODY, first, end)
        return None

    def _in_office_between(self, first: int, end: int, at: int) -> Subject | None:
        """Somebody whose office goes on behind what is known of it: Jo Bloggs, UN envoy on the law of …."""
        opening = (self._starts[i] for i in range(first, min(first + OPENING, end)) if i in self._starts)
        mention = next((m for m in opening if m.kind == "person" and end < m.last < at), None)
        words = self._document.words.folded[mention.first : mention.last] if mention else ()
        if mention is None or not self._document.language.words("independent").isdisjoint(words):
            return None
        return Subject(represented(self._vocabulary, mention), mention.first, mention.last)

    def _over_participle(self, sentence: Sentence, start: int, at: int) -> Subject | None:
        """Whose Russian verb stands behind an aside of a participle: X на форуме, открытом в Y, заявил."""
        words, breaks = self._document.words.folded, self._document.breaks
        if not self._russian or not breaks[at] or self._edge > start:
            return None
        first = next((i for i in range(at - 1, max(start, at - _ASIDE), -1) if breaks[i]), start)
        gerund = any(h.start == first and h.sense.form == "participle" for h in sentence.of(Verb))
        opens = first + self._grammar.particle(first)  # X, не участвовавший в саммите, призвал
        if first <= start or not (gerund or words[opens].endswith(self._asides)):
            return None
        near = self._opener(sentence, first) or self._ending(sentence, first, start)
        return self._with_earlier_ones(sentence, near, start) if near else None

    def _over_relative(self, sentence: Sentence, start: int, at: int) -> Subject | None:
        """Who opens a Russian sentence, its verb behind a relative clause: X, чья страна …, осудил."""
        breaks = self._document.breaks
        if not self._russian or not breaks[at] or self._grammar.dash_before(at) or start > sentence.first:
            return None
        first = next((i for i in range(sentence.first + 1, at) if breaks[i]), at)
        led = first + (first < at and self._grammar.preposition(first))
        if first >= at or not self._grammar.is_relative(sentence, led):
            return None
        found = self._ending(sentence, first, sentence.first)
        person = found is not None and found.first <= sentence.first + OPENING
        singular = not self._document.words.folded[at].endswith(self._many)
        return found if found and person and (singular or self._plural(found)) else None

    def _set_off(self, sentence: Sentence, ends: list[int]) -> Subject | None:
        """Somebody named between commas behind what he says: …, Gu Haoran, a fellow of X, told reporters."""
        for first, end in zip(reversed(ends[:-2]), reversed(ends[1:-1]), strict=False):
            mention = self._starts.get(first)
            if mention is not None and mention.kind == "person" and mention.last == end:
                return self._ending(sentence, end, first)
        return None

    def _for_others(self, sentence: Sentence, subject: Subject, at: int) -> Subject:
        """A speaker with those for whom he speaks as well: Sierra Leone, also on behalf of Algeria."""
        for hit in sentence.hits:
            if not (isinstance(hit.sense, Reference) and hit.sense.kind == "on_behalf"):
                continue
            if hit.start == sentence.first and (opened := self._in_whose_name(sentence, hit, subject)):
                return opened
            if not subject.last <= hit.start < at:
                continue
            others = [
                m for m in self._inside(sentence) if hit.end <= m.first < at and m.kind in ("state", "bloc")
            ]
            blocs = [m.id for m in others if m.kind == "bloc"]
            own = () if blocs else subject.speaker.holders
            holders = tuple(dict.fromkeys((*own, *(blocs[:1] or (m.id for m in others)))))
            return replace(subject, speaker=Speaker(subject.speaker.voice, holders))
        return subject

    def _in_whose_name(self, sentence: Sentence, hit: Hit[object], subject: Subject) -> Subject | None:
        """A speaker with those for whom he is said in front to speak: Speaking for Peru, Jo Bloggs said."""
        own = subject.speaker
        if own.voice is None or own.holders != (own.voice,) or hit.end > subject.first:
            return None
        near = within(self._mentions, hit.end, min(hit.end + 2, subject.first))
        whose = next((m for m in near if m.kind in ("state", "bloc") and m.how != "demonym"), None)
        return replace(subject, speaker=Speaker(own.voice, (whose.id,))) if whose else None

    def _with_origin(self, sentence: Sentence, first: int, end: int) -> Subject | None:
        """A name with where its bearer is from or what he is of: Colonel Goita of Mali."""
        for at in range(first, min(first + OPENING, end)):
            mention = self._starts.get(at)
            if mention is None or mention.last > end or self._grammar.possessive(mention.last - 1):
                continue
            behind = self._document.words.folded[mention.last]
            if mention.last < end and behind not in ("of", "from", "in"):
                return None
            return Subject(represented(self._vocabulary, mention), mention.first, end)
        return None

    def _in_apposition(self, sentence: Sentence, subject: Subject) -> bool:
        """Whether a name before a comma and a verb stands between commas: the minister, Kaja Kallas, said."""
        inside = range(subject.first + 1, subject.last)
        opens = subject.first <= sentence.first + 1
        return (
            opens or self._document.breaks[subject.first] or any(self._document.breaks[at] for at in inside)
        )

    def _of_subordinate(self, sentence: Sentence, at: int, start: int) -> Subject | None:
        """The English actor right before a verb whose clause "after" opens: after France backed it."""
        mention = None if self._russian else self._ends.get(at)
        if mention is None or self._grammar.possessive(at - 1):
            return None
        opens = self._before_article(mention.first, start) - 1
        if opens < start or self._document.words.folded[opens] not in self._subordinators:
            return None
        return Subject(represented(self._vocabulary, mention), mention.first, mention.last)

    def _of_strangers(self, sentence: Sentence, hit: Hit[Verb], start: int, at: int) -> Subject | None:
        """A subject that no vocabulary lists: what it says is nobody's here, least of all who spoke last."""
        words, breaks = self._document.words.folded, self._document.breaks
        if self._russian:
            near = {h.end for h in sentence.of(Reference) if h.sense.kind == "stranger"}
            after = {h.start for h in sentence.of(Reference) if h.sense.kind == "stranger"}
            stranger = at in near or (hit.end in after)
            stranger = (
                stranger or self._capital(at - 1, start, sentence) or self._named_earlier(sentence, hit, at)
            )
            return Subject(NOBODY, at - 1, at) if stranger else None
        if at == start or breaks[at] or hit.sense.needs or words[at - 1] in self._conjunctions:
            return None
        if hit.sense.form == "present" and hit.sense.lemma != "say":
            return None
        return Subject(NOBODY, at - 1, at)

    def _capital(self, at: int, start: int, sentence: Sentence) -> bool:
        """Whether a word inside a sentence is written like a name: a person nobody lists."""
        words = self._document.words
        return (
            at > max(start, sentence.first)
            and self._document.text[words.starts[at]].isupper()
            and at not in {word for m in self._inside(sentence) for word in range(m.first, m.last)}
        )

    def _named_earlier(self, sentence: Sentence, hit: Hit[Verb], at: int) -> bool:
        """Whether a Russian sentence opens with the surname of somebody whom no vocabulary lists: Манукян."""
        words, first = self._document.words, sentence.first
        at = self._before_aside(at, first)
        if at != first + 1 or not hit.sense.says or hit.sense.form != "past" or first in self._starts:
            return False
        length, earlier = len(words.folded[first]), self._capitals.get(words.folded[first][:_SURNAME], ())
        return any(i < first and len(words.folded[i]) - length in range(-1, 3) for i in earlier)

    @cached_property
    def _capitals(self) -> dict[str, list[int]]:
        """Where long words with a capital stand behind another word of their sentence, by how they begin."""
        words, opening = self._document.words, {s.first for s in self._document.sentences}
        found: dict[str, list[int]] = defaultdict(list)
        for at in range(1, len(words)):
            named = at not in opening and self._document.text[words.starts[at]].isupper()
            if named and len(words.folded[at]) >= _SURNAME and words.folded[at - 1].isalpha():
                found[words.folded[at][:_SURNAME]].append(at)
        return found

    def _antecedent(self, sentence: Sentence, at: int) -> Subject | None:
        """The actor to which "who" refers."""
        mention = self._ends.get(at)
        if mention is None or mention.first < sentence.first:
            return None
        named = Subject(represented(self._vocabulary, mention), mention.first, mention.last)
        speaker = self._with_earlier_ones(sentence, named, sentence.first).speaker
        return Subject(speaker, at, at + 1)  # the clause begins with the pronoun

    def _one_of_those(self, sentence: Sentence, at: int) -> Subject | None:
        """Who is said in English to be one of those that do a thing: X is among the states that back …."""
        words, lists = self._document.words.folded, self._document.language.words
        relative = at > sentence.first + 1 and (
            words[at] in lists("that") or self._grammar.is_relative(sentence, at)
        )
        if self._russian or not relative or words[at - 1] not in lists("those_that"):
            return None
        among = next(
            (i for i in range(at - 2, max(sentence.first, at - _AMONG), -1) if words[i] in lists("among")), -1
        )
        start = among - (words[among - 1] in ("one", "some"))
        if among < 0 or words[start - 1] not in self._beings:
            return None
        first, _ = self._grammar.past_particles(sentence.first, start - 1)
        found = self._ending(sentence, first, sentence.first)
        return Subject(found.speaker, at, at + 1) if found else None

    def _of_outer_clause(self, sentence: Sentence, at: int) -> Subject | None:
        """Who opens a Russian sentence in whose text it says so: лидеры X приняли декларацию, в которой …."""
        inside = self._russian and sentence.first < at and self._document.breaks[at]
        if not inside or not self._grammar.preposition(at):
            return None
        first = self._edge == sentence.first
        several = self._gathered(sentence, sentence.first, at)
        return several or (self._far(sentence, sentence.first, at - 1) if first else None)
