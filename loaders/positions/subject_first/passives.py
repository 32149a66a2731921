"""Who acts where the verb is passive or its subject is a text: in the statement that X signed."""

from __future__ import annotations

from loaders.positions.clauses import Speaker, Subject, represented
from loaders.positions.subject_first.behind import Behind
from loaders.reading.document import Sentence
from loaders.reading.language import Reference, Verb
from loaders.reading.patterns import Hit

_IN_TEXT = 6  # words from "in" to the text that says a thing
_SIGNED = 7  # words from "signed" to the gerund behind the text


class Passives(Behind):
    """Attribution with the search for subjects of Russian and English: passives and texts."""

    def _of_passive(self, sentence: Sentence, hit: Hit[Verb]) -> Subject | None:
        """Who "was stressed" by: the side that the sentence names, else both of a meeting, else who spoke."""
        for mention in self._inside(sentence):
            if mention.how == "side" and self._document.words.folded[mention.first - 1] in ("с", "со"):
                return Subject(represented(self._vocabulary, mention), hit.start, hit.end)
        if by := self._agent(hit):
            return by
        both = any(h.sense.kind == "both_states" for h in sentence.of(Reference))
        speaker = self._of_whose_text(sentence, hit) or self._of_text(sentence) if self._russian else None
        speaker = speaker or self._unnamed(both)
        return None if speaker.nobody else Subject(speaker, hit.start, hit.end)

    def _agent(self, hit: Hit[Verb]) -> Subject | None:
        """By whom a Russian passive says that it is done, right behind it: поддержано Индией."""
        mention = self._starts.get(hit.end)
        sided = self._russian and hit.sense.effect in ("plus", "minus")
        if mention is None or not sided or mention.kind not in ("state", "bloc", "org"):
            return None
        named = self._document.words.folded[mention.first].endswith(self._agent_ends)
        found = Subject(represented(self._vocabulary, mention), mention.first, mention.last)
        return self._with_later_ones_by(found) if named and self._grammar.oblique(mention) else None

    def _with_later_ones_by(self, subject: Subject) -> Subject:
        """A Russian agent with those in the same case that are joined to it: Индией, Китаем и ЮАР."""
        words, breaks = self._document.words.folded, self._document.breaks
        while subject.last + 1 < len(words):
            joined = words[subject.last] in self._joins
            mention = self._starts.get(subject.last + joined)
            alike = mention is not None and (
                words[mention.first].endswith(self._agent_ends) or self._grammar.fixed(mention)
            )
            if mention is None or not alike or not (joined or breaks[subject.last]):
                break
            other = Subject(represented(self._vocabulary, mention), mention.first, mention.last)
            subject = self._joined(subject, other)
        return subject

    def _of_whose_text(self, sentence: Sentence, hit: Hit[object]) -> Speaker | None:
        """Whose Russian text it is that says a thing: в заявлении МИД Китая подчеркивается, что …."""
        words, texts = self._document.words.folded, self._document.language.words("texts_in")
        texts |= self._document.language.words("own_texts_in")
        for at in range(sentence.first, hit.end - 2):
            if words[at] in texts and {"в", "во"} & set(words[max(sentence.first, at - _IN_TEXT) : at]):
                mention = self._starts.get(at + 1)
                return self._authors(mention) if mention else None
        return None

    def _of_text(self, sentence: Sentence) -> Speaker | None:
        """Those who met, whose text says it: в принятой по итогам декларации зафиксирован призыв …."""
        words, texts = self._document.words.folded, self._document.language.words("texts_in")
        told = any(
            words[at] in texts and {"в", "во"} & set(words[max(sentence.first, at - _IN_TEXT) : at])
            for at in range(sentence.first, sentence.last)
        )
        near = (h for h in sentence.of(Reference) if h.sense.kind == "said_in")
        numbered = next((n for h in near if (n := self._of_number(sentence, h))), None)
        group = numbered or (self._referred("joint_document") if told else None)
        return group if group and not group.nobody and group.voice is None else None

    def _unnamed(self, both: bool) -> Speaker:
        """Who speaks where nobody is named: both of a meeting, or who spoke last."""
        return Speaker(None, self._pair) if self._pair and (both or self._speaker.nobody) else self._speaker

    def _of_gerund(self, sentence: Sentence, hit: Hit[Verb]) -> Subject | None:
        """The actor that opens the sentence, where a gerund follows between commas: Rubio, speaking, …."""
        mention = self._ends.get(hit.start)
        if mention and mention.first <= sentence.first + 2 and self._document.breaks[hit.start]:
            return self._ending(sentence, hit.start, sentence.first)
        if found := self._of_text_signed(sentence, hit):
            return found
        by_doing = self._document.words.folded[hit.start - 1] in self._document.language.words("by")
        if by_doing and self._front and self._edge == sentence.first and not self._russian:
            return self._front  # Lavrov responded by denouncing the plan
        behind_verb = not self._russian and self._document.breaks[hit.start] and self._edge == sentence.first
        return self._opener(sentence, hit.start) if behind_verb else None

    def _of_text_signed(self, sentence: Sentence, hit: Hit[Verb]) -> Subject | None:
        """Whoever signed or issued the English text right before a gerund: signed a declaration urging …."""
        words = self._document.words.folded
        if self._russian or words[hit.start - 1] not in self._document.language.words("texts"):
            return None
        return self._signatory(sentence, hit.start - 1)

    def _signatory(self, sentence: Sentence, before: int) -> Subject | None:
        """Whoever an English sentence says to have signed or issued the text that stands at a word."""
        words, verbs = self._document.words.folded, self._document.language.words("text_verbs")
        nearest = range(before - 1, max(sentence.first, before + 1 - _SIGNED), -1)
        signed = next((at for at in nearest if words[at] in verbs), None)
        if signed is None:
            return None
        at, _ = self._grammar.past_particles(sentence.first, signed)
        found = self._ending(sentence, at, sentence.first) or self._far(sentence, sentence.first, at)
        return self._with_earlier_ones(sentence, found, sentence.first) if found else None

    def _far(self, sentence: Sentence, start: int, at: int) -> Subject | None:
        """The nearest actor before a verb that stands free: no preposition, oblique case or own comma."""
        parted = self._document.breaks[at]
        owner: Subject | None = None
        within_names = {word for m in self._inside(sentence) for word in range(m.first + 1, m.last)}
        for end in range(at - 1, start, -1):
            if end in within_names:
                continue  # the president within "the president of France"
            found = self._ending(sentence, end, start)
            if found is None or (parted and not self._document.breaks[end]):
                continue
            if found.first in self._bracketed and at not in self._bracketed:
                continue  # the leaders of BRICS (Brazil, Russia, …) supported
            if not parted and (self._document.breaks[end] or self._only_modifies(found, at)):
                continue
            if not self._russian and self._document.words.folded[end] == "to":
                continue  # urged Japan to draw lessons and stay committed
            if self._owns(sentence, found):
                owner = owner or found
                continue
            return self._with_earlier_ones(sentence, found, start)
        if self._russian and self._edge > sentence.first:
            return None  # подтвердили приверженность Уставу ООН, а властям рекомендовали …
        return self._with_earlier_ones(sentence, owner, start) if owner else None

    def _only_modifies(self, subject: Subject, at: int) -> bool:
        """Whether an English name stands before the noun that is the subject: U.S. arms sales violate …."""
        if self._russian or subject.last >= at or subject.last not in self._ends:
            return False
        word, words = self._document.words.folded[subject.last], self._document.language.words
        opens = (
            words("prepositions") | words("subordinators") | words("conjunctions") | words("subject_stops")
        )
        opens |= words("together_with") | words("joins") | words("accompanying")
        raw = self._document.text[self._document.words.starts[subject.last]]
        plain = raw.islower() and word not in opens and not self._grammar.particle(subject.last)
        return (
            plain and not word.endswith(("ing", "ed")) and self._ends[subject.last].kind in ("state", "bloc")
        )
