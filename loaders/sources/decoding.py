"""Bytes to text: the encoding told by evidence, and what cannot be an article named as such."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from loaders.reading.scripts import detect_language, function_word_share

_BOMS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# One byte a letter: Arabic, Russian, and English with its typographic quotes.
_LEGACY = (("windows-1256", "ar"), ("windows-1251", "ru"), ("koi8-r", "ru"), ("windows-1252", "en"))
_MAGIC = (
    b"%PDF", b"PK\x03\x04", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"\x7fELF", b"\x1f\x8b",
    b"\xd0\xcf\x11\xe0", b"{\\rtf", b"MZ\x90",
)  # fmt: skip
_HTML = re.compile(r"\s*(?:<\?xml[^>]*>\s*)?<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE)
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f\x80-\x9f]")
_PLAIN = re.compile(r"[\s!-~\u00a0-\u024f\u0400-\u052f\u0600-\u06ff\u0750-\u077f\u2000-\u206f\ufb50-\ufeff]")
_FOREIGN_WORD = re.compile(r"[^\s\x00-\x7f]\S*|\S*[^\s\x00-\x7f]\S*")
_SAMPLE = 50_000
# A text of a language has at least this share of its most frequent words.
_ENOUGH_FUNCTION_WORDS = 0.04
_GARBLED_WORDS = 0.15
_CONTROLS = 0.002
_REPLACED = 0.003


class NotText(ValueError):  # noqa: N818 - it says what the bytes are not
    """Why bytes are no article: a clause with its remedy, for the sentence that names the file."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text and the encoding that its bytes were read as."""

    text: str
    encoding: str


def decode(data: bytes) -> Decoded:
    """The text of a file, newlines as line feeds; raises NotText with the reason."""
    if not data:
        raise NotText("is empty; give a file that holds the text of an article")
    if data.startswith(_MAGIC):
        raise NotText("is a binary file, not plain text; save the article's text as .txt in UTF-8")
    decoded = _decoded(data)
    text = decoded.text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    _check(text)
    return Decoded(text, decoded.encoding)


def _decoded(data: bytes) -> Decoded:
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return Decoded(_strict(data[len(bom) :], encoding), encoding)
    if b"\0" in data[:_SAMPLE]:
        return _wide(data)
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError as error:
        return _not_utf8(data, error)


def _strict(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        if error.end >= len(data) - 1:
            raise _truncated() from error
        raise NotText(
            f"is damaged: byte {error.start} is no {encoding.upper()}; fetch it again or save it as UTF-8"
        ) from error


def _truncated() -> NotText:
    return NotText("is truncated: it ends in the middle of a letter; fetch the whole file again")


def _wide(data: bytes) -> Decoded:
    """UTF-16 without a mark shows by its zero bytes: letters are plain one way round only."""
    best, share = "", 0.0
    for encoding in ("utf-16-le", "utf-16-be"):
        sample = data[:_SAMPLE].decode(encoding, errors="replace")
        plain = len(_PLAIN.findall(sample)) / len(sample)
        if plain > share:
            best, share = encoding, plain
    if share < 0.95:
        raise NotText("is a binary file, not plain text; save the article's text as .txt in UTF-8")
    return Decoded(_strict(data, best), best)


def _not_utf8(data: bytes, error: UnicodeDecodeError) -> Decoded:
    """One of the older encodings, if its language's words come out; else damaged UTF-8."""
    candidates = []
    for encoding, language in _LEGACY:
        text = data.decode(encoding, errors="replace")
        if detect_language(text) == language and not _CONTROL.search(text[:_SAMPLE]):
            candidates.append((function_word_share(text, language), encoding, text))
    share, encoding, text = max(candidates, default=(0.0, "", ""))
    mended = data.decode("utf-8", errors="replace")
    multibyte = sum(letter > "\x7f" and letter != "\ufffd" for letter in mended[:_SAMPLE])
    if share >= _ENOUGH_FUNCTION_WORDS and mended[:_SAMPLE].count("\ufffd") > multibyte:
        return Decoded(text, encoding)
    if error.reason == "unexpected end of data" and error.start >= len(data) - 4:
        raise _truncated() from error
    if multibyte:
        raise NotText(
            f"is damaged: byte {error.start} is no UTF-8; fetch it again or save it anew as UTF-8"
        ) from error
    raise NotText("is in no encoding known here; save it as UTF-8") from error


def _check(text: str) -> None:
    """Raise NotText for a text that is none: blank, binary, HTML, or decoded wrongly before."""
    if not any(letter.isalpha() for letter in text):
        blank = "is blank" if not text.strip() else "holds no words"
        raise NotText(f"{blank}; give a file that holds the text of an article")
    if _garbled(text):
        raise NotText("is garbled: its bytes were read in a wrong encoding before; fetch it again as UTF-8")
    sample = text[:_SAMPLE]
    if len(_CONTROL.findall(sample)) > _CONTROLS * len(sample):
        raise NotText("is a binary file, not plain text; save the article's text as .txt in UTF-8")
    if _HTML.match(sample):
        raise NotText("is an HTML page; save the article's text as .txt in UTF-8")
    if text.count("\ufffd") > max(2, _REPLACED * len(text)):
        raise NotText("is half decoded: letters were lost and stand as U+FFFD; fetch it again as UTF-8")


def _garbled(text: str) -> bool:
    """Whether many words turn into sense when the wrong reading of their bytes is undone."""
    words = [word for word in _FOREIGN_WORD.findall(text) if len(word) > 2]
    words = words[:: max(1, len(words) // 2000)]
    return bool(words) and sum(map(_was_misread, words)) > _GARBLED_WORDS * len(words)


def _was_misread(word: str) -> bool:
    for encoding in ("windows-1252", "latin-1", "windows-1256", "windows-1251"):
        try:
            mended = word.encode(encoding).decode("utf-8")
        except (UnicodeEncodeError, UnicodeDecodeError):
            continue
        if mended != word and any(letter.isalpha() and letter > "\x7f" for letter in mended):
            return True
    accented = sum("\u00c0" <= letter <= "\u00ff" for letter in word)
    return accented > 3 and accented * 4 > len(word) * 3
