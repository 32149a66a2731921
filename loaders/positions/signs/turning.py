"""How one cue turns the sign composed so far."""

from __future__ import annotations

from loaders.positions.signs.borders import (
    begins_with_and,
    coordinated_within,
    denial_opens,
    new_member,
    opens_member,
)
from loaders.positions.signs.denials import warns
from loaders.positions.signs.effects import AGAINST, LINK, NEGATES_WITHIN, TOLD_THAT, TURNING, effect_of
from loaders.positions.signs.reaching import Reaching
from loaders.reading.language import Cue, Name, Reference, Verb
from loaders.reading.patterns import Hit
from loaders.reading.text import fold
from ontology.vocabulary import Principle

_DOES = ("ет", "ют", "ит", "ят", "ал", "ала", "али", "ил", "ила", "или")  # ends of a Russian finite verb
_SILENT = frozenset(
    {
        "none",
        "discuss",
        "act",
        "abstain",
        "no_negation",
        "neutral",
        "conditional",
        "terms",
        "if",
        "fact",
        "asked",
        "denial",
    }
)
_BESIDE = 2  # words between "without" and a bad thing that something is to do without
_NOT_ONE = (("not", "a", "single"),)
_NONE_OF = 3  # words from "no" to what there is to be none of
_NO_ACTOR = 7  # words from "no" to the verb of whoever there is none
_MAY_WITHIN = 4  # words behind a thing of which there is to be none in which "may" stands


class Turning(Reaching):
    """The sign of a target while its cues are composed, nearest first."""

    def take(self, hit: Hit[Cue | Verb]) -> bool:
        """Compose one more cue; whether it is the last that governs."""
        effect = effect_of(hit.sense)
        if effect in _SILENT:
            return False
        if effect == "practice" and self._valence == "good":
            return False  # a policy of peace
        effect = "bad" if effect == "practice" else effect
        own = self._own_verb(hit)
        if effect in TURNING and not own and self._of_member_before(hit):
            return False  # …; to fight terrorism; to deepen cooperation
        if hit.start < self._joined and effect in TURNING and not own:
            return False  # concern about one thing and support for another
        if isinstance(hit.sense, Verb):
            if hit.sense.lemma == self._lemma:
                return False  # the same once more: ترفض رفضا قاطعا
            self._lemma = hit.sense.lemma
        if (
            self._idle(hit, effect)
            or self._beside_it(hit, effect)
            or self._agrees_that(hit)
            or (own and effect == "harm" and self._done_next)
        ):
            return False
        if effect in ("minus", "danger") and self._denies_being(hit):
            self._sign, self._cued, self._first, self._defended = 1, "strong", hit.start, True
            self._trace.append(self._noted(hit, "defended"))
            return True
        self._governed = self._governed or own
        self._done_next = self._done_next or (self._joined_verb(hit) and not own)
        self._trace.append(self._noted(hit, effect))
        if effect in AGAINST and not own and self._coordinated(hit, effect):
            return False
        if effect == "negation" and (self._needed(hit) or self._avoided(hit)):
            return True
        if effect == "negation":
            self._negate(hit)
            return bool(self._sign) and self._begins_member(hit)
        if effect in AGAINST and self._sign is None:
            folded = self._document.words.folded
            self._undone = any(  # قرار روسيا بتعليق الاتفاق: of several words, the last one
                folded[at].removeprefix(led) in self._undoing
                for at in (hit.start, hit.end - 1)
                for led in ("", "ب")
            )
        self._first, self._edge = min(self._first, hit.start), hit.start
        self._joined = max(self._joined, opens_member(self._document, self._clause, hit))
        if effect in ("danger", "support") and self._in_case(hit):
            effect = "minus"
        elif self._fears(hit, effect) and not self._threatens_with(hit):
            effect = "harm"  # whoever fears for a thing is for it
        if effect == "harm" and self._evades(hit):
            effect = "minus"
        if self._decides(hit, effect):
            return True
        if self._threatens_with(hit):
            effect = "support"
            self._trace[-1] = "support:pledged" if own else self._trace[-1]
        elif warns(hit):
            effect = "danger"
        self._turn(effect, accused=self._accuses(hit), wished=self._wishes_for(hit))
        if isinstance(hit.sense, Verb) and hit.sense.modality:
            self._modality = self._modality or hit.sense.modality
        joined = self._document.words.folded[hit.start][0] in "وف" and isinstance(hit.sense, Verb)
        return joined and bool(self._sign)

    def _denies_being(self, hit: Hit[Cue | Verb]) -> bool:
        """Whether Arabic words deny that a thing is so: نفى أن يكون التوسع موجها ضد أحد. They defend it."""
        words, lists = self._document.words.folded, self._document.language.words
        denies = isinstance(hit.sense, Verb) and fold(hit.sense.lemma) in lists("denies_being")
        return denies and words[self._target.first - 1] in lists("being")

    def _in_case(self, hit: Hit[Cue | Verb]) -> bool:
        """Whether "if" stands between a threat and its target: threatened them if they abandon the dollar."""
        if self._document.words.folded[hit.start] not in self._document.language.words("threatens"):
            return False
        whom = self._document.language.words("threatened_whom")
        if not whom.isdisjoint(self._document.words.folded[hit.end : self._target.first]):
            return True  # пригрозил пошлинами странам, отказывающимся от доллара
        sentence = self._document.sentences[self._clause.sentence]
        conditions = (cue for cue in sentence.of(Cue) if cue.sense.effect == "if")
        return any(hit.end <= cue.start < self._target.first for cue in conditions)

    def _threatens_with(self, hit: Hit[Cue | Verb]) -> bool:
        """Whether somebody threatens to do a thing: he is for doing it. هدد بفرض رسوم."""
        words, language = self._document.words.folded, self._document.language
        if not isinstance(hit.sense, Verb) or fold(hit.sense.lemma) not in language.words("threatening"):
            return False
        any_way = self._own_verb(hit) and fold(hit.sense.lemma) in language.words("brandishing")
        with_what = ("ب",) if any_way else tuple(language.words("threatened_with"))
        return any(words[at].startswith(with_what) for at in range(hit.end, self._target.last))

    def _evades(self, hit: Hit[Cue | Verb]) -> bool:
        """Whether a verb says that somebody gets round a bad thing: обходить санкции."""
        evading, words = self._document.language.words("evading"), self._document.words.folded
        evades = {words[at] for at in hit.words}
        if isinstance(hit.sense, Verb):
            evades.add(hit.sense.lemma)
        return self._valence == "bad" and not evading.isdisjoint(evades)

    def _idle(self, hit: Hit[Cue | Verb], effect: str) -> bool:
        """Whether a cue only repeats the one before (протест против), or names what others wish for."""
        words, language = self._document.words.folded, self._document.language
        if effect == "minus" and words[hit.start] in language.words("aimed_at") and self._aimed_in(hit):
            return True
        if effect == "minus" and hit.start and words[hit.start] == "против":
            return words[hit.start - 1] in language.words("against_after") or self._against_somebody(hit)
        noun = isinstance(hit.sense, Verb) and hit.sense.form == "noun" and self._valence == "bad"
        return noun and self._sign is None and words[hit.start] in language.words("others_wishes")

    def _aimed_in(self, hit: Hit[Cue | Verb]) -> bool:
        """Whether English "against" governs an actor and not where he is hit: measures against X in trade."""
        words = self._document.words.folded
        names = self._document.sentences[self._clause.sentence].of(Name)
        start = hit.end + (words[hit.end] in self._document.language.words("articles"))
        end = next((h.end for h in names if h.start == start and h.sense.strength != "demonym"), 0)
        fields = self._document.language.words("aimed_where")
        return 0 < end < self._target.first and words[end] in fields

    def _against_somebody(self, hit: Hit[Cue | Verb]) -> bool:
        """Whether "against" governs whom a deed is aimed at, not the deed: введения против нее санкций."""
        words, at = self._document.words.folded, hit.end
        if hit.end - hit.start > 1 or at >= self._target.first:
            return False
        if words[at + 1] in self._document.language.words("that"):
            return False  # против того, чтобы …
        names = self._document.sentences[self._clause.sentence].of(Name)
        actor = any(
            h.start == at and h.end < self._target.first and h.sense.strength != "demonym" for h in names
        )
        joins = self._document.language.words("conjunctions")
        listed = not joins.isdisjoint(words[at : self._target.first])
        return (actor and not listed) or words[at] in self._document.language.words("whom")

    def _beside_it(self, hit: Hit[Cue | Verb], effect: str) -> bool:
        """Whether a noun stands beside the target in one list, and does not govern it: диктат и санкции."""
        words, joins = self._document.words.folded, self._document.language.words("conjunctions")
        verb = isinstance(hit.sense, Verb) and hit.sense.form != "noun"
        apart = self._edge != self._target.first or hit.end != self._target.first - 1
        apart = apart or len(hit.words) < hit.end - hit.start  # против нас, …, направлены и санкции
        return effect in AGAINST and not (verb or apart) and words[hit.end] in joins

    def _agrees_that(self, hit: Hit[Cue | Verb]) -> bool:
        """Whether a verb is for a statement, not for what it names: agreed that sanctions are unlawful."""
        language, ends = self._document.language, min(hit.end + TOLD_THAT, self._target.first)
        agrees = isinstance(hit.sense, Verb) and hit.sense.lemma in language.words("agreeing")
        return agrees and not language.words("that").isdisjoint(self._document.words.folded[hit.end : ends])

    def _of_member_before(self, hit: Hit[Cue | Verb]) -> bool:
        """Whether a semicolon, or "and to", parts an English cue from the target: each is of its own member.

        Urged them to stop one thing and to do another.
        """
        words = self._document.words
        if self._document.language.code != "en":
            return False
        behind = range(hit.end, self._target.first)
        again = any(words.folded[at : at + 2] == ("and", "to") for at in behind)
        again = again and words.folded[hit.start - 1] == "to"
        return again or ";" in self._document.text[words.ends[hit.end - 1] : words.starts[self._target.first]]

    def _joined_verb(self, hit: Hit[Cue | Verb]) -> bool:
        """Whether "and" joins a finite verb to the one before: left the deal and resumed sanctions."""
        words, joins = self._document.words.folded, self._document.language.words("conjunctions")
        finite = isinstance(hit.sense, Verb) and hit.sense.form in ("past", "present")
        return finite and self._document.language.code != "ar" and words[hit.start - 1] in joins

    def _coordinated(self, hit: Hit[Cue | Verb], effect: str) -> bool:
        """Whether "and" opens a new member between a cue and the target."""
        if self._document.language.code == "ar":
            if self._valence == "bad" and effect == "minus" and self._edge == self._target.first:
                return False  # لمواجهة الجريمة وشبكات التهريب: one more of what is fought
            if effect == "minus" and self._joins_good(hit):
                return True
            if self._same_again(hit):
                return False  # الكف عن التهديد وعن العقوبات
            nor = self._document.language.words("nor_either")
            if not nor.isdisjoint(self._document.words.folded[hit.end : self._edge]):
                return False  # لا تدعم قطر ولا الكويت حل الدولتين
            cued = hit.end < self._edge != self._target.first  # رفض التدخل وتمسك بخروج …: a member of its own
            return coordinated_within(self._document, hit.end, self._edge + cued, self._topics)
        good_after_bad = effect == "minus" and self._valence != "bad"
        return good_after_bad and new_member(self._document, hit.end, self._target, self._topics)

    def _same_again(self, hit: Hit[Cue | Verb]) -> bool:
        """Whether the preposition of a cue stands again before the target, "and" before it."""
        words, edge = self._document.words.folded, self._edge
        again = words[edge - 1] if edge > hit.end else ""
        return (
            again in self._document.language.words("and_again")
            and again[1:] in words[hit.end - 1 : hit.end + 1]
        )

    def _joins_good(self, hit: Hit[Cue | Verb]) -> bool:
        """Whether "and" joins a good thing to what is ended before it: وقف العدوان وإدخال المساعدات."""
        good = self._valence == "good" and not self._target.opposite
        return good and hit.end < self._target.first and begins_with_and(self._document, self._target.first)

    def _fears(self, hit: Hit[Cue | Verb], effect: str) -> bool:
        """Whether fear is voiced for a good thing, not fear of what is to be done for it."""
        fears = self._valence == "good" and (effect == "danger" or (warns(hit) and self._sign != 1))
        return fears and not self._itself_feared(hit)

    def _itself_feared(self, hit: Hit[Cue | Verb]) -> bool:
        """Whether a target of which both sides are heard is itself what is feared: قلق من الاتفاق."""
        words, feared_in = self._document.words.folded, self._document.language.words("feared_in")
        opens = self._target.first - (
            words[self._target.first - 1] in self._document.language.words("articles")
        )
        entry = self._document.vocabulary.items.get(self._target.id)
        contested = isinstance(entry, Principle) and entry.contested and self._sign is None
        before = words[opens - 1]
        return contested and before in feared_in and opens > hit.end - (before in words[hit.start : hit.end])

    def _negate(self, hit: Hit[Cue | Verb]) -> None:
        # It turns another cue; a target merely denied says nothing.
        first, breaks = self._clause.first, self._document.breaks
        if self._document.language.code == "ar" and any(breaks[hit.end : first + 1]) and hit.end <= first:
            return  # دون ضوابط، داعيا إلى …: of the clause before
        alone = self._document.words.folded[hit.start] in self._document.language.words("no_alone")
        if alone and hit.end <= self._target.first and breaks[hit.end]:
            return  # Нет, мы за диалог
        if self._of_pair(hit) or self._of_unnamed(hit) or self._of_clause_before(hit):
            return
        if self._of_list(hit):
            return
        if self._nor and self._sign is not None:
            return  # لا يريدون سلاما ولا حوارا: one denial
        self._nor = self._document.words.folded[hit.start] in self._document.language.words("nor")
        if self._cannot(hit):
            return  # لا يمكن بناء الأمن بوصفات الغير: under those terms it cannot be, and is wanted
        near = self._edge - hit.end <= 2
        if self._sign and (near or self._of_no_actor(hit) or self._goes_on_until(hit.end)):
            self._sign, self._first, self._edge = -self._sign, hit.start, hit.start
        elif self._sign is None and hit.end == self._target.first and self._opens_with_verb():
            self._sign, self._first, self._cued = -1, hit.start, "strong"
            self._trace[-1] = self._noted(hit, "denied")
        elif self._sign is None and self._none_may(hit):
            self._sign, self._first, self._cued = -1, hit.start, "strong"
        elif self._sign is None and (self._rules_out(hit) or self._not_to(hit) or self._unwanted(hit)):
            self._sign, self._first, self._edge, self._cued = -1, hit.start, hit.start, "strong"

    def _of_list(self, hit: Hit[Cue | Verb]) -> bool:
        """Whether an Arabic "nor" only goes on with a list that a negation opened: لا تدعم قطر ولا الكويت."""
        words, lists = self._document.words.folded, self._document.language.words
        first = self._document.sentences[self._clause.sentence].first
        opened = lists("opens_denial").intersection(words[first : hit.start])
        return self._sign is None and words[hit.start] in lists("nor_either") and bool(opened)

    def _of_no_actor(self, hit: Hit[Cue | Verb]) -> bool:
        """Whether an English negation is of whoever might take the side: no Arab state could accept it."""
        words, language = self._document.words.folded, self._document.language
        between = range(hit.end, self._edge)
        apart = any(self._document.breaks[at] for at in (*between, self._edge))
        if words[hit.start] not in language.words("no_actor") or apart or len(between) > _NO_ACTOR:
            return False
        relative = language.words("subject_stops") | language.words("conjunctions")
        verbs = self._document.sentences[self._clause.sentence].of(Verb)
        acts = any(h.start == self._edge and h.sense.form in ("past", "present", "base") for h in verbs)
        led = words[self._edge - 1] in language.words("modals")
        return acts and led and relative.isdisjoint(words[hit.end : self._edge])

    def _goes_on_until(self, start: int) -> bool:
        """Whether between an Arabic negation and a cue something only goes on: لا يمكن أن تستمر في رفض …."""
        words, goes_on = self._document.words.folded, self._document.language.words("only_goes_on")
        return bool(goes_on) and goes_on.issuperset(words[start : self._edge])

    def _of_clause_before(self, hit: Hit[Cue | Verb]) -> bool:
        """Whether "and" and a finite verb end what an English negation governs: without it and demanded."""
        verb, words = self._clause.verb, self._document.words.folded
        finite = verb is not None and verb.form == "past" and self._clause.verb_at == self._clause.first
        joins = self._document.language.words("conjunctions")
        parted = finite and hit.end < self._clause.first and words[self._clause.first - 1] in joins
        return parted and self._document.language.code == "en"

    def _of_unnamed(self, hit: Hit[Cue | Verb]) -> bool:
        """Whether a negation is of what others, who are not named, have not done: الدول التي لم تعترف ب…."""
        relative = self._document.words.folded[hit.start - 1] in self._document.language.words("relatives")
        names = self._document.sentences[self._clause.sentence].of(Name)
        return relative and not any(name.end == hit.start - 1 for name in names)

    def _of_pair(self, hit: Hit[Cue | Verb]) -> bool:
        """Whether a Russian "neither" stands before who does a thing: ни Анкара, ни Баку не поддержат."""
        ahead = 0 <= hit.start < self._clause.verb_at < self._target.first
        return ahead and self._document.words.folded[hit.start] == "ни"

    def _needed(self, hit: Hit[Cue | Verb]) -> bool:
        """Whether Arabic words say that nothing comes about without the target: لن يتحقق السلام دون …."""
        words, language = self._document.words.folded, self._document.language
        wanted = self._sign is not None or self._valence != "bad"
        if language.code != "ar" or words[hit.start] not in language.words("without") or not wanted:
            return False
        if not denial_opens(self._document, self._clause, hit.start):
            return False
        self._sign, self._cued, self._first = self._sign or 1, "strong", hit.start
        self._trace[-1] = self._noted(hit, "support")
        return True

    def _avoided(self, hit: Hit[Cue | Verb]) -> bool:
        """Whether a bad thing is what is to be done without, whatever that is: …، من دون ازدواجية."""
        words, language = self._document.words.folded, self._document.language
        beside = self._sign is None and self._target.first - hit.end <= _BESIDE
        open_too = language.code == "ru" and self._valence == "open"  # без иностранных войск
        if not (beside and (open_too or (self._valence == "bad" and language.code in ("ar", "ru")))):
            return False
        if words[hit.start] not in language.words("without"):
            return False
        self._sign, self._cued, self._first = -1, "strong", hit.start
        return True

    def _cannot(self, hit: Hit[Cue | Verb]) -> bool:
        """Whether it is only said that a thing wanted cannot be brought about so."""
        words = self._document.words.folded[hit.start : hit.end + 1]
        wanted = self._sign == 1 and self._cued == "weak" and self._valence != "bad"
        return wanted and not self._document.language.words("possible").isdisjoint(words)

    def _begins_member(self, hit: Hit[Cue | Verb]) -> bool:
        """Whether "and no …" begins a member of its own in Arabic: وقف العمليات وعدم الانجرار إلى التصعيد."""
        word = self._document.words.folded[hit.start]
        return word.startswith("و") and word in self._document.language.words("non")

    def _unwanted(self, hit: Hit[Cue | Verb]) -> bool:
        """Whether it is denied that somebody wants a thing, not bad in itself: لا يسعون إلى حوار."""
        verb, at = self._clause.verb, self._clause.verb_at
        wants = verb is not None and verb.wishes
        near = hit.end == at and not any(self._document.breaks[at : self._target.first])
        return wants and near and self._document.language.code == "ar" and self._valence != "bad"

    def _not_to(self, hit: Hit[Cue | Verb]) -> bool:
        """Whether somebody is not to do what leads to a thing that is not good: не превращать … в полигон."""
        behind = self._document.words.folded[hit.end : hit.end + 1]
        to_do = (
            self._document.language.code == "ru" and bool(behind) and behind[0].endswith(("ть", "ться", "ти"))
        )
        return to_do and self._valence == "bad" and self._edge - hit.end <= LINK

    def _none_may(self, hit: Hit[Cue | Verb]) -> bool:
        """Whether English words say that there is to be none of a thing: no foreign forces may stay."""
        words, lists, target = self._document.words.folded, self._document.language.words, self._target
        none = words[hit.start] == "no" or words[hit.start : hit.start + 3] in _NOT_ONE
        none = none and self._document.language.code == "en"
        near = none and 0 <= target.first - hit.start <= _NONE_OF and self._valence == "open"
        behind = words[target.first : min(target.last + _MAY_WITHIN, self._clause.last)]
        return near and not lists("may").isdisjoint(behind)

    def _opens_with_verb(self) -> bool:
        """Whether the target's words say what is done: «не вмешивалась в выборы»."""
        word, language = self._document.words.folded[self._target.first], self._document.language
        if language.code == "ar":
            return word[0] in "تين" and word in language.verb_forms  # لن ترسل أسلحة
        if language.code == "en":
            return self._target.opposite and word in language.words("undoing_verbs")  # will not lift …
        endings = tuple(language.words("verb_endings"))
        return bool(endings) and word.endswith(endings)

    def _rules_out(self, hit: Hit[Cue | Verb]) -> bool:
        """Whether a noun is negated that names no good thing: دعا إلى عدم التصعيد."""
        word = self._document.words.folded[hit.start]
        near = self._edge - hit.end <= NEGATES_WITHIN
        near = near and not any(self._document.breaks[hit.end : self._target.first + 1])
        return near and self._valence != "good" and word in self._document.language.words("non")

    def _declared(self, hit: Hit[Cue | Verb]) -> bool:
        """Whether somebody declares in Arabic that he himself leaves a thing: أعلنت إيطاليا انسحابها من …."""
        verb, lists, words = self._clause.verb, self._document.language.words, self._document.words.folded
        if verb is None or not isinstance(hit.sense, Verb) or hit.sense.form != "noun":
            return False
        if hit.sense.lemma not in lists("leaving"):
            return False
        declares = self._clause.level == "report" and fold(verb.lemma) in lists("declares_leaving")
        own = words[hit.start].endswith(("ها", "ه")) or "ال" in words[hit.start][:3]
        return declares and own and lists("that").isdisjoint(words[self._clause.verb_at : hit.start])

    def _means_to(self, hit: Hit[Cue | Verb]) -> bool:
        """Whether the damage is what somebody pledges or threatens to do himself: تعهد بإفشال الاتفاق."""
        verb, lists = self._clause.verb, self._document.language.words
        lemma = fold(verb.lemma) if verb else ""
        means = lemma in lists("pledging") | lists("threatening") and not self._clause.of_others
        return means and self._document.words.folded[hit.start].startswith("ب")

    def _decides(self, hit: Hit[Cue | Verb], effect: str) -> bool:
        """Whether a cue settles the sign, whatever governs it in turn."""
        own = self._own_verb(hit)
        if effect == "harm":
            # Whoever does the damage is against.
            own_deed = own and (self._clause.of_others or self._clause.level == "narrative")
            own_deed = own_deed or self._declared(hit) or self._means_to(hit)
            self._damaged = not own
            good = self._valence == "good" or self._is_norm() or self._sabotaged(hit)
            self._sign = 1 if good and not own_deed else -1
        elif effect == "misdeed":
            self._sign = 1 if self._valence == "good" else -1  # blame for what somebody else does
        elif effect == "purpose":
            self._sign = self._sign or 1
            self._cued = "strong" if self._cued == "strong" else "weak"
            return True
        elif effect == "minus" and own and not self._clause.own_act and self._valence == "good":
            self._sign = 1  # what prevents a good thing is blamed for it
        else:
            return False
        self._cued = "strong"  # whoever condemns the damage is for the thing damaged
        return True

    def _is_norm(self) -> bool:
        """Whether whoever speaks in English of the breach of a principle not good to all is for it."""
        entry = self._document.vocabulary.items.get(self._target.id)
        kept = isinstance(entry, Principle) and entry.category in ("norm", "order", "initiative")
        return kept and self._valence == "open" and self._document.language.code == "en"

    def _sabotaged(self, hit: Hit[Cue | Verb]) -> bool:
        """Whether Russian words blame for damage to a plan: Европа саботирует план, сказал он."""
        word = self._document.words.folded[hit.start]
        plan = word.endswith(_DOES) and self._valence == "open" and not self._own_verb(hit)
        return plan and self._document.language.code == "ru"

    def _accuses(self, hit: Hit[Cue | Verb]) -> bool:
        """Whether a verb accuses somebody of what it governs: of a deed, not of a thing that all want."""
        return isinstance(hit.sense, Verb) and hit.sense.lemma in self._document.language.words("accusing")

    def _wishes_for(self, hit: Hit[Cue | Verb]) -> bool:
        """Whether an Arabic verb wants or insists on the target itself: يريد السلام."""
        if not isinstance(hit.sense, Verb) or hit.sense.effect != "assert" or self._valence == "bad":
            return False
        governs = (self._own_verb(hit) or hit.sense.form == "noun") and not self._clause.of_others
        if not governs or self._document.language.code != "ar":
            return False
        words, at = self._document.words.folded, self._target.first - 1
        through = words[at] in self._document.language.words("wished_through")
        at -= through
        if not (through or hit.sense.wishes):
            return False
        hits = self._document.sentences[self._clause.sentence].hits
        named = {
            word for h in hits if isinstance(h.sense, Name | Reference) for word in range(h.start, h.end)
        }
        named.add(hit.end - 1)
        return at in named and not any(self._document.breaks[hit.end : self._target.first + 1])

    def _turn(self, effect: str, *, accused: bool, wished: bool) -> None:
        if accused and self._sign is None and self._valence != "bad":
            return
        if self._damaged and effect in AGAINST and self._document.language.code == "ar":
            return  # وقف انتهاكات الهدنة: against the damage
        if effect in ("minus", "danger", "bad"):
            self._bad = self._bad or (effect == "bad" and self._sign is None)
            if not (self._danger and effect == "danger") and not (self._bad and self._sign):
                self._sign = -self._sign if self._sign else -1
            self._danger = self._danger or effect == "danger" or self._modality == "warns"
            self._cued = "strong"
        elif effect in ("support", "not_excluded"):
            self._sign, self._cued = self._sign or 1, "strong"
        elif effect == "mend" and self._sign is None and self._valence == "bad":
            self._sign, self._cued = -1, "valence"
        elif (effect in ("plus", "mend") or wished) and self._sign is None:
            self._sign, self._cued = 1, "weak"
