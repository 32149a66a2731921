"""What the form and the place of a word say in Russian and English: cases, possessives, prepositions.

Reads words, mentions and hits; answers questions about single words for those who look for subjects.
"""

from __future__ import annotations

from loaders.reading.document import Document, Sentence
from loaders.reading.inflection import russian_forms
from loaders.reading.language import Reference
from loaders.reading.mentions import Mention
from loaders.reading.patterns import Hit
from loaders.reading.text import WORD, fold
from ontology.vocabulary import Entry, Person, RoleKind, State

_SHORT = 3  # letters of a first name from which two may be its ending
_SHORT_DATING, _LONG_DATING = 3, 5  # words of a date: от 3 мая; от 3 мая 2021 года
PARTICLES = 6  # words that may stand between a subject and its verb
_DASHES = frozenset("—–-")
_TITLES: dict[str, frozenset[str]] = {}  # by the version of the vocabulary


class Grammar:
    """The words of one document as the grammar of its language sees them."""

    def __init__(self, document: Document, mentions_ending: dict[int, Mention]) -> None:
        self._document = document
        self._language = document.language
        self._vocabulary = document.vocabulary
        self._ends = mentions_ending
        self._russian = document.language.code == "ru"
        words = document.language.words
        self._particles = words("particles")
        self._modals = words("modals")
        self._joins = words("joins")
        self._prepositions = words("prepositions")
        self._determiners = words("determiners")
        self._side_nouns = words("side_nouns")
        self.asides = frozenset(phrase.split()[0] for phrase in words("asides"))
        self._apart = (
            words("fillers") | words("that") | words("joins") | words("conjunctions") | self._prepositions
        )
        self._gatherings = words("bloc_gatherings")
        self._nominatives: dict[str, frozenset[str]] = {}
        self._title_words = self._titles() if self._russian else frozenset[str]()

    def _titles(self) -> frozenset[str]:
        """The first words of all titles, as they stand in the nominative."""
        version = self._vocabulary.version
        if version not in _TITLES:
            roles = self._vocabulary.of_type(RoleKind)
            named = (names.get("ru", ()) for role in roles for names in (role.titles, role.short))
            first = (WORD.search(title) for titles in named for title in titles)
            _TITLES[version] = frozenset(fold(word.group()) for word in first if word)
        return _TITLES[version] | self._language.words("title_nominatives")

    def particle(self, at: int) -> bool:
        """Whether a word may stand between a subject and its verb."""
        word = self._document.words.folded[at]
        adverb = (
            word.endswith("но") and len(word) > 5 if self._russian else word.endswith("ly") and len(word) > 4
        )
        return word in self._particles or adverb

    def past_particles(self, start: int, at: int) -> tuple[int, bool]:
        """Where the words between subject and verb begin, and whether an auxiliary is among them."""
        helped = False
        first = at
        breaks = self._document.breaks
        while first > max(start, at - PARTICLES) and first not in self._ends and self.particle(first - 1):
            if breaks[first]:
                break
            first -= 1
            helped = helped or self._document.words.folded[first] in self._modals
        return first, helped

    def before_dating(self, at: int, start: int) -> int:
        """Where the date of a text begins that ends at a word: в коммюнике МИД от 3 мая говорится."""
        words = self._document.words.folded
        for first in range(at - _SHORT_DATING, max(start, at - _LONG_DATING - 1), -1):
            if words[first] == "от" and words[first + 1].isdigit() and first in self._ends:
                return first
        return at

    def is_relative(self, sentence: Sentence, at: int) -> bool:
        """Whether a word is a relative pronoun."""
        return any(hit.start == at and hit.sense.kind == "relative" for hit in sentence.of(Reference))

    def possessive(self, at: int) -> bool:
        """Whether an English word carries a possessive: Russia's."""
        return not self._russian and self._document.possessive(at)

    def preposition(self, at: int) -> bool:
        """Whether a word is a preposition."""
        return self._document.words.folded[at] in self._prepositions

    def governed(self, sentence: Sentence, first: int, *, listed: bool = False) -> bool:
        """Whether a preposition stands before a name, or before the first of a list that it ends."""
        words = self._document.words.folded
        at = first - 1
        while at > sentence.first and not self._document.breaks[at + 1] and words[at] in self._determiners:
            at -= 1
        if (
            at >= sentence.first
            and self._document.breaks[at + 1]
            and listed
            and (other := self._ends.get(at + 1))
        ):
            return self.governed(sentence, other.first, listed=True)
        if at < sentence.first or self._document.breaks[at + 1]:
            return False
        if words[at] in self._joins and (other := self._ends.get(at)) and other.first >= sentence.first:
            if not self._russian and self._document.breaks[at] and not self._document.breaks[other.first]:
                return False  # of the president, and the minister said: a clause of its own, no list
            other = self._at_home(other)
            return self.governed(sentence, other.first, listed=not self._russian)
        return words[at] in self._prepositions

    def _at_home(self, mention: Mention) -> Mention:
        """The person who is said to be of a state: Xi Jinping of China."""
        of = mention.first - 1
        person = self._ends.get(of) if not self._russian and of > 0 else None
        named = person is not None and person.kind == "person" and self._document.words.folded[of] == "of"
        return person if person is not None and named else mention

    def oblique(self, mention: Mention) -> bool:
        """Whether a Russian name stands in a case that no subject has."""
        if not self._russian:
            return False
        words = self._document.words.folded[mention.first : mention.last]
        if mention.how == "side":
            return self._side_nouns.isdisjoint(words)
        if mention.how in ("title", "counterpart") or words[0] in self._title_words:
            return not any(word in self._title_words for word in words[:2])
        if len(words) > 1 and mention.role and any(fold(word) in self._title_words for word in words[:2]):
            return False
        known = self.own_words(mention.id)
        if mention.kind == "person" and len(words) > 1 and _bent(words[0], known):
            return True  # Каю Каллас, Нарендрой Моди
        of_body = mention.kind in ("bloc", "org", "state") and mention.how != "anaphora"
        return bool(known) and not any(word in known for word in (words[:1] if of_body else words))

    def fixed(self, mention: Mention) -> bool:
        """Whether a name has no cases by which one could tell: США, НАТО, Перу."""
        raw = self._document.span(mention.first, mention.last).text
        named = mention.how in ("name", "anaphora", "metonym")
        return raw.isupper() or (named and russian_forms(fold(raw)) == (fold(raw),))

    def genitive(self, sentence: Sentence, mention: Mention) -> bool:
        """Whether a name without cases stands right behind a noun, whose it is: решение США, удары НАТО."""
        at = mention.first - 1
        if not self._russian or at < sentence.first or self._document.breaks[mention.first]:
            return False
        if mention.kind == "person" and mention.last - mention.first > 1:
            return False  # вето Венгрии Кая Каллас сочла …
        word = self._document.words.folded[at]
        met = mention.kind in ("bloc", "org") and word in self._gatherings  # на саммите ШОС
        apart = self.dash_before(mention.first) or self.particle(at) or (word in self._apart and not met)
        return self.fixed(mention) and not apart and len(word) > 3 and word.isalpha()

    def own_words(self, item: str) -> frozenset[str]:
        """The words of an entry's names, as they stand in the nominative."""
        if item not in self._nominatives:
            entry = self._vocabulary.items.get(item)
            names = _names(entry) if entry else ()
            self._nominatives[item] = frozenset(fold(word) for name in names for word in WORD.findall(name))
        return self._nominatives[item]

    def dash_before(self, at: int) -> bool:
        """Whether a dash stands before a word, set off from it: «…», — заявил."""
        words = self._document.words
        if at == 0:
            return False
        between = self._document.text[words.ends[at - 1] : words.starts[at]]
        return len(between) > 1 and not _DASHES.isdisjoint(between)

    def as_example(self, at: int) -> bool:
        """Whether a comma and "as" stand before a name: такие страны, как Китай."""
        return at > 1 and self._document.words.folded[at - 1] == "как" and self._document.breaks[at - 1]

    def hyphened(self, at: int) -> bool:
        """Whether a hyphen joins a word to the one before: so-called, two-state."""
        words = self._document.words
        return 0 < at < len(words) and self._document.text[words.ends[at - 1] : words.starts[at]] == "-"

    def nominative_title(self, hit: Hit[object]) -> bool:
        """Whether a title stands as a subject does."""
        return not self._russian or self._document.words.folded[hit.start] in self._title_words


def _bent(word: str, known: frozenset[str]) -> bool:
    """Whether a first name stands in another case than those known: Каю, of Кая."""
    if word in known:
        return False
    stems = {word[:-1], word[:-2]} if len(word) > _SHORT else {word[:-1]}
    return any(
        other.startswith(stem) and len(other) - len(stem) < _SHORT for other in known for stem in stems
    )


def _names(entry: Entry) -> tuple[str, ...]:
    names = (*entry.strong_names("ru"), *entry.weak_names("ru"))
    if isinstance(entry, Person):
        names = (*names, *entry.surnames("ru"))
    if isinstance(entry, State):
        names = (*names, *entry.metonym.get("ru", ()), *entry.people.get("ru", ()))
    return names
