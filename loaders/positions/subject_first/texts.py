"""What a transcript, a letter or a joint text says, and in whose name."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from loaders.positions.clauses import NOBODY, Act, Clause, Speaker, Subject, represented
from loaders.positions.subject_first.acts import Acts
from loaders.reading.document import Sentence
from loaders.reading.language import Reference
from loaders.reading.mentions import Mention, within
from loaders.reading.patterns import Hit

_ASKER = 5  # words in the name of an outlet that asks
_LETTER = 2  # words from a letter or speech to whose it is


class Texts(Acts):
    """Attribution in Russian and English: texts."""

    def _in_transcript(self, sentence: Sentence, clause: Clause) -> Clause:
        """A clause that stands in what somebody says whose name and a colon opened it, in English.

        What another is told to have said there is that one's own, and told by whoever speaks: a head of
        state's is his as a person.
        """
        headed = next(self._headed(sentence), None)
        if headed and headed.subject:
            self._transcript = headed.subject.speaker
        if self._russian and clause.level == "carried" and clause.speaker == self._transcript:
            return replace(clause, level="report")
        if not self._digest.nobody and clause.speaker.voice is None and clause.level != "quote":
            return replace(clause, speaker=self._digest)
        teller = self._transcript or (self._author if self._author.voice else None)
        told_of = clause.level in ("report", "embedded") and not clause.quoted
        if self._russian or teller is None or teller.voice is None or not told_of:
            return clause
        if self._essay(teller):
            return clause  # an editorial tells what others hold as any report does
        self._speaker = teller
        told = clause.speaker.voice
        recalled = told not in (None, teller.voice) and self._head_of_state(told or "")
        if told in (None, teller.voice) or (set(clause.holders) <= set(teller.holders) and not recalled):
            return clause
        holders = (told,) if told and self._head_of_state(told) else clause.holders
        return replace(clause, speaker=teller, holders=holders, level="embedded")

    def _text_says(self, sentence: Sentence, hit: Hit[object]) -> Iterator[Act]:
        """The same as elsewhere; of a text whose authors nobody names, those who last acted together."""
        owner = self._of_whose_text(sentence, hit) or self._published(hit) if self._russian else None
        if owner and not owner.nobody:
            subject = Subject(owner, hit.start, hit.end)
            return iter([Act(hit.start, hit.end, None, subject, False, False, False)])
        if self._russian and self._document.words.folded[hit.start] in ("в", "во"):
            return iter(())  # whose text it is stands before the verb, or nowhere
        acts = list(super()._text_says(sentence, hit))
        if not acts and self._russian and self._several and not self._several.nobody:
            subject = Subject(self._several, hit.start, hit.end)
            acts = [Act(hit.start, hit.end, None, subject, False, False, False)]
        together = self._of_joint_text(sentence, hit) if acts else None
        if together:
            acts = [replace(act, subject=Subject(together, hit.start, hit.end)) for act in acts]
        return iter(acts)

    def _named_behind(self, sentence: Sentence, hit: Hit[object]) -> Mention | None:
        """The same; in English only who is said to have issued it: read the statement released by …."""
        found = super()._named_behind(sentence, hit)
        if found is None or self._russian:
            return found
        at = found.first - 1 - (self._document.words.folded[found.first - 1] in self._articles)
        return found if self._document.words.folded[at] in ("by", "of", "from") else None

    def _published(self, hit: Hit[object]) -> Speaker | None:
        """Who put out the text that says it: в заявлении, размещенном на сайте МИД Ирана, говорится."""
        inside = within(self._mentions, hit.start, hit.end)
        bodies = (m for m in inside if m.kind in ("state", "org", "bloc") and m.how != "demonym")
        body = next((m for m in bodies if not self._outlet(m.id)), None)
        return represented(self._vocabulary, body) if body else None

    def _of_joint_text(self, sentence: Sentence, hit: Hit[object]) -> Speaker | None:
        """The two of whose joint text a Russian article tells, whoever of them it names last."""
        told = self._russian and self._joint_text and self._speaker.voice is None
        if not told or self._named_behind(sentence, hit) or self._of_number(sentence, hit):
            return None
        group = self._referred("joint_document")
        return group if group and set(self._speaker.holders) < set(group.holders) else None

    def _of_letter(self, sentence: Sentence) -> bool:
        """Whether a sentence opens with the letter or speech told of just before: В нем говорится …."""
        opening = " ".join(self._document.words.folded[sentence.first : sentence.first + 2])
        return opening in self._document.language.words("in_the_letter")

    def _letter_in(self, sentence: Sentence) -> Speaker:
        """Whose letter or speech a sentence tells of: приветствие министра Сергея Лаврова."""
        for mention in self._inside(sentence):
            speaks = mention.kind == "person" or mention.how == "title"
            if speaks and self._grammar.oblique(mention) and self._has_letter(sentence, mention):
                return represented(self._vocabulary, mention)
        return NOBODY

    def _has_letter(self, sentence: Sentence, mention: Mention) -> bool:
        """Whether a Russian letter or speech is said to be that of the one who stands behind it."""
        before = self._document.words.folded[max(sentence.first, mention.first - _LETTER) : mention.first]
        return self._russian and not self._document.language.words("letters").isdisjoint(before)

    def _note_text(self, sentence: Sentence) -> None:
        """Note that a sentence spoke of a text of several: "the document" will be theirs."""
        if not self._russian and any(hit.sense.kind == "joint_document" for hit in sentence.of(Reference)):
            party = self._party.holders if self._party else ()
            group = self._group_now() or party or self._pair
            self._text, self._text_in = (Speaker(None, group) if group else None), sentence.index
        elif self._adopts(sentence):
            self._text, self._text_in = self._several, sentence.index
        elif (self._speaker.voice or "").startswith("person:") and self._doer is self._speaker:
            self._spoke_in = sentence.index

    def _adopts(self, sentence: Sentence) -> bool:
        """Whether several are told to put forward a text: "the document" will be theirs."""
        words, texts = self._document.words.folded, self._document.language.words("texts")
        together = self._several is not None and self._several_in == sentence.index
        return together and not texts.isdisjoint(words[sentence.first : sentence.last])

    def _digests(self, sentence: Sentence) -> bool:
        """Whether a Russian sentence says that what follows are one person's main statements."""
        told = f" {' '.join(self._document.words.folded[sentence.first : sentence.last])} "
        listed = self._document.language.words("digests")
        return self._russian and any(f" {phrase} " in told for phrase in listed)

    def _digested(self) -> Speaker:
        """The one person in office whom an article names, or names far most often."""
        people = [m for m in self._mentions if m.kind == "person" and m.state]
        first = people[0] if people else None
        return represented(self._vocabulary, first) if first else NOBODY

    def _asks(self, sentence: Sentence) -> bool:
        """Whether a sentence opens with a word for whoever asks, in Russian with its colon: Вопрос: …."""
        words, first = self._document.words, sentence.first
        colon = self._document.text[words.ends[first] : words.ends[first] + 1] == ":"
        return words.folded[first] in self._askers and (colon or not self._russian)

    def _asked_by_outlet(self, sentence: Sentence) -> bool:
        """Whether an outlet's name, or one that nobody lists, opens an English paragraph with a colon."""
        words, text = self._document.words, self._document.text
        if self._russian or sentence.block == self._last_block:
            return False
        before = text[text.rfind("\n", 0, sentence.start) + 1 : sentence.start].rstrip()
        if self._last_block >= 0 and before.endswith(":"):
            return True  # an outlet's name that the layout has set aside
        ends = range(sentence.first + 1, min(sentence.first + _ASKER, sentence.last))
        end = next((at for at in ends if text[words.ends[at - 1]] == ":"), None)
        if end is None or not all(text[words.starts[at]].isupper() for at in range(sentence.first, end)):
            return False
        heads = [m for m in self._inside(sentence) if m.last <= end and m.kind != "place"]
        return all(self._outlet(m.id) for m in heads)

    def _question(self, sentence: Sentence) -> Iterator[Clause]:
        """What is asked in an interview, which nobody in the article holds."""
        if self._answering.nobody:
            person = (self._speaker.voice or "").startswith("person:")
            self._answering = self._speaker if person else self._digested()
        yield self._plain(sentence, sentence.first, sentence.last, NOBODY, "narrative")

    def _answers(self, sentence: Sentence) -> Speaker | None:
        """Whoever answers in an interview, where a sentence stands in an answer."""
        answers = sentence.block in self._dialogue.answers and not self._answering.nobody
        return self._answering if answers else None
