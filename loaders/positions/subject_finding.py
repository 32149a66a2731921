"""Finding the subject of a verb where it stands before it: Russian and English.

Reads what `speech` reads. The subject stands before the verb, with phrases and relative clauses between,
or behind it where the words come first ("…", said X; «…», — заявил X). Russian shows by its cases who
is no subject, English by prepositions.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace

from loaders.positions.clauses import NOBODY, OWN, Act, Speaker, Subject, represented
from loaders.positions.grammar import Grammar
from loaders.positions.speech import Attribution
from loaders.positions.subjects import words_at
from loaders.positions.unlisted import behind_aside, unlisted_verbs
from loaders.reading.document import Document, Sentence
from loaders.reading.language import Reference, Topic, Verb
from loaders.reading.mentions import Mention, within
from loaders.reading.patterns import Hit
from loaders.reading.sentences import Quote
from ontology.vocabulary import Bloc, Organization, Place

_WHITHER = (("to",), ("from",), ("into",), ("in",))
_AMONG = 6  # words from "among" to the "that" of those who do something
_REFUSED = 7  # words before "demanding" in which a text is vetoed
_REACH_BACK = 40
_REACH_AFTER = 14
_LONG_QUOTE = 4
_LONG_DATE = 5  # words of a date and one more: 3 марта 2022 года
_PARTICLES = 6
_OPENING = 3
_IN_TEXT = 6  # words from "in" to the text that says a thing
_GATHERED = 4  # words from "the participants" to whose they are
_SIGNED = 7  # words from "signed" to the gerund behind the text
_STRANGERS = 4  # words from "whereas" to the verb of those behind it
_WHOLE = 3  # so few members may be a bloc that is named by its members
_TITLE_OF = 6  # words from "the ministers" to the "of" of whose they are
_SUBORDINATE = 6  # words from "after" to the verb of its clause
_ASIDE = 14  # words of a participle between commas
_ENDS = (
    "ий ийся его ему им ем емся ая аяся ей ейся ую ое ее ие иеся их ихся ими ый ого ому ым ом ой ые ых ыми"
).split()
_PARTICIPLES = tuple(
    stem + end
    for stem in ("ющ", "ящ", "ущ", "ащ", "вш", "шедш", "нн")
    for end in _ENDS
    if stem.endswith(("щ", "ш")) or end[0] in "ыоау"
)
_GERUNDS = ("ая", "яя", "уя", "вая", "ив", "ав", "ыв", "ев", "вшись", "аясь", "уясь")
_INSTRUMENTALS = ("ом", "ем", "ой", "ей", "ью")  # ends of a name by which something is done
_MANY = ("ли", "лись", "ют", "ут", "ят", "ат", "ются", "утся", "ятся", "атся")  # ends of a verb of several
_CORRELATES = (
    (("ни",), ("ни",)),
    (("как",), ("так", "и")),
    (("не", "только"), ("но", "и")),
    (("и",), ("и",)),
)  # what opens each of a Russian pair
_TRADE_WITHIN = 7  # words from "said" to who says it, behind what he is


class SubjectFinding(Attribution):
    """Attribution with the search for subjects of Russian and English."""

    def __init__(self, document: Document, mentions: tuple[Mention, ...]) -> None:
        super().__init__(document, mentions)
        words = document.language.words
        self._russian = document.language.code == "ru"
        self._grammar = Grammar(document, self._ends)
        self._joins = words("joins")
        self._weekdays = words("weekdays")
        self._experienced = words("experienced")
        self._articles = words("articles")
        self._beings = words("impersonal")
        self._conjunctions = words("conjunctions")
        self._noun_follows = words("noun_follows")
        self._subordinators = words("subordinators")
        self._trades = words("trades") | words("trades_before") | words("own_offices")
        self._tail_openers = words("tail_openers")
        self._adverbs = words("adverbs_too")
        self._quote_of = _long_quotes(document)
        self._bracketed = _in_brackets(document)
        self._places = {m.first: m for m in mentions if m.kind == "place"}
        self._edge = 0  # where the clause of the verb before ends
        self._form = ""  # the form of the last finite verb of the sentence

    def _finite(self, sentence: Sentence, hit: Hit[Verb]) -> bool:
        """Whether a form that may be an adjective or part of a passive is a verb of its own here."""
        if self._russian or hit.sense.form not in ("past", "base", "present"):
            return True
        words, breaks = self._document.words.folded, self._document.breaks
        if self._grammar.hyphened(hit.start) or self._grammar.hyphened(hit.end):
            return False
        if hit.sense.form == "past" and (
            words[hit.end : hit.end + 1] == ("by",) or hit.start == sentence.first
        ):
            return False
        if self._reduced(sentence, hit) or self._explains(hit):
            return False
        if words[hit.start] in self._adverbs and words[hit.end : hit.end + 1] in _WHITHER:
            return False  # brought them back to the table
        at = hit.start
        while (
            hit.sense.form == "past"
            and at > sentence.first
            and not breaks[at]
            and self._grammar.particle(at - 1)
        ):
            at -= 1
            if words[at] in self._beings or words[at] in ("been", "being", "be"):
                return False
        if hit.sense.form == "past" and words[hit.start - 1 : hit.start] == ("stay",):
            return False
        inside = hit.start > sentence.first and not breaks[hit.start]
        before = words[hit.start - 1] if inside else ""
        owned = inside and hit.sense.form == "past" and self._grammar.possessive(hit.start - 1)
        long = before == "long" and words[hit.start - 2] in ("has", "have", "had")  # has long argued
        return (
            before not in self._noun_follows or long
        ) and not owned  # their stated aim, Africa's stated aim

    def _verb_hits(self, sentence: Sentence) -> list[Hit[Verb]]:
        """Verbs of the lists; in Russian also those that only their form and place tell."""
        found = super()._verb_hits(sentence)
        if not self._russian:
            return self._as_past(sentence, found)
        known = {at for hit in (*found, *sentence.of(Topic)) for at in range(hit.start, hit.end)}
        known |= {at for m in self._inside(sentence) for at in range(m.first, m.last)}
        guessed = unlisted_verbs(
            self._document, sentence, known, self._ends, self._opens_actor, self._grammar
        )
        return sorted([*found, *guessed], key=lambda hit: hit.start)

    def _as_past(self, sentence: Sentence, found: list[Hit[Verb]]) -> list[Hit[Verb]]:
        """English verbs whose past is written as their base, taken for past where no helper stands before."""
        past = {(h.start, h.end): h for h in sentence.of(Verb) if h.sense.form == "past"}
        helpers = self._document.language.words("modals") | {"to"}
        words = self._document.words.folded
        return [
            past.get((h.start, h.end), h)
            if h.sense.form == "base" and words[h.start - 1] not in helpers
            else h
            for h in found
        ]

    def _opens_actor(self, at: int) -> int:
        """Where an actor ends that begins at a word, named or meant by "he" or "the minister"; else 0."""
        named = self._starts.get(at)
        if named is None:
            return at + 1 if self._document.words.folded[at] in self._document.language.words("he") else 0
        return 0 if self._grammar.oblique(named) else named.last

    def _adverbial(self, hit: Hit[object]) -> bool:
        """Whether an -ing form opens a clause (…, calling for) and is no noun or adjective."""
        folded, words = self._document.words.folded, self._document.language.words
        before = folded[hit.start - 1] if hit.start else ""
        refused = not words("refused_texts").isdisjoint(folded[max(0, hit.start - _REFUSED) : hit.start])
        of_text = before in words("texts") and not refused  # issued a statement condemning …, vetoed one …
        opens = of_text or before in ("while", "by", "and", "in", "but")
        return self._russian or self._document.breaks[hit.start] or opens

    def _long_quote(self, word: int) -> Quote | None:
        return self._quote_of[word] if word < len(self._quote_of) else None

    def _subject(self, sentence: Sentence, hit: Hit[Verb], quoted: bool) -> Subject | None:
        found = self._found_subject(sentence, hit)
        if found and self._russian and not found.speaker.nobody:
            found = self._with_correlate(sentence, found)
            return self._for_bloc(sentence, self._with_companion(sentence, found, hit.start))
        if found is None or self._russian or found.speaker.nobody or found.last > hit.start:
            return found
        found = self._as_bloc(self._with_companion(sentence, found, hit.start))
        return self._for_others(sentence, found, hit.start)

    def _with_correlate(self, sentence: Sentence, subject: Subject) -> Subject:
        """A Russian subject with the other of a pair: ни Анкара, ни Баку; как Китай, так и Индия."""
        words, breaks = self._document.words.folded, self._document.breaks
        for opens, goes_on in _CORRELATES:
            at = subject.first - len(goes_on)
            other = self._ends.get(at)
            if other is None or not breaks[at] or words[at : subject.first] != goes_on:
                continue
            first = other.first - len(opens)
            if first >= sentence.first and words[first : other.first] == opens:
                joined = Subject(represented(self._vocabulary, other), other.first, other.last)
                return self._joined(joined, subject)
        return subject

    def _as_bloc(self, subject: Subject) -> Subject:
        """A subject where those listed are the whole of a bloc that the article names: they speak as it.

        But three whose organisation comes up only behind them speak each for himself, and so they do where
        "they" means them again.
        """
        holders = subject.speaker.holders
        if len(holders) > _WHOLE:
            bloc = self._bloc_of(holders)
        else:
            listed = within(self._mentions, subject.first, subject.last)
            in_person = len({m.state or m.id for m in listed}) >= _WHOLE
            bloc = self._bloc_of(holders, subject.first if in_person else 0)
        return replace(subject, speaker=Speaker(None, (bloc,))) if bloc else subject

    def _bloc_of(self, states: tuple[str, ...], before: int | None = None) -> str | None:
        """The bloc named in the article, before a word if one is given, that has just these members."""
        if len(states) < _WHOLE:
            return None
        blocs = (m for m in self._mentions if m.kind == "bloc")
        named = dict.fromkeys(m.id for m in blocs if before is None or m.first < before or self._informal(m))
        return next((bloc for bloc in named if self._members(bloc) == set(states)), None)

    def _informal(self, mention: Mention) -> bool:
        """Whether a bloc is only a format in which its members meet: the E3."""
        entry = self._vocabulary.items.get(mention.id)
        return isinstance(entry, Bloc) and entry.informal

    def _members(self, bloc: str) -> set[str]:
        """The members that a bloc has today."""
        standing = (m for m in self._vocabulary.memberships if m.bloc == bloc and m.status == "member")
        return {m.state for m in standing if m.end is None}

    def _for_bloc(self, sentence: Sentence, subject: Subject) -> Subject:
        """A Russian speaker with the bloc for whom he speaks: от имени Карибского сообщества премьер …."""
        said = [h for h in sentence.of(Reference) if h.sense.kind == "on_behalf"]
        blocs = [m.id for h in said if (m := self._starts.get(h.end)) and m.kind == "bloc"]
        if not blocs or subject.speaker.voice is None:
            return subject
        as_well = any(self._document.words.folded[h.start - 1] in self._joins for h in said)
        own = subject.speaker.holders if as_well else ()
        return replace(subject, speaker=Speaker(subject.speaker.voice, tuple(dict.fromkeys((*own, *blocs)))))

    def _with_companion(self, sentence: Sentence, subject: Subject, at: int) -> Subject:
        """A subject with whom it is said to act with: Egypt together with Qatar, Iran along with Russia."""
        words = self._document.words.folded
        subject = self._with_fronted(sentence, subject)
        for phrase in self._document.language.words("alongside"):
            start = subject.last
            end = start + len(phrase.split())
            if " ".join(words[start:end]) != phrase:
                continue
            others = [m for m in self._inside(sentence) if end <= m.first < at and m.first in self._starts]
            for other in self._in_one_list(others, end) if self._russian else others:
                added = represented(self._vocabulary, other)
                subject = self._joined(subject, Subject(added, subject.first, subject.last))
        return subject

    def _with_fronted(self, sentence: Sentence, subject: Subject) -> Subject:
        """A subject with those with whom an opening says it acts: Together with Russia we stand …."""
        words, first = self._document.words.folded, sentence.first
        if self._long_quote(first) is not self._long_quote(subject.first):
            return subject  # «Вместе с Китаем поддерживаем …», сказал X
        for phrase in self._document.language.words("alongside"):
            end = first + len(phrase.split())
            if " ".join(words[first:end]) == phrase and end < subject.first:
                inside = [m for m in self._inside(sentence) if end <= m.first and m.last <= subject.first]
                others = [m for m in inside if m.first in self._starts]
                for other in self._in_one_list(others, end) if self._russian else others:
                    added = represented(self._vocabulary, other)
                    subject = self._joined(subject, Subject(added, subject.first, subject.last))
        return subject

    def _in_one_list(self, others: list[Mention], start: int) -> Iterator[Mention]:
        """Those of some mentions that stand in one list that begins at a word: с Белоруссией и Китаем."""
        words = self._document.words.folded
        for other in others:
            if not self._joins.issuperset(words[start : other.first]):
                return
            start = other.last
            yield other

    def _found_subject(self, sentence: Sentence, hit: Hit[Verb]) -> Subject | None:
        form = hit.sense.form
        if form == "participle":
            return self._of_gerund(sentence, hit)
        if form == "we":
            return self._we_and(sentence, hit)
        if form == "passive":
            return self._of_passive(sentence, hit)
        start = self._clause_start(sentence, hit.start)
        at, helped = self._grammar.past_particles(start, hit.start)
        if at > start and self._grammar.is_relative(sentence, at - 1):
            return self._antecedent(sentence, at - 1) or self._of_outer_clause(sentence, at - 2)
        if form != "base" and (among := self._one_of_those(sentence, at - 1)):
            return among
        found = self._named_subject(sentence, hit, start, at)
        if form == "base" and not (helped or (found and found.last == at and self._plural(found))):
            return self._contrasted(sentence, hit)
        if found or form == "base":
            return found
        return self._of_strangers(sentence, hit, start, at)

    def _we_and(self, sentence: Sentence, hit: Hit[Verb]) -> Subject:
        """The speaker's side, in Russian with whom it does a thing: мы с Китаем выступаем."""
        words = self._document.words.folded
        holders: tuple[str, ...] = (OWN,)
        for at in range(hit.start - 1, self._clause_start(sentence, hit.start), -1):
            mention = self._starts.get(at + 1) if words[at] in self._with else None
            if mention and self._russian and words[at - 1] in ("мы", "вместе"):
                holders += represented(self._vocabulary, mention).holders
        return Subject(Speaker(None, holders), hit.start, hit.end)

    def _contrasted(self, sentence: Sentence, hit: Hit[Verb]) -> Subject | None:
        """Strangers in the plural behind "whereas": what they do is not the other's: while critics say …."""
        words, turns = self._document.words.folded, self._document.language.words("contrasting")
        near = range(max(sentence.first, hit.start - _STRANGERS), hit.start)
        turned = any(words[at] in turns for at in near)
        plural = words[hit.start - 1].endswith("s") and not self._document.breaks[hit.start]
        return Subject(NOBODY, hit.start - 1, hit.start) if turned and plural and not self._russian else None

    def _of_gerund(self, sentence: Sentence, hit: Hit[Verb]) -> Subject | None:
        """The actor that opens the sentence, where a gerund follows between commas: Rubio, speaking, …."""
        mention = self._ends.get(hit.start)
        if mention and mention.first <= sentence.first + 2 and self._document.breaks[hit.start]:
            return self._ending(sentence, hit.start, sentence.first)
        if found := self._of_text_signed(sentence, hit):
            return found
        behind_verb = not self._russian and self._document.breaks[hit.start] and self._edge == sentence.first
        return self._opener(sentence, hit.start) if behind_verb else None

    def _of_text_signed(self, sentence: Sentence, hit: Hit[Verb]) -> Subject | None:
        """Whoever signed or issued the English text right before a gerund: signed a declaration urging …."""
        words = self._document.words.folded
        if self._russian or words[hit.start - 1] not in self._document.language.words("texts"):
            return None
        return self._signatory(sentence, hit.start - 1)

    def _signatory(self, sentence: Sentence, before: int) -> Subject | None:
        """Whoever an English sentence says to have signed or issued the text that stands at a word."""
        words, verbs = self._document.words.folded, self._document.language.words("text_verbs")
        nearest = range(before - 1, max(sentence.first, before + 1 - _SIGNED), -1)
        signed = next((at for at in nearest if words[at] in verbs), None)
        if signed is None:
            return None
        at, _ = self._grammar.past_particles(sentence.first, signed)
        found = self._ending(sentence, at, sentence.first) or self._far(sentence, sentence.first, at)
        return self._with_earlier_ones(sentence, found, sentence.first) if found else None

    def _opener(self, sentence: Sentence, end: int) -> Subject | None:
        """The actor that opens a sentence whose verb is none of saying: Beijing hit back, saying …."""
        for mention in self._inside(sentence):
            if mention.first > sentence.first + _OPENING or mention.last >= end or mention.kind == "place":
                return None
            found = self._ending(sentence, mention.last, sentence.first)
            if found and not self._document.breaks[mention.last]:
                return self._with_earlier_ones(sentence, found, sentence.first)
        return None

    def _named_subject(self, sentence: Sentence, hit: Hit[Verb], start: int, at: int) -> Subject | None:
        joined = (
            at > start and self._document.words.folded[at - 1] in self._conjunctions and at not in self._ends
        )
        if (joined and not self._document.breaks[at]) or self._turned(hit, at):
            free = self._far(sentence, start, at)
            if free and self._russian and not hit.sense.says and self._owns(sentence, free):
                free = None  # нарушает Устав ООН и расшатывает …
            free = free or self._fronted(sentence, hit, start)
            return free if self._edge == sentence.first else None
        before = self._before_aside(at, start)
        aside = self._ending(sentence, before, start) if before < at else None
        if aside:
            return self._with_earlier_ones(sentence, aside, start)
        if likewise := self._likewise(sentence, at, start):
            return likewise
        if self._russian and hit.sense.lemma.split("|")[0].replace("_", " ") in self._experienced:
            return self._of_experience(sentence, hit, start)
        if housed := self._in_front(sentence, hit, start, at):
            return housed
        near = self._ending(sentence, at, start) or self._of_subordinate(sentence, at, start)
        near = near or self._in_place(sentence, at, start)
        several = self._gathered(sentence, start, at) if self._russian else None
        if several and several.last == at and len(several.speaker.holders) > 1:
            return several
        if near and self._owns(sentence, near):
            other = self._behind(sentence, hit) or self._far(sentence, start, near.first)
            if other := other or self._fronted(sentence, hit, start):
                return other  # решение США осудил Пекин
            says = hit.sense.says and hit.sense.lemma not in self._document.language.words("sides")
            near = near if says or not self._russian else None  # нарушение Устава ООН подрывает …
        if near is None and (such := self._such_as(sentence, hit.end)):
            return such
        parted = at > sentence.first and (
            self._document.breaks[at] or self._grammar.dash_before(at) or at == start
        )
        if near and not parted and not (self._russian and self._outlet(near.speaker.voice or "")):
            return self._with_earlier_ones(sentence, near, start)
        behind = self._behind(sentence, hit) if parted or self._russian else None
        if behind and parted and self._russian and self._without_case(behind):
            opener = self._over_participle(sentence, start, at)
            if opener and opener.speaker.voice:
                return opener  # X, говоря о Y, осудил США
        if behind and (parted or not near) and self._may_stand_behind(hit, behind, parted):
            far = None if parted else self._far(sentence, start, at)
            return behind if far is None or self._owns(sentence, far) else far
        listed = self._with_earlier_ones(sentence, near, start) if near and self._russian else None
        if near and listed and listed.first < near.first and self._grammar.as_example(listed.first):
            return listed  # такие страны, как Китай и Индия, выступают
        if near and self._in_apposition(sentence, near) and not self._grammar.dash_before(at):
            return self._with_earlier_ones(sentence, near, start)
        if over := self._over_aside(sentence, hit, start, at) or self._over_participle(sentence, start, at):
            return over
        if hit.sense.needs and (not self._russian or self._grammar.preposition(hit.start)):
            return None
        if self._subordinate(sentence, start, at):
            return None
        far = self._far(sentence, start, at)
        if behind and self._object_before(sentence, hit, at) and (far is None or self._owns(sentence, far)):
            return behind
        if far is None or self._owns(sentence, far):
            far = self._gathered(sentence, start, at) or far
        return (
            far
            or self._in_body(sentence, hit, start)
            or self._fronted(sentence, hit, start)
            or self._before_long_aside(sentence, hit)
        )

    def _turned(self, hit: Hit[Verb], at: int) -> bool:
        """Whether a Russian word that turns goes on with the clause before: …, однако призывает Баку к …."""
        turns = self._russian and at < hit.start and self._document.breaks[at]
        return turns and self._document.words.folded[at] in self._document.language.words("however")

    def _before_long_aside(self, sentence: Sentence, hit: Hit[Verb]) -> Subject | None:
        """The actor who opens a Russian sentence before an aside: постпред X, говоривший и за Y, …."""
        if not self._russian or hit.sense.form == "participle":
            return None
        at, _ = self._grammar.past_particles(sentence.first, hit.start)
        actor = behind_aside(self._document, sentence, at, self._ends, self._grammar)
        if actor is None:
            return None
        found = Subject(represented(self._vocabulary, actor), actor.first, actor.last)
        return self._with_earlier_ones(sentence, found, sentence.first)

    def _gathered(self, sentence: Sentence, start: int, at: int) -> Subject | None:
        """The blocs or states of which several people are said to do it: участники саммита СЕЛАК и ЕС."""
        words, several = self._document.words.folded, self._document.language.words("several_people")
        first = next((i for i in range(start, min(start + 2, at)) if words[i] in several), None)
        if not self._russian or first is None:
            return None
        found: list[Mention] = []
        for mention in self._inside(sentence):
            last = found[-1].last if found else first
            if mention.first <= first or mention.last > at or mention.how == "demonym":
                continue
            if mention.first in self._bracketed and first not in self._bracketed:
                continue
            joined = set(words[last : mention.first]) <= self._joins and mention.first - last <= 1
            if mention.kind not in ("bloc", "state") or (found and not joined):
                if found:
                    break
                continue
            if mention.first - last > _GATHERED or (not found and self._document.breaks[mention.first]):
                break
            found.append(mention)
        holders = tuple(dict.fromkeys(m.id for m in found))
        return Subject(Speaker(None, holders), first, found[-1].last) if holders else None

    def _object_before(self, sentence: Sentence, hit: Hit[Verb], at: int) -> bool:
        """Whether the object of a Russian verb opens its clause: «Удары по Ирану осудил Китай»."""
        opens = self._russian and self._edge == sentence.first and hit.sense.form in ("past", "present")
        return opens and any(sentence.first <= h.start and h.end == at for h in sentence.of(Topic))

    def _likewise(self, sentence: Sentence, at: int, start: int) -> Subject | None:
        """Two who do the same: «Казахстан, как и Узбекистан, поддерживает …»."""
        other = self._ends.get(at)
        if not (self._russian and other and self._document.breaks[at]):
            return None
        words, first = self._document.words.folded, other.first - 2
        if first <= start or words[first : other.first] != ("как", "и") or not self._document.breaks[first]:
            return None
        one = self._ending(sentence, first, start)
        joined = Subject(represented(self._vocabulary, other), other.first, other.last)
        return self._joined(one, joined) if one else None

    def _of_experience(self, sentence: Sentence, hit: Hit[Verb], start: int) -> Subject | None:
        """Whom something pleases or not, in whatever case: «Москву не устраивает», «для Китая важно»."""
        words = self._document.words.folded
        for mention in self._inside(sentence):
            fits = start <= mention.first <= start + 2 and mention.last <= hit.start
            if not fits or mention.kind == "place" or mention.how in ("demonym", "conduct"):
                continue
            if mention.first == start or words[mention.first - 1] in ("для", "у", "что"):
                return Subject(represented(self._vocabulary, mention), start, mention.last)
        at = hit.end + (words[hit.end : hit.end + 1] == ("для",))
        whom = self._starts.get(at) if at < sentence.last else None
        if whom is None or whom.kind not in ("state", "bloc", "person") or self._document.breaks[at]:
            return None
        return Subject(represented(self._vocabulary, whom), start, whom.last)  # X неприемлемо для Китая

    def _owns(self, sentence: Sentence, subject: Subject) -> bool:
        """Whether a name without cases only says whose the noun before it is: решение США."""
        mention = self._ends.get(subject.last)
        return mention is not None and self._grammar.genitive(sentence, mention)

    def _fronted(self, sentence: Sentence, hit: Hit[Verb], start: int) -> Subject | None:
        """The actor that opens a Russian sentence, its first verb far behind: Макрон, впрочем, …, но и …."""
        if not self._russian or start > sentence.first or hit.sense.form not in ("past", "present"):
            return None
        inverted = self._document.breaks[hit.start] or self._grammar.dash_before(hit.start)
        many = self._document.words.folded[hit.start].endswith(_MANY)
        for mention in self._inside(sentence):
            if mention.first > sentence.first + _OPENING - 1 or mention.last > hit.start:
                return None
            if mention.kind != "person" or inverted:
                return None  # …, подчеркнули в ведомстве: somebody else says it
            found = self._ending(sentence, mention.last, sentence.first)
            return None if many else found
        return None

    def _over_aside(self, sentence: Sentence, hit: Hit[Verb], start: int, at: int) -> Subject | None:
        """Who opens a clause whose verb stands behind an aside between commas: Blinken, who had …, called.

        Somebody whom no vocabulary lists is nobody here, least of all who spoke last.
        """
        words, breaks = self._document.words, self._document.breaks
        if self._russian or at != hit.start or at <= start or not breaks[at] or hit.sense.form == "base":
            return None
        ends = [i for i in range(start + 1, at + 1) if breaks[i]]
        if named := self._set_off(sentence, ends):
            return named
        for first, end in zip([start, *ends], ends, strict=False):
            if end == at or not self._opens_subject(first):
                continue
            if not self._document.text[words.ends[end - 1] : words.starts[end]].startswith((",", "’,", "),")):
                return None
            found = self._ending(sentence, end, first) or self._with_origin(sentence, first, end)
            found = found or self._in_office_between(first, end, at)
            if found is not None and found.first - first <= _OPENING:
                return self._with_later_ones(sentence, found, titled=found.last == end)
            return Subject(NOBODY, first, end)
        return None

    def _in_office_between(self, first: int, end: int, at: int) -> Subject | None:
        """Somebody whose office goes on behind what is known of it: Jo Bloggs, UN envoy on the law of …."""
        opening = (self._starts[i] for i in range(first, min(first + _OPENING, end)) if i in self._starts)
        mention = next((m for m in opening if m.kind == "person" and end < m.last < at), None)
        words = self._document.words.folded[mention.first : mention.last] if mention else ()
        if mention is None or not self._document.language.words("independent").isdisjoint(words):
            return None
        return Subject(represented(self._vocabulary, mention), mention.first, mention.last)

    def _over_participle(self, sentence: Sentence, start: int, at: int) -> Subject | None:
        """Whose Russian verb stands behind an aside of a participle: X на форуме, открытом в Y, заявил."""
        words, breaks = self._document.words.folded, self._document.breaks
        if not self._russian or not breaks[at] or self._edge > start:
            return None
        first = next((i for i in range(at - 1, max(start, at - _ASIDE), -1) if breaks[i]), start)
        gerund = any(h.start == first and h.sense.form == "participle" for h in sentence.of(Verb))
        if first <= start or not (gerund or words[first].endswith(_PARTICIPLES + _GERUNDS)):
            return None
        near = self._opener(sentence, first) or self._ending(sentence, first, start)
        return self._with_earlier_ones(sentence, near, start) if near else None

    def _without_case(self, subject: Subject) -> bool:
        """Whether a name does not show that it is a subject: США, НАТО."""
        mention = self._ends.get(subject.last)
        return mention is not None and self._grammar.fixed(mention)

    def _set_off(self, sentence: Sentence, ends: list[int]) -> Subject | None:
        """Somebody named between commas behind what he says: …, Gu Haoran, a fellow of X, told reporters."""
        for first, end in zip(reversed(ends[:-2]), reversed(ends[1:-1]), strict=False):
            mention = self._starts.get(first)
            if mention is not None and mention.kind == "person" and mention.last == end:
                return self._ending(sentence, end, first)
        return None

    def _for_others(self, sentence: Sentence, subject: Subject, at: int) -> Subject:
        """A speaker with those for whom he speaks as well: Sierra Leone, also on behalf of Algeria."""
        for hit in sentence.hits:
            if not (isinstance(hit.sense, Reference) and hit.sense.kind == "on_behalf"):
                continue
            if not subject.last <= hit.start < at:
                continue
            others = [
                m for m in self._inside(sentence) if hit.end <= m.first < at and m.kind in ("state", "bloc")
            ]
            blocs = [m.id for m in others if m.kind == "bloc"]
            own = () if blocs else subject.speaker.holders
            holders = tuple(dict.fromkeys((*own, *(blocs[:1] or (m.id for m in others)))))
            return replace(subject, speaker=Speaker(subject.speaker.voice, holders))
        return subject

    def _subordinate(self, sentence: Sentence, start: int, at: int) -> bool:
        """Whether a subject that nobody lists opens a clause of its own: after the junta denounced …."""
        folded, words = self._document.words.folded, self._document.language.words
        opening = (i for i in range(at - 2, max(start, at - _SUBORDINATE), -1) if folded[i] in self._articles)
        said = {h.end for h in sentence.of(Verb) if h.sense.says}
        return any(folded[i - 1] in words("subordinators") or i in said for i in opening)

    def _reduced(self, sentence: Sentence, hit: Hit[Verb]) -> bool:
        """Whether a participle between commas explains a noun: the resolution, adopted on Monday, demands."""
        breaks, at = self._document.breaks, hit.start
        if self._russian or hit.sense.form != "past" or at <= self._edge + 1 or not breaks[at]:
            return False
        alone = not any(breaks[self._edge + 1 : at]) and self._opens_subject(self._edge)
        return alone and any(
            h.sense.form in ("past", "present") and h.start > hit.end and breaks[h.start]
            for h in sentence.of(Verb)
        )

    def _explains(self, hit: Hit[Verb]) -> bool:
        """Whether a participle without an object explains a noun before it: tariffs imposed in …."""
        words, language = self._document.words.folded, self._document.language
        at = hit.start
        behind = not self._russian and hit.sense.form == "past" and at > self._edge + 1 and self._form != ""
        plain = (
            behind
            and at not in self._ends
            and not self._grammar.particle(at - 1)
            and not self._document.breaks[at]
        )
        noun = plain and words[at - 1] not in language.words("conjunctions") | language.words(
            "subject_stops"
        ) | language.words("joins")
        prepositions = language.words("participial_before")
        return (
            noun and words[at] in language.words("participial") and words_at(words, hit.end) in prepositions
        )

    def _opens_subject(self, first: int) -> bool:
        """Whether a subject may begin at a word: no phrase of time or place, participle or conjunction."""
        word, words = self._document.words.folded[first], self._document.language.words
        opens = words("introduces") | words("prepositions") | words("hypothetical") | words("conjunctions")
        return word not in opens and not word.endswith(("ing", "ed"))

    def _with_origin(self, sentence: Sentence, first: int, end: int) -> Subject | None:
        """A name with where its bearer is from or what he is of: Colonel Goita of Mali."""
        for at in range(first, min(first + _OPENING, end)):
            mention = self._starts.get(at)
            if mention is None or mention.last > end or self._grammar.possessive(mention.last - 1):
                continue
            behind = self._document.words.folded[mention.last]
            if mention.last < end and behind not in ("of", "from", "in"):
                return None
            return Subject(represented(self._vocabulary, mention), mention.first, end)
        return None

    def _in_apposition(self, sentence: Sentence, subject: Subject) -> bool:
        """Whether a name before a comma and a verb stands between commas: the minister, Kaja Kallas, said."""
        inside = range(subject.first + 1, subject.last)
        opens = subject.first <= sentence.first + 1
        return (
            opens or self._document.breaks[subject.first] or any(self._document.breaks[at] for at in inside)
        )

    def _clause_start(self, sentence: Sentence, at: int) -> int:
        """Where the clause begins in which a verb stands: behind "that", a quotation or the verb before."""
        words, quote = self._document.words.folded, self._long_quote(at)
        here = at
        while here > max(self._edge, at - _REACH_BACK):
            if self._long_quote(here - 1) is not quote or (words[here - 1] in self._that):
                return here
            if here < at and self._grammar.dash_before(here) and self._document.breaks[here]:
                return here
            here -= 1
        return here

    def _ending(self, sentence: Sentence, at: int, start: int) -> Subject | None:
        """The actor whose name ends right before word `at`, where it can be a subject."""
        mention = self._ends.get(at)
        if mention and not self._russian:
            mention = self._named_in_full(mention, start)
        if mention and mention.first >= start:
            if self._grammar.possessive(at - 1) or self._grammar.governed(sentence, mention.first):
                return None
            if self._grammar.oblique(mention):
                counted = self._reference(sentence, at, starting=False) if self._russian else None
                listed = self._under_title(sentence, mention, start)
                return counted if counted and counted.first < mention.first and not listed else listed
            return Subject(represented(self._vocabulary, mention), mention.first, mention.last)
        found = self._reference(sentence, at, starting=False)
        if found and found.first >= start and not self._grammar.governed(sentence, found.first):
            return found
        return None

    def _in_place(self, sentence: Sentence, at: int, start: int) -> Subject | None:
        """The English actor before the place where he is: the Chinese embassy in London accused …."""
        places = () if self._russian else (m for m in self._places.values() if m.last == at)
        place = next((m for m in places if start < m.first - 1), None)
        inside = self._document.language.words("place_in")
        if place is None or self._document.words.folded[place.first - 1] not in inside:
            return None
        return self._ending(sentence, place.first - 1, start)

    def _of_subordinate(self, sentence: Sentence, at: int, start: int) -> Subject | None:
        """The English actor right before a verb whose clause "after" opens: after France backed it."""
        mention = None if self._russian else self._ends.get(at)
        if mention is None or self._grammar.possessive(at - 1):
            return None
        opens = self._before_article(mention.first, start) - 1
        if opens < start or self._document.words.folded[opens] not in self._subordinators:
            return None
        return Subject(represented(self._vocabulary, mention), mention.first, mention.last)

    def _named_in_full(self, mention: Mention, start: int) -> Mention:
        """A name with what stands before it of the same actor: African Union (AU), Xi of China."""
        words = self._document.words.folded
        whole = self._ends.get(mention.first)
        letters = whole is not None and whole.state == mention.id and mention.first in self._bracketed
        if whole and (whole.id == mention.id or letters) and whole.first >= start:
            return replace(whole, last=mention.last)
        of = mention.first - 1
        person = self._ends.get(of) if of > start and words[of] == "of" else None
        own = person and person.kind == "person" and person.state in (mention.id, None)
        return replace(person, last=mention.last) if person and own else mention

    def _under_title(self, sentence: Sentence, mention: Mention, start: int) -> Subject | None:
        """The states listed behind one title, of which a name in the genitive is the last: главы МИД …."""
        names = [mention]
        while (other := self._member_before(names[0].first)) and other.first >= start:
            names.insert(0, other)
            if other.how == "side":
                break
        head = names[0]
        if head.how != "side" or self._grammar.oblique(head) or self._grammar.governed(sentence, head.first):
            return None
        speakers = [represented(self._vocabulary, name) for name in names]
        holders = tuple(dict.fromkeys(holder for speaker in speakers for holder in speaker.holders))
        return Subject(Speaker(None, holders), head.first, mention.last)

    def _member_before(self, at: int) -> Mention | None:
        """The mention that a comma or "and" joins to what begins at a word."""
        if self._document.breaks[at]:
            return self._ends.get(at)
        joined = at > 0 and self._document.words.folded[at - 1] in self._joins
        return self._ends.get(at - 1) if joined else None

    def _far(self, sentence: Sentence, start: int, at: int) -> Subject | None:
        """The nearest actor before a verb that stands free: no preposition, oblique case or own comma."""
        parted = self._document.breaks[at]
        owner: Subject | None = None
        within_names = {word for m in self._inside(sentence) for word in range(m.first + 1, m.last)}
        for end in range(at - 1, start, -1):
            if end in within_names:
                continue  # the president within "the president of France"
            found = self._ending(sentence, end, start)
            if found is None or (parted and not self._document.breaks[end]):
                continue
            if found.first in self._bracketed and at not in self._bracketed:
                continue  # the leaders of BRICS (Brazil, Russia, …) supported
            if not parted and (self._document.breaks[end] or self._only_modifies(found, at)):
                continue
            if not self._russian and self._document.words.folded[end] == "to":
                continue  # urged Japan to draw lessons and stay committed
            if self._owns(sentence, found):
                owner = owner or found
                continue
            return self._with_earlier_ones(sentence, found, start)
        if self._russian and self._edge > sentence.first:
            return None  # подтвердили приверженность Уставу ООН, а властям рекомендовали …
        return self._with_earlier_ones(sentence, owner, start) if owner else None

    def _only_modifies(self, subject: Subject, at: int) -> bool:
        """Whether an English name stands before the noun that is the subject: U.S. arms sales violate …."""
        if self._russian or subject.last >= at or subject.last not in self._ends:
            return False
        word, words = self._document.words.folded[subject.last], self._document.language.words
        opens = (
            words("prepositions") | words("subordinators") | words("conjunctions") | words("subject_stops")
        )
        opens |= words("together_with") | words("joins") | words("accompanying")
        raw = self._document.text[self._document.words.starts[subject.last]]
        plain = raw.islower() and word not in opens and not self._grammar.particle(subject.last)
        return (
            plain and not word.endswith(("ing", "ed")) and self._ends[subject.last].kind in ("state", "bloc")
        )

    def _behind(self, sentence: Sentence, hit: Hit[Verb]) -> Subject | None:
        return self._behind_russian(sentence, hit) if self._russian else self._behind_english(sentence, hit)

    def _behind_russian(self, sentence: Sentence, hit: Hit[Verb]) -> Subject | None:
        """The first nominative actor behind a verb, over phrases of time and place: заявил вчера Песков."""
        words = self._document.words.folded
        at = closed = self._past_aside(sentence, hit.end)
        while at < min(hit.end + _REACH_AFTER, sentence.last):
            if self._document.breaks[at] and (titled := self._in_office(sentence, hit, at)):
                return titled
            alone = not any(hit.end <= m.first < at for m in self._inside(sentence))
            if at > hit.end and alone and (end := self._past_insertion(sentence, at)) > at:
                at = closed = end
                continue
            if (
                (self._document.breaks[at] and at > closed)
                or words[at] in self._stops
                or self._long_quote(at) is not self._long_quote(hit.start)
            ):
                return None
            mention = self._starts.get(at)
            if mention and self._told_to(sentence, hit, mention):
                at = mention.last
                continue
            if mention and self._stands_free(sentence, hit.end, mention):
                if not self._outlet(mention.id) or mention.last >= sentence.last:
                    found = Subject(represented(self._vocabulary, mention), mention.first, mention.last)
                    return self._with_later_ones(sentence, found, titled=mention.how == "side")
            elif mention is None:
                named = self._reference(sentence, at, starting=True)
                if named and not self._grammar.governed(sentence, at):
                    return named
            at = mention.last if mention else at + 1
        return None

    def _told_to(self, sentence: Sentence, hit: Hit[Verb], mention: Mention) -> bool:
        """Whether a name without cases is but who is told: «…», — ответил США премьер-министр Грузии."""
        speaker = self._starts.get(mention.last)
        if speaker is None or speaker.kind != "person" or self._document.breaks[speaker.first]:
            return False
        right_behind = mention.first == hit.end and mention.kind in ("state", "bloc")
        free = self._stands_free(sentence, mention.last, speaker)
        return right_behind and free and self._grammar.fixed(mention)

    def _in_office(self, sentence: Sentence, hit: Hit[Verb], at: int) -> Subject | None:
        """Who is named behind what he is here: обрушился на США хозяин саммита, президент Колумбии Петро."""
        mention = self._starts.get(at)
        if mention is None or mention.kind != "person" or self._grammar.oblique(mention) or at == hit.end:
            return None
        closes = mention.last >= sentence.last or self._document.breaks[mention.last]
        described = self._document.words.folded[at - 2 : at]
        hosts = not self._document.language.words("hosts").isdisjoint(described)
        return Subject(represented(self._vocabulary, mention), at, mention.last) if closes and hosts else None

    def _past_aside(self, sentence: Sentence, at: int) -> int:
        """Where an aside between commas ends that opens behind a verb: заявил, открывая саммит, Рамафоса."""
        words, breaks = self._document.words.folded, self._document.breaks
        if at + 1 >= sentence.last or not breaks[at]:
            return at
        adverbial = len(words[at]) > 4 and words[at].endswith(("я", "в", "вшись", "ясь", "аясь"))
        if not adverbial and words[at] not in self._grammar.asides:
            return at
        ends = (end for end in range(at + 1, min(at + _REACH_AFTER, sentence.last)) if breaks[end])
        return next(ends, at)

    def _past_insertion(self, sentence: Sentence, at: int) -> int:
        """Where a date or a gerund ends on the way: сказал в среду, 3 марта, в Женеве X."""
        words, breaks = self._document.words.folded, self._document.breaks
        if at in self._starts or not breaks[at] or self._grammar.dash_before(at):
            return at
        if not (words[at].isdigit() and words[at - 1] in self._weekdays):
            return self._past_aside(sentence, at)
        ends = range(at + 1, min(at + _LONG_DATE, sentence.last))
        return next((end for end in ends if breaks[end]), at)

    def _before_aside(self, at: int, start: int) -> int:
        """Where an aside between commas begins that ends at a word: Катар, в свою очередь, осудил."""
        words, breaks = self._document.words.folded, self._document.breaks
        asides = self._document.language.words("asides")
        for length in range(1, 4):
            first = at - length
            if first <= start:
                break
            apart = breaks[at] and breaks[first]
            bare = self._russian and not any(breaks[first + 1 : at + 1]) and first in self._ends
            if (apart or bare) and " ".join(words[first:at]) in asides:
                return first
        if not self._russian:
            return at
        return self._before_date(at, start) if breaks[at] else self._grammar.before_dating(at, start)

    def _before_date(self, at: int, start: int) -> int:
        """Where a weekday with its date between commas begins: Совет в понедельник, 9 апреля, провел."""
        words, breaks = self._document.words.folded, self._document.breaks
        first = next((i for i in (at - 2, at - 3) if i > start and breaks[i] and words[i].isdigit()), at)
        while first < at and first - 1 > start and first not in self._ends and not breaks[first - 1]:
            if words[first - 1] not in self._fillers | self._weekdays:
                break
            first -= 1
        return first

    def _such_as(self, sentence: Sentence, at: int) -> Subject | None:
        """The states listed behind a verb as examples: продвигают такие страны, как Китай и Индия."""
        words, breaks = self._document.words.folded, self._document.breaks
        if words_at(words, at) not in self._document.language.words("such"):
            return None
        listed = next((i + 1 for i in range(at, min(at + 5, sentence.last - 1)) if words[i] == "как"), None)
        mention = self._starts.get(listed) if listed and breaks[listed - 1] else None
        if mention is None or self._grammar.oblique(mention):
            return None
        found = Subject(represented(self._vocabulary, mention), mention.first, mention.last)
        return self._with_later_ones(sentence, found, titled=True)

    def _stands_free(self, sentence: Sentence, end: int, mention: Mention) -> bool:
        """Whether a name behind a verb may be its subject: no object, and no genitive («удары США»)."""
        if self._grammar.governed(sentence, mention.first) or self._grammar.oblique(mention):
            return False
        words = self._document.words.folded
        if words[mention.first - 1] in self._joins and (other := self._ends.get(mention.first - 1)):
            return self._stands_free(sentence, end, other)  # помогать Еревану и Баку
        if not self._grammar.fixed(mention):
            return True
        return all(word in self._fillers for word in words[end : mention.first])

    def _behind_english(self, sentence: Sentence, hit: Hit[Verb]) -> Subject | None:
        """The actor right behind "said", if nothing that it could govern follows: …, said Rubio on Monday."""
        words = self._document.words.folded
        at = hit.end
        while at < min(hit.end + 4, sentence.last) and at not in self._starts and words[at] in self._fillers:
            at += 1
        inverts = hit.sense.says and hit.sense.effect in ("none", "assert") and hit.sense.lemma != "tell"
        told = self._document.breaks[hit.start] and hit.sense.form == "past"
        inverts = inverts or (told and hit.sense.lemma in self._document.language.words("inverting"))
        if at >= sentence.last or self._document.breaks[at] or not inverts:
            return None
        mention = self._of_trade(hit.end, sentence.last) or self._starts.get(at)
        if mention is None or mention.last > sentence.last or self._grammar.possessive(mention.last - 1):
            return None
        found = self._with_later_ones(
            sentence, Subject(represented(self._vocabulary, mention), mention.first, mention.last)
        )
        after = found.last
        if (
            after >= sentence.last
            or self._document.breaks[after]
            or words[after] in self._tail_openers.difference(("to",) if hit.sense.effect != "none" else ())
            or words[after] in ("who", "and")
        ):
            return found
        return None

    def _of_trade(self, end: int, last: int) -> Mention | None:
        """The person named behind a verb with what he is: …, said US political scientist John Mearsheimer."""
        words, breaks = self._document.words.folded, self._document.breaks
        for at in range(end + 1, min(end + _TRADE_WITHIN, last)):
            if breaks[at] or words[at - 1] in self._tail_openers:
                return None
            mention = self._starts.get(at)
            if mention and mention.kind == "person" and words[at - 1] in self._trades:
                return mention
        return None

    def _may_stand_behind(self, hit: Hit[Verb], behind: Subject, parted: bool) -> bool:
        """Whether an actor behind a verb is its subject: an object only stands behind verbs that take one."""
        told = self._document.words.folded[hit.start - 1] in self._document.language.words("objects_before")
        if self._russian and told:
            return True  # за что его раскритиковала Москва
        return parted or hit.sense.effect in ("none", "assert") or behind.speaker.voice is not None

    def _with_earlier_ones(self, sentence: Sentence, subject: Subject, start: int) -> Subject:
        """A subject with those that "and" and commas join to it: Russia, China and Iran."""
        words = self._document.words.folded
        while (at := self._before_article(subject.first, start)) - 1 > start and words[at - 1] in self._joins:
            other = self._ending(sentence, at - 1, start)
            if other is None or other.speaker.nobody:
                break
            subject = self._joined(other, subject)
            at = self._before_article(subject.first, start)
            while self._document.breaks[at] and (other := self._ending(sentence, at, start)):
                subject = self._joined(other, subject)
                at = self._before_article(subject.first, start)
            if head := self._head_of_list(at, start):
                subject = self._joined(head, subject)
        return subject

    def _head_of_list(self, at: int, start: int) -> Subject | None:
        """The first of those under one English title: the ministers of Jordan, Egypt and Qatar warned."""
        mention, words = self._ends.get(at), self._document.words.folded
        if self._russian or mention is None or not self._document.breaks[at] or mention.first - 1 <= start:
            return None
        of = self._before_article(mention.first, start) - 1
        titled = words[max(start, of - _TITLE_OF) : of]
        several = self._document.language.words("several_people")
        if words[of] not in ("of", "from", "for") or several.isdisjoint(titled):
            return None
        return Subject(represented(self._vocabulary, mention), mention.first, mention.last)

    def _before_article(self, at: int, start: int) -> int:
        """Where a name begins, with its article: the United States."""
        return at - 1 if at - 1 > start and self._document.words.folded[at - 1] in self._articles else at

    def _with_later_ones(self, sentence: Sentence, subject: Subject, titled: bool = False) -> Subject:
        """A subject with those joined to it behind; under one title they stand in the genitive."""
        words = self._document.words.folded
        while subject.last + 1 < sentence.last:
            joined = words[subject.last] in self._joins
            if not joined and not (titled and self._document.breaks[subject.last]):
                break
            mention = self._starts.get(subject.last + joined)
            if mention is None or (self._grammar.oblique(mention) and not titled):
                break
            other = Subject(represented(self._vocabulary, mention), mention.first, mention.last)
            subject = self._joined(subject, other)
        return subject

    def _in_body(self, sentence: Sentence, hit: Hit[Verb], start: int) -> Subject | None:
        """«В МИД РФ заявили», «сообщили в Кремле»: a body in which unnamed people speak for it."""
        words = self._document.words.folded
        if not self._russian or not any(words[at].endswith(_MANY) for at in range(hit.start, hit.end)):
            return None
        for at in (*range(hit.end, min(hit.end + 3, sentence.last)), *range(hit.start - 1, start - 1, -1)):
            if (
                words[at] not in ("в", "во", "на")
                or at + 1 >= sentence.last
                or not self._may_house(sentence, hit, at)
            ):
                continue
            mention = self._starts.get(at + 1) or self._places.get(at + 1)
            if mention and words[at] == "на" and mention.kind != "org":
                continue  # in a country, not in a ministry: на Украине
            speaker = self._of_body(mention) if mention else None
            if speaker:
                return self._with_bodies(sentence, Subject(speaker, at, mention.last))  # type: ignore[union-attr]
            if self._of_the_state(at + 1) and (state := self._state_before(at)):
                return Subject(Speaker(None, (state,)), at, at + 3)
            if words[at + 1] in ("ведомстве", "министерстве", "дипведомстве") and not self._speaker.nobody:
                return Subject(self._speaker, at, at + 2)
        return None

    def _of_the_state(self, at: int) -> bool:
        """Whether a body is that of a state spoken of: МИД республики."""
        words = self._document.words.folded[at : at + 2]
        language = self._document.language
        return (
            len(words) > 1
            and words[0] in language.words("houses")
            and words[1] in language.words("the_state")
        )

    def _state_before(self, at: int) -> str | None:
        """The state named last before a word."""
        states = (m for m in self._mentions if m.kind == "state" and m.how in ("name", "metonym"))
        last = max((m for m in states if m.last <= at), key=lambda m: m.last, default=None)
        return last.id if last else None

    def _in_front(self, sentence: Sentence, hit: Hit[Verb], start: int, at: int) -> Subject | None:
        """Whose people speak in a place that is named before the verb: «В Тегеране приветствовали …»."""
        many = self._russian and self._document.words.folded[hit.start].endswith(_MANY)
        if not many or self._document.words.folded[start] not in ("в", "во"):
            return None
        mention = self._starts.get(start + 1) or self._places.get(start + 1)
        speaker = self._of_body(mention) if mention and mention.last == at else None
        return Subject(speaker, start, at) if speaker and not speaker.nobody else None

    def _may_house(self, sentence: Sentence, hit: Hit[Verb], at: int) -> bool:
        """Whether "in" opens the clause or stands behind its verb, and goes with no noun: мир в Судане, …."""
        if at > hit.start:
            between = self._document.words.folded[hit.end : at]
            return (self._fillers | self._particles | self._joins).issuperset(
                between
            )  # not: осудили теракт в Исламабаде
        if at == sentence.first or self._document.breaks[at]:
            return True
        word = self._document.words.folded[at - 1]
        return word in self._that | self._particles | self._joins | self._conjunctions | self._fillers

    def _with_bodies(self, sentence: Sentence, subject: Subject) -> Subject:
        """A body in which people speak, with those listed behind it: в Лондоне, Париже и Берлине."""
        words, breaks = self._document.words.folded, self._document.breaks
        while subject.last + 1 < sentence.last:
            joined = words[subject.last] in self._joins
            at = subject.last + joined + (words[subject.last + joined] in ("в", "во"))
            mention = self._starts.get(at) or self._places.get(at)
            speaker = self._of_body(mention) if mention and (joined or breaks[subject.last]) else None
            if mention is None or speaker is None:
                break
            subject = self._joined(subject, Subject(speaker, mention.first, mention.last))
        return subject

    def _of_body(self, mention: Mention) -> Speaker | None:
        if mention.kind == "place":
            place = self._vocabulary.items.get(mention.id)
            if not isinstance(place, Place) or not place.capital_of:
                return None
            return Speaker(None, (self._seated(place) or place.capital_of,))
        return None if mention.kind == "person" else represented(self._vocabulary, mention)

    def _seated(self, place: Place) -> str | None:
        """The bloc that Russian texts call by the capital where it sits: в Брюсселе считают."""
        blocs = (item for item in self._vocabulary.items.values() if isinstance(item, Bloc))
        name = place.name.get("ru", "")
        return next((bloc.id for bloc in blocs if self._russian and name in bloc.weak_names("ru")), None)

    def _of_passive(self, sentence: Sentence, hit: Hit[Verb]) -> Subject | None:
        """Who "was stressed" by: the side that the sentence names, else both of a meeting, else who spoke."""
        for mention in self._inside(sentence):
            if mention.how == "side" and self._document.words.folded[mention.first - 1] in ("с", "со"):
                return Subject(represented(self._vocabulary, mention), hit.start, hit.end)
        if by := self._agent(hit):
            return by
        both = any(h.sense.kind == "both_states" for h in sentence.of(Reference))
        speaker = self._of_whose_text(sentence, hit) or self._of_text(sentence) if self._russian else None
        speaker = speaker or self._unnamed(both)
        return None if speaker.nobody else Subject(speaker, hit.start, hit.end)

    def _agent(self, hit: Hit[Verb]) -> Subject | None:
        """By whom a Russian passive says that it is done, right behind it: поддержано Индией."""
        mention = self._starts.get(hit.end)
        sided = self._russian and hit.sense.effect in ("plus", "minus")
        if mention is None or not sided or mention.kind not in ("state", "bloc", "org"):
            return None
        named = self._document.words.folded[mention.first].endswith(_INSTRUMENTALS)
        found = Subject(represented(self._vocabulary, mention), mention.first, mention.last)
        return self._with_later_ones_by(found) if named and self._grammar.oblique(mention) else None

    def _with_later_ones_by(self, subject: Subject) -> Subject:
        """A Russian agent with those in the same case that are joined to it: Индией, Китаем и ЮАР."""
        words, breaks = self._document.words.folded, self._document.breaks
        while subject.last + 1 < len(words):
            joined = words[subject.last] in self._joins
            mention = self._starts.get(subject.last + joined)
            alike = mention is not None and (
                words[mention.first].endswith(_INSTRUMENTALS) or self._grammar.fixed(mention)
            )
            if mention is None or not alike or not (joined or breaks[subject.last]):
                break
            other = Subject(represented(self._vocabulary, mention), mention.first, mention.last)
            subject = self._joined(subject, other)
        return subject

    def _of_whose_text(self, sentence: Sentence, hit: Hit[object]) -> Speaker | None:
        """Whose Russian text it is that says a thing: в заявлении МИД Китая подчеркивается, что …."""
        words, texts = self._document.words.folded, self._document.language.words("texts_in")
        texts |= self._document.language.words("own_texts_in")
        for at in range(sentence.first, hit.end - 2):
            if words[at] in texts and {"в", "во"} & set(words[max(sentence.first, at - _IN_TEXT) : at]):
                mention = self._starts.get(at + 1)
                return self._authors(mention) if mention else None
        return None

    def _of_text(self, sentence: Sentence) -> Speaker | None:
        """Those who met, whose text says it: в принятой по итогам декларации зафиксирован призыв …."""
        words, texts = self._document.words.folded, self._document.language.words("texts_in")
        told = any(
            words[at] in texts and {"в", "во"} & set(words[max(sentence.first, at - _IN_TEXT) : at])
            for at in range(sentence.first, sentence.last)
        )
        near = (h for h in sentence.of(Reference) if h.sense.kind == "said_in")
        numbered = next((n for h in near if (n := self._of_number(sentence, h))), None)
        group = numbered or (self._referred("joint_document") if told else None)
        return group if group and not group.nobody and group.voice is None else None

    def _unnamed(self, both: bool) -> Speaker:
        """Who speaks where nobody is named: both of a meeting, or who spoke last."""
        return Speaker(None, self._pair) if self._pair and (both or self._speaker.nobody) else self._speaker

    def _of_strangers(self, sentence: Sentence, hit: Hit[Verb], start: int, at: int) -> Subject | None:
        """A subject that no vocabulary lists: what it says is nobody's here, least of all who spoke last."""
        words, breaks = self._document.words.folded, self._document.breaks
        if self._russian:
            near = {h.end for h in sentence.of(Reference) if h.sense.kind == "stranger"}
            after = {h.start for h in sentence.of(Reference) if h.sense.kind == "stranger"}
            stranger = at in near or (hit.end in after)
            return Subject(NOBODY, at - 1, at) if stranger or self._capital(at - 1, start, sentence) else None
        if at == start or breaks[at] or hit.sense.needs or words[at - 1] in self._conjunctions:
            return None
        if hit.sense.form == "present" and hit.sense.lemma != "say":
            return None
        return Subject(NOBODY, at - 1, at)

    def _capital(self, at: int, start: int, sentence: Sentence) -> bool:
        """Whether a word inside a sentence is written like a name: a person nobody lists."""
        words = self._document.words
        return (
            at > max(start, sentence.first)
            and self._document.text[words.starts[at]].isupper()
            and at not in {word for m in self._inside(sentence) for word in range(m.first, m.last)}
        )

    def _antecedent(self, sentence: Sentence, at: int) -> Subject | None:
        """The actor to which "who" refers."""
        mention = self._ends.get(at)
        if mention is None or mention.first < sentence.first:
            return None
        named = Subject(represented(self._vocabulary, mention), mention.first, mention.last)
        speaker = self._with_earlier_ones(sentence, named, sentence.first).speaker
        return Subject(speaker, at, at + 1)  # the clause begins with the pronoun

    def _one_of_those(self, sentence: Sentence, at: int) -> Subject | None:
        """Who is said in English to be one of those that do a thing: X is among the states that back …."""
        words, lists = self._document.words.folded, self._document.language.words
        relative = at > sentence.first + 1 and (
            words[at] in lists("that") or self._grammar.is_relative(sentence, at)
        )
        if self._russian or not relative or words[at - 1] not in lists("those_that"):
            return None
        among = next(
            (i for i in range(at - 2, max(sentence.first, at - _AMONG), -1) if words[i] in lists("among")), -1
        )
        start = among - (words[among - 1] in ("one", "some"))
        if among < 0 or words[start - 1] not in self._beings:
            return None
        first, _ = self._grammar.past_particles(sentence.first, start - 1)
        found = self._ending(sentence, first, sentence.first)
        return Subject(found.speaker, at, at + 1) if found else None

    def _of_outer_clause(self, sentence: Sentence, at: int) -> Subject | None:
        """Who opens a Russian sentence in whose text it says so: лидеры X приняли декларацию, в которой …."""
        inside = self._russian and sentence.first < at and self._document.breaks[at]
        if not inside or not self._grammar.preposition(at):
            return None
        first = self._edge == sentence.first
        several = self._gathered(sentence, sentence.first, at)
        return several or (self._far(sentence, sentence.first, at - 1) if first else None)

    def _in_relative(self, sentence: Sentence, hit: Hit[Verb]) -> bool:
        """Whether the clause of a verb without a subject opens with a relative pronoun: which harms …."""
        if hit.sense.form in ("participle", "we", "passive"):
            return False
        start = self._clause_start(sentence, hit.start)
        at, _ = self._grammar.past_particles(start, hit.start)
        return any(self._grammar.is_relative(sentence, word) for word in range(max(start, at - 1), hit.start))

    def _goes_on(self, act: Act) -> bool:
        """Whether a verb without a subject is joined to one before it: supports X and opposes Y."""
        start, _ = self._grammar.past_particles(max(0, act.at - _PARTICLES), act.at)
        return (
            self._russian
            or self._document.breaks[start]
            or self._document.words.folded[start - 1] in self._conjunctions
        )

    def _outlet(self, actor: str) -> bool:
        """Agencies and outlets, and the networks on which channels stand (Telegram)."""
        entry = self._vocabulary.items.get(actor)
        return isinstance(entry, Organization) and entry.category in ("agency", "outlet", "company")

    def _plural(self, subject: Subject) -> bool:
        words = self._document.words
        last = words.folded[subject.last - 1]
        lower = (
            self._document.text[words.starts[subject.last - 1]].islower() or subject.last not in self._ends
        )
        return (
            len(subject.speaker.holders) > 1
            or last in ("we", "they", "i", "both")
            or (lower and last.endswith("s"))
        )


def _long_quotes(document: Document) -> list[Quote | None]:
    """For each word the outermost quotation of some length that it stands in."""
    found: list[Quote | None] = [None] * len(document.words)
    for quote in document.quotes:
        first, last = (bisect_left(document.words.starts, at) for at in (quote.start, quote.end))
        if quote.depth == 0 and last - first >= _LONG_QUOTE:
            found[first:last] = [quote] * (last - first)
    return found


def _in_brackets(document: Document) -> frozenset[int]:
    """The words that stand in round brackets."""
    words, text = document.words, document.text
    found: list[int] = []
    opened = False
    for at in range(1, len(words)):
        gap = text[words.ends[at - 1] : words.starts[at]]
        opened = "(" in gap if "(" in gap or ")" in gap else opened and "\n" not in gap
        if opened:
            found.append(at)
    return frozenset(found)
