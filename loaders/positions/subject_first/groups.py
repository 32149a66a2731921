"""Who spoke together: pairs that met, several states, those who took part."""

from __future__ import annotations

from itertools import pairwise

from loaders.positions.clauses import NOBODY, Speaker, Subject, represented
from loaders.positions.dialogue import dialogue_of
from loaders.positions.subject_first.finding import SubjectFinding
from loaders.positions.transcripts import transcript_of
from loaders.reading.document import Document, Sentence
from loaders.reading.mentions import Mention, within
from loaders.reading.text import fold_name

LEAD = 3  # sentences that say who met
_JOINT = 3  # words between two blocs that met: the GCC and the Association
LATELY = 3  # sentences back to who spoke last in person
PARTY = 3  # so many are a party, and no pair
_TITLE_REACH = 7  # words from "the ministers" to the first of those listed behind it
_NUMBERS = {"three": 3, "four": 4, "five": 5}  # "the three states": references by number


class Groups(SubjectFinding):
    """Attribution in Russian and English: who spoke together."""

    def __init__(self, document: Document, mentions: tuple[Mention, ...]) -> None:
        super().__init__(document, mentions)
        words = document.language.words
        self._points_back = words("points_back")
        self._supposes = words("hypothetical")
        self._once = words("once")
        self._introduces = words("prepositions") | words("introduces")
        self._spoken_to = words("spoken_to")
        self._askers = words("askers")
        self._noun_tails = words("noun_tails")
        self._felt_aloud = words("felt_aloud")
        self._body: Subject | None = None  # the state or bloc that opens an English sentence: "it" in it
        self._body_before: Speaker | None = None  # the same of the sentence before
        self._topic: Speaker | None = None  # and the one who opened a sentence before, in which nobody spoke
        self._doer: Speaker | None = None  # whose deed a sentence told: "it" is that one next
        self._last_woman: Speaker | None = None
        self._pair_of_people = self._talks = False
        self._last_person = NOBODY  # who spoke last in person, and in which sentence
        self._last_person_in = -LATELY
        self._within: Speaker | None = None  # the person who last was a subject in this sentence
        self._convened: tuple[str, ...] = ()  # the bloc of whose meeting the opening tells
        self._text: Speaker | None = None  # whose text was spoken of last: "the document" is that one
        self._text_in = self._spoke_in = -1
        self._row: Speaker | None = None  # the states that last were a subject together
        self._several: Speaker | None = None  # the bloc or the states that last were a subject together
        # this sentence, and those of that, of the last two who met, and of whoever spoke last
        self._have_spoken: dict[str, None] = {}  # the states in whose name somebody spoke
        self._strangers_in = -2  # the sentence in which several spoke of whom nobody is known
        self._in = self._several_in = self._pair_in = self._voiced_in = self._party_in = -1
        self._dash_speaker: Speaker | None = None  # whose words a paragraph holds that a dash opens
        self._dash_said: frozenset[int] = frozenset()
        self._groups: dict[int, Speaker] = {}  # who last stood together, by their number
        self._party: Speaker | None = None  # the three or more who met, told of in the opening
        self._teller: Speaker | None = None  # the state or bloc of which the text first tells what it holds
        self._asking = -1  # the paragraph of the last question
        self._transcript: Speaker | None = None  # whose name and a colon opened what is said
        self._joint_text = False  # whether the opening tells of a text of several
        self._dialogue = dialogue_of(document)
        self._briefing = transcript_of(document, mentions)
        self._answering = NOBODY  # who answers in it
        self._digest = NOBODY  # whose words a text only gives in short
        self._letter = NOBODY  # whose letter or speech the sentence before told of
        self._expert = NOBODY  # who spoke last in his own name
        self._together_here: Speaker | None = None  # the several who last were a subject in this sentence

    def _together(self, kind: str) -> Speaker | None:
        """Whom "they", "the leaders" or "both sides" are: who last acted together, else who met."""
        if kind == "they" and not self._russian and self._strangers_in == self._in - 1:
            return NOBODY  # analysts said so; they warned
        if party := self._of_party(kind):
            return party
        newest = self._pair_in if self._pair_in < self._in else -1  # who stands behind "they" is not meant
        latest = self._several if self._several_in >= newest else None
        met = Speaker(None, self._pair) if self._pair else None
        of_group = self._group_now()
        group = Speaker(None, of_group) if of_group else None
        if kind == "several_states" and self._several and len(self._several.holders) > 2:
            return self._several
        if kind == "both_states":
            both = latest if latest and (not met or len(latest.holders) == 2) else met or group
            return both or self._met_ahead()
        one_of_two = latest is not None and set(of_group) < set(latest.holders) and not self._russian
        if latest and (kind == "they" or not group or len(latest.holders) != 2 or one_of_two):
            return latest
        return met if met and self._pair_of_people else group or met

    def _of_party(self, kind: str) -> Speaker | None:
        """The authors of a joint text, those who just acted together, or the party that met."""
        if self._russian:
            return None
        if self._author.voice is None and len(self._author.holders) > 1:
            return self._author
        if kind == "they" and self._together_here:
            return self._together_here
        return None if self._convened or self._several_in > self._party_in else self._party

    def _met_ahead(self) -> Speaker | None:
        """The two who met, where the article names them only behind what both sides said."""
        if not self._russian:
            return None
        met = (self._met(self._inside(sentence)) for sentence in self._document.sentences)
        return next((Speaker(None, tuple(states)) for states in met if len(states) == 2), None)

    def _unnamed(self, both: bool) -> Speaker:
        """Who speaks where nobody is named: who acted together since somebody spoke, or met then."""
        if self._russian and self._several and self._several_in > self._voiced_in:
            return self._several
        if self._russian and self._pair and self._pair_of_people and self._pair_in > self._voiced_in:
            return Speaker(None, self._pair)
        return super()._unnamed(both)

    def _counted(self, number: int) -> Speaker | None:
        """Those who last stood together and are so many: «три государства»."""
        if found := self._groups.get(number):
            return found
        named = dict.fromkeys(m.id for m in self._mentions if m.kind == "bloc")
        whole = (members for bloc in named if len(members := self._members(bloc)) == number)
        states = next(whole, None)  # лидеры пяти стран, of Central Asia
        return Speaker(None, tuple(sorted(states))) if self._russian and states else None

    def _note_bloc(self, sentence: Sentence) -> None:
        """Remember the bloc that opens a Russian sentence as its subject, whatever it does there."""
        front = next((m for m in self._inside(sentence) if m.first <= sentence.first + 1), None)
        if not self._russian or front is None or front.kind != "bloc":
            return
        if not (self._grammar.governed(sentence, front.first) or self._grammar.oblique(front)):
            self._several, self._several_in = represented(self._vocabulary, front), sentence.index

    def _note_group(self, sentence: Sentence) -> None:
        """Remember the states that stand in one list in a sentence, by their number."""
        inside = [m for m in self._inside(sentence) if m.kind in ("state", "person") and m.how != "demonym"]
        row: list[str] = []
        last = -2
        for mention in inside:
            body = mention.state if mention.kind == "person" else mention.id
            between = self._document.words.folded[last : mention.first]
            if mention.first - last > 1 or not self._joins.issuperset(between):
                row = []
            last = mention.last
            if body and body not in row:
                row.append(body)
            if len(row) > 1:
                self._groups[len(row)] = Speaker(None, tuple(row))

    def _note_party(self, sentence: Sentence) -> None:
        """Remember the three or more who an English opening says stood together, in person or by list."""
        if self._russian or self._party or self._convened or sentence.index > LEAD:
            return
        people = self._met([m for m in self._inside(sentence) if m.kind == "person"])
        row = people if len(people) >= PARTY else self._listed_states(sentence)
        if bloc := self._bloc_of(tuple(row)):
            self._convened = (bloc,)
        elif len(row) >= PARTY:
            each = tuple((m.state, m.id) for m in self._inside(sentence) if m.kind == "person" and m.state)
            self._party, self._party_in = Speaker(None, tuple(row), each), sentence.index

    def _note_title(self, sentence: Sentence) -> None:
        """Remember the bloc whose people an English title says have met or spoken: Quad ministers meet."""
        if not self._russian and not self._convened:
            self._convened = self._convening(sentence)

    def _listed_states(self, sentence: Sentence) -> list[str]:
        """The states and blocs of one list whose ministers, leaders or envoys a sentence speaks of."""
        words, several = self._document.words.folded, self._document.language.words("several_people")
        small = self._joins | self._articles
        row: list[Mention] = []
        for mention in self._inside(sentence):
            if mention.kind not in ("state", "bloc") or mention.how == "demonym":
                continue
            last = row[-1].last if row else mention.first
            if row and not (mention.first - last <= PARTY and small.issuperset(words[last : mention.first])):
                if len(row) >= PARTY:
                    break
                row = []
            row.append(mention)
        opens = words[max(sentence.first, row[0].first - _TITLE_REACH) : row[0].last] if row else ()
        return [] if several.isdisjoint(opens) else list(dict.fromkeys(m.id for m in row))

    def _remember_pair(self, sentence: Sentence) -> None:
        self._note_group(sentence)
        self._note_bloc(sentence)
        talked = self._pair if self._talks else ()
        super()._remember_pair(sentence)
        if not self._convened and sentence.index <= LEAD:
            self._convened = self._convening(sentence)
        self._note_party(sentence)
        if self._russian and sentence.index <= LEAD and not (self._pair_of_people or self._pair_of_title):
            self._note_talks(sentence)
        if talked:
            self._pair = talked  # whoever else is named has not talked
        if self._talks:
            return
        states = self._met(self._inside(sentence))
        if self._pair_of_title and len(states) == 2:
            self._pair_of_people = set(states) == set(self._pair_of_title)
        if len(states) >= 2 and not self._pair_of_title:
            self._pair, self._pair_of_people = tuple(states[:2]), len(states) == 2
            self._pair_in = sentence.index

    def _note_talks(self, sentence: Sentence) -> None:
        """Remember the two whom a Russian opening says to have talked or met: переговоры между X и Y."""
        folded, words = self._document.words.folded, self._document.language.words
        if words("talks").isdisjoint(folded[sentence.first : sentence.last]):
            return
        inside = [m for m in self._inside(sentence) if m.kind in ("state", "bloc") and m.how != "demonym"]
        for one, other in pairwise(inside):
            between = folded[one.last : other.first]
            joined = not self._joins.isdisjoint(between) and len(between) <= _JOINT
            of_people = not words("several_people").isdisjoint(between)
            told = folded[one.first - 1] == "между" or (of_people and one.kind == other.kind == "bloc")
            if joined and told and one.id != other.id:
                self._pair, self._pair_of_people, self._talks = (one.id, other.id), True, True
                self._pair_in = sentence.index
                return

    def _group_now(self) -> tuple[str, ...]:
        """The bloc that met; one that was but named is none where two people met."""
        named = {fold_name(bloc) for bloc in self._group}
        everybody = self._document.language.words("everybody").issuperset(named)
        return self._convened or (() if self._pair_of_people or everybody else self._group)

    def _convening(self, sentence: Sentence) -> tuple[str, ...]:
        """The bloc whose leaders or whose summit a sentence names: OTS leaders, the summit of BRICS."""
        folded, nouns = self._document.words.folded, self._document.language.words("gatherings")
        for mention in self._inside(sentence):
            before = folded[max(sentence.first, mention.first - 6) : mention.first]
            first = mention.how == "side" or not self._group or mention.id in self._group
            unnamed = not self._russian and mention.how != "side" and self._of_everybody(mention)
            if (
                mention.kind != "bloc"
                or unnamed
                or not first
                or not self._document.language.words("aside_of").isdisjoint(before)
            ):
                continue
            around = (*before[-3:], *folded[mention.last : min(mention.last + 3, sentence.last)])
            if mention.how == "side" or not nouns.isdisjoint(around):
                return self._met_jointly(sentence, mention)
        return ()

    def _of_everybody(self, mention: Mention) -> bool:
        """Whether a bloc is the UN or a body of it, which is named everywhere."""
        return fold_name(mention.id) in self._document.language.words("everybody")

    def _met_jointly(self, sentence: Sentence, first: Mention) -> tuple[str, ...]:
        """A bloc that met, with the one whose name "and" joins to it: the ministers of the GCC and ASEAN."""
        folded, joins = self._document.words.folded, self._document.language.words("conjunctions")
        last = first.last
        for mention in within(self._mentions, first.last, sentence.last):
            between = folded[last : mention.first]
            if mention.id != first.id and mention.kind == "bloc" and not joins.isdisjoint(between):
                return (first.id, mention.id) if len(between) <= _JOINT else (first.id,)
            if mention.id != first.id or between:
                break
            last = mention.last
        return (first.id,)

    def _joined_states(self, inside: list[Mention]) -> tuple[str, ...]:
        states = self._met(inside)
        self._pair_of_people = self._pair_of_people or len(states) == 2
        return tuple(states[:2]) if len(states) >= 2 else super()._joined_states(inside)

    def _met(self, inside: list[Mention]) -> list[str]:
        """The states whose people stand together, also those who are met by office only: «с послом Ливии»."""
        bodies = [
            m.state if m.kind == "person" else m.id
            for m in inside
            if m.kind == "person" or m.how in ("title", "counterpart")
        ]
        return list(dict.fromkeys(body for body in bodies if body and body.startswith("state:")))

    def _listed_again(self) -> Speaker | None:
        """The states that last acted together, one by one where they are but a few; else their bloc."""
        row = self._row
        bloc = self._bloc_of(row.holders) if row and len(row.holders) > PARTY else None
        return Speaker(None, (bloc,)) if bloc else row

    def _referred(self, kind: str) -> Speaker | None:
        if kind == "stranger":
            return NOBODY
        if kind == "other_one":
            return self._other_one()
        if kind == "document" and self._text and self._text_in >= self._spoke_in:
            return self._text
        if kind == "joint_document" and (group := self._group_now()):
            return Speaker(None, group)
        if kind in _NUMBERS:
            return self._counted(_NUMBERS[kind])
        if kind == "states_again":
            return self._listed_again() or self._together("several_states")
        if kind in ("they", "several_states", "both_states", "joint_document"):
            return self._together(kind)
        return super()._referred(kind)

    def _other_one(self) -> Speaker:
        """Whom the one who acts had before him: the last person named in the sentence before, but him."""
        before = self._document.sentences[max(0, self._in - 1)]
        people = (m for m in reversed(self._inside(before)) if m.kind == "person" and m.state)
        others = (represented(self._vocabulary, m) for m in people)
        return next((s for s in others if s.voice != self._speaker.voice), NOBODY)

    def _bloc(self, speaker: Speaker) -> bool:
        return speaker.voice is None and speaker.holders[:1] != () and speaker.holders[0].startswith("bloc:")
