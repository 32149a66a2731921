"""Who says each stretch of text, and for whom: sentences cut into attributed clauses.

Reads the document's sentences, quotations, verbs and mentions; adds `Clause`s. A clause has a voice
(whose words carry it here) and holders (whose positions it states). They differ where a minister
speaks for his state, where he reports what others hold, and where an outlet tells of an agreed text.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from loaders.reading.document import Document, Sentence
from loaders.reading.language import Name, Reference, Title, Verb
from loaders.reading.layout import Kind
from loaders.reading.mentions import Mention, within
from loaders.reading.patterns import Hit
from loaders.reading.sentences import Quote
from ontology.vocabulary import Bloc, Organization, Person, RoleKind, State, Vocabulary

_LONG_QUOTE = 4  # words; shorter quotation marks only set off a term
_REACH_AFTER = 7
_PARTICLES_BETWEEN = 3
_RELATIVE_REACH = 8
_HEAD_OF_STATE = 95  # rank of a role whose holder, when another recalls him, holds in his own name


@dataclass(frozen=True, slots=True)
class Speaker:
    """A voice with the actors it speaks for; `voice` is None where only the outlet tells it."""

    voice: str | None
    holders: tuple[str, ...]

    @property
    def nobody(self) -> bool:
        """Whether no actor stands behind the words."""
        return not self.holders


NOBODY = Speaker(None, ())
OWN = "@own"  # stands for the speaker's own side until it is known who speaks


@dataclass(frozen=True, slots=True)
class Clause:
    """Words `first` up to `last` of one sentence, said by `speaker`, stating what `holders` hold.

    `level`: report (under a verb of saying), embedded (somebody's stance inside another's words),
    quote, carried (a sentence without a verb of saying after attributed ones), narrative (the outlet's).
    """

    sentence: int
    first: int
    last: int
    speaker: Speaker
    holders: tuple[str, ...]
    level: str
    verb: Verb | None
    verb_at: int
    quoted: bool
    own_act: bool = True  # whether the holders do what the verb says; else something they speak of does

    @property
    def reports_other(self) -> bool:
        """Whether the voice states what somebody holds for whom it does not speak."""
        return self.speaker.voice is not None and self.of_others

    @property
    def of_others(self) -> bool:
        """Whether the holders are others than those for whom the words are said."""
        return not set(self.holders) <= set(self.speaker.holders)


@dataclass(frozen=True, slots=True)
class Subject:
    """What a verb's subject came to: the speaker it makes, and the words it stands in."""

    speaker: Speaker
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Act:
    """A verb (or "according to") with its subject, before it is known what it governs."""

    at: int
    end: int
    verb: Verb | None
    subject: Subject | None
    quoted: bool
    joined: bool
    after_that: bool


def represented(vocabulary: Vocabulary, mention: Mention) -> Speaker:
    """The voice of a mention and the actors for whom it speaks."""
    if mention.kind == "person":
        return _person_speaks(vocabulary, mention)
    entry = vocabulary.items.get(mention.id)
    if mention.how == "title" and mention.role:
        return Speaker(_spokesman_body(vocabulary, mention), (_stands_for(vocabulary, mention.id),))
    if isinstance(entry, State | Bloc):
        return Speaker(None, (mention.id,))  # the outlet reports what they agreed or hold
    if isinstance(entry, Organization) and entry.category in ("agency", "outlet"):
        return Speaker(mention.id, ())  # it relays what others say
    return Speaker(mention.id, (_stands_for(vocabulary, mention.id),))


def _person_speaks(vocabulary: Vocabulary, mention: Mention) -> Speaker:
    role = vocabulary.items.get(mention.role or "")
    speaks = not isinstance(role, RoleKind) or role.speaks_for_state
    if mention.state and mention.role and speaks:
        return Speaker(mention.id, (_stands_for(vocabulary, mention.state),))
    return Speaker(mention.id, (mention.id,))


def _stands_for(vocabulary: Vocabulary, body: str) -> str:
    entry = vocabulary.items.get(body)
    return (entry.speaks_for or body) if isinstance(entry, Organization) else body


def _spokesman_body(vocabulary: Vocabulary, mention: Mention) -> str | None:
    entry = vocabulary.items.get(mention.id)
    return mention.id if isinstance(entry, Organization) else None


class Attribution:
    """One pass over the sentences, remembering who spoke last and which states met."""

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
        self._speaker = NOBODY
        self._quoted_by: dict[int, Speaker] = {}
        self._pair: tuple[str, ...] = ()
        self._pair_of_title: tuple[str, ...] = ()
        self._group: tuple[str, ...] = ()
        self._last_block = -1
        self._unheard = False  # whether the sentence's speaker is somebody that no vocabulary lists

    def run(self) -> Iterator[Clause]:
        """Every clause, in order of the text."""
        for sentence in self._document.sentences:
            if sentence.kind in (Kind.TITLE, Kind.HEADING):
                self._pair_of_title = self._pair_of_title or self._joined_states(self._inside(sentence))
                self._pair = self._pair or self._pair_of_title
                continue
            self._remember_pair(sentence)
            yield from self._clauses(sentence)
            self._last_block = sentence.block

    # --- what the article has introduced -----------------------------------------------------------

    def _inside(self, sentence: Sentence) -> list[Mention]:
        return list(within(self._mentions, sentence.first, sentence.last))

    def _remember_pair(self, sentence: Sentence) -> None:
        """The two states whose people or names stand together: whom "both sides" will mean."""
        inside = self._inside(sentence)
        states = list(dict.fromkeys(m.state for m in inside if m.kind == "person" and m.state))
        if self._pair_of_title:
            self._pair = self._pair_of_title
        elif len(states) >= 2:
            self._pair = tuple(_stands_for(self._vocabulary, body) for body in states[:2])
        elif not self._pair:
            self._pair = self._joined_states(inside)
        blocs = [m.id for m in inside if m.kind == "bloc"]
        if blocs and not self._group:
            self._group = (blocs[0],)

    def _joined_states(self, inside: list[Mention]) -> tuple[str, ...]:
        """Two states named side by side: روسيا والصين."""
        states = [m for m in inside if m.kind == "state"]
        for one, other in pairwise(states):
            if other.first - one.last <= 1 and one.id != other.id:
                return one.id, other.id
        return ()

    # --- acts: verbs with subjects -----------------------------------------------------------------

    def _acts(self, sentence: Sentence) -> list[Act]:
        acts: list[Act] = []
        covered = self._topic_words(sentence)
        taken = -1
        for hit in self._verb_hits(sentence):
            if hit.start < taken or hit.start in covered:
                continue
            act = self._act(sentence, hit)
            if act:
                acts.append(act)
                taken = hit.end
        acts += self._according(sentence)
        acts += self._impersonal_acts(sentence)
        return sorted(acts, key=lambda act: act.at)

    def _topic_words(self, sentence: Sentence) -> set[int]:
        """Words inside names and inside titles: no verb starts there."""
        return {
            word
            for hit in sentence.hits
            if isinstance(hit.sense, Name) and hit.sense.strength == "strong" and hit.end - hit.start > 1
            for word in range(hit.start, hit.end)
        }

    def _verb_hits(self, sentence: Sentence) -> list[Hit[Verb]]:
        """Finite verbs and participles, one for each start; a verb of saying before another reading."""
        best: dict[int, Hit[Verb]] = {}
        for hit in sentence.hits:
            verb = hit.sense
            if not isinstance(verb, Verb) or verb.form == "noun":
                continue
            if verb.form == "participle" and not self._adverbial(hit):
                continue
            if (
                self._vso
                and verb.form in ("past", "present")
                and self._after_preposition(sentence, hit.start)
            ):
                continue
            if self._vso and verb.form == "past" and self._noun_after_verb(sentence, hit.start, best):
                continue
            known = best.get(hit.start)
            if known is None or (verb.says, hit.end) > (known.sense.says, known.end):
                best[hit.start] = Hit(hit.start, hit.end, verb)
        return [best[start] for start in sorted(best)]

    def _noun_after_verb(self, sentence: Sentence, at: int, verbs: dict[int, Hit[Verb]]) -> bool:
        """Whether a form right behind a verb of saying is its object: مؤكدا رفض بلاده."""
        before = verbs.get(at - 1)
        return before is not None and before.sense.says and not self._document.breaks[at]

    def _after_preposition(self, sentence: Sentence, at: int) -> bool:
        """Whether a word stands right behind a preposition or demonstrative: no verb does."""
        if at == sentence.first or self._document.breaks[at] or self._joined_on(at):
            return False
        return self._document.words.folded[at - 1] in self._document.language.words("no_verb_after")

    def _adverbial(self, hit: Hit[object]) -> bool:
        """Whether a participle opens a clause of its own (مؤكدا أن …) and is no adjective."""
        if not self._vso:
            return True
        word = self._document.words.folded[hit.start]
        if word.startswith(("ال", "وال", "بال", "لل")):
            return False
        return word.endswith(("ا", "ين")) or (word.endswith("ه") and self._document.breaks[hit.start])

    def _act(self, sentence: Sentence, hit: Hit[Verb]) -> Act | None:
        verb = hit.sense
        quote = self._long_quote(hit.start)
        subject = self._subject(sentence, hit, quote is not None)
        word = self._document.words.folded[hit.start]
        joined = word[0] in "وف" and word not in self._document.language.verb_forms
        after_that = self._after_that(sentence, subject.first if subject else hit.start)
        if subject is None and (not verb.says or self._in_relative(sentence, hit)):
            return None
        if subject is None and verb.needs and not self._surely_verb(sentence, hit):
            return None
        if verb.needs == "that" and not self._opens_speech(
            sentence, max(hit.end, subject.last if subject else 0)
        ):
            return None
        return Act(hit.start, hit.end, verb, subject, quote is not None, joined, after_that)

    def _opens_speech(self, sentence: Sentence, at: int) -> bool:
        """Whether "that" or "about" follows at once."""
        words = self._document.words.folded
        soon = range(at, min(at + 2, sentence.last))
        return any(
            (words[i] in self._that or words[i] == "عن") and not self._document.breaks[i] for i in soon
        )

    def _surely_verb(self, sentence: Sentence, hit: Hit[Verb]) -> bool:
        """Whether a form that may be another word is a verb here: by its place, or by what follows."""
        opens = hit.start == sentence.first and self._document.words.folded[hit.start][0] in "وف"
        return opens or self._opens_speech(sentence, hit.end) or self._quotes_next(hit.end)

    def _quotes_next(self, end: int) -> bool:
        """Whether a colon or a quotation follows a word at once."""
        return self._document.text[self._document.words.ends[end - 1] :][:3].strip()[:1] in (
            ":",
            '"',
            "«",
            "“",
        )

    def _in_relative(self, sentence: Sentence, hit: Hit[Verb]) -> bool:
        """Whether a finite verb without a subject belongs to a relative clause: التي تروج …."""
        if hit.sense.form == "participle":
            return False
        start = max(sentence.first, hit.start - _RELATIVE_REACH)
        return any(
            isinstance(h.sense, Reference) and h.sense.kind == "relative" and start <= h.start < hit.start
            for h in sentence.hits
        ) and not (
            hit.start > sentence.first and self._document.breaks[hit.start] and hit.sense.form == "past"
        )

    def _after_that(self, sentence: Sentence, at: int) -> bool:
        words = self._document.words.folded
        return any(
            words[i] in self._that and not (i > sentence.first and words[i - 1] in self._not_that)
            for i in range(max(sentence.first, at - 2), at)
        )

    def _long_quote(self, word: int) -> Quote | None:
        quote = self._document.quote_at(self._document.words.starts[word])
        if quote is None:
            return None
        words = self._document.text[quote.start : quote.end].count(" ") + 1
        return quote if words >= _LONG_QUOTE else None

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
        before = self._ends.get(hit.start)
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
            if words[at] in self._stops or words[at] not in self._fillers:
                return None
            at += 1
        return None

    def _speech_between(self, end: int, start: int) -> bool:
        """Whether a colon or quotation opens between a verb and an actor: he is but spoken of."""
        words = self._document.words
        return not set(self._document.text[words.ends[end - 1] : words.starts[start]]).isdisjoint(':"«“„')

    def _subject_before(self, sentence: Sentence, hit: Hit[Verb]) -> Subject | None:
        words = self._document.words.folded
        at = hit.start
        skipped = 0
        while at > sentence.first and skipped <= _PARTICLES_BETWEEN and words[at - 1] in self._particles:
            at -= 1
            skipped += 1
        found = self._actor_ending(sentence, at)
        if found is None or (self._document.breaks[at] and self._vso) or self._set_apart(found.last, at):
            return None
        found = self._with_earlier(sentence, found)
        return found if self._opens_clause(sentence, found.first) else None

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
        if not hit.sense.says or hit.sense.form != "past" or hit.start - sentence.first < 3:
            return None
        if not (self._document.breaks[hit.start] or self._document.words.folded[hit.start].startswith("ف")):
            return None
        opens = sentence.first + (self._document.words.folded[sentence.first] in self._fronting)
        return self._actor_at(sentence, opens)

    def _unknown_subject(self, sentence: Sentence, hit: Hit[Verb]) -> Subject | None:
        """A body that no vocabulary lists: what it says is nobody's, least of all the last speaker's."""
        if hit.sense.effect != "none" or hit.sense.carries_on or hit.sense.form != "past" or hit.sense.needs:
            return None
        words = self._document.words.folded
        at = hit.end
        while at < sentence.last and words[at] in self._fillers:
            at += 1
        unnamed = at < sentence.last and words[at].startswith("ال") and words[at] not in self._stops
        if not unnamed or self._reference(sentence, at, starting=True) or self._titled_here(sentence, at):
            return None
        return Subject(NOBODY, at, at + 1)

    def _titled_here(self, sentence: Sentence, at: int) -> bool:
        return any(hit.start == at and isinstance(hit.sense, Title) for hit in sentence.hits)

    def _joined_on(self, at: int) -> bool:
        """Whether a word begins with "and" and not with a و of its own (واشنطن)."""
        word = self._document.words.folded[at]
        return word.startswith("و") and word not in self._document.language.initial_words

    def _with_earlier(self, sentence: Sentence, subject: Subject) -> Subject:
        """A subject with the one before it that "and" joins to it: بلاده والصين."""
        if not self._joined_on(subject.first):
            return subject
        other = self._actor_ending(sentence, subject.first)
        return self._joined(other, subject) if other else subject

    @staticmethod
    def _joined(one: Subject, other: Subject) -> Subject:
        holders = tuple(dict.fromkeys(one.speaker.holders + other.speaker.holders))
        voice = one.speaker.voice if holders == one.speaker.holders else None
        return Subject(Speaker(voice, holders), one.first, other.last)

    def _actor_at(self, sentence: Sentence, at: int) -> Subject | None:
        mention = self._starts.get(at)
        if mention and mention.last <= sentence.last:
            speaker = self._on_behalf(sentence, mention, represented(self._vocabulary, mention))
            listed = self._in_brackets(mention)
            return Subject(Speaker(None, listed) if listed else speaker, mention.first, mention.last)
        return self._reference(sentence, at, starting=True)

    def _on_behalf(self, sentence: Sentence, mention: Mention, speaker: Speaker) -> Speaker:
        """A speaker with the group for whom it is said that he speaks: متحدثا باسم مجموعة الـ77."""
        for hit in sentence.hits:
            if (
                isinstance(hit.sense, Reference)
                and hit.sense.kind == "on_behalf"
                and 0 <= hit.start - mention.last <= 6
            ):
                group = self._starts.get(hit.end)
                if group and group.kind == "bloc":
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
            return Speaker(None, (OWN,))
        if kind == "both_states" and (self._pair or self._group):
            return Speaker(None, self._pair or self._group)
        if kind == "several_states" and self._group:
            return Speaker(None, self._group)
        if kind == "joint_document" and (self._group or self._pair):
            return Speaker(None, self._group or self._pair)
        if kind in ("speaker_again", "document", "joint_document") and not own.nobody:
            return own
        return None

    def _with_companions(self, sentence: Sentence, subject: Subject) -> Subject:
        """A subject with those joined to it by "and": موسكو وبكين."""
        nxt = self._starts.get(subject.last)
        if nxt is None or nxt.last > sentence.last or not self._joined_on(nxt.first):
            return subject
        other = represented(self._vocabulary, nxt)
        return self._joined(subject, Subject(other, nxt.first, nxt.last))

    def _impersonal_acts(self, sentence: Sentence) -> Iterator[Act]:
        """What "was stressed" without a name: by both sides of a meeting, else by whoever speaks."""
        speaker = self._speaker
        if self._pair and self._speaker_in(self._pair):
            speaker = Speaker(None, self._pair)
        if speaker.nobody:
            return
        for hit in self._impersonal_nouns(sentence):
            subject = Subject(speaker, hit.start - 1, hit.end)
            quoted = self._long_quote(hit.start) is not None
            after_that = self._after_that(sentence, hit.start - 1)
            yield Act(hit.start, hit.end, hit.sense, subject, quoted, False, after_that)

    def _impersonal_nouns(self, sentence: Sentence) -> list[Hit[Verb]]:
        """Nouns of saying or dealing behind "there was": of two readings that with fewer clitics."""
        best: dict[int, Hit[Verb]] = {}
        for hit in sentence.hits:
            verb = hit.sense
            if not isinstance(verb, Verb) or verb.form != "noun" or hit.start == sentence.first:
                continue
            if self._document.words.folded[hit.start - 1] not in self._impersonal:
                continue
            known = best.get(hit.start)
            if known is None or len(verb.spelling) > len(known.sense.spelling):
                best[hit.start] = Hit(hit.start, hit.end, verb)
        return [hit for hit in best.values() if hit.sense.says or hit.sense.effect == "discuss"]

    def _speaker_in(self, states: tuple[str, ...]) -> bool:
        return self._speaker.nobody or not set(self._speaker.holders).isdisjoint(states)

    def _according(self, sentence: Sentence) -> list[Act]:
        found = []
        for hit in sentence.hits:
            if isinstance(hit.sense, Reference) and hit.sense.kind == "according_to":
                subject = next(
                    (
                        s
                        for at in range(hit.end, min(hit.end + 2, sentence.last))
                        if (s := self._actor_at(sentence, at))
                    ),
                    None,
                )
                if subject and subject.speaker.voice and not self._outlet(subject.speaker.voice):
                    found.append(Act(hit.start, subject.last, None, subject, False, False, False))
            elif (
                isinstance(hit.sense, Reference)
                and hit.sense.kind == "in_his_words"
                and not self._speaker.nobody
            ):
                found.append(
                    Act(
                        hit.start,
                        hit.end,
                        None,
                        Subject(self._speaker, hit.start, hit.end),
                        False,
                        False,
                        False,
                    )
                )
        return found

    def _outlet(self, actor: str) -> bool:
        entry = self._vocabulary.items.get(actor)
        return isinstance(entry, Organization) and entry.category in ("agency", "outlet")

    # --- clauses -----------------------------------------------------------------------------------

    def _clauses(self, sentence: Sentence) -> Iterator[Clause]:
        self._unheard = False
        acts = self._spoken_to_outlets(self._acts(sentence))
        anchors = [act for act in acts if self._reports(act)]
        if not anchors:
            yield from self._without_report(sentence, acts)
            return
        yield from self._with_report(sentence, acts, anchors)

    def _spoken_to_outlets(self, acts: list[Act]) -> list[Act]:
        """Acts without "agency X reports that": what it relays is said by whoever it names."""
        kept: list[Act] = []
        relayed = False
        for act in acts:
            outlet = act.subject is not None and self._outlet(act.subject.speaker.voice or "")
            if outlet and act.verb is not None:
                relayed = True
                continue
            kept.append(replace(act, after_that=False) if relayed and act.subject else act)
            relayed = False
        return kept

    def _reports(self, act: Act) -> bool:
        """Whether an act is a report at the sentence's own level, not part of what is said."""
        if act.quoted:
            return False
        if act.verb is None:
            return True
        if not act.verb.says and act.verb.effect != "discuss":
            return False
        if act.after_that:
            return False
        if act.subject is not None:
            return True
        return (
            not self._speaker.nobody
            and (act.verb.form in ("past", "participle") or act.verb.carries_on)
            and not self._turns_to_another(act)
        )

    def _turns_to_another(self, act: Act) -> bool:
        """Whether "for his part" stands before a verb: it has another subject, though none was found."""
        before = " ".join(self._document.words.folded[max(0, act.at - 3) : act.at])
        return any(before.endswith(phrase) for phrase in self._document.language.words("new_speaker"))

    def _with_report(self, sentence: Sentence, acts: list[Act], anchors: list[Act]) -> Iterator[Clause]:
        governing = NOBODY
        before: tuple[str, ...] = ()
        first = sentence.first
        quoted_before = self._text_before(sentence, anchors[0])
        if quoted_before and not self._vso and anchors[0].subject:
            governing = resolved(anchors[0].subject.speaker, self._speaker)
        for number, act in enumerate(acts):
            if act is anchors[0] and act.subject:
                governing = resolved(act.subject.speaker, self._speaker)
            last = acts[number + 1].at if number + 1 < len(acts) else sentence.last
            behind = acts[number + 1].subject if number + 1 < len(acts) else None
            if behind and (self._vso or behind.first >= act.end):
                last = min(last, max(behind.first, act.end))
            if number == 0 and act.at > sentence.first:
                opening = self._opening(sentence, act, anchors, quoted_before)
                if opening:
                    yield opening
                    first = min(act.at, act.subject.first) if act.subject else act.at
            if self._actor_is_object(act, governing):
                act = replace(act, subject=None)
                yield self._clause(sentence, first, last, governing, governing.holders, "report", act)
            elif act in anchors:
                governing = self._now_speaking(act, governing)
                before = ()
                yield self._clause(sentence, first, last, governing, governing.holders, "report", act)
            else:
                embedded = self._embedded(sentence, first, last, governing, act, before)
                before = embedded.holders
                yield embedded
            first = last
        if not governing.nobody:
            self._note_quotes(sentence, governing)

    def _text_before(self, sentence: Sentence, act: Act) -> bool:
        """Whether what is said stands before the verb of saying: «…», said X."""
        if act.verb is None:
            return True
        start = min(act.at, act.subject.first) if act.subject else act.at
        after = max(act.end, act.subject.last) if act.subject else act.end
        return start - sentence.first > 3 and sentence.last - after <= max(6, (start - sentence.first) // 2)

    def _opening(self, sentence: Sentence, act: Act, anchors: list[Act], before: bool) -> Clause | None:
        """What stands before the first verb: the words of whoever the first report names, if said before."""
        start = min(act.at, act.subject.first) if act.subject else act.at
        if start - sentence.first < 3 or not before or not anchors[0].subject:
            return None
        speaker = resolved(anchors[0].subject.speaker, self._speaker)
        return Clause(
            sentence.index,
            sentence.first,
            start,
            speaker,
            speaker.holders,
            "report",
            None,
            -1,
            self._long_quote(sentence.first) is not None,
        )

    def _actor_is_object(self, act: Act, governing: Speaker) -> bool:
        """Whether the actor behind a joined verb is its object: «… ودعت روسيا إلى», of Merkel."""
        if not (
            act.joined and act.subject and act.verb and act.verb.takes_actor and act.subject.first >= act.end
        ):
            return False
        word = self._document.words.folded[act.at]
        if self._document.language.code != "ar" or governing.voice is None:
            return False
        return word.endswith("ت") == self._feminine(governing.voice)

    def _feminine(self, actor: str) -> bool:
        entry = self._vocabulary.items.get(actor)
        return entry.gender == "f" if isinstance(entry, Person) else not actor.startswith("person:")

    def _now_speaking(self, act: Act, governing: Speaker) -> Speaker:
        if act.subject and act.subject.speaker.nobody:
            self._unheard = True
            return NOBODY
        if act.subject is None and self._unheard:
            return NOBODY  # the verbs joined to an unknown body's are its own
        self._unheard = False
        if act.subject:
            speaker = resolved(act.subject.speaker, governing if not governing.nobody else self._speaker)
        else:
            speaker = governing if not governing.nobody else self._speaker
        if speaker.voice is None and governing.voice and set(speaker.holders) == set(governing.holders):
            speaker = governing  # "his country": still in his words
        told_of = (
            speaker.voice is None and act.verb is not None and act.verb.effect in ("plus", "minus", "harm")
        )
        if not speaker.nobody and not self._outlet(speaker.voice or "") and not told_of:
            self._speaker = speaker
        return speaker

    def _embedded(
        self, sentence: Sentence, first: int, last: int, governing: Speaker, act: Act, before: tuple[str, ...]
    ) -> Clause:
        """A clause inside somebody's words: whose position it is, if a subject of its own stands in it.

        Without one it goes on with the holders of the clause before it (`before`).
        """
        speaker = governing if not governing.nobody else self._quote_speaker(act)
        holders = self._held_by(act, speaker, before)
        if speaker.nobody:
            speaker = Speaker(None, holders)
        clause = self._clause(sentence, first, last, speaker, holders, "embedded", act)
        return replace(clause, own_act=self._by_holders(act, before))

    def _by_holders(self, act: Act, before: tuple[str, ...]) -> bool:
        """Whether a verb inside somebody's words has an actor as its subject, named or by pronoun."""
        if act.subject is not None or before or act.verb is None or act.verb.form != "present":
            return True
        pronouns = self._document.language.words("that_they")
        return self._document.words.folded[act.at - 1] in pronouns

    def _held_by(self, act: Act, speaker: Speaker, before: tuple[str, ...]) -> tuple[str, ...]:
        if (
            act.subject
            and act.verb
            and (act.verb.says or act.verb.effect == "harm")
            and not act.subject.speaker.nobody
        ):
            own = resolved(act.subject.speaker, speaker)
            if own.voice and own.voice != speaker.voice and self._head_of_state(own.voice):
                return (own.voice,)
            return own.holders
        if act.subject is None and act.verb and act.verb.form in ("present", "past") and before:
            return before
        return speaker.holders

    def _head_of_state(self, person: str) -> bool:
        mention = next((m for m in self._mentions if m.id == person and m.role), None)
        role = self._vocabulary.items.get(mention.role or "") if mention else None
        return isinstance(role, RoleKind) and role.rank >= _HEAD_OF_STATE

    def _quote_speaker(self, act: Act) -> Speaker:
        quote = self._long_quote(act.at)
        if quote and quote.start in self._quoted_by:
            return self._quoted_by[quote.start]
        return self._speaker if quote else NOBODY

    def _clause(
        self,
        sentence: Sentence,
        first: int,
        last: int,
        speaker: Speaker,
        holders: tuple[str, ...],
        level: str,
        act: Act,
    ) -> Clause:
        return Clause(sentence.index, first, last, speaker, holders, level, act.verb, act.at, act.quoted)

    def _note_quotes(self, sentence: Sentence, speaker: Speaker) -> None:
        for quote in self._document.quotes:
            if quote.depth == 0 and sentence.start - 2 <= quote.start < sentence.end:
                self._quoted_by[quote.start] = speaker

    def _without_report(self, sentence: Sentence, acts: list[Act]) -> Iterator[Clause]:
        middle = (sentence.first + sentence.last) // 2
        quote = self._long_quote(sentence.first) or self._long_quote(middle)
        if quote:
            speaker = self._quoted_by.get(quote.start) or self._said_next(sentence) or self._speaker
            self._quoted_by.setdefault(quote.start, speaker)
            level = "quote"
        elif self._carried(sentence):
            speaker, level = self._speaker, "report" if sentence.kind is Kind.LIST_ITEM else "carried"
        else:
            speaker, level = NOBODY, "narrative"
        if level != "narrative":
            self._speaker = speaker
        first = sentence.first
        before: tuple[str, ...] = ()
        for number, act in enumerate(acts):
            last = acts[number + 1].at if number + 1 < len(acts) else sentence.last
            if act.subject and act.subject.first > first + 2:
                yield self._plain(sentence, first, act.subject.first, speaker, level)
                first = act.subject.first
            holders = before = self._held_by(act, speaker, before)
            inner = "embedded" if holders != speaker.holders and level != "narrative" else level
            voice = speaker if level != "narrative" else self._told(act)
            yield Clause(
                sentence.index, first, last, voice, holders, inner, act.verb, act.at, quote is not None
            )
            first = last
        if not acts:
            yield self._plain(sentence, first, sentence.last, speaker, level)

    def _told(self, act: Act) -> Speaker:
        return resolved(act.subject.speaker, self._speaker) if act.subject else NOBODY

    def _plain(self, sentence: Sentence, first: int, last: int, speaker: Speaker, level: str) -> Clause:
        return Clause(
            sentence.index, first, last, speaker, speaker.holders, level, None, -1, level == "quote"
        )

    def _carried(self, sentence: Sentence) -> bool:
        """Whether a sentence without a verb of saying goes on with what the last speaker said."""
        if self._speaker.nobody:
            return False
        opening = " ".join(self._document.words.folded[sentence.first : sentence.first + 4])
        return not opening.startswith(self._background)

    def _said_next(self, sentence: Sentence) -> Speaker | None:
        """The speaker whom the next sentence names for a quotation that stands alone."""
        following = self._document.sentences[sentence.index + 1 : sentence.index + 2]
        for after in following:
            for act in self._acts(after):
                if self._reports(act) and act.subject and not act.subject.speaker.nobody:
                    back = self._document.words.folded[act.end : act.end + 2]
                    if any(word in self._document.language.words("refers_back") for word in back):
                        return act.subject.speaker
        return None


def resolved(speaker: Speaker, own: Speaker) -> Speaker:
    """A speaker with "our side" filled in by whoever speaks."""
    if OWN not in speaker.holders:
        return speaker
    holders = tuple(
        dict.fromkeys(h for holder in speaker.holders for h in (own.holders if holder == OWN else (holder,)))
    )
    return Speaker(own.voice, holders)


def words_at(words: tuple[str, ...], at: int) -> str:
    """The word at an index, or nothing past the end."""
    return words[at] if at < len(words) else ""
