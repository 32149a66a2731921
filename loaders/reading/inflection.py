"""The forms under which a word of a language may stand in a text.

Arabic words carry clitics, so the forms are made from the text's word; Russian and English words
are inflected, so the forms are made from the name or pattern.
"""

from __future__ import annotations

from functools import lru_cache

# Words of a text that only look as if a clitic stood before a name (كمالي, بسول): kept whole.
_SHORTEST_AFTER_CLITIC = 2
_SHORTEST_PARTED = 4
_RUSSIAN_VOWELS = "аеиоуыэюяьй"


@lru_cache(maxsize=200_000)
def arabic_readings(word: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Readings of a folded Arabic word: (with the article kept, with the article dropped).

    >>> arabic_readings("وللامن")[0][-1]
    'الامن'
    """
    kept = [word]
    rests = [word]
    if word[0] in "وف" and len(word) > _SHORTEST_AFTER_CLITIC:
        rests.append(word[1:])
        kept.append(word[1:])
    for rest in rests:
        if len(rest) <= _SHORTEST_AFTER_CLITIC:
            continue
        if rest.startswith("لل") and len(rest) > 3:
            kept += ["ال" + rest[2:], rest[2:]]
        if rest[0] in "بكلس":
            kept.append(rest[1:])
    bare = [form[2:] for form in kept if form.startswith("ال") and len(form) > 3]
    return tuple(dict.fromkeys(kept)), tuple(dict.fromkeys(bare))


@lru_cache(maxsize=20_000)
def arabic_bare(word: str) -> tuple[str, ...]:
    """A folded Arabic word with and without its clitics and article."""
    kept, bare = arabic_readings(word)
    return kept + bare


def verb_readings(word: str) -> tuple[str, ...]:
    """Readings of a folded Arabic word as a verb: whole, then without و or ف, then without س or ل too.

    >>> verb_readings("وسيواصل")
    ('وسيواصل', 'سيواصل', 'يواصل')
    """
    readings = [word]
    if word[0] in "وف" and len(word) > _SHORTEST_AFTER_CLITIC:
        readings.append(word[1:])
    last = readings[-1]
    if last[0] in "سل" and last[1:2] in ("ي", "ت", "ن") and len(last) > 3:
        readings.append(last[1:])
    return tuple(readings)


_RUSSIAN_ENDINGS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        "ский",
        ("ский", "ского", "скому", "ским", "ском", "ская", "ской", "скую", "ское", "ские", "ских", "скими"),
    ),
    ("ия", ("ия", "ии", "ию", "ией", "ий", "иям", "иями", "иях")),
    ("ие", ("ие", "ия", "ию", "ием", "ии", "ий", "иям", "иями", "иях", "их", "им", "ими")),
    ("ье", ("ье", "ья", "ью", "ьем", "ьи")),
    (
        "ий",
        (
            "ий",
            "его",
            "ему",
            "им",
            "ем",
            "ого",
            "ому",
            "ом",
            "ия",
            "ию",
            "ием",
            "ии",
            "ая",
            "яя",
            "ой",
            "ей",
            "ую",
            "юю",
            "ое",
            "ее",
            "ие",
            "их",
            "ими",
        ),
    ),
    ("ый", ("ый", "ого", "ому", "ым", "ом", "ая", "ой", "ую", "ое", "ые", "ых", "ыми")),
    ("ой", ("ой", "ого", "ому", "ым", "ом", "ая", "ую", "ое", "ые", "ых", "ыми")),
    ("ая", ("ая", "ой", "ую", "ою", "ые", "ых", "ым", "ыми", "ие", "их", "им", "ими")),
    ("яя", ("яя", "ей", "юю", "ие", "их", "им", "ими")),
    ("ое", ("ое", "ого", "ому", "ым", "им", "ом", "ые", "ых", "ыми", "ие", "их")),
    ("ее", ("ее", "его", "ему", "им", "ем", "ие", "их", "ими")),
    ("ые", ("ые", "ых", "ым", "ыми")),
    ("ец", ("ец", "ца", "цу", "цем", "цом", "це", "цы", "цев", "цов", "цам", "цами", "цах")),
    ("ок", ("ок", "ка", "ку", "ком", "ке", "ки", "ков", "кам", "ками", "ках", "ока", "оку", "оком", "оке")),
    ("ова", ("ова", "овой", "ову", "овы", "ове")),
    ("ева", ("ева", "евой", "еву", "евы", "еве")),
    ("ина", ("ина", "иной", "ину", "ины", "ине")),
    ("а", ("а", "ы", "и", "е", "у", "ой", "ою", "ей", "", "ам", "ами", "ах")),
    ("я", ("я", "и", "е", "ю", "ей", "ею", "ь", "й", "ям", "ями", "ях")),
    ("ь", ("ь", "я", "ю", "ем", "ем", "е", "и", "ью", "ей", "ям", "ями", "ях")),
    ("о", ("о", "а", "у", "ом", "е", "", "ам", "ами", "ах")),
    ("е", ("е", "я", "ю", "ем", "и", "ей", "ям", "ями", "ях")),
    ("ы", ("ы", "", "ов", "ам", "ами", "ах")),
    ("и", ("и", "", "ов", "ей", "ам", "ами", "ах", "ям", "ями", "ях")),
    ("й", ("й", "я", "ю", "ем", "е", "и", "ев", "ям", "ями", "ях")),
)
# Words with a vowel that comes and goes. The ambassador's "после" is left out: it is "after" nearly always.
_RUSSIAN_IRREGULAR = {
    "посол": ("посол", "посла", "послу", "послом", "послы", "послов", "послам", "послами", "послах"),
    "блок": ("блок", "блока", "блоку", "блоком", "блоке", "блоки", "блоков", "блокам", "блоками", "блоках"),
    "египет": ("египет", "египта", "египту", "египтом", "египте"),
    "павел": ("павел", "павла", "павлу", "павлом", "павле"),
    "лев": ("лев", "льва", "льву", "львом", "льве"),
}
# Foreign names that take no endings: Мали is no form of Мале, and «дел» none of Дели.
_RUSSIAN_FIXED = frozenset(
    "мале мали чили сомали дели тбилиси сочи осло токио баку хельсинки джибути найроби мапуто киото".split()
)
_RUSSIAN_PLURAL = frozenset(("ы", "и", "ов", "ей", "ам", "ами", "ах"))
_RUSSIAN_CONSONANT = ("", "а", "у", "ом", "ем", "е", "ы", "и", "ов", "ей", "ам", "ами", "ах", "ым")


def russian_forms(word: str) -> tuple[str, ...]:
    """Every case form of a folded Russian noun, adjective or surname, by its ending; generous."""
    if word in _RUSSIAN_FIXED:
        return (word,)
    if word in _RUSSIAN_IRREGULAR:
        return _RUSSIAN_IRREGULAR[word]
    for ending, forms in _RUSSIAN_ENDINGS:
        if word.endswith(ending) and len(word) > len(ending) + 1:
            stem = word[: -len(ending)]
            parted = russian_beside(stem) if ending == "а" else ()
            return tuple(dict.fromkeys([word, *(stem + form for form in forms), *parted]))
    return tuple(dict.fromkeys(word + form for form in _RUSSIAN_CONSONANT))


def russian_plural(name: str, form: str) -> bool:
    """Whether a form of a name that ends in a consonant is its plural, which is another one's name.

    >>> russian_plural("асад", "асадов"), russian_plural("асад", "асадом")
    (True, False)
    """
    return name[-1] not in _RUSSIAN_VOWELS and form.startswith(name) and form[len(name) :] in _RUSSIAN_PLURAL


def russian_beside(stem: str) -> tuple[str, ...]:
    """Forms in which a vowel parts the end of a Russian stem, so that it does not begin them.

    >>> russian_beside("поставк"), russian_beside("незаконн")
    (('поставок', 'поставек'), ('незаконен', 'незакон'))
    """
    if len(stem) < _SHORTEST_PARTED or stem[-2] in _RUSSIAN_VOWELS:
        return ()
    if stem.endswith("к"):
        return stem[:-1] + "ок", stem[:-1] + "ек"
    if stem.endswith("нн"):
        return stem[:-1] + "ен", stem[:-1]
    return (stem[:-1] + "ен",) if stem.endswith("н") else ()


def english_forms(word: str) -> tuple[str, ...]:
    """A folded English word and its plural."""
    if word.endswith("y") and len(word) > 3:
        return (word, word[:-1] + "ies", word + "s")
    if word.endswith(("s", "x", "ch", "sh")):
        return (word, word + "es")
    return (word, word + "s")
