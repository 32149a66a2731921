"""Whom "he", "the minister" and "the sides" mean."""

from __future__ import annotations

from dataclasses import replace

from loaders.positions.clauses import NOBODY, OWN, Act, Speaker, Subject, represented
from loaders.positions.subject_first.groups import LATELY, LEAD, Groups
from loaders.reading.document import Sentence
from loaders.reading.language import Reference, Title, Verb
from loaders.reading.mentions import within
from loaders.reading.patterns import Hit
from loaders.reading.sentences import Quote
from ontology.vocabulary import Organization, Person

_AGAIN = 4  # words of an opening in which "he" stands
_TEXT_REACH = 8  # words from "statement" to "in which they"
_BLAMED = 8  # words from whom somebody blames to "for that he"
_COUNTED = ("three", "four", "five", "six", "seven", "eight", "nine", "ten")
_INTRODUCED = 8  # words from an office to the name of whoever holds it


class References(Groups):
    """Attribution in Russian and English: whom references mean."""

    def _reference(self, sentence: Sentence, at: int, starting: bool) -> Subject | None:
        here = [hit for hit in sentence.hits if (hit.start if starting else hit.end) == at]
        for hit in sorted(here, key=lambda hit: isinstance(hit.sense, Title)):  # "the leaders" are several
            if blamed := self._blamed(sentence, hit):
                return blamed
            if self._russian and isinstance(hit.sense, Reference) and self._off_case(sentence, hit):
                continue
            if isinstance(hit.sense, Reference) and (there := self._government_there(hit)):
                return there
            if isinstance(hit.sense, Reference) and self._of_somebody(hit):
                return self._with_its_own(hit)
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
            elif isinstance(hit.sense, Reference) and (others := self._of_others(hit)):
                speaker = others
            elif isinstance(hit.sense, Reference):
                speaker = self._referred(hit.sense.kind)
            elif isinstance(hit.sense, Title) and self._introduces_another(sentence, hit):
                speaker = NOBODY
            elif isinstance(hit.sense, Title) and (body := self._body_of_title(hit)):
                return body
            elif isinstance(hit.sense, Title) and hit.sense.short and self._grammar.nominative_title(hit):
                speaker = self._speaker if not self._speaker.nobody else None
            else:
                continue
            if speaker:
                return Subject(speaker, hit.start, hit.end)
        return None

    def _of_others(self, hit: Hit[object]) -> Speaker | None:
        """Whom English words mean where not those can be meant of whom the text was thought to speak.

        The final statement of a gathering is not that of two who met there, three are no pair, and four no
        bloc of three: they are those who have spoken, if these are so many, or nobody known.
        """
        kind = hit.sense.kind if isinstance(hit.sense, Reference) else ""
        words, lists = self._document.words.folded[hit.start : hit.end], self._document.language.words
        if self._russian or kind not in ("joint_document", "several_states"):
            return None
        group = self._group_now()
        if kind == "joint_document":
            closing = not lists("closing").isdisjoint(words) and self._pair_in > LEAD
            return NOBODY if closing and not (group or self._party) else None
        counted = next((n for n, word in enumerate(_COUNTED, 3) if word in words), 0)
        meant = self._referred(kind)
        few = meant.holders if meant else ()
        members = len(self._members(few[0])) if len(few) == 1 else len(few)
        if not counted or members == counted or (len(few) == 1 and not 0 < members < counted):
            return None
        spoken = tuple(self._have_spoken)
        return Speaker(None, spoken) if len(spoken) == counted else NOBODY

    def _of_somebody(self, hit: Hit[object]) -> bool:
        """Whether English words say whose those are that would else mean who met: the US and its allies."""
        kind = hit.sense.kind if isinstance(hit.sense, Reference) else ""
        before = self._document.words.folded[hit.start - 1 : hit.start] if hit.start else ()
        own = not self._document.language.words("whose_own").isdisjoint(before)
        return kind == "several_states" and own

    def _government_there(self, hit: Hit[object]) -> Subject | None:
        """The state in which an English government is told to be: came to Algeria, where the government …."""
        kind = hit.sense.kind if isinstance(hit.sense, Reference) else ""
        words, lists = self._document.words.folded, self._document.language.words
        at = hit.start - 1 - (words[hit.start - 1] in self._articles)
        state = self._ends.get(at) if kind == "side" and words[at] in lists("where") else None
        if state is None or state.kind != "state":
            return None
        return Subject(represented(self._vocabulary, state), hit.start, hit.end)

    def _with_its_own(self, hit: Hit[object]) -> Subject:
        """Whoever acts with others of his own, who are nobody by themselves: Norway and its allies."""
        joined = self._document.words.folded[hit.start - 2] in self._joins
        mention = self._ends.get(hit.start - 2) if joined else None
        speaker = represented(self._vocabulary, mention) if mention else NOBODY
        return Subject(speaker, mention.first if mention else hit.start, hit.end)

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
        people = {w for m in self._inside(sentence) for w in range(m.first, m.last) if m.kind == "person"}
        offices = self._document.language.words("elected")
        if not self._russian or offices.isdisjoint(words.folded[hit.start : hit.end]):
            return False
        for at in range(hit.end, min(hit.end + _INTRODUCED, sentence.last - 1)):
            if self._document.breaks[at] or at in people or self._grammar.dash_before(at):
                return False
            if at in named:
                continue  # глава комитета по делам СНГ Леонид Калашников
            names = [self._document.text[words.starts[i]].isupper() for i in (at, at + 1)]
            if all(names) and not self._document.breaks[at + 1] and at + 1 not in named:
                return True
        return False

    def _body_of_title(self, hit: Hit[object]) -> Subject | None:
        """The other body whose office stands without a name: председатель комиссии Африканского союза."""
        body = self._starts.get(hit.end) if self._russian else None
        if body is None or body.kind not in ("state", "bloc") or not self._grammar.nominative_title(hit):
            return None
        speaker = represented(self._vocabulary, body)
        other = set(speaker.holders).isdisjoint(self._speaker.holders) and self._grammar.oblique(body)
        return Subject(speaker, hit.start, body.last) if other else None

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
        if self._inserted_behind_front(hit) and not self._speaker.nobody:
            return self._speaker
        if self._front and self._front.first < hit.start and self._fits_pronoun(hit, self._front.speaker):
            return self._speaker if self._told_of_inside(self._front, hit) else self._front.speaker
        if (
            self._within
            and self._fits_pronoun(hit, self._within)
            and self._document.words.folded[hit.start] in self._document.language.words("one_person")
        ):
            return self._within
        if person := self._person_again(hit):
            return person
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

    def _inserted_behind_front(self, hit: Hit[object]) -> bool:
        """Whether a Russian "he said" is inserted right behind the person of whom it is said."""
        breaks, verb = self._document.breaks, hit.start - 1
        closed = hit.end < len(breaks) and breaks[hit.end] and breaks[verb]
        return self._russian and self._front is not None and self._front.last == verb and closed

    def _person_again(self, hit: Hit[object]) -> Speaker | None:
        """Who spoke before a Russian sentence told of a body: X …. Ранее Дума …. «…», — сказал он."""
        meant = self._topic or self._speaker
        word = self._document.words.folded[hit.start]
        lately = self._in - self._last_person_in <= LATELY and not self._last_person.nobody
        if not self._russian or word not in ("он", "она") or not lately:
            return None
        if (meant.voice or "").startswith("person:"):
            return None
        before = self._document.sentences[max(0, self._in - 1)]
        closes = self._grammar.dash_before(hit.start - 1)
        fits = self._gender(self._last_person.voice) in (None, "f" if word == "она" else "m")
        return self._last_person if fits and (closes or self._told_before(before)) else None

    def _told_before(self, sentence: Sentence) -> bool:
        """Whether a Russian sentence opens by telling what came before what is reported: ранее, накануне."""
        opening = " ".join(self._document.words.folded[sentence.first : sentence.first + 3])
        openings = self._document.language.words("told_before")
        return any(f"{opening} ".startswith(f"{phrase} ") for phrase in openings)

    def _background_opens(self, sentence: Sentence) -> bool:
        """Also where a Russian sentence tells what another than who speaks did before."""
        opens = super()._background_opens(sentence)
        if opens or not (self._russian and self._told_before(sentence)):
            return opens
        opening = within(self._mentions, sentence.first, sentence.first + _INTRODUCED)
        actor = next((m for m in opening if m.first in self._starts), None)
        if actor is None or self._grammar.oblique(actor) or self._grammar.governed(sentence, actor.first):
            return False
        holders = represented(self._vocabulary, actor).holders
        return set(holders).isdisjoint(self._speaker.holders)

    def _told_of_inside(self, subject: Subject, hit: Hit[object]) -> bool:
        """Whether a person is but told of in what "he" says: "Ali was our guest," he said."""
        quote = self._long_quote(subject.first)
        apart = quote is not None and self._long_quote(hit.start) is not quote
        return apart and not self._speaker.nobody

    def _body_meant(self, hit: Hit[object]) -> Speaker | None:
        """The state or bloc that "it" means: who just said so, who opens this sentence, or else the last."""
        if said := self._body_saying(hit.start):
            return said
        here = self._document.quote_at(self._document.words.starts[hit.start])
        if self._body and self._body.last < hit.start and self._quote_around(self._body) in (None, here):
            return self._body.speaker
        return self._body_before if self._topic is None else None

    def _quote_around(self, subject: Subject) -> Quote | None:
        """The quotation, however short, in which a subject stands."""
        return self._document.quote_at(self._document.words.starts[subject.first])

    def _body_saying(self, at: int) -> Speaker | None:
        """The state or body of which a verb right before a pronoun tells: Oman announced (that) it …."""
        words = self._document.words.folded
        at -= words[at - 1] in self._that
        sentence = next(s for s in self._document.sentences if s.first <= at < s.last)
        verb = next((h for h in sentence.of(Verb) if h.end == at and h.sense.says), None)
        set_off = verb is not None and self._document.breaks[verb.start]
        body = self._ends.get(verb.start) if verb else None
        body = self._starts.get(sentence.first) if set_off else body  # Egypt, a friend of Sudan, said it …
        named = body is not None and body.kind in ("state", "bloc", "org") and body.how != "demonym"
        return represented(self._vocabulary, body) if body and named else None

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

    def _of_many(self, hit: Hit[object]) -> bool:
        """Whether "he" stands where the sentence before was of several: it means none of them."""
        one = self._document.words.folded[hit.start] in self._document.language.words("one_person")
        return one and self._topic is not None and (len(self._topic.holders) > 1 or self._bloc(self._topic))

    def _gender(self, voice: str | None) -> str | None:
        entry = self._vocabulary.items.get(voice or "")
        return entry.gender if isinstance(entry, Person) else None

    def _unclaimed(self, act: Act, governing: Speaker) -> bool:
        """Whether "we" stands outside quotation marks in an English text whose speaker nobody has named."""
        ours = act.subject is not None and act.subject.speaker.holders == (OWN,) and not act.quoted
        return not self._russian and ours and governing.nobody and self._speaker.nobody

    def _now_speaking(self, act: Act, governing: Speaker) -> Speaker:
        if self._teller and self._unclaimed(act, governing):
            self._speaker = self._teller  # the United States condemns …. We stand with …
        if act.subject and act.subject.speaker.nobody:
            self._strangers_in = self._in if self._plural(act.subject) else self._strangers_in
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
        if speaker.voice and len(speaker.holders) == 1 and speaker.holders[0].startswith("state:"):
            self._have_spoken[speaker.holders[0]] = None
        if self._gender(speaker.voice) == "f":
            self._last_woman = speaker
        if speaker.voice and speaker.voice.startswith("person:"):
            self._last_person, self._last_person_in = speaker, self._in
        if speaker.voice and speaker.voice.startswith("person:") and speaker.holders == (speaker.voice,):
            self._expert = speaker
        return speaker

    def _goes_on_as_we(self, act: Act) -> bool:
        """Whether "we" stands behind a colon in an answer: the president has told our position: we …."""
        words, text = self._document.words, self._document.text
        behind = range(act.end, min(act.end + _AGAIN, len(words)))
        at = next((i for i in behind if ":" in text[words.ends[i - 1] : words.starts[i]]), None)
        ours = self._document.language.words("ours")
        return self._russian and at is not None and words.folded[at] in ours

    def _speaks_throughout(self) -> bool:
        """Whether an English text is what its author or somebody in a transcript says, and he speaks now."""
        own = self._transcript or self._author
        return not self._russian and not own.nobody and self._speaker == own
