"""Who and what a document names: states, blocs, organisations, persons and places, by words.

Reads the document's name and title hits; adds mentions. A strong name links alone. A weak one (a
surname, an acronym that is a word, a capital for its government) links where the article supports
it. A title with a nationality stands for whoever held the office; with a name that no vocabulary
lists it makes a person of the article's own.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from operator import attrgetter

from loaders.reading.document import Document, Sentence
from loaders.reading.inflection import russian_forms
from loaders.reading.language import Cue, Name, Reference, Title, Topic, Verb
from loaders.reading.layout import Kind
from loaders.reading.narrators import Narrators, bracketed, opens_bracket
from loaders.reading.patterns import Hit
from loaders.reading.spelling import in_full, like, meant
from loaders.reading.text import fold, fold_name
from ontology.vocabulary import Organization, Person, Place, Role, RoleKind, State

_TO_BYGONE = 3  # words behind a name in which "former" stands: X, Britain's former minister
_GAP_TO_NATION = 5
_RECEIVED = 8  # words from who acts to the person with whom he does it
_STANCE_OF = 14  # words from a ministry to the stance that it expresses
_HEAD_WORDS = frozenset({"side", "counterpart", "conduct"})
_NAME_OF = 3  # words of the name of somebody who is not listed
_OF_BODY = 7  # words from an office to the body whose it is
_APOSTROPHES = ("'", "’")
_OF_EMBASSY = 6  # words around "embassy" in which its state is named
_FULL_NAME = 2  # words of a first name and a surname
_TRADE_WITHIN = 5  # words behind a name in which somebody's trade may stand
_LONGEST_NAME = 4
_CASE_VOWELS = "ауеы"
_CASES = ("а", "у", "ым", "ом", "е", "ой", "ого", "ому", "й")
_STEM = 4  # letters of a surname to which a case may be put
_LETTERS = 2  # so many capitals at least stand for a body
_AFFILIATION = 12  # words of an expert's affiliation before his name
_BESIDE_NAME = 4  # words from a title to a first name that is spelled like a preposition
_HEAD_OF_STATE = 95  # rank of those who lead a state
_OWN_OFFICE = 70  # rank from which one person at a time holds an office
_DEPARTMENTAL = frozenset({"minister", "spokesperson", "representative", "secretary", "envoy", "ambassador"})
_TITLES_IN_WAW = ("وزير", "وكيل", "ولي")
_APART = frozenset('«»“”"—–-:(')  # signs that part a nation from a title
_FAMILY_NAME_FIRST = frozenset({"state:CN", "state:KR", "state:KP", "state:TW", "state:VN"})
_ARTICLES = frozenset({"the", "a", "an"})
_STYLES = (("h", "r", "h"), ("h", "h"), ("h", "e"), ("h", "m"))  # H.H., His Highness
_SEATS = frozenset({"place:new-york", "place:geneva"})  # of the United Nations: nobody is at home there
_UN_ENVOY, _ENVOY = "un-representative", "permanent-representative"
_UN = frozenset({"bloc:UN", "bloc:UNSC"})
_POSTED = frozenset({_UN_ENVOY, _ENVOY, "ambassador", "spokesperson"})  # served elsewhere than at home
_BODY_NAMED = 2  # words of an office that names its body: رئيس البرلمان
_OF_PARLIAMENT = frozenset({"parliament-speaker", "parliament-deputy-speaker"})
_GENERIC_ROLES = frozenset({"minister", "official"})
# Lists of words that are no first names, though written with a capital where a sentence or title begins.
_NO_FIRST_NAMES = (
    "function_words",
    "particles",
    "introduces",
    "prepositions",
    "subordinators",
    "fillers",
    "ranks",
    "own_offices",
    "bodies_named",
    "trades",
    "several_people",
)


@dataclass(frozen=True, slots=True)
class Mention:
    """An actor or place in the words `first` up to `last`.

    `how` is the way it is named: name, surname, metonym, demonym, title, counterpart, anaphora, side
    (of a state, by its nationality), conduct (what a state does or thinks, by its nationality).
    A person carries the `state` (or body) it represents here and its `role`; `name` is given for
    persons that no vocabulary lists.
    """

    first: int
    last: int
    id: str
    how: str
    state: str | None = None
    role: str | None = None
    name: str | None = None
    kind: str = field(init=False, repr=False, compare=False)  # the part of the id before the colon

    def __post_init__(self) -> None:
        object.__setattr__(self, "kind", self.id.partition(":")[0])


def find_mentions(document: Document, day: str | None) -> tuple[Mention, ...]:
    """Every mention in the document's prose, in order; `day` (ISO) says who held an office."""
    reader = _Reader(document, day)
    return tuple(mention for sentence in document.sentences for mention in reader.read(sentence))


def within(mentions: Sequence[Mention], first: int, last: int) -> Sequence[Mention]:
    """The mentions that begin in the words `first` up to `last`; `mentions` are in order."""
    start = bisect_left(mentions, first, key=_place)
    return mentions[start : bisect_left(mentions, last, start, key=_place)]


_place = attrgetter("first")


class _Reader:
    """Reads sentence by sentence, remembering which persons the article has introduced."""

    def __init__(self, document: Document, day: str | None) -> None:
        self._document = document
        self._day = day
        self._vocabulary = document.vocabulary
        self._code = document.language.code
        self._named = {sentence.index: _longest(sentence.of(Name)) for sentence in document.sentences}
        self._strong = {
            hit.sense.id for hits in self._named.values() for hit in hits if hit.sense.strength == "strong"
        }
        self._nations = {
            hit.sense.id
            for sentence in document.sentences
            for hit in sentence.of(Name)
            if hit.sense.strength in ("demonym", "people")
        }
        self._office_holders: dict[tuple[str, str], str] = {}
        self._persons: dict[str, Mention] = {}
        self._unlisted: dict[str, Mention] = {}
        self._title_starts: set[int] = set()
        self._called: dict[str, str] = {}  # by which word for his office each person was introduced
        self._recent: dict[str, int] = {}  # where each actor was last named
        self._acted: dict[str, int] = {}  # and each Russian person in the nominative
        self._states: dict[str, int] = {}  # where each state was named last, or somebody of it
        self._by_ministry: set[str] = set()  # states whose ministry was named
        self._home = self._home_state()
        self._styled: dict[tuple[str, ...], Mention] = {}  # who was named last behind each style
        self._front: str | None = None
        self._state_edges: set[int] = set()  # where names of states begin and end in the sentence read

    def _home_state(self) -> str | None:
        """The state at home: of the outlet, else of the dateline's city. "The minister" is its minister."""
        outlet = self._vocabulary.items.get(self._document.layout.publisher or "")
        of = outlet.of if isinstance(outlet, Organization) else None
        if of and of.startswith("state:"):
            return of
        words = self._document.words
        if self._code == "en" and (sender := self._embassy_of()):
            return sender
        for block in self._document.layout.blocks:
            if block.kind is Kind.DATELINE:
                folded = tuple(
                    w
                    for w, at in zip(words.folded, words.starts, strict=True)
                    if block.start <= at < block.end
                )
                for hit in self._document.language.lexicon.find(folded):
                    if isinstance(hit.sense, Name) and isinstance(
                        place := self._vocabulary.items.get(hit.sense.id), Place
                    ):
                        if place.id in _SEATS and self._code == "ar":
                            return None
                        return place.capital_of or place.within
        return self._home_of_ministry() if self._code == "ar" else None

    def _home_of_ministry(self) -> str | None:
        """Whose stance a ministry named without its state expresses: أعربت وزارة الخارجية عن إدانة الكويت."""
        for sentence in self._document.sentences:
            ministry = self._bare_ministry(sentence)
            if ministry is not None and (home := self._voiced_by(sentence, ministry) or self._opened_by()):
                return home
        return None

    def _bare_ministry(self, sentence: Sentence) -> int | None:
        """Where a sentence names a ministry of foreign affairs and not whose."""
        folded, of = self._document.words.folded, self._document.language.words("ministry_of")
        states = self._states_named(sentence)
        near = range(sentence.first, sentence.last - 1)
        return next(
            (at for at in near if folded[at] == "وزاره" and folded[at + 1] in of and at + 2 not in states),
            None,
        )

    def _voiced_by(self, sentence: Sentence, ministry: int) -> str | None:
        """Whose stance follows a ministry: أكدت وزارة الخارجية رفض قطر, أعربت … عن ترحيب دولة الكويت."""
        folded, words = self._document.words.folded, self._document.language.words
        states, stances = self._states_named(sentence), tuple(words("voiced"))
        stressed = ministry > sentence.first and folded[ministry - 1] in words("stresses")
        for at in range(ministry + 2, min(ministry + _STANCE_OF, sentence.last - 1)):
            led = folded[at - 1] in words("stands_on") or (stressed and at == ministry + 2)
            if led and at + 1 in states and folded[at].startswith(stances):
                return states[at + 1]
        return None

    def _states_named(self, sentence: Sentence) -> dict[int, str]:
        """The states that a sentence names in full, by the word with which each name begins."""
        named = self._named[sentence.index]
        strong = (h for h in named if h.sense.strength == "strong" and h.sense.id.startswith("state:"))
        return {h.start: h.sense.id for h in strong}

    def _opened_by(self) -> str | None:
        """The state that is subject of the verb with which an Arabic text opens: أدانت قطر …."""
        first = next((s for s in self._document.sentences if s.kind is Kind.BODY), None)
        if first is None or not any(h.start == first.first and h.sense.says for h in first.of(Verb)):
            return None
        return self._states_named(first).get(first.first + 1)

    def _embassy_of(self) -> str | None:
        """The state whose embassy publishes an English text: Chinese Embassy in the UK, Embassy of China."""
        folded = self._document.words.folded
        if "embassy" not in fold_name(self._document.layout.title or "").split():
            return None
        for i in (i for i, word in enumerate(folded) if word == "embassy"):
            start = max(0, i - _OF_EMBASSY)
            for hit in self._document.language.lexicon.find(folded[start : i + _OF_EMBASSY]):
                names = isinstance(hit.sense, Name) and hit.sense.id.startswith("state:")
                before = start + hit.end == i
                behind = folded[i + 1 : i + 2] == ("of",) and 1 < start + hit.start - i <= _OF_EMBASSY
                if names and (before or behind) and isinstance(hit.sense, Name):
                    return hit.sense.id
        told = self._document.language.words("own_stance")
        acts = [
            hit.sense.id
            for hits in self._named.values()
            for hit in hits
            if hit.sense.id.startswith("state:") and not told.isdisjoint(folded[hit.end : hit.end + 1])
        ]
        return max(acts, key=acts.count, default=None)

    def read(self, sentence: Sentence) -> Iterator[Mention]:
        self._sentence_first = sentence.first
        self._front = self._front_of(sentence)
        self._said_here = self._other_words(sentence) if self._code == "en" else set()
        self._told_here = {h.start for h in sentence.of(Verb) if h.sense.says and h.sense.form == "past"}
        self._title_starts = {
            *(hit.start for hit in sentence.of(Title)),
            *(h.start for h in sentence.of(Reference) if h.sense.kind == "side" and self._owned(h.start)),
        }
        named = self._names(sentence)
        composed = self._titles(sentence, named)
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
            mention = self._of_late(sentence, mention)
            self._note(mention)
            if mention.kind == "person":
                self._remember(mention)
            yield mention

    def _other_words(self, sentence: Sentence) -> set[int]:
        """The words of titles, topics and names: none of them is a first name before a surname."""
        return {
            word
            for hit in sentence.hits
            if isinstance(hit.sense, Title | Reference | Name | Topic)
            and not (isinstance(hit.sense, Name) and hit.sense.strength == "surname")
            for word in range(hit.start, hit.end)
        }

    def _note(self, mention: Mention) -> None:
        """Note where an actor, and the state of a ministry or person, was named last."""
        entry = self._vocabulary.items.get(mention.id)
        state = entry.of if isinstance(entry, Organization) else mention.state
        if isinstance(entry, Organization) and state:
            self._by_ministry.add(state)
        for item in (mention.id, state):
            if item:
                self._recent[item] = mention.first
        surname = fold(entry.surname.get("ru", "")) if isinstance(entry, Person) else ""
        if surname and self._document.words.folded[mention.last - 1] == surname.split()[-1]:
            self._acted[mention.id] = mention.first
        of = mention.id if mention.kind == "state" else mention.state or ""
        if of.startswith("state:"):
            self._states[of] = mention.first

    def _remember(self, mention: Mention) -> None:
        known = self._persons.get(mention.id)
        kept = known.name if known and mention.name is None and self._code == "en" else mention.name
        self._persons[mention.id] = replace(mention, name=kept)
        if mention.name:
            for surname in self._cases(mention.name.split()[-1]):
                self._unlisted[surname] = mention
            if mention.state in (*_FAMILY_NAME_FIRST, None) and self._code == "en":
                self._unlisted[mention.name.split()[0]] = mention
        if mention.state and mention.role:
            self._office_holders[mention.state, mention.role] = mention.id

    def _cases(self, surname: str) -> tuple[str, ...]:
        """A surname with the other cases in which a Russian article may have it: Ахметов, Ахметова."""
        if self._code != "ru":
            return (surname,)
        stem = surname[:-1] if surname[-1] in _CASE_VOWELS else surname
        stem = stem[:-1] if stem.endswith(("ий", "ый", "ой")) else stem
        return (surname, stem, *(stem + end for end in _CASES if len(stem) >= _STEM))

    # --- names -------------------------------------------------------------------------------

    def _names(self, sentence: Sentence) -> list[Mention]:
        """One mention for each stretch of words that names something."""
        by_span: dict[tuple[int, int], list[Name]] = defaultdict(list)
        for hit in self._named[sentence.index]:
            by_span[hit.start, hit.end].append(hit.sense)
        self._state_edges = {
            at
            for span, senses in by_span.items()
            if any(s.strength == "strong" and s.id.startswith("state:") for s in senses)
            for at in span
        }
        found = []
        whole = self._fuller(sentence)
        for (start, end), senses in sorted(by_span.items()):
            within_name = next((m for m in whole if m.first <= start and end <= m.last), None)
            mention = within_name or self._resolve(start, end, senses)
            if mention and mention not in found:
                found.append(mention)
                self._note(mention)
        return sorted([*found, *(m for m in whole if m not in found)], key=_place)

    def _fuller(self, sentence: Sentence) -> list[Mention]:
        """Persons whose English name has more of a father's names than is listed: X bin Y Al Z."""
        folded, language = self._document.words.folded, self._document.language
        sons = language.words("name_particles")
        found: list[Mention] = []
        for at in range(sentence.first, sentence.last):
            if folded[at] not in sons or (found and at < found[-1].last):
                continue
            start, end = self._name_around(sentence, at, sons)
            written = folded[start:end]
            person = in_full(written, self._vocabulary.of_type(Person), self._code)
            if person is not None:
                start = end - len(written) + written.index(person[1])
                found.append(self._mention(start, end, person[0], "name"))
        return found

    def _name_around(self, sentence: Sentence, at: int, particles: frozenset[str]) -> tuple[int, int]:
        """Where the run of words written like names begins and ends that a particle stands in."""
        breaks, own = self._document.breaks, self._document.language.words("honorifics")
        first = last = at

        def goes_on(word: int) -> bool:
            folded = self._document.words.folded[word]
            return folded in particles or (folded not in own and self._name_word(word, set()))

        while first > sentence.first and not breaks[first] and goes_on(first - 1):
            first -= 1
        while last < sentence.last and (last == first or not breaks[last]) and goes_on(last):
            last += 1
        return first, last

    def _resolve(self, start: int, end: int, senses: list[Name]) -> Mention | None:
        senses = [sense for sense in senses if not self._only_letters(start, end, sense)]
        states = [sense.id for sense in senses if sense.strength == "metonym"]
        countries = [s.id for s in senses if s.strength == "weak" and s.id.startswith("state:")]
        if states and countries and self._code == "ar" and start in self._state_edges:
            return self._mention(start, end, countries[0], "name")  # السعودية وعمان: Oman, not Amman
        if states:
            places = [sense.id for sense in senses if sense.id.startswith("place:")]
            return self._capital(start, end, places, states)
        seats = [s.id for s in senses if s.strength == "weak" and s.id.startswith("bloc:")]
        governs = self._code != "en" or self._acts_next(end)
        spoken_of = bool(seats) and (seats[0] in self._strong or self._opens_russian_clause(start))
        if seats and governs and spoken_of and not self._as_place(start):
            return self._mention(start, end, seats[0], "metonym")  # Брюссель, where the EU is spoken of
        for strength in ("strong", "surname", "weak", "anaphora", "demonym"):
            ids = [sense.id for sense in senses if sense.strength == strength]
            mention = self._by_strength(start, end, strength, ids) if ids else None
            if mention:
                return mention
        return None

    def _acts_next(self, end: int) -> bool:
        """Whether an English name is the subject of what follows: Brussels has …, Brussels insists."""
        words, language = self._document.words.folded, self._document.language
        if self._document.breaks[end : end + 1] != (False,) or end >= len(words):
            return False
        return words[end] in language.words("linking") | language.words("modals") | {
            "has",
            "have",
            "had",
        } or (words[end] in language.verb_forms and words[end] not in language.words("prepositions"))

    def _opens_russian_clause(self, start: int) -> bool:
        """Whether a Russian name opens a clause, as its subject: Брюссель продлит санкции."""
        before = self._document.words.folded[start - 1] if start else ""
        opens = self._document.language.words("conjunctions") | self._document.language.words("that")
        return self._code == "ru" and (not start or self._document.breaks[start] or before in opens)

    def _only_letters(self, start: int, end: int, sense: Name) -> bool:
        """Whether a Russian word in small letters is taken for the letters of a body: сам, опеку."""
        if self._code != "ru" or end - start > 1 or not sense.id.startswith(("bloc:", "org:")):
            return False
        words, entry = self._document.words, self._vocabulary.items.get(sense.id)
        if entry is None or not self._document.text[words.starts[start] : words.ends[start]].islower():
            return False
        letters = (name.lstrip("=") for name in entry.strong_names(self._code))
        return any(
            name.isupper() and words.folded[start].startswith(fold_name(name)) for name in letters if name
        )

    def _by_strength(self, start: int, end: int, strength: str, ids: list[str]) -> Mention | None:
        if strength == "weak" and (self._pronoun(start, end) or self._in_small_letters(start, end, ids)):
            return None
        if strength == "strong":
            denied = self._document.language.words("denied_after")
            follows = self._document.words.folded[end : end + 1]
            return (
                None
                if set(follows) & denied and ids[0] == "bloc:UNSC"
                else self._mention(start, end, ids[0], "name")
            )
        if strength == "demonym":
            return Mention(start, end, ids[0], "demonym")
        supported = [i for i in ids if i in self._strong or i in self._persons or i in self._by_ministry]
        if self._code == "en" and strength == "anaphora" and (latest_bloc := self._bloc_named_last(end)):
            return self._mention(start, end, latest_bloc, "anaphora")
        if self._code == "en" and strength == "anaphora":
            supported = supported or [i for i in ids if i in self._recent]
        if strength == "weak" and self._code == "en" and start in self._state_edges:
            supported = supported or [i for i in ids if self._of_named_state(i)]  # Brazil's Lula
        if strength in ("weak", "anaphora") and ids[0] == "bloc:UNSC" and self._of_the_un(start, end):
            supported = ids[:1]
        if strength == "surname" and self._of_namesake(start, (supported or ids)[-1]):
            return None
        if strength == "weak" and len(ids) == 1 and self._spelt_anew(start, end, ids[0]):
            return self._mention(start, end, ids[0], "surname")
        if strength == "surname" and (supported or len(ids) == 1):
            return self._mention(start, end, (supported or ids)[-1], "surname")
        if strength == "weak":
            supported = [
                i for i in ids if self._at_home(i) or (i == self._home and self._code == "ar")
            ] or supported
            supported = [i for i in ids if self._of_front(i)] or supported
        states = [i for i in ids if i.startswith("state:")]
        if strength == "weak" and self._code == "en":
            supported = supported or [i for i in states if i in self._nations]
            supported = supported or [i for i in ids if self._of_named_members(i)]
            supported = supported or (states if self._takes_side(start, end) else [])
        if strength == "weak" and len(states) == 1 and self._governed_name(start, end):
            supported = supported or states
        if strength == "weak" and len(states) == 1 and self._among_states(start, end):
            supported = supported or states
        if strength == "weak" and self._code != "ar" and end in self._title_starts:
            supported = supported or states  # Jordan's King
        if strength == "weak" and self._capitalised(start):
            supported = supported or states  # президент Чада
        if strength == "anaphora" and self._code == "ar":
            supported = [i for i in self._recent if i in supported]  # named before, not only further down
            if "bloc:UNSC" in supported:  # which any council may name: the article's own came first
                supported = supported[:1]
        if strength in ("weak", "anaphora") and supported:
            latest = max(supported, key=lambda item: self._recent.get(item, -1))
            return self._mention(start, end, latest, "anaphora")
        return None

    def _spelt_anew(self, start: int, end: int, item: str) -> bool:
        """Whether an Arabic word is but a person's surname in another spelling: ميدفيديف, مدفيديف."""
        entry = self._vocabulary.items.get(item)
        if self._code != "ar" or end - start > 1 or not isinstance(entry, Person) or entry.weak_surname:
            return False
        word, listed = self._document.words.folded[start], fold_name(entry.surname.get("ar", ""))
        return min(len(word), len(listed)) > _STEM and word[0] == listed[0] and like(word, listed)

    def _of_namesake(self, start: int, item: str) -> bool:
        """Whether a first name before an English surname is of somebody else: Derek O'Brien, of Robert."""
        entry, words, language = (
            self._vocabulary.items.get(item),
            self._document.words,
            self._document.language,
        )
        at = start - 1
        if self._code != "en" or not isinstance(entry, Person) or at < self._sentence_first:
            return False
        word, raw = words.folded[at], self._document.text[words.starts[at] : words.ends[at]]
        gap = self._document.text[words.ends[at] : words.starts[start]]
        no_name = at in self._said_here or word in language.verb_forms or word in language.words("honorifics")
        no_name = no_name or any(word in language.words(kind) for kind in _NO_FIRST_NAMES)
        if no_name or len(raw) < _LETTERS + 1 or not raw.istitle() or gap.strip(".") != " ":
            return False
        firsts = {w for name in entry.strong_names("en") for w in fold_name(name).split()[:-1]}
        initials = {first[0] for first in firsts}
        earlier = (
            words.folded[at - 1] if at > self._sentence_first and not self._document.breaks[at] else word
        )
        others = initials.isdisjoint((word[0], earlier[0]))
        return bool(firsts) and others and not any(like(word, first) for first in firsts)

    def _pronoun(self, start: int, end: int) -> bool:
        """Whether an English word in small letters is only spelt like an acronym: us, who."""
        raw = self._document.text[self._document.words.starts[start]]
        return self._code == "en" and end - start == 1 and raw.islower()

    def _in_small_letters(self, start: int, end: int, ids: list[str]) -> bool:
        """Whether a Russian word in small letters is only spelt like a state: кроме того."""
        raw = self._document.text[self._document.words.starts[start]]
        return self._code == "ru" and end - start == 1 and ids[0].startswith("state:") and raw.islower()

    def _bloc_named_last(self, end: int) -> str | None:
        """The bloc that "the grouping" means: the one named last, whatever else it is called."""
        if self._document.language.words("bloc_nouns").isdisjoint(self._document.words.folded[end - 1 : end]):
            return None
        blocs = [item for item in self._recent if item.startswith("bloc:")]
        return max(blocs, key=lambda item: self._recent[item], default=None)

    def _of_named_state(self, item: str) -> bool:
        """Whether a person is of a state that the article names."""
        entry = self._vocabulary.items.get(item)
        return isinstance(entry, Person) and any(role.of in self._strong for role in entry.roles)

    def _of_named_members(self, item: str) -> bool:
        """Whether an article names several members of a bloc whose name is also a word: the Quad."""
        members = {m.state for m in self._vocabulary.memberships if m.bloc == item and m.end is None}
        return len(members & set(self._strong)) > 1

    def _of_the_un(self, start: int, end: int) -> bool:
        """Whether "the Security Council" is nobody's own: not Russia's, not the National one."""
        folded, words = self._document.words.folded, self._document.language.words
        before, behind = folded[max(0, start - 1) : start + 1], folded[end : end + 1]
        named = "security" in folded[start:end]
        return self._code == "en" and named and "the" in before and words("denied_after").isdisjoint(behind)

    def _among_states(self, start: int, end: int) -> bool:
        """Whether an Arabic name that is also a word stands in a list of states, or behind "in": في مالي.

        Or behind a verb of saying whose form has a state as its subject: قالت مالي.
        """
        folded = self._document.words.folded
        if self._code == "en":
            return self._in_list(start, end)
        said = start - 1 in self._told_here and folded[start - 1].endswith("ت")
        if said and self._code == "ar":
            return True
        behind = end in self._state_edges and folded[end].startswith("و")
        listed = behind or (start in self._state_edges and folded[start].startswith("و"))
        return self._code == "ar" and (listed or folded[start - 1 : start] == ("في",))

    def _takes_side(self, start: int, end: int) -> bool:
        """Whether an English name that may be a person's opens a sentence and takes a side: Jordan condemned.

        Not where a first name stands before it elsewhere.
        """
        words, language = self._document.words, self._document.language
        if start != self._sentence_first and not self._document.breaks[start]:
            return False
        helpers = {"has", "have", "also", "will", "strongly"}
        at = end + (words.folded[end : end + 1] != () and words.folded[end] in helpers)
        acts = at < len(words) and words.folded[at] in language.verb_forms
        if not acts or words.folded[at] in language.words("prepositions"):
            return False
        named = words.folded[start]
        same = (i for i in range(1, len(words)) if words.folded[i] == named and not self._document.breaks[i])
        text, known = self._document.text, language.words("function_words")
        return not any(
            text[words.starts[i - 1]].isupper() and words.folded[i - 1] not in known
            for i in same
            if i != start
        )

    def _governed_name(self, start: int, end: int) -> bool:
        """Whether "of" or "in" stands before an English name that is also a person's: in Jordan."""
        folded, one = self._document.words.folded, end - start == 1
        return self._code == "en" and one and folded[start - 1 : start] in (("of",), ("in",), ("from",))

    def _in_list(self, start: int, end: int) -> bool:
        """Whether an English name that is also a person's stands beside states: Egypt, France and Jordan."""
        folded, breaks, edges = self._document.words.folded, self._document.breaks, self._state_edges
        before = start - (folded[start - 1 : start] == ("and",))
        behind = end + (folded[end : end + 1] == ("and",))
        behind += folded[behind : behind + 1] == ("the",)
        after_one = before in edges and (before < start or breaks[before])
        return after_one or (behind in edges and (behind > end or breaks[end : end + 1] == (True,)))

    def _owned(self, at: int) -> bool:
        """Whether a body is said to be somebody's: Jordan's foreign ministry."""
        words = self._document.words
        before = self._document.text[words.ends[at - 1] - 2 : words.ends[at - 1]] if at else ""
        return self._code == "en" and before in ("'s", "’s")

    def _capitalised(self, at: int) -> bool:
        """Whether a Russian word inside a sentence is written as a name: Того and того are two words."""
        first = self._document.text[self._document.words.starts[at]]
        return self._code == "ru" and at > self._sentence_first and first.isupper()

    def _of_front(self, item: str) -> bool:
        """Whether a ministry is of the state whose capital opens the sentence: وفي طرابلس، قالت الوزارة."""
        entry = self._vocabulary.items.get(item)
        return isinstance(entry, Organization) and entry.of is not None and entry.of == self._front

    def _front_of(self, sentence: Sentence) -> str | None:
        """The state whose capital opens a sentence as the place from which it tells."""
        folded, first = self._document.words.folded, sentence.first
        if self._code != "ar" or folded[first] not in ("وفي", "في") or first + 2 >= sentence.last:
            return None
        for hit in sentence.hits:
            place = self._vocabulary.items.get(hit.sense.id) if isinstance(hit.sense, Name) else None
            opens = hit.start == first + 1 and hit.end < sentence.last and self._document.breaks[hit.end]
            if opens and isinstance(place, Place):
                return place.capital_of
        return None

    def _at_home(self, item: str) -> bool:
        """Whether a body without a nationality is that of the outlet's own state."""
        entry = self._vocabulary.items.get(item)
        return isinstance(entry, Organization) and entry.of is not None and entry.of == self._home

    def _capital(self, start: int, end: int, places: list[str], states: list[str]) -> Mention | None:
        """A capital is its government unless the words around it make it a place."""
        if self._names_text(start):
            return None
        if not self._as_place(start):
            return self._mention(start, end, states[0], "metonym")
        return self._mention(start, end, places[0], "name") if places else None

    def _as_place(self, start: int) -> bool:
        """Whether "in", "to" or the like stands before a capital's name, or clings to it."""
        folded, language = self._document.words.folded, self._document.language
        before = folded[start - 1] if start else ""
        clings = (
            folded[start][0] in language.words("place_clitics")
            and folded[start] not in language.initial_words
        )
        if before == "الي" and folded[start - 2] in language.words("addressed"):
            return False  # وجه الشكر إلى بكين
        return (
            clings or before in language.words("place_prepositions") or self._says_which(start, "gathered_at")
        )

    def _names_text(self, start: int) -> bool:
        """Whether a capital only says which agreement is meant: neither its government nor a place."""
        return self._says_which(start, "texts_by_place")

    def _says_which(self, start: int, named: str) -> bool:
        """Whether a word that is named by a place stands right before a capital, and no other is joined."""
        folded, language = self._document.words.folded, self._document.language
        before, behind = folded[max(0, start - 1) : start], folded[start + 1 : start + 2]
        joined = bool(behind) and behind[0].startswith("و") and behind[0] not in language.initial_words
        return not language.words(named).isdisjoint(before) and not joined

    def _mention(self, start: int, end: int, item: str, how: str) -> Mention:
        entry = self._vocabulary.items.get(item)
        if isinstance(entry, Person):
            known = self._persons.get(item)
            role = self._role_here(entry)
            state = known.state if known else (role.of if role else None)
            return Mention(
                start, end, item, how, state, known.role if known else (role.role if role else None)
            )
        return Mention(start, end, item, how)

    def _role_here(self, person: Person) -> Role | None:
        """The role in which a person stands here: held on the day, of a body that the article names."""
        held = [r for r in person.roles if r.held_on(self._day)] if self._day else []
        held = held or sorted(person.roles, key=lambda r: r.end is not None)  # today's first
        return next((r for r in held if r.of in self._strong), held[0] if held else None)

    # --- titles ------------------------------------------------------------------------------

    def _titles(self, sentence: Sentence, named: list[Mention]) -> list[Mention]:
        """Titles with the nationality and the name that stand with them, as one mention each."""
        found: list[Mention] = []
        at = sentence.first
        names = {
            w
            for m in named
            if m.last - m.first > 1 and m.kind in ("bloc", "org")
            for w in range(m.first, m.last)
        }
        self._with_title: set[int] = set()
        for hit in self._offices(sentence):
            if hit.start < at or (hit.start in names and isinstance(hit.sense, Reference)):
                continue
            mention = (
                self._several(hit, named) if self._many(hit, named) else self._compose(sentence, hit, named)
            )
            if mention:
                found.append(mention)
                self._with_title.update(range(mention.first, mention.last))
                at = mention.last
        return found

    def _offices(self, sentence: Sentence) -> list[Hit[Title | Reference]]:
        """Titles and words for a counterpart, the longest where they overlap."""
        hits = [
            hit
            for hit in sentence.hits
            if isinstance(hit.sense, Title)
            or (
                isinstance(hit.sense, Reference)
                and hit.sense.kind in _HEAD_WORDS
                and not self._of_colleagues(hit.sense, hit.start)
            )
        ]
        sides = [hit for hit in hits if isinstance(hit.sense, Reference)]
        hits = [
            hit  # "the speaker" is no office in "the speaker for Sierra Leone"
            for hit in hits
            if not any(isinstance(hit.sense, Title) and s.start < hit.end < s.end for s in sides)
        ]
        hits.sort(key=lambda hit: (hit.start, -hit.end, *self._likelihood(hit.sense)))
        kept: list[Hit[Title | Reference]] = []
        of_texts = self._document.language.words("not_title_after")
        for hit in hits:
            behind = hit.start > sentence.first and self._document.words.folded[hit.start - 1] in of_texts
            if behind and getattr(hit.sense, "role", None) in (None, "expert"):
                continue  # مؤتمر صحفي: no journalist; but شارك في المؤتمر وزير الخارجية
            if not kept or hit.start >= kept[-1].end:
                kept.append(hit)  # type: ignore[arg-type]
        return kept

    def _likelihood(self, sense: object) -> tuple[bool, bool]:
        """How to sort the offices that a title may name: first a short one that somebody named holds."""
        short = getattr(sense, "short", True)
        held = (m.role for m in self._persons.values()) if self._code != "ru" else ()
        return not (short and getattr(sense, "role", None) in held), short

    def _of_colleagues(self, word: Reference, at: int) -> bool:
        """Whether a Russian word for a counterpart is in the plural: венгерских коллег, no one of them."""
        colleagues = self._document.language.words("colleagues")
        return word.kind == "counterpart" and self._document.words.folded[at] in colleagues

    def _many(self, hit: Hit[Title | Reference], named: list[Mention]) -> bool:
        """Whether a title stands in the plural: foreign ministers, президенты."""
        if self._code == "ar" or not isinstance(hit.sense, Title):
            return False
        words = self._document.words.folded[hit.start : hit.end]
        plural = not self._document.language.words("plural_titles").isdisjoint(words)
        return plural and not (self._code == "ru" and words[0] == "главы" and self._of_one(hit, named))

    def _of_one(self, hit: Hit[Title | Reference], named: list[Mention]) -> bool:
        """Whether a title in the genitive is that of the one who follows: главы МИД Венгрии Сийярто."""
        of = next(
            (m for m in named if m.first <= hit.end <= m.last and m.kind in ("state", "bloc", "org")), None
        )
        last = of.last if of else hit.end
        person = next((m for m in named if m.kind == "person" and m.first == last), None)
        joins = self._document.language.words("joins")
        after = self._document.words.folded[person.last : person.last + 1] if person else ()
        return person is not None and joins.isdisjoint(after)

    def _several(self, hit: Hit[Title | Reference], named: list[Mention]) -> Mention | None:
        """Those who hold an office in one body speak for it: EU foreign ministers."""
        if isinstance(hit.sense, Title) and not self._speaks_for_state(hit.sense.role):
            return None  # journalists to whom a spokesman speaks
        near = [m for m in named if hit.start - 3 <= m.first <= hit.end + 4]
        for mention in near:
            behind = 0 <= mention.first - hit.end <= 2 and not any(
                self._document.breaks[hit.end : mention.first + 1]
            )
            behind = behind and self._theirs(hit.end, mention.first)
            behind = behind or (self._code == "ru" and mention.first < hit.end < mention.last)
            state = self._of_ministry(mention)
            if state and (behind or self._stands_before(mention, hit)):
                return Mention(min(hit.start, mention.first), max(hit.end, mention.last), state, "side")
        return None

    def _theirs(self, start: int, end: int) -> bool:
        """Whether an English name behind "the ministers" says whose they are: no verb or "by" between."""
        between = self._document.words.folded[start:end]
        return self._code != "en" or {"of", "from", "for", "the"}.issuperset(between)

    def _of_ministry(self, mention: Mention) -> str | None:
        """The state or bloc that a mention names, also by its ministry: главы МИД России и Ирана."""
        entry = self._vocabulary.items.get(mention.id)
        if mention.kind in ("state", "bloc"):
            return mention.id
        return entry.speaks_for if isinstance(entry, Organization) and self._code == "ru" else None

    def _compose(
        self, sentence: Sentence, hit: Hit[Title | Reference], named: list[Mention]
    ) -> Mention | None:
        near = [m for m in named if hit.start - 3 <= m.first <= hit.end + 12]
        nation = self._nation(sentence, hit, near)
        nation = nation or self._of_the_state(sentence, hit, named) or self._in_title(hit, named)
        if nation and self._object_behind(hit, nation):
            nation = None  # اتهم المتحدث الولايات المتحدة
        if isinstance(hit.sense, Reference) and hit.sense.kind == "conduct":
            return self._conduct(hit, nation)
        if led := self._government_of(hit, near):
            return led
        end = self._past_letters(sentence, max(hit.end, nation.last) if nation else hit.end)
        first = min(hit.start, nation.first) if nation else hit.start
        role = self._role_told(hit.sense)
        acting = self._document.language.words("acting")
        end += nation is not None and not acting.isdisjoint(self._document.words.folded[end : end + 1])
        posted = self._posted(hit, end, near) if nation else None
        if posted:
            elsewhere = role == _UN_ENVOY and posted.id not in _UN
            end, role = posted.last, _ENVOY if elsewhere else role
        parted = (
            isinstance(hit.sense, Reference) and self._code != "ar" and self._document.breaks[end : end + 1]
        )
        person = None if parted and parted[0] else self._named_person(first, end, near, role)
        body = self._body(nation, role) if nation else None
        if person and isinstance(hit.sense, Title) and (word := self._head_word(hit)):
            self._called.setdefault(person.id, word)
        if person:
            self._at_home_by_use(hit, nation, person)
            if person.role and self._code != "ru" and self._same_office(role, person.role):
                role = person.role  # "the minister" is still the foreign minister
            between = self._code == "ar" and self._bygone_between(hit.end, person.first)
            if between or (self._code != "ar" and self._bygone(first)):
                return replace(person, first=first, last=max(end, person.last), role=None, state=None)
            return replace(
                person,
                first=min(first, person.first),
                last=max(end, person.last),
                role=role or person.role,
                state=body or person.state,
            )
        if nation is None and (owner := self._owned_by(hit, named)):
            name_end = self._unknown_name(sentence, end)
            known = self._introduced(owner, role)
            if name_end > end or known is None:
                return self._new_person(first, end, name_end, owner, role) if name_end > end else None
            return replace(known, first=first, last=end, how="title", name=None)
        if nation is None:
            return self._without_nation(sentence, hit, named)
        if self._code == "en" and (envoy := self._envoy_explained(sentence, hit, nation, named)):
            return envoy
        if isinstance(hit.sense, Reference) and hit.sense.kind == "side":
            named_side = nation.how == "demonym" or self._code != "ar" or not self._definite(hit.start)
            named_side = named_side and self._theirs(hit.end, max(hit.end, nation.first))
            named_side = named_side and not (nation.kind == "bloc" and self._some_of(first))
            return (
                Mention(first, end, nation.id, "side")
                if named_side and nation.kind in ("state", "bloc")
                else None
            )
        explained = self._explained(sentence, first, named)
        if explained and self._bygone_between(end, end + 1):
            return replace(self._new_person(*explained, None, None), last=end)
        if explained and isinstance(hit.sense, Title):
            found = self._new_person(*explained, body, role)
            return replace(found, last=end, how="name" if self._code == "ru" else found.how)
        if self._bygone(first):
            if once := self._explained(sentence, first - 1, named):
                return self._new_person(*once, None, None)
            name_end = self._unknown_name(sentence, end)
            return self._new_person(first, end, name_end, None, None) if name_end - end > 1 else None
        known = self._introduced(body, role)
        if known:
            return replace(known, first=first, last=end, how="title", name=None)
        name_end = self._unknown_name(sentence, end)
        if name_end > end:
            return self._new_person(first, end, name_end, body, role)
        if apposed := self._apposed_name(sentence, end, named):
            return self._new_person(first, end, apposed, body, role)
        if self._code == "ar" and isinstance(hit.sense, Title) and role == "expert":
            return self._expert(sentence, hit)  # خبير السياسة الأمريكية، الدكتور فلان: none of that state
        return self._office_holder(first, end, body, role)

    def _envoy_explained(
        self, sentence: Sentence, hit: Hit[Title | Reference], nation: Mention, named: list[Mention]
    ) -> Mention | None:
        """Somebody whom commas say to be a state's envoy: Jo Bloggs, ambassador of Iran to Jordan."""
        envoys, words = self._document.language.words("envoys"), self._document.words.folded
        first = min(hit.start, nation.first)
        if envoys.isdisjoint(words[hit.start : hit.end]) or nation.kind not in ("state", "bloc"):
            return None
        explained = self._explained(sentence, first, named)
        last = max(hit.end, nation.last)
        if explained and words[last : last + 1] and words[last] in self._document.language.words("posted_at"):
            at = last + 1 + (words[last + 1] in _ARTICLES)
            last = next((m.last for m in named if m.first == at), last)
        return replace(self._new_person(*explained, nation.id, _ENVOY), last=last) if explained else None

    def _past_letters(self, sentence: Sentence, end: int) -> int:
        """The end of a Russian body with the letters behind it that stand for a larger one: ИМЭМО РАН."""
        words, text = self._document.words, self._document.text
        while self._code == "ru" and end < sentence.last and not self._document.breaks[end]:
            raw = text[words.starts[end] : words.ends[end]]
            if len(raw) < _LETTERS or not raw.isupper():
                break
            end += 1
        return end

    def _in_title(self, hit: Hit[Title | Reference], named: list[Mention]) -> Mention | None:
        """The body that ends the words of an Arabic title itself: الأمين العام للأمم المتحدة.

        Not where it is but the post: المندوب الدائم لدى الأمم المتحدة.
        """
        whole = isinstance(hit.sense, Title) and self._code == "ar"
        inside = (m for m in named if hit.start < m.first and m.last == hit.end and m.kind in ("bloc", "org"))
        body = next(inside, None) if whole else None
        posted = self._document.language.words("place_in") | self._document.language.words("within")
        return None if body and self._document.words.folded[body.first - 1] in posted else body

    def _acts(self, sentence: Sentence, mention: Mention) -> bool:
        """Whether a Russian state stands in the nominative; one without cases, whether it opens it."""
        entry, words = self._vocabulary.items.get(mention.id), self._document.words.folded
        called = (*entry.strong_names("ru"), *entry.metonym.get("ru", ())) if isinstance(entry, State) else ()
        names = {fold(name.strip("=")) for name in called}
        before = words[mention.first - 1 : mention.first] if mention.first else ()
        governed = not self._document.language.words("prepositions").isdisjoint(before)
        named = " ".join(words[mention.first : mention.last])
        opens = mention.first == sentence.first
        return named in names and not governed and (opens or russian_forms(named) != (named,))

    def _of_the_state(
        self, sentence: Sentence, hit: Hit[Title | Reference], named: list[Mention]
    ) -> Mention | None:
        """The state spoken of, where a Russian office or body is that of "the republic": МИД республики."""
        the_state = self._document.language.words("the_state")
        if self._code != "ru" or the_state.isdisjoint(self._document.words.folded[hit.end : hit.end + 1]):
            return None
        before = [m for m in named if m.kind == "state" and m.last <= hit.start]
        here = [m.id for m in before]
        here += [m.state for m in named if m.kind == "person" and m.last == hit.start and m.state]
        last = max(self._states, key=lambda item: self._states[item], default=None)
        verbs = {h.start for h in sentence.of(Verb) if h.sense.says}
        told = hit.start - 1 in verbs and self._document.breaks[hit.start - 1]
        # Чад против войны в Ливии, сказал глава МИД страны
        acting = [m.id for m in before if told and self._acts(sentence, m)]
        own = [m.state for m in named if m.kind == "person" and m.first == hit.end + 1 and m.state]
        state = next(iter(own or acting[:1] or here[-1:]), last)
        return Mention(hit.end, hit.end + 1, state, "name") if state else None

    def _apposed_name(self, sentence: Sentence, at: int, named: list[Mention]) -> int | None:
        """Where an English name ends that commas set off behind an office: the envoy, Jo Bloggs, said."""
        breaks, taken = self._document.breaks, {word for m in named for word in range(m.first, m.last)}
        if self._code != "en" or at >= sentence.last or not breaks[at]:
            return None
        end = self._name_end(sentence, at, taken)
        return end if end - at >= _FULL_NAME and end < sentence.last and breaks[end] else None

    def _posted(self, hit: Hit[Title | Reference], end: int, near: list[Mention]) -> Mention | None:
        """Where an envoy serves, as it stands before his name: постпред России при ОБСЕ Лукашевич."""
        words = self._document.language.words
        envoy = isinstance(hit.sense, Title) and hit.sense.role in _POSTED
        folded = self._document.words.folded
        end += not words("posted_how").isdisjoint(folded[end : end + 1])  # مندوب روسيا الدائم لدى
        at = end + 1
        if not envoy or not words("posted_at").issuperset(folded[end:at]):
            return None
        at += folded[at : at + 1] == ("the",)
        post = next((m for m in near if m.first == at and m.kind != "person"), None)
        if (
            post is None
            or self._code == "ru"
            or any(m.first == post.last and m.kind == "person" for m in near)
        ):
            return post
        sentence = next(s for s in self._document.sentences if s.first <= hit.start < s.last)
        return post if self._unknown_name(sentence, post.last) > post.last else None

    def _some_of(self, first: int) -> bool:
        """Whether only some of a bloc's states are meant: عدد من الدول الأوروبية."""
        before = self._document.words.folded[max(0, first - 2) : first]
        return not self._document.language.words("quantities").isdisjoint(before)

    def _object_behind(self, hit: Hit[Title | Reference], nation: Mention) -> bool:
        """Whether an Arabic office with its article stands before a name that it cannot govern."""
        bare = isinstance(hit.sense, Title) and (hit.sense.short or hit.sense.role in _GENERIC_ROLES)
        alone = isinstance(hit.sense, Title) and (
            (bare and hit.end - hit.start == 1) or all(self._definite(at) for at in range(hit.start, hit.end))
        )
        alone = alone and self._definite(hit.start)
        whole = isinstance(hit.sense, Title) and hit.end - hit.start > 1 and self._definite(hit.end - 1)
        whole = whole and nation.kind == "state" and nation.how == "name"  # طالب رئيس المجلس الولايات المتحدة
        named = nation.how in ("name", "metonym") and nation.first == hit.end
        clings = self._document.words.folded[nation.first].startswith(("لل", "ب", "ل"))
        return self._code == "ar" and (alone or whole) and named and not clings

    def _at_home_by_use(self, hit: Hit[Title | Reference], nation: Mention | None, person: Mention) -> None:
        """Take for the state at home, where nothing tells it, that of the first minister without a nation."""
        kind = self._vocabulary.items.get(hit.sense.role) if isinstance(hit.sense, Title) else None
        leads = isinstance(kind, RoleKind) and kind.rank >= _HEAD_OF_STATE and kind.speaks_for_state
        full = isinstance(hit.sense, Title) and (
            leads or (not hit.sense.short and self._departmental(hit.sense.role))
        )
        same = any(m.role == person.role and m.id != person.id for m in self._persons.values())
        if self._code == "ar" and self._home is None and nation is None and full and not same:
            self._home = person.state

    def _explained(self, sentence: Sentence, first: int, named: list[Mention]) -> tuple[int, int, int] | None:
        """The unlisted name that a title explains from behind: Bankole Adeoye, the AU commissioner."""
        breaks, folded = self._document.breaks, self._document.words.folded
        end = first
        while end > sentence.first and not breaks[end] and folded[end - 1] in _ARTICLES:
            end -= 1
        if self._code == "ar":
            return self._explained_name(sentence, end, named)
        if not breaks[end]:
            return None
        taken = {word for m in named for word in range(m.first, m.last)}
        start = end
        while end - start < _LONGEST_NAME and start > sentence.first and self._name_word(start - 1, taken):
            start -= 1
            if breaks[start]:
                break
        named_here = end - start >= _FULL_NAME and (self._code == "en" or self._opens_name(sentence, start))
        return (start, start, end) if named_here else None

    def _opens_name(self, sentence: Sentence, at: int) -> bool:
        """Whether a Russian name may begin at a word: behind a verb of saying, a comma or nothing at all."""
        told = any(h.end == at and h.sense.says for h in sentence.of(Verb))
        return told or at == sentence.first or self._document.breaks[at]

    def _explained_name(
        self, sentence: Sentence, end: int, named: list[Mention]
    ) -> tuple[int, int, int] | None:
        """The same in Arabic: words that are nothing else, between a particle or verb and a comma."""
        folded, language = self._document.words.folded, self._document.language
        taken = {word for m in named for word in range(m.first, m.last)}
        other = {
            word for h in sentence.hits if not isinstance(h.sense, Name) for word in range(h.start, h.end)
        }
        start = end
        while end - start <= _LONGEST_NAME and start > sentence.first:
            word = folded[start - 1]
            if start - 1 in taken | other or word in language.words("function_words") or word.isdigit():
                break
            start -= 1
            if self._document.breaks[start]:
                break
        opens = start == sentence.first or start - 1 in other or not self._document.breaks[start]
        plain = opens and not self._definite(start) and end < sentence.last and self._document.breaks[end]
        return (start, start, end) if plain and _FULL_NAME <= end - start <= _LONGEST_NAME else None

    def _name_word(self, at: int, taken: set[int]) -> bool:
        words = self._document.words
        functions = self._document.language.words("function_words")
        gap = self._document.text[words.ends[at - 1] : words.starts[at]] if at else ""
        if gap in _APOSTROPHES and at - 1 not in taken and words.folded[at] != "s":
            return self._document.text[words.starts[at - 1]].isupper()  # Peng Qing'en
        return (
            self._document.text[words.starts[at]].isupper()
            and words.folded[at] not in functions
            and at not in taken
        )

    def _government_of(self, hit: Hit[Title | Reference], near: list[Mention]) -> Mention | None:
        """A government named by who leads it: حكومة نتنياهو, إدارة ترامب."""
        bare = self._document.words.folded[hit.end - 1].lstrip("وبل") if self._code == "ar" else ""
        if bare not in self._document.language.words("governments"):
            return None
        leader = next((m for m in near if m.first == hit.end and m.kind == "person"), None)
        if leader is None or not (leader.state or "").startswith("state:"):
            return None
        return Mention(hit.start, leader.last, leader.state or "", "side")

    def _conduct(self, hit: Hit[Title | Reference], nation: Mention | None) -> Mention | None:
        """What a state does, by the nationality right beside it: الموقف الأمريكي, американские действия."""
        if nation is None or nation.how != "demonym" or nation.kind != "state":
            return None
        between = self._document.words.folded[hit.end : nation.first]
        adjectives = self._code == "ar" and all(
            word.startswith("ال") and word.endswith(("ه", "ي")) for word in between
        )
        if nation.first == hit.end or (nation.first > hit.end and adjectives):
            return Mention(hit.start, nation.last, nation.id, "conduct")
        if self._code == "ru" and nation.last == hit.start:
            return Mention(nation.first, hit.end, nation.id, "conduct")
        return None

    def _nation(self, sentence: Sentence, hit: Hit[Title | Reference], near: list[Mention]) -> Mention | None:
        """The state, bloc or body whose office it is: just after the title, or just before it."""
        breaks = self._document.breaks
        for mention in near:
            if mention.kind in ("person", "place"):
                continue
            gap = mention.first - hit.end
            overlaps = mention.first < hit.end < mention.last or mention.first < hit.start < mention.last
            if overlaps and mention.kind == "org":
                return mention
            if gap > 0 and self._code != "ar" and self._finite_between(hit.end, mention.first):
                continue
            if gap > 0 and self._document.words.folded[mention.first - 1] in self._document.language.words(
                "body_not_after"
            ):
                continue
            if self._code == "ar" and isinstance(hit.sense, Title) and not self._fits(sentence, hit, mention):
                continue
            named_before = any(m.kind == "person" and hit.end <= m.first < mention.first for m in near)
            if self._office_of(hit, mention):
                return mention
            if (
                0 <= gap <= self._allowed_gap(hit)
                and self._portfolio(hit.end, mention.first)
                and not any(breaks[hit.end : mention.first + 1])
                and not named_before
                and not self._dash_between(hit.end, mention.first)
            ):
                return mention
            if self._code != "ar" and self._stands_before(mention, hit):
                return mention
        return None

    def _dash_between(self, start: int, end: int) -> bool:
        """Whether a dash parts a Russian office from a name: вывод войск — условие Багдада."""
        words = self._document.words
        between = self._document.text[words.ends[start - 1] : words.starts[end]] if start < end else ""
        return self._code == "ru" and not {"—", "–"}.isdisjoint(between)

    def _office_of(self, hit: Hit[Title | Reference], nation: Mention) -> bool:
        """Whether only "of" parts an English office from the body whose it is: the president of France.

        A spokesman may be "for" whom he speaks; an envoy for Syria is not Syria's.
        """
        speaks = isinstance(hit.sense, Title) and "spokesperson" in hit.sense.role
        led = self._document.words.folded[hit.end : hit.end + 1]
        of = self._code == "en" and (led == ("of",) or (led == ("for",) and speaks))
        several = self._document.words.folded[hit.end - 1].endswith("s")  # the leaders of X's member states
        office = isinstance(hit.sense, Title) or (hit.sense.kind == "side" and not several)
        named = of and office and nation.first - hit.end in (1, 2)
        whole = nation.how != "demonym" and (speaks or not self._document.possessive(nation.last - 1))
        entry = self._vocabulary.items.get(nation.id)
        speaks_for = isinstance(entry, Organization) and entry.speaks_for is not None
        body = nation.kind in ("state", "bloc") or speaks_for  # no party: its leader speaks for himself
        return named and whole and body and self._theirs(hit.end, nation.first)

    def _fits(self, sentence: Sentence, hit: Hit[Title | Reference], nation: Mention) -> bool:
        """Whether a nation can be that of one officer: not in the plural, nor the object of what he says."""
        folded = self._document.words.folded
        verbs = (h.start for h in sentence.of(Verb))
        if any(hit.end <= at < nation.first and not self._definite(at) for at in verbs):
            return False  # أكد سموه دعم الإمارات
        if nation.how == "demonym":
            return not folded[nation.last - 1].endswith(("ين", "ون", "ات"))
        definite = ("ال", "وال", "بال", "لل")
        between = folded[hit.end : nation.first]
        return not folded[hit.end - 1].startswith("ال") or all(
            word.startswith(definite) or word in self._document.language.words("portfolios") | {"في", "لدي"}
            for word in between
        )

    def _stands_before(self, nation: Mention, hit: Hit[Title | Reference]) -> bool:
        """Whether a nation goes with a title behind or around it: глава турецкой дипломатии."""
        if nation.how == "demonym" and hit.start < nation.first < hit.end:
            return True
        apart = not 0 <= hit.start - nation.last <= (nation.how == "demonym")
        if apart or (self._code == "ru" and nation.how != "demonym") or self._is_outlet(nation.id):
            return False
        words = self._document.words
        between = self._document.text[words.ends[nation.last - 1] : words.starts[hit.start]]
        return not any(self._document.breaks[nation.last : hit.start + 1]) and _APART.isdisjoint(between)

    def _is_outlet(self, item: str) -> bool:
        entry = self._vocabulary.items.get(item)
        return isinstance(entry, Organization) and entry.category in ("agency", "outlet")

    def _owned_by(self, hit: Hit[Title | Reference], named: list[Mention]) -> str | None:
        """The state whose office a Russian pronoun says it is: Финляндия …, а ее министр обороны …."""
        before = self._document.words.folded[max(0, hit.start - 1) : hit.start]
        if (
            self._code != "ru"
            or not isinstance(hit.sense, Title)
            or before not in (("ее",), ("его",), ("их",))
        ):
            return None
        states = [
            m for m in named if m.kind == "state" and m.last <= hit.start and m.how in ("name", "metonym")
        ]
        return states[-1].id if states else None

    def _body(self, nation: Mention, role: str | None) -> str:
        """Whose office it is where a nation stands with a title: a ministry's is its state's."""
        entry = self._vocabulary.items.get(nation.id)
        if not isinstance(entry, Organization) or not entry.of:
            return nation.id
        ministry = self._code != "ar" and entry.category == "ministry"
        parliament = self._code == "ar" and role in _OF_PARLIAMENT  # رئيسة مجلس الاتحاد الروسي
        return entry.of if ministry or parliament else nation.id

    def _portfolio(self, start: int, end: int) -> bool:
        """Whether the words between a title and its state may name a portfolio: no particle among them."""
        words = self._document.language.words
        others = words("function_words") - words("portfolios")
        if self._code == "ar":
            others |= words("deeds") | words("that")  # القادة العدوان الإسرائيلي
        return not any(word in others for word in self._document.words.folded[start:end])

    def _allowed_gap(self, hit: Hit[Title | Reference]) -> int:
        if isinstance(hit.sense, Title) and not hit.sense.short and self._departmental(hit.sense.role):
            return _GAP_TO_NATION
        word = self._document.words.folded[hit.end - 1]
        if self._code == "ru" and hit.end - hit.start == 1 and word.endswith("ые"):
            return 0  # военные Израиля, but no military in «военные удары Израиля»
        return 2 if isinstance(hit.sense, Reference) and hit.sense.kind == "side" else 1

    def _departmental(self, role: str) -> bool:
        """Whether a portfolio may stand between title and state: وزير الخارجية والمغتربين السوري."""
        return self._speaks_for_state(role) and self._vocabulary[role].caption.split()[-1] in _DEPARTMENTAL

    def _speaks_for_state(self, role: str) -> bool:
        kind = self._vocabulary.items.get(role)
        return isinstance(kind, RoleKind) and kind.speaks_for_state

    def _named_person(self, first: int, end: int, near: list[Mention], role: str | None) -> Mention | None:
        """The listed person whose name follows a title, or stands right before it in apposition."""
        apposed = role not in _GENERIC_ROLES
        word = self._document.words.folded[first]
        joined = self._code == "ar" and word.startswith("و") and not word.startswith(_TITLES_IN_WAW)
        joined = joined or (self._code == "ar" and word.startswith(("لل", "بال")))  # نقل بوتين للرئيس التركي
        for mention in near:
            if mention.kind != "person":
                continue
            if mention.how == "name" and mention.first == first and mention.last > end:
                return mention  # a title that is listed with the name: الملك محمد السادس
            if (
                self._next_to(end, mention.first)
                or self._titled(role, end, mention, near)
                or (
                    apposed and not joined and mention.last == first and mention.first not in self._with_title
                )
            ):
                return mention
        return None

    def _role_told(self, word: Title | Reference) -> str | None:
        """The office that a title names, or a word for a counterpart; a side has none."""
        if isinstance(word, Title):
            return word.role
        return self._role_of_counterpart() if word.kind == "counterpart" or self._code == "en" else None

    def _role_of_counterpart(self) -> str | None:
        """The office of a counterpart: that of the person named last."""
        if self._code == "ar":
            return None
        latest = max(self._persons.values(), key=lambda m: self._recent.get(m.id, -1), default=None)
        return latest.role if latest else None

    def _next_to(self, end: int, first: int) -> bool:
        """Whether a name follows a title at once, or over a word or two that are no verb (Prince, Sheikh)."""
        if not 0 <= first - end <= 2:
            return False
        if self._code == "en" and self._set_off(end, first):
            return False  # with the president of X, French President Y said
        if self._code == "ar":
            return self._document.language.words("that").isdisjoint(self._document.words.folded[end:first])
        return not any(self._document.breaks[end + 1 : first + 1]) and not self._verbs_between(end, first)

    def _set_off(self, end: int, first: int) -> bool:
        """Whether a comma and more than a rank stand between an English title and a name."""
        between, words = self._document.words.folded[end:first], self._document.language.words
        apart = self._code == "en" and self._document.breaks[end]
        return apart and not (words("ranks") | words("honorifics")).issuperset(between)

    def _verbs_between(self, start: int, end: int) -> bool:
        functions = self._document.language.words("function_words") - self._document.language.words("ranks")
        if any(word in functions for word in self._document.words.folded[start:end]):
            return True
        sentence = next(s for s in self._document.sentences if s.first <= start <= s.last)
        return any(h.sense.form != "noun" and start <= h.start < end for h in sentence.of(Verb))

    def _finite_between(self, start: int, end: int) -> bool:
        sentence = next(s for s in self._document.sentences if s.first <= start <= s.last)
        return any(
            h.sense.form in ("past", "present", "base") and start <= h.start < end for h in sentence.of(Verb)
        )

    def _titled(self, role: str | None, end: int, person: Mention, near: list[Mention]) -> bool:
        """Whether a name further on still belongs to a title: only portfolios between, or the same office."""
        between = range(end, person.first)
        if not 0 < len(between) <= 10 or any(self._document.breaks[end + 1 : person.first - 1]):
            return False
        entry = self._vocabulary.items.get(person.id)
        if self._code != "ar" and (
            any(self._document.breaks[end + 1 : person.first + 1])
            or self._set_off(end, person.first)
            or self._finite_between(end, person.first)
        ):
            return False
        that = self._document.language.words("that") if self._code == "ar" else frozenset[str]()
        if not that.isdisjoint(self._document.words.folded[end : person.first]):
            return False
        words = self._document.language.words
        apart = words("function_words") - words("portfolios") - words("fillers")
        if self._code == "ar" and self._document.words.folded[person.first - 1] in apart:
            return False  # وتطرق الوزير خلال اتصاله مع فلان
        if self._code == "en" and not all(self._of_office(at) for at in between):
            return False  # the Secretary also met with President X
        if isinstance(entry, Person) and any(r.role == role for r in entry.roles):
            return True
        fillers, folded = self._document.language.words("fillers"), self._document.words.folded
        named = {word for m in near for word in range(m.first, m.last)}
        return self._code == "ar" and all(
            folded[at].startswith(("ال", "وال", "بال")) or folded[at] in fillers or at in named
            for at in between
        )

    def _of_office(self, at: int) -> bool:
        """Whether a word between an English title and a name may be of the office: no "also", no "with"."""
        word, words = self._document.words.folded[at], self._document.language.words
        return word in words("office_joins") or word not in words("particles") | words("prepositions")

    def _latest(self, people: list[Mention]) -> Mention | None:
        """Whoever was named last, in Russian as who acts: Вучич принял Путина. Глава государства …."""
        latest = max(people, key=lambda m: self._recent.get(m.id, -1), default=None)
        if self._code != "ru" or latest is None or self._acted.get(latest.id) == self._recent.get(latest.id):
            return latest
        at = self._recent.get(latest.id, -1)
        acting = [m for m in people if 0 < at - self._acted.get(m.id, at) <= _RECEIVED]
        return max(acting, key=lambda m: self._acted[m.id], default=latest)

    def _without_nation(
        self, sentence: Sentence, hit: Hit[Title | Reference], named: list[Mention]
    ) -> Mention | None:
        """A title with a name alone, or with neither: the office's holder in this article, or at home."""
        if not isinstance(hit.sense, Title):
            return None
        if not self._speaks_for_state(hit.sense.role):
            return self._expert(sentence, hit)
        role = hit.sense.role
        told = self._explained(sentence, hit.start, named)
        if told and self._home and self._code != "ar" and self._of_a_body(hit.end):
            return self._new_person(*told, self._home, role)
        if told and self._code == "ar" and not hit.sense.short and (body := self._body_of_office(role)):
            return replace(self._new_person(*told, body, role), last=hit.end)
        if (role in _GENERIC_ROLES and hit.sense.short) or self._of_another_body(sentence, hit):
            return None
        definite = self._code != "ar" or "ال" in self._document.words.folded[hit.end - 1][:3]
        name_end = self._unknown_name(sentence, hit.end) if definite else hit.end
        if name_end > hit.end and not hit.sense.short:
            body = self._body_of_office(role) or self._opening_state(sentence, hit, named)
            return self._new_person(hit.start, hit.end, name_end, body, role)
        if not definite or self._goes_on_naming(hit):
            return None
        envoys = self._code == "ru" and role in (_UN_ENVOY, _ENVOY)
        same = [m for m in self._persons.values() if self._holds(m, role) or (envoys and m.role == _ENVOY)]
        word = self._head_word(hit)
        same = [m for m in same if word and self._called.get(m.id) == word] or same
        ours = self._code == "ar" or self._capitalised(hit.start)  # Президент, as an office writes of its own
        at_home = [m for m in same if m.state == self._home and ours]
        at_home = [m for m in at_home if self._same_gender(m, hit)] or at_home
        latest = at_home[0] if at_home else self._latest(same)
        if latest:
            return replace(latest, first=hit.start, last=hit.end, how="title", name=None)
        if self._home and not hit.sense.short and role not in _GENERIC_ROLES:
            return self._office_holder(hit.start, hit.end, self._home, role)
        return None

    def _opening_state(
        self, sentence: Sentence, hit: Hit[Title | Reference], named: list[Mention]
    ) -> str | None:
        """The state of which an English sentence says where it stands before an official closes it.

        Kazakhstan supports the plan, Deputy Foreign Minister X said.
        """
        opens = next((m for m in named if m.first <= sentence.first + 1), None)
        if (
            self._code != "en"
            or opens is None
            or opens.kind != "state"
            or not self._document.breaks[hit.start]
        ):
            return None
        stands = (h for h in sentence.of(Verb) if h.start == opens.last and h.sense.form == "present")
        return opens.id if any(h.sense.says for h in stands) else None

    def _goes_on_naming(self, hit: Hit[Title | Reference]) -> bool:
        """Whether an adjective behind an Arabic office says whose it is: رئيس البرلمان الأفريقي."""
        if self._code != "ar" or hit.end - hit.start < _BODY_NAMED or hit.end >= len(self._document.words):
            return False
        word, words = self._document.words.folded[hit.end], self._document.language.words
        adjective = word.startswith("ال") and word.endswith(("ي", "يه"))
        adjective = adjective and not self._document.breaks[hit.end]
        return adjective and word not in words("fillers") | words("function_words")

    def _holds(self, person: Mention, role: str) -> bool:
        """Whether somebody named holds an office: in Arabic also beside that by which he was introduced."""
        entry = self._vocabulary.items.get(person.id)
        also = self._code == "ar" and isinstance(entry, Person) and person.state is not None
        held = entry.roles if also and isinstance(entry, Person) else ()
        of_state = (r.role for r in held if r.of == person.state and r.held_on(self._day))
        return person.role == role or role in of_state

    def _of_a_body(self, at: int) -> bool:
        """Whether a body of a government follows an office: a spokesperson for the Council's Office."""
        words = self._document.words.folded[at : at + _OF_BODY]
        return words[:1] in (("for",), ("of",)) and not self._document.language.words(
            "state_bodies"
        ).isdisjoint(words)

    def _body_of_office(self, role: str) -> str | None:
        """Whose office it is where nothing says so: a secretary general's bloc, else the state at home."""
        if self._code != "ar" or not role.endswith("secretary-general"):
            return self._home
        blocs = [item for item in self._recent if item.startswith("bloc:")]
        bloc = max(blocs, key=lambda item: self._recent[item], default=None)
        return "bloc:UN" if bloc in (None, *_UN) else bloc

    def _same_gender(self, person: Mention, hit: Hit[Title | Reference]) -> bool:
        """Whether an Arabic title's form fits a person: المتحدثة is a woman."""
        entry = self._vocabulary.items.get(person.id)
        woman = self._document.words.folded[hit.start].endswith("ه")
        return not isinstance(entry, Person) or (entry.gender == "f") is woman

    def _bygone(self, first: int) -> bool:
        """Whether a word before a title says that the office is held no more: former prime minister."""
        if first == 0 or self._document.breaks[first]:
            return False  # decide their future, President X said
        return self._document.words.folded[first - 1] in self._document.language.words("bygone")

    def _of_late(self, sentence: Sentence, mention: Mention) -> Mention:
        """A person, in his own name where English commas say what he was: X, a former minister of Y.

        Not where he is known to hold another office by now.
        """
        entry = self._vocabulary.items.get(mention.id)
        if self._code != "en" or mention.kind != "person" or mention.role is None:
            return mention
        if isinstance(entry, Person) and any(r.held_on(self._day) for r in entry.roles if self._day):
            return mention
        bygone, folded = self._document.language.words("once_held"), self._document.words.folded
        behind = folded[mention.last : min(mention.last + _TO_BYGONE, sentence.last)]
        set_off = mention.last < sentence.last and self._document.breaks[mention.last]
        late = set_off and not bygone.isdisjoint(behind)
        return replace(mention, role=None, state=None) if late else mention

    def _bygone_between(self, end: int, name: int) -> bool:
        """Whether a word between an Arabic title and a name says the same: رئيس البرلمان السابق فلان."""
        between = self._document.words.folded[end:name]
        return not self._document.language.words("bygone").isdisjoint(between)

    def _of_another_body(self, sentence: Sentence, hit: Hit[Title | Reference]) -> bool:
        """Whether "of" opens a body that no vocabulary lists: the president of the Association of …."""
        words, folded = self._document.language.words, self._document.words.folded
        at = hit.end
        if self._code != "en" or at + 1 >= sentence.last or folded[at] != "of":
            return False
        at += 1 + (folded[at + 1] in _ARTICLES)
        return at < sentence.last and folded[at] not in words("home_nouns")

    def _head_word(self, hit: Hit[Title | Reference]) -> str | None:
        """The word by which an office is called for short: the Secretary is no foreign minister."""
        words = self._document.words.folded[hit.start : hit.end]
        return next((word for word in words if word in self._document.language.words("title_heads")), None)

    def _expert(self, sentence: Sentence, hit: Hit[Title | Reference]) -> Mention | None:
        """Somebody who speaks for himself, with his affiliation between title and name."""
        names, first_names = self._document.language.name_words, self._document.language.words("first_names")
        learned = self._document.language.words("learned_titles")
        folded = self._document.words.folded
        for at in range(hit.end, min(hit.end + _AFFILIATION, sentence.last)):
            if self._code == "ar" and folded[at] in self._document.language.words("that"):
                break  # يرى الخبير أن الرئيس فلان يرفض: of him it is told
            further = folded[at] in learned or at in self._title_starts
            if self._code == "ar" and self._document.breaks[at] and further:
                continue
            if self._document.breaks[at] or (self._code != "ar" and self._verbs_between(hit.end, at + 1)):
                break
            honoured = folded[at - 1] in learned
            named = honoured or folded[at] in names or folded[at] in first_names
            end = self._unknown_name(sentence, at) if named else at
            if end - at >= 2:
                return self._new_person(
                    hit.start, at, end, None, hit.sense.role if isinstance(hit.sense, Title) else None
                )
        return self._quoted_expert(sentence, hit)

    def _quoted_expert(self, sentence: Sentence, hit: Hit[Title | Reference]) -> Mention | None:
        """An Arabic expert whose name is of no known words: right before "that", his trade behind a verb."""
        if self._code != "ar" or not self._says(sentence, hit.start - 1) or not self._definite(hit.start):
            return None
        that, folded = self._document.language.words("that"), self._document.words.folded
        reach = range(hit.end, min(hit.end + _AFFILIATION, sentence.last))
        end = next((at for at in reach if folded[at] in that or self._document.breaks[at]), hit.end)
        start = end - _FULL_NAME
        named = (self._arabic_may_name(sentence, at) and not self._definite(at) for at in range(start, end))
        if start < hit.end or not all(named):
            return None
        return self._new_person(hit.start, start, end, None, self._role_told(hit.sense))

    def _unknown_name(self, sentence: Sentence, start: int) -> int:
        """Where a name that no vocabulary lists ends, if one begins at word `start`."""
        end = start
        while end < sentence.last and end - start < _LONGEST_NAME and self._may_name(sentence, end, start):
            end += 1
        if end - start >= 2 and (self._code != "ar" or self._arabic_name(sentence, start, end)):
            return end
        return end if end - start == 1 and self._code != "ar" else start

    def _arabic_name(self, sentence: Sentence, start: int, end: int) -> bool:
        """Whether words read as a name: no article or conjunction in front, then a stop or particle."""
        folded = self._document.words.folded
        if folded[start].startswith(("ال", "وال", "بال", "لل")) or any(
            w.startswith(("وال", "بال", "لل")) for w in folded[start:end]
        ):
            return False
        if folded[start] in self._document.language.words("congratulated_on"):
            return False  # هنأ نظيره الكازاخستاني بعيد الجمهورية
        names = self._document.language.name_words
        if any(word[0] == "و" and len(word) > 4 and word not in names for word in folded[start:end]):
            return False
        if any(
            h.sense.strength == "strong" and not h.sense.id.startswith("person:") and start <= h.start < end
            for h in sentence.of(Name)
        ):
            return False  # المسؤول معاهدة الأمم المتحدة
        if any(
            word.endswith(("هم", "ها", "هما", "نا")) and len(word) > 4 and word not in names
            for word in folded[start:end]
        ):
            return False
        parted = end == sentence.last or self._document.breaks[end] or self._clings(end)
        return parted or not self._arabic_may_name(sentence, end)

    def _may_name(self, sentence: Sentence, at: int, start: int) -> bool:
        words, text = self._document.words, self._document.text
        if at > start and (self._document.breaks[at] or (self._code == "ar" and self._clings(at))):
            return False
        gap = text[words.ends[at - 1] : words.starts[at]]
        if at == start and (gap.strip(" ،,-–—") != "" or (self._code != "ar" and "," in gap)):
            return False
        raw = text[words.starts[at] : words.ends[at]]
        if at > start and gap == "-" and self._code == "en":
            return True  # Jae-woong
        if self._code != "ar":
            functions = self._document.language.words("function_words")
            named = raw[0].isupper() and words.folded[at] not in functions and not self._says(sentence, at)
            return named and words.folded[at] not in self._document.language.words("title_heads")
        return self._arabic_may_name(sentence, at)

    def _clings(self, at: int) -> bool:
        """Whether a preposition and the article stand before an Arabic word: قال فلان للجزيرة."""
        return self._document.words.folded[at].startswith(("لل", "بال", "وال"))

    def _says(self, sentence: Sentence, at: int) -> bool:
        """Whether a word is a finite verb, as a headline's with its capitals: Foreign Minister Calls For."""
        return any(h.start == at and h.sense.form in ("past", "present") for h in sentence.of(Verb))

    def _arabic_may_name(self, sentence: Sentence, at: int) -> bool:
        word = self._document.words.folded[at]
        language = self._document.language
        functions = language.words("function_words") | language.words("that")
        if word.isdigit() or (word in functions and not self._first_name_too(sentence, at)):
            return False
        return not any(
            hit.start <= at < hit.end and isinstance(hit.sense, Verb | Title | Topic | Reference | Cue)
            for hit in sentence.hits
        )

    def _first_name_too(self, sentence: Sentence, at: int) -> bool:
        """Whether a preposition is Ali, spelled the same: behind a title, before another name."""
        words, names = self._document.words, self._document.language.words("first_names_too")
        raw = self._document.text[words.starts[at] : words.ends[at]]
        titled = any(0 <= at - h.end < _BESIDE_NAME for h in sentence.of(Title))
        return raw in names and titled and at + 1 < sentence.last and self._arabic_may_name(sentence, at + 1)

    def _new_person(self, first: int, start: int, end: int, body: str | None, role: str | None) -> Mention:
        name = self._document.span(start, end).text
        known = self._named_before(name, role)
        if known:
            return replace(known, first=first, last=end, how="name")
        listed = meant(name, self._code, self._vocabulary.officers(body)) if body else None
        if listed:
            held = self._role_here(listed)
            office = held.role if held and held.of == body else None
            person = Mention(first, end, listed.id, "name", body, role or office)
            self._unlisted[name.split()[-1]] = person  # as the article spells it
            return person
        return Mention(first, end, f"person:{slug(name, self._code)}", "title", body, role, name)

    def _definite(self, at: int) -> bool:
        return self._document.words.folded[at].startswith(("ال", "وال", "بال", "لل", "فال"))

    def _named_before(self, name: str, role: str | None) -> Mention | None:
        """The person in that office whose fuller name was given: King Abdullah, of Abdullah II."""
        if self._code == "ar":
            return None
        words = set(fold_name(name).split())
        for mention in self._persons.values():
            entry = self._vocabulary.items.get(mention.id)
            full = entry.name.get(self._code, "") if entry else mention.name or ""
            if mention.role == role and words < set(fold_name(full).split()):
                return mention
        return None

    def _introduced(self, body: str | None, role: str | None) -> Mention | None:
        """The person of a body whom the article has named already: in that office, else the latest."""
        exact = self._office_holders.get((body or "", role or ""))
        if exact:
            return self._persons[exact]
        kind = self._vocabulary.items.get(role or "")
        if isinstance(kind, RoleKind) and kind.rank >= _OWN_OFFICE and role not in _GENERIC_ROLES:
            return None
        of_body = [m for m in self._persons.values() if m.state == body]
        of_body = [m for m in of_body if self._same_office(role, m.role)] or (of_body if role is None else [])
        return max(of_body, key=lambda m: self._recent.get(m.id, -1), default=None)

    def _same_office(self, role: str | None, held: str | None) -> bool:
        """Whether a general title (the minister) fits an office held (foreign minister)."""
        general, exact = (self._vocabulary.items.get(item or "") for item in (role, held))
        return bool(general and exact and exact.caption.endswith(general.caption)) or role in (
            "official",
            None,
        )

    def _office_holder(self, first: int, end: int, body: str | None, role: str | None) -> Mention | None:
        """Whoever held the office on the article's day, else the body itself."""
        if body is None or role is None:
            return Mention(first, end, body, "counterpart") if body else None
        kind = self._vocabulary.items.get(role)
        unnamed = self._code == "ar" and role.endswith("spokesperson") and not self._definite(first)
        if isinstance(kind, RoleKind) and kind.rank >= _OWN_OFFICE and not unnamed:
            person = self._vocabulary.in_office(body, role, self._day)
            if person:
                return Mention(first, end, person, "title", body, role)
        return Mention(first, end, body, "title", body, role)

    # --- later mentions of persons that no vocabulary lists --------------------------------------

    def _later_surnames(self, sentence: Sentence, covered: set[int]) -> list[Mention]:
        found = []
        words = self._document.words
        for at in range(sentence.first, sentence.last):
            if at in covered or not self._unlisted:
                continue
            raw = self._document.text[words.starts[at] : words.ends[at]]
            known = self._unlisted.get(raw)
            if known:
                first = self._with_first_names(known, sentence, at)
                found.append(replace(known, first=first, last=at + 1, how="surname"))
        return found

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
        narrators = Narrators(self._document, sentence)
        at = sentence.first
        while at < sentence.last:
            end = self._name_end(sentence, at, taken)
            told = range(end, min(end + _TRADE_WITHIN, sentence.last))
            opens = (
                at == sentence.first
                or breaks[at]
                or folded[at - 1] in ("said", "and", "by", "to", "told", "as")
            )
            does = any(folded[i] in trades and not any(breaks[end + 1 : i + 1]) for i in told)
            if end - at >= 2 and opens and does and breaks[end]:
                yield self._new_person(at, at, end, None, None)
            elif end - at >= 2 and at > sentence.first and folded[at - 1] in trades_before and not breaks[at]:
                yield self._new_person(at - 1, at, end, None, None)
            elif end - at >= 2 and narrators.tells(at, end):
                yield self._with_brackets(sentence, self._new_person(at, at, end, None, None))
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

    def _name_end(self, sentence: Sentence, start: int, taken: set[int]) -> int:
        """Where a run of two or three words ends that are written like a name and name nobody else."""
        end = start
        while end < min(start + _NAME_OF, sentence.last) and self._name_word(end, taken):
            if end > start and (self._document.breaks[end] or opens_bracket(self._document, end)):
                break
            end += 1
        return end

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


def _longest(names: tuple[Hit[Name], ...]) -> list[Hit[Name]]:
    """Names without those that lie inside a longer one."""
    taken: dict[int, tuple[int, int]] = {}
    kept = []
    for hit in sorted(names, key=lambda hit: (hit.start - hit.end, hit.start)):
        span = (hit.start, hit.end)
        if all(taken.get(word, span) == span for word in range(*span)):
            kept.append(hit)
            taken.update(dict.fromkeys(range(*span), span))
    return sorted(kept, key=lambda hit: hit.start)


_ARABIC_LATIN = dict(
    zip(
        "ابتثجحخدذرزسشصضطظعغفقكلمنهويةىءأإآؤئ",
        "a b t th j h kh d dh r z s sh s d t z a gh f q k l m n h w y a a  a i a u i".split(" "),
        strict=True,
    )
)
_CYRILLIC_LATIN = dict(
    zip(
        "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
        "a b v g d e e zh z i y k l m n o p r s t u f kh ts ch sh shch  y  e yu ya".split(" "),
        strict=True,
    )
)


def slug(name: str, code: str) -> str:
    """A name as the tail of an id: transliterated, lower case, hyphens between words."""
    table = {"ar": _ARABIC_LATIN, "ru": _CYRILLIC_LATIN}.get(code, {})
    plain = unicodedata.normalize("NFD", name.casefold())
    latin = "".join(table.get(letter, letter) for letter in unicodedata.normalize("NFC", plain))
    ascii_only = unicodedata.normalize("NFKD", latin).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", ascii_only).strip("-") or "unnamed"
