"""Who says what in Arabic, where the verb comes first and its form tells how many speak.

Reads what `speech` reads. Remembers which states spoke together, so that "the ministers", "the three
states", or a verb in the plural or dual without a subject (شددوا, أكدا) means them.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from operator import attrgetter

from loaders.positions.clauses import NOBODY, OWN, Act, Clause, Speaker, Subject, represented
from loaders.positions.interviews import interview_of
from loaders.positions.subjects import words_at
from loaders.positions.verb_first.finding import PAIR, TEXT_OF, feminine, how_many, without_and
from loaders.positions.verb_first.others import Others
from loaders.reading.document import Document, Sentence
from loaders.reading.inflection import arabic_bare
from loaders.reading.language import Reference, Verb
from loaders.reading.layout import Kind
from loaders.reading.mentions import Mention, within
from loaders.reading.patterns import Hit
from loaders.reading.text import fold
from ontology.vocabulary import Person

_LEADERS = 3  # persons listed in a row: together they are "the leaders"
_SOON = 2  # sentences behind such a list
_OVER_ALL = frozenset({"bloc:UN", "bloc:UNSC", "bloc:UNGA"})  # before them stand two sides, they are none
_LEAD = 1  # sentences in which the United Nations may be whose session an article tells of
_ASIDE = 14  # words of an aside between a speaker and "that"
_ISSUED = 30  # words from a verb of saying to the text in which it was said
_HEADS = 8  # words with which a sentence names of whom it tells
_OPENS = 5  # words from the beginning of a sentence to its verb of saying
_SINGULAR = frozenset({"مبين", "مدين", "معين", "مستهين"})  # end in ين though they are singular


class VerbFirst(Others):
    """Attribution for Arabic."""

    def __init__(self, document: Document, mentions: tuple[Mention, ...]) -> None:
        super().__init__(document, mentions)
        self._attending = document.language.words("attending")
        self._together_last: tuple[tuple[str, ...], int] = (
            (),
            -9,
        )  # what group was a subject last, and where
        self._joint_text = False  # whether the article tells of a text of two who met
        self._at = 0  # the sentence that is read
        self._told_last: tuple[Speaker, bool] | None = (
            None  # of whom the outlet told last, and whether it is feminine
        )
        self._resumes = document.language.words("resumes")
        self._several: tuple[str, ...] = ()  # who spoke together last
        self._leaders: tuple[tuple[str, ...], int] = ((), 0)  # the states of persons listed, and where
        self._bloc_spoke = False  # whether the article's bloc was a subject: "they" are more than two then
        self._issuer: Speaker | None = None  # who issued the text that "the statement" means
        self._verb_at = -1
        self._that_in = -1  # the last sentence in which "that" opened what somebody says
        self._reported_at = -1  # the last sentence in which somebody spoke
        self._that_parted = -1  # the last sentence that "that" opens, its verb in the one before
        self._last_of: dict[bool, Speaker] = {}  # the last man and the last woman who spoke
        self._last_person: Speaker | None = None  # who of them spoke last
        self._interview = interview_of(document, mentions)
        self._relatives = document.language.words("relatives")
        self._governing = self._prepositions | document.language.words("no_verb_after")
        for sentence in document.sentences:
            if sentence.kind is Kind.TITLE:
                self._remember_group(sentence, self._inside(sentence))

    # --- who speaks together -----------------------------------------------------------------

    def _note_title(self, sentence: Sentence) -> None:
        """Remember who a title says has met: three or more speak as several, not as a pair."""
        self._pair_of_title = self._pair_of_title or self._nations_met(sentence)
        for mention in self._inside(sentence):
            run = self._run(sentence, mention)
            if len(run) >= _LEADERS and self._headed_by(sentence, mention):
                self._several = self._together(run)
                return

    def _joined_states(self, inside: list[Mention]) -> tuple[str, ...]:
        """Two that "and" joins: states, or behind "between" a bloc and a state; not two of three or more."""
        folded = self._document.words.folded
        kinds = ("state", "bloc")
        listed = [m for m in inside if m.kind in kinds and m.first in self._starts and m.how != "conduct"]
        if not listed:
            return ()
        sentence, ends = self._sentence_at(listed[0].first), -1
        for one, other in pairwise(listed):
            if one.first < ends:
                continue
            run = self._run(sentence, one)
            ends = run[-1].last
            several = len(run) > PAIR and self._headed_by(sentence, one)
            if len(run) < PAIR or several or run[1].first != other.first or one.id == other.id:
                continue
            if {one.kind, other.kind} == {"state"} or folded[one.first - 1] == "بين":
                return one.id, other.id
        return ()

    def _sentence_at(self, word: int) -> Sentence:
        """The sentence in which a word stands."""
        sentences = self._document.sentences
        return sentences[bisect_right(sentences, word, key=attrgetter("first")) - 1]

    def _run(self, sentence: Sentence, mention: Mention) -> list[Mention]:
        """A mention with those that "and" joins to it."""
        return [mention, *self._listed(sentence, mention.last)] if mention.first in self._starts else []

    def _listed(self, sentence: Sentence, at: int) -> list[Mention]:
        """Those joined into one list, the name of each state's minister behind it: مصر فلان والأردن فلان."""
        found = super()._listed(sentence, at)
        last = found[-1] if found else None
        named = self._starts.get(last.last) if last else None
        if (
            last
            and named
            and named.kind == "person"
            and named.state == last.id
            and named.last <= sentence.last
        ):
            return [*found[:-1], named, *self._listed(sentence, named.last)]
        return found

    def _remember_pair(self, sentence: Sentence) -> None:
        super()._remember_pair(sentence)
        if not self._pair and sentence.index <= _SOON:
            self._pair = self._nations_met(sentence) or self._visited(sentence)
        folded = self._document.words.folded
        texts, joint = (self._document.language.words(name) for name in ("statement_words", "joint_texts"))
        of_both = (
            folded[at] in texts and folded[at + 1] in joint for at in range(sentence.first, sentence.last - 1)
        )
        self._joint_text = self._joint_text or (sentence.index <= _SOON and any(of_both))
        end = sentence.first
        for mention in self._inside(sentence):
            if mention.first not in self._starts or mention.first < end:
                continue
            run = [mention, *self._listed(sentence, mention.last)]
            if len(run) < 2 or not self._attending.isdisjoint(folded[sentence.first : mention.first]):
                continue  # who merely takes part is none of those who speak
            end = run[-1].last
            if self._headed_by(sentence, mention) and not self._of_bloc(sentence, mention.first, end):
                self._several = self._together(run)
            elif len(run) >= _LEADERS and all(m.kind == "person" and m.state for m in run):
                self._leaders = self._together(run), sentence.index

    def _remember_group(self, sentence: Sentence, inside: list[Mention]) -> None:
        """The bloc named first; the United Nations only where the article opens with them."""
        blocs = [m.id for m in inside if m.kind == "bloc"]
        own = [bloc for bloc in blocs if bloc not in _OVER_ALL]
        if own and (not self._group or _OVER_ALL.intersection(self._group)):
            self._group = (own[0],)
        elif blocs and not self._group and sentence.index <= _LEAD:
            self._group = (blocs[0],)

    def _of_bloc(self, sentence: Sentence, first: int, last: int) -> bool:
        """Whether a sentence names the article's bloc beside a list: its leaders then stand for the bloc."""
        blocs = (m for m in self._inside(sentence) if m.id in self._group and m.id not in _OVER_ALL)
        return any(m.last < first or m.first >= last for m in blocs)

    def _headed_by(self, sentence: Sentence, mention: Mention) -> bool:
        """Whether a list opens with those who speak for its members: وزراء خارجية كل من …."""
        folded = self._document.words.folded
        if mention.how == "side" and not self._heads.isdisjoint(arabic_bare(folded[mention.first])):
            return True
        at = mention.first - 1
        while at > sentence.first and folded[at] in self._parts and folded[at] not in self._heads:
            at -= 1
        return at >= sentence.first and folded[at].removeprefix("و") in self._heads

    def _together(self, run: list[Mention]) -> tuple[str, ...]:
        holders = (h for m in run for h in represented(self._vocabulary, m).holders)
        return self._as_bloc(tuple(dict.fromkeys(holders)))

    def _as_bloc(self, holders: tuple[str, ...]) -> tuple[str, ...]:
        """The article's bloc, where all its members and nobody else are named together; else the same."""
        if len(holders) <= _LEADERS or not self._group:
            return holders  # three who meet speak each for himself
        return self._group if self._document.members(self._group[0]) == set(holders) else holders

    def _group_now(self, sentence: int) -> tuple[str, ...]:
        """Whom "the leaders" means: those listed just before, those who spoke together, else the bloc."""
        leaders, at = self._leaders
        if leaders and 0 <= sentence - at <= _SOON:
            return leaders
        return self._group if self._aside(self._several) else self._several or self._group

    def _aside(self, together: tuple[str, ...]) -> bool:
        """Whether these are two in a text of many, where "they", "the leaders" and "the statement" mean all.

        دعا قادة بريكس إلى …. وجددت الصين وروسيا دعمهما ل…. وأدان القادة ….
        """
        return self._bloc_spoke and len(together) == 2

    def _referred(self, kind: str) -> Speaker | None:
        if kind == "several_states" and (group := self._group_now(self._at)):
            return Speaker(None, group)
        if kind == "council" and (state := self._state_told_of()):
            return state  # مجلس الوزراء السعودي …، وأكد المجلس
        if kind in ("gathering", "council"):
            opening = self._document.language.words("opens_meeting")
            if self._verb and fold(self._verb.lemma) in opening:
                return None  # افتتح الاجتماع فلان
            return Speaker(None, self._group_now(self._at) or self._pair)
        if kind == "both_states" and not self._pair and _OVER_ALL.intersection(self._group):
            return None
        if kind == "joint_document" and self._several:
            return Speaker(None, self._several)
        if kind == "speaker_again" and self._speaker.voice is None and len(self._speaker.holders) > 1:
            return self._last_person or super()._referred(kind)  # سموه, behind what two agreed
        if kind == "ministry" and (ministry := self._ministry(self._document.sentences[self._at].first)):
            return represented(self._vocabulary, ministry)
        if kind == "ministry" and not self._speaker.nobody:
            return self._speaker
        if kind == "document" and self._issuer and not self._text_goes_on():
            return self._issuer
        if kind == "document" and self._joint_text and self._pair:
            return Speaker(None, self._pair)
        if kind == "document" and self._several and self._speaker.nobody:
            return Speaker(None, self._group_now(self._at))
        if kind == "document" and self._speaker.voice is None and self._aside(self._speaker.holders):
            return Speaker(None, self._group)
        if kind == "document" and (self._speaker.voice or "").startswith("person:") and self._group:
            return Speaker(None, self._group_now(self._at))
        return super()._referred(kind)

    def _state_told_of(self) -> Speaker | None:
        """The state that was told of last, itself or by one of its bodies, nobody speaking for it by name."""
        last = self._told_last[0] if self._told_last else self._speaker
        state = len(last.holders) == 1 and last.holders[0].startswith("state:")
        return last if last.voice is None and state else None

    def _text_goes_on(self) -> bool:
        """Whether a verb such as "added" goes on with the text of a body that spoke last."""
        return bool(self._verb and self._verb.carries_on) and (self._speaker.voice or "").startswith("org:")

    def _note(self, act: Act) -> None:
        """Remember a subject of several states, or a bloc, for later verbs; and who issued a text."""
        self._note_issuer(act)
        if act.subject is None or act.subject.speaker.voice or OWN in act.subject.speaker.holders:
            return
        speaker = act.subject.speaker
        if len(speaker.holders) == 2 and not self._pair_of_title:
            self._pair = speaker.holders
        if act.after_that or act.quoted:
            return
        self._bloc_spoke = self._bloc_spoke or speaker.holders == self._group
        sentence = self._document.sentences[self._at]
        joint = any(h.startswith("bloc:") for h in self._several) and len(speaker.holders) == PAIR
        apart = joint and all(h.startswith("state:") for h in speaker.holders)  # two of many: وامتنعت دولتان
        of_bloc = self._of_bloc(sentence, act.subject.first, act.subject.last)
        if len(speaker.holders) > 1 and not of_bloc and not apart:
            self._several = speaker.holders
        if len(speaker.holders) > 1 or any(h.startswith("bloc:") for h in speaker.holders):
            self._together_last = speaker.holders, self._at

    def _note_issuer(self, act: Act) -> None:
        """Remember whose text it is in which something is said: قال في بيان, أكد المجلس في بيانه."""
        if act.subject is None or act.subject.speaker.nobody or act.after_that or act.quoted:
            return
        if OWN in act.subject.speaker.holders or self._outlet(act.subject.speaker.voice or ""):
            return
        words, texts = self._document.words.folded, self._document.language.words("statement_words")
        sentence = self._document.sentences[self._at]
        for at in range(sentence.first, min(sentence.last, act.at + _ISSUED)):
            if words[at] in self._that:
                return
            if words[at] in texts and at != act.subject.first:
                self._issuer = act.subject.speaker
                return

    # --- who is introduced before his words ---------------------------------------------------

    def _acts(self, sentence: Sentence) -> list[Act]:
        acts = super()._acts(sentence)
        if introduced := self._introducing(sentence, acts):
            return sorted([*acts, introduced], key=lambda act: act.at)
        return self._of_opening(sentence, self._of_person_before(sentence, acts))

    def _clauses(self, sentence: Sentence) -> Iterator[Clause]:
        if sentence.block in self._interview.questions:
            return  # whoever asks holds nothing
        if self._interview.answered_in(sentence):
            yield from self._answered(sentence)
            return
        told = None
        for clause in super()._clauses(sentence):
            if clause.level == "report":
                self._reported_at = sentence.index
                told = told or self._read_out_of(sentence, clause)
            goes_on = (
                told and clause.verb and clause.verb.form == "participle" and clause.verb_at > told.first
            )
            if told and goes_on:
                clause = replace(clause, holders=told.speaker.holders, level="embedded")
            yield clause

    def _told_behind(self, sentence: Sentence, anchors: list[Act]) -> Act | None:
        """Who says all before him: كييف لا تريد السلام، قال فلان; على روسيا أن …، بحسب فلان.

        Not where somebody else is heard before.
        """
        for act in anchors:
            if act.subject is None or act.subject.speaker.nobody:
                return None
            if self._ends_with(sentence, act):
                return act if self._text_before(sentence, act) else None
            if act.subject.speaker.voice:
                return None
        return None

    def _ends_with(self, sentence: Sentence, act: Act) -> bool:
        """Whether a comma, a verb of saying and its subject end a sentence, save for where and when."""
        breaks, subject = self._document.breaks, act.subject
        if subject is None or act.quoted or act.joined or act.at == sentence.first:
            return False
        so = self._document.words.folded[act.at - 1] in self._document.language.words("told_so")
        if not (breaks[act.at] or (so and breaks[act.at - 1])):
            return False
        if act.verb is None:
            return True
        told = act.verb.says and act.verb.form in ("past", "present")
        told = told and act.verb.effect in ("none", "assert")
        end = max(act.end, subject.last)
        if not told or subject.first < act.end or act.after_that or self._opens_speech(sentence, end):
            return False
        told_at = self._document.language.words("told_at")
        return end >= sentence.last or breaks[end] or self._document.words.folded[end] in told_at

    def _answered(self, sentence: Sentence) -> Iterator[Clause]:
        """The clauses of an answer: all is said by whoever is asked, what others hold too."""
        guest = self._interview.guest
        if self._document.words.folded[sentence.first] in self._document.language.words("interviewers"):
            return  # أجرى الحوار فلان
        if self._background_opens(sentence) and sentence.block not in self._interview.answers:
            self._speaker = NOBODY
            yield from super()._clauses(sentence)
            return
        self._speaker = guest
        for clause in super()._clauses(sentence):
            own = not clause.holders or clause.speaker.voice == guest.voice
            held = guest.holders if not clause.holders else clause.holders
            level = clause.level if clause.level in ("report", "embedded") and own else "embedded"
            level = "report" if set(held) <= set(guest.holders) else level
            yield replace(clause, speaker=guest, holders=held, level=level)
        self._speaker = guest

    def _carried(self, sentence: Sentence) -> bool:
        """Not where the outlet tells of another official: وشن مندوب السودان هجوما على الوسطاء."""
        if not super()._carried(sentence) or self._cites_another(sentence):
            return False
        who = self._opening_person(sentence, min(sentence.first + _HEADS, sentence.last))
        return who is None or who.speaker.voice == self._speaker.voice

    def _of_person_before(self, sentence: Sentence, acts: list[Act]) -> list[Act]:
        """The acts, the first of saying without a subject given to whom the sentence before told of."""
        for number, act in enumerate(acts):
            if act.subject or act.quoted or act.verb is None or not act.verb.says:
                return acts
            opens = act.at - sentence.first <= _OPENS and not act.after_that
            opens = opens and not self._noun_behind(act.end)
            if act.verb.form == "past" and opens and not act.verb.carries_on:
                who = self._person_before(sentence)
                fits = who and self._same_gender(who.speaker, act)
                return [*acts[:number], replace(act, subject=who), *acts[number + 1 :]] if fits else acts
        return acts

    def _noun_behind(self, at: int) -> bool:
        """Whether a noun with its article stands right behind a verb, its subject: وشدد البيان على."""
        word = words_at(self._document.words.folded, at)
        return word.startswith("ال") and word not in self._fillers | self._that | self._governing

    def _of_opening(self, sentence: Sentence, acts: list[Act]) -> list[Act]:
        """The acts, the first of saying given to whom a verb before it tells of: وسارع فلان …، قائلا."""
        first = acts[0] if acts else None
        if first is None or first.subject or first.quoted or first.after_that or first.verb is None:
            return acts
        goes_on = first.verb.form == "participle" or (first.verb.form == "past" and first.joined)
        if not (first.verb.says and goes_on and self._document.breaks[first.at]):
            return acts
        who = self._behind_opening_verb(sentence, first.at)
        if who is None or not self._same_gender(who.speaker, first):
            return acts
        return [replace(first, subject=who), *acts[1:]]

    def _behind_opening_verb(self, sentence: Sentence, end: int) -> Subject | None:
        """The person behind the word that opens a sentence, nothing but nouns with their article between.

        Before "and so he said" more may stand there: وشارك في المؤتمر فلان، فقال.
        """
        folded = self._document.words.folded
        so = folded[end].startswith("ف")
        who = self._opening_person(sentence, end if so else min(sentence.first + _HEADS, end))
        if (
            who is None
            or who.first == sentence.first
            or without_and(folded[sentence.first]) in self._governing
        ):
            return None
        between = folded[sentence.first + 1 : who.first]
        passed = (word.startswith("ال") or word.endswith(("ه", "ها")) for word in between)
        return who if so or all(passed) else None  # وحذا حذوه نظيره فلان، مطالبا

    def _same_gender(self, speaker: Speaker, act: Act) -> bool:
        """Whether a verb's form fits a person."""
        entry = self._vocabulary.items.get(speaker.voice or "")
        verb, form = act.verb, self._document.words.folded[act.at]
        if verb is None or how_many(verb, form) != 1:
            return False
        woman = form.endswith("ه") if verb.form == "participle" else feminine(verb, form)
        return not isinstance(entry, Person) or (entry.gender == "f") == woman

    def _introducing(self, sentence: Sentence, acts: list[Act]) -> Act | None:
        """Who is named before a colon and words of his, whatever verb it is: وأجمل فلان الحيرة بقوله: «…»."""
        end = self._colon(sentence)
        if end is None or self._long_quote(sentence.first):
            return None
        told = (a for a in acts if a.at < end and a.subject and not a.subject.speaker.nobody and not a.quoted)
        if any(act.verb is None or act.verb.says for act in told):
            return None
        goes_on = (a for a in acts if a.at == sentence.first and not a.subject and a.verb and a.verb.says)
        if any(words_at(self._document.words.folded, act.end) in self._that for act in goes_on):
            return None  # وذكر أن أعضاء المجموعة يدرسون …، مضيفا: «…»
        who = self._opening_person(sentence, end)
        if who is None and not any(a.at < end and self._reports(a) for a in acts):
            who = self._person_before(sentence)
        if who is None or who.speaker.voice == self._speaker.voice:
            return None
        return Act(sentence.first, sentence.first + 1, None, who, False, False, False)

    def _colon(self, sentence: Sentence) -> int | None:
        """The word behind a colon with which a quotation of some length opens."""
        words, text = self._document.words, self._document.text
        for quote in self._document.quotes:
            if not sentence.start < quote.start < sentence.end or quote.depth:
                continue
            if text[sentence.start : quote.start - 1].rstrip().endswith(":"):
                return bisect_right(words.starts, quote.start - 1)
        return None

    def _opening_person(self, sentence: Sentence, end: int) -> Subject | None:
        """The first person or official named before a word whom no preposition governs."""
        folded, governing = self._document.words.folded, self._prepositions
        for mention in within(self._mentions, sentence.first, end):
            official = mention.kind == "person" or mention.how in ("title", "side", "counterpart")
            if not official or mention.first not in self._starts or mention.last > end:
                continue
            before = folded[mention.first - 1] if mention.first > sentence.first else ""
            comes = folded[max(sentence.first, mention.first - 2)] in self._document.language.words("comes")
            if self._clings(mention) or (before in governing and not comes):
                continue
            speaker = self._on_behalf(sentence, mention, represented(self._vocabulary, mention))
            return Subject(speaker, mention.first, mention.last)
        return None

    def _that_opens(self, sentence: Sentence) -> bool:
        """Whether "that" opens a sentence behind a stop in the place of a comma: قال فلان. إن ….

        The sentence before has no "that" of its own, or opened with one in the same way.
        """
        words = self._document.words.folded
        if sentence.index == 0 or without_and(words[sentence.first]) not in self._that:
            return False
        before = self._document.sentences[sentence.index - 1]
        said = self._reported_at == before.index and self._that.isdisjoint(words[before.first : before.last])
        if said or self._that_parted == before.index:
            self._that_parted = sentence.index
        return self._that_parted == sentence.index

    def _person_before(self, sentence: Sentence) -> Subject | None:
        """Whom the sentence before told of, in whose words nobody spoke yet: his words may follow."""
        if sentence.index == 0 or self._reported_at == sentence.index - 1:
            return None
        before = self._document.sentences[sentence.index - 1]
        apart = before.block != sentence.block and not self._speaker.nobody
        if apart or before.kind is Kind.TITLE or self._long_quote(before.first):
            return None
        words = self._document.words.folded
        told = next((at for at in range(before.first, before.last) if words[at] in self._that), before.last)
        found = self._opening_person(before, told)  # behind "that" somebody is but spoken of
        return replace(found, first=sentence.first, last=sentence.first + 1) if found else None

    def _opening(self, sentence: Sentence, act: Act, anchors: list[Act], before: bool) -> Clause | None:
        """What stands before the first verb with a subject; nobody's, if others did it and "while" follows.

        صوتت 142 دولة لصالح الإعلان، فيما عارضته واشنطن: Washington did not vote for it.
        """
        words, language = self._document.words.folded, self._document.language
        start = min(act.at, act.subject.first) if act.subject else act.at
        others = without_and(words[sentence.first]) in language.verb_forms
        if not others or words[start - 1] not in language.words("while_others"):
            return super()._opening(sentence, act, anchors, before)
        quoted = self._long_quote(sentence.first) is not None
        return Clause(sentence.index, sentence.first, start, NOBODY, (), "narrative", None, -1, quoted)

    # --- subjects ----------------------------------------------------------------------------

    def _act(self, sentence: Sentence, hit: Hit[Verb]) -> Act | None:
        self._at, self._verb, self._verb_at = sentence.index, hit.sense, hit.start
        if hit.sense.form == "present" and self._of_draft(sentence, hit.start):
            return None
        if hit.sense.form == "past" and self._says_which(hit.start):
            return None
        apart = self._document.language.words("prepositions_too")
        if self._document.words.folded[hit.start] in apart and not self._begins_clause(sentence, hit.start):
            return None  # التعاون بين واشنطن وطوكيو
        if self._supposed(hit.start) or self._tells_where(hit) or self._is_noun(hit):
            return None
        act = super()._act(sentence, hit)
        if act and self._goes_on(sentence, act):
            act = replace(act, after_that=True)
        if act and self._anew(act):
            act = replace(act, after_that=False)
        if act and self._calls_upon(sentence, act):
            act = replace(act, subject=None)
        if act:
            self._note(act)
        return act

    def _goes_on(self, sentence: Sentence, act: Act) -> bool:
        """Whether a present with a subject of its own goes on with what is said: قال إن …، وتعمل الدول …."""
        verb, end = act.verb, max(act.end, act.subject.last if act.subject else 0)
        if verb is None or act.quoted:
            return False
        if verb.says and verb.form == "past" and self._opens_speech(sentence, end):
            self._that_in = sentence.index
        later = self._that_in == sentence.index and verb.form == "present" and act.joined
        return later and act.subject is not None and self._document.breaks[act.at]

    def _anew(self, act: Act) -> bool:
        """Whether a verb of saying with a speaker of its own opens another report: …؛ حيث شدد فلان على."""
        if not (act.after_that and act.verb and act.verb.says and act.verb.form == "past" and act.subject):
            return False
        opens = min(act.at, act.subject.first) - 1
        named = act.subject.speaker.voice is not None and act.subject.speaker.voice != self._speaker.voice
        anew = self._document.language.words("reports_anew")
        return named and opens >= 0 and self._document.words.folded[opens] in anew

    def _impersonal_acts(self, sentence: Sentence) -> Iterator[Act]:
        """What was agreed, of those between whom it was: تم الاتفاق بين الجانبين المصري والتركي."""
        known = {act.at: act for act in super()._impersonal_acts(sentence)}
        for hit in self._impersonal_nouns(sentence):
            between = self._document.words.folded[hit.end : hit.end + 1] == ("بين",)
            both = self._pair_at(sentence, hit.end + 1) if between else None
            act = known.pop(hit.start, None)
            if both:
                subject = Subject(Speaker(None, both), hit.start - 1, hit.end)
                quoted = self._long_quote(hit.start) is not None
                yield Act(hit.start, hit.end, hit.sense, subject, quoted, False, False)
            elif act:
                yield act

    def _text_says(self, sentence: Sentence, hit: Hit[object]) -> Iterator[Act]:
        """Whose text tells: whoever is named with it, before "that"; else who issued it, or the bloc's."""
        words = self._document.words.folded
        ends = (at for at in range(hit.end, sentence.last) if words[at] in self._that)
        reach = next(ends, sentence.last)
        named = within(self._mentions, hit.end, min(hit.end + TEXT_OF, reach))
        mention = next((m for m in named if m.first in self._starts and not self._outlet(m.id)), None)
        issued = self._issuer or (Speaker(None, self._several) if self._several else None)
        of_bloc = Speaker(None, self._group) if self._group else self._speaker
        speaker = represented(self._vocabulary, mention) if mention else issued or of_bloc
        if not speaker.nobody and not self._long_quote(hit.start):
            subject = Subject(speaker, hit.start, mention.last if mention else hit.end)
            yield Act(hit.start, subject.last, None, subject, False, False, False)

    def _opens_speech(self, sentence: Sentence, at: int) -> bool:
        """Whether "that" follows, behind an aside if the verb opens the sentence: وبين فلان، في كلمته، أن."""
        if super()._opens_speech(sentence, at):
            return True
        words = self._document.words.folded
        if self._verb_at != sentence.first or not words[sentence.first].startswith("و"):
            return False
        verbs = {h.start for h in sentence.of(Verb) if h.sense.form in ("past", "present")}
        for here in range(at, min(at + _ASIDE, sentence.last)):
            if words[here] in self._that:
                return True
            if here in verbs:
                return False
        return False

    def _pair_at(self, sentence: Sentence, at: int) -> tuple[str, ...]:
        """The states of two sides or of a list that begins at a word."""
        named = [m for m in (self._starts.get(at),) if m]
        named += self._listed(sentence, named[0].last) if named else []
        together = self._together(named)
        if len(together) > 1:
            return together
        found = next((h for h in sentence.hits if h.start == at and _both(h.sense)), None)
        nations = self._both_nations(sentence, found.end) if found else None
        return nations.speaker.holders if nations else ()

    def _said_next(self, sentence: Sentence) -> Speaker | None:
        kept = self._several, self._pair, self._together_last, self._issuer, self._at
        found = super()._said_next(sentence)
        self._several, self._pair, self._together_last, self._issuer, self._at = kept
        return found

    def _subject(self, sentence: Sentence, hit: Hit[Verb], quoted: bool) -> Subject | None:
        found = super()._subject(sentence, hit, quoted)
        if found and found.speaker.voice is None and len(found.speaker.holders) > _LEADERS:
            return replace(found, speaker=Speaker(None, self._as_bloc(found.speaker.holders)))
        if found:
            return replace(found, speaker=self._by_name(sentence, found))
        return self._explained(sentence, hit) or self._they(sentence, hit)

    def _by_name(self, sentence: Sentence, subject: Subject) -> Speaker:
        """Several states, each in its minister's words if all are named: وزيرا مصر والأردن فلان وفلان."""
        speaker = subject.speaker
        if speaker.voice or speaker.each or len(speaker.holders) < PAIR:
            return speaker
        came: dict[str, str] = {}
        at = subject.last
        for mention in within(self._mentions, subject.first, sentence.last):
            if mention.first > at + 1:
                break
            at = max(at, mention.last)
            if mention.kind == "person" and mention.state in speaker.holders:
                came.setdefault(mention.state or "", mention.id)
        whole = len(came) == len(speaker.holders)
        return replace(speaker, each=tuple(came.items())) if whole else speaker

    def _explained(self, sentence: Sentence, hit: Hit[Verb]) -> Subject | None:
        """Of whom a sentence tells before it gives his words as the reason: وكان فلان أشدهم، فقد طلب …."""
        words, language = self._document.words.folded, self._document.language
        if not hit.sense.says or hit.start == sentence.first:
            return None
        if words[hit.start - 1] in language.words("explaining"):
            return self._opening_person(sentence, hit.start)
        opens = hit.start == sentence.first + 1 and words[sentence.first] in language.words("so_he")
        return self._person_before(sentence) if opens else None

    def _they(self, sentence: Sentence, hit: Hit[Verb]) -> Subject | None:
        """Whom a verb in the dual or plural means without a subject: شددا, وأكدوا."""
        count = how_many(hit.sense, self._document.words.folded[hit.start])
        if count == 1 or self._long_quote(hit.start) or self._in_relative(sentence, hit):
            return None
        if any(_participle(other.sense) and other.start == hit.start for other in sentence.hits):
            return None  # طالبا: rather "asking" than "both asked"
        adverb = self._document.words.folded[hit.start] in self._document.language.words("adverbs")
        if adverb or not self._begins_clause(sentence, hit.start):
            return None  # أصدقاء جددا: rather an adjective
        together, at = self._together_last
        said = together if sentence.index - at <= 1 and not self._aside(together) else ()
        holders = self._pair if count == 2 else said or self._group_now(sentence.index)
        if holders:
            both = self._each_of(sentence, Speaker(None, holders)) if count == 2 else Speaker(None, holders)
            return Subject(both, hit.start, hit.end)
        of_one = count == 3 and (self._speaker.voice or "").startswith("person:")
        return Subject(NOBODY, hit.start, hit.end) if of_one else None

    def _behind_relative(self, at: int) -> bool:
        """Whether a relative pronoun stands right before a verb."""
        return self._relative_at(self._document.sentences[self._at], at - 1)

    def _relays(self, act: Act) -> bool:
        """Whether an act only passes on what others say: of an outlet, or of an agency without a name."""
        if act.subject is None or not act.subject.speaker.nobody:
            return super()._relays(act)
        outlets = self._document.language.words("outlet_words")
        return self._document.words.folded[act.subject.first] in outlets

    def _begins_clause(self, sentence: Sentence, at: int) -> bool:
        """Whether a verb may stand here without a subject: after "and", a stop, a particle or "that"."""
        words = self._document.words.folded
        if at == sentence.first or self._document.breaks[at] or words[at][0] in "وف":
            return True
        return words[at - 1] in self._particles | self._that | self._fronting | self._whereupon

    def _reports(self, act: Act) -> bool:
        if act.at and self._document.words.folded[act.at - 1] in self._document.language.words(
            "subordinating"
        ):
            return False  # بعدما قرر مجلس الأمن ذلك: told by the way
        if act.subject and act.subject.first >= act.end and self._behind_relative(act.at):
            return False  # الضريبة التي يعتزم الاتحاد تطبيقها
        whoever = self._document.language.words("whoever")
        if (
            act.verb
            and act.verb.form in ("past", "present")
            and self._document.words.folded[act.at - 1] in whoever
        ):
            return False  # كل ما تقرران من خطوات, لمن يختار الانضمام
        return super()._reports(act) or self._of_told(act)

    def _of_told(self, act: Act) -> bool:
        """Whether a verb without a subject goes on with the actor of whom was told last: ودعت إلى."""
        if act.subject or act.quoted or act.after_that or act.verb is None or self._told_last is None:
            return False
        if not act.verb.says or act.verb.form != "past" or self._unheard:
            return False
        return feminine(act.verb, self._document.words.folded[act.at]) == self._told_last[1]

    def _now_speaking(self, act: Act, governing: Speaker) -> Speaker:
        if governing.nobody and self._told_last and self._of_told(act):
            act = replace(act, subject=Subject(self._told_last[0], act.at, act.end))
        if act.subject is None and governing.nobody and self._turned(act, self._document.sentences[self._at]):
            self._unheard = True
            return NOBODY
        sentence, teller = (
            self._document.sentences[self._at],
            self._speaker if governing.nobody else governing,
        )
        if inner := self._of_inner(sentence, act, teller):
            return inner
        before = self._speaker
        if other := self._of_other_gender(act, governing):
            act = replace(act, subject=Subject(other, act.at, act.end))
        speaker = super()._now_speaking(act, governing)
        self._note_gender(speaker)
        if act.subject is None:
            return self._both_of(act, speaker)
        if self._of_ministry_text(act, speaker, before):
            self._speaker = before
            return before
        if act.verb and self._document.words.folded[act.at - 1] in self._relatives:
            self._speaker = before  # الرأي الذي أكد: the outlet's own words on it
            return speaker
        if act.verb is None and self._document.words.folded[act.at] in self._document.language.words(
            "invoking"
        ):
            self._speaker = before  # مستشهدا بقول فلان إن: whoever recalls it goes on
            return speaker
        self._told_last = None
        if act.verb is None and speaker.voice is None:
            self._speaker = before  # told of, not heard
        elif act.verb and act.verb.effect == "act":
            pass
        elif speaker.voice is None and not speaker.nobody and self._speaker is not speaker and act.verb:
            self._told_last = speaker, feminine(act.verb, self._document.words.folded[act.at])
        return speaker

    def _embedded(
        self, sentence: Sentence, first: int, last: int, governing: Speaker, act: Act, before: tuple[str, ...]
    ) -> Clause:
        return super()._embedded(sentence, first, last, governing, self._of_two_sides(act, governing), before)

    def _of_two_sides(self, act: Act, governing: Speaker) -> Act:
        """An act of "the two sides" in somebody's words whose state is neither of those remembered."""
        both = act.subject.speaker.holders if act.subject else ()
        if act.subject is None or not both or both != self._pair or act.subject.first in self._starts:
            return act
        mine = len(governing.holders) == 1 and governing.holders[0].startswith("state:")
        mine = mine and (governing.voice or "").startswith("person:") and governing.holders[0] not in both
        own = replace(act.subject, speaker=Speaker(None, governing.holders))
        return replace(act, subject=own) if mine else act

    def _held_by(self, act: Act, speaker: Speaker, before: tuple[str, ...]) -> tuple[str, ...]:
        """Whose a stance is; that of his country also where somebody speaks for himself: بلاده ترى …."""
        if act.subject and act.subject.speaker.nobody and self._counts_others(act.subject.first):
            return ()
        own = act.subject is not None and act.subject.speaker == Speaker(None, (OWN,))
        if own and speaker.holders == (speaker.voice,) and act.verb and act.verb.form != "we":
            states = (m.state for m in self._mentions if m.id == speaker.voice and m.state)
            home = next((state for state in states if state.startswith("state:")), None)
            return (home,) if home else super()._held_by(act, speaker, before)
        return super()._held_by(act, speaker, before)

    def _note_gender(self, speaker: Speaker) -> None:
        """Remember the last man and the last woman who spoke."""
        entry = self._vocabulary.items.get(speaker.voice or "")
        if isinstance(entry, Person):
            self._last_of[entry.gender == "f"] = speaker
        if (speaker.voice or "").startswith("person:"):
            self._last_person = speaker

    def _of_other_gender(self, act: Act, governing: Speaker) -> Speaker | None:
        """Whom a verb without a subject means, where its form fits no words of the last speaker's: وأيدت."""
        if act.subject or act.verb is None or act.verb.form not in ("past", "present"):
            return None
        entry = self._vocabulary.items.get((self._speaker if governing.nobody else governing).voice or "")
        form = self._document.words.folded[act.at]
        if not isinstance(entry, Person) or how_many(act.verb, form) != 1:
            return None
        woman = feminine(act.verb, form)
        if woman == (entry.gender == "f") or not governing.nobody:
            return None
        return self._last_of.get(woman, NOBODY) if act.verb.carries_on else NOBODY

    def _of_ministry_text(self, act: Act, speaker: Speaker, before: Speaker) -> bool:
        """Whether a state is named as the subject in the text of its own ministry: وأكدت المملكة أن …."""
        body = before.voice or ""
        says = act.verb is not None and act.verb.says and act.verb.form == "past"
        own = speaker.voice is None and speaker.holders == before.holders
        return says and own and body.startswith("org:") and self._issuer in (None, before)

    def _both_of(self, act: Act, speaker: Speaker) -> Speaker:
        """A speaker with whom he met, where a participle is in the dual or plural: مؤكدين."""
        word = self._document.words.folded[act.at]
        if act.verb is None or act.verb.form != "participle" or word in _SINGULAR:
            return speaker
        of_pair = len(speaker.holders) == 1 and speaker.holders[0] in self._pair
        if not (of_pair and word.endswith("ين")):
            return speaker
        return self._each_of(self._document.sentences[self._at], Speaker(None, self._pair))

    def _parts_at(self, clause: Clause) -> int | None:
        """Where "and that" goes back to the verb of saying: إن بلاده تأسف …، وإن ….

        So does "and must" behind a comma: it is what the speaker demands (الغرب يريد …، ويجب على …).
        """
        words, musts = self._document.words.folded, self._document.language.words("and_must")
        places = range(max(clause.verb_at + 1, clause.first + 1), clause.last - 1)
        demands = clause.of_others

        def resumes(at: int) -> bool:
            demanded = demands and words[at] in musts and self._document.breaks[at]
            return demanded or (words[at] in self._resumes and words[at + 1] not in self._copulas)

        return next((at for at in places if resumes(at)), self._behind_its_relative(clause))

    def _behind_its_relative(self, clause: Clause) -> int | None:
        """Where "but" goes back from a relative clause to who speaks: العزلة التي يريدها الغرب، لكنها …."""
        words, language = self._document.words.folded, self._document.language
        if not clause.of_others or words[clause.verb_at - 1] not in self._relatives:
            return None
        turns = language.words("but") | language.words("but_it")
        later = range(clause.verb_at + 1, clause.last - 1)
        return next((at for at in later if self._document.breaks[at] and words[at] in turns), None)


def _both(sense: object) -> bool:
    return isinstance(sense, Reference) and sense.kind == "both_states"


def _participle(sense: object) -> bool:
    return isinstance(sense, Verb) and sense.form == "participle"
