"""The sign of a target: its cues, its deeds, what it is called, what judges it from behind."""

from __future__ import annotations

from loaders.positions.signs.effects import NEGATES_WITHIN, NEXT, Reading, effect_of
from loaders.positions.signs.turning import Turning
from loaders.positions.topics import negates
from loaders.reading.language import Cue, Name, Verb
from loaders.reading.patterns import Hit
from ontology.vocabulary import Principle

_DRAFTED = 12  # words from a draft to what it wants
_DONE_WITH = 7  # words from a verb to the thing with which something is done
_WILL_DO = 5  # words before such a verb in which "will" or "not" stands
_CALLED_SO = {"bad": -1, "scorn": -1, "ill": -1, "esteem": 1}  # what something is called
_CALLED_WITHIN = 6  # words from a thing to what it is called
_DEMANDED_WITHIN = 6  # words behind a thing in which stands what it is demanded to do


class Sign(Turning):
    """The sign of a target while its cues are composed, nearest first."""

    def of_deed(self) -> None:
        """Take side by what holders will or will not do in English with a thing: Berlin will send no tanks.

        What others will do with it says nothing of them.
        """
        words, lists, clause = self._document.words.folded, self._document.language.words, self._clause
        open_yet = self._sign is None or (self._cued == "weak" and self._valence == "open")
        if not open_yet or self._valence == "good" or clause.level == "narrative":
            return
        reach = range(self._target.first, max(clause.first, self._target.first - _DONE_WITH), -1)
        at = next((i for i in reach if words[i] in lists("done_with")), -1)
        if at < 0 or any(self._document.breaks[at + 1 : self._target.first + 1]):
            return
        first = max(clause.first, at - _WILL_DO)
        denied = not lists("harmless_not").isdisjoint(words[first:at])
        ought = not lists("ought").isdisjoint(words[first:at])
        if denied and ought and self._valence == "open":
            self._side(-1, f"minus:{words[at]}")  # Washington must not supply …
            return
        if self._sign is not None:
            return
        will = not lists("will_do").isdisjoint(words[first:at]) and self._valence == "open"
        names = (h for h in self._document.sentences[clause.sentence].of(Name) if first - 2 <= h.start < at)
        ids = (h.sense.id for h in names)
        if any(i.startswith(("state:", "bloc:")) and i not in clause.holders for i in ids):
            return
        if denied or will:
            self._sign, self._cued, self._first = (-1 if denied else 1), "strong", first
            self._trace.append(f"{'minus' if denied else 'plus'}:{words[at]}")

    def of_own_words(self) -> None:
        """Take the side that English words take among those of a principle: rejects direct talks.

        Of a thing that not all want, who says that it is the future is for it: Ukraine's place is in NATO.
        """
        entry, words = self._document.vocabulary.items.get(self._target.id), self._target.words
        open_to_all = isinstance(entry, Principle) and (entry.contested or entry.valence == "open")
        if self._document.language.code != "en" or self._sign is not None or self._target.opposite:
            return
        if not open_to_all or self._valence == "bad":
            return
        folded, lists = self._document.words.folded, self._document.language.words
        if self._valence == "open" and not lists("claimed").isdisjoint(folded[words[0] : words[-1]]):
            self._side(1, f"plus:{folded[words[0]]}")
            return
        for hit in self._document.sentences[self._clause.sentence].of(Verb):
            effect = effect_of(hit.sense)
            led = folded[hit.start - 1] in lists("modals") | {"to"}
            takes = hit.sense.says and effect in ("support", "minus") and (self._own_verb(hit) or led)
            if effect == "harm" and hit.start in words[:-1] and self._is_norm():
                self._side(1, f"harm:{folded[hit.start]}")
                return
            if takes and hit.start in range(self._target.first, words[-1]):
                first = max(self._clause.first, hit.start - NEGATES_WITHIN)
                denied = any(negates(h) and first <= h.start < hit.start for h in self._cues())
                self._side(1 if (effect == "support") != denied else -1, f"{effect}:{folded[hit.start]}")
                return

    def _side(self, sign: int, trace: str) -> None:
        """Take a side outright."""
        self._sign, self._cued = sign, "strong"
        self._trace.append(trace)

    def called_so(self) -> None:
        """Take side by what an English thing is called, however far behind: called … a provocation."""
        words, lists, clause = self._document.words.folded, self._document.language.words, self._clause
        own = clause.verb_at >= 0 and words[clause.verb_at] in lists("calls") and self._sign is None
        if self._document.language.code != "en" or not own or self._target.first < clause.verb_at:
            return
        for hit in self._cues():
            sign = _CALLED_SO.get(hit.sense.effect)
            behind = self._target.last <= hit.start <= self._target.last + _CALLED_WITHIN
            named = words[hit.start - 1] in lists("articles") | {"as"} or words[hit.start] in lists(
                "articles"
            )
            if sign and behind and named and not any(self._document.breaks[self._target.last : hit.end]):
                self._side(sign, f"{hit.sense.effect}:{words[hit.start]}")
                return

    def demanded_to_end(self) -> None:
        """Take side by what English words demand that a thing should do: demanded that the war stop."""
        words, lists, clause = self._document.words.folded, self._document.language.words, self._clause
        demands = clause.verb is not None and clause.verb.modality == "calls-for" and clause.verb_at >= 0
        if self._document.language.code != "en" or not demands or self._target.first < clause.verb_at:
            return
        if lists("that").isdisjoint(words[clause.verb_at : self._target.first]):
            return
        for at in range(self._target.last, min(self._target.last + _DEMANDED_WITHIN, clause.last)):
            if self._document.breaks[at] or words[at - 1] in ("to", "and"):
                return
            if words[at] in lists("to_end"):
                self._side(-1, f"minus:{words[at]}")
                return

    def _cues(self) -> tuple[Hit[Cue], ...]:
        return self._document.sentences[self._clause.sentence].of(Cue)

    def not_without(self, hit: Hit[Cue | Verb], governing: list[Hit[Cue | Verb]]) -> bool:
        """Whether something is refused without an English target: ruled out a deal without a withdrawal."""
        words, language = self._document.words.folded, self._document.language
        without = words[hit.start] in language.words("without") and self._sign is None
        before = (h for h in governing if not any(self._document.breaks[h.end : hit.start + 1]))
        refused = (h for h in before if h.end <= hit.start and (effect_of(h.sense) == "minus" or negates(h)))
        if language.code != "en" or not without or next(refused, None) is None:
            return False
        self._first = hit.start
        self.need()
        return True

    def need(self) -> None:
        """Take a target for what cannot be done without, whatever else is said of it."""
        self._sign, self._cued = 1, "strong"
        self._trace.insert(0, "support:needed")

    def do(self) -> None:
        """Take whoever does a thing, or will, for one who is for it, if no cue says otherwise."""
        if self._sign is None:
            self._sign, self._cued = 1, "strong"
            self._trace.append("support:done")

    def of_own_verb(self) -> None:
        """Take the side of a Russian verb among the target's own first words: Сеул готов к диалогу."""
        verb, at = self._clause.verb, self._clause.verb_at
        if verb is None or self._sign is not None or self._document.language.code != "ru":
            return
        end = at + len(verb.lemma.split("|")[0].split("_"))
        effect = effect_of(verb)
        if effect in ("support", "minus") and verb.says and 0 <= at <= self._target.first < end:
            self._sign, self._cued = (1 if effect == "support" else -1), "strong"
            self._trace.append(f"{effect}:{self._document.words.folded[at]}")

    def of_object(self, verb: Hit[Verb], denied: bool) -> None:
        """Take the side of a verb behind a target that is its object: … Венгрия не одобряет."""
        self._sign = (self._sign or 1) * (1 if verb.sense.effect == "plus" else -1) * (-1 if denied else 1)
        self._cued, self._last = "strong", max(self._last, verb.end)
        self._trace.append(
            f"{'support' if self._sign > 0 else 'minus'}:{self._document.words.folded[verb.start]}"
        )

    def judge_from_behind(self, hit: Hit[Cue | Verb] | None) -> None:
        """Let a judgment behind the target, and a negation among its words, have the last word."""
        if self._defended:
            return
        effect = effect_of(hit.sense).removesuffix(NEXT) if hit else ""
        if hit and effect == "after_plus" and self._denied_before(hit):
            effect = "after_minus"  # поставки оружия не помогут
        elif hit and effect == "after_minus" and self._harmless(hit):
            effect = "after_plus"  # التوسع لا يهدد أحدا
        if hit:
            self._trace.append(self._noted(hit, effect))
            self._last = hit.end
        if effect == "after_minus" and (self._thwarted() or self._refusal_judged()):
            self._sign, self._cued = 1, "strong"
        elif effect == "after_minus" and self._damaged:
            # The damage to it is what is judged: تقويض … غير مقبول; of what is disputed too
            self._sign = 1 if self._valence == "open" else self._sign
        elif effect == "after_minus":
            self._sign, self._cued = (1 if self._undone else -1), "strong"
        elif effect == "after_plus" and self._sign is None:
            self._sign, self._cued = 1, "strong"
        refused = {f"minus:{word}" for word in self._document.language.words("bare_not")}
        if not refused.isdisjoint(self._trace):
            return  # Иран не готов к переговорам: the verb has it already
        if self._target.negated and self._valence != "bad":
            self._sign, self._cued = -(self._sign or 1), "strong"
            self._trace.append("negated:inside")
        elif self._target.negated and self._sign != -1:
            self._sign, self._cued = -1, "strong"  # a promise that NATO will not expand
            self._trace.append("negated:inside")

    def _thwarted(self) -> bool:
        """Whether a draft that wants the target is thwarted, and that is judged: لإفشال قرار يدعو إلى …."""
        words, lists = self._document.words.folded, self._document.language.words
        drafts, against = lists("drafts"), lists("thwarting")
        near = range(max(1, self._target.first - _DRAFTED), self._target.first)
        return bool(against) and any(
            words[at] in drafts
            and not against.isdisjoint(words[max(0, at - 3) : at])
            and not lists("drafts_call").isdisjoint(words[at + 1 : self._target.first])
            for at in near
        )

    def _refusal_judged(self) -> bool:
        """Whether what is judged is that a thing is refused, by whomever: رفض حل الدولتين غير مقبول."""
        refusals, words = self._document.language.words("refusals"), self._document.words.folded
        at = self._target.first - 1
        at -= words[at] in self._document.language.words("of_refusal")
        named = self._document.sentences[self._clause.sentence].of(Name)
        at = next((h.start - 1 for h in named if h.end - 1 == at), at)  # رفض إسرائيل لحل الدولتين
        alone = len([step for step in self._trace if not step.startswith("after")]) == 1
        return alone and words[at].removeprefix("ب") in refusals and at != self._clause.verb_at

    def _denied_before(self, hit: Hit[Cue | Verb]) -> bool:
        """Whether a bare "not" stands right before a judgment from behind."""
        return self._word_before(hit) in self._document.language.words("bare_not")

    def _harmless(self, hit: Hit[Cue | Verb]) -> bool:
        """Whether a negation stands right before a judgment: لا يشكل تهديدا لأحد; did not violate it."""
        words, harmless = self._document.words.folded, self._document.language.words("harmless_not")
        return self._word_before(hit) in harmless and words[hit.start] not in harmless

    def _word_before(self, hit: Hit[Cue | Verb]) -> str:
        """The word right before a judgment from behind, if it is not the target's own."""
        return self._document.words.folded[hit.start - 1] if hit.start > self._target.last else ""

    def _take_terms(self, condition: Hit[Cue]) -> None:
        """Note a condition; an outright one decides by itself for a thing that is not bad."""
        noted = f"condition:{self._document.words.folded[condition.start]}"
        if self._refused_unless(condition) or self._granted_for(condition):
            self._sign = 1
        if self._sign is None and condition.sense.effect != "if" and self._valence != "bad":
            self._sign, self._cued = 1, "strong"
            self._trace.insert(0, noted)
        else:
            self._trace.append(noted)

    def _granted_for(self, condition: Hit[Cue]) -> bool:
        """Whether Arabic terms end with what is granted for them: اشترط وقف الحرب للإفراج عن …."""
        first, last = self._target.first, condition.words[-1] if condition.words else condition.end - 1
        return self._document.language.code == "ar" and condition.start < first and last == first

    def _refused_unless(self, condition: Hit[Cue]) -> bool:
        """Whether a thing not bad is refused only as long as terms are not met: لن نقبل … ما لم …."""
        words, language = self._document.words.folded, self._document.language
        unless = not language.words("unless").isdisjoint(words[at] for at in condition.words)
        refused = bool(self._trace) and self._trace[-1].partition(":")[2] in language.words("denying")
        refused = refused or (language.code == "ar" and self._refused_by_verb())
        behind = condition.start >= self._target.last
        return unless and behind and refused and self._sign == -1 and self._valence != "bad"

    def _refused_by_verb(self) -> bool:
        """Whether a verb of refusing alone, or a noun such as رفضه, governs the target: تعارض …، ما لم …."""
        folded, verbs = self._document.words.folded, self._document.sentences[self._clause.sentence].of(Verb)
        refusing = (h.start for h in verbs if h.sense.says and effect_of(h.sense) == "minus")
        return len(self._trace) == 1 and self._trace[0] in {f"minus:{folded[at]}" for at in refusing}

    def reading(self, condition: Hit[Cue] | None) -> Reading:
        """What has been composed, under a condition if one is put."""
        if condition:
            self._take_terms(condition)
        return Reading(
            self._sign,
            self._first,
            self._last,
            self._cued,
            condition is not None,
            self._modality,
            tuple(self._trace),
        )
