"""What an article has introduced so far: persons, offices, states, and where each was named last."""

from __future__ import annotations

from dataclasses import replace

from loaders.reading.document import Document
from loaders.reading.language import Name
from loaders.reading.mentions import Mention
from loaders.reading.naming.home import home_state
from loaders.reading.patterns import Hit
from loaders.reading.text import fold, fold_name
from ontology.vocabulary import Organization, Person, Role, RoleKind

_SPELT = 6  # letters of an Arabic word that is somebody's name and hardly another word
_RECEIVED = 8  # words from who acts to the person with whom he does it
_CASE_VOWELS = "ауеы"
_CASES = ("а", "у", "ым", "ом", "е", "ой", "ого", "ому", "й")
_INSTRUMENTALS = ("овым", "евым", "иным", "ковым", "яном")
STEM = 4  # letters of a surname to which a case may be put
OWN_OFFICE = 70  # rank from which one person at a time holds an office
_DEPARTMENTAL = frozenset({"minister", "spokesperson", "representative", "secretary", "envoy", "ambassador"})
_FAMILY_NAME_FIRST = frozenset({"state:CN", "state:KR", "state:KP", "state:TW", "state:VN"})
GENERIC_ROLES = frozenset({"minister", "official"})


class Introduced:
    """Remembers, sentence by sentence, which actors the article has introduced."""

    def __init__(self, document: Document, day: str | None) -> None:
        self._document = document
        self._day = day
        self._vocabulary = document.vocabulary
        self._code = document.language.code
        self._named = {sentence.index: _longest(sentence.of(Name)) for sentence in document.sentences}
        self._strong = {
            hit.sense.id for hits in self._named.values() for hit in hits if hit.sense.strength == "strong"
        }
        nations = [
            hit
            for sentence in document.sentences
            for hit in sentence.of(Name)
            if hit.sense.strength in ("demonym", "people")
        ]
        self._nations = {hit.sense.id for hit in nations}
        self._adjectives = {hit.start: hit.sense.id for hit in nations if hit.sense.strength == "demonym"}
        self._office_holders: dict[tuple[str, str], str] = {}
        self._persons: dict[str, Mention] = {}
        self._unlisted: dict[str, Mention] = {}
        self._title_starts: set[int] = set()
        self._called: dict[str, str] = {}  # by which word for his office each person was introduced
        self._recent: dict[str, int] = {}  # where each actor was last named
        self._acted: dict[str, int] = {}  # and each Russian person in the nominative
        self._states: dict[str, int] = {}  # where each state was named last, or somebody of it
        self._by_ministry: set[str] = set()  # states whose ministry was named
        self._home = home_state(document, self._named)
        self._styled: dict[tuple[str, ...], Mention] = {}  # who was named last behind each style
        self._front: str | None = None
        # Of the sentence that is read:
        self._sentence_first = 0
        self._state_edges: set[int] = set()  # where names of states begin and end
        self._said_here: set[int] = set()  # words of titles, topics and names (English)
        self._told_here: set[int] = set()  # where verbs of saying stand in the past

    def _note(self, mention: Mention) -> None:
        """Note where an actor, and the state of a ministry or person, was named last."""
        entry = self._vocabulary.items.get(mention.id)
        state = entry.of if isinstance(entry, Organization) else mention.state
        if isinstance(entry, Organization) and state:
            self._by_ministry.add(state)
        for item in (mention.id, state):
            if item:
                self._recent[item] = mention.first
        surnames = entry.surnames("ru") if self._code == "ru" and isinstance(entry, Person) else ()
        if self._document.words.folded[mention.last - 1] in {fold(name).split()[-1] for name in surnames}:
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
        if mention.how == "name" and mention.name is None:
            self._note_last_name(mention)
        if mention.state and mention.role:
            self._office_holders[mention.state, mention.role] = mention.id

    def _note_last_name(self, mention: Mention) -> None:
        """Note the last word of a listed name that is not its surname: Moussa Faki Mahamat, then Mahamat.

        In Arabic a spelling of it that is no short word: سوبرامانيام جايشنكار, then جايشنكار.
        """
        entry, words = self._vocabulary.items.get(mention.id), self._document.words
        at = mention.last - 1
        word, raw = words.folded[at], self._document.text[words.starts[at] : words.ends[at]]
        if not isinstance(entry, Person) or fold(entry.surname.get(self._code, "")).endswith(word):
            return
        if raw in self._unlisted or (self._code == "ar" and len(word) < _SPELT):
            return
        if any(fold_name(name).split()[-1:] == [word] for name in entry.strong_names(self._code)):
            self._unlisted[raw] = mention

    def _cases(self, surname: str) -> tuple[str, ...]:
        """A surname with the other cases in which a Russian article may have it: Ахметов, Ахметова."""
        if self._code != "ru":
            return (surname,)
        stem = surname[:-1] if surname[-1] in _CASE_VOWELS else surname
        stem = stem[:-1] if stem.endswith(("ий", "ый", "ой")) else stem
        stem = stem[:-2] if stem.endswith(_INSTRUMENTALS) else stem  # introduced as Кошановым
        return (surname, stem, *(stem + end for end in _CASES if len(stem) >= STEM))

    def _latest(self, people: list[Mention]) -> Mention | None:
        """Whoever was named last, in Russian as who acts: Вучич принял Путина. Глава государства …."""
        latest = max(people, key=lambda m: self._recent.get(m.id, -1), default=None)
        if self._code != "ru" or latest is None or self._acted.get(latest.id) == self._recent.get(latest.id):
            return latest
        at = self._recent.get(latest.id, -1)
        acting = [m for m in people if 0 < at - self._acted.get(m.id, at) <= _RECEIVED]
        return max(acting, key=lambda m: self._acted[m.id], default=latest)

    def _introduced(self, body: str | None, role: str | None) -> Mention | None:
        """The person of a body whom the article has named already: in that office, else the latest."""
        exact = self._office_holders.get((body or "", role or ""))
        if exact:
            return self._persons[exact]
        kind = self._vocabulary.items.get(role or "")
        if isinstance(kind, RoleKind) and kind.rank >= OWN_OFFICE and role not in GENERIC_ROLES:
            return None
        of_body = [m for m in self._persons.values() if m.state == body]
        of_body = [m for m in of_body if self._same_office(role, m.role)] or (of_body if role is None else [])
        return max(of_body, key=lambda m: self._recent.get(m.id, -1), default=None)

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

    def _same_office(self, role: str | None, held: str | None) -> bool:
        """Whether a general title (the minister) fits an office held (foreign minister)."""
        general, exact = (self._vocabulary.items.get(item or "") for item in (role, held))
        return bool(general and exact and exact.caption.endswith(general.caption)) or role in (
            "official",
            None,
        )

    def _role_here(self, person: Person) -> Role | None:
        """The role in which a person stands here: held on the day, of a body that the article names."""
        held = [r for r in person.roles if r.held_on(self._day)] if self._day else []
        held = held or sorted(person.roles, key=lambda r: r.end is not None)  # today's first
        return next((r for r in held if r.of in self._strong), held[0] if held else None)

    def _mention(self, start: int, end: int, item: str, how: str) -> Mention:
        entry = self._vocabulary.items.get(item)
        if isinstance(entry, Person):
            start = self._with_initials(start)
            known = self._persons.get(item)
            role = self._role_here(entry)
            state = known.state if known else (role.of if role else None)
            return Mention(
                start, end, item, how, state, known.role if known else (role.role if role else None)
            )
        return Mention(start, end, item, how)

    def _with_initials(self, start: int) -> int:
        """Where a Russian name begins with the letters of first names before it: С.В.Лавров."""
        words, text = self._document.words, self._document.text
        while self._code == "ru" and start > self._sentence_first:
            raw = text[words.starts[start - 1] : words.ends[start - 1]]
            dotted = text[words.ends[start - 1] : words.starts[start]].strip() == "."
            if not (dotted and len(raw) == 1 and raw.isupper()):
                break
            start -= 1
        return start

    def _definite(self, at: int) -> bool:
        return self._document.words.folded[at].startswith(("ال", "وال", "بال", "لل", "فال"))

    def _departmental(self, role: str) -> bool:
        """Whether a portfolio may stand between title and state: وزير الخارجية والمغتربين السوري."""
        return self._speaks_for_state(role) and self._vocabulary[role].caption.split()[-1] in _DEPARTMENTAL

    def _speaks_for_state(self, role: str) -> bool:
        kind = self._vocabulary.items.get(role)
        return isinstance(kind, RoleKind) and kind.speaks_for_state


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
