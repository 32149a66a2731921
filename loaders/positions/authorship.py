"""Whose own words a whole text is: a statement or communique published as it stands, or an editorial.

Reads the title and the opening sentence; gives the speaker whom "we" means throughout the text.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import pairwise

from loaders.positions.clauses import NOBODY, Speaker, represented
from loaders.reading.document import Document, Sentence
from loaders.reading.language import Name, Sense, Verb
from loaders.reading.layout import Kind
from loaders.reading.mentions import Mention, within
from loaders.reading.patterns import Hit
from loaders.reading.text import fold_name
from loaders.reading.transliteration import slug
from ontology.vocabulary import Organization

_BYLINE = re.compile(r"By ((?:[A-Z][\w.'’-]* ){1,3}[A-Z][\w.'’-]+)(?:,| is an?) (.+)")
_SECTIONS = frozenset({"/", ">", "»", "›"})  # signs between the sections of a site
_OPENING = 2  # sentences in which "we, the leaders of …" may stand
_HEAD = 4  # sentences at the top in which it may be said who adopted a text
_NAMED_FIRST = 3  # words of a line under the title in which its speaker is named
_APPOSED = 24
_TOLD_WITHIN = 4


def author_of(document: Document, mentions: tuple[Mention, ...]) -> Speaker:
    """Who speaks in a text that its title calls a statement; nobody where an outlet tells it."""
    editor = _editor(document)
    if editor:
        return Speaker(editor, (editor,))
    if writer := _columnist(document):
        return Speaker(writer, (writer,))
    for found in (_adopters(document, mentions), _signed(document, mentions)):
        if not found.nobody:
            return found
    titled = next((s for s in document.sentences if s.kind in (Kind.TITLE, Kind.HEADING)), None)
    if titled is None or titled.index > 0 or not _is_statement(document, titled, mentions):
        return NOBODY
    body = [s for s in document.sentences if s.kind not in (Kind.TITLE, Kind.HEADING)][:_OPENING]
    ourselves = next((who for s in body if not (who := self_named(document, s, mentions)).nobody), NOBODY)
    return ourselves if not ourselves.nobody else _in_title(document, titled, mentions)


def _editor(document: Document) -> str | None:
    """The outlet whose editorial a text is: "Editorial" opens a line over it, which names the outlet."""
    body = next((s for s in document.sentences if s.kind not in (Kind.TITLE, Kind.HEADING)), None)
    words, marks = document.words, document.language.words("editorials")
    head = bisect_left(words.starts, body.start) if body else 0
    marked = any(_marked(words.folded, at, marks) and _opens_line(document, at) for at in range(head))
    if not marked and not any(_last_section(document, at) for at in range(1, head)):
        return None
    hits = document.language.lexicon.find(words.folded[:head])
    named = (hit.sense.id for hit in hits if isinstance(hit.sense, Name))
    outlets = (document.layout.publisher, *named)
    entries = (document.vocabulary.items.get(item or "") for item in outlets)
    return next((e.id for e in entries if isinstance(e, Organization) and e.category == "outlet"), None)


def _marked(folded: tuple[str, ...], at: int, marks: frozenset[str]) -> bool:
    """Whether one of the marks, of a word or more, begins at a word: от редакции."""
    return any(mark == " ".join(folded[at : at + mark.count(" ") + 1]) for mark in marks)


def _columnist(document: Document) -> str | None:
    """The one who writes a commentary in his own name: By Laura Whitfield, senior fellow of …."""
    trades = document.language.words("trades")
    for block in document.layout.blocks:
        if block.kind in (Kind.BYLINE, Kind.HEADING) and document.language.code == "en":
            byline = _BYLINE.match(document.text[block.start : block.end])
            if byline and not trades.isdisjoint(fold_name(byline[2]).split()):
                return f"person:{slug(byline[1], 'en')}"
    return None


def _signed(document: Document, mentions: tuple[Mention, ...]) -> Speaker:
    """The one in office by whom a line under an English title says a text is: by NATO Secretary General X."""
    folded, words = document.words.folded, document.language.words
    for sentence in document.sentences[:_HEAD]:
        headed = sentence.kind in (Kind.TITLE, Kind.HEADING) or document.text[sentence.start].islower()
        if headed and document.language.code == "en" and folded[sentence.first] in words("by"):
            near = within(mentions, sentence.first + 1, sentence.first + 1 + _NAMED_FIRST)
            found = next((m for m in near if m.kind == "person" and m.role and m.state), None)
            return represented(document.vocabulary, found) if found else NOBODY
    return NOBODY


def _opens_line(document: Document, at: int) -> bool:
    """Whether a word is among the first of its line: GT Editorial: …."""
    words = document.words
    return at <= 1 or "\n" in document.text[words.starts[at - 2] : words.starts[at]]


def _last_section(document: Document, at: int) -> bool:
    """Whether a word for editorials is the last of a line of sections: Home / Opinion / Editorials."""
    words, sections = document.words, document.language.words("editorial_sections")
    parted = document.text[words.ends[at - 1] : words.starts[at]].strip() in _SECTIONS
    return parted and words.folded[at] in sections and document.text[words.ends[at] :].startswith("\n")


def _adopters(document: Document, mentions: tuple[Mention, ...]) -> Speaker:
    """Those of whose text a line over it says that they adopted it: Adopted by the Council of the AU at …."""
    folded, words = document.words.folded, document.language.words
    for sentence in document.sentences[:_HEAD]:
        opens = sentence.first + 1 < sentence.last and folded[sentence.first] in words("adopted")
        if opens and folded[sentence.first + 1] in words("by"):
            return _all(document, _row(document, sentence, sentence.first + 1, mentions))
    return NOBODY


def self_named(document: Document, sentence: Sentence, mentions: tuple[Mention, ...]) -> Speaker:
    """Those named behind "we" between commas: We, the leaders of Australia, Canada and Japan, …."""
    folded, we = document.words.folded, document.language.words("we")
    for at in range(sentence.first, min(sentence.first + 3, sentence.last - 1)):
        if folded[at] in we and document.breaks[at + 1]:
            return _all(document, _row(document, sentence, at, mentions))
    return NOBODY


def _row(
    document: Document, sentence: Sentence, at: int, mentions: tuple[Mention, ...]
) -> tuple[Mention, ...]:
    """The mentions that follow each other from a word on, only "and", commas and titles between."""
    end = min(at + _APPOSED, sentence.last)
    named = _named(at, end, mentions)
    inside = {word for m in named for word in range(m.first, m.last)}
    acts = (h for h in sentence.hits if h.start > at and (_finite(h) or _base(h)))
    stop = min((h.start for h in acts if h.start not in inside), default=end)
    named = tuple(m for m in named if m.first < stop)
    row = list(named[:1])
    for before, after in pairwise(named):
        if after.first - before.last > 2:
            break
        row.append(after)
    return tuple(row)


def _is_statement(document: Document, title: Sentence, mentions: tuple[Mention, ...]) -> bool:
    """Whether a title only names a statement: no verb tells that somebody made one, or spoke of one."""
    at = _statement_word(document, title)
    if at is None:
        return False
    folded, before = document.words.folded, document.language.words("prepositions") - {"of"}
    named = {word for m in within(mentions, title.first, title.last) for word in range(m.first, m.last)}
    nouns = document.language.words("statements") | document.language.words("answered")
    far = title.last if _is_label(document, at) else at + _TOLD_WITHIN
    start = _title_start(document, title, at)
    if not document.language.words("title_acts").isdisjoint(folded[start:at]):
        return False
    if not document.language.words("title_tells").isdisjoint(folded[at : title.last]):
        return False
    acts = (hit for hit in title.hits if hit.start not in named and hit.start < far)
    acts = (hit for hit in acts if hit.start < at or folded[hit.start] not in nouns)
    acts = (hit for hit in acts if hit.start >= start)
    told = any(_finite(hit) or (_base(hit) and hit.start - 1 in named) for hit in acts)
    return not told and before.isdisjoint(folded[start:at])


def _is_label(document: Document, at: int) -> bool:
    """Whether a colon follows the word for a statement: Interview: NATO chief says …."""
    words = document.words
    return at + 1 < len(words) and ":" in document.text[words.ends[at] : words.starts[at + 1]]


def _statement_word(document: Document, title: Sentence) -> int | None:
    words = document.language.words("statements")
    folded, press = document.words.folded, document.language.words("press")
    found = (at for at in range(title.first, title.last) if folded[at] in words)
    named = (at for at in found if folded[at] != "conference" or folded[at - 1] in press)
    return next(named, None)


def _finite(hit: Hit[Sense]) -> bool:
    return isinstance(hit.sense, Verb) and hit.sense.form in ("past", "present")


def _base(hit: Hit[Sense]) -> bool:
    return isinstance(hit.sense, Verb) and hit.sense.form == "base"


def _in_title(document: Document, title: Sentence, mentions: tuple[Mention, ...]) -> Speaker:
    """Those whom a title names before it says what the statement is on."""
    folded, ends = document.words.folded, document.language.words("statement_on")
    at = _statement_word(document, title) or title.first
    end = next((i for i in range(at + 1, title.last) if folded[i] in ends), title.last)
    first = _title_start(document, title, at)
    if owner := _whose(document, at, mentions):
        return _voiced(document, _all(document, (owner,)), mentions)
    if not document.language.words("jointly").isdisjoint(folded[first:at]):
        named = _named(first, end, mentions) or _named(at, title.last, mentions)
    else:
        named = _named(first, end, mentions)
    official = _of_ministry(document, named, _named(title.first, title.last, mentions))
    return _voiced(document, _all(document, official or named), mentions)


def _whose(document: Document, at: int, mentions: tuple[Mention, ...]) -> Mention | None:
    """The one in the possessive right before the word for a statement: Lavrov's interview with TV BRICS."""
    before = within(mentions, max(0, at - _APPOSED), at)
    own = (m for m in before if m.last == at and document.possessive(at - 1) and m.kind != "place")
    return next(own, None) if document.language.code == "en" else None


def _title_start(document: Document, title: Sentence, at: int) -> int:
    """Where the part of a title begins that names the statement: behind its last colon before that."""
    words = document.words
    colons = (
        i for i in range(at, title.first, -1) if ":" in document.text[words.ends[i - 1] : words.starts[i]]
    )
    return next(colons, title.first)


def _voiced(document: Document, speaker: Speaker, mentions: tuple[Mention, ...]) -> Speaker:
    """A state's statement in the voice of its envoy or minister whom the lines over it name, in English."""
    if document.language.code != "en" or speaker.voice is not None or len(speaker.holders) != 1:
        return speaker
    for sentence in document.sentences[1:_HEAD]:
        for mention in within(mentions, sentence.first, min(sentence.first + _NAMED_FIRST, sentence.last)):
            if mention.kind == "person" and mention.role and mention.state in (None, *speaker.holders):
                return Speaker(mention.id, speaker.holders)
    return speaker


def _named(first: int, last: int, mentions: tuple[Mention, ...]) -> tuple[Mention, ...]:
    return tuple(m for m in within(mentions, first, last) if m.kind != "place")


def _of_ministry(
    document: Document, named: tuple[Mention, ...], titled: tuple[Mention, ...]
) -> tuple[Mention, ...]:
    """The ministry of an official who writes, where nobody is named with an office of a state."""
    if document.language.code != "en" or any((m.state or m.id).startswith("state:") for m in named):
        return ()
    entries = ((m, document.vocabulary.items.get(m.id)) for m in titled)
    return tuple(m for m, e in entries if isinstance(e, Organization) and e.category == "ministry")[:1]


def _all(document: Document, named: tuple[Mention, ...]) -> Speaker:
    """One speaker for all who are named; with a voice only where a single one is."""
    speakers = [represented(document.vocabulary, m) for m in named if m.how != "demonym"]
    holders = tuple(dict.fromkeys(h for speaker in speakers for h in speaker.holders))
    voices = {speaker.voice for speaker in speakers}
    return Speaker(voices.pop() if len(voices) == 1 else None, holders)
