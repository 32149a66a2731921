"""Which verbs of a sentence are acts of somebody, and of whom."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from loaders.positions.clauses import NOBODY, Act, Clause, Speaker, Subject, represented
from loaders.positions.subject_first.clause_shape import REACH_BACK
from loaders.positions.subject_first.groups import PARTY
from loaders.positions.subject_first.references import References
from loaders.reading.document import Sentence
from loaders.reading.language import Title, Topic, Verb
from loaders.reading.mentions import Mention, within
from loaders.reading.patterns import Hit

_TAKING_SIDES = frozenset({"plus", "minus", "assert"})
_HEADED = 3  # words before a colon in which the office that answers is named
_INSTRUMENTAL = 6  # letters of a word in the instrumental
_BARE_CLAUSE = 3  # words between "said" and the subject of a clause without "that"


class Acts(References):
    """Attribution in Russian and English: acts."""

    def _acts(self, sentence: Sentence) -> list[Act]:
        acts: list[Act] = []
        covered = self._topic_words(sentence) | {
            w for m in self._inside(sentence) for w in range(m.first, m.last)
        }
        self._edge = taken = sentence.first
        self._form = ""
        main: Act | None = None  # the last act that stands in no relative clause
        self._within = self._together_here = None
        for hit in self._verb_hits(sentence):
            if hit.start < taken or hit.start in covered or not self._finite(sentence, hit):
                continue
            if self._only_is(sentence, hit) or self._noun_in_topic(sentence, hit):
                continue
            act = self._act(sentence, hit)
            if act is None or self._hypothetical(sentence, act) or self._passes_on(sentence, hit):
                continue
            if self._closes(sentence, act) or self._only_names(sentence, act):
                continue
            act = self._in_number(sentence, act, acts)
            relative = self._relative_opens(sentence, act)
            if acts and self._of_object(sentence, act):
                act = replace(act, after_that=True)
            if main and acts and acts[-1] is not main and act.subject is None and self._resumes(act):
                act = replace(act, subject=main.subject)
            acts.append(act)
            if hit.sense.form != "participle" and not relative:
                main = act if act.subject else main
                self._within = self._somebody(act) or self._within
                self._together_here = self._several_of(act) or self._together_here
            taken = hit.end
            if hit.sense.form != "participle" and not relative:
                self._edge = hit.end
                self._form = hit.sense.form
        told = (*self._according(sentence), *self._headed(sentence), *self._words_given(sentence))
        acts = sorted([*acts, *told], key=lambda act: act.at)
        acts = [act for number, act in enumerate(acts) if not self._of_same(act, acts[:number])]
        acts = self._with_gerund_in_front(sentence, acts)
        acts = [act for number, act in enumerate(acts) if not self._judges_behind(act, acts[:number])]
        return self._nested(sentence, acts)

    def _noun_in_topic(self, sentence: Sentence, hit: Hit[Verb]) -> bool:
        """Whether an English form is a noun among the words of a principle: security guarantees."""
        if self._russian or hit.sense.form != "present" or hit.end - hit.start > 1:
            return False
        topics = (h.words for h in sentence.of(Topic) if not h.sense.short)
        return any(hit.start in words and hit.start - 1 in words for words in topics)

    def _only_is(self, sentence: Sentence, hit: Hit[Verb]) -> bool:
        """Whether a Russian verb of speaking only says what somebody is: ШОС выступает гарантом мира."""
        if hit.sense.lemma not in self._document.language.words("also_is") or hit.end >= sentence.last:
            return False
        word = self._document.words.folded[hit.end]
        named = hit.end in self._starts or self._document.breaks[hit.end]
        return not named and len(word) >= _INSTRUMENTAL and word.endswith(self._instrumentals)

    def _only_names(self, sentence: Sentence, act: Act) -> bool:
        """Whether an English verb only says what something is called: denounced what he called a plot."""
        subject, words = act.subject, self._document.words.folded
        names = words[act.at] in self._document.language.words("calls") and act.verb is not None
        before = words[subject.first - 1] if subject and subject.first > sentence.first else ""
        return names and before in self._document.language.words("whatever")

    def _closes(self, sentence: Sentence, act: Act) -> bool:
        """Whether a Russian predicate without a subject only judges what stands before: X … неприемлемо."""
        verb, end = act.verb, act.end
        judges = self._russian and act.subject is None and verb is not None
        judges = judges and verb.lemma.split("|")[0] in self._experienced  # type: ignore[union-attr]
        before = any(self._edge <= h.start and h.end <= act.at for h in sentence.of(Topic))
        told = (h for h in sentence.of(Verb) if h.sense.says and h.start > act.end)
        before = before and any(self._document.breaks[h.start] for h in told)
        return judges and (end >= sentence.last or self._document.breaks[end] or before)

    def _passes_on(self, sentence: Sentence, hit: Hit[Verb]) -> bool:
        """Whether somebody only gives another's words: его слова приводит пресс-служба Кремля."""
        words, at = self._document.words.folded, hit.start
        around = (*words[max(sentence.first, at - 2) : at], *words[hit.end : min(hit.end + 2, sentence.last)])
        gives = hit.sense.lemma in self._document.language.words("passing_on")
        return gives and not self._document.language.words("anothers_words").isdisjoint(around)

    def _words_given(self, sentence: Sentence) -> Iterator[Act]:
        """Whose words another gives behind them: «…», — приводит слова президента пресс-служба."""
        words, lists = self._document.words.folded, self._document.language.words
        for hit in sentence.of(Verb) if self._russian else ():
            outlet = self._starts.get(hit.end)
            at = 1 + (outlet.last if outlet and self._outlet(outlet.id) else hit.end)
            behind = self._document.breaks[hit.start] and at < sentence.last
            if not behind or hit.sense.lemma not in lists("passing_on"):
                continue
            if words[at - 1] not in lists("anothers_words"):
                continue
            mention = self._starts.get(at)
            if mention and mention.kind in ("person", "state", "bloc"):
                subject = Subject(represented(self._vocabulary, mention), hit.end, mention.last)
                verb = replace(hit.sense, effect="none", says=True, listed=True)
                yield Act(hit.start, hit.end, verb, subject, False, False, False)

    def _named_behind(self, sentence: Sentence, hit: Hit[object]) -> Mention | None:
        """Who is named behind the words for a text, also by his office alone: в послании президента."""
        found = super()._named_behind(sentence, hit)
        offices = [h for h in sentence.of(Title) if h.start == hit.end] if self._russian else []
        if found or not offices:
            return found
        roles, end = {h.sense.role for h in offices}, max(h.end for h in offices)
        named = within(self._mentions, 0, sentence.first)
        held = [m for m in named if m.kind == "person" and m.role in roles]
        return replace(held[-1], first=hit.end, last=end) if held else None

    def _in_number(self, sentence: Sentence, act: Act, before: list[Act]) -> Act:
        """A Russian act in the plural without a subject: of the several who did the last, else nobody's.

        One person who spoke before does not go on in the plural.
        """
        if not self._russian or act.subject or act.quoted or not self._of_several(act):
            return act
        one = (self._speaker.voice or "").startswith("person:") and self._author.nobody
        last = next((a for a in reversed(before) if a.subject), None)
        if last and last.subject and self._of_several(last):
            return replace(act, subject=last.subject)
        return replace(act, subject=Subject(NOBODY, act.at, act.end)) if one and last is None else act

    def _of_several(self, act: Act) -> bool:
        """Whether a past form stands in the plural."""
        past = act.verb is not None and act.verb.form == "past"
        told = self._document.words.folded[act.at : act.end]  # не согласились
        return past and any(word.endswith(self._many) for word in told)

    def _judges_behind(self, act: Act, before: list[Act]) -> bool:
        """Whether a predicate behind an inserted "he said" judges what stands before: X, …, неприемлемо."""
        if not self._russian or not before or act.verb is None or act.verb.form != "past":
            return False
        last, subject = before[-1], before[-1].subject
        if act.subject and act.subject != subject:
            return False
        end = max(last.end, subject.last) if subject else 0
        inserted = self._document.breaks[last.at] and self._document.breaks[act.at]
        return inserted and end == act.at and act.verb.effect in ("plus", "minus")

    def _with_gerund_in_front(self, sentence: Sentence, acts: list[Act]) -> list[Act]:
        """Acts where a gerund that opens a sentence is of the next verb's subject: condemning …, X said."""
        opens = acts[0] if acts else None
        if opens is None or opens.verb is None or opens.verb.form != "participle":
            return acts
        if not self._russian and opens.verb.effect not in _TAKING_SIDES:
            return acts  # speaking on …, X said
        main = next((a for a in acts[1:] if a.subject and not a.quoted), None)
        if opens.subject or opens.at > sentence.first + 1 or main is None or main.after_that:
            return acts
        subject = Subject(main.subject.speaker, opens.at, opens.end) if main.subject else None
        return [replace(opens, subject=subject), *acts[1:]]

    def _of_same(self, act: Act, before: list[Act]) -> bool:
        """Whether "in his words" only repeats who speaks: Алиев заявил о …, по его словам, …."""
        said = [a for a in before if a.subject and a.verb and a.verb.says and not a.quoted]
        pronoun = act.verb is None and act.subject is not None and act.subject.first == act.at
        first = self._document.words.folded[act.at] != "как"
        return (
            self._russian and pronoun and first and any(a.subject and a.subject.speaker.voice for a in said)
        )

    def _act(self, sentence: Sentence, hit: Hit[Verb]) -> Act | None:
        act = self._with_article(sentence, self._outside(super()._act(sentence, hit)))
        if (act is None or act.subject is None) and self._goes_along(sentence, hit):
            quoted = self._long_quote(hit.start) is not None
            return Act(hit.start, hit.end, hit.sense, None, quoted, True, False)
        if (
            act
            and act.subject is None
            and (hit.sense.form == "base" or (hit.sense.form == "present" and not self._goes_on(act)))
        ):
            return None
        return act

    def _with_article(self, sentence: Sentence, act: Act | None) -> Act | None:
        """An English act whose subject begins with its article: "…," the Brazilian foreign ministry said."""
        subject = act.subject if act else None
        if act is None or subject is None or self._russian or not sentence.first < subject.first < act.at:
            return act
        article = subject.first - 1
        described = self._document.language.words("unnamed")
        while article > sentence.first and self._document.words.folded[article] in described:
            article -= 1  # "…," a senior State Department official said
        led = self._document.words.folded[article] in self._articles and self._document.breaks[article]
        return replace(act, subject=replace(subject, first=article)) if led else act

    def _outside(self, act: Act | None) -> Act | None:
        """A Russian act, outside the quotation marks where dashes set it off: "X, - сказал он. - Y"."""
        if act is None or not (self._russian and act.quoted and act.verb and act.verb.says):
            return act
        behind = act.subject is not None and act.subject.first >= act.end
        set_off = behind and self._grammar.dash_before(act.at) and self._document.breaks[act.at]
        return replace(act, quoted=False) if set_off else act

    def _goes_along(self, sentence: Sentence, hit: Hit[Verb]) -> bool:
        """Whether "and" joins a verb to the finite one before it: we reaffirm … and condemn …."""
        form = hit.sense.form
        if self._russian or not self._form or form not in ("past", "base") or (form == "base" != self._form):
            return False
        words = self._document.words.folded
        at, helped = self._grammar.past_particles(self._edge, hit.start)
        noun = (
            words[hit.end : hit.end + 1] and words[hit.end] in self._noun_tails and hit.end - hit.start == 1
        )
        return not helped and not noun and at > self._edge and words[at - 1] in self._conjunctions

    def _resumes(self, act: Act) -> bool:
        """Whether ", and" goes on with the clause around a relative one: X thanked Y, who …, and called."""
        words, breaks = self._document.words.folded, self._document.breaks
        joined = not self._russian and words[act.at - 1] in self._conjunctions
        return joined and breaks[act.at - 1] and act.verb is not None and act.verb.form == "past"

    def _hypothetical(self, sentence: Sentence, act: Act) -> bool:
        """Whether an act is only supposed: "if Washington gives up …", «чтобы Киев отказался»."""
        first = min(act.at, act.subject.first) if act.subject else act.at
        words, breaks = self._document.words.folded, self._document.breaks
        behind_at_once = " ".join(words[first - 2 : first]) in self._document.language.words("at_once")
        if breaks[first] and (words[first - 1] not in self._supposes or behind_at_once):
            return False  # if Washington lifts the embargo, said X
        to_come = act.verb is not None and (act.verb.form == "present" or not act.verb.says)
        if self._russian and to_come and " ".join(words[first - 2 : first]) in self._once:
            return True  # только после того, как стороны прекратят огонь
        for at in range(first - 1, max(sentence.first, first - 4) - 1, -1):
            if words[at] in self._supposes and act.verb is not None and act.verb.form != "participle":
                told = (act.verb.says and act.verb.form == "past") or act.verb.effect == "misdeed"
                return not (words[at] in ("when", "когда") and told)
            if breaks[at]:
                return False
        return False

    def _of_object(self, sentence: Sentence, act: Act) -> bool:
        """Whether an English relative clause tells who does a thing spoken of: sanctions which X imposes."""
        if self._russian or act.subject is None or act.subject.first >= act.at:
            return False
        at = act.subject.first - 1
        at -= self._document.words.folded[at] in self._articles
        return self._grammar.is_relative(sentence, at)

    def _relative_opens(self, sentence: Sentence, act: Act) -> bool:
        """Whether an act stands in a relative clause between commas: behind it the outer clause goes on."""
        at = act.at
        while at > max(sentence.first, act.at - REACH_BACK) and not self._document.breaks[at]:
            at -= 1
        return any(self._grammar.is_relative(sentence, word) for word in (at, at + 1))

    def _headed(self, sentence: Sentence) -> Iterator[Act]:
        """ "Zhang Jun: the refusal is …": a name and a colon open what is said."""
        opening = within(self._mentions, sentence.first, sentence.first + _HEADED)
        office = None if self._russian else next((m for m in opening if m.how == "title"), None)
        mention = self._starts.get(sentence.first) or office
        if (
            mention is None
            or mention.last >= sentence.last
            or mention.kind not in ("person", "state", "bloc", "org")
        ):
            return
        words = self._document.words
        if self._document.text[words.ends[mention.last - 1] : words.starts[mention.last]].startswith(":"):
            subject = Subject(represented(self._vocabulary, mention), mention.first, mention.last)
            yield Act(mention.first, mention.last, None, subject, False, False, False)

    def _somebody(self, act: Act) -> Speaker | None:
        """The person who is an act's subject: whom "he" means in what follows."""
        named = (
            act.subject is not None
            and not act.quoted
            and (act.subject.speaker.voice or "").startswith("person:")
        )
        return act.subject.speaker if act.subject and named else None

    def _several_of(self, act: Act) -> Speaker | None:
        """The several who are an English act's subject: whom "they" means in what follows."""
        if self._russian or act.subject is None or act.quoted or len(act.subject.speaker.holders) < PARTY:
            return None
        return act.subject.speaker

    def _nested(self, sentence: Sentence, acts: list[Act]) -> list[Act]:
        """Acts with those marked that stand inside what another reports, before it or behind."""
        closing = next(
            (act for act in acts if self._text_before(sentence, act) and not self._by_outlet(act)), None
        )
        done: list[Act] = []
        governor: Act | None = None
        for act in acts:
            if (
                (closing and act.at < closing.at)
                or (closing and act.at > closing.at and self._goes_on_behind(closing, act))
                or (act is not closing and governor and self._governs(governor, done[-1], act))
                or (self._russian and done and self._tells_of_whom(sentence, done[-1], act))
            ):
                act = replace(act, after_that=True)
            elif act.subject and self._can_govern(act) and not self._relative_opens(sentence, act):
                governor = act
            done.append(act)
        return done

    def _tells_of_whom(self, sentence: Sentence, before: Act, act: Act) -> bool:
        """Whether a Russian relative clause is what somebody says, and not of whom he met: …, который …."""
        did = before.verb is not None and (before.verb.effect == "discuss" or not before.verb.listed)
        met = did and not before.after_that
        return act.subject is not None and not met and self._relative_opens(sentence, act)

    def _by_outlet(self, act: Act) -> bool:
        return act.subject is not None and self._outlet(act.subject.speaker.voice or "")

    def _goes_on_behind(self, closing: Act, act: Act) -> bool:
        """Whether the words go on behind an insertion: "Only then, he stressed, Brazil will support …"."""
        end = max(closing.end, closing.subject.last if closing.subject else 0)
        if act.subject is None or act.quoted or act.subject.first > end + 1:
            return False
        broken = any(self._document.breaks[end : end + 1])  # nothing is behind the last word of a text
        return broken and act.verb is not None and act.verb.effect != "none"

    def _can_govern(self, act: Act) -> bool:
        return not act.quoted and (act.verb is None or act.verb.says)

    def _governs(self, governor: Act, before: Act, act: Act) -> bool:
        """Whether an act with a subject of its own stands in the clause that another opens."""
        if act.subject is None or act.quoted or act.subject is governor.subject:
            return False
        end = max(before.end, before.subject.last if before.subject else 0)
        first = min(act.at, act.subject.first)
        words, breaks = self._document.words.folded, self._document.breaks
        turns = self._document.language.words("contrasting")
        if any(words[i] in turns and breaks[i] for i in range(max(end, first - 3), first)):
            return False  # X proposed that …, while Y stressed …
        if any(words[i] in self._that for i in range(end, first)):
            return True
        if governor.verb is None or self._as_before(governor):
            return True
        if any(breaks[i] for i in range(end, min(first + 1, len(breaks)))):
            return before.after_that and bool(act.verb and act.verb.effect != "none") and first - end <= 2
        return before.after_that or (not self._russian and first - end <= _BARE_CLAUSE)

    def _as_before(self, act: Act) -> bool:
        start = min(act.at, act.subject.first) if act.subject else act.at
        return start > 0 and self._document.words.folded[start - 1] in ("как", "as")

    def _text_before(self, sentence: Sentence, act: Act) -> bool:
        """Whether what is said stands before the verb of saying: «…», said X."""
        start = min(act.at, act.subject.first) if act.subject else act.at
        after = max(act.end, act.subject.last) if act.subject else act.end
        if (
            act.quoted
            or start - sentence.first < 3
            or (act.verb is not None and not (act.subject and act.verb.says))
        ):
            return False
        if act.verb is None:
            return True
        if self._long_quote(start - 1) is not None and self._long_quote(start) is None:
            return True
        words, breaks = self._document.words.folded, self._document.breaks
        felt = act.verb.lemma in self._felt_aloud  # «…», возмутился X
        if not felt and act.verb.effect not in ("none", "assert") and act.verb.modality is None:
            return False
        if not self._russian and self._only_introduces(sentence, start):
            return False
        if not (breaks[start] or self._grammar.dash_before(start)) and not (
            self._as_before(act) and breaks[start - 1]
        ):
            return False
        if self._that_follows(after, min(after + 8, sentence.last)):
            return False
        if self._russian:
            return act.subject is not None and act.subject.first >= act.end
        ends = after >= sentence.last or breaks[after] or act.verb.lemma == "tell"
        return (
            ends
            or words[after] in self._tail_openers
            or words[after] in self._spoken_to
            or words[after].endswith("day")
        )

    def _opening(self, sentence: Sentence, act: Act, anchors: list[Act], before: bool) -> Clause | None:
        """What stands before the first verb, unless that is an insertion: «X, по его мнению, недопустимо»."""
        start = min(act.at, act.subject.first) if act.subject else act.at
        end = max(act.end, act.subject.last if act.subject else 0)
        breaks = self._document.breaks
        start -= self._as_before(act)
        inserted = self._russian and breaks[start] and end < sentence.last and breaks[end]
        if inserted and act in anchors and self._long_quote(start - 1) is self._long_quote(end):
            return None
        return super()._opening(sentence, act, anchors, before)

    def _that_follows(self, start: int, end: int) -> bool:
        """Whether "that" stands within some words, before the next comma."""
        for at in range(start, end):
            if at > start and self._document.breaks[at]:
                return False
            if self._document.words.folded[at] in self._that:
                return True
        return False

    def _only_introduces(self, sentence: Sentence, start: int) -> bool:
        """Whether a phrase of time or place stands before a subject, no statement: On Sudan, Rubio said."""
        words, breaks = self._document.words.folded, self._document.breaks
        opens = words[sentence.first] in self._introduces or words[sentence.first].endswith(("ing", "ly"))
        return opens and not any(breaks[sentence.first + 1 : start])
