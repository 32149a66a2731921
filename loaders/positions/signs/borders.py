"""Where a clause ends for a cue: a quotation, "that", another member, a sentence told anew."""

from __future__ import annotations

from functools import lru_cache

from loaders.positions.candidates import Target
from loaders.positions.clauses import Clause
from loaders.positions.signs.effects import LINK, NEGATES_WITHIN, TOLD_THAT
from loaders.reading.document import Document, Sentence
from loaders.reading.language import Cue, Reference, Verb
from loaders.reading.patterns import Hit

_QUOTED = 4  # words from a cue to the end of its quotation, so that it is no single word in quotes
_JOINED_WITHIN = 3  # words between "and" and the cue that opens a new member behind it


def quote_ends(document: Document, start: int, end: int) -> bool:
    """Whether a quotation ends with a comma between two words: what it says governs nothing behind it."""
    words = document.words
    quote = document.quote_at(words.starts[start])
    if quote is None or not quote.closed or quote.end >= words.starts[end]:
        return False
    behind = next(at for at in range(start, end + 1) if words.starts[at] >= quote.end)
    return document.breaks[behind] and behind - start >= _QUOTED


def that_begins(document: Document, start: int, end: int) -> bool:
    """Whether "and that …" opens a statement between a cue and a target that the cue does not govern."""
    folded, words = document.words.folded, document.language.words
    opens = next((at for at in range(start, end) if folded[at] in words("and_that")), None)
    return opens is not None and not any(folded[at] in words("that") for at in range(start, opens))


def coordinated_within(document: Document, start: int, end: int, topics: list[Target]) -> bool:
    """Whether "and" opens a new member between a cue and a target: إزالة العقبات وزيادة المساعدات.

    Not where one more noun with its article follows in a list: مواجهة الإرهاب والتطرف وتهريب المخدرات.
    """
    of_topics = {word for t in topics for word in range(t.first, t.last)}
    folded = document.words.folded
    return any(
        begins_with_and(document, at) and at not in of_topics and not folded[at].startswith("وال")
        for at in range(start, end)
    )


def begins_with_and(document: Document, at: int) -> bool:
    """Whether an Arabic word carries "and" before it, and does not merely begin with its letter."""
    word, language = document.words.folded[at], document.language
    return (
        word.startswith("و")
        and word not in language.initial_words
        and word not in language.verb_forms
        and not word.startswith(tuple(language.words("waw_words")))
    )


def new_member(document: Document, start: int, target: Target, topics: list[Target]) -> bool:
    """Whether a deed of its own follows "and": прекращение огня и освобождение заложников."""
    of_others = {w for t in topics if t is not target for w in range(t.first, t.last)}
    words, endings = document.words.folded, tuple(document.language.words("member_endings"))
    joined = (
        at
        for at in range(start, target.first)
        if words[at] in document.language.words("conjunctions") and at not in of_others
    )
    verbs = document.language.words("member_verbs")
    if any(document.breaks[at] and words[at] in verbs for at in range(start + 1, target.first + 1)):
        return True  # should reject zero-sum games, resolve contradictions via dialogue
    return any(
        words[at + 1] in verbs
        or any(len(word) > 4 and word.endswith(endings) for word in words[at + 1 : target.first + 1])
        for at in joined
    )


def speech_begins(document: Document, start: int, end: int) -> bool:
    """Whether a colon opens a quotation between two words: what stands before does not govern it."""
    words = document.words
    between = document.text[words.ends[start - 1] : words.starts[end]]
    return ":" in between and any(mark in between for mark in '"«“')


def opens_member(document: Document, clause: Clause, hit: Hit[Cue | Verb]) -> int:
    """Where "and" stands before a noun or verb that is a cue, with which a new member begins; else -1."""
    if document.language.code == "ar":
        return -1
    words, joins = document.words.folded, document.language.words("conjunctions")
    for at in range(hit.start - 1, max(clause.first, hit.start - _JOINED_WITHIN) - 1, -1):
        if words[at] in joins:
            return at
        if document.breaks[at]:
            return -1
    return -1


def stated_anew(document: Document, sentence: Sentence, start: int, end: int) -> bool:
    """Whether another statement begins between two words: "and that …", "…, adding that …"."""
    folded, that = document.words.folded, document.language.words("that")
    told = [h for h in sentence.of(Verb) if h.sense.says and start <= h.start < end]
    if document.language.code == "ar" and any(_opens_another(document, hit) for hit in told):
        return True
    opens = {folded[at] for at in range(start, end) if document.breaks[at]}
    if document.language.code == "ar" and not opens.isdisjoint(document.language.words("and_that")):
        return True
    told_anew = any(not that.isdisjoint(folded[h.end : min(h.end + TOLD_THAT, end)]) for h in told)
    return told_anew or that_begins(document, start, end)


def _opens_another(document: Document, hit: Hit[Verb]) -> bool:
    """Whether an Arabic verb says another thing: …، معلنا استعداده, تؤيد … وأعربوا عن …."""
    finite = hit.sense.form in ("present", "past") and document.words.folded[hit.start].startswith("و")
    return finite or (document.breaks[hit.start] and hit.sense.form == "participle")


def denial_opens(document: Document, clause: Clause, at: int) -> bool:
    """Whether a denial opens what "without" goes on with, and no comma parts them: لا سبيل إلى … دون …."""
    denying, breaks = document.language.words("denying"), document.breaks
    for before in range(at - 1, clause.first - 1, -1):
        if breaks[before + 1]:
            return False
        if document.words.folded[before] in denying:
            return True
    return False


def clause_between(document: Document, start: int, end: int) -> bool:
    """Whether one comma parts a target from what comes behind: under sanctions, the bloc should …

    Two enclose an insertion; a cue right behind the comma judges what stands before it.
    """
    if document.language.code == "ar":
        return False
    words = document.words
    commas = [
        at for at in range(start, end + 1) if "," in document.text[words.ends[at - 1] : words.starts[at]]
    ]
    after_that = bool(commas) and words.folded[commas[0]] in document.language.words("that")
    return len(commas) == 1 and commas[0] < end and not after_that


def goes_on_with_that(document: Document, start: int, end: int) -> bool:
    """Whether "and that" opens another Russian statement in some words: …, и что оружие не нужно."""
    folded, joins = document.words.folded, document.language.words("conjunctions")
    that = document.language.words("that") if document.language.code == "ru" else frozenset[str]()
    return any(folded[at] in that and folded[at - 1] in joins for at in range(start + 1, end))


def told_anew(document: Document, clause: Clause, start: int, end: int) -> bool:
    """Whether a comma and a finite Arabic verb of saying stand in some words: …، فشدد فلان على …."""
    told = (h for h in document.sentences[clause.sentence].of(Verb) if start <= h.start < end)
    return any(
        h.sense.says and h.sense.form in ("past", "present") and document.breaks[h.start] for h in told
    )


def relative_before(document: Document, clause: Clause, target: Target) -> int:
    """Where the relative clause begins that a target stands in: what is before it does not govern the target.

    Only where the clause is set off by a comma (…, which suffered when the deal collapsed).
    """
    hits = document.sentences[clause.sentence].of(Reference)
    starts = (h.start for h in hits if h.sense.kind == "relative")
    set_off = (
        at for at in starts if clause.first < at < target.first and any(document.breaks[at - 1 : at + 1])
    )
    return max(set_off, default=clause.first - NEGATES_WITHIN) if document.language.code != "ar" else -1


def statement_opens(document: Document, clause: Clause, target: Target, before: int | None = None) -> int:
    """Where "and that" last opens a statement before a target (or a word), else −1: rejects X and that Y."""
    words, opens = document.words.folded, document.language.words("new_statement")
    closing = _closing_words(opens)
    places = range((target.first if before is None else before) - 1, clause.first + 1, -1)
    return next((i for i in places if words[i] in closing and f"{words[i - 1]} {words[i]}" in opens), -1)


@lru_cache(maxsize=8)
def _closing_words(phrases: frozenset[str]) -> frozenset[str]:
    """The last words of some phrases, by which most places are passed over."""
    return frozenset(phrase.rpartition(" ")[2] for phrase in phrases)


def only_topics(start: int, end: int, topics: list[Target]) -> bool:
    """Whether between two words stand mostly other topics: members of one list."""
    covered = sum(1 for t in topics for word in range(t.first, t.last) if start <= word < end)
    return end - start - covered <= LINK and covered > 0


def resumed(document: Document, clause: Clause, hit: Hit[Cue | Verb]) -> bool:
    """Whether a verb in a relative clause governs what stands before it: القمة التي دعا إليها."""
    words = document.words.folded
    if not isinstance(hit.sense, Verb) or words[hit.end] not in document.language.words("resumed"):
        return False
    before = document.sentences[clause.sentence].hits
    return any(
        isinstance(h.sense, Reference) and h.sense.kind == "relative" and 0 <= hit.start - h.end <= 1
        for h in before
    )
