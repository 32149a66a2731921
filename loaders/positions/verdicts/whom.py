"""Whom a cue of praise or blame judges, among the actors of its clause."""

from __future__ import annotations

from typing import Any

from loaders.positions.clauses import Clause
from loaders.positions.verdicts.judgeable import DEEDS, FROM_BEHIND, conduct, judgeable, over_insertion
from loaders.positions.verdicts.objects import doer_of, objects_of
from loaders.reading.document import Document
from loaders.reading.mentions import Mention
from loaders.reading.patterns import Hit

_AS_ACTORS = frozenset({"name", "metonym", "anaphora", "side"})  # named themselves, not by whoever speaks
_BY_MEMBERS = frozenset({"joins", "leaves"})
_DESCRIBED_WITHIN = 4  # words between an actor's conduct and what it is called
_OF_ITS_ACT = 6  # words between an actor in the possessive and what is said of his conduct
_CHARGED_WITHIN = 20  # words from an Arabic "accused" to whom
_ALLEGED = 5  # words before "support" in which it is a charge


def whom(hit: Hit[Any], inside: list[Mention], clause: Clause, document: Document) -> list[Mention]:
    """The actors of whom a cue says something: only blocs are joined, left or written off."""
    effect = hit.sense.effect
    if effect == "proven":
        return [
            m for m in written_off(document, hit, inside) if not any(document.breaks[m.last : hit.start + 1])
        ]
    if effect == "written_off":
        return [m for m in written_off(document, hit, inside) if not _only_around(document, m, hit)]
    if effect == "deeds":
        return [m for m in inside if m.first == hit.end and _does(document, m) and judgeable(m, clause)]
    if effect in DEEDS:
        return []
    if effect in FROM_BEHIND:
        found = [m for m in inside if _right_before(document, m, hit)][-1:]
        found = found or _verb_before(document, inside, hit)
        found = [m for m in found if not (m.last < hit.start and _in_phrase(document, m))]
        found = [m for m in found if not _only_there(document, m)]
        return [*_listed_before(document, found, inside), *found]
    if effect == "warned":
        inside = [m for m in inside if hit.start < m.first and m.last < hit.end]  # not of whom it warns
        return [m for m in inside if m.how in _AS_ACTORS and judgeable(m, clause)][-1:]
    if effect in _BY_MEMBERS:
        inside = [m for m in inside if m.kind == "bloc"] if clause.level != "carried" else []
        inside = [m for m in inside if not _names_another(document, m)]
    if effect == "backing" and (not _backs(clause) or _is_given_up(document, hit)):
        return []
    if effect == "backing" and _backed_by_another(hit, inside, clause, document):
        return []
    if effect == "wrecked":
        inside = [m for m in inside if hit.end <= m.first <= hit.end + 1]
    judged = objects_of(hit, inside, clause, document) or doer_of(hit, inside, clause, document)
    if effect == "charged" and not judged:
        return _charged_with(document, hit, inside, clause)
    if effect == "backing" and judged and (judged[0].role or "").endswith("envoy"):
        return []  # support for an envoy's efforts is for what he works for
    if effect == "backing" and judged and not _is_supported(hit, judged[0], inside, document):
        return []
    return judged


def _charged_with(document: Document, hit: Hit[Any], inside: list[Mention], clause: Clause) -> list[Mention]:
    """The Arabic actor far behind "accused", before what he is accused of: اتهم … في كلمة له الغرب بشن …."""
    folded, words = document.words.folded, document.language.words
    for actor in inside if document.language.code == "ar" else ():
        near = hit.start < actor.first <= hit.start + _CHARGED_WITHIN and actor.last < clause.last
        if not near or actor.how not in _AS_ACTORS or not judgeable(actor, clause):
            continue
        led = folded[actor.first - 1] in words("place_in") | words("leading") | words("function_words")
        owned = (
            folded[actor.first].startswith("ل") and folded[actor.first] not in document.language.initial_words
        )
        if folded[actor.last].startswith("ب") and not (led or owned):
            return [actor]
    return []


def _does(document: Document, actor: Mention) -> bool:
    """Whether a Russian name stands in the case of a doer: сокрытие Арменией карт."""
    word = document.words.folded[actor.last - 1]
    return actor.how in ("name", "metonym") and word.endswith(("ом", "ем", "ой", "ей", "ью", "ами", "ями"))


def _names_another(document: Document, actor: Mention) -> bool:
    """Whether an English name goes on with capitals: to join the United Nations Register is no accession."""
    words = document.words
    if document.language.code != "en" or actor.last >= len(words) or document.breaks[actor.last]:
        return False
    gap = document.text[words.ends[actor.last - 1] : words.starts[actor.last]]
    return gap == " " and document.text[words.starts[actor.last]].isupper()


def _only_around(document: Document, actor: Mention, hit: Hit[Any]) -> bool:
    """Whether a Russian preposition leads an actor before what is written off: построенная вокруг НАТО."""
    before = document.words.folded[max(0, actor.first - 1)]
    led = before in document.language.words("prepositions") and actor.last <= hit.start
    return led and document.language.code == "ru"


def _listed_before(document: Document, found: list[Mention], inside: list[Mention]) -> list[Mention]:
    """Those whom "and" joins to a Russian actor before him: НАТО и Евросоюз превратили …."""
    joins = document.language.words("joins")
    listed: list[Mention] = []
    first = found[0].first if found and document.language.code == "ru" else -1
    for mention in reversed(inside):
        between = document.words.folded[mention.last : max(first, mention.last)]
        if mention.last < first and len(between) == 1 and joins.issuperset(between):
            listed.insert(0, mention)
            first = mention.first
    return listed


def _verb_before(document: Document, inside: list[Mention], hit: Hit[Any]) -> list[Mention]:
    """The Arabic actor right behind the verb that opens what is said of him: تعمل واشنطن على زعزعة …."""
    if document.language.code != "ar":
        return []
    return [m for m in inside if m.first == hit.start + 1 and m.last < hit.end][:1]


def _right_before(document: Document, actor: Mention, hit: Hit[Any]) -> bool:
    """Whether what is said from behind is said of an actor: the United States and its allies seek …."""
    between = document.words.folded[actor.last : hit.start]
    inserted = over_insertion(document, actor.last, hit.start)
    between = document.words.folded[inserted : hit.start]
    relative = actor.last == hit.start and _opens_relative(document, hit)
    first = inserted + 1 if inserted > actor.last else actor.last
    if actor.last > hit.start or (not relative and any(document.breaks[first : hit.start + 1])):
        return False
    conducts = document.language.words("conducts")
    owned = bool(between) and document.possessive(actor.last - 1)
    if owned and len(between) <= _OF_ITS_ACT and between[0] in conducts:
        return True  # Japan's candidacy had no prospects
    if len(between) <= _DESCRIBED_WITHIN and document.words.folded[actor.first - 1] in conduct(document):
        return True  # وصف سياسة الصين الخارجية بأنها أكبر تحد
    return len(between) <= 1 or document.language.words("judged_tails").issuperset(between)


def _opens_relative(document: Document, hit: Hit[Any]) -> bool:
    """Whether words said of an actor open with a relative pronoun: the E3, which have …."""
    return document.language.code == "en" and document.words.folded[hit.start] in ("which", "who")


def _only_there(document: Document, actor: Mention) -> bool:
    """Whether an English name only says where something is: the troops in Japan threaten peace."""
    at = actor.first - 1
    at -= at > 0 and document.words.folded[at] in document.language.words("articles")
    inside = at > 0 and document.words.folded[at] in document.language.words("place_in")
    return document.language.code == "en" and inside and not document.breaks[at + 1]


def _in_phrase(document: Document, actor: Mention) -> bool:
    """Whether an actor stands behind a preposition: the destruction in Ukraine and must pay."""
    before = document.words.folded[max(0, actor.first - 1) : actor.first]
    return document.language.code == "en" and not document.language.words("prepositions").isdisjoint(before)


def _backs(clause: Clause) -> bool:
    """Whether support named in a clause is the holder's own, not laid to another's charge."""
    blamed = clause.verb is not None and clause.verb.effect in ("minus", "harm", "discuss")
    return not blamed and not clause.of_others and clause.level != "narrative"


def _is_given_up(document: Document, hit: Hit[Any]) -> bool:
    """Whether the support is to end: على الصين أن تتوقف عن دعم روسيا."""
    words, language = document.words.folded, document.language
    before = words[hit.start - 1] if hit.start else ""
    if before in language.words("support_ended"):
        return True
    gives_up = before == "عن" and words[hit.start - 2] in language.words("given_up")
    return gives_up and words[hit.start - 3] not in language.words("denying")


def _backed_by_another(hit: Hit[Any], inside: list[Mention], clause: Clause, document: Document) -> bool:
    """Whether an Arabic clause opens with another actor whose support it is: الصين لا يمكنها … دعم روسيا."""
    words, that = document.words.folded, document.language.words("bare_that")
    begins = clause.first + 1 if clause.level != "report" else -1
    opens = (m for m in inside if m.last < hit.start and (m.first <= begins or words[m.first - 1] in that))
    others = [m for m in opens if m.kind in ("state", "bloc") and m.id not in clause.holders]
    return document.language.code == "ar" and bool(others)


def _is_supported(hit: Hit[Any], actor: Mention, inside: list[Mention], document: Document) -> bool:
    """Whether the actor after "support" is given it, and is neither its giver nor named for another thing."""
    words = document.words.folded
    if _has_another(document, actor) or _sought(document, hit):
        return False  # support for Ukraine's bid; to win support from X
    named = {word for m in inside for word in range(m.first, m.last)}
    between = [words[at] for at in range(hit.end, actor.first) if at not in named]
    if not document.language.words("backing_between").issuperset(between):
        return False  # support for the security of X
    if words[actor.first].startswith("ل"):
        return True
    whose = words[hit.start] in document.language.words("his_support")  # his support, or: X supported him
    gives = any(0 <= m.first - actor.last <= 2 and words[m.first].startswith("ل") for m in inside)
    behind = words[actor.last] if actor.last < len(words) else ""
    gives = gives or (behind.startswith("لل") and behind not in document.language.words("helped_to"))
    return not whose and not gives


def _sought(document: Document, hit: Hit[Any]) -> bool:
    """Whether support is what somebody wins, lacks or is charged with: لحشد دعم الخليج, التهم بدعم فلان."""
    words, lists = document.words.folded, document.language.words
    before = words[max(0, hit.start - _ALLEGED) : hit.start]
    return not (lists("sought").isdisjoint(before[-1:]) and lists("alleged").isdisjoint(before))


def _has_another(document: Document, actor: Mention) -> bool:
    """Whether an actor only has what is supported, and is not supported as such with it."""
    words = document.words
    after = document.text[words.ends[actor.last - 1] - 2 : words.ends[actor.last - 1] + 1]
    if not after.startswith(("'s", "’s")) and after[2:] not in ("'", "’"):
        return False
    behind = words.folded[actor.last : actor.last + 1]
    return document.language.words("backed_as_such").isdisjoint(behind)


def written_off(document: Document, hit: Hit[Any], inside: list[Mention]) -> list[Mention]:
    """The bloc of which a passage says that it has had its day: right before the words, or right after."""
    blocs = [m for m in inside if m.kind == "bloc"]
    near = (
        [m for m in blocs if 0 <= hit.start - m.last <= 4]
        or [m for m in blocs if hit.start < m.first and m.last < hit.end]
        or [m for m in blocs if 0 <= m.first - hit.end <= 1]
    )
    found = near[-1:] + [m for m in blocs if near and near[-1].last <= m.first <= near[-1].last + 2]
    joins = document.language.words("conjunctions") | document.language.words("articles")
    for bloc in reversed(blocs):
        between = document.words.folded[bloc.last : found[0].first] if found else ()
        if found and bloc.last <= found[0].first and (len(between) <= 1 or joins.issuperset(between)):
            found.insert(0, bloc)  # "NATO and the OSCE have lost …"
    return found
