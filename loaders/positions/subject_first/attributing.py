"""Who says what in languages that put the subject before the verb: Russian and English.

Reads what `speech` reads, with subjects found by `finding`. Tells which clause stands inside
which ("X said that Y rejects …", "…, X said"), whom "he" and "the minister" mean, and who a sentence
names that says the one before («Об этом заявил …»).
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace

from loaders.positions.clauses import NOBODY, Clause, Speaker, Subject, represented, resolved
from loaders.positions.subject_first.groups import LEAD
from loaders.positions.subject_first.texts import Texts
from loaders.reading.document import Sentence
from loaders.reading.language import Reference
from loaders.reading.narrators import brings_in
from loaders.reading.sentences import Quote

_RETORT = 3  # words of a verb behind a quotation that no list has


class SubjectFirst(Texts):
    """Attribution in Russian and English: the clauses of each sentence."""

    def _clauses(self, sentence: Sentence) -> Iterator[Clause]:
        self._front = self._person_in_front(sentence)
        quoted = self._body is not None and self._quote_around(self._body) is not None
        self._body_before = self._body.speaker if self._body and not quoted else None
        self._body = self._body_in_front(sentence)
        self._in = sentence.index
        if self._asks(sentence) or self._asked_by_outlet(sentence):
            self._asking = sentence.block
        elif not self._russian and self._asking not in (-1, sentence.block) and self._speaker.nobody:
            self._speaker = self._author  # the answer goes on without a name
        here = self._asks(sentence) if self._russian else next(self._headed(sentence), None) is None
        if self._asking == sentence.block and here:
            self._speaker = NOBODY  # whoever asks, in a transcript
        if not self._letter.nobody and self._of_letter(sentence):
            self._speaker = self._letter
        if not self._digest.nobody:
            self._speaker = self._transcript = self._digest  # whatever else is told in between
        elif self._digests(sentence):
            self._digest = self._digested()
        reported = False
        self._doer = None
        if sentence.block in self._dialogue.questions:
            yield from self._question(sentence)
            return
        if sentence.block in self._briefing.questions:
            yield self._plain(sentence, sentence.first, sentence.last, NOBODY, "narrative")
            return
        if sentence.block in self._briefing.answers:
            self._author = NOBODY  # "we" are whoever the label names, not all in the title
        named = self._answers(sentence) or self._briefing.answers.get(sentence.block)
        named = named or self._named_next(sentence) or self._dashed(sentence) or self._in_person(sentence)
        both = None if named else self._told_of_both(sentence)
        if both:
            yield Clause(
                sentence.index, sentence.first, sentence.last, both, both.holders, "report", None, -1, False
            )
            return
        for clause in self._under(sentence, named) if named else super()._clauses(sentence):
            reported = reported or clause.level in ("report", "quote")
            yield self._in_common(self._in_transcript(sentence, clause))
        self._note_text(sentence)
        lead = sentence.index <= LEAD
        kinds = {hit.sense.kind for hit in sentence.of(Reference)} if lead else set()
        self._joint_text = self._joint_text or "joint_document" in kinds
        self._letter = self._letter_in(sentence)
        if self._doer or reported:
            self._topic = self._doer
        elif self._front and not (self._russian and self._long_quote(self._front.first)):
            self._topic = self._front.speaker
        elif not self._front and not self._russian:
            self._topic = self._brought_in(sentence)

    def _in_person(self, sentence: Sentence) -> Speaker | None:
        """Whose remarks an English text is, somebody's in office: what is told there he tells."""
        author = self._author
        spoken = author.voice is not None and author.holders != (author.voice,)
        labelled = self._asking >= 0 or self._transcript is not None
        if self._russian or not spoken or labelled or next(self._headed(sentence), None) is not None:
            return None
        return author if self._long_quote(sentence.first) is None else None

    def _brought_in(self, sentence: Sentence) -> Speaker | None:
        """Whom an English sentence in which nobody speaks brings in: Parliament elected Jo Bloggs. She …."""
        for mention in self._inside(sentence):
            state = self._ends.get(mention.first)  # elected Oman's Jo Bloggs
            at = state.first if state and self._document.possessive(state.last - 1) else mention.first
            if mention.kind == "person" and brings_in(self._document, sentence.first, at):
                return represented(self._vocabulary, mention)
        return self._topic

    def _carried(self, sentence: Sentence) -> bool:
        """The same; not where an English sentence tells what somebody else does on the scene."""
        return super()._carried(sentence) and not self._acts_on_scene(sentence)

    def _acts_on_scene(self, sentence: Sentence) -> bool:
        """Whether the outlet tells of another than who spoke: Wang opened the forum. Peru also joined in."""
        mention = self._starts.get(sentence.first) or self._starts.get(sentence.first + 1)
        if self._russian or mention is None or mention.kind == "place" or mention.how == "demonym":
            return False
        words, lists = self._document.words.folded, self._document.language.words
        at, likewise = mention.last, False
        between = self._joins | self._particles | self._articles
        while at < sentence.last and (words[at] in between or at in self._starts):
            likewise = likewise or words[at] in lists("likewise_too")
            at = self._starts[at].last if at in self._starts else at + 1
        other, own = represented(self._vocabulary, mention), self._speaker
        same = other.voice == own.voice if other.voice else set(other.holders) <= set(own.holders)
        if at >= sentence.last or same:
            return False
        staged = mention.kind == "person" and words[at] in lists("stage_verbs")
        return staged or (likewise and words[at].endswith("ed"))

    def _in_common(self, clause: Clause) -> Clause:
        """What somebody says in Russian that he and another hold: у нас с Китаем общий подход."""
        folded, words = self._document.words.folded, self._document.language.words
        if clause.of_others or clause.speaker.nobody or not self._russian:
            return clause
        for at in range(clause.first, clause.last - 2):
            mention = self._starts.get(at + 2) if folded[at] in words("ours") else None
            if mention is None or folded[at + 1] not in self._with or mention.last >= clause.last:
                continue
            if folded[mention.last] in words("in_common"):
                others = represented(self._vocabulary, mention).holders
                return replace(clause, holders=tuple(dict.fromkeys((*clause.holders, *others))))
        return clause

    def _told_of_both(self, sentence: Sentence) -> Speaker | None:
        """The two, or the bloc, of a read-out in which nobody is said to speak: the raids were condemned."""
        met = self._pair if self._pair and self._pair_of_people else ()
        last = self._several if self._several and self._several_in == sentence.index - 1 else self._speaker
        group = last.holders if self._bloc(last) else ()
        if self._russian or not (met or group):
            return None
        words, told = self._document.words.folded, self._document.language.words("told_of_both")
        passive = any(
            words[at] in told and words[at - 1] in self._beings and words[at + 1 : at + 2] != ("by",)
            for at in range(sentence.first + 1, sentence.last)
        )
        named = any(m.kind in ("person", "state", "bloc") for m in self._inside(sentence) if m.how == "side")
        if not passive or named or any(self._reports(act) and act.subject for act in self._acts(sentence)):
            return None
        return Speaker(None, group or met)

    def _under(self, sentence: Sentence, speaker: Speaker) -> Iterator[Clause]:
        """A sentence whose speaker the next one names: «Россия против …. Об этом заявил Песков»."""
        self._speaker = speaker
        first = sentence.first
        before: tuple[str, ...] = ()
        acts = [replace(act, after_that=True) for act in self._spoken_to_outlets(self._acts(sentence))]
        ends = [max(act.subject.first if act.subject else act.at, sentence.first) for act in acts[1:]]
        opens = (
            min(acts[0].at, acts[0].subject.first)
            if acts and acts[0].subject
            else (acts[0].at if acts else sentence.last)
        )
        if opens > sentence.first:
            yield Clause(sentence.index, first, opens, speaker, speaker.holders, "report", None, -1, False)
            first = opens
        for act, last in zip(acts, [*ends, sentence.last], strict=False):
            clause = self._embedded(sentence, first, max(last, act.end), speaker, act, before)
            first, before = clause.last, clause.holders
            yield clause

    def _dashed(self, sentence: Sentence) -> Speaker | None:
        """Who speaks a paragraph that a dash opens, as another sentence of it tells: — …. — …, — сказал X."""
        if not self._russian:
            return None
        if sentence.block != self._last_block:
            self._dash_speaker, self._dash_said = self._of_dash(sentence)
        return self._dash_speaker if sentence.index not in self._dash_said else None

    def _of_dash(self, first: Sentence) -> tuple[Speaker | None, frozenset[int]]:
        """The speaker of the paragraph that a sentence opens with a dash, and the sentences that name one."""
        opening = self._document.text[max(0, first.start - 2) : self._document.words.starts[first.first]]
        if not {"—", "–"} & set(opening):
            return None, frozenset()
        rest = [s for s in self._document.sentences[first.index :] if s.block == first.block]
        told = {s.index: act for s in rest for act in self._acts(s) if self._text_before(s, act)}
        speakers = (act.subject.speaker for act in told.values() if act.subject)
        found = next((s for s in speakers if not s.nobody), None)
        return (resolved(found, self._speaker) if found else None), frozenset(told)

    def _named_next(self, sentence: Sentence) -> Speaker | None:
        """Whoever the next sentence names as saying this one: «Об этом заявил …»."""
        if sentence.index + 1 >= len(self._document.sentences):
            return None
        after = self._document.sentences[sentence.index + 1]
        opening = " ".join(self._document.words.folded[after.first : after.first + 2])
        if after.block - sentence.block > 1:
            return None
        if opening not in self._points_back:
            return self._tells_of_this(sentence, after)
        inside = self._inside(after)
        people = (
            m
            for m in inside
            if m.kind == "person" and (not self._grammar.oblique(m) or self._has_letter(after, m))
        )
        again = not {"он", "она", "оно"}.isdisjoint(
            self._document.words.folded[after.first : after.first + 4]
        )
        bodies = (m for m in inside if self._russian and m.kind == "org" and not self._outlet(m.id))
        if self._russian and again:
            return None  # об этом он сказал на заседании, сообщает пресс-служба
        found = next(people, None) or next(bodies, None)
        return represented(self._vocabulary, found) if found else None

    def _tells_of_this(self, sentence: Sentence, after: Sentence) -> Speaker | None:
        """Whoever opens the next Russian sentence and is told to have said this: Эрдоган сказал об этом …."""
        folded, words = self._document.words.folded, self._document.language.words
        front = self._person_in_front(after) if self._russian else None
        if front is None or any(self._reports(act) and act.subject for act in self._acts(sentence)):
            return None
        said = next((a for a in self._acts(after) if a.verb and a.verb.says and not a.quoted), None)
        if said is None or said.subject is None or said.subject.speaker != front.speaker:
            return None
        back = not words("refers_back").isdisjoint(folded[said.end : said.end + 2])
        return front.speaker if back and words("that").isdisjoint(folded[said.end : after.last]) else None

    def _person_in_front(self, sentence: Sentence) -> Subject | None:
        """The person with whose name a sentence opens."""
        for mention in self._inside(sentence):
            if mention.kind != "person" or mention.first > sentence.first + 2:
                continue
            if not (
                self._grammar.governed(sentence, mention.first)
                or self._grammar.oblique(mention)
                or self._grammar.possessive(mention.last - 1)
            ):
                return Subject(represented(self._vocabulary, mention), mention.first, mention.last)
        return None

    def _body_in_front(self, sentence: Sentence) -> Subject | None:
        """The state or bloc that is the subject of an English sentence: China is no party to …."""
        mention = self._starts.get(sentence.first) or self._starts.get(sentence.first + 1)
        if self._russian or mention is None or mention.how == "demonym" or mention.last + 1 >= sentence.last:
            return None
        speaker = represented(self._vocabulary, mention)
        one = len(speaker.holders) == 1 and speaker.holders[0].startswith(("state:", "bloc:"))
        behind = self._document.words.folded[mention.last]
        verbs = (
            self._beings | self._document.language.words("modals") | {"has", "have", "had", "also", "remains"}
        )
        if not one or behind not in verbs or self._grammar.possessive(mention.last - 1):
            return None
        return Subject(speaker, mention.first, mention.last)

    def _named_beside(self, sentence: Sentence, quote: Quote) -> Speaker | None:
        """Whoever stands with an unlisted verb behind a quotation that ends here: "…," Rubio shot back."""
        if self._russian or not sentence.start <= quote.end < sentence.end:
            return None
        mention = self._starts.get(bisect_left(self._document.words.starts, quote.end))
        if mention is None or mention.kind != "person" or self._document.possessive(mention.last - 1):
            return None
        few = 0 < sentence.last - mention.last <= _RETORT
        return represented(self._vocabulary, mention) if few else None

    def _said_next(self, sentence: Sentence) -> Speaker | None:
        """Whoever the sentence names in which a quotation ends that begins here."""
        quote = self._long_quote(sentence.first) or self._long_quote((sentence.first + sentence.last) // 2)
        if quote is None:
            return super()._said_next(sentence)
        if beside := self._named_beside(sentence, quote):
            return beside
        for after in self._document.sentences[sentence.index + 1 :]:
            if after.start > quote.end + 1:
                break
            if after.end < quote.end:
                continue
            closing = next((act for act in self._acts(after) if self._text_before(after, act)), None)
            if closing and closing.subject:
                return resolved(closing.subject.speaker, self._speaker)
        return None
