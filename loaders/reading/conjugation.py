"""The forms of a Russian or an English verb, as patterns, from one line of its language's verbs.yaml.

Words joined by `_` make one verb (`call_for`, `выступил_за`): the first is conjugated, the rest stand
as they are.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

_VOWELS = "аеиоуыэюя"
_SHORTEST_PASSIVE = 4
_SHORTEST_GIVEN = 6
_BEING = ("is", "are", "was", "were", "been", "remains", "remain", "remained")
_ADVERBS = ("also", "still", "firmly", "strongly", "fully", "deeply", "staunchly", "categorically", "clearly")
_PARTICIPLES = {
    "came": "come", "spoke": "spoken", "took": "taken", "gave": "given", "saw": "seen", "threw": "thrown",
    "drew": "drawn", "swore": "sworn", "went": "gone", "broke": "broken", "withdrew": "withdrawn",
    "tore": "torn",
}  # fmt: skip
_LEADS = frozenset({"не", "с", "пониманием"})  # may stand before the verb that is conjugated


def russian_verb(line: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Each form of a Russian verb with its spellings: `past present gerund passive / nouns`.

    >>> dict(russian_verb("заявил заявляет заявив -"))["past"][:3]
    ('=заявил', '=заявила', '=заявило')
    """
    forms, _, nouns = line.partition(" / ")
    past, present, gerund, passive = _columns(forms, 4)
    lasting = [_imperfective(word) for word in present]
    pasts = [*past, *(word for word in lasting if word)]
    yield from _given("past", [form for word in pasts for form in _exact(_russian_past, word)])
    futures = [form for word in present for form in _lasting_future(word)]
    yield from _given("present", [f for word in present for f in _exact(_russian_present, word)] + futures)
    yield from _given("we", [form for word in present for form in _exact(_russian_we, word)])
    yield from _given("participle", [form for word in gerund for form in _exact(_itself, word)])
    yield from _given("active", [form for word in present for form in _exact(_itself, _active(word))])
    yield from _given("passive", [form for word in passive for form in _exact(_russian_passive, word)])
    if nouns.strip():
        yield from _given("noun", _noun_patterns(nouns))


def english_verb(line: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Each form of an English verb with its spellings: `base past ing / nouns`; what is left out is regular.

    >>> dict(english_verb("deny / denial"))["present"]
    ('=denies',)
    """
    forms, _, nouns = line.partition(" / ")
    words = forms.split()
    base = words[0]
    past = _given_or_regular(words[1:2], _joined(base, _english_past))
    past = [form for word in past for form in _with_participle(word)]
    ing = _given_or_regular(words[2:3], _joined(base, _english_ing))
    yield from _given("past", [form for word in past for form in _exact(_itself, word)])
    yield from _given("present", list(_exact(_itself, _joined(base, _english_s))))
    yield from _given("base", list(_exact(_itself, base)))
    yield from _given("participle", [form for word in ing for form in _exact(_itself, word)])
    if nouns.strip():
        yield from _given("noun", _noun_patterns(nouns))


def english_verb_forms(line: str) -> frozenset[str]:
    """The spellings of a verb of one word, which `english_verb` gives as patterns.

    >>> sorted(english_verb_forms("steal stole|stolen"))
    ['steal', 'stealing', 'steals', 'stole', 'stolen']
    """
    patterns = (pattern for _, spellings in english_verb(line) for pattern in spellings)
    return frozenset(word for pattern in patterns for word in pattern.removeprefix("=").split("|"))


def _with_participle(past: str) -> list[str]:
    """A past of several words with its participle, and with all that "is" may be: has come out against.

    >>> _with_participle("came_out_against")
    ['came_out_against', 'come_out_against']
    """
    head, _, rest = past.partition("_")
    if head == "is" and rest:
        return [f"{being}_+_{rest}" for being in _BEING]
    return [past, f"{_PARTICIPLES[head]}_{rest}"] if rest and head in _PARTICIPLES else [past]


def _given_or_regular(given: list[str], regular: str) -> list[str]:
    if not given:
        return [regular]
    return [] if given[0] == "-" else given[0].split("|")


def _columns(forms: str, count: int) -> list[list[str]]:
    columns = [[] if column == "-" else column.split("|") for column in forms.split()]
    return columns + [[]] * (count - len(columns))


def _given(form: str, spellings: Iterable[str]) -> Iterator[tuple[str, tuple[str, ...]]]:
    unique = tuple(dict.fromkeys(spellings))
    if unique:
        yield form, unique


def _noun_patterns(nouns: str) -> list[str]:
    """A verb's nouns and infinitives, each a pattern of its own."""
    return [noun.replace("_", " ") for noun in nouns.replace("|", " ").split()]


def _exact(forms_of: Callable[[str], tuple[str, ...]], word: str) -> Iterator[str]:
    """The spellings of a verb as exact patterns, with the words that go along."""
    parts = word.split("_")
    at = _head(parts)
    stem = parts[at].removesuffix("*")
    for form in forms_of(stem):
        marked = f"{form}*" if parts[at].endswith("*") else f"={form}"
        yield " ".join([*map(_plain, parts[:at]), marked, *map(_plain, parts[at + 1 :])])


def _plain(part: str) -> str:
    if part == "+":
        return f"{'|'.join(f'={adverb}' for adverb in _ADVERBS)}?"
    return part if part.startswith("~") else f"={part}"


def _head(parts: list[str]) -> int:
    """Which of the words is the verb: behind «не», a preposition's phrase or an adverb («резко осудил»)."""
    leads = 0
    while leads < len(parts) - 1 and (
        parts[leads] in _LEADS or parts[leads].endswith(("но", "ко", "ски", "ло"))
    ):
        leads += 1
    return leads


def _joined(base: str, change: Callable[[str], str]) -> str:
    head, *rest = base.split("_")
    return "_".join([change(head), *rest])


def _itself(word: str) -> tuple[str, ...]:
    return (word,)


def _russian_past(word: str) -> tuple[str, ...]:
    """A past form with its feminine, neuter and plural: заявил, договорился, привержен, нашел, отверг."""
    if word.endswith("шелся"):
        return tuple(word[:-5] + end for end in ("шелся", "шлась", "шлось", "шлись"))
    if word.endswith("лся"):
        return tuple(word[:-3] + end for end in ("лся", "лась", "лось", "лись"))
    if word.endswith("сся"):
        return (word, *(word[:-2] + end for end in ("лась", "лось", "лись")))
    if word.endswith("шел"):
        return tuple(word[:-3] + end for end in ("шел", "шла", "шло", "шли"))
    if word.endswith("л"):
        return tuple(word + end for end in ("", "а", "о", "и"))
    if word.endswith(("ен", "ан", "ов")):
        return tuple(word + end for end in ("", "а", "о", "ы"))
    return (word, *(word + end for end in ("ла", "ло", "ли")))


def _russian_passive(word: str) -> tuple[str, ...]:
    """A short passive participle in all genders: отмечено, отмечена; what is none stays as it is."""
    stem = word[:-1] if word.endswith(("о", "а", "ы")) else word
    if len(stem) < _SHORTEST_PASSIVE or not stem.endswith(("н", "т")) or word.endswith("ность"):
        return (word,)
    return (word, *(stem + end for end in ("", "а", "о", "ы") if stem + end != word))


def _imperfective(present: str) -> str:
    """The past of a verb whose present is given: заявляет, заявлял; требует, требовал."""
    parts = present.split("_")
    at = _head(parts)
    head = parts[at]
    stem, reflexive = (head[:-2], "ся") if head.endswith("ся") else (head, "")
    if stem.endswith(("ает", "яет")):
        past = stem[:-2] + "л"
    elif stem.endswith("ует"):
        past = stem[:-3] + "овал"
    else:
        return ""
    return "_".join([*parts[:at], past + reflexive, *parts[at + 1 :]])


def _lasting_future(present: str) -> Iterator[str]:
    """What somebody will go on doing, whose present is given: выступает_за, будет (и дальше) выступать за.

    >>> list(_lasting_future("выступает_за"))
    ['=будет|=будут|=будем ~2 =выступать =за']
    """
    infinitive = _infinitive(present)
    if infinitive:
        parts = infinitive.split("_")
        at = _head(parts)
        will = "=будет|=будут|=будем ~2"
        yield " ".join([*map(_plain, parts[:at]), will, *map(_plain, parts[at:])])


def _infinitive(present: str) -> str:
    """The infinitive of a verb that lasts: заявляет, заявлять; требует, требовать; дает, давать."""
    past = _imperfective(present)
    if not past:
        return ""
    parts = past.split("_")
    at = _head(parts)
    stem, reflexive = (parts[at][:-2], "ся") if parts[at].endswith("ся") else (parts[at], "")
    stem = stem.removesuffix("л")
    given = stem.endswith(("да", "зна", "ста")) and len(stem) <= _SHORTEST_GIVEN
    parts[at] = f"{stem}{'ва' if given else ''}ть{reflexive}"
    return "_".join(parts)


def _russian_present(word: str) -> tuple[str, ...]:
    """A third person with its plural: заявляет, призовет, осудит, договорится."""
    stem, reflexive = (word[:-2], "ся") if word.endswith("ся") else (word, "")
    plurals: tuple[str, ...] = ()
    if stem.endswith("ит"):
        plurals = (stem[:-2] + "ят", stem[:-2] + "ат")
    elif stem.endswith("ет"):
        plurals = (stem[:-2] + ("ют" if stem[-3] in _VOWELS else "ут"),)
    return tuple(form + reflexive for form in (stem, *plurals))


def _active(present: str) -> str:
    """The active participle of a verb, in all cases: нарушает, нарушающий; грозит, грозящий."""
    parts = present.split("_")
    at = _head(parts)
    stem = parts[at].removesuffix("ся").removesuffix("т")
    ending = "ащ" if stem.endswith(("жи", "чи", "ши", "щи")) else "ящ"
    vowel = "ющ" if stem[-2:-1] in _VOWELS else "ущ"
    active = stem[:-1] + (ending if stem.endswith("и") else vowel) + "*"
    return "_".join([*parts[:at], active, *parts[at + 1 :]])


def _russian_we(word: str) -> tuple[str, ...]:
    """The first persons: поддерживаем, осудим, поддерживаю."""
    stem, reflexive = (word[:-2], True) if word.endswith("ся") else (word, False)
    if not stem.endswith(("ит", "ет")):
        return ()
    plural = stem[:-1] + "м" + ("ся" if reflexive else "")
    if stem.endswith("ет") and stem[-3] in _VOWELS:
        return (plural, stem[:-2] + "ю" + ("сь" if reflexive else ""))
    return (plural,)


def _english_s(base: str) -> str:
    if base.endswith("y") and base[-2] not in "aeiou":
        return base[:-1] + "ies"
    if base.endswith(("s", "x", "z", "ch", "sh", "o")):
        return base + "es"
    return base + "s"


def _english_past(base: str) -> str:
    if base.endswith("e"):
        return base + "d"
    if base.endswith("y") and base[-2] not in "aeiou":
        return base[:-1] + "ied"
    return base + "ed"


def _english_ing(base: str) -> str:
    if base.endswith("ie"):
        return base[:-2] + "ying"
    if base.endswith("e") and not base.endswith("ee"):
        return base[:-1] + "ing"
    return base + "ing"
