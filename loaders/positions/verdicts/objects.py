"""The actors that are objects of a cue, and who does what it tells."""

from __future__ import annotations

from typing import Any

from loaders.positions.clauses import Clause
from loaders.positions.verdicts.judgeable import conduct, judgeable
from loaders.reading.document import Document, Sentence
from loaders.reading.language import Name, Reference, Title
from loaders.reading.mentions import Mention
from loaders.reading.patterns import Hit

_OBJECT = 5
_DEED = 3  # more words of the deed where "by" leads to whoever does it
_SUBJECTS = frozenset(
    {"gathering", "council", "several_states", "both_states", "speaker_again", "ministry", "own_state"}
)
_ASIDE = 5  # words of an aside: في هذا السياق, in the strongest possible terms
_TO_RELATIVE = 8  # words from praise or blame to a relative clause
_IN_RELATIVE = 6  # words from its beginning to the actor who does what it tells
_APPOSED = 16  # words between commas that say who the subject is
_INSERTED = 14  # words of an insertion between commas
_JOINED = 3  # words of a list between two actors: the SCO and of BRICS


def objects_of(hit: Hit[Any], inside: list[Mention], clause: Clause, document: Document) -> list[Mention]:
    """The actor that a word of praise or blame governs, with those that "and" joins to it."""
    found = [m for m in inside if hit.start < m.first and m.last < hit.end and judgeable(m, clause)][:1]
    found = found or [m for m in inside if _ends_in(m, hit) and judgeable(m, clause)]  # رحب بالموقف الفرنسي
    on = document.words.folded[hit.end - 1] in document.language.words("blamed_on")
    if on and any(m.first == hit.end and judgeable(m, clause) for m in inside):
        found = []  # ответственность за план Трампа лежит на Вашингтоне
    if not found and (fronted := _fronted_object(hit, inside, clause, document)):
        return [fronted]
    reach = (
        found[0].last if found else _past_aside(document, _past_subject(document, clause, hit), clause.last)
    )
    lists = document.language.words
    passed: set[int] = set()
    for mention in inside:
        if not found and reach > hit.end and (behind := past_insertion(document, reach, clause.last)) > reach:
            reach = behind
            passed.add(reach)
        if mention in found or _is_victim(document, mention):
            continue
        if not found and 0 <= mention.first - reach <= 2 and not judgeable(mention, clause):
            reach = _past_aside(document, mention.last, clause.last)  # the subject between: اتهم لافروف الغرب
            continue
        behind = 0 if found or mention.first <= reach else _past_apposition(document, reach, mention.first)
        reach = behind or reach  # رحب فلان، وزير خارجية …، بالموقف الفرنسي
        close = reach > hit.end and mention.first - reach <= 1
        cut = not close and any(document.breaks[reach + (reach in passed) : mention.first + 1])
        cut = cut and not lists("apposed_to").issuperset(document.words.folded[reach : mention.first])
        before = document.words.folded[mention.first - 1]
        cut = cut or (mention.first > hit.end and before in document.language.words("place_in"))
        between = document.words.folded[reach : mention.first]
        cut = cut or any(_of_another(document, word) for word in between[1:])
        cut = cut or (reach < mention.first and document.words.folded[reach] in _and(document))
        cut = cut or _that_opens(document, hit, between)
        told = _led(document, mention) and not lists("relatives").isdisjoint(between)
        does = mention.first > reach and before in lists("by")
        cut = cut or not lists("place_in").isdisjoint(between)
        cut = cut or not (does or lists("deeds").isdisjoint(between))
        if not found and _whose_conduct(document, reach, mention):
            cut = any(document.breaks[reach : mention.first + 1])
        far = 0 if hit.sense.effect in ("backs", "misdeeds") else _OBJECT + does * _DEED
        governed = not (cut or told) and reach <= mention.first <= reach + far and judgeable(mention, clause)
        joined = bool(found) and joined_to(document, found[-1], mention)
        joined = joined and before not in lists("left_out")  # هي روسيا وليست أوكرانيا
        if joined or (not found and governed):
            found.append(mention)
    return found


def _ends_in(mention: Mention, hit: Hit[Any]) -> bool:
    """Whether words of praise end with the noun for what an actor does, with which his mention begins."""
    return mention.how == "conduct" and hit.start < mention.first < hit.end <= mention.last


def _past_apposition(document: Document, at: int, end: int) -> int:
    """Where an object begins behind what two Arabic commas say of the subject: …، وزير …، بالموقف …."""
    words, lists = document.words.folded, document.language.words
    if document.language.code != "ar" or not document.breaks[at] or words[at] in lists("that"):
        return 0
    closes = next((i for i in range(at + 1, min(at + _APPOSED, end + 1)) if document.breaks[i]), 0)
    title = not words[at].startswith(("و", "ف")) or words[at].startswith("وزير")
    return closes if title and closes and words[closes].startswith(("ب", "ل", "علي")) else 0


def _is_victim(document: Document, mention: Mention) -> bool:
    """Whether a relative clause tells that an actor is hit: أدان المخططات التي تستهدف لبنان."""
    words, language = document.words.folded, document.language
    hit = words[mention.first - 1] in language.words("suffered")
    return hit and words[mention.first - 2] in language.words("relative_objects")


def _led(document: Document, mention: Mention) -> bool:
    """Whether a preposition leads to an Arabic actor, who then does nothing: التي قدمت لمجلس الأمن."""
    words, language = document.words.folded, document.language
    word, before = words[mention.first], words[mention.first - 1] if mention.first else ""
    clings = word.startswith(("ل", "ب")) and word not in language.initial_words
    return clings or before in language.words("place_in") or before in language.words("leading")


def _that_opens(document: Document, hit: Hit[Any], between: tuple[str, ...]) -> bool:
    """Whether "that" follows an Arabic word of praise: منوها أن إسرائيل …, which praises nobody."""
    return (
        document.language.code == "ar"
        and hit.sense.effect == "praise"
        and not document.language.words("that").isdisjoint(between)
    )


def _whose_conduct(document: Document, reach: int, mention: Mention) -> bool:
    """Whether an actor's conduct comes first, and he behind adjectives: السياسة الاستفزازية لواشنطن."""
    words = document.words.folded
    opens = words[reach].removeprefix("ب").removeprefix("ال") if reach < mention.first else ""
    return (
        document.language.code == "ar" and words[mention.first].startswith("ل") and opens in conduct(document)
    )


def _past_subject(document: Document, clause: Clause, hit: Hit[Any]) -> int:
    """Behind a subject without a name that follows a word of praise or blame: وأيد المجلس الصومال."""
    if document.language.code != "ar":
        return hit.end
    sentence = document.sentences[clause.sentence]
    here = (h for h in sentence.of(Reference) if h.start == hit.end)
    end = max((h.end for h in here if h.sense.kind in _SUBJECTS), default=hit.end)
    return _past_envoy(document, sentence, hit.end) or end


def _past_envoy(document: Document, sentence: Sentence, start: int) -> int:
    """Behind an envoy and the body to which he is sent: المندوب السوري لدى الأمم المتحدة; else 0."""
    end = max((h.end for h in sentence.of(Title) if h.start == start), default=0)
    end = max(
        (h.end for h in sentence.of(Name) if h.start == end and h.sense.strength == "demonym"), default=end
    )
    if not end or document.words.folded[end : end + 1] == () or start == end:
        return 0
    if document.words.folded[end] not in document.language.words("posted_at"):
        return 0
    return max((h.end for h in sentence.of(Name) if h.start == end + 1), default=0)


def _past_aside(document: Document, at: int, last: int) -> int:
    """Behind an Arabic aside such as "in this context", if one begins at a word."""
    words = document.words.folded
    opens = words[at : at + 1] and words[at] in document.language.words("asides")
    closes = document.language.words("aside_ends")
    ends = (end + 1 for end in range(at, min(at + _ASIDE, last)) if words[end] in closes)
    return next(ends, at) if opens else at


def past_insertion(document: Document, at: int, last: int) -> int:
    """Behind an Arabic insertion between commas that begins at a word: اتهم فلان، في كلمة له، الغرب …."""
    opens = document.language.words("inserted")
    if not opens or at >= last or not document.breaks[at] or document.words.folded[at] not in opens:
        return at
    return next((end for end in range(at + 1, min(at + _INSERTED, last)) if document.breaks[end]), at)


def doer_of(hit: Hit[Any], inside: list[Mention], clause: Clause, document: Document) -> list[Mention]:
    """The actor inside a relative clause that is praised or blamed: ثمن الدور الذي تضطلع به قطر."""
    words, relatives = document.words.folded, document.language.words("relative_objects")
    if document.language.code != "ar" or hit.sense.effect not in ("praise", "blame"):
        return []
    opens = (at for at in range(hit.end, min(hit.end + _TO_RELATIVE, clause.last)) if words[at] in relatives)
    at = next(opens, None)
    if at is None or sum(document.breaks[hit.end : at + 1]) % 2:
        return []
    if at + 1 >= clause.last or words[at + 1] in document.language.words("suffered"):
        return []  # ندد بالضربات التي تعرضت لها إيران
    found: list[Mention] = []
    for mention in inside:
        near = at < mention.first <= at + _IN_RELATIVE and not any(document.breaks[at : mention.first + 1])
        first = not found and near and judgeable(mention, clause) and not _led(document, mention)
        if first or (found and joined_to(document, found[-1], mention)):
            found.append(mention)
    return found


def _fronted_object(
    hit: Hit[Any], inside: list[Mention], clause: Clause, document: Document
) -> Mention | None:
    """The Russian object that opens a clause: «США он обвинил в пиратстве»."""
    words = document.words.folded
    if document.language.code != "ru" or words[hit.end : hit.end + 1] not in (("в",), ("во",), ("за",)):
        return None
    for mention in inside:
        opens = mention.first - clause.first <= 1 and mention.last <= hit.start <= mention.last + 2
        governed = words[mention.first - 1] in document.language.words("prepositions")
        if opens and not governed and judgeable(mention, clause):
            return mention
    return None


def _of_another(document: Document, word: str) -> bool:
    """Whether a word turns to another object: انتهاكا لقرارات …."""
    language = document.language
    return language.code == "ar" and word.startswith("ل") and word not in language.initial_words


def joined_to(document: Document, before: Mention, mention: Mention) -> bool:
    """Whether an actor stands in one list with the one before it."""
    between = document.words.folded[before.last : mention.first]
    listed = document.language.words("listed")
    if not 0 <= len(between) <= 1 and not (len(between) <= _JOINED and listed.issuperset(between)):
        return False
    if document.language.code != "ar":
        joins = document.language.words("joins") | listed
        return joins.issuperset(between)  # and no preposition: the OSCE in Ukraine
    words = document.words.folded[before.last : mention.first + 1]
    return document.breaks[mention.first] or any(
        word.startswith("و") and word not in document.language.initial_words for word in words
    )


def _and(document: Document) -> frozenset[str]:
    """Words for "and": what stands behind one beside a noun is not governed by it (союзники и Украина)."""
    return document.language.words("conjunctions") if document.language.code == "ru" else frozenset()
