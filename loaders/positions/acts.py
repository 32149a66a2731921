"""The acts of saying and doing in a sentence: verbs, participles and "according to", with their subjects."""

from __future__ import annotations

from collections.abc import Iterator

from loaders.positions.clauses import NOBODY, Act, Speaker, Subject, represented
from loaders.positions.subjects import Subjects
from loaders.reading.document import Document, Sentence
from loaders.reading.language import Cue, Name, Reference, Topic, Verb
from loaders.reading.mentions import Mention
from loaders.reading.patterns import Hit
from loaders.reading.text import fold
from ontology.vocabulary import Organization

_DATE_BETWEEN = 7  # words of a date between a speaker and what he voices
_RELATIVE_REACH = 8
_SHORT = 3  # letters of a word that is no noun in the accusative: هذا, كما
_IN_REACH = 7  # words from "interfered" to its "in"
_BY_NUMBER = frozenset({"both_states", "three", "four", "five"})
_TOLD_SOON = 4  # words from whose position it is to what it is
_THAT_REACH = 7  # words from a verb of saying to its "that"
_TEXT_REACH = 6  # words from "says the statement" to whose it is


class Acts(Subjects):
    """Finds the acts of each sentence."""

    def __init__(self, document: Document, mentions: tuple[Mention, ...]) -> None:
        super().__init__(document, mentions)
        words = document.language.words
        self._parting = words("that") | words("relatives") | words("particles") | words("fronting")

    def _acts(self, sentence: Sentence) -> list[Act]:
        acts: list[Act] = []
        covered = self._topic_words(sentence)
        taken = -1
        for hit in self._verb_hits(sentence):
            if hit.start < taken or hit.start in covered:
                continue
            act = self._act(sentence, hit)
            if act:
                acts.append(act)
                taken = hit.end
        cited = [act for act in self._according(sentence) if not self._only_source(act, acts)]
        starts = {act.at for act in cited}  # نقل عن فلان: the verb has no other subject
        acts = [a for a in acts if a.at not in starts or (a.subject and not a.subject.speaker.nobody)] + cited
        acts += self._impersonal_acts(sentence)
        return sorted(acts, key=lambda act: act.at)

    def _only_source(self, act: Act, told: list[Act]) -> bool:
        """Whether right before "according to" stands somebody else: أشار فلان، وفقا للبيان، إلى …."""
        cited = act.subject.speaker.holders if act.subject else ()
        return self._document.breaks[act.at] and any(
            other.subject is not None
            and other.subject.last == act.at
            and set(other.subject.speaker.holders).isdisjoint(cited)
            for other in told
        )

    def _topic_words(self, sentence: Sentence) -> set[int]:
        """Words inside names and set phrases (لا يسقط): no verb starts there."""
        names = (h for h in sentence.of(Name) if h.sense.strength == "strong" and h.end - h.start > 1)
        phrases = (h for h in sentence.of(Cue) if h.sense.effect == "no_negation" and h.end - h.start == 2)
        people = (m for m in self._inside(sentence) if m.kind == "person" and m.last - m.first > 1)
        spans = [(h.start, h.end) for h in (*names, *phrases)] + [(m.first, m.last) for m in people]
        return {word for first, last in spans for word in range(first, last)}

    def _verb_hits(self, sentence: Sentence) -> list[Hit[Verb]]:
        """Finite verbs and participles, one for each start; a verb of saying before another reading."""
        best: dict[int, Hit[Verb]] = {}
        for hit in sentence.of(Verb):
            verb = hit.sense
            if verb.form == "noun" or self._part_of_name(hit.start):
                continue
            if verb.form == "participle" and (not self._adverbial(hit) or self._governs_noun(sentence, hit)):
                continue
            if (
                self._vso
                and verb.form in ("past", "present")
                and self._after_preposition(sentence, hit.start)
            ):
                continue
            if self._vso and verb.form == "past" and self._noun_after_verb(sentence, hit.start, best):
                continue
            if self._vso and verb.form == "past" and self._after_jussive(hit.start):
                continue
            if self._vso and verb.form == "present" and self._masdar(sentence, hit.start):
                continue
            if self._vso and verb.form == "present" and self._noun_of_stance(sentence, hit.start, best):
                continue
            if self._vso and (self._enters(sentence, hit.end, verb) or self._one_word(hit.start)):
                continue
            if self._vso and (self._no_longer(hit.start) or self._judges(sentence, hit)):
                continue
            known = best.get(hit.start)
            if known is None or (verb.says, hit.end) > (known.sense.says, known.end):
                best[hit.start] = Hit(hit.start, hit.end, verb)
        return [best[start] for start in sorted(best)]

    def _part_of_name(self, at: int) -> bool:
        """Whether a word that is spelled like a verb goes on with a name: النائب حسن فضل الله."""
        words, language = self._document.words.folded, self._document.language
        like_verb = words[at] in language.words("names_like_verbs") and at > 0
        return like_verb and words[at - 1] in language.name_words and not self._document.breaks[at]

    def _governs_noun(self, sentence: Sentence, hit: Hit[Verb]) -> bool:
        """Whether a form is rather a noun, whose deed it is behind it: أدان …، مصادقة الحكومة على …."""
        words = self._document.words.folded[hit.start : hit.end + 1]
        if not self._vso or len(words) < 2 or not words[0].endswith("ه") or self._document.breaks[hit.end]:
            return False
        noun = any(h.start == hit.start and h.sense.form == "noun" for h in sentence.of(Verb))
        return noun and words[1].startswith("ال")

    def _enters(self, sentence: Sentence, end: int, verb: Verb) -> bool:
        """Whether a form lacks the preposition that it has as a verb: ألا تدخل أوكرانيا الحلف, نص القرار."""
        words = self._document.words.folded[end : min(end + _IN_REACH, sentence.last)]
        lists = self._document.language.words
        no_in = verb.lemma in lists("needs_in") and "في" not in words
        return no_in or (verb.lemma in lists("needs_on") and "علي" not in words)

    def _judges(self, sentence: Sentence, hit: Hit[Verb]) -> bool:
        """Whether a word opens a judgment of what stands before it: الحديث عن ذلك يعد إهانة, لا يهدد أحدا."""
        if hit.sense.effect == "plus" and hit.sense.says and hit.start in self._ends:
            return False  # أن تركيا تدعم وحدة ليبيا
        denied = hit.start > sentence.first + 1
        denied = denied and self._document.words.folded[hit.start - 1] in self._document.language.words(
            "harmless_not"
        )
        return hit.sense.form in ("present", "past") and any(
            hit.start - h.start in (0, int(denied)) and h.end > hit.end and h.sense.effect.startswith("after")
            for h in sentence.of(Cue)
        )

    def _no_longer(self, at: int) -> bool:
        """Whether a word is "no longer" behind its negation, and no promise: لم تعد المنظمة قادرة."""
        words, language = self._document.words.folded, self._document.language
        before = words[at - 1].removeprefix("و").removeprefix("ف")
        return words[at] in language.words("no_longer") and before in language.words("negations")

    def _one_word(self, at: int) -> bool:
        """Whether a word only begins with the letter of "and": غير وارد."""
        word, language = self._document.words.folded[at], self._document.language
        return word in language.words("waw_words") and word not in language.verb_forms

    def _after_jussive(self, at: int) -> bool:
        """Whether a negation stands right before a word that no Arabic past follows: المفاوضات لن تحدث."""
        words = self._document.words.folded
        return words[at - 1].removeprefix("و") in self._document.language.words("before_present")

    def _noun_after_verb(self, sentence: Sentence, at: int, verbs: dict[int, Hit[Verb]]) -> bool:
        """Whether a form right behind a verb of saying is its object: مؤكدا رفض بلاده."""
        before = verbs.get(at - 1)
        if before is not None and before.sense.says and not self._document.breaks[at]:
            return True
        return self._noun_of_stance(sentence, at, verbs) or self._said_that(at, verbs)

    def _said_that(self, at: int, verbs: dict[int, Hit[Verb]]) -> bool:
        """Whether a form stands right behind "that" and a verb of saying: رأى أن ربط المساعدات بالشروط …."""
        words, language = self._document.words.folded, self._document.language
        if words[at - 1] not in language.words("bare_that"):
            return False
        near = [verbs[start] for start in range(at - _THAT_REACH, at) if start in verbs]
        before = words[near[-1].end : at - 1] if near else ()
        return bool(near) and near[-1].sense.says and language.words("not_that_before").isdisjoint(before)

    def _noun_of_stance(self, sentence: Sentence, at: int, verbs: dict[int, Hit[Verb]]) -> bool:
        """Whether a form is the object of a verb whose subject stands between.

        جدد الوزير، أمس، رفض بلاده; أدان المجلس تدخل إيران.
        """
        words, language = self._document.words.folded, self._document.language
        noun = any(h.start == at and h.sense.form == "noun" for h in sentence.of(Verb))
        last = max((start for start in verbs if start < at), default=None)
        if not noun or last is None or words[at - 1] in self._parting:
            return False
        verb = verbs[last].sense
        sides = verb.effect == "assert" or (verb.effect in ("plus", "minus") and not self._joined_on(at))
        declares = verb.says and (
            sides or fold(verb.lemma) in language.words("declares") | language.words("describing")
        )
        between = words[verbs[last].end : at]
        return declares and self._parting.isdisjoint(between) and not self._speech_between(last + 1, at)

    def _masdar(self, sentence: Sentence, at: int) -> bool:
        """Whether a word is a noun that only looks like a verb: it begins a topic (توسع الناتو)."""
        nouns = self._document.language.words("masdars")
        return self._document.words.folded[at] in nouns and any(
            hit.start == at and hit.end - at > 1 for hit in sentence.of(Topic)
        )

    def _after_preposition(self, sentence: Sentence, at: int) -> bool:
        """Whether a word stands right behind a preposition or demonstrative: no verb does."""
        joined = self._joined_on(at) and not self._own_waw(at)
        if at == sentence.first or self._document.breaks[at] or joined:
            return False
        words, lists = self._document.words.folded, self._document.language.words
        phrase = " ".join(words[at : at + 2])
        return words[at - 1] in lists("no_verb_after") or phrase in lists("no_verb_phrases")

    def _own_waw(self, at: int) -> bool:
        """Whether a word begins with the letter of "and" of its own: في وجه …."""
        return self._document.words.folded[at].startswith(tuple(self._document.language.words("waw_words")))

    def _adverbial(self, hit: Hit[object]) -> bool:
        """Whether a participle opens a clause of its own (مؤكدا أن …) and is no adjective."""
        if not self._vso:
            return True
        word = self._document.words.folded[hit.start]
        if word.startswith(("ال", "وال", "بال", "لل")):
            return False
        again = word in self._document.language.words("again_too")  # رفض مجددا قيام دولة
        if again and not self._document.breaks[hit.start]:
            return False
        return word.endswith(("ا", "ين")) or (word.endswith("ه") and self._document.breaks[hit.start])

    def _act(self, sentence: Sentence, hit: Hit[Verb]) -> Act | None:
        verb = hit.sense
        quote = self._long_quote(hit.start)
        subject = self._subject(sentence, hit, quote is not None)
        word = self._document.words.folded[hit.start]
        if self._of_indefinite(hit) and subject and subject.first >= hit.end:
            return None
        joined = word[0] in "وف" and word not in self._document.language.verb_forms
        after_that = self._after_that(sentence, subject.first if subject else hit.start)
        if subject is None and (not verb.says or self._in_relative(sentence, hit)):
            return None
        if subject is None and verb.needs and not self._surely_verb(sentence, hit):
            return None
        if (
            verb.needs == "that"
            and not self._opens_speech(sentence, max(hit.end, subject.last if subject else 0))
            and not self._blames(sentence, hit.start)
            and not self._reaffirms(max(hit.end, subject.last if subject else 0))
        ):
            return None
        return Act(hit.start, hit.end, verb, subject, quote is not None, joined, after_that)

    def _of_indefinite(self, hit: Hit[Verb]) -> bool:
        """Whether an Arabic verb tells what an indefinite noun before it does: ردا منسقا يردع الناتو.

        Then the actor behind it is its object.
        """
        verb, words = hit.sense, self._document.words.folded
        if not (self._vso and verb.form == "present" and verb.takes_actor and hit.start):
            return False
        before = words[hit.start - 1]
        noun = len(before) > _SHORT and before.endswith("ا") and not self._document.breaks[hit.start]
        return noun and before not in self._parting and before not in self._document.language.verb_forms

    def _reaffirms(self, at: int) -> bool:
        """Whether "the reaffirmation of" follows: أعاد المتحدث التأكيد على."""
        reaffirmed = self._document.language.words("reaffirmed")
        return not reaffirmed.isdisjoint(self._document.words.folded[at : at + 1])

    def _blames(self, sentence: Sentence, at: int) -> bool:
        """Whether a phrase of blame begins with a word: حمل فلان روسيا المسؤولية."""
        return any(h.start == at and h.sense.effect == "blame" for h in sentence.of(Cue))

    def _opens_speech(self, sentence: Sentence, at: int) -> bool:
        """Whether "that" or "about" follows at once."""
        words = self._document.words.folded
        if self._vso and self._voices(at, sentence.last):
            return True
        for i in range(at, min(at + 2, sentence.last)):
            if words[i] in self._that or words[i] == "عن":
                return not (self._vso and self._document.breaks[i])
            if self._document.breaks[i]:
                return False
        return False

    def _voices(self, at: int, last: int) -> bool:
        """Whether "of" and the noun of a stance follow, a date between: عبرت كينيا، اليوم، عن مساندتها."""
        words, voiced = self._document.words.folded, self._document.language.words("voiced")
        reach = range(at, min(at + _DATE_BETWEEN, last - 1))
        return any(
            words[i] == "عن" and words[i + 1].removeprefix("ال").startswith(tuple(voiced)) for i in reach
        )

    def _surely_verb(self, sentence: Sentence, hit: Hit[Verb]) -> bool:
        """Whether a form that may be another word is a verb here: by its place, or by what follows."""
        opens = hit.start == sentence.first and self._document.words.folded[hit.start][0] in "وف"
        return opens or self._opens_speech(sentence, hit.end) or self._quotes_next(hit.end)

    def _quotes_next(self, end: int) -> bool:
        """Whether a colon or a quotation follows a word at once."""
        return self._document.text[self._document.words.ends[end - 1] :][:3].strip()[:1] in (
            ":",
            '"',
            "«",
            "“",
        )

    def _in_relative(self, sentence: Sentence, hit: Hit[Verb]) -> bool:
        """Whether a finite verb without a subject belongs to a relative clause: التي تروج …."""
        if hit.sense.form == "participle":
            return False
        start = max(sentence.first, hit.start - _RELATIVE_REACH)
        return any(
            h.sense.kind == "relative" and start <= h.start < hit.start for h in sentence.of(Reference)
        ) and not (
            hit.start > sentence.first and self._document.breaks[hit.start] and hit.sense.form == "past"
        )

    def _after_that(self, sentence: Sentence, at: int) -> bool:
        words = self._document.words.folded
        return any(
            words[i] in self._that and not (i > sentence.first and words[i - 1] in self._not_that)
            for i in range(max(sentence.first, at - 2), at)
        )

    def _impersonal_acts(self, sentence: Sentence) -> Iterator[Act]:
        """What "was stressed" without a name: by both sides of a meeting, else by whoever speaks."""
        speaker = self._speaker
        if self._pair and self._speaker_in(self._pair):
            speaker = Speaker(None, self._pair)
        if speaker.nobody:
            return
        for hit in self._impersonal_nouns(sentence):
            subject = Subject(speaker, hit.start - 1, hit.end)
            quoted = self._long_quote(hit.start) is not None
            after_that = self._after_that(sentence, hit.start - 1)
            yield Act(hit.start, hit.end, hit.sense, subject, quoted, False, after_that)

    def _impersonal_nouns(self, sentence: Sentence) -> list[Hit[Verb]]:
        """Nouns of saying or dealing behind "there was": of two readings that with fewer clitics."""
        best: dict[int, Hit[Verb]] = {}
        for hit in sentence.of(Verb):
            verb = hit.sense
            if verb.form != "noun" or hit.start == sentence.first:
                continue
            if not self._impersonal_at(sentence, hit.start):
                continue
            if self._vso and self._document.words.folded[hit.start].endswith(("ها", "هما")):
                continue  # وثيقة تم تبنيها: it is said of what was named
            known = best.get(hit.start)
            if known is None or len(verb.spelling) > len(known.sense.spelling):
                best[hit.start] = Hit(hit.start, hit.end, verb)
        return [hit for hit in best.values() if hit.sense.says or hit.sense.effect == "discuss"]

    def _impersonal_at(self, sentence: Sentence, at: int) -> bool:
        """Whether "there was" stands before a noun."""
        return self._document.words.folded[at - 1] in self._impersonal

    def _speaker_in(self, states: tuple[str, ...]) -> bool:
        return self._speaker.nobody or not set(self._speaker.holders).isdisjoint(states)

    def _according(self, sentence: Sentence) -> list[Act]:
        found = []
        for hit in sentence.of(Reference):
            if hit.sense.kind == "according_to":
                if self._what(hit.start):
                    continue  # أن ما نقل عن فلان …: of what is told of him by the way
                subject = self._capital_at(sentence, hit.end) or next(
                    (
                        s
                        for at in range(hit.end, min(hit.end + 2, sentence.last))
                        if (at == hit.end or not self._document.breaks[at])  # по словам дипломата, Макрон …
                        and (s := self._actor_cited(sentence, at))
                    ),
                    None,
                )
                if (
                    subject
                    and (self._quotable(subject.speaker) or self._official_at(subject.first))
                    and (
                        not self._in_topic(sentence, subject.first)
                        or (subject.speaker.voice or "").startswith("person:")
                    )
                ):
                    found.append(Act(hit.start, subject.last, None, subject, False, False, False))
                elif subject is None and self._text_at(hit.end):
                    found += self._of_text_named(sentence, hit)
            elif hit.sense.kind == "said_in" and not self._what(hit.start):
                found += self._text_says(sentence, hit)
            elif hit.sense.kind == "position_of":
                found += self._position_told(sentence, hit)
            elif hit.sense.kind == "told_in":
                self._told_text = self._told_by(sentence, hit)
            elif (
                hit.sense.kind == "in_his_words"
                and not self._opens_name(sentence, hit)
                and all(act.at != hit.start for act in found)
                and not (own := self._in_whose_words(hit)).nobody
            ):
                subject = Subject(own, hit.start, hit.end)
                found.append(Act(hit.start, hit.end, None, subject, False, False, False))
        return [*found, *self._in_their_view(sentence)]

    def _in_their_view(self, sentence: Sentence) -> Iterator[Act]:
        """Acts of whoever's words or view an English sentence gives: in Macron's view, …."""
        words, lists = self._document.words.folded, self._document.language.words
        yield from self._for_somebody(sentence)
        for mention in self._inside(sentence):
            view = words[mention.last : mention.last + 1]
            led = mention.first > sentence.first and words[mention.first - 1] in lists("view_led")
            if (
                not led
                or not view
                or view[0] not in lists("views")
                or not self._document.possessive(mention.last - 1)
            ):
                continue
            speaker = self._viewer(sentence, mention)
            if speaker and self._quotable(speaker):
                subject = Subject(speaker, mention.first, mention.last)
                yield Act(mention.first - 1, mention.last + 1, None, subject, False, False, False)

    def _for_somebody(self, sentence: Sentence) -> Iterator[Act]:
        """What something is for somebody who speaks for himself: For Bloggs, the pact is a mistake."""
        mention = self._starts.get(sentence.first + 1)
        led = self._document.words.folded[sentence.first] in self._document.language.words("view_of")
        if mention is None or not led or mention.kind != "person" or not self._document.breaks[mention.last]:
            return
        speaker = represented(self._document.vocabulary, mention)
        if speaker.holders == (speaker.voice,):
            subject = Subject(speaker, mention.first, mention.last)
            yield Act(sentence.first, mention.last, None, subject, False, False, False)

    def _position_told(self, sentence: Sentence, hit: Hit[object]) -> Iterator[Act]:
        """What somebody's position is said to be, behind a colon or "is that": позиция Индии неизменна: …."""
        if hit.end >= sentence.last:
            return  # … присоединились к этой позиции.
        subject, words = self._actor_at(sentence, hit.end), self._document.words
        if subject is None or not self._quotable(subject.speaker):
            return
        near = range(subject.last, min(subject.last + _TOLD_SOON, sentence.last))
        opens = next(
            (at for at in near if words.folded[at] in self._document.language.words("amounts_to")), None
        )
        if opens is None:
            gaps = ((at, self._document.text[words.ends[at - 1] : words.starts[at]]) for at in near)
            dash = ("—", "–")  # цель Сеула — денуклеаризация
            colons = (at for at, gap in gaps if ":" in gap or (at == subject.last and gap.strip() in dash))
            opens = next(colons, None)
        if opens is not None:
            yield Act(hit.start, max(opens, subject.last), None, subject, False, False, False)

    def _actor_cited(self, sentence: Sentence, at: int) -> Subject | None:
        """Who stands at a word behind "according to"."""
        return self._actor_at(sentence, at)

    def _capital_at(self, sentence: Sentence, at: int) -> Subject | None:
        """The state whose capital stands at an English word where somebody is quoted: according to Tehran."""
        if self._document.language.code != "en":
            return None
        places = (m for m in self._inside(sentence) if m.first == at and m.kind == "place")
        found = next(((m, s) for m in places if (s := self._viewer(sentence, m))), None)
        return Subject(found[1], found[0].first, found[0].last) if found else None

    def _viewer(self, sentence: Sentence, mention: Mention) -> Speaker | None:
        """Whose view it is; a capital "in" which nothing is stands for its state: in Moscow's view."""
        if mention.kind != "place":
            return represented(self._document.vocabulary, mention)
        seats = (h for h in sentence.of(Name) if h.start == mention.first and h.sense.strength == "metonym")
        state = next((h.sense.id for h in seats if h.sense.id.startswith("state:")), None)
        return Speaker(None, (state,)) if state else None

    def _text_at(self, at: int) -> bool:
        """Whether a text is named at a word, whose it is may follow: وفق بيان للخارجية المصرية."""
        texts = self._document.language.words("texts_cited")
        return not texts.isdisjoint(self._document.words.folded[at : at + 1])

    def _of_text_named(self, sentence: Sentence, hit: Hit[object]) -> Iterator[Act]:
        """What stands in a text, said by whoever is named right behind it, two together too."""
        mention = self._named_behind(sentence, Hit(hit.start, hit.end + 1, hit.sense))
        if mention is None or any(self._document.breaks[hit.end : mention.first + 1]):
            return
        subject = Subject(self._authors(mention), hit.start, mention.last)
        yield Act(hit.start, mention.last, None, subject, False, False, False)

    def _in_whose_words(self, hit: Hit[object]) -> Speaker:
        """Whose words "in his words" are: those of whoever spoke last."""
        return self._speaker

    def _opens_name(self, sentence: Sentence, hit: Hit[object]) -> bool:
        """Whether the last word of "in the minister's words" opens a title with a name: somebody is named."""
        return any(m.first < hit.end < m.last for m in self._inside(sentence))

    def _official_at(self, at: int) -> bool:
        """Whether an official of a bloc is named at a word: ووفقا لمسؤول أوروبي."""
        mention = self._starts.get(at)
        return mention is not None and mention.how == "title" and mention.kind == "bloc"

    def _in_topic(self, sentence: Sentence, at: int) -> bool:
        """Whether a word belongs to the name of a principle: وفقا لحل الدولتين."""
        return any(h.start < at < h.end for h in sentence.of(Topic))

    def _quotable(self, speaker: Speaker) -> bool:
        """Whether words may be told after somebody: not after an outlet, nor a bloc (وفق الأمم المتحدة)."""
        if speaker.voice is None:
            return any(holder.startswith("state:") for holder in speaker.holders)
        return not self._outlet(speaker.voice)

    def _what(self, at: int) -> bool:
        """Whether "what" stands before a verb: رفض ما ورد في بيان …, which tells of it by the way."""
        lists, words = self._document.language.words, self._document.words.folded
        cited = not lists("before_from").isdisjoint(words[max(0, at - 2) : max(0, at - 1)])
        return not cited and not lists("whoever").isdisjoint(words[max(0, at - 1) : at])

    def _text_says(self, sentence: Sentence, hit: Hit[object]) -> Iterator[Act]:
        """ "Says the statement of the ministry": whose text it is that is named after it, else who spoke."""
        mention = self._named_behind(sentence, hit)
        speaker = self._authors(mention) if mention else self._of_number(sentence, hit) or self._speaker
        if not speaker.nobody:
            subject = Subject(speaker, hit.start, mention.last if mention else hit.end)
            yield Act(hit.start, subject.last, None, subject, False, False, False)

    def _named_behind(self, sentence: Sentence, hit: Hit[object]) -> Mention | None:
        """Who is named first behind the words for a text, other than an outlet."""
        named = (self._starts.get(at) for at in range(hit.end, min(hit.end + _TEXT_REACH, sentence.last)))
        return next((m for m in named if m and not self._outlet(m.id)), None)

    def _of_number(self, sentence: Sentence, hit: Hit[object]) -> Speaker | None:
        """Those whose text it is said to be by their number: говорится в коммюнике трех государств."""
        near = (h for h in sentence.of(Reference) if hit.start < h.start <= hit.end + 2)
        of_some = next((h.sense.kind for h in near if h.sense.kind in _BY_NUMBER), None)
        return self._referred(of_some) if of_some else None

    def _told_by(self, sentence: Sentence, hit: Hit[object]) -> Speaker:
        """Whose text it is in which all was said: جاء ذلك في بيان اعتمده مجلس وزراء …."""
        mention = self._named_behind(sentence, hit)
        return represented(self._vocabulary, mention) if mention else NOBODY

    def _authors(self, mention: Mention) -> Speaker:
        """Whose text it is: with the states listed behind the one named first."""
        one, at = represented(self._vocabulary, mention), mention.last
        holders = [*one.holders]
        while (other := self._joined_state(at)) is not None:
            holders.append(other.id)
            at = other.last
        return one if at == mention.last else Speaker(None, tuple(dict.fromkeys(holders)))

    def _joined_state(self, at: int) -> Mention | None:
        """The state that "and" joins to what ends at a word, or a comma in a list that "and" closes."""
        beside = self._starts.get(at)
        listed = beside is not None and beside.kind == "state" and not self._vso and self._document.breaks[at]
        if beside is not None and listed:
            return beside if self._joined_state(beside.last) else None
        joined = beside is not None and self._vso and self._joined_on(at)
        other = beside if joined else self._starts.get(at + 1)
        joins = self._document.language.words("joins")
        if other is None or other.kind != "state" or not (joined or self._document.words.folded[at] in joins):
            return None
        return other

    def _outlet(self, actor: str) -> bool:
        entry = self._vocabulary.items.get(actor)
        return isinstance(entry, Organization) and entry.category in ("agency", "outlet")
