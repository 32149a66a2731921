"""Names in Latin letters, for the ids of what no vocabulary lists."""

from __future__ import annotations

import re
import unicodedata

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
