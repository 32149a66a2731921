"""A language: its lexicon of names, topics, verbs, cues and references, made from data files."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any, get_args

from loaders.reading.conjugation import english_verb, russian_verb
from loaders.reading.data import LANGUAGES, read_data
from loaders.reading.patterns import Lexicon
from loaders.reading.text import fold, fold_name
from ontology.errors import VocabularyError
from ontology.kept import kept
from ontology.vocabulary import Bloc, Entry, Organization, Person, Principle, RoleKind, State, Vocabulary

_ADJECTIVE_ENDS = ("", "ة", "ين", "ون", "ان", "تين", "تان", "ات")
_WITH_STOPS = frozenset({"us", "un", "uk", "eu"})
_NATION_BEFORE = frozenset(
    "МИД МИДа дипломатии внешнеполитического министерства правительства кабмина Госдепа".split()
)
_INDECLINABLE = "*اةهىيوء"  # endings behind which no alef of the accusative is written
_CONJUGATED = {"ru": russian_verb, "en": english_verb}


@dataclass(frozen=True, slots=True)
class Name:
    """A name of an entry. strength: strong, weak, surname, demonym, people, metonym, anaphora, loose.

    loose: a noun that stands for a bloc where it stands for none of those that it is the first noun of.
    """

    id: str
    strength: str


@dataclass(frozen=True, slots=True)
class Topic:
    """A phrase that names a principle; `about` restricts where it counts; `denied` says it only looks so.

    `opposite`: the phrase names what the principle stands against. `short`: it counts only where the
    principle has been named in full before, `near` only where that was just before.
    """

    id: str
    about: tuple[str, ...] = ()
    denied: bool = False
    opposite: bool = False
    short: bool = False
    near: bool = False

    @property
    def in_full(self) -> bool:
        """Whether the phrase names the principle by itself, whatever stands around it."""
        return not (self.about or self.denied or self.short)


@dataclass(frozen=True, slots=True)
class Verb:
    """A form of a verb of saying or of taking sides."""

    lemma: str
    form: str  # past, present, we, participle, passive, base (English: finite after an auxiliary), noun
    effect: str  # none, assert, plus, minus, harm, discuss
    says: bool
    modality: str | None
    carries_on: bool
    takes_actor: bool = False  # an actor right behind it may be its object: دعت روسيا إلى
    needs: str = ""  # its form is also another word's: "subject" or "that" beside it makes it a verb
    spelling: str = ""  # of a noun: where two nouns fit a word, the one with fewer clitics is meant
    listed: bool = True  # else only its form and place tell that it is a verb: of a deed, as a rule

    @property
    def wishes(self) -> bool:
        """Whether it tells what somebody wants or means to do: أراد, стремиться, intend."""
        return self.effect == "assert" and self.modality == "promises"


@dataclass(frozen=True, slots=True)
class Cue:
    """A word that turns a passage: negation, plus, minus, harm, after_plus, after_minus, conditional …"""

    effect: str

    @property
    def of_character(self) -> bool:
        """Whether it only says what an actor is like or does, as Arabic first names do too: كريم, عادل."""
        return self.effect in ("vice", "virtue", "wrongs", "serves")


@dataclass(frozen=True, slots=True)
class Reference:
    """A word that refers without a name, or joins: own_state, both_states, counterpart, venue …"""

    kind: str


@dataclass(frozen=True, slots=True)
class Title:
    """An office as it is written before or after a name; `short` where it stands alone (the minister)."""

    role: str
    short: bool = False


@dataclass(frozen=True, slots=True)
class Happening:
    """A phrase that names an event of a kind.

    `form`: act (a verb that tells it), will (one that announces it), name, again (a bare word that
    needs support or refers back), whom and pair (a verb that tells it of two persons).
    Of the kind "around" it is a word that says whether one took place.
    """

    kind: str
    form: str = "name"


Sense = Name | Topic | Verb | Cue | Reference | Title | Happening
_SENSES: dict[str, Callable[..., Sense]] = {kind.__name__: kind for kind in get_args(Sense)}


@dataclass(frozen=True)
class Language:
    """What code needs to read one language."""

    code: str
    lexicon: Lexicon[Sense]
    verb_forms: frozenset[str]
    words: Callable[[str], frozenset[str]]  # the folded words of one list of the language's words.yaml
    name_words: frozenset[str]  # every word of a person's name
    initial_words: frozenset[str]  # every word with which a name of any kind begins


class _Lists(dict[str, frozenset[str]]):
    """Lists of words by name; one that a language does not have is empty."""

    def __missing__(self, name: str) -> frozenset[str]:
        return frozenset()


_BUILT: dict[tuple[str, str], Language] = {}


def language(code: str, vocabulary: Vocabulary) -> Language:
    """The language of a code (ar, ru, en) with all names of a vocabulary; built once."""
    key = (code, vocabulary.version)
    if key not in _BUILT:
        _BUILT[key] = _build(code, vocabulary)
    return _BUILT[key]


def _build(code: str, vocabulary: Vocabulary) -> Language:
    data = kept(f"language-{code}", _version(code, vocabulary), lambda: _made(code, vocabulary))
    return Language(
        code,
        Lexicon.from_data(code, data["lexicon"], _sense),
        frozenset(data["verb_forms"]),
        # Asked thousands of times an article:
        _Lists((name, frozenset(words)) for name, words in data["words"].items()).__getitem__,
        frozenset(data["name_words"]),
        frozenset(data["initial_words"]),
    )


def _version(code: str, vocabulary: Vocabulary) -> str:
    """What a language is made from: the vocabulary, its own data files, and the code that reads them."""
    files = sorted([*(LANGUAGES / code).glob("*.yaml"), *Path(__file__).parent.glob("*.py")])
    found = hashlib.sha256(vocabulary.version.encode())
    for path in files:
        found.update(path.read_bytes())
    return found.hexdigest()[:16]


def _made(code: str, vocabulary: Vocabulary) -> dict[str, Any]:
    """A language as it is kept."""
    lexicon, verb_forms = _lexicon(code, vocabulary)
    names = [name for entry in vocabulary.items.values() for name in entry.strong_names(code)]
    persons = [name for person in vocabulary.of_type(Person) for name in person.strong_names(code)]
    return {
        "lexicon": lexicon.to_data(_sense_data),
        "verb_forms": sorted(verb_forms),
        "words": {
            name: sorted({fold_name(str(word)) for word in listed})
            for name, listed in read_data(code, "words").items()
        },
        "name_words": sorted({word for name in persons for word in fold_name(name).split()}),
        "initial_words": sorted({folded.split()[0] for name in names if (folded := fold_name(name))}),
    }


def _sense_data(sense: Sense) -> list[Any]:
    return [type(sense).__name__, *(getattr(sense, item.name) for item in fields(sense))]


def _sense(data: list[Any]) -> Sense:
    name, *values = data
    return _SENSES[name](*(tuple(value) if isinstance(value, list) else value for value in values))


def _lexicon(code: str, vocabulary: Vocabulary) -> tuple[Lexicon[Sense], set[str]]:
    """The lexicon of a language, and the forms of its verbs."""
    lexicon: Lexicon[Sense] = Lexicon(code, stop=read_data(code, "words").get("whole_words", ()))
    for entry in vocabulary.items.values():
        _add_entry(lexicon, code, entry)
    verb_forms = _add_verbs(lexicon, code)
    for effect, patterns in read_data(code, "cues").items():
        plain = [pattern for pattern in patterns or () if not str(pattern).startswith("+")]
        _add_patterns(lexicon, f"{code}/cues.yaml: {effect}", plain, Cue(effect))
        _add_verbal_cues(
            lexicon, [str(pattern)[1:] for pattern in patterns or () if pattern not in plain], effect
        )
    for kind, patterns in read_data(code, "references").items():
        _add_patterns(lexicon, f"{code}/references.yaml: {kind}", patterns, Reference(kind))
    for kind, groups in read_data(code, "events").items():
        for form, patterns in (groups if isinstance(groups, dict) else {"name": groups}).items():
            _add_patterns(lexicon, f"{code}/events.yaml: {kind}", patterns, Happening(kind, form))
    return lexicon, verb_forms


def _add_verbal_cues(lexicon: Lexicon[Sense], lines: list[str], effect: str) -> None:
    """Arabic verbs that are cues in all their forms, as in verbs.yaml; behind `/` words that must follow."""
    for line in lines:
        forms, _, rest = line.partition("/")
        given = list(_conjugated("ar", forms.strip(), objects=""))
        if rest.strip():
            joined = "|".join(dict.fromkeys(spelling for _, spellings in given for spelling in spellings))
            lexicon.add(f"{joined} {rest.strip()}", Cue(effect))
            continue
        for form, spellings in given:
            for spelling in spellings:
                (lexicon.add if form == "noun" else lexicon.add_verb)(spelling, Cue(effect))


def _add_patterns(lexicon: Lexicon[Sense], where: str, patterns: Any, sense: Sense) -> None:
    for pattern in patterns or ():
        accusative = lexicon.language == "ar" and isinstance(sense, Topic)
        try:
            for written in _with_stops(_with_accusative(str(pattern)) if accusative else str(pattern)):
                lexicon.add(written, sense)
        except VocabularyError as error:
            raise VocabularyError(f"{where}: {error}") from error


def _with_stops(pattern: str) -> Iterator[str]:
    """A pattern, and again with each abbreviation in it as it is written with stops: US, U.S.

    >>> list(_with_stops("US|American ~1 troops"))
    ['US|American ~1 troops', 'u-s ~1 troops']
    """
    yield pattern
    parts = pattern.split()
    for at, part in enumerate(parts):
        words = {word.removeprefix("=").casefold() for word in part.removesuffix("?").split("|")}
        for letters in sorted(words & _WITH_STOPS):
            yield " ".join([*parts[:at], "-".join(letters), *parts[at + 1 :]])


def _with_accusative(pattern: str) -> str:
    """An Arabic pattern that takes indefinite objects too: وقف فوري, وقفا فوريا.

    >>> _with_accusative("وقف ~2 نار*")
    'وقف|وقفا ~2 نار*'
    """
    return " ".join(part if part.startswith("~") else _accusatives(part) for part in pattern.split())


def _accusatives(part: str) -> str:
    words = part.removesuffix("?").split("|")
    nouns = [word for word in words if not word.startswith(("ال", "=")) and word[-1:] not in _INDECLINABLE]
    words += [noun + "ا" for noun in nouns]
    return "|".join(dict.fromkeys(words)) + ("?" if part.endswith("?") else "")


def _add_entry(lexicon: Lexicon[Sense], code: str, entry: Entry) -> None:
    if isinstance(entry, Principle):
        _add_principle(lexicon, code, entry)
    elif isinstance(entry, RoleKind):
        for titles, short in ((entry.titles, False), (entry.short, True)):
            named = [_with_nation_inside(title) if code == "ru" else title for title in titles.get(code, ())]
            _add_patterns(lexicon, entry.id, named, Title(entry.id, short))
    elif entry.kind in ("state", "bloc", "org", "person", "place"):
        for name, strength in _names(code, entry):
            lexicon.add_name(name, Name(entry.id, strength), of_person=entry.kind == "person")


def _with_nation_inside(title: str) -> str:
    """A Russian title that lets a nation's adjective in: глава (турецкого) МИД."""
    return " ".join(
        f"~1 {word}" if at and word in _NATION_BEFORE else word for at, word in enumerate(title.split())
    )


def _add_principle(lexicon: Lexicon[Sense], code: str, entry: Principle) -> None:
    _add_patterns(lexicon, entry.id, entry.patterns.get(code, ()), Topic(entry.id))
    _add_patterns(lexicon, entry.id, entry.denied.get(code, ()), Topic(entry.id, denied=True))
    _add_patterns(lexicon, entry.id, entry.opposite.get(code, ()), Topic(entry.id, opposite=True))
    _add_patterns(lexicon, entry.id, entry.short.get(code, ()), Topic(entry.id, short=True))
    short_opposite = Topic(entry.id, short=True, opposite=True)
    _add_patterns(lexicon, entry.id, entry.short_opposite.get(code, ()), short_opposite)
    near = Topic(entry.id, short=True, near=True)
    _add_patterns(lexicon, entry.id, entry.near.get(code, ()), near)
    near_opposite = replace(near, opposite=True)
    _add_patterns(lexicon, entry.id, entry.near_opposite.get(code, ()), near_opposite)
    about = entry.contextual.about
    _add_patterns(lexicon, entry.id, entry.contextual.patterns.get(code, ()), Topic(entry.id, about))
    opposite = Topic(entry.id, about, opposite=True)
    _add_patterns(lexicon, entry.id, entry.contextual.opposite.get(code, ()), opposite)


def _names(code: str, entry: Entry) -> Iterator[tuple[str, str]]:
    yield from ((name, "strong") for name in entry.strong_names(code))
    yield from ((name, "weak") for name in entry.weak_names(code))
    if isinstance(entry, Person):
        if code in entry.surname:
            yield entry.surname[code], "weak" if entry.weak_surname else "surname"
        yield from ((name, "surname") for name in entry.surname_spellings.get(code, ()))
    if (
        isinstance(entry, Organization)
        and entry.category == "ministry"
        and len(entry.name.get(code, "").split()) > 2
    ):
        yield " ".join(entry.name[code].split()[:-1]), "weak"  # without its nationality
    if isinstance(entry, Bloc | Organization):
        for name in entry.anaphora.get(code, ()):
            own = name == entry.anaphora[code][0] or isinstance(entry, Organization)
            pointed_at = _pointed_at(code, name) if isinstance(entry, Bloc) else ()
            yield from ((form, "anaphora" if own else "loose") for form in (name, *pointed_at))
    if isinstance(entry, State):
        yield from ((name, "metonym") for name in entry.metonym.get(code, ()))
        yield from ((name, "people") for name in entry.people.get(code, ()))
    if isinstance(entry, State | Bloc):
        for name in entry.demonym.get(code, ()):
            yield from ((form, "demonym") for form in _demonyms(code, name))


def _pointed_at(code: str, name: str) -> Iterator[str]:
    """What a bloc is called again with another word for "the": our association, this organization."""
    words = read_data(code, "words")
    article, _, noun = name.partition(" ")
    if noun and article in words.get("articles", ()):
        yield from (f"{pointing} {noun}" for pointing in words.get("pointing_at_bloc", ()))


def _demonyms(code: str, name: str) -> tuple[str, ...]:
    """An adjective's forms: in Arabic feminine, plural, definite, word by word; else the matcher inflects."""
    if code != "ar":
        return (name,)
    words = name.split()
    return tuple(
        " ".join(first + word + end for word in words) for first in ("", "ال") for end in _ADJECTIVE_ENDS
    )


def _add_verbs(lexicon: Lexicon[Sense], code: str) -> set[str]:
    forms: set[str] = set()
    words = read_data(code, "words") if code == "ar" else {}
    describing = {fold(word) for word in words.get("describing", ())}
    for group in read_data(code, "verbs"):
        for line in group["verbs"]:
            needs = {0: "", 1: "subject", 2: "that"}[len(line) - len(line.lstrip("!"))]
            calls_so = fold(line.lstrip("!").split()[0]) in describing
            objects = _OBJECTS if calls_so or (group.get("takes_actor") and not needs) else ""
            sided = group.get("says") and group["effect"] in ("plus", "minus") and not needs
            objects = objects or (_OF_THINGS if sided else "")
            for form, spellings in _conjugated(code, line.lstrip("!"), objects=objects):
                if form == "active" and group["effect"] != "harm":
                    continue  # who it is that supports or condemns something is not who speaks
                verb = Verb(
                    next(part for part in line.lstrip("!").split() if part != "-"),
                    "noun" if form == "active" else form,
                    group["effect"],
                    bool(group.get("says")),
                    group.get("modality"),
                    bool(group.get("carries_on")),
                    bool(group.get("takes_actor")),
                    needs if form == "past" or code != "ar" else "",
                )
                forms.update(_add_verb(lexicon, code, spellings, verb))
    return forms


def _add_verb(lexicon: Lexicon[Sense], code: str, spellings: tuple[str, ...], verb: Verb) -> Iterator[str]:
    for spelling in spellings:
        if verb.needs and spelling != spellings[0] and spelling == spellings[0] + "ا":
            continue  # the dual of such a verb is the accusative of its noun (ردا, ذكرا)
        if code == "ar" and verb.form != "noun":
            lexicon.add_verb(spelling, verb)
            if verb.form == "participle":  # with the article it is an adjective, and a cue all the same
                lexicon.add(f"ال{spelling}", replace(verb, form="noun"))
        elif code == "ar":
            lexicon.add(spelling, replace(verb, spelling=spelling))
        else:
            lexicon.add(spelling, verb)
        yield fold(spelling.rstrip("*").lstrip("="))


def _conjugated(code: str, line: str, *, objects: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The forms of a verb; in Arabic with the pronouns of `objects` too: ناشدهما, رفضته, ترفضها."""
    if code in _CONJUGATED:
        yield from _CONJUGATED[code](line)
        return
    past, present, participle, noun = (fold(part) if part != "-" else "" for part in line.split())
    if past and line.split()[0].endswith("أ"):  # تبرأ: the hamza is a letter like any other
        yield "past", (past, past + "ت", past + "تا", past[:-1] + "ووا", past[:-1] + "اوا")
        yield "we", (past + "نا",)
    elif past:
        dual = past + "ا" if past == noun else ""  # rather the accusative of the noun: رفضا قاطعا
        nouns = _arabic_noun(noun) if noun else ()
        told = line.split()[0][0] == "أ"  # أدانته: the noun is written otherwise, إدانته
        given = [form for form in _with_objects(past, objects) if told or form not in nouns]
        yield "past", tuple(form for form in (*_arabic_past(past), *given) if form != dual)
        yield "we", _arabic_we(past)
    if present:
        nouns = _arabic_noun(noun) if noun else ()
        suffixed = [form for form in _present_with_objects(present, objects) if form not in nouns]
        yield "present", (*_arabic_present(present), *suffixed)
        yield "we", ("ن" + present[1:], *("ن" + form[1:] for form in suffixed if form[0] == "ي"))
    if participle:
        yield (
            "participle",
            tuple(participle + end for end in ("", "ا", "ه", "ين", "ان", "ون", "تين", "تان", "ات")),
        )
    if noun:
        yield "noun", _arabic_noun(noun)


def _arabic_past(past: str) -> tuple[str, ...]:
    if past[-1] == "ي" and len(past) > 2:  # رأى, ادعى: the ya falls before endings
        return (past, past[:-1] + "ت", past[:-1] + "وا", past + "ا", past[:-1] + "تا")
    if past[-1] == "ا":  # دعا
        return (past, past[:-1] + "ت", past[:-1] + "وا", past[:-1] + "تا")
    return tuple(past + end for end in ("", "ت", "ا", "تا", "وا"))


def _arabic_we(past: str) -> tuple[str, ...]:
    if past[-1] in "اي":
        return (past[:-1] + "ونا", past[:-1] + "ينا")
    if past[-2] == "ا":  # قال, أشار: the long vowel shortens
        return (past[:-2] + past[-1] + "نا",)
    return (past + "نا",)


def _arabic_present(present: str) -> tuple[str, ...]:
    stem = present[1:]
    short = stem[:-1] if stem[-1] in "يو" else stem
    forms = [first + stem for first in "يت"] + ["ا" + stem]
    forms += [first + short + end for first in "يت" for end in ("ون", "ان", "وا", "ين")]
    return tuple(dict.fromkeys(forms))


def _with_objects(past: str, objects: str) -> Iterator[str]:
    """A past form, and its feminine, with the pronoun of an object: دعاها, دعتهم; of a thing only رفضته."""
    stem = past[:-1] if past[-1] in "اي" else past
    for end in objects.split():
        if objects == _OBJECTS:
            yield (stem + "ا" if stem != past else past) + end
        yield stem + "ت" + end


def _present_with_objects(present: str, objects: str) -> Iterator[str]:
    """A present form with the pronoun of a thing: ترفضها, يؤيدونه."""
    stem = present[1:-1] + "ا" if present[-1] == "ى" else present[1:]
    for end in _OF_THINGS.split() if objects else ():
        for first in "يت":
            yield first + stem + end
            yield first + stem + "ون" + end


_OBJECTS = "ه ها هم هما"  # the pronouns of somebody
_OF_THINGS = "ه ها"  # … of a thing


def _arabic_noun(noun: str) -> tuple[str, ...]:
    own = ("ه", "ها", "هم", "هما", "نا", "ي", "هن")
    if noun.endswith("ه"):
        return (noun, *(noun[:-1] + "ت" + end for end in own))
    return (noun, noun + "ا", noun + "ات", *(noun + end for end in own))
