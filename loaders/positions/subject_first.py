"""Who says what in languages that put the subject before the verb: Russian and English.

Reads what `speech` reads, with subjects found by `subject_finding`. Tells which clause stands inside
which ("X said that Y rejects …", "…, X said"), whom "he" and "the minister" mean, and who a sentence
names that says the one before («Об этом заявил …»).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from loaders.positions.clauses import NOBODY, OWN, Act, Clause, Speaker, Subject, represented, resolved
from loaders.positions.dialogue import dialogue_of
from loaders.positions.subject_finding import SubjectFinding
from loaders.reading.document import Document, Sentence
from loaders.reading.language import Reference, Title, Topic, Verb
from loaders.reading.mentions import Mention, within
from loaders.reading.patterns import Hit
from loaders.reading.text import fold_name
from ontology.vocabulary import Organization, Person

_TAKING_SIDES = frozenset({"plus", "minus", "assert"})
_REACH_BACK = 40
_HEADED = 3  # words before a colon in which the office that answers is named
_LEAD = 3  # sentences that say who met
_JOINT = 3  # words between two blocs that met: the GCC and the Association
_ASKER = 5  # words in the name of an outlet that asks
_PARTY = 3  # so many are a party, and no pair
_TITLE_REACH = 7  # words from "the ministers" to the first of those listed behind it
_NUMBERS = {"three": 3, "four": 4, "five": 5}  # "the three states": references by number
_LETTER = 2  # words from a letter or speech to whose it is
_AGAIN = 4  # words of an opening in which "he" stands
_TEXT_REACH = 8  # words from "statement" to "in which they"
_INITIALS = 2  # before a surname
_INSTRUMENTAL = 6  # letters of a word in the instrumental
_INSTRUMENTALS = ("ом", "ем", "ой", "ей", "им", "ым", "ами", "ями", "ими", "ыми")
_BLAMED = 8  # words from whom somebody blames to "for that he"
_INTRODUCED = 6  # words from an office to the name of whoever holds it
_BARE_CLAUSE = 3  # words between "said" and the subject of a clause without "that"


class SubjectFirst(SubjectFinding):
    """Attribution for Russian and English."""

    def __init__(self, document: Document, mentions: tuple[Mention, ...]) -> None:
        super().__init__(document, mentions)
        words = document.language.words
        self._points_back = words("points_back")
        self._supposes = words("hypothetical")
        self._once = words("once")
        self._introduces = words("prepositions") | words("introduces")
        self._spoken_to = words("spoken_to")
        self._askers = words("askers")
        self._noun_tails = words("noun_tails")
        self._felt_aloud = words("felt_aloud")
        self._front: Subject | None = None  # the person who opens the sentence
        self._body: Subject | None = None  # the state or bloc that opens an English sentence: "it" in it
        self._body_before: Speaker | None = None  # the same of the sentence before
        self._topic: Speaker | None = None  # and the one who opened a sentence before, in which nobody spoke
        self._doer: Speaker | None = None  # whose deed a sentence told: "it" is that one next
        self._last_woman: Speaker | None = None
        self._pair_of_people = self._talks = False
        self._within: Speaker | None = None  # the person who last was a subject in this sentence
        self._convened: tuple[str, ...] = ()  # the bloc of whose meeting the opening tells
        self._text: Speaker | None = None  # whose text was spoken of last: "the document" is that one
        self._text_in = self._spoke_in = -1
        self._row: Speaker | None = None  # the states that last were a subject together
        self._several: Speaker | None = None  # the bloc or the states that last were a subject together
        # this sentence, and those of that, of the last two who met, and of whoever spoke last
        self._in = self._several_in = self._pair_in = self._voiced_in = self._party_in = -1
        self._dash_speaker: Speaker | None = None  # whose words a paragraph holds that a dash opens
        self._dash_said: frozenset[int] = frozenset()
        self._groups: dict[int, Speaker] = {}  # who last stood together, by their number
        self._party: Speaker | None = None  # the three or more who met, told of in the opening
        self._teller: Speaker | None = None  # the state or bloc of which the text first tells what it holds
        self._asking = -1  # the paragraph of the last question
        self._transcript: Speaker | None = None  # whose name and a colon opened what is said
        self._joint_text = False  # whether the opening tells of a text of several
        self._dialogue = dialogue_of(document)
        self._answering = NOBODY  # who answers in it
        self._digest = NOBODY  # whose words a text only gives in short
        self._letter = NOBODY  # whose letter or speech the sentence before told of
        self._expert = NOBODY  # who spoke last in his own name
        self._together_here: Speaker | None = None  # the several who last were a subject in this sentence

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
        acts = sorted([*acts, *self._according(sentence), *self._headed(sentence)], key=lambda act: act.at)
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
        return not named and len(word) >= _INSTRUMENTAL and word.endswith(_INSTRUMENTALS)

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
        return past and self._document.words.folded[act.at].endswith(("ли", "лись"))

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
        while at > max(sentence.first, act.at - _REACH_BACK) and not self._document.breaks[at]:
            at -= 1
        return any(self._grammar.is_relative(sentence, word) for word in (at, at + 1))

    def _headed(self, sentence: Sentence) -> Iterator[Act]:
        """ "Zhang Jun: the refusal is …": a name and a colon open what is said."""
        opening = within(self._mentions, sentence.first, sentence.first + _HEADED)
        office = None if self._russian else next((m for m in opening if m.how == "title"), None)
        mention = self._starts.get(self._past_initials(sentence)) or office
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

    def _past_initials(self, sentence: Sentence) -> int:
        """Where a sentence begins behind the initials that open it: С.Лавров: …."""
        at, words = sentence.first, self._document.words.folded
        while (
            self._russian and at < min(sentence.first + _INITIALS, sentence.last - 1) and len(words[at]) == 1
        ):
            at += 1
        return at

    def _reference(self, sentence: Sentence, at: int, starting: bool) -> Subject | None:
        here = [hit for hit in sentence.hits if (hit.start if starting else hit.end) == at]
        for hit in sorted(here, key=lambda hit: isinstance(hit.sense, Title)):  # "the leaders" are several
            if blamed := self._blamed(sentence, hit):
                return blamed
            if self._russian and isinstance(hit.sense, Reference) and self._off_case(sentence, hit):
                continue
            if isinstance(hit.sense, Reference) and hit.sense.kind == "speaker_again":
                speaker = NOBODY if self._introduces_another(sentence, hit) else self._again(hit)
            elif (
                isinstance(hit.sense, Reference)
                and hit.sense.kind == "document"
                and hit.start > sentence.first + 2
                and (self._russian or not self._document.breaks[hit.start])
            ):
                continue  # a document spoken of, not the one that speaks
            elif isinstance(hit.sense, Reference) and self._grammar.is_relative(sentence, hit.start):
                return self._antecedent(sentence, hit.start) if hit.sense.kind == "own_state" else None
            elif isinstance(hit.sense, Reference) and (signed := self._in_their_text(sentence, hit)):
                return replace(signed, first=hit.start, last=hit.end)
            elif isinstance(hit.sense, Reference) and self._grammar.is_relative(sentence, hit.start - 1):
                return self._antecedent(sentence, hit.start - 1)  # whose country
            elif isinstance(hit.sense, Reference) and self._means_expert(hit):
                speaker = self._expert if self._russian else self._speaker
            elif isinstance(hit.sense, Reference):
                speaker = self._referred(hit.sense.kind)
            elif isinstance(hit.sense, Title) and hit.sense.short and self._grammar.nominative_title(hit):
                speaker = self._speaker if not self._speaker.nobody else None
            else:
                continue
            if speaker:
                return Subject(speaker, hit.start, hit.end)
        return None

    def _blamed(self, sentence: Sentence, hit: Hit[object]) -> Subject | None:
        """Who is meant by a Russian pronoun behind what he is blamed for: осуждает X за то, что он …."""
        words = self._document.words.folded
        pronoun = words[hit.start : hit.end] in (("он",), ("она",), ("оно",), ("они",))
        led = words[max(0, hit.start - 2) : hit.start] in (("то", "что"), ("том", "что"))
        if not (self._russian and pronoun and led) or words[hit.start - 3] not in ("за", "в"):
            return None
        near = within(self._mentions, max(sentence.first, hit.start - _BLAMED), hit.start - 2)
        actors = [m for m in near if m.kind in ("state", "bloc") and m.how != "demonym"]
        if not actors or self._document.breaks[actors[-1].last] is False:
            return None
        return Subject(represented(self._vocabulary, actors[-1]), hit.start, hit.end)

    def _introduces_another(self, sentence: Sentence, hit: Hit[object]) -> bool:
        """Whether a Russian office is that of somebody whom nobody lists: Депутат от партии Иван Кротов."""
        words, named = (
            self._document.words,
            {w for m in self._inside(sentence) for w in range(m.first, m.last)},
        )
        offices = self._document.language.words("elected")
        if not self._russian or offices.isdisjoint(words.folded[hit.start : hit.end]):
            return False
        for at in range(hit.end, min(hit.end + _INTRODUCED, sentence.last - 1)):
            if self._document.breaks[at] or at in named or self._grammar.dash_before(at):
                return False
            names = [self._document.text[words.starts[i]].isupper() for i in (at, at + 1)]
            if all(names) and not self._document.breaks[at + 1] and at + 1 not in named:
                return True
        return False

    def _in_their_text(self, sentence: Sentence, hit: Hit[object]) -> Subject | None:
        """Whoever issued the English text in which they say so: issued a joint statement in which they …."""
        words, lists = self._document.words.folded, self._document.language.words
        back = range(hit.start - 3, max(sentence.first, hit.start - _TEXT_REACH), -1)
        led = words[hit.start - 2 : hit.start] == ("in", "which") and not self._russian
        text = next((at for at in back if words[at] in lists("texts")), None) if led else None
        return self._signatory(sentence, text) if text is not None else None

    def _means_expert(self, hit: Hit[object]) -> bool:
        """Whether "the expert" is the one who spoke last in his own name."""
        words = self._document.words.folded
        experts = self._document.language.words("one_expert")
        if self._russian:
            return not self._expert.nobody and not experts.isdisjoint(words[hit.start : hit.end])
        own = self._speaker.voice or ""
        at = hit.start + (words[hit.start] == "the")
        known = words[at] in experts and words[at - 1 : at] == ("the",)
        return known and own.startswith("person:") and self._speaker.holders == (own,)

    def _in_whose_words(self, hit: Hit[object]) -> Speaker:
        """Whose words "in his words" are: of the expert who spoke last, where one is said to be meant."""
        told = self._document.words.folded[hit.end - 1] in self._document.language.words("one_expert")
        own = self._expert if told else super()._in_whose_words(hit)
        return self._topic if own.nobody and self._topic else own  # X прибыл в Пекин. По его словам, …

    def _off_case(self, sentence: Sentence, hit: Hit[object]) -> bool:
        """Whether a stranger stands in a case of no subject (журналистам), or countries are not all meant."""
        words, breaks = self._document.words.folded, self._document.breaks
        kind = hit.sense.kind if isinstance(hit.sense, Reference) else ""
        if kind == "stranger":
            return words[hit.start].endswith(("ам", "ям", "ами", "ями", "ом", "ем", "у", "ю"))
        alone = kind == "several_states" and words[hit.start : hit.end] in (("страны",), ("государства",))
        before = words[hit.start - 1] if hit.start and not breaks[hit.start] else ""
        described = len(before) > 2 and before.endswith(("ые", "ие", "их", "ых", "ими", "ыми"))
        acts = any(hit.end <= h.start <= hit.end + 1 for h in sentence.of(Verb))
        return alone and (described or not acts)

    def _again(self, hit: Hit[object]) -> Speaker | None:
        """Whom "he" or "the minister" is: who opens this sentence or the last, else who speaks."""
        if self._front and self._front.first < hit.start and self._fits_pronoun(hit, self._front.speaker):
            return self._front.speaker
        if (
            self._within
            and self._fits_pronoun(hit, self._within)
            and self._document.words.folded[hit.start] in self._document.language.words("one_person")
        ):
            return self._within
        if self._document.words.folded[hit.start] == "it" and (body := self._body_meant(hit)):
            return body
        if self._topic and not self._of_many(hit) and self._fits_pronoun(hit, self._topic):
            return self._topic
        if self._speaker.nobody and (ministry := self._ministry_of_last(hit)):
            return ministry
        woman = self._document.words.folded[hit.start] in ("she", "она")
        if woman and self._gender(self._speaker.voice) == "m":
            return self._last_woman or Speaker(None, (OWN,))
        if woman and not self._russian and self._gender(self._speaker.voice) == "f":
            return self._speaker  # whoever else this sentence tells of
        return Speaker(None, (OWN,))

    def _body_meant(self, hit: Hit[object]) -> Speaker | None:
        """The state or bloc that "it" means: which opens this sentence, or the last if nobody spoke."""
        if self._body and self._body.last < hit.start:
            return self._body.speaker
        return self._body_before if self._topic is None else None

    def _fits_pronoun(self, hit: Hit[object], speaker: Speaker) -> bool:
        """Whether "she" may be a person, and "he" no woman: in English."""
        word, gender = self._document.words.folded[hit.start], self._gender(speaker.voice)
        if self._russian or gender is not None:
            return self._russian or {"she": "f", "he": "m"}.get(word) in (None, gender)
        women = self._last_woman is not None or self._gender(self._speaker.voice) == "f"
        return word != "she" or not women  # she who is known for a woman comes first

    def _ministry_of_last(self, hit: Hit[object]) -> Speaker | None:
        """The ministry of the state named last, where "the Foreign Ministry" stands alone in English."""
        words = self._document.words.folded[hit.start : hit.end]
        if self._russian or self._document.language.words("houses").isdisjoint(words):
            return None
        state = self._state_before(hit.start)
        bodies = (o for o in self._vocabulary.of_type(Organization) if o.of == state)
        foreign = next((o.id for o in bodies if o.id.endswith("-mfa")), None)
        return Speaker(foreign, (state,)) if state else None

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
        if self._russian or act.subject is None or act.quoted or len(act.subject.speaker.holders) < _PARTY:
            return None
        return act.subject.speaker

    def _of_many(self, hit: Hit[object]) -> bool:
        """Whether "he" stands where the sentence before was of several: it means none of them."""
        one = self._document.words.folded[hit.start] in self._document.language.words("one_person")
        return one and self._topic is not None and (len(self._topic.holders) > 1 or self._bloc(self._topic))

    def _bloc(self, speaker: Speaker) -> bool:
        return speaker.voice is None and speaker.holders[:1] != () and speaker.holders[0].startswith("bloc:")

    def _gender(self, voice: str | None) -> str | None:
        entry = self._vocabulary.items.get(voice or "")
        return entry.gender if isinstance(entry, Person) else None

    def _referred(self, kind: str) -> Speaker | None:
        if kind == "stranger":
            return NOBODY
        if kind == "document" and self._text and self._text_in >= self._spoke_in:
            return self._text
        if kind == "joint_document" and (group := self._group_now()):
            return Speaker(None, group)
        if kind in _NUMBERS:
            return self._counted(_NUMBERS[kind])
        if kind == "states_again":
            return self._listed_again() or self._together("several_states")
        if kind in ("they", "several_states", "both_states", "joint_document"):
            return self._together(kind)
        return super()._referred(kind)

    def _listed_again(self) -> Speaker | None:
        """The states that last acted together, one by one where they are but a few; else their bloc."""
        row = self._row
        bloc = self._bloc_of(row.holders) if row and len(row.holders) > _PARTY else None
        return Speaker(None, (bloc,)) if bloc else row

    def _together(self, kind: str) -> Speaker | None:
        """Whom "they", "the leaders" or "both sides" are: who last acted together, else who met."""
        if party := self._of_party(kind):
            return party
        newest = self._pair_in if self._pair_in < self._in else -1  # who stands behind "they" is not meant
        latest = self._several if self._several_in >= newest else None
        met = Speaker(None, self._pair) if self._pair else None
        of_group = self._group_now()
        group = Speaker(None, of_group) if of_group else None
        if kind == "several_states" and self._several and len(self._several.holders) > 2:
            return self._several
        if kind == "both_states":
            both = latest if latest and (not met or len(latest.holders) == 2) else met or group
            return both or self._met_ahead()
        if latest and (kind == "they" or not group or len(latest.holders) != 2):
            return latest
        return met if met and self._pair_of_people else group or met

    def _of_party(self, kind: str) -> Speaker | None:
        """The authors of a joint text, those who just acted together, or the party that met."""
        if self._russian:
            return None
        if self._author.voice is None and len(self._author.holders) > 1:
            return self._author
        if kind == "they" and self._together_here:
            return self._together_here
        return None if self._convened or self._several_in > self._party_in else self._party

    def _met_ahead(self) -> Speaker | None:
        """The two who met, where the article names them only behind what both sides said."""
        if not self._russian:
            return None
        met = (self._met(self._inside(sentence)) for sentence in self._document.sentences)
        return next((Speaker(None, tuple(states)) for states in met if len(states) == 2), None)

    def _unnamed(self, both: bool) -> Speaker:
        """Who speaks where nobody is named: who acted together since somebody spoke, or met then."""
        if self._russian and self._several and self._several_in > self._voiced_in:
            return self._several
        if self._russian and self._pair and self._pair_of_people and self._pair_in > self._voiced_in:
            return Speaker(None, self._pair)
        return super()._unnamed(both)

    def _counted(self, number: int) -> Speaker | None:
        """Those who last stood together and are so many: «три государства»."""
        if found := self._groups.get(number):
            return found
        named = dict.fromkeys(m.id for m in self._mentions if m.kind == "bloc")
        whole = (members for bloc in named if len(members := self._members(bloc)) == number)
        states = next(whole, None)  # лидеры пяти стран, of Central Asia
        return Speaker(None, tuple(sorted(states))) if self._russian and states else None

    def _note_bloc(self, sentence: Sentence) -> None:
        """Remember the bloc that opens a Russian sentence as its subject, whatever it does there."""
        front = next((m for m in self._inside(sentence) if m.first <= sentence.first + 1), None)
        if not self._russian or front is None or front.kind != "bloc":
            return
        if not (self._grammar.governed(sentence, front.first) or self._grammar.oblique(front)):
            self._several, self._several_in = represented(self._vocabulary, front), sentence.index

    def _note_group(self, sentence: Sentence) -> None:
        """Remember the states that stand in one list in a sentence, by their number."""
        inside = [m for m in self._inside(sentence) if m.kind in ("state", "person") and m.how != "demonym"]
        row: list[str] = []
        last = -2
        for mention in inside:
            body = mention.state if mention.kind == "person" else mention.id
            between = self._document.words.folded[last : mention.first]
            if mention.first - last > 1 or not self._joins.issuperset(between):
                row = []
            last = mention.last
            if body and body not in row:
                row.append(body)
            if len(row) > 1:
                self._groups[len(row)] = Speaker(None, tuple(row))

    def _note_party(self, sentence: Sentence) -> None:
        """Remember the three or more who an English opening says stood together, in person or by list."""
        if self._russian or self._party or self._convened or sentence.index > _LEAD:
            return
        people = self._met([m for m in self._inside(sentence) if m.kind == "person"])
        row = people if len(people) >= _PARTY else self._listed_states(sentence)
        if bloc := self._bloc_of(tuple(row)):
            self._convened = (bloc,)
        elif len(row) >= _PARTY:
            each = tuple((m.state, m.id) for m in self._inside(sentence) if m.kind == "person" and m.state)
            self._party, self._party_in = Speaker(None, tuple(row), each), sentence.index

    def _note_title(self, sentence: Sentence) -> None:
        """Remember the bloc whose people an English title says have met or spoken: Quad ministers meet."""
        if not self._russian and not self._convened:
            self._convened = self._convening(sentence)

    def _listed_states(self, sentence: Sentence) -> list[str]:
        """The states and blocs of one list whose ministers, leaders or envoys a sentence speaks of."""
        words, several = self._document.words.folded, self._document.language.words("several_people")
        small = self._joins | self._articles
        row: list[Mention] = []
        for mention in self._inside(sentence):
            if mention.kind not in ("state", "bloc") or mention.how == "demonym":
                continue
            last = row[-1].last if row else mention.first
            if row and not (mention.first - last <= _PARTY and small.issuperset(words[last : mention.first])):
                if len(row) >= _PARTY:
                    break
                row = []
            row.append(mention)
        opens = words[max(sentence.first, row[0].first - _TITLE_REACH) : row[0].last] if row else ()
        return [] if several.isdisjoint(opens) else list(dict.fromkeys(m.id for m in row))

    def _remember_pair(self, sentence: Sentence) -> None:
        self._note_group(sentence)
        self._note_bloc(sentence)
        talked = self._pair if self._talks else ()
        super()._remember_pair(sentence)
        if not self._convened and sentence.index <= _LEAD:
            self._convened = self._convening(sentence)
        self._note_party(sentence)
        if self._russian and sentence.index <= _LEAD and not (self._pair_of_people or self._pair_of_title):
            self._note_talks(sentence)
        if talked:
            self._pair = talked  # whoever else is named has not talked
        if self._talks:
            return
        states = self._met(self._inside(sentence))
        if self._pair_of_title and len(states) == 2:
            self._pair_of_people = set(states) == set(self._pair_of_title)
        if len(states) >= 2 and not self._pair_of_title:
            self._pair, self._pair_of_people = tuple(states[:2]), len(states) == 2
            self._pair_in = sentence.index

    def _note_talks(self, sentence: Sentence) -> None:
        """Remember the two whom a Russian opening says to have talked or met: переговоры между X и Y."""
        folded, words = self._document.words.folded, self._document.language.words
        if words("talks").isdisjoint(folded[sentence.first : sentence.last]):
            return
        inside = [m for m in self._inside(sentence) if m.kind in ("state", "bloc") and m.how != "demonym"]
        for one, other in pairwise(inside):
            between = folded[one.last : other.first]
            joined = not self._joins.isdisjoint(between) and len(between) <= _JOINT
            of_people = not words("several_people").isdisjoint(between)
            told = folded[one.first - 1] == "между" or (of_people and one.kind == other.kind == "bloc")
            if joined and told and one.id != other.id:
                self._pair, self._pair_of_people, self._talks = (one.id, other.id), True, True
                self._pair_in = sentence.index
                return

    def _group_now(self) -> tuple[str, ...]:
        """The bloc that met; one that was but named is none where two people met."""
        named = {fold_name(bloc) for bloc in self._group}
        everybody = self._document.language.words("everybody").issuperset(named)
        return self._convened or (() if self._pair_of_people or everybody else self._group)

    def _convening(self, sentence: Sentence) -> tuple[str, ...]:
        """The bloc whose leaders or whose summit a sentence names: OTS leaders, the summit of BRICS."""
        folded, nouns = self._document.words.folded, self._document.language.words("gatherings")
        for mention in self._inside(sentence):
            before = folded[max(sentence.first, mention.first - 6) : mention.first]
            first = mention.how == "side" or not self._group or mention.id in self._group
            unnamed = not self._russian and mention.how != "side" and self._of_everybody(mention)
            if (
                mention.kind != "bloc"
                or unnamed
                or not first
                or not self._document.language.words("aside_of").isdisjoint(before)
            ):
                continue
            around = (*before[-3:], *folded[mention.last : min(mention.last + 3, sentence.last)])
            if mention.how == "side" or not nouns.isdisjoint(around):
                return self._met_jointly(sentence, mention)
        return ()

    def _of_everybody(self, mention: Mention) -> bool:
        """Whether a bloc is the UN or a body of it, which is named everywhere."""
        return fold_name(mention.id) in self._document.language.words("everybody")

    def _met_jointly(self, sentence: Sentence, first: Mention) -> tuple[str, ...]:
        """A bloc that met, with the one whose name "and" joins to it: the ministers of the GCC and ASEAN."""
        folded, joins = self._document.words.folded, self._document.language.words("conjunctions")
        last = first.last
        for mention in within(self._mentions, first.last, sentence.last):
            between = folded[last : mention.first]
            if mention.id != first.id and mention.kind == "bloc" and not joins.isdisjoint(between):
                return (first.id, mention.id) if len(between) <= _JOINT else (first.id,)
            if mention.id != first.id or between:
                break
            last = mention.last
        return (first.id,)

    def _joined_states(self, inside: list[Mention]) -> tuple[str, ...]:
        states = self._met(inside)
        self._pair_of_people = self._pair_of_people or len(states) == 2
        return tuple(states[:2]) if len(states) >= 2 else super()._joined_states(inside)

    def _met(self, inside: list[Mention]) -> list[str]:
        """The states whose people stand together, also those who are met by office only: «с послом Ливии»."""
        bodies = [
            m.state if m.kind == "person" else m.id
            for m in inside
            if m.kind == "person" or m.how in ("title", "counterpart")
        ]
        return list(dict.fromkeys(body for body in bodies if body and body.startswith("state:")))

    def _clauses(self, sentence: Sentence) -> Iterator[Clause]:
        self._front = self._person_in_front(sentence)
        self._body_before = self._body.speaker if self._body else None
        self._body = self._body_in_front(sentence)
        self._in = sentence.index
        if self._asks(sentence) or self._asked_by_outlet(sentence):
            self._asking = sentence.block
        elif not self._russian and self._asking not in (-1, sentence.block) and self._speaker.nobody:
            self._speaker = self._author  # the answer goes on without a name
        here = self._asks(sentence) if self._russian else next(self._headed(sentence), None) is None
        if self._asking == sentence.block and here:
            self._speaker = NOBODY  # whoever asks, in a transcript
        if not self._letter.nobody and self._of_letter(sentence):
            self._speaker = self._letter
        if not self._digest.nobody:
            self._speaker = self._transcript = self._digest  # whatever else is told in between
        elif self._digests(sentence):
            self._digest = self._digested()
        reported = False
        self._doer = None
        if sentence.block in self._dialogue.questions:
            yield from self._question(sentence)
            return
        named = self._answers(sentence) or self._named_next(sentence) or self._dashed(sentence)
        both = None if named else self._told_of_both(sentence)
        if both:
            yield Clause(
                sentence.index, sentence.first, sentence.last, both, both.holders, "report", None, -1, False
            )
            return
        for clause in self._under(sentence, named) if named else super()._clauses(sentence):
            reported = reported or clause.level in ("report", "quote")
            yield self._in_common(self._in_transcript(sentence, clause))
        self._note_text(sentence)
        lead = sentence.index <= _LEAD
        kinds = {hit.sense.kind for hit in sentence.of(Reference)} if lead else set()
        self._joint_text = self._joint_text or "joint_document" in kinds
        self._letter = self._letter_in(sentence)
        if self._doer or reported:
            self._topic = self._doer
        elif self._front:
            self._topic = self._front.speaker

    def _in_common(self, clause: Clause) -> Clause:
        """What somebody says in Russian that he and another hold: у нас с Китаем общий подход."""
        folded, words = self._document.words.folded, self._document.language.words
        if clause.of_others or clause.speaker.nobody or not self._russian:
            return clause
        for at in range(clause.first, clause.last - 2):
            mention = self._starts.get(at + 2) if folded[at] in words("ours") else None
            if mention is None or folded[at + 1] not in self._with or mention.last >= clause.last:
                continue
            if folded[mention.last] in words("in_common"):
                others = represented(self._vocabulary, mention).holders
                return replace(clause, holders=tuple(dict.fromkeys((*clause.holders, *others))))
        return clause

    def _question(self, sentence: Sentence) -> Iterator[Clause]:
        """What is asked in an interview, which nobody in the article holds."""
        if self._answering.nobody:
            person = (self._speaker.voice or "").startswith("person:")
            self._answering = self._speaker if person else self._digested()
        yield self._plain(sentence, sentence.first, sentence.last, NOBODY, "narrative")

    def _answers(self, sentence: Sentence) -> Speaker | None:
        """Whoever answers in an interview, where a sentence stands in an answer."""
        answers = sentence.block in self._dialogue.answers and not self._answering.nobody
        return self._answering if answers else None

    def _goes_on_as_we(self, act: Act) -> bool:
        """Whether "we" stands behind a colon in an answer: the president has told our position: we …."""
        words, text = self._document.words, self._document.text
        behind = range(act.end, min(act.end + _AGAIN, len(words)))
        at = next((i for i in behind if ":" in text[words.ends[i - 1] : words.starts[i]]), None)
        ours = self._document.language.words("ours")
        return self._russian and at is not None and words.folded[at] in ours

    def _in_transcript(self, sentence: Sentence, clause: Clause) -> Clause:
        """A clause that stands in what somebody says whose name and a colon opened it, in English.

        What another is told to have said there is that one's own, and told by whoever speaks: a head of
        state's is his as a person.
        """
        headed = next(self._headed(sentence), None)
        if headed and headed.subject:
            self._transcript = headed.subject.speaker
        if self._russian and clause.level == "carried" and clause.speaker == self._transcript:
            return replace(clause, level="report")
        if not self._digest.nobody and clause.speaker.voice is None and clause.level != "quote":
            return replace(clause, speaker=self._digest)
        teller = self._transcript or (self._author if self._author.voice else None)
        told_of = clause.level in ("report", "embedded") and not clause.quoted
        if self._russian or teller is None or teller.voice is None or not told_of:
            return clause
        if self._essay(teller):
            return clause  # an editorial tells what others hold as any report does
        self._speaker = teller
        told = clause.speaker.voice
        recalled = told not in (None, teller.voice) and self._head_of_state(told or "")
        if told in (None, teller.voice) or (set(clause.holders) <= set(teller.holders) and not recalled):
            return clause
        holders = (told,) if told and self._head_of_state(told) else clause.holders
        return replace(clause, speaker=teller, holders=holders, level="embedded")

    def _speaks_throughout(self) -> bool:
        """Whether an English text is what its author or somebody in a transcript says, and he speaks now."""
        own = self._transcript or self._author
        return not self._russian and not own.nobody and self._speaker == own

    def _unclaimed(self, act: Act, governing: Speaker) -> bool:
        """Whether "we" stands outside quotation marks in an English text whose speaker nobody has named."""
        ours = act.subject is not None and act.subject.speaker.holders == (OWN,) and not act.quoted
        return not self._russian and ours and governing.nobody and self._speaker.nobody

    def _asks(self, sentence: Sentence) -> bool:
        """Whether a sentence opens with a word for whoever asks, in Russian with its colon: Вопрос: …."""
        words, first = self._document.words, sentence.first
        colon = self._document.text[words.ends[first] : words.ends[first] + 1] == ":"
        return words.folded[first] in self._askers and (colon or not self._russian)

    def _digests(self, sentence: Sentence) -> bool:
        """Whether a Russian sentence says that what follows are one person's main statements."""
        told = f" {' '.join(self._document.words.folded[sentence.first : sentence.last])} "
        listed = self._document.language.words("digests")
        return self._russian and any(f" {phrase} " in told for phrase in listed)

    def _digested(self) -> Speaker:
        """The one person in office whom an article names, or names far most often."""
        people = [m for m in self._mentions if m.kind == "person" and m.state]
        first = people[0] if people else None
        return represented(self._vocabulary, first) if first else NOBODY

    def _text_says(self, sentence: Sentence, hit: Hit[object]) -> Iterator[Act]:
        """The same as elsewhere; of a text whose authors nobody names, those who last acted together."""
        owner = self._of_whose_text(sentence, hit) or self._published(hit) if self._russian else None
        if owner and not owner.nobody:
            subject = Subject(owner, hit.start, hit.end)
            return iter([Act(hit.start, hit.end, None, subject, False, False, False)])
        if self._russian and self._document.words.folded[hit.start] in ("в", "во"):
            return iter(())  # whose text it is stands before the verb, or nowhere
        acts = list(super()._text_says(sentence, hit))
        if not acts and self._russian and self._several and not self._several.nobody:
            subject = Subject(self._several, hit.start, hit.end)
            acts = [Act(hit.start, hit.end, None, subject, False, False, False)]
        together = self._of_joint_text(sentence, hit) if acts else None
        if together:
            acts = [replace(act, subject=Subject(together, hit.start, hit.end)) for act in acts]
        return iter(acts)

    def _published(self, hit: Hit[object]) -> Speaker | None:
        """Who put out the text that says it: в заявлении, размещенном на сайте МИД Ирана, говорится."""
        inside = within(self._mentions, hit.start, hit.end)
        bodies = (m for m in inside if m.kind in ("state", "org", "bloc") and m.how != "demonym")
        body = next((m for m in bodies if not self._outlet(m.id)), None)
        return represented(self._vocabulary, body) if body else None

    def _of_joint_text(self, sentence: Sentence, hit: Hit[object]) -> Speaker | None:
        """The two of whose joint text a Russian article tells, whoever of them it names last."""
        told = self._russian and self._joint_text and self._speaker.voice is None
        if not told or self._named_behind(sentence, hit) or self._of_number(sentence, hit):
            return None
        group = self._referred("joint_document")
        return group if group and set(self._speaker.holders) < set(group.holders) else None

    def _of_letter(self, sentence: Sentence) -> bool:
        """Whether a sentence opens with the letter or speech told of just before: В нем говорится …."""
        opening = " ".join(self._document.words.folded[sentence.first : sentence.first + 2])
        return opening in self._document.language.words("in_the_letter")

    def _letter_in(self, sentence: Sentence) -> Speaker:
        """Whose letter or speech a sentence tells of: приветствие министра Сергея Лаврова."""
        for mention in self._inside(sentence):
            speaks = mention.kind == "person" or mention.how == "title"
            if speaks and self._grammar.oblique(mention) and self._has_letter(sentence, mention):
                return represented(self._vocabulary, mention)
        return NOBODY

    def _has_letter(self, sentence: Sentence, mention: Mention) -> bool:
        """Whether a Russian letter or speech is said to be that of the one who stands behind it."""
        before = self._document.words.folded[max(sentence.first, mention.first - _LETTER) : mention.first]
        return self._russian and not self._document.language.words("letters").isdisjoint(before)

    def _asked_by_outlet(self, sentence: Sentence) -> bool:
        """Whether an outlet's name, or one that nobody lists, opens an English paragraph with a colon."""
        words, text = self._document.words, self._document.text
        if self._russian or sentence.block == self._last_block:
            return False
        before = text[text.rfind("\n", 0, sentence.start) + 1 : sentence.start].rstrip()
        if self._last_block >= 0 and before.endswith(":"):
            return True  # an outlet's name that the layout has set aside
        ends = range(sentence.first + 1, min(sentence.first + _ASKER, sentence.last))
        end = next((at for at in ends if text[words.ends[at - 1]] == ":"), None)
        if end is None or not all(text[words.starts[at]].isupper() for at in range(sentence.first, end)):
            return False
        heads = [m for m in self._inside(sentence) if m.last <= end and m.kind != "place"]
        return all(self._outlet(m.id) for m in heads)

    def _note_text(self, sentence: Sentence) -> None:
        """Note that a sentence spoke of a text of several: "the document" will be theirs."""
        if not self._russian and any(hit.sense.kind == "joint_document" for hit in sentence.of(Reference)):
            party = self._party.holders if self._party else ()
            group = self._group_now() or party or self._pair
            self._text, self._text_in = (Speaker(None, group) if group else None), sentence.index
        elif self._adopts(sentence):
            self._text, self._text_in = self._several, sentence.index
        elif (self._speaker.voice or "").startswith("person:") and self._doer is self._speaker:
            self._spoke_in = sentence.index

    def _adopts(self, sentence: Sentence) -> bool:
        """Whether several are told to put forward a text: "the document" will be theirs."""
        words, texts = self._document.words.folded, self._document.language.words("texts")
        together = self._several is not None and self._several_in == sentence.index
        return together and not texts.isdisjoint(words[sentence.first : sentence.last])

    def _told_of_both(self, sentence: Sentence) -> Speaker | None:
        """The two of a read-out in which nobody is said to speak: the importance of … was stressed."""
        if self._russian or not self._pair or not self._pair_of_people:
            return None
        words, told = self._document.words.folded, self._document.language.words("told_of_both")
        passive = any(
            words[at] in told and words[at - 1] in self._beings and words[at + 1 : at + 2] != ("by",)
            for at in range(sentence.first + 1, sentence.last)
        )
        named = any(m.kind in ("person", "state", "bloc") for m in self._inside(sentence) if m.how == "side")
        if not passive or named or any(self._reports(act) and act.subject for act in self._acts(sentence)):
            return None
        return Speaker(None, self._pair)

    def _under(self, sentence: Sentence, speaker: Speaker) -> Iterator[Clause]:
        """A sentence whose speaker the next one names: «Россия против …. Об этом заявил Песков»."""
        self._speaker = speaker
        first = sentence.first
        before: tuple[str, ...] = ()
        acts = [replace(act, after_that=True) for act in self._spoken_to_outlets(self._acts(sentence))]
        ends = [max(act.subject.first if act.subject else act.at, sentence.first) for act in acts[1:]]
        opens = (
            min(acts[0].at, acts[0].subject.first)
            if acts and acts[0].subject
            else (acts[0].at if acts else sentence.last)
        )
        if opens > sentence.first:
            yield Clause(sentence.index, first, opens, speaker, speaker.holders, "report", None, -1, False)
            first = opens
        for act, last in zip(acts, [*ends, sentence.last], strict=False):
            clause = self._embedded(sentence, first, max(last, act.end), speaker, act, before)
            first, before = clause.last, clause.holders
            yield clause

    def _dashed(self, sentence: Sentence) -> Speaker | None:
        """Who speaks a paragraph that a dash opens, as another sentence of it tells: — …. — …, — сказал X."""
        if not self._russian:
            return None
        if sentence.block != self._last_block:
            self._dash_speaker, self._dash_said = self._of_dash(sentence)
        return self._dash_speaker if sentence.index not in self._dash_said else None

    def _of_dash(self, first: Sentence) -> tuple[Speaker | None, frozenset[int]]:
        """The speaker of the paragraph that a sentence opens with a dash, and the sentences that name one."""
        opening = self._document.text[max(0, first.start - 2) : self._document.words.starts[first.first]]
        if not {"—", "–"} & set(opening):
            return None, frozenset()
        rest = [s for s in self._document.sentences[first.index :] if s.block == first.block]
        told = {s.index: act for s in rest for act in self._acts(s) if self._text_before(s, act)}
        speakers = (act.subject.speaker for act in told.values() if act.subject)
        found = next((s for s in speakers if not s.nobody), None)
        return (resolved(found, self._speaker) if found else None), frozenset(told)

    def _named_next(self, sentence: Sentence) -> Speaker | None:
        """Whoever the next sentence names as saying this one: «Об этом заявил …»."""
        if sentence.index + 1 >= len(self._document.sentences):
            return None
        after = self._document.sentences[sentence.index + 1]
        opening = " ".join(self._document.words.folded[after.first : after.first + 2])
        if after.block - sentence.block > 1:
            return None
        if opening not in self._points_back:
            return self._tells_of_this(sentence, after)
        inside = self._inside(after)
        people = (
            m
            for m in inside
            if m.kind == "person" and (not self._grammar.oblique(m) or self._has_letter(after, m))
        )
        again = not {"он", "она", "оно"}.isdisjoint(
            self._document.words.folded[after.first : after.first + 4]
        )
        bodies = (m for m in inside if self._russian and m.kind == "org" and not self._outlet(m.id))
        if self._russian and again:
            return None  # об этом он сказал на заседании, сообщает пресс-служба
        found = next(people, None) or next(bodies, None)
        return represented(self._vocabulary, found) if found else None

    def _tells_of_this(self, sentence: Sentence, after: Sentence) -> Speaker | None:
        """Whoever opens the next Russian sentence and is told to have said this: Эрдоган сказал об этом …."""
        folded, words = self._document.words.folded, self._document.language.words
        front = self._person_in_front(after) if self._russian else None
        if front is None or any(self._reports(act) and act.subject for act in self._acts(sentence)):
            return None
        said = next((a for a in self._acts(after) if a.verb and a.verb.says and not a.quoted), None)
        if said is None or said.subject is None or said.subject.speaker != front.speaker:
            return None
        back = not words("refers_back").isdisjoint(folded[said.end : said.end + 2])
        return front.speaker if back and words("that").isdisjoint(folded[said.end : after.last]) else None

    def _person_in_front(self, sentence: Sentence) -> Subject | None:
        """The person with whose name a sentence opens."""
        for mention in self._inside(sentence):
            if mention.kind != "person" or mention.first > sentence.first + 2:
                continue
            if not (
                self._grammar.governed(sentence, mention.first)
                or self._grammar.oblique(mention)
                or self._grammar.possessive(mention.last - 1)
            ):
                return Subject(represented(self._vocabulary, mention), mention.first, mention.last)
        return None

    def _body_in_front(self, sentence: Sentence) -> Subject | None:
        """The state or bloc that is the subject of an English sentence: China is no party to …."""
        mention = self._starts.get(sentence.first) or self._starts.get(sentence.first + 1)
        if self._russian or mention is None or mention.how == "demonym" or mention.last + 1 >= sentence.last:
            return None
        speaker = represented(self._vocabulary, mention)
        one = len(speaker.holders) == 1 and speaker.holders[0].startswith(("state:", "bloc:"))
        behind = self._document.words.folded[mention.last]
        verbs = (
            self._beings | self._document.language.words("modals") | {"has", "have", "had", "also", "remains"}
        )
        if not one or behind not in verbs or self._grammar.possessive(mention.last - 1):
            return None
        return Subject(speaker, mention.first, mention.last)

    def _said_next(self, sentence: Sentence) -> Speaker | None:
        """Whoever the sentence names in which a quotation ends that begins here."""
        quote = self._long_quote(sentence.first) or self._long_quote((sentence.first + sentence.last) // 2)
        if quote is None:
            return super()._said_next(sentence)
        for after in self._document.sentences[sentence.index + 1 :]:
            if after.start > quote.end + 1:
                break
            if after.end < quote.end:
                continue
            closing = next((act for act in self._acts(after) if self._text_before(after, act)), None)
            if closing and closing.subject:
                return resolved(closing.subject.speaker, self._speaker)
        return None

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
                or (self._russian and done and act.subject and self._relative_opens(sentence, act))
            ):
                act = replace(act, after_that=True)
            elif act.subject and self._can_govern(act) and not self._relative_opens(sentence, act):
                governor = act
            done.append(act)
        return done

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

    def _now_speaking(self, act: Act, governing: Speaker) -> Speaker:
        if self._teller and self._unclaimed(act, governing):
            self._speaker = self._teller  # the United States condemns …. We stand with …
        if act.subject and act.subject.speaker.nobody:
            self._speaker = NOBODY
            return NOBODY
        speaker = super()._now_speaking(act, governing)
        if len(speaker.holders) > 1 or (
            speaker.voice is None and speaker.holders[:1] and self._bloc(speaker)
        ):
            self._several, self._several_in = speaker, self._in
        if len(speaker.holders) > 1 and all(holder.startswith("state:") for holder in speaker.holders):
            self._row = speaker
        together = len(speaker.holders) > 1 or self._bloc(speaker)
        if not together and (act.verb is None or act.verb.effect != "discuss"):
            self._voiced_in = self._in
        if speaker is not self._speaker and not speaker.nobody:
            self._doer = speaker
            self._teller = self._teller or (speaker if speaker.voice is None else NOBODY)
        if self._gender(speaker.voice) == "f":
            self._last_woman = speaker
        if speaker.voice and speaker.voice.startswith("person:") and speaker.holders == (speaker.voice,):
            self._expert = speaker
        return speaker
