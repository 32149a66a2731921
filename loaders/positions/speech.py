"""Who says each stretch of text, and for whom: sentences cut into attributed clauses.

Reads the document's sentences, quotations, verbs and mentions; adds `Clause`s. A clause has a voice
(whose words carry it here) and holders (whose positions it states). They differ where a minister
speaks for his state, where he reports what others hold, and where an outlet tells of an agreed text.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from loaders.positions.acts import Acts
from loaders.positions.authorship import author_of
from loaders.positions.clauses import NOBODY, OWN, Act, Clause, Speaker, resolved
from loaders.reading.document import Sentence
from loaders.reading.language import Reference
from loaders.reading.layout import Kind
from loaders.reading.text import fold
from ontology.vocabulary import Person, RoleKind

_READERS = frozenset({"presidential-spokesperson", "government-spokesperson"})
_HEADS_OFFICES = ("-presidency", "-court", "-pmo", ":white-house", ":downing-street", ":kremlin")
_HEAD_OF_STATE = 95  # rank of a role whose holder, when another recalls him, holds in his own name


class Attribution(Acts):
    """One pass over the sentences, cutting them into clauses."""

    def run(self) -> Iterator[Clause]:
        """Every clause, in order of the text."""
        self._author = author_of(self._document, self._mentions)
        self._speaker = self._author
        for sentence in self._document.sentences:
            if sentence.kind in (Kind.TITLE, Kind.HEADING):
                self._pair_of_title = self._pair_of_title or self._joined_states(self._inside(sentence))
                self._pair = self._pair or self._pair_of_title
                self._note_title(sentence)
                continue
            self._remember_pair(sentence)
            essay = self._essay(self._author)
            if (self._author.voice is None or essay) and not self._author.nobody:
                self._speaker = self._author  # what several speak, or an editor, is theirs throughout
            yield from self._clauses(sentence)
            self._last_block = sentence.block

    def _essay(self, speaker: Speaker) -> bool:
        """Whether a text is what an outlet, or somebody who writes in his own name, holds."""
        own = speaker == self._author and speaker.holders == (speaker.voice,)
        return own or self._outlet(speaker.voice or "")

    def _note_title(self, sentence: Sentence) -> None:
        """Remember who a title says has met, where a language can tell."""

    def _clauses(self, sentence: Sentence) -> Iterator[Clause]:
        self._unheard = False
        acts = self._spoken_to_outlets(self._acts(sentence))
        acts = [self._of_last(sentence, act) for act in acts[:1]] + acts[1:]
        anchors = [act for act in acts if self._reports(act) and not self._untold(sentence, act)]
        behind = self._told_behind(sentence, anchors)
        anchors = [act for act in anchors if behind is None or act.at >= behind.at]
        if not anchors:
            yield from self._without_report(sentence, acts)
            return
        yield from self._with_report(sentence, acts, anchors)

    def _of_last(self, sentence: Sentence, act: Act) -> Act:
        """The verb that opens a sentence, without a subject where that is the last speaker."""
        return act

    def _told_behind(self, sentence: Sentence, anchors: list[Act]) -> Act | None:
        """Who says all that stands before his name, where a language names him last without a quotation."""
        return None

    def _untold(self, sentence: Sentence, act: Act) -> bool:
        """Whether a verb without a subject stands in the outlet's own background: nobody tells it."""
        return self._vso and act.subject is None and self._background_opens(sentence)

    def _spoken_to_outlets(self, acts: list[Act]) -> list[Act]:
        """Acts without "agency X reports that": what it relays is said by whoever it names."""
        kept: list[Act] = []
        relayed = False
        for act in acts:
            if self._relays(act) and act.verb is not None:
                relayed = True
                continue
            kept.append(replace(act, after_that=False) if relayed and act.subject else act)
            relayed = False
        return kept

    def _relays(self, act: Act) -> bool:
        """Whether an outlet only passes on what others say."""
        return act.subject is not None and self._outlet(act.subject.speaker.voice or "")

    def _reports(self, act: Act) -> bool:
        """Whether an act is a report at the sentence's own level, not part of what is said."""
        if act.quoted:
            return False
        if act.verb is None:
            return True
        if not act.verb.says and act.verb.effect not in ("discuss", "act"):
            return False
        if act.after_that:
            return False
        if act.subject is not None:
            return True
        if act.verb.form == "present" and act.verb.lemma in self._document.language.words("goes_on"):
            return False  # и продолжают поставлять оружие: what others do
        return (
            not self._speaker.nobody
            and (act.verb.form in ("past", "participle") or act.verb.carries_on)
            and not self._turns_to_another(act)
        )

    def _turns_to_another(self, act: Act) -> bool:
        """Whether "for his part" stands before a verb: it has another subject, though none was found."""
        before = " ".join(self._document.words.folded[max(0, act.at - 3) : act.at])
        return any(before.endswith(phrase) for phrase in self._document.language.words("new_speaker"))

    def _with_report(self, sentence: Sentence, acts: list[Act], anchors: list[Act]) -> Iterator[Clause]:
        governing = NOBODY
        before: tuple[str, ...] = ()
        first = sentence.first
        quoted_before = self._text_before(sentence, anchors[0])
        named_last = self._told_behind(sentence, anchors[:1]) is not None
        if quoted_before and anchors[0].subject and (not self._vso or acts[0].quoted or named_last):
            governing = resolved(anchors[0].subject.speaker, self._speaker)
        for number, act in enumerate(acts):
            if act is anchors[0] and act.subject:
                governing = resolved(act.subject.speaker, self._speaker)
            last = acts[number + 1].at if number + 1 < len(acts) else sentence.last
            behind = acts[number + 1].subject if number + 1 < len(acts) else None
            if behind and act.subject and behind.first == act.subject.first:
                behind = None  # both verbs have the one subject
            if behind and behind.first >= act.end:
                last = min(last, behind.first)
            if number == 0 and act.at > sentence.first:
                opening = self._opening(sentence, act, anchors, quoted_before)
                if opening:
                    yield opening
                    first = min(act.at, act.subject.first) if act.subject else act.at
            if act is not anchors[0] and self._actor_is_object(act, governing):
                act = replace(act, subject=None)
                yield self._clause(sentence, first, last, governing, governing.holders, "report", act)
            elif act in anchors:
                governing = self._now_speaking(act, governing)
                before = ()
                yield self._clause(sentence, first, last, governing, governing.holders, "report", act)
            else:
                told = next((a for a in reversed(anchors) if a.at <= act.at), anchors[0])
                called = self._called_upon(told, act)
                act = replace(act, subject=None) if called else act
                embedded = self._embedded(sentence, first, last, governing, act, before)
                embedded = self._hoped(embedded, governing, told, act)
                if (within := self._long_quote(act.at)) and governing.nobody:
                    self._held_in[within.start] = embedded.holders
                pieces = self._pieces(embedded, governing, told)
                before = embedded.holders if len(pieces) == 1 else ()
                yield from pieces
            first = last
        if not governing.nobody:
            self._note_quotes(sentence, governing)

    def _hoped(self, clause: Clause, governing: Speaker, told: Act, act: Act) -> Clause:
        """A clause in which somebody hopes that another will do a thing: the wish is his own."""
        lemma = fold(told.verb.lemma.split("|")[0]).replace("_", " ") if told.verb else ""
        lists, words = self._document.language.words, self._document.words.folded
        hopes = lemma in lists("hoping") or not lists("hope_nouns").isdisjoint(words[told.at : act.at])
        to_come = act.verb is not None and act.verb.form == "present"
        if not hopes or not to_come or governing.nobody or not clause.of_others or act.quoted != told.quoted:
            return clause
        return replace(clause, holders=governing.holders)

    def _called_upon(self, told: Act, act: Act) -> bool:
        """Whether a verb says what its subject is called upon to do: دعا واشنطن إلى أن ترفع عقوباتها."""
        verb, subject, words = told.verb, act.subject, self._document.words.folded
        calls = verb is not None and verb.takes_actor and verb.modality == "calls-for"
        object_ = calls and subject is not None and told.at < subject.first < act.at
        return bool(object_) and self._vso and words[act.at - 1] == "ان"

    def _pieces(self, clause: Clause, governing: Speaker, told: Act) -> list[Clause]:
        """A clause inside somebody's words, parted where another begins that is no longer the verb's."""
        at = None if governing.nobody else self._parts_at(clause)
        if at is None:
            return [clause]
        rest = replace(
            clause,
            first=at,
            speaker=governing,
            holders=governing.holders,
            level="report",
            verb=told.verb,
            verb_at=-1,
            own_act=True,
        )
        return [replace(clause, last=at), rest]

    def _parts_at(self, clause: Clause) -> int | None:
        """Where "and which" goes back to the noun of another relative clause: of which X spoke and which."""
        words, joins = self._document.words.folded, self._document.language.words("conjunctions")
        of_sentence = self._document.sentences[clause.sentence].of(Reference)
        starts = (h.start for h in of_sentence if h.sense.kind == "relative")
        after = max(clause.verb_at, clause.first)
        joined = (at for at in starts if after < at < clause.last and words[at - 1] in joins)
        return next(joined, self._turns_at(clause, after))

    def _turns_at(self, clause: Clause, after: int) -> int | None:
        """Where what another does ends and the teller goes on: X stands for …, а прежняя система …."""
        if not clause.of_others:
            return None
        words, turns = self._document.words.folded, self._document.language.words("turns")
        same = self._document.language.words("not_turned")
        breaks = self._document.breaks
        return next(
            (
                at
                for at in range(after + 1, clause.last - 2)
                if words[at] in turns and breaks[at] and words[at + 1] not in same
            ),
            None,
        )

    def _text_before(self, sentence: Sentence, act: Act) -> bool:
        """Whether what is said stands before the verb of saying: «…», said X."""
        if act.verb is None:
            return True
        start = min(act.at, act.subject.first) if act.subject else act.at
        after = max(act.end, act.subject.last) if act.subject else act.end
        return start - sentence.first > 3 and sentence.last - after <= max(6, (start - sentence.first) // 2)

    def _opening(self, sentence: Sentence, act: Act, anchors: list[Act], before: bool) -> Clause | None:
        """What stands before the first verb: the words of whoever the first report names, if said before."""
        start = min(act.at, act.subject.first) if act.subject else act.at
        if start - sentence.first < 3 or not before or not anchors[0].subject:
            return None
        speaker = resolved(anchors[0].subject.speaker, self._speaker)
        return Clause(
            sentence.index,
            sentence.first,
            start,
            speaker,
            speaker.holders,
            "report",
            None,
            -1,
            self._long_quote(sentence.first) is not None,
        )

    def _actor_is_object(self, act: Act, governing: Speaker) -> bool:
        """Whether the actor behind a joined verb is its object: «… ودعت روسيا إلى», of Merkel."""
        if not (
            act.joined and act.subject and act.verb and act.verb.takes_actor and act.subject.first >= act.end
        ):
            return False
        word = self._document.words.folded[act.at]
        if self._document.language.code == "ar" and act.subject.speaker.holders == ("bloc:UNSC",):
            return not governing.nobody  # وطالب مجلس الأمن ب: it is called upon
        if self._document.language.code != "ar" or governing.voice is None:
            return False
        return word.endswith("ت") == self._feminine(governing.voice)

    def _feminine(self, actor: str) -> bool:
        entry = self._vocabulary.items.get(actor)
        return entry.gender == "f" if isinstance(entry, Person) else not actor.startswith("person:")

    def _now_speaking(self, act: Act, governing: Speaker) -> Speaker:
        if act.subject and act.subject.speaker.nobody:
            self._unheard = True
            return NOBODY
        if act.subject is None and self._unheard:
            return NOBODY  # the verbs joined to an unknown body's are its own
        self._unheard = False
        if act.subject:
            speaker = resolved(act.subject.speaker, governing if not governing.nobody else self._speaker)
        else:
            speaker = governing if not governing.nobody else self._speaker
        if speaker.voice is None and governing.voice and set(speaker.holders) == set(governing.holders):
            speaker = governing  # "his country": still in his words
        told_of = (
            speaker.voice is None
            and act.verb is not None
            and act.verb.effect in ("plus", "minus", "harm", "act")
        )
        does = act.verb is not None and not act.verb.listed
        if not speaker.nobody and not self._outlet(speaker.voice or "") and not told_of and not does:
            self._speaker = speaker
        return speaker

    def _embedded(
        self, sentence: Sentence, first: int, last: int, governing: Speaker, act: Act, before: tuple[str, ...]
    ) -> Clause:
        """A clause inside somebody's words: whose position it is, if a subject of its own stands in it.

        Without one it goes on with the holders of the clause before it (`before`).
        """
        speaker = governing if not governing.nobody else self._quote_speaker(act)
        if governing.nobody and self._unheard and self._as_we(act):
            speaker, act = NOBODY, replace(act, subject=None)  # an unnamed diplomat: "we agreed"
        holders = self._held_by(act, speaker, before)
        if speaker.nobody:
            own = act.subject.speaker if act.subject else NOBODY
            speaker = Speaker(own.voice if own.holders == holders else None, holders)
        clause = self._clause(sentence, first, last, speaker, holders, "embedded", act)
        return replace(clause, own_act=self._by_holders(act, before))

    def _as_we(self, act: Act) -> bool:
        """Whether the subject of an Arabic verb is whoever speaks, and no more is known of him."""
        return self._vso and act.subject is not None and act.subject.speaker.holders == (OWN,)

    def _by_holders(self, act: Act, before: tuple[str, ...]) -> bool:
        """Whether a verb inside somebody's words has an actor as its subject, named or by pronoun."""
        if act.subject is not None or before or act.verb is None or act.verb.form != "present":
            return True
        words, lists = self._document.words.folded, self._document.language.words
        if words[act.at - 1] in lists("that_they"):
            return True
        at = act.at - 1
        while words[at] in lists("particles"):
            at -= 1
        return not self._vso and words[at] in lists("that")  # заявил, что никогда не поддержит: he himself

    def _held_by(self, act: Act, speaker: Speaker, before: tuple[str, ...]) -> tuple[str, ...]:
        if (
            act.subject
            and act.verb
            and not act.verb.listed
            and not speaker.nobody
            and not self._told_anew(act)
        ):
            return speaker.holders  # BRICS grows into a pillar of …: what becomes of it, he says
        if act.verb and not speaker.nobody and act.verb.lemma in self._document.language.words("lacking"):
            return speaker.holders  # what a country needs, he says
        if (
            act.subject
            and act.verb
            and (act.verb.says or act.verb.effect == "harm")
            and not act.subject.speaker.nobody
        ):
            own = resolved(act.subject.speaker, speaker)
            if own.voice in (None, speaker.voice) or self._reads_out(speaker):
                return own.holders
            of_state = any(holder.startswith("state:") for holder in own.holders)
            recalled = of_state and own.voice and self._head_of_state(own.voice)
            recalled = recalled and not self._goes_on_as_we(act)
            return (own.voice,) if own.voice and recalled else own.holders
        if act.subject is None and act.verb and act.verb.form in ("present", "past") and before:
            return before
        return speaker.holders

    def _goes_on_as_we(self, act: Act) -> bool:
        """Whether what a head of state is recalled to have said goes on as "we": the state's own position."""
        return False

    def _told_anew(self, act: Act) -> bool:
        """Whether the subject of a verb that is none of saying is whoever speaks himself."""
        return act.subject is not None and OWN in act.subject.speaker.holders

    def _reads_out(self, speaker: Speaker) -> bool:
        """Whether words are told by the outlet, or by an office that reads out what its head said."""
        if speaker.voice is None or speaker.voice.endswith(_HEADS_OFFICES):
            return True
        mention = next((m for m in self._mentions if m.id == speaker.voice and m.role), None)
        return mention is not None and mention.role in _READERS

    def _head_of_state(self, person: str) -> bool:
        mention = next((m for m in self._mentions if m.id == person and m.role), None)
        role = self._vocabulary.items.get(mention.role or "") if mention else None
        return isinstance(role, RoleKind) and role.rank >= _HEAD_OF_STATE

    def _quote_speaker(self, act: Act) -> Speaker:
        quote = self._long_quote(act.at)
        if quote and quote.start in self._quoted_by:
            return self._quoted_by[quote.start]
        return self._speaker if quote else NOBODY

    def _clause(
        self,
        sentence: Sentence,
        first: int,
        last: int,
        speaker: Speaker,
        holders: tuple[str, ...],
        level: str,
        act: Act,
    ) -> Clause:
        return Clause(sentence.index, first, last, speaker, holders, level, act.verb, act.at, act.quoted)

    def _note_quotes(self, sentence: Sentence, speaker: Speaker) -> None:
        for quote in self._document.quotes:
            if quote.depth == 0 and sentence.start - 2 <= quote.start < sentence.end:
                self._quoted_by[quote.start] = speaker

    def _without_report(self, sentence: Sentence, acts: list[Act]) -> Iterator[Clause]:
        middle = (sentence.first + sentence.last) // 2
        quote = self._long_quote(sentence.first) or self._long_quote(middle)
        if quote:
            speaker = self._quoted_by.get(quote.start) or self._said_next(sentence) or self._speaker
            self._quoted_by.setdefault(quote.start, speaker)
            level = "quote"
        elif self._carried(sentence):
            own = sentence.kind is Kind.LIST_ITEM or self._essay(self._speaker) or self._that_opens(sentence)
            speaker, level = self._speaker, "report" if own else "carried"  # an editorial says all itself
        else:
            speaker, level = NOBODY, "narrative"
        if level != "narrative":
            self._speaker = speaker
        first = sentence.first
        before = self._held_in.get(quote.start, ()) if quote and speaker.nobody else ()
        for number, act in enumerate(acts):
            last = acts[number + 1].at if number + 1 < len(acts) else sentence.last
            if act.subject and act.subject.first > first + 2:
                yield self._plain(sentence, first, act.subject.first, speaker, level)
                first = act.subject.first
            holders = before = self._held_by(act, speaker, before)
            inner = "embedded" if holders != speaker.holders and level != "narrative" else level
            voice = speaker if level != "narrative" else self._told(act)
            yield Clause(
                sentence.index, first, last, voice, holders, inner, act.verb, act.at, quote is not None
            )
            first = last
        if not acts:
            yield self._plain(sentence, first, sentence.last, speaker, level)

    def _that_opens(self, sentence: Sentence) -> bool:
        """Whether a sentence is what the verb of saying in the one before governs, a stop between them."""
        return False

    def _told(self, act: Act) -> Speaker:
        return resolved(act.subject.speaker, self._speaker) if act.subject else NOBODY

    def _plain(self, sentence: Sentence, first: int, last: int, speaker: Speaker, level: str) -> Clause:
        return Clause(
            sentence.index, first, last, speaker, speaker.holders, level, None, -1, level == "quote"
        )

    def _carried(self, sentence: Sentence) -> bool:
        """Whether a sentence without a verb of saying goes on with what the last speaker said."""
        if self._speaker.nobody:
            return False
        return self._speaks_throughout() or not self._background_opens(sentence)

    def _speaks_throughout(self) -> bool:
        """Whether all that stands here is somebody's own words, and nothing the outlet's background."""
        return False

    def _background_opens(self, sentence: Sentence) -> bool:
        """Whether a sentence opens as the outlet's own background does: it should be recalled that …."""
        words = self._document.words.folded[sentence.first : sentence.first + 4]
        dated = words[0] in self._document.language.words("dated_in") and words[1:2] and words[1].isdigit()
        return bool(dated) or " ".join(words).startswith(self._background)

    def _said_next(self, sentence: Sentence) -> Speaker | None:
        """The speaker whom the next sentence names for a quotation that stands alone."""
        following = self._document.sentences[sentence.index + 1 : sentence.index + 2]
        for after in following:
            for act in self._acts(after):
                if self._reports(act) and act.subject and not act.subject.speaker.nobody:
                    words = self._document.words.folded
                    back = words[act.at : act.at + 1] + words[act.end : act.end + 2]
                    if any(word in self._document.language.words("refers_back") for word in back):
                        return act.subject.speaker
        return None
