"""Who a verb has as its subject, by name, role or pronoun, and whom the article has introduced so far."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from loaders.positions.clauses import NOBODY, OWN, Speaker, Subject, represented, stands_for
from loaders.reading.document import Document, Sentence
from loaders.reading.language import Name, Reference, Title, Topic, Verb
from loaders.reading.mentions import Mention, within
from loaders.reading.patterns import Hit
from loaders.reading.sentences import Quote

LONG_QUOTE = 4  # words; shorter quotation marks only set off a term
_REACH_AFTER = 7
_PARTICLES_BETWEEN = 3
_BEHALF = 6  # words between a speaker and "on behalf of"


class Subjects:
    """Finds subjects in one document, remembering who spoke last and which states met."""

    def __init__(self, document: Document, mentions: tuple[Mention, ...]) -> None:
        self._document = document
        self._vocabulary = document.vocabulary
        words = document.language.words
        self._vso = document.language.code == "ar"
        self._particles = words("particles")
        self._fillers = words("fillers")
        self._stops = words("subject_stops")
        self._that = words("that")
        self._not_that = words("not_that_after")
        self._with = words("together_with")
        self._fronting = words("fronting")
        self._impersonal = words("impersonal")
        self._background = tuple(words("background"))
        self._mentions = mentions
        self._starts = {m.first: m for m in mentions if m.kind != "place" and m.how != "demonym"}
        self._ends = {m.last: m for m in mentions if m.kind != "place" and m.how != "demonym"}
        for one, other in pairwise(mentions):
            if (one.id, one.last) == (other.id, other.first) and self._same_line(one.last):
                # a name with its acronym in brackets; not: … без Китая. Власти Китая …
                self._starts[one.first] = self._ends[other.last] = replace(one, last=other.last)
        self._author = NOBODY  # who speaks the whole text, where it is a statement
        self._speaker = NOBODY
        self._held_in: dict[
            int, tuple[str, ...]
        ] = {}  # who acts in a quotation of nobody known, by its start
        self._told_text = NOBODY  # whose text the article said that it tells
        self._quoted_by: dict[int, Speaker] = {}
        self._pair: tuple[str, ...] = ()
        self._pair_of_title: tuple[str, ...] = ()
        self._group: tuple[str, ...] = ()
        self._last_block = -1
        self._unheard = False  # whether the sentence's speaker is somebody that no vocabulary lists

    def _same_line(self, at: int) -> bool:
        """Whether a word goes on with the sentence of the one before it."""
        words = self._document.words
        gap = self._document.text[words.ends[at - 1] : words.starts[at]]
        return set(gap).isdisjoint("\n.:;!?؟")

    def _inside(self, sentence: Sentence) -> list[Mention]:
        return list(within(self._mentions, sentence.first, sentence.last))

    def _remember_pair(self, sentence: Sentence) -> None:
        """The two states whose people or names stand together: whom "both sides" will mean."""
        inside = self._inside(sentence)
        states = list(dict.fromkeys(m.state for m in inside if m.kind == "person" and m.state))
        if self._pair_of_title:
            self._pair = self._pair_of_title
        elif len(states) >= 2 and not self._only_named(states):
            self._pair = tuple(stands_for(self._vocabulary, body) for body in states[:2])
        elif not self._pair:
            self._pair = self._joined_states(inside)
        self._remember_group(sentence, inside)

    def _only_named(self, bodies: list[str]) -> bool:
        """Whether a bloc's envoy is but spoken of, where the people of two states met before."""
        envoy = any(body.startswith("bloc:") for body in bodies[:2])
        return envoy and bool(self._pair) and all(body.startswith("state:") for body in self._pair)

    def _remember_group(self, sentence: Sentence, inside: list[Mention]) -> None:
        """The bloc named first: whom "the summit" will mean."""
        blocs = [m.id for m in inside if m.kind == "bloc"]
        if blocs and not self._group:
            self._group = (blocs[0],)

    def _joined_states(self, inside: list[Mention]) -> tuple[str, ...]:
        """Two states named side by side: روسيا والصين."""
        states = [m for m in inside if m.kind == "state"]
        for one, other in pairwise(states):
            owns = self._document.possessive(one.last - 1)  # Turkey's Syria offensive
            if self._of_a_row(states, one, other):
                continue
            if other.first - one.last <= 1 and one.id != other.id and not owns:
                return one.id, other.id
        return ()

    def _of_a_row(self, states: list[Mention], one: Mention, other: Mention) -> bool:
        """Whether two states stand in a longer list: Белоруссии, Казахстана и Киргизии."""
        near = (m for m in states if m.id not in (one.id, other.id))
        return any(0 <= m.first - other.last <= 1 or 0 <= one.first - m.last <= 1 for m in near)

    def _long_quote(self, word: int) -> Quote | None:
        quote = self._document.quote_at(self._document.words.starts[word])
        if quote is None:
            return None
        words = self._document.text[quote.start : quote.end].count(" ") + 1
        return quote if words >= LONG_QUOTE else None

    def _subject(self, sentence: Sentence, hit: Hit[Verb], quoted: bool) -> Subject | None:
        if hit.sense.form == "we":
            return self._own_side(sentence, hit)
        if hit.sense.form == "participle":
            return None
        if self._vso:
            return (
                self._topic_subject(sentence, hit)
                or self._subject_after(sentence, hit)
                or self._subject_before(sentence, hit)
                or self._subject_in_front(sentence, hit)
                or self._unknown_subject(sentence, hit)
            )
        return self._subject_before(sentence, hit) or self._subject_after(sentence, hit)

    def _own_side(self, sentence: Sentence, hit: Hit[Verb]) -> Subject:
        """The speaker's side, "we", with whoever is joined to it: نحن وأصدقاؤنا, أكدنا مع زملائنا."""
        own = Subject(Speaker(None, (OWN,)), hit.start, hit.end)
        words = self._document.words.folded
        after = self._starts.get(hit.end) or (
            self._starts.get(hit.end + 1) if words_at(words, hit.end) in self._with else None
        )
        joined = self._joined_on(hit.start)  # بموسكو وكييف ونرى: rather "and we see"
        before = None if joined else self._ends.get(hit.start)
        for mention in (after, before):
            if mention is None or mention.first < sentence.first or mention.last > sentence.last:
                continue
            if (mention is before or mention.first == hit.end) and not self._joined_on(mention.first):
                continue
            other = represented(self._vocabulary, mention)
            holders = tuple(dict.fromkeys((OWN, *other.holders)))
            return Subject(Speaker(None, holders), min(own.first, mention.first), max(own.last, mention.last))
        return own

    def _subject_after(self, sentence: Sentence, hit: Hit[Verb]) -> Subject | None:
        words = self._document.words.folded
        at = hit.end
        while at < min(hit.end + _REACH_AFTER, sentence.last):
            found = self._actor_at(sentence, at)
            if found and self._speech_between(hit.end, found.first):
                return None
            if found:
                return self._with_companions(sentence, found)
            if words[at] in self._stops or not self._may_stand_between(hit.end, at):
                return None
            at += 1
        return None

    def _may_stand_between(self, verb: int, at: int) -> bool:
        """Whether a word may stand between a verb and its subject."""
        return self._document.words.folded[at] in self._fillers

    def _speech_between(self, end: int, start: int) -> bool:
        """Whether a colon or quotation opens between a verb and an actor: he is but spoken of."""
        words = self._document.words
        return not set(self._document.text[words.ends[end - 1] : words.starts[start]]).isdisjoint(':"«“„')

    def _subject_before(self, sentence: Sentence, hit: Hit[Verb]) -> Subject | None:
        at = self._past_particles(sentence, hit.start)
        found = self._actor_ending(sentence, at)
        if found is None or (self._document.breaks[at] and self._vso) or self._set_apart(found.last, at):
            return None
        found = self._with_earlier(sentence, found)
        return found if self._opens_clause(sentence, found.first) else None

    def _past_particles(self, sentence: Sentence, at: int) -> int:
        """Where the particles begin that stand between a subject and the verb at a word."""
        first, words = at, self._document.words.folded
        while (
            first > sentence.first
            and at - first <= _PARTICLES_BETWEEN
            and words[first - 1] in self._particles
        ):
            first -= 1
        return first

    def _opens_clause(self, sentence: Sentence, at: int) -> bool:
        """Whether an actor may begin a clause here: after "that", a stop, a conjunction, or nothing."""
        if at == sentence.first or self._document.breaks[at] or self._joined_on(at):
            return True
        before = self._document.words.folded[at - 1]
        if not self._vso:
            return before not in self._stops - self._that
        return before in self._that or before in self._fronting or before in self._particles

    def _set_apart(self, last: int, at: int) -> bool:
        """Whether a dash or bracket stands between a name and a verb: the name ends a dateline."""
        words = self._document.words
        return self._vso and not set(self._document.text[words.ends[last - 1] : words.starts[at]]).isdisjoint(
            "-–—)/:|"
        )

    def _topic_subject(self, sentence: Sentence, hit: Hit[Verb]) -> Subject | None:
        """The actor between "that" and a verb: أن الغرب يستغل …; what follows the verb is its object."""
        found = self._subject_before(sentence, hit)
        if (
            found
            and found.first > sentence.first
            and self._document.words.folded[found.first - 1] in self._that
        ):
            return found
        return None

    def _subject_in_front(self, sentence: Sentence, hit: Hit[Verb]) -> Subject | None:
        """The actor that opens the sentence, a relative clause before the verb: أما فلان، الذي …، فقال."""
        if not hit.sense.says or hit.start - sentence.first < 3:
            return None
        now = self._document.words.folded[hit.start].startswith("ف") and hit.sense.form == "present"
        if hit.sense.form != "past" and not (now and self._as_for(sentence)):
            return None
        so = any(w.startswith("ف") for w in self._document.words.folded[hit.start - 1 : hit.start + 1])
        if not (self._document.breaks[hit.start] or so):
            return None
        opens = sentence.first + (self._document.words.folded[sentence.first] in self._fronting)
        while (
            opens < hit.start and opens not in self._starts and self._may_stand_between(sentence.first, opens)
        ):
            opens += 1  # أما نائب الممثل الدائم …، فقال
        return self._actor_at(sentence, opens)

    def _as_for(self, sentence: Sentence) -> bool:
        """Whether a sentence opens with "as for": أما الحزب فيرى …."""
        return self._document.words.folded[sentence.first] in self._document.language.words("as_for")

    def _unknown_subject(self, sentence: Sentence, hit: Hit[Verb]) -> Subject | None:
        """A body that no vocabulary lists: what it says is nobody's, least of all the last speaker's."""
        if hit.sense.effect != "none" or hit.sense.carries_on or hit.sense.form != "past" or hit.sense.needs:
            return None
        words = self._document.words.folded
        at = hit.end
        while at < sentence.last and words[at] in self._fillers:
            at += 1
        unnamed = at < sentence.last and words[at].startswith("ال") and words[at] not in self._stops
        unnamed = unnamed and not self._in_topic_at(sentence, at)  # ووصف الضربات التي … بأنها
        unnamed = unnamed and not self._speech_between(hit.end, at)  # قال: «الصديق …»
        unnamed = unnamed and words[at - 1] not in self._document.language.words("place_in")  # قال في المطار
        if not unnamed or self._reference(sentence, at, starting=True) or self._titled_here(sentence, at):
            return None
        return Subject(NOBODY, at, at + 1)

    def _in_topic_at(self, sentence: Sentence, at: int) -> bool:
        """Whether a word names a principle, with others or alone."""
        return any(at in topic.words for topic in sentence.of(Topic))

    def _titled_here(self, sentence: Sentence, at: int) -> bool:
        return any(hit.start == at for hit in sentence.of(Title))

    def _joined_on(self, at: int) -> bool:
        """Whether a word begins with "and" and not with a و of its own (واشنطن)."""
        word = self._document.words.folded[at]
        return word.startswith("و") and word not in self._document.language.initial_words

    def _with_earlier(self, sentence: Sentence, subject: Subject) -> Subject:
        """A subject with those before it that "and" joins to it: مصر وبلاده والصين."""
        while self._joined_on(subject.first) and not self._document.breaks[subject.first]:
            other = self._actor_ending(sentence, subject.first)
            if other is None:
                break
            subject = self._joined(other, subject)
        return subject

    @staticmethod
    def _joined(one: Subject, other: Subject) -> Subject:
        holders = tuple(dict.fromkeys(one.speaker.holders + other.speaker.holders))
        voice = one.speaker.voice if holders == one.speaker.holders else None
        return Subject(Speaker(voice, holders), one.first, other.last)

    def _past_nation(self, sentence: Sentence, at: int) -> int:
        """The word behind a nationality that stands for a whole title: المصري فلان والتركي فلان."""
        if at in self._starts or not (at < sentence.last and self._joined_on(at)):
            return at
        nations = (h for h in sentence.hits if h.start == at and _demonym(h.sense))
        return next((h.end for h in nations), at)

    def _actor_at(self, sentence: Sentence, at: int) -> Subject | None:
        mention = self._starts.get(at)
        if mention and mention.last <= sentence.last:
            speaker = self._on_behalf(sentence, mention, represented(self._vocabulary, mention))
            listed = self._in_brackets(mention)
            return Subject(Speaker(None, listed) if listed else speaker, mention.first, mention.last)
        return self._reference(sentence, at, starting=True)

    def _on_behalf(self, sentence: Sentence, mention: Mention, speaker: Speaker) -> Speaker:
        """A speaker with the group for whom it is said that he speaks: متحدثا باسم مجموعة الـ77."""
        said = [h for h in sentence.of(Reference) if h.sense.kind == "on_behalf"]
        behind = [h for h in said if 0 <= h.start - mention.last <= _BEHALF]
        first = next((m.first for m in self._inside(sentence) if m.first in self._starts), mention.first)
        for hit in behind or [h for h in said if h.start < first]:
            near = within(self._mentions, hit.start, hit.end + 2)
            group = next((m for m in near if m.kind == "bloc"), None)
            if group and group.id not in speaker.holders:
                return Speaker(speaker.voice, (group.id,))
        return speaker

    def _in_brackets(self, mention: Mention) -> tuple[str, ...]:
        """The states listed in brackets after a group: the guarantors (Turkey, Russia and Iran)."""
        text, words = self._document.text, self._document.words
        opened = text.find("(", words.ends[mention.last - 1], words.ends[mention.last - 1] + 3)
        closed = text.find(")", opened) if opened >= 0 else -1
        if mention.kind != "bloc" or closed < 0:
            return ()
        inside = [
            m.id for m in self._mentions if m.kind == "state" and opened < words.starts[m.first] < closed
        ]
        return tuple(dict.fromkeys(inside)) if len(set(inside)) > 1 else ()

    def _actor_ending(self, sentence: Sentence, at: int) -> Subject | None:
        mention = self._ends.get(at)
        if mention and mention.first >= sentence.first:
            return Subject(represented(self._vocabulary, mention), mention.first, mention.last)
        return self._reference(sentence, at, starting=False)

    def _reference(self, sentence: Sentence, at: int, starting: bool) -> Subject | None:
        for hit in sentence.hits:
            if (hit.start if starting else hit.end) != at:
                continue
            if isinstance(hit.sense, Reference):
                speaker = self._referred(hit.sense.kind)
            elif isinstance(hit.sense, Title):
                speaker = self._speaker if not self._speaker.nobody else None
            else:
                continue
            if speaker:
                return Subject(speaker, hit.start, hit.end)
        return None

    def _referred(self, kind: str) -> Speaker | None:
        own = self._speaker
        if kind in ("own_state", "first_person"):
            return Speaker(None, (OWN,)) if self._author.nobody else self._author
        if kind == "both_states" and (self._pair or self._group):
            return Speaker(None, self._pair or self._group)
        if kind == "several_states" and self._group:
            return Speaker(None, self._group)
        if kind == "joint_document" and (self._group or self._pair):
            return Speaker(None, self._group or self._pair)
        if kind in ("speaker_again", "document", "joint_document") and not own.nobody:
            return own
        if kind in ("speaker_again", "document", "joint_document") and not self._told_text.nobody:
            return self._told_text
        return self._only_person() if kind == "speaker_again" else None

    def _only_person(self) -> Speaker | None:
        """The one person whom the article names, where an office speaks before he is named."""
        persons = {m.id: m for m in reversed(self._mentions) if m.kind == "person"}
        named = next(iter(persons.values())) if len(persons) == 1 else None
        return represented(self._vocabulary, named) if named and named.state else None

    def _with_companions(self, sentence: Sentence, subject: Subject) -> Subject:
        """A subject with those listed behind it: موسكو وبكين، وطهران."""
        for mention in self._listed(sentence, subject.last):
            other = represented(self._vocabulary, mention)
            subject = self._joined(subject, Subject(other, mention.first, mention.last))
        return subject

    def _listed(self, sentence: Sentence, at: int) -> list[Mention]:
        """The mentions from word `at` on that "and" joins into one list, commas between them or not."""
        words = self._document.words.folded
        found: list[Mention] = []
        open_: list[Mention] = []  # parted by commas alone: members only if one with "and" follows
        nor = self._document.language.words("nor_either")
        while mention := self._starts.get(self._past_nation(sentence, at + (words_at(words, at) in nor))):
            if mention.last > sentence.last:
                break
            if self._joined_on(at):
                found += [*open_, mention]
                open_ = []
            elif self._document.breaks[mention.first]:
                open_.append(mention)
            else:
                break
            at = mention.last
        return found


def _demonym(sense: object) -> bool:
    return isinstance(sense, Name) and sense.strength == "demonym"


def words_at(words: tuple[str, ...], at: int) -> str:
    """The word at an index, or nothing past the end."""
    return words[at] if at < len(words) else ""
