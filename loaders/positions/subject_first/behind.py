"""Subjects behind their verb: "…", said X; «…», — заявил X."""

from __future__ import annotations

from loaders.positions.clauses import Subject, represented
from loaders.positions.subject_first.bodies import Bodies
from loaders.positions.subjects import words_at
from loaders.positions.unlisted import behind_aside
from loaders.reading.document import Sentence
from loaders.reading.language import Verb
from loaders.reading.mentions import Mention
from loaders.reading.patterns import Hit

_REACH_AFTER = 14
_OFFICE = 4  # words from an office to the name of whoever holds it
_LONG_DATE = 5  # words of a date and one more: 3 марта 2022 года
_TRADE_WITHIN = 7  # words from "said" to who says it, behind what he is


class Behind(Bodies):
    """Attribution with the search for subjects of Russian and English: subjects behind their verb."""

    def _behind(self, sentence: Sentence, hit: Hit[Verb]) -> Subject | None:
        return self._behind_russian(sentence, hit) if self._russian else self._behind_english(sentence, hit)

    def _behind_russian(self, sentence: Sentence, hit: Hit[Verb]) -> Subject | None:
        """The first nominative actor behind a verb, over phrases of time and place: заявил вчера Песков."""
        words = self._document.words.folded
        at = closed = self._past_aside(sentence, hit.end)
        while at < min(hit.end + _REACH_AFTER, sentence.last):
            if self._document.breaks[at] and (titled := self._in_office(sentence, hit, at)):
                return titled
            alone = not any(hit.end <= m.first < at for m in self._inside(sentence))
            if at > hit.end and alone and (end := self._past_insertion(sentence, at)) > at:
                at = closed = end
                continue
            if (
                (self._document.breaks[at] and at > closed)
                or words[at] in self._stops
                or self._long_quote(at) is not self._long_quote(hit.start)
            ):
                return None
            mention = self._starts.get(at)
            if mention and self._told_to(sentence, hit, mention):
                at = mention.last
                continue
            if mention and self._stands_free(sentence, hit.end, mention):
                if not self._outlet(mention.id) or mention.last >= sentence.last:
                    found = Subject(represented(self._vocabulary, mention), mention.first, mention.last)
                    return self._with_later_ones(sentence, found, titled=mention.how == "side")
            elif mention is None:
                named = self._reference(sentence, at, starting=True)
                if named and not self._grammar.governed(sentence, at):
                    return self._named_with_office(sentence, at) or named
            at = mention.last if mention else at + 1
        return None

    def _named_with_office(self, sentence: Sentence, at: int) -> Subject | None:
        """Who is named right behind an office that begins at a word: председатель палаты Володин."""
        for first in range(at + 1, min(at + _OFFICE, sentence.last)):
            if self._document.breaks[first]:
                break
            mention = self._starts.get(first)
            if mention and mention.kind == "person" and not self._grammar.oblique(mention):
                return Subject(represented(self._vocabulary, mention), at, mention.last)
        return None

    def _told_to(self, sentence: Sentence, hit: Hit[Verb], mention: Mention) -> bool:
        """Whether a name without cases is but who is told: «…», — ответил США премьер-министр Грузии."""
        speaker = self._starts.get(mention.last)
        if speaker is None or speaker.kind != "person" or self._document.breaks[speaker.first]:
            return False
        right_behind = mention.first == hit.end and mention.kind in ("state", "bloc")
        free = self._stands_free(sentence, mention.last, speaker)
        return right_behind and free and self._grammar.fixed(mention)

    def _in_office(self, sentence: Sentence, hit: Hit[Verb], at: int) -> Subject | None:
        """Who is named behind what he is here: обрушился на США хозяин саммита, президент Колумбии Петро."""
        mention = self._starts.get(at)
        if mention is None or mention.kind != "person" or self._grammar.oblique(mention) or at == hit.end:
            return None
        closes = mention.last >= sentence.last or self._document.breaks[mention.last]
        described = self._document.words.folded[at - 2 : at]
        hosts = not self._document.language.words("hosts").isdisjoint(described)
        return Subject(represented(self._vocabulary, mention), at, mention.last) if closes and hosts else None

    def _past_aside(self, sentence: Sentence, at: int) -> int:
        """Where an aside between commas ends that opens behind a verb: заявил, открывая саммит, Рамафоса."""
        words, breaks = self._document.words.folded, self._document.breaks
        if at + 1 >= sentence.last or not breaks[at]:
            return at
        adverbial = len(words[at]) > 4 and words[at].endswith(("я", "в", "вшись", "ясь", "аясь"))
        if not adverbial and words[at] not in self._grammar.asides:
            return at
        ends = (end for end in range(at + 1, min(at + _REACH_AFTER, sentence.last)) if breaks[end])
        return next(ends, at)

    def _past_insertion(self, sentence: Sentence, at: int) -> int:
        """Where a date or a gerund ends on the way: сказал в среду, 3 марта, в Женеве X."""
        words, breaks = self._document.words.folded, self._document.breaks
        if at in self._starts or not breaks[at] or self._grammar.dash_before(at):
            return at
        if not (words[at].isdigit() and words[at - 1] in self._weekdays):
            return self._past_aside(sentence, at)
        ends = range(at + 1, min(at + _LONG_DATE, sentence.last))
        return next((end for end in ends if breaks[end]), at)

    def _before_aside(self, at: int, start: int) -> int:
        """Where an aside between commas begins that ends at a word: Катар, в свою очередь, осудил."""
        words, breaks = self._document.words.folded, self._document.breaks
        asides = self._document.language.words("asides")
        for length in range(1, 4):
            first = at - length
            if first <= start:
                break
            apart = breaks[at] and breaks[first]
            bare = self._russian and not any(breaks[first + 1 : at + 1]) and first in self._ends
            if (apart or bare) and " ".join(words[first:at]) in asides:
                return first
        if not self._russian:
            return at
        return self._before_date(at, start) if breaks[at] else self._grammar.before_dating(at, start)

    def _before_date(self, at: int, start: int) -> int:
        """Where a weekday with its date between commas begins: Совет в понедельник, 9 апреля, провел."""
        words, breaks = self._document.words.folded, self._document.breaks
        first = next((i for i in (at - 2, at - 3) if i > start and breaks[i] and words[i].isdigit()), at)
        while first < at and first - 1 > start and first not in self._ends and not breaks[first - 1]:
            if words[first - 1] not in self._fillers | self._weekdays:
                break
            first -= 1
        return first

    def _before_long_aside(self, sentence: Sentence, hit: Hit[Verb]) -> Subject | None:
        """The actor who opens a Russian sentence before an aside: постпред X, говоривший и за Y, …."""
        if not self._russian or hit.sense.form == "participle":
            return None
        at, _ = self._grammar.past_particles(sentence.first, hit.start)
        actor = behind_aside(self._document, sentence, at, self._ends, self._grammar)
        if actor is None:
            return None
        found = Subject(represented(self._vocabulary, actor), actor.first, actor.last)
        return self._with_earlier_ones(sentence, found, sentence.first)

    def _such_as(self, sentence: Sentence, at: int) -> Subject | None:
        """The states listed behind a verb as examples: продвигают такие страны, как Китай и Индия."""
        words, breaks = self._document.words.folded, self._document.breaks
        if words_at(words, at) not in self._document.language.words("such"):
            return None
        listed = next((i + 1 for i in range(at, min(at + 5, sentence.last - 1)) if words[i] == "как"), None)
        mention = self._starts.get(listed) if listed and breaks[listed - 1] else None
        if mention is None or self._grammar.oblique(mention):
            return None
        found = Subject(represented(self._vocabulary, mention), mention.first, mention.last)
        return self._with_later_ones(sentence, found, titled=True)

    def _stands_free(self, sentence: Sentence, end: int, mention: Mention) -> bool:
        """Whether a name behind a verb may be its subject: no object, and no genitive («удары США»)."""
        if self._grammar.governed(sentence, mention.first) or self._grammar.oblique(mention):
            return False
        words = self._document.words.folded
        if words[mention.first - 1] in self._joins and (other := self._ends.get(mention.first - 1)):
            return self._stands_free(sentence, end, other)  # помогать Еревану и Баку
        if not self._grammar.fixed(mention):
            return True
        return all(word in self._fillers for word in words[end : mention.first])

    def _behind_english(self, sentence: Sentence, hit: Hit[Verb]) -> Subject | None:
        """The actor right behind "said", if nothing that it could govern follows: …, said Rubio on Monday."""
        words = self._document.words.folded
        at = hit.end
        while at < min(hit.end + 4, sentence.last) and at not in self._starts and words[at] in self._fillers:
            at += 1
        inverts = hit.sense.says and hit.sense.effect in ("none", "assert") and hit.sense.lemma != "tell"
        told = self._document.breaks[hit.start] and hit.sense.form == "past"
        inverts = inverts or (told and hit.sense.lemma in self._document.language.words("inverting"))
        if at >= sentence.last or self._document.breaks[at] or not inverts:
            return None
        mention = self._of_trade(hit.end, sentence.last) or self._starts.get(at)
        if mention is None or mention.last > sentence.last or self._grammar.possessive(mention.last - 1):
            return None
        found = self._with_later_ones(
            sentence, Subject(represented(self._vocabulary, mention), mention.first, mention.last)
        )
        after = self._past_origin(mention, found.last, sentence.last)
        if (
            after >= sentence.last
            or self._document.breaks[after]
            or words[after] in self._tail_openers.difference(("to",) if hit.sense.effect != "none" else ())
            or words[after] in ("who", "and")
        ):
            return found
        return None

    def _past_origin(self, mention: Mention, at: int, last: int) -> int:
        """Where the state ends of which somebody is said to be: …, said King Abdullah II of Jordan."""
        words = self._document.words.folded
        if mention.kind != "person" or at + 1 >= last or words[at] != "of":
            return at
        state = self._starts.get(at + 1) or self._starts.get(at + 1 + (words[at + 1] in self._articles))
        return state.last if state and state.id == mention.state else at

    def _of_trade(self, end: int, last: int) -> Mention | None:
        """The person named behind a verb with what he is: …, said US political scientist John Mearsheimer."""
        words, breaks = self._document.words.folded, self._document.breaks
        for at in range(end + 1, min(end + _TRADE_WITHIN, last)):
            if breaks[at] or words[at - 1] in self._tail_openers:
                return None
            mention = self._starts.get(at)
            if mention and mention.kind == "person" and words[at - 1] in self._trades:
                return mention
        return None

    def _may_stand_behind(self, hit: Hit[Verb], behind: Subject, parted: bool) -> bool:
        """Whether an actor behind a verb is its subject: an object only stands behind verbs that take one."""
        told = self._document.words.folded[hit.start - 1] in self._document.language.words("objects_before")
        if self._russian and told:
            return True  # за что его раскритиковала Москва
        return parted or hit.sense.effect in ("none", "assert") or behind.speaker.voice is not None
