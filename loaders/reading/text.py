"""Words of a text: where they stand, how they read once spelling variants are folded.

Folding never changes the text: every word keeps its code-point offsets into the original, so a
passage found by its folded words is proved by the words as they were printed.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

MARKS = (
    "\u0640\u064b-\u065f\u0670\u06d6-\u06ed\u200c-\u200f\u202a-\u202e\u2066-\u2069\u00ad\ufeff\u0300-\u036f"
)
# A plus at the end belongs to the name: OPEC+ is not OPEC.
WORD = re.compile(
    rf"(?!\u0640)[^\W_](?:[^\W_]|[{MARKS}])*(?:['’](?:s|S)(?![^\W_])|(?<=[^\W\d_])\+(?![^\W_]))?"
)

_FOLDS = str.maketrans(
    {
        **dict.fromkeys("أإآٱ", "ا"),
        **dict.fromkeys("ىیئ", "ي"),
        "ة": "ه",
        "ؤ": "و",
        "ک": "ك",
        "گ": "غ",
        "ڤ": "ف",
        "پ": "ب",
        "چ": "ج",
        "ё": "е",
        "’": "'",
        **dict(zip("ıøłđ", "iold", strict=True)),
        **{
            chr(code): str(digit)
            for base in (0x660, 0x6F0)
            for digit, code in enumerate(range(base, base + 10))
        },
    }
)
_DROPPED = re.compile(f"[{MARKS}]")
# Letters that may be made of two: all but those of plain Latin, Russian and (folded) Arabic.
_COMPOSED = re.compile(r"[^\x00-\x7f\u0430-\u044f\u0621-\u063a\u0641-\u064a]")


@lru_cache(maxsize=200_000)
def fold(word: str) -> str:
    """A word without marks and spelling variants, in lower case; a possessive 's is dropped.

    A word of nothing but marks stays as it is: no word folds to nothing.
    """
    folded = _DROPPED.sub("", word).casefold().translate(_FOLDS)
    if _COMPOSED.search(folded):
        letters = unicodedata.normalize("NFD", folded)
        plain = "".join(c for at, c in enumerate(letters) if not _is_mark(letters, at))
        plain = unicodedata.normalize("NFC", plain)
        # Some letters (Tibetan) fall apart for good; those stay, or folding twice would be another thing.
        folded = plain if len(plain) <= len(folded) else folded
    return folded.removesuffix("'s") or word


def _is_mark(letters: str, at: int) -> bool:
    """Whether a sign is a mark over the letter before it; й is a letter of its own, ğ is not."""
    over_cyrillic = letters[at] == "\u0306" and at > 0 and "\u0430" <= letters[at - 1] <= "\u044f"
    return "\u0300" <= letters[at] <= "\u036f" and not over_cyrillic


def fold_name(name: str) -> str:
    """A name as its folded words, one blank apart: two names that fold alike are one."""
    return " ".join(fold(match.group()) for match in WORD.finditer(name))


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a text in order: their offsets and folded forms, as parallel tuples."""

    starts: tuple[int, ...]
    ends: tuple[int, ...]
    folded: tuple[str, ...]

    def __len__(self) -> int:
        return len(self.starts)


def read_words(text: str) -> Words:
    """Every word of a text."""
    found = list(WORD.finditer(text))
    return Words(
        tuple([match.start() for match in found]),
        tuple([match.end() for match in found]),
        tuple([fold(match[0]) for match in found]),
    )
