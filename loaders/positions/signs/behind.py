"""What judges a target from behind it: a predicate, a verb of which it is the object."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from loaders.positions.candidates import Target
from loaders.positions.clauses import Clause
from loaders.positions.signs.borders import begins_with_and, clause_between, goes_on_with_that, told_anew
from loaders.positions.signs.cues import judges_before
from loaders.positions.signs.effects import NEXT, effect_of
from loaders.reading.document import Document, Sentence
from loaders.reading.language import Cue, Name, Verb
from loaders.reading.patterns import Hit

_AFTER = 9
_PLACED = 5  # words from a thing to its predicate behind where it is
_FRONTED = 3  # words of an object in front before the target among them: снимать санкции с Ирана США …
_OPENS = 1  # words before a target that is itself the subject of its clause


def judged_behind(
    document: Document,
    clause: Clause,
    cues: list[Hit[Cue | Verb]],
    target: Target,
    topics: list[Target],
) -> Hit[Cue | Verb] | None:
    """The cue that judges the target from behind, if no other topic, predicate or clause stands between."""
    for hit in cues:
        at = _judged_at(hit, target)
        if not target.last <= at <= target.last + _AFTER:
            continue
        if effect_of(hit.sense) == "turn":
            if any(other.start == hit.start and judges_before(other) for other in cues):
                continue  # пока невозможно
            return None
        others = (t for t in topics if t.id != target.id or t.opposite != target.opposite)
        between = any(target.last <= other.first < at for other in others)
        if between or not effect_of(hit.sense).startswith("after"):
            continue
        if clause_between(document, target.last, at) or _agrees(document, target, hit):
            continue
        if effect_of(hit.sense).endswith(NEXT) and not _predicate(document, clause, target.last, hit.start):
            continue
        if goes_on_with_that(document, target.last, at):
            continue
        if document.language.code == "ar" and begins_with_and(document, at):
            continue
        if document.language.code == "ar" and told_anew(document, clause, target.last, at):
            continue
        if not document.language.words("evidence").isdisjoint(document.words.folded[target.last : at]):
            continue  # الخطوة دليل على فشل سياستهم: something else failed
        return None if _of_subject(document, clause, target, hit) else hit
    return None


def _predicate(document: Document, clause: Clause, start: int, at: int) -> bool:
    """Whether an Arabic word is the predicate of what ends right before it: الاتفاق خطأ, not الخطير."""
    words, between = document.words.folded, document.language.words("predicated")
    if start > at or any(document.breaks[start : at + 1]) or words[at][:2] == "ال":
        return False
    return between.issuperset(words[start:at]) or _placed(document, clause, start, at)


def _placed(document: Document, clause: Clause, start: int, at: int) -> bool:
    """Whether but a place or whose it is stands between: وجودها على الأراضي الألمانية ضروري."""
    words, lists = document.words.folded, document.language.words
    names = [name for name in document.sentences[clause.sentence].of(Name) if name.end == at]
    whose = any(name.start == start for name in names)
    led = at - start in range(2, _PLACED) and words[start] in lists("place_in")
    return whose or (led and (bool(names) or words[at - 1].startswith("ال")))


def _judged_at(hit: Hit[Any], target: Target) -> int:
    """Where a judgment stands: of one around the target, its last word: назвала санкции ошибкой."""
    around = bool(hit.words) and hit.start < target.first and target.last <= hit.words[-1]
    return hit.words[-1] if around and effect_of(hit.sense).startswith("after") else hit.start


def _agrees(document: Document, target: Target, hit: Hit[Any]) -> bool:
    """Whether the noun behind only goes with the target's adjective: борьба с террористической угрозой."""
    before, noun = document.words.folded[target.last - 1], document.words.folded[hit.start]
    pairs = (("ой", ("ой", "ей")), ("ом", ("ым", "им")), ("ем", ("ым", "им")), ("ами", ("ыми", "ими")))
    agreeing = any(noun.endswith(end) and before.endswith(ends) for end, ends in pairs)
    return document.language.code == "ru" and hit.start == target.last and agreeing


def _of_subject(document: Document, clause: Clause, target: Target, hit: Hit[Cue | Verb]) -> bool:
    """Whether a judgment behind "and" is of the clause's subject: India follows … and will not accept …."""
    joins = document.language.words("conjunctions")
    opens = target.first - clause.first <= _OPENS
    return document.language.code != "ar" and not opens and document.words.folded[hit.start - 1] in joins


def behind_stance(document: Document, clause: Clause, target: Target, cues: list[Hit[Cue | Verb]]) -> Target:
    """A target without its first words, where a verb parts the rest from them.

    أوكرانيا ترفض التنازل عن …: whoever does so is named among its words. Иран не откажется от программы.
    """
    if document.language.code == "ru" and target.first < clause.verb_at < target.last - 1:
        sentence = document.sentences[clause.sentence]
        mine = {at for h in sentence.of(Name) if h.sense.id in clause.holders for at in range(h.start, h.end)}
        rest = tuple(at for at in target.words if at > clause.verb_at)
        before = {at for at in target.words if at < clause.verb_at}
        return replace(target, first=rest[0], words=rest) if rest and before <= mine else target
    if document.language.code == "en":
        return _behind_verb(document, clause, target)
    if document.language.code != "ar":
        return target
    inside = [
        hit
        for hit in cues
        if target.first < hit.start
        and hit.end < target.last
        and isinstance(hit.sense, Verb)
        and hit.sense.effect in ("plus", "minus")
        and _states(document, hit)
    ]
    after = inside[-1].end if inside else _behind_called_upon(document, clause, target, cues)
    rest = tuple(at for at in target.words if after and at >= after)
    return replace(target, first=rest[0], words=rest) if rest else target


def _behind_verb(document: Document, clause: Clause, target: Target) -> Target:
    """An English target without its first words, where the verb of stance parts the rest from them.

    Burhan ruled out any negotiations: whoever does so is named among its words.
    """
    verb, at = clause.verb, clause.verb_at
    inside = target.first < at < target.words[-1] and at not in target.words if target.words else False
    if verb is None or not inside or effect_of(verb) not in ("support", "minus"):
        return target
    rest = tuple(word for word in target.words if word > at)
    return replace(target, first=rest[0], words=rest)


def _behind_called_upon(document: Document, clause: Clause, target: Target, cues: list[Hit[Any]]) -> int:
    """Where an Arabic target goes on behind whom it begins with and what he is to do: واشنطن إلى وقف …."""
    names = document.sentences[clause.sentence].of(Name)
    named = {at for h in names if h.sense.strength != "demonym" for at in range(h.start, h.end)}
    gaps = set(range(target.first, target.last)).difference(target.words)
    turns = (h for h in cues if h.start in gaps and not judges_before(h))
    hit = next((h for h in turns if effect_of(h.sense) in ("minus", "support")), None)
    begins = hit is not None and all(at in named for at in target.words if at < hit.start)
    return hit.end if begins and hit is not None else 0


def _states(document: Document, hit: Hit[Any]) -> bool:
    """Whether an Arabic verb, or a noun with whose it is, says where somebody stands: ترفض, رفضه."""
    words, verb = document.words.folded, hit.sense
    told = verb.form in ("past", "present") or (
        verb.form == "noun" and words[hit.start].endswith(("ها", "ه"))
    )
    return bool(verb.says and told) and words[hit.start - 1] not in document.language.words("relatives")


def verb_of_object(
    document: Document, clause: Clause, target: Target, topics: list[Target]
) -> tuple[Hit[Verb], bool] | None:
    """The Russian verb of a holder behind a target that is its object, and whether "not" turns it.

    Поставки оружия Киеву Венгрия не одобряет; вмешиваться в чужие дела Китай не будет; … поддержал Ирак.
    """
    sentence, words = document.sentences[clause.sentence], document.words.folded
    if document.language.code != "ru" or not _opens_clause(document, clause, target):
        return None
    end, named = target.last, _holder_at(sentence, clause, target.last)
    end = named or end
    lists = document.language.words
    passed = (lists("fillers") | lists("particles")) - lists("bare_not")
    while end < sentence.last and words[end] in passed and not document.breaks[end]:
        end += 1
    to_do = _infinitive_at(document, sentence, end)
    end += to_do is not None
    denied = not lists("bare_not").isdisjoint(words[end : end + 1])
    found = _verb_at(sentence, end) or (_verb_at(sentence, end + 1) if denied else None)
    if found is None or any(document.breaks[target.last : found.end]):
        return None
    own = clause.verb_at == found.start
    ahead = any(_holder_at(sentence, clause, at) for at in range(clause.first, target.first))
    subject = named or (own and (ahead or _holder_at(sentence, clause, found.end)))
    others = any(found.end <= t.first < clause.last and not document.breaks[found.end] for t in topics)
    turned = (denied and found.start > end) != (to_do is not None and effect_of(to_do.sense) == "minus")
    return (found, turned) if subject and not others else None


def _opens_clause(document: Document, clause: Clause, target: Target) -> bool:
    """Whether a target opens a Russian clause, but for a noun or verb that it depends on."""
    words, lists = document.words.folded, document.language.words
    before = range(clause.first, target.first)
    stops = lists("prepositions") | lists("that") | lists("conjunctions") | lists("hypothetical")
    names = list(document.sentences[clause.sentence].of(Name))
    mine = {h.start for h in names if h.sense.id in clause.holders}
    return (
        len(before) <= _FRONTED
        and stops.isdisjoint(words[clause.first : target.first])
        and not any(document.breaks[at + 1] for at in before)
        and not any(h.start in before and h.start not in mine for h in names)
    )


def _holder_at(sentence: Sentence, clause: Clause, at: int) -> int:
    """Where the name of a holder ends that begins at a word; 0 where none does."""
    names = (h for h in sentence.of(Name) if h.start == at and h.sense.id in clause.holders)
    return max((h.end for h in names), default=0)


def _infinitive_at(document: Document, sentence: Sentence, at: int) -> Hit[Any] | None:
    """The Russian infinitive for or against a thing that is a word: санкции Брюссель отменять не станет."""
    if at >= sentence.last or not document.words.folded[at].endswith(("ть", "ться", "ти")):
        return None
    hits: tuple[Hit[Any], ...] = (*sentence.of(Cue), *sentence.of(Verb))
    here = (h for h in hits if h.start == at and h.end == at + 1)
    return next((h for h in here if effect_of(h.sense) in ("plus", "minus", "support")), None)


def _verb_at(sentence: Sentence, at: int) -> Hit[Verb] | None:
    """The finite verb that takes a side and begins at a word, the longest."""
    finite = (
        h for h in sentence.of(Verb) if h.start == at and h.sense.form in ("past", "present", "we", "passive")
    )
    sided = (h for h in finite if h.sense.effect in ("plus", "minus"))
    return max(sided, key=lambda h: h.end, default=None)
