"""Which actor or place a name means: a strong name links alone, a weak one where the article supports it."""

from __future__ import annotations

from collections import defaultdict
from operator import attrgetter

from loaders.reading.document import Sentence
from loaders.reading.language import Name
from loaders.reading.mentions import Mention
from loaders.reading.naming.introduced import STEM, Introduced
from loaders.reading.spelling import in_full, like
from loaders.reading.text import fold_name
from ontology.vocabulary import Bloc, Organization, Person, Place

_APOSTROPHES = ("'", "’")
LETTERS = 2  # so many capitals at least stand for a body
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
_place = attrgetter("first")
_PHRASE = 2  # words of "the Assembly", which says less than "the General Assembly"
_DAMMA = "\u064f"  # the vowel that only Oman has: عُمان


class Names(Introduced):
    """Resolves the names of a sentence."""

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

    def _resolve(self, start: int, end: int, senses: list[Name]) -> Mention | None:
        senses = [sense for sense in senses if not self._only_letters(start, end, sense)]
        states = [sense.id for sense in senses if sense.strength == "metonym"]
        countries = [s.id for s in senses if s.strength == "weak" and s.id.startswith("state:")]
        if states and countries and self._code == "ar" and self._country_meant(start, countries[0], states):
            return self._mention(start, end, countries[0], "name")
        if states:
            places = [sense.id for sense in senses if sense.id.startswith("place:")]
            return self._capital(start, end, places, states)
        seats = [s.id for s in senses if s.strength == "weak" and s.id.startswith("bloc:")]
        governs = self._code != "en" or self._acts_next(end)
        spoken_of = bool(seats) and (seats[0] in self._strong or self._opens_russian_clause(start))
        if seats and governs and spoken_of and not self._as_place(start):
            return self._mention(start, end, seats[0], "metonym")  # Брюссель, where the EU is spoken of
        for strength in ("strong", "surname", "weak", "anaphora", "loose", "demonym"):
            ids = [sense.id for sense in senses if sense.strength == strength]
            read_as = "anaphora" if strength == "loose" else strength
            mention = self._by_strength(start, end, read_as, ids) if ids else None
            if mention:
                return mention
        return None

    def _country_meant(self, start: int, country: str, capital_of: list[str]) -> bool:
        """Whether a word is a country and not a capital written alike: السعودية وعمان, عُمان, not عمّان.

        Where neither is told of elsewhere, the country: a capital stands for a state that the article names.
        """
        spoken_of = self._nations | self._strong
        word = self._document.text[self._document.words.starts[start] :][:6]
        if start in self._state_edges or _DAMMA in word:
            return True
        return country in spoken_of or spoken_of.isdisjoint(capital_of)

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
                else self._mention(self._realm_start(start, ids[0]), end, ids[0], "name")
            )
        if strength == "demonym":
            return Mention(start, end, ids[0], "demonym")
        ids = [item for item in ids if not self._of_another_nation(end, item)]
        if not ids:
            return None
        supported = [i for i in ids if i in self._strong or i in self._persons or i in self._by_ministry]
        if self._code == "en" and strength == "anaphora" and (latest_bloc := self._bloc_named_last(end)):
            return self._mention(start, end, latest_bloc, "anaphora")
        if self._code == "en" and strength == "anaphora":
            supported = supported or [i for i in ids if i in self._recent]
        if strength == "weak" and self._code == "en" and start in self._state_edges:
            supported = supported or [i for i in ids if self._of_named_state(i)]  # Brazil's Lula
        if strength in ("weak", "anaphora") and ids[0] == "bloc:UNSC" and self._of_the_un(start, end):
            supported = ids[:1]
        in_full = strength == "weak" or (strength == "anaphora" and end - start > _PHRASE)
        supported = supported or [i for i in ids if in_full and self._of_named_bloc(end, i)]
        if strength == "surname" and self._of_namesake(start, (supported or ids)[-1]):
            return None
        if self._code == "en" and strength in ("weak", "anaphora"):
            ids = [i for i in ids if not (i.startswith("person:") and self._of_namesake(start, i))]
            supported = [i for i in supported if i in ids]
        if not ids:
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

    def _realm_start(self, start: int, item: str) -> int:
        """Where the name of an Arabic state begins, with what kind of state it is: لجمهورية مالاوي."""
        if self._code != "ar" or not item.startswith("state:") or start == 0 or self._document.breaks[start]:
            return start
        before, realms = self._document.words.folded[start - 1], self._document.language.words("realms")
        return start - any(form in realms for form in (before, before[1:], before[2:]))

    def _of_another_nation(self, end: int, item: str) -> bool:
        """Whether an Arabic adjective says that a body is not that of the state at home: … الكينية."""
        entry, nation = self._vocabulary.items.get(item), self._adjectives.get(end)
        of = entry.of if isinstance(entry, Organization) else None
        return self._code == "ar" and nation is not None and of is not None and nation != of

    def _spelt_anew(self, start: int, end: int, item: str) -> bool:
        """Whether an Arabic word is but a person's surname in another spelling: ميدفيديف, مدفيديف."""
        entry = self._vocabulary.items.get(item)
        if self._code != "ar" or end - start > 1 or not isinstance(entry, Person) or entry.weak_surname:
            return False
        word, listed = self._document.words.folded[start], fold_name(entry.surname.get("ar", ""))
        return min(len(word), len(listed)) > STEM and word[0] == listed[0] and like(word, listed)

    def _of_namesake(self, start: int, item: str) -> bool:
        """Whether a first name before an English surname is of somebody else: Derek O'Brien, of Robert."""
        entry, words, language = (
            self._vocabulary.items.get(item),
            self._document.words,
            self._document.language,
        )
        at = start - 1
        if not isinstance(entry, Person) or at < self._sentence_first or self._document.breaks[start]:
            return False
        if self._code == "ar":
            return self._of_another_country(entry, at)
        if self._code != "en":
            return False
        word, raw = words.folded[at], self._document.text[words.starts[at] : words.ends[at]]
        gap = self._document.text[words.ends[at] : words.starts[start]]
        no_name = at in self._said_here or word in language.verb_forms or word in language.words("honorifics")
        no_name = no_name or any(word in language.words(kind) for kind in _NO_FIRST_NAMES)
        if no_name or len(raw) < LETTERS + 1 or not raw.istitle() or gap.strip(".") != " ":
            return False
        firsts = {w for name in entry.strong_names("en") for w in fold_name(name).split()[:-1]}
        initials = {first[0] for first in firsts}
        earlier = (
            words.folded[at - 1] if at > self._sentence_first and not self._document.breaks[at] else word
        )
        others = initials.isdisjoint((word[0], earlier[0]))
        return bool(firsts) and others and not any(like(word, first) for first in firsts)

    def _of_another_country(self, person: Person, first_name: int) -> bool:
        """Whether an Arabic adjective before a first name says of which other country its bearer is."""
        if first_name <= self._sentence_first or self._document.breaks[first_name]:
            return False  # … الأراضي السورية. وقال فيدان: the adjective is of the sentence before
        nation = self._adjectives.get(first_name - 1)
        return nation is not None and all(role.of != nation for role in person.roles) and bool(person.roles)

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

    def _of_named_bloc(self, end: int, item: str) -> bool:
        """Whether it is an organ of a bloc that the article names, no other named right behind it."""
        entry, words = self._vocabulary.items.get(item), self._document.words
        if not isinstance(entry, Bloc) or entry.of not in self._strong:
            return False
        if end >= len(words) or self._document.breaks[end]:
            return True
        if self._code == "ar":
            return not words.folded[end].startswith("لل")  # الجمعية العامة للاتحاد
        capital = self._document.text[words.starts[end]].isupper()
        return words.folded[end] != "of" and not (self._code == "ru" and capital)

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
