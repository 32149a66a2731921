"""Who and what a document names, sentence by sentence.

Reads the document's name and title hits; adds mentions. A strong name links alone. A weak one (a
surname, an acronym that is a word, a capital for its government) links where the article supports
it. A title with a nationality stands for whoever held the office; with a name that no vocabulary
lists it makes a person of the article's own.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from loaders.reading.document import Document, Sentence
from loaders.reading.language import Name, Reference, Title, Topic, Verb
from loaders.reading.mentions import Mention
from loaders.reading.naming.offices import Offices
from loaders.reading.narrators import Narrators, bracketed, brings_in
from loaders.reading.text import fold_name
from ontology.vocabulary import Person

_HELD_BESIDE = frozenset({"deputy-prime-minister", "first-deputy-head"})  # offices held beside another
_TO_BYGONE = 3  # words behind a name in which "former" stands: X, Britain's former minister
_TRADE_WITHIN = 5  # words behind a name in which somebody's trade may stand
_STYLES = (("h", "r", "h"), ("h", "h"), ("h", "e"), ("h", "m"))  # H.H., His Highness


def find_mentions(document: Document, day: str | None) -> tuple[Mention, ...]:
    """Every mention in the document's prose, in order; `day` (ISO) says who held an office."""
    reader = Reader(document, day)
    return tuple(mention for sentence in document.sentences for mention in reader.read(sentence))


class Reader(Offices):
    """Reads a document's sentences in order."""

    def read(self, sentence: Sentence) -> Iterator[Mention]:
        """The mentions of the next sentence, in order."""
        self._sentence_first = sentence.first
        self._front = self._front_of(sentence)
        self._said_here = self._other_words(sentence) if self._code == "en" else set()
        self._told_here = {h.start for h in sentence.of(Verb) if h.sense.says and h.sense.form == "past"}
        self._title_starts = {
            *(hit.start for hit in sentence.of(Title)),
            *(h.start for h in sentence.of(Reference) if h.sense.kind == "side" and self._owned(h.start)),
        }
        named = self._names(sentence)
        composed = self._deputies(self._titles(sentence, named))
        covered = {word for mention in composed for word in range(mention.first, mention.last)}
        kept = [m for m in named if m.how != "demonym" and m.first not in covered]
        taken = covered | {w for m in kept for w in range(m.first, m.last)}
        kept += self._later_surnames(sentence, taken)
        kept += self._first_names(sentence, taken)
        if self._code == "en":
            kept += self._honoured(sentence, [*composed, *kept])
        if self._code == "en":
            people = [*self._nationals(sentence, kept), *self._apposed(sentence, taken)]
            inside = {word for person in people for word in range(person.first, person.last)}
            kept = [*people, *(m for m in kept if m.first not in inside)]
        for mention in sorted([*kept, *composed], key=lambda m: (m.first, -m.last)):
            if self._namesake(sentence, mention):
                continue
            mention = self._of_late(sentence, mention)
            self._note(mention)
            if mention.kind == "person":
                self._remember(mention)
            yield mention

    def _deputies(self, composed: list[Mention]) -> list[Mention]:
        """The offices of a sentence, a deputy's and the next one side by side in Arabic as of one person.

        نائب رئيس مجلس الوزراء وزير الخارجية فلان: he is named with the second, whoever else is a deputy.
        """
        found: list[Mention] = []
        for mention in composed:
            last = found[-1] if found else None
            named = mention.name is not None or mention.how in ("name", "surname")
            if self._code == "ar" and last and named and last.last == mention.first:
                office = last.how == "title" and last.role in _HELD_BESIDE and last.state == mention.state
                if office and not self._document.breaks[mention.first]:
                    found[-1] = replace(mention, first=last.first)
                    continue
            found.append(mention)
        return found

    def _namesake(self, sentence: Sentence, mention: Mention) -> bool:
        """Whether an Arabic body or place is but called after somebody: مركز الملك سلمان."""
        at, lists = mention.first - 1, self._document.language.words
        person = mention.kind == "person" and at >= sentence.first
        called = lists("called_after") if person else frozenset[str]()
        at -= bool(called) and at > sentence.first and self._document.words.folded[at] in lists("honorifics")
        word = self._document.words.folded[at] if called else ""
        return any(word.removeprefix(led) in called for led in ("", "و", "ب", "ل"))

    def _other_words(self, sentence: Sentence) -> set[int]:
        """The words of titles, topics and names: none of them is a first name before a surname."""
        return {
            word
            for hit in sentence.hits
            if isinstance(hit.sense, Title | Reference | Name | Topic)
            and not (isinstance(hit.sense, Name) and hit.sense.strength == "surname")
            for word in range(hit.start, hit.end)
        }

    def _owned(self, at: int) -> bool:
        """Whether a body is said to be somebody's: Jordan's foreign ministry."""
        words = self._document.words
        before = self._document.text[words.ends[at - 1] - 2 : words.ends[at - 1]] if at else ""
        return self._code == "en" and before in ("'s", "’s")

    def _later_surnames(self, sentence: Sentence, covered: set[int]) -> list[Mention]:
        found = []
        words = self._document.words
        for at in range(sentence.first, sentence.last):
            if at in covered or not self._unlisted:
                continue
            raw = self._document.text[words.starts[at] : words.ends[at]]
            known = self._unlisted.get(raw)
            if known and not self._without_kin(known, at):
                first = self._with_initials(self._with_first_names(known, sentence, at))
                found.append(replace(known, first=first, last=at + 1, how="surname"))
        return found

    def _without_kin(self, known: Mention, at: int) -> bool:
        """Whether a word is the last of somebody's name, but not "father of" or the like before it."""
        kin, named = self._document.language.words("kin"), fold_name(known.name or "").split()
        return bool(kin.intersection(named[-2:-1])) and self._document.words.folded[at - 1] not in kin

    def _with_first_names(self, known: Mention, sentence: Sentence, at: int) -> int:
        """Where the name begins of which a word is the last, its first names before it."""
        words = self._document.words
        for name in reversed((known.name or "").split()[:-1]):
            before = self._document.text[words.starts[at - 1] : words.ends[at - 1]] if at else ""
            if self._code != "ar" or at <= sentence.first or before.removeprefix("و") != name:
                break
            at -= 1
        return at

    def _nationals(self, sentence: Sentence, named: list[Mention]) -> Iterator[Mention]:
        """Diplomats who are named with their state alone, and speak for it: Slovenia's Samuel Zbogar said."""
        said = {hit.start for hit in sentence.of(Verb) if hit.sense.says and hit.sense.form == "past"}
        taken = {word for m in named for word in range(m.first, m.last)}
        bodies = self._document.language.words("bodies_named")
        for state in named:
            if state.how != "name" or state.kind != "state" or not self._document.possessive(state.last - 1):
                continue
            end = self._name_end(sentence, state.last, taken)
            if not bodies.isdisjoint(self._document.words.folded[state.last : end]):
                continue  # Thailand's Move Forward Party
            if end - state.last >= 2 and end in said and not self._document.breaks[end]:
                yield self._new_person(state.first, state.last, end, state.id, "ambassador")

    def _apposed(self, sentence: Sentence, taken: set[int]) -> Iterator[Mention]:
        """People who are named before what they do, in their own name: Mary Dejevsky, a researcher at …."""
        folded, breaks = self._document.words.folded, self._document.breaks
        trades = self._document.language.words("trades")
        trades_before = self._document.language.words("trades_before")
        styles = self._document.language.words("styles")
        narrators = Narrators(self._document, sentence)
        at = sentence.first
        while at < sentence.last:
            name = at + (folded[at] in styles)  # said Dr Jo Bloggs, an analyst
            end = self._name_end(sentence, name, taken)
            told = range(end, min(end + _TRADE_WITHIN, sentence.last))
            opens = (
                at == sentence.first
                or breaks[at]
                or folded[at - 1] in ("said", "and", "by", "to", "told", "as")
            )
            does = any(folded[i] in trades and not any(breaks[end + 1 : i + 1]) for i in told)
            if end - at >= 2 and opens and does and breaks[end]:
                yield self._new_person(at, name, end, None, None)
            elif end - at >= 2 and at > sentence.first and folded[at - 1] in trades_before and not breaks[at]:
                yield self._new_person(at - 1, name, end, None, None)
            elif end - at >= 2 and not breaks[at] and brings_in(self._document, sentence.first, at):
                yield self._new_person(at, name, end, None, None)
            elif end - at >= 2 and narrators.tells(at, end):
                yield self._with_brackets(sentence, self._new_person(at, name, end, None, None))
            else:
                end = at
            at = max(end, at + 1)

    def _with_brackets(self, sentence: Sentence, person: Mention) -> Mention:
        """A speaker with what brackets behind him say he is of: a party, or a state that he speaks for."""
        words, text = self._document.words, self._document.text
        last = bracketed(self._document, person.last, sentence.last)
        if last == person.last:
            return person
        inside = text[words.starts[person.last] : words.ends[last - 1]]
        states = {h.sense.id for h in self._named[sentence.index] if person.last <= h.start and h.end <= last}
        state = next((i for i in states if i.startswith("state:")), None) if len(states) == 1 else None
        whole = state is not None and fold_name(inside) in self._names_of(state)
        if whole and person.state is None:
            return replace(person, last=last, state=state, role="ambassador")
        return replace(person, last=last)

    def _names_of(self, item: str) -> set[str]:
        entry = self._vocabulary.items[item]
        return {fold_name(name) for name in (*entry.strong_names(self._code), *entry.weak_names(self._code))}

    def _first_names(self, sentence: Sentence, covered: set[int]) -> list[Mention]:
        """Princes and sheikhs whom the article has introduced, by their first names: Prince Faisal."""
        folded, honorifics = self._document.words.folded, self._document.language.words("honorifics")
        found = []
        for at in range(sentence.first + 1, sentence.last):
            if (
                folded[at - 1] in honorifics
                and at not in covered
                and (known := self._by_first_name(folded[at]))
            ):
                found.append(Mention(at - 1, at + 1, known.id, "surname", known.state, known.role))
        return found

    def _honoured(self, sentence: Sentence, named: list[Mention]) -> Iterator[Mention]:
        """Those called by their style alone, once they were named with it: H.H. Sheikh X, then H.H."""
        folded, taken = self._document.words.folded, {at for m in named for at in range(m.first, m.last)}
        for at in range(sentence.first, sentence.last - 1):
            style = next((s for s in _STYLES if folded[at : at + len(s)] == s), None)
            if style is None or at in taken:
                continue
            end = at + len(style)
            person = next((m for m in named if m.kind == "person" and end <= m.first <= end + 1), None)
            if person is not None:
                self._styled[style] = person
            elif known := self._styled.get(style):
                yield replace(known, first=at, last=end, how="surname", name=None)

    def _by_first_name(self, word: str) -> Mention | None:
        for mention in reversed(self._persons.values()):
            entry = self._vocabulary.items.get(mention.id)
            names = entry.strong_names(self._code) if entry else (mention.name or "",)
            if any(word in fold_name(name).split() for name in names):
                return mention
        return None

    def _of_late(self, sentence: Sentence, mention: Mention) -> Mention:
        """A person, in his own name where English commas say what he was: X, a former minister of Y.

        Not where he is known to hold another office by now.
        """
        entry = self._vocabulary.items.get(mention.id)
        if self._code != "en" or mention.kind != "person" or mention.role is None:
            return mention
        if isinstance(entry, Person) and any(r.held_on(self._day) for r in entry.roles if self._day):
            return mention
        if mention.how == "surname" and mention.id in self._persons and self._persons[mention.id].role:
            return mention  # the alliance's chief, X, said …. X, a former minister, added
        bygone, folded = self._document.language.words("once_held"), self._document.words.folded
        behind = folded[mention.last : min(mention.last + _TO_BYGONE, sentence.last)]
        set_off = mention.last < sentence.last and self._document.breaks[mention.last]
        late = set_off and not bygone.isdisjoint(behind)
        return replace(mention, role=None, state=None) if late else mention
