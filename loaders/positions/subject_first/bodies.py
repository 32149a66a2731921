"""Subjects that are a body, a bloc or the place where it sits: in the ministry they said."""

from __future__ import annotations

from dataclasses import replace

from loaders.positions.clauses import Speaker, Subject, represented
from loaders.positions.subject_first.lists import Lists
from loaders.reading.document import Sentence
from loaders.reading.language import Reference, Verb
from loaders.reading.mentions import Mention, within
from loaders.reading.patterns import Hit
from ontology.vocabulary import Bloc, Place

_WHOLE = 3  # so few members may be a bloc that is named by its members


class Bodies(Lists):
    """Attribution with the search for subjects of Russian and English: bodies and blocs."""

    def _as_bloc(self, subject: Subject) -> Subject:
        """A subject where those listed are the whole of a bloc that the article names: they speak as it.

        But three whose organisation comes up only behind them speak each for himself, and so they do where
        "they" means them again.
        """
        holders = subject.speaker.holders
        if len(holders) > _WHOLE:
            bloc = self._bloc_of(holders)
        else:
            listed = within(self._mentions, subject.first, subject.last)
            in_person = len({m.state or m.id for m in listed}) >= _WHOLE
            bloc = self._bloc_of(holders, subject.first if in_person else 0)
        return replace(subject, speaker=Speaker(None, (bloc,))) if bloc else subject

    def _bloc_of(self, states: tuple[str, ...], before: int | None = None) -> str | None:
        """The bloc named in the article, before a word if one is given, that has just these members."""
        if len(states) < _WHOLE:
            return None
        blocs = (m for m in self._mentions if m.kind == "bloc")
        named = dict.fromkeys(m.id for m in blocs if before is None or m.first < before or self._informal(m))
        return next((bloc for bloc in named if self._members(bloc) == set(states)), None)

    def _informal(self, mention: Mention) -> bool:
        """Whether a bloc is only a format in which its members meet: the E3."""
        entry = self._vocabulary.items.get(mention.id)
        return isinstance(entry, Bloc) and entry.informal

    def _members(self, bloc: str) -> set[str]:
        """The members that a bloc has today."""
        standing = (m for m in self._vocabulary.memberships if m.bloc == bloc and m.status == "member")
        return {m.state for m in standing if m.end is None}

    def _for_bloc(self, sentence: Sentence, subject: Subject) -> Subject:
        """A Russian speaker with the bloc for whom he speaks: от имени Карибского сообщества премьер …."""
        said = [h for h in sentence.of(Reference) if h.sense.kind == "on_behalf"]
        blocs = [m.id for h in said if (m := self._starts.get(h.end)) and m.kind == "bloc"]
        if not blocs or subject.speaker.voice is None:
            return subject
        as_well = any(self._document.words.folded[h.start - 1] in self._joins for h in said)
        own = subject.speaker.holders if as_well else ()
        return replace(subject, speaker=Speaker(subject.speaker.voice, tuple(dict.fromkeys((*own, *blocs)))))

    def _in_body(self, sentence: Sentence, hit: Hit[Verb], start: int) -> Subject | None:
        """«В МИД РФ заявили», «сообщили в Кремле»: a body in which unnamed people speak for it."""
        words = self._document.words.folded
        if not self._russian or not any(words[at].endswith(self._many) for at in range(hit.start, hit.end)):
            return None
        for at in (*range(hit.end, min(hit.end + 3, sentence.last)), *range(hit.start - 1, start - 1, -1)):
            if (
                words[at] not in ("в", "во", "на")
                or at + 1 >= sentence.last
                or not self._may_house(sentence, hit, at)
            ):
                continue
            mention = self._starts.get(at + 1) or self._places.get(at + 1)
            if mention and words[at] == "на" and mention.kind != "org":
                continue  # in a country, not in a ministry: на Украине
            speaker = self._of_body(mention) if mention else None
            if speaker:
                return self._with_bodies(sentence, Subject(speaker, at, mention.last))  # type: ignore[union-attr]
            if self._of_the_state(at + 1) and (state := self._state_before(at)):
                return Subject(Speaker(None, (state,)), at, at + 3)
            if words[at + 1] in ("ведомстве", "министерстве", "дипведомстве") and not self._speaker.nobody:
                return Subject(self._speaker, at, at + 2)
        return None

    def _of_the_state(self, at: int) -> bool:
        """Whether a body is that of a state spoken of: МИД республики."""
        words = self._document.words.folded[at : at + 2]
        language = self._document.language
        return (
            len(words) > 1
            and words[0] in language.words("houses")
            and words[1] in language.words("the_state")
        )

    def _state_before(self, at: int) -> str | None:
        """The state named last before a word."""
        states = (m for m in self._mentions if m.kind == "state" and m.how in ("name", "metonym"))
        last = max((m for m in states if m.last <= at), key=lambda m: m.last, default=None)
        return last.id if last else None

    def _in_front(self, sentence: Sentence, hit: Hit[Verb], start: int, at: int) -> Subject | None:
        """Whose people speak in a place that is named before the verb: «В Тегеране приветствовали …»."""
        many = self._russian and self._document.words.folded[hit.start].endswith(self._many)
        if not many or self._document.words.folded[start] not in ("в", "во"):
            return None
        mention = self._starts.get(start + 1) or self._places.get(start + 1)
        speaker = self._of_body(mention) if mention and mention.last == at else None
        return Subject(speaker, start, at) if speaker and not speaker.nobody else None

    def _may_house(self, sentence: Sentence, hit: Hit[Verb], at: int) -> bool:
        """Whether "in" opens the clause or stands behind its verb, and goes with no noun: мир в Судане, …."""
        if at > hit.start:
            between = self._document.words.folded[hit.end : at]
            return (self._fillers | self._particles | self._joins).issuperset(
                between
            )  # not: осудили теракт в Исламабаде
        if at == sentence.first or self._document.breaks[at]:
            return True
        word = self._document.words.folded[at - 1]
        return word in self._that | self._particles | self._joins | self._conjunctions | self._fillers

    def _with_bodies(self, sentence: Sentence, subject: Subject) -> Subject:
        """A body in which people speak, with those listed behind it: в Лондоне, Париже и Берлине."""
        words, breaks = self._document.words.folded, self._document.breaks
        while subject.last + 1 < sentence.last:
            joined = words[subject.last] in self._joins
            at = subject.last + joined + (words[subject.last + joined] in ("в", "во"))
            mention = self._starts.get(at) or self._places.get(at)
            speaker = self._of_body(mention) if mention and (joined or breaks[subject.last]) else None
            if mention is None or speaker is None:
                break
            subject = self._joined(subject, Subject(speaker, mention.first, mention.last))
        return subject

    def _of_body(self, mention: Mention) -> Speaker | None:
        if mention.kind == "place":
            place = self._vocabulary.items.get(mention.id)
            if not isinstance(place, Place) or not place.capital_of:
                return None
            return Speaker(None, (self._seated(place) or place.capital_of,))
        return None if mention.kind == "person" else represented(self._vocabulary, mention)

    def _seated(self, place: Place) -> str | None:
        """The bloc that Russian texts call by the capital where it sits: в Брюсселе считают."""
        blocs = (item for item in self._vocabulary.items.values() if isinstance(item, Bloc))
        name = place.name.get("ru", "")
        return next((bloc.id for bloc in blocs if self._russian and name in bloc.weak_names("ru")), None)

    def _in_place(self, sentence: Sentence, at: int, start: int) -> Subject | None:
        """The English actor before the place where he is: the Chinese embassy in London accused …."""
        state = self._ends.get(at)
        states = [state] if state and state.kind == "state" and state.how != "demonym" else []
        places = () if self._russian else (m for m in (*self._places.values(), *states) if m.last == at)
        place = next((m for m in places if start < m.first - 1), None)
        inside = self._document.language.words("place_in")
        if place is None or self._document.words.folded[place.first - 1] not in inside:
            return None
        return self._ending(sentence, place.first - 1, start)
