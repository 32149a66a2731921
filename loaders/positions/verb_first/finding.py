"""Finding the subject of an Arabic verb beyond the usual place right behind it.

Reads what `speech` reads. The subject may stand before the verb behind an auxiliary (كانت مصر قد أعلنت),
before an insertion (وموسكو من جانبها ترفض), as the antecedent of a relative clause (موسكو التي ترفض),
behind another verb that opens the sentence, or be nobody whom a vocabulary lists.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from loaders.positions.clauses import NOBODY, Act, Speaker, Subject, represented
from loaders.positions.speech import Attribution
from loaders.positions.subjects import words_at
from loaders.reading.document import Document, Sentence
from loaders.reading.language import Cue, Name, Reference, Sense, Title, Topic, Verb
from loaders.reading.mentions import Mention, within
from loaders.reading.patterns import Hit
from loaders.reading.text import fold
from ontology.vocabulary import Organization, Person, Place

PAIR = 2
_OPENING = 4  # sentences in which an article says that it gives a text in full
_OBJECTS = ("ها", "ه", "هم", "هما")  # what a verb does something to, as a pronoun
_PRONOUNS = ("ته", "تها", "تهم", "تهما")  # the feminine of a past form with an object
_NAME = 5  # words of a name before its office
_EXAMPLES = 4  # words between several states and those that are named
TEXT_OF = 6  # words between a text and whose it is
_BETWEEN = 4  # words between "there was" and the noun of saying: جرى خلال اللقاء التأكيد

_ADJECTIVES = 3  # words between a gathering and the nations whose it is
_NO_MINISTRIES = ("-government", "-presidency")  # bodies that "the ministry" does not mean
_DRAFT = 6  # words from a text that somebody deals with to the verb that tells what it wants
_OTHERS = 14  # words from "that" to the verb of others whom nobody names
_COUNTRIES = 4  # words of "and the African countries"
_APPOSED = 4  # words from a noun to the name of the person whom it tells of
_JOINED_NOUN = 5  # letters above which a joined word with a pronoun is a noun


class VerbFirstSubjects(Attribution):
    """Attribution with the search for subjects of Arabic."""

    def __init__(self, document: Document, mentions: tuple[Mention, ...]) -> None:
        super().__init__(document, mentions)
        words = document.language.words
        self._heads = words("group_heads")
        self._parts = words("group_parts")
        self._copulas = words("copulas")
        self._own_letter = words("own_letter")
        self._examples = words("examples")
        self._led_to_it, self._with_whom = words("led_to_it"), words("with_whom")
        self._words_of_another, self._proposals = words("words_of_another"), words("proposals")
        self._in_it, self._whereupon = words("in_it"), words("whereupon")
        self._negations = words("negations")
        self._before_from = self._heads | self._examples | words("before_from")
        self._mutual = words("mutual")
        self._verb: Verb | None = None  # the verb whose subject is looked for
        first = (
            document.sentences[min(_OPENING, len(document.sentences)) - 1].last if document.sentences else 0
        )
        self._in_full = not words("in_full").isdisjoint(
            document.words.folded[:first]
        )  # the text itself follows
        self._predicates = tuple(words("predicates"))
        self._strangers = words("strangers")
        self._prepositions = words("place_in") | words("within")
        places = {m.last: self._vocabulary.items.get(m.id) for m in mentions if m.kind == "place"}
        self._capitals = {
            last: place.capital_of
            for last, place in places.items()
            if isinstance(place, Place) and place.capital_of
        }
        self._asides = tuple(tuple(phrase.split()) for phrase in words("new_speaker"))

    def _subject(self, sentence: Sentence, hit: Hit[Verb], quoted: bool) -> Subject | None:
        if hit.sense.form == "participle":
            return self._subject_before(sentence, hit) if self._predicate(hit) else None
        found = super()._subject(sentence, hit, quoted)
        if found and self._told_of_noun(sentence, hit, found):
            return Subject(NOBODY, hit.start, hit.end)
        if found and hit.sense.lemma in self._mutual:
            return self._with_partner(found)
        if found or hit.sense.form == "we":
            return found
        return (
            self._promised(sentence, hit)
            or self._antecedent(sentence, hit)
            or self._who_opens(sentence, hit)
            or self._stranger(sentence, hit)
            or self._others(sentence, hit)
        )

    def _told_of_noun(self, sentence: Sentence, hit: Hit[Verb], found: Subject) -> bool:
        """Whether the actor behind the verb of a relative clause is its object: المحاولات التي تستهدف لبنان.

        Were he its subject, a pronoun would take up the noun before: التي تشنها إسرائيل.
        """
        words, lists = self._document.words.folded, self._document.language.words
        at = hit.start - 1
        relative = at > sentence.first and words[at] in lists("relatives") and at not in self._ends
        noun = relative and self._ends.get(at) is None and words[at] not in lists("whoever")
        takes = hit.sense.takes_actor or hit.sense.effect in ("plus", "minus", "harm", "misdeed")
        taken_up = words[hit.end - 1].endswith(("ه", "ها", "هم", "هما", "هن"))
        resumed = not lists("resumed").isdisjoint(words[hit.end : min(found.last + 3, sentence.last)])
        return bool(noun and takes and found.first == hit.end and not taken_up and not resumed)

    def _with_partner(self, subject: Subject) -> Subject:
        """A subject with whom it agreed: اتفق فلان مع نظيره."""
        words = self._document.words.folded
        partner = self._starts.get(subject.last + 1)
        if partner is None or words[subject.last] not in self._with or subject.speaker.nobody:
            return subject
        other = represented(self._vocabulary, partner)
        return (
            self._joined(subject, Subject(other, partner.first, partner.last)) if other.holders else subject
        )

    # --- what stands between -------------------------------------------------------------------

    def _may_stand_between(self, verb: int, at: int) -> bool:
        folded = self._document.words.folded
        if at == verb and folded[at] in self._with_whom:
            return True  # واتفق معه فلان
        if at == verb and folded[at] in self._led_to_it:
            told = folded[verb - 1]  # وأشاد به فلان; not القمة التي يدعو إليها فلان
            joined = told[0] in "وف" and told not in self._document.language.verb_forms
            return joined or folded[verb - 2] in self._fronting
        if at == verb and folded[at] in self._words_of_another | self._proposals:
            return self._taken_up(at)  # وأيدت كلامها فلانة, وأيدت المبادرة أيضا روسيا
        if folded[at] in self._heads or (
            folded[at].isdigit() and not self._heads.isdisjoint(folded[at + 1 : at + 2])
        ):
            return True
        offices, before = (self._document.language.words(n) for n in ("their_offices", "before_offices"))
        if folded[at] in offices or (folded[at] in before and words_at(folded, at + 1) in offices):
            return True  # وقال رئيسها فلان, وقال وزير خارجيتها فلان
        if folded[at].startswith("ال") and self._before_person(at):
            return True  # قال الأوكراني فلان, أجمل المضيف الدنماركي فلان
        headed = any(word in self._heads for word in folded[verb:at])
        return (headed and folded[at] in self._parts) or super()._may_stand_between(verb, at)

    def _taken_up(self, at: int) -> bool:
        """Whether an object right behind a verb goes on with no adjective: not رفض القرار الأمريكي الأخير."""
        adjective = words_at(self._document.words.folded, at + 1).startswith("ال")
        here = self._starts.get(at)
        further = here is not None and here.how == "conduct" and here.last in self._starts
        return not self._document.breaks[at] and (not adjective or at + 1 in self._starts or further)

    def _before_person(self, at: int) -> bool:
        """Whether nouns with their article lead from a word to the name of a person, whose they are."""
        folded, breaks = self._document.words.folded, self._document.breaks
        end = min(at + _APPOSED, len(folded))
        here = next((i for i in range(at + 1, end) if breaks[i] or not folded[i].startswith("ال")), end)
        named = self._starts.get(here) if here < end and not breaks[here] else None
        return named is not None and named.kind == "person"

    def _actor_at(self, sentence: Sentence, at: int) -> Subject | None:
        mention = self._starts.get(at)
        words = self._document.words.folded
        if mention and words[at - 1] == "من" and words[at - 2] not in self._before_from:
            return None  # طلب من الاتحاد: of whom it is asked
        in_place = words[at - 1] == "في" and words[at - 2] not in self._heads | self._parts
        if mention and mention.kind != "person" and in_place:
            return None  # ما يجري في أوكرانيا
        if mention and (mention.how == "conduct" or self._clings(mention)):
            return None  # ثمن الموقف البريطاني: what a state does is no subject
        return super()._actor_at(sentence, at)

    def _actor_cited(self, sentence: Sentence, at: int) -> Subject | None:
        """Who stands at a word behind "according to", also one led by its preposition: وفقا لوزير …."""
        words, lists = self._document.words.folded, self._document.language.words
        led = words[at - 1] in lists("cited_to") and words[at].startswith("ل")
        return super()._actor_at(sentence, at) if led else self._actor_at(sentence, at)

    def _with_companions(self, sentence: Sentence, subject: Subject) -> Subject:
        """A subject with those listed behind it, or by whom it is exemplified: دول أوروبية، منها إسبانيا."""
        words = self._document.words.folded
        for at in range(subject.last, min(subject.last + _EXAMPLES, sentence.last)):
            if words[at] in self._examples and (mention := self._starts.get(at + 1)):
                first = Subject(represented(self._vocabulary, mention), subject.first, mention.last)
                return super()._with_companions(sentence, first)
        return super()._with_companions(sentence, subject)

    def _both_nations(self, sentence: Sentence, at: int) -> Subject | None:
        """Two sides told apart by their nationalities: الجانبان الروسي والصيني."""
        nations = {h.start: h for h in sentence.of(Name) if h.sense.strength == "demonym"}
        one = nations.get(at)
        other = nations.get(one.end) if one else None
        if one is None or other is None or not self._joined_on(other.start):
            return None
        holders = tuple(h.sense.id for h in (one, other) if isinstance(h.sense, Name))
        return Subject(Speaker(None, holders), at, other.end)

    def _nations_of(self, sentence: Sentence, at: int) -> Subject | None:
        """The two states whose body it is by its adjectives: اللجنة العليا المشتركة المصرية السودانية."""
        nations = [h for h in sentence.of(Name) if h.sense.strength == "demonym"]
        for one in nations:
            between = self._document.words.folded[at : one.start]
            if not at <= one.start <= at + _ADJECTIVES or not all(w.startswith("ال") for w in between):
                continue
            other = next((h for h in nations if h.start == one.end), None)
            if other is not None:
                return Subject(Speaker(None, (one.sense.id, other.sense.id)), at, other.end)
        return None

    def _reference(self, sentence: Sentence, at: int, starting: bool) -> Subject | None:
        if starting and self._governed(sentence, at):
            return None  # دعا في بيان: the text is no subject
        here = [h for h in sentence.hits if (h.start if starting else h.end) == at]
        if titled := self._of_that_office(here):
            return titled
        for hit in sorted(here, key=lambda h: h.start - h.end):
            if not isinstance(hit.sense, Reference):
                continue
            if (
                hit.sense.kind in ("gathering", "council")
                and starting
                and (both := self._nations_of(sentence, hit.end))
            ):
                return both
            if (
                hit.sense.kind == "both_states"
                and starting
                and (both := self._both_nations(sentence, hit.end))
            ):
                return both
            if hit.sense.kind == "both_states" and self._of_many(hit):
                return None
            if hit.sense.kind == "latter":
                return self._latter(sentence, hit)
            if hit.sense.kind == "speaker_again" and starting and self._of_others(hit.end):
                return Subject(NOBODY, hit.start, hit.end)
            if speaker := self._referred(hit.sense.kind):
                persons = self._document.words.folded[hit.start] in self._document.language.words(
                    "both_persons"
                )
                speaker = self._each_of(sentence, speaker) if persons else speaker
                return Subject(speaker, hit.start, hit.end)
        found = super()._reference(sentence, at, starting)
        return (
            replace(found, speaker=NOBODY)
            if found and starting and self._of_stranger(sentence, here)
            else found
        )

    def _of_many(self, hit: Hit[Sense]) -> bool:
        """Whether a noun that may be a dual is a plural by the adjective behind it: البلدان النامية."""
        words, plurals = self._document.words.folded, self._document.language.words("plurals_too")
        behind = words_at(words, hit.end)
        return words[hit.start] in plurals and behind.startswith("ال") and behind.endswith(("ه", "اء", "ا"))

    def _of_stranger(self, sentence: Sentence, here: list[Hit[Sense]]) -> bool:
        """Whether an office with whose it is behind it tells of somebody new: وقال رئيس وفد المعارضة فلان.

        So does one with a name behind it that nobody lists: وعلق النائب حسن فضل الله.
        """
        titles = [h for h in here if isinstance(h.sense, Title)]
        words, lists = self._document.words.folded, self._document.language.words
        end = max((h.end for h in titles), default=0)
        if titles and (words[end - 1] in lists("of_a_body") and words_at(words, end) == "في"):
            return True  # واعتبر القيادي في تحالف صمود فلان
        if titles and "باسم" in words[titles[0].start : end]:
            return True  # وعبر المتحدث باسم الأمين العام
        if titles and self._unlisted_name(sentence, max(h.end for h in titles)):
            return True
        return bool(titles) and not any(isinstance(h.sense, Title) and h.sense.short for h in titles)

    def _of_that_office(self, here: list[Hit[Sense]]) -> Subject | None:
        """Who is meant by an office alone, where the last speaker does not hold it: السفير, المبعوث."""
        titles = [h for h in here if isinstance(h.sense, Title)]
        roles = {h.sense.role for h in titles if isinstance(h.sense, Title)}
        known = [m for m in self._mentions if m.role and titles]
        if not titles or (self._speaker.voice or "").startswith("org:"):
            return None
        if any(m.id == self._speaker.voice and m.role in roles for m in known):
            return None
        holder = next((m for m in reversed(known) if m.last <= titles[0].start and m.role in roles), None)
        hit = max(titles, key=lambda h: h.end)
        if holder is None or self._goes_on_naming(hit):
            return None
        return Subject(represented(self._vocabulary, holder), hit.start, hit.end)

    def _goes_on_naming(self, title: Hit[Sense]) -> bool:
        """Whether an adjective behind an office says whose it is: رئيسة البرلمان الأفريقي."""
        word = words_at(self._document.words.folded, title.end)
        adjective = word.startswith("ال") and word.endswith(("ي", "يه"))
        adjective = adjective and not self._document.breaks[title.end]
        known = self._fillers | self._document.language.words("function_words")
        return title.end - title.start > 1 and adjective and word not in known

    def _each_of(self, sentence: Sentence, speaker: Speaker) -> Speaker:
        """Two who met, each in the words of whoever came for his state; not what a text of both says."""
        words = self._document.words.folded[sentence.first : sentence.last]
        if (
            len(speaker.holders) != PAIR
            or self._in_full
            or not self._document.language.words("texts_of_both").isdisjoint(words)
        ):
            return speaker
        if self._verb and fold(self._verb.lemma) in self._mutual:
            return speaker  # what they agreed
        came: dict[str, str] = {}  # who was named first for each state
        for m in self._mentions:
            if m.kind == "person" and m.first < sentence.last and m.state in speaker.holders:
                came.setdefault(m.state or "", m.id)
        each = tuple((holder, came[holder]) for holder in speaker.holders if holder in came)
        return replace(speaker, each=each) if len(each) == PAIR else speaker

    def _of_others(self, at: int) -> bool:
        """Whether an office goes on with whose it is, and no vocabulary lists them: المتحدث باسم التحالف."""
        words, language = self._document.words.folded, self._document.language
        while words_at(words, at) in language.words("official"):
            at += 1
        return words_at(words, at) == "باسم" and words_at(words, at + 1) not in language.words("own_bodies")

    def _governed(self, sentence: Sentence, at: int) -> bool:
        """Whether a preposition stands before a word."""
        before = self._document.words.folded[at - 1] if at > sentence.first else ""
        return before in self._prepositions and not self._document.breaks[at]

    def _latter(self, sentence: Sentence, hit: Hit[Sense]) -> Subject | None:
        """Whom "the latter" means: the person named last in the sentence."""
        if self._document.words.folded[hit.start - 1].startswith("ال"):
            return None  # القرار الأمريكي الأخير
        last = self._document.sentences[max(0, sentence.index - 1)]
        near = [*(self._inside(last) if last is not sentence else ()), *self._inside(sentence)]
        before = [m for m in near if m.last <= hit.start and m.kind == "person"]
        return Subject(represented(self._vocabulary, before[-1]), hit.start, hit.end) if before else None

    def _clings(self, mention: Mention) -> bool:
        """Whether a preposition clings to a name: no subject then (بدولة فلسطين, للصين)."""
        word, known = self._document.words.folded[mention.first], self._document.language.initial_words
        if self._dative(mention, word):
            return True
        if word in known or word in self._own_letter:
            return False
        by_office = mention.how in ("side", "title", "counterpart")
        return word.startswith(("بال", "كال", "لل")) or (word[0] in "بل" and (by_office or word[1:] in known))

    def _dative(self, mention: Mention, word: str) -> bool:
        """Whether a surname has a preposition that is no letter of its own: قال لماكرون."""
        entry = self._vocabulary.items.get(mention.id)
        if mention.how != "surname" or not isinstance(entry, Person) or word[0] not in "بل":
            return False
        names = (*entry.strong_names("ar"), entry.surname.get("ar", ""))
        parts = {part for name in names for part in fold(name).split()}
        return word not in parts and word[1:] in parts

    def _opens_clause(self, sentence: Sentence, at: int) -> bool:
        before = self._document.words.folded[at - 1] if at > sentence.first else ""
        return bool(self._copulas & {before, without_and(before)}) or super()._opens_clause(sentence, at)

    def _past_particles(self, sentence: Sentence, at: int) -> int:
        """Where the words between a subject and its verb begin, an aside among them: من جانبها."""
        words = self._document.words.folded
        for aside in self._asides:
            start = at - len(aside)
            if start > sentence.first and words[start:at] == aside and start in self._ends:
                return start
        if at - 1 in self._ends and _and_its(words[at - 1]):
            return at - 1  # واشنطن وحلفاؤها يسعون
        if (joined := self._with_unlisted(sentence, at)) is not None:
            return joined
        return super()._past_particles(sentence, at)

    def _with_unlisted(self, sentence: Sentence, at: int) -> int | None:
        """Where "and the … countries" begins behind an actor and before a verb: الصين والدول العربية تؤكد."""
        words, known = self._document.words.folded, self._document.language.words("and_countries")
        near = range(at - 1, max(sentence.first, at - _COUNTRIES) - 1, -1)
        begins = next((i for i in near if words[i] in known and i in self._ends), None)
        if begins is None or any(self._document.breaks[begins : at + 1]):
            return None
        adjectives = all(word.startswith("ال") or word.endswith("يا") for word in words[begins + 1 : at])
        return begins if adjectives else None

    def _subject_after(self, sentence: Sentence, hit: Hit[Verb]) -> Subject | None:
        of_object = hit.sense.takes_actor or hit.sense.effect == "harm"
        if of_object and hit.sense.form == "present" and self._topic_before(sentence, hit.start):
            return None  # أن النص لا يدين حماس: what follows is the object
        thanks = of_object or fold(hit.sense.lemma) in self._document.language.words("thanking")
        if thanks and self._behind_pronoun(sentence, hit.start) and self._starts.get(hit.end):
            return None  # لأنه لا يدين حماس
        if self._behind_relative_pronoun(hit):
            return None  # الضربات التي استهدفت إيران: the actor is the object
        if self._told_before(sentence, hit) or self._behind_topic(sentence, hit):
            return None  # كان المجلس قد دعا العراق: the subject stands before the verb
        tells = hit.sense.says and (
            hit.sense.effect in ("none", "assert") or hit.sense.modality == "calls-for"
        )
        text = self._text_of(sentence, hit.end) if tells or self._some_text(hit.end) else None
        found = text or super()._subject_after(sentence, hit)
        if found and (self._object_of(sentence, hit, found) or self._disagrees(hit, found)):
            return None
        return None if found and text is None and self._of_several(hit) else found

    def _behind_pronoun(self, sentence: Sentence, at: int) -> bool:
        """Whether "that" with a pronoun, the subject, stands before a verb, particles between them or not."""
        words = self._document.words.folded
        while at > sentence.first and words[at - 1] in self._particles:
            at -= 1
        return at > sentence.first and words[at - 1] in self._document.language.words("that_they")

    def _behind_relative_pronoun(self, hit: Hit[Verb]) -> bool:
        """Whether a verb of harm right behind "which" agrees with it and takes no pronoun for an object."""
        words = self._document.words.folded
        relative, form = words[hit.start - 1] if hit.start else "", words[hit.start]
        if hit.sense.effect != "harm" or relative not in ("التي", "الذي") or form.endswith(_OBJECTS):
            return False
        return feminine(hit.sense, form) == (relative == "التي")

    def _of_several(self, hit: Hit[Verb]) -> bool:
        """Whether a verb stands in the dual or plural: it has no subject behind it, but an object."""
        return how_many(hit.sense, self._document.words.folded[hit.start]) > 1

    def _some_text(self, at: int) -> bool:
        """Whether a text of somebody, no object by its ending, stands at a word: رفض بيان للخارجية …."""
        words = self._document.words.folded
        text = words_at(words, at) in self._document.language.words("texts_that_tell")
        return text and not words[at].endswith("ا") and words_at(words, at + 1).startswith("ل")

    def _text_of(self, sentence: Sentence, at: int) -> Subject | None:
        """Whose the text is that opens behind a verb: ذكر بيان للرئاسة أن, أفاد بيان صادر عن الوزارة بأن."""
        words = self._document.words.folded
        if words_at(words, at) not in self._document.language.words("texts_that_tell"):
            return None
        for here in range(at + 1, min(at + TEXT_OF, sentence.last)):
            mention = self._starts.get(here)
            if mention and not self._outlet(mention.id):
                return Subject(represented(self._vocabulary, mention), at, mention.last)
            if words[here] not in self._document.language.words("of_text") or self._document.breaks[here]:
                return None
        return None

    def _behind_topic(self, sentence: Sentence, hit: Hit[Verb]) -> bool:
        """Whether "as for" opens the sentence and "so" the verb: أما الكويت فقد حملت إسرائيل …."""
        words = self._document.words.folded
        so = words[hit.start - 1] == "فقد" or words[hit.start].startswith("ف")
        opens = words[sentence.first] in self._document.language.words("as_for")
        return opens and so and self._subject_in_front(sentence, hit) is not None

    def _told_before(self, sentence: Sentence, hit: Hit[Verb]) -> bool:
        """Whether "was" opens the clause, its subject behind it and before the verb: كانت مصر قد أعلنت."""
        words = self._document.words.folded
        at = self._past_particles(sentence, hit.start)
        before = self._ends.get(at)
        opens = before.first - 1 if before and before.first > sentence.first else None
        return opens is not None and without_and(words[opens]) in self._copulas and before is not None

    def _disagrees(self, hit: Hit[Verb], behind: Subject) -> bool:
        """Whether a verb's form shows that the actor right behind it is its object: دعا إسرائيل إلى …."""
        mention = self._starts.get(behind.first)
        objects = hit.sense.takes_actor or hit.sense.lemma in self._document.language.words("actor_objects")
        if not objects or behind.first != hit.end:
            return False
        woman = self._gender(mention) if mention else self._feminine_noun(behind.first)
        form = self._document.words.folded[hit.start]
        if form.endswith(_PRONOUNS) and without_and(form) != hit.sense.lemma:
            return False  # رفضته: the object is there already; اتهم only ends like one
        return woman is not None and how_many(hit.sense, form) == 1 and woman != feminine(hit.sense, form)

    def _feminine_noun(self, at: int) -> bool | None:
        """Whether a noun that points back to an actor is feminine: الدول الأعضاء; None where not known."""
        noun = self._document.words.folded[at].removeprefix("ال")
        words = self._document.language.words
        return (
            True if noun in words("feminine_heads") else False if noun in words("masculine_heads") else None
        )

    def _gender(self, mention: Mention) -> bool | None:
        """Whether a name or the noun that heads it is feminine; None where that cannot be told."""
        head = self._document.words.folded[mention.first]
        if mention.kind == "person" or mention.how in ("title", "counterpart"):
            return None
        bare = head.removeprefix("ال")
        words = self._document.language.words
        if bare in words("masculine_heads"):
            return False
        if bare in words("feminine_heads") or head.endswith(("ه", "ات")) or mention.how == "metonym":
            return True
        if mention.kind == "state" and mention.how == "name" and mention.last - mention.first == 1:
            return None if head in words("masculine_states") else True
        return None

    def _object_of(self, sentence: Sentence, hit: Hit[Verb], behind: Subject) -> bool:
        """Whether another actor right before the verb opens its clause: فكمبوديا أيدت بكين."""
        before = self._ends.get(hit.start)
        if before is None or before.kind != "state" or behind.first != hit.end:
            return False
        joined = self._document.words.folded[before.first].startswith("ف")
        opens = joined or self._subject_before(sentence, hit) is not None
        return opens and hit.sense.effect in ("plus", "minus")

    def _topic_before(self, sentence: Sentence, at: int) -> bool:
        """Whether a noun that is no actor stands between "that" and a verb."""
        words = self._document.words.folded
        while at > sentence.first and words[at - 1] in self._particles:
            at -= 1
        noun = words[at - 1] if at > sentence.first + 1 else ""
        return noun.startswith("ال") and at not in self._ends and words[at - 2] in self._that

    # --- other places of a subject -------------------------------------------------------------

    def _adverbial(self, hit: Hit[object]) -> bool:
        return self._predicate(hit) or super()._adverbial(hit)

    def _predicate(self, hit: Hit[object]) -> bool:
        """Whether a participle says of the actor right before it where he stands: بلاده والصين متمسكتان."""
        words = self._document.words.folded
        at = hit.start
        for aside in self._asides:
            if words[at - len(aside) : at] == aside:
                at -= len(aside)  # مصر من جهتها متمسكة
        return words[hit.start].startswith(self._predicates) and at in self._ends

    def _promised(self, sentence: Sentence, hit: Hit[Verb]) -> Subject | None:
        """The actor in the dative of "did before": وسبق للصين أن أعلنت."""
        words = self._document.words.folded
        mention = self._ends.get(hit.start - 1)
        if mention is None or words[hit.start - 1] != "ان" or mention.first <= sentence.first:
            return None
        if not words[mention.first - 1].endswith("سبق"):
            return None
        return Subject(represented(self._vocabulary, mention), mention.first, mention.last)

    def _antecedent(self, sentence: Sentence, hit: Hit[Verb]) -> Subject | None:
        """The actor to whom a relative clause belongs that ends the sentence: … موسكو التي ترفض."""
        words, breaks = self._document.words.folded, self._document.breaks
        at = hit.start
        while (
            at > sentence.first
            and words[at - 1] in self._particles
            and not self._relative_at(sentence, at - 1)
        ):
            at -= 1
        if at == sentence.first or not hit.sense.says or not self._relative_at(sentence, at - 1):
            return None
        if words_at(words, hit.end) in self._document.language.words("resumed"):
            return None  # المجموعة التي دعا إليها: it is what he called for
        goes_on = any(breaks[i] and not self._joined_on(i) for i in range(hit.end, sentence.last))
        if goes_on:
            return None  # behind the next comma the outer clause goes on
        mention = self._ends.get(at - 1)
        if mention and self._in_a_place(sentence, mention):
            return None  # الدرع الصاروخية في بولندا التي …
        if mention and self._gender(mention) is not None:
            masculine = self._document.words.folded[at - 1] == "الذي"
            if masculine == self._gender(mention):
                return None  # الرأي الاستشاري للمحكمة الذي أكد: the noun before the name is meant
        if mention:
            return Subject(represented(self._vocabulary, mention), mention.first, mention.last)
        government = self._capitals.get(at - 1)  # من موسكو: read as a place
        return Subject(Speaker(None, (government,)), at - 2, at - 1) if government else None

    def _in_a_place(self, sentence: Sentence, mention: Mention) -> bool:
        """Whether "in" stands before an actor, or before the one that "and" joins it to."""
        words = self._document.words.folded
        while self._joined_on(mention.first) and (before := self._ends.get(mention.first)):
            mention = before
        return mention.first > sentence.first and words[mention.first - 1] == "في"

    def _relative_at(self, sentence: Sentence, at: int) -> bool:
        return any(hit.start == at and hit.sense.kind == "relative" for hit in sentence.of(Reference))

    def _who_opens(self, sentence: Sentence, hit: Hit[Verb]) -> Subject | None:
        """Whoever follows another verb that opens the sentence: وحملت فلانة على …، وقالت."""
        words = self._document.words.folded
        if hit.sense.form != "past" or hit.start - sentence.first < 3 or self._long_quote(hit.start):
            return None
        goes_on = self._joined_on(hit.start) or words[hit.start - 1] in self._whereupon
        in_it = words_at(words, hit.end) in self._in_it
        if not (goes_on or in_it):
            return None
        verb = sentence.first + (without_and(words[sentence.first]) in self._negations)
        found = self._subject_after(sentence, Hit(verb, verb + 1, hit.sense))
        opens, woman = without_and(words[verb]), feminine(hit.sense, words[hit.start])
        told_so = opens.endswith("ت") or (verb > sentence.first and opens.startswith("ت"))
        if found is None or woman != told_so or self._article_opens(verb):
            return None
        entry = self._vocabulary.items.get(found.speaker.voice or "")
        named = (
            (entry.gender == "f") is woman if isinstance(entry, Person) else found.speaker.voice is not None
        )
        one = how_many(hit.sense, words[hit.start]) == 1
        return found if one and (named or in_it) and found.last <= hit.start else None

    def _article_opens(self, at: int) -> bool:
        """Whether a word begins with the article: a noun, not a verb such as ألقى."""
        return self._document.text[self._document.words.starts[at] :].startswith(("ال", "وال"))

    def _stranger(self, sentence: Sentence, hit: Hit[Verb]) -> Subject | None:
        """Somebody whom no vocabulary lists: what he says is nobody's, least of all the last speaker's."""
        words = self._document.words.folded
        at = hit.end
        while at < sentence.last and words[at] in self._fillers and words[at] not in self._strangers:
            at += 1
        unsure = hit.sense.needs and not self._surely_verb(sentence, hit)
        if at >= sentence.last or unsure or not hit.sense.says:
            return None
        if words[at] in self._strangers:
            return self._of_office(sentence, at) or Subject(NOBODY, at, at + 1)
        if hit.sense.form != "past" or self._in_topic_at(sentence, at):
            return None
        if not (self._unlisted_name(sentence, at) or self._surname(sentence, hit, at)):
            return None
        titled = (self._starts.get(behind) for behind in range(at + 2, min(at + _NAME, sentence.last)))
        office = next((m for m in titled if m and m.how == "title"), None)
        if office and self._document.breaks[office.first]:
            return Subject(represented(self._vocabulary, office), at, office.last)  # فلان، سفير باكستان
        return Subject(NOBODY, at, at + 1)

    def _others(self, sentence: Sentence, hit: Hit[Verb]) -> Subject | None:
        """Some or most states, whom nobody names, between "that" and their verb: أن بعض الدول تؤيد …."""
        words, others = self._document.words.folded, self._document.language.words("others_count")
        for at in range(hit.start - 1, max(sentence.first, hit.start - _OTHERS) - 1, -1):
            if words[at] in self._that:
                return Subject(NOBODY, at + 1, at + 2) if words[at + 1] in others else None
        return None

    def _counts_others(self, at: int) -> bool:
        """Whether a word, or the one before it, counts others whom nobody names."""
        near = self._document.words.folded[max(0, at - 1) : at + 1]
        return not self._document.language.words("others_count").isdisjoint(near)

    def _of_office(self, sentence: Sentence, at: int) -> Subject | None:
        """The body for which an unnamed official speaks: مصدر مسؤول في وزارة الخارجية المصرية."""
        words, language = self._document.words.folded, self._document.language
        if words[at] not in language.words("unnamed_officials"):
            return None
        for here in range(at + 1, min(at + TEXT_OF, sentence.last)):
            mention = self._starts.get(here)
            if mention and mention.kind != "person" and not self._outlet(mention.id):
                return Subject(represented(self._vocabulary, mention), at, mention.last)
            ends = self._that | language.words("away")
            if words[here] in ends or self._document.breaks[here]:
                return None
        return None

    def _unlisted_name(self, sentence: Sentence, at: int) -> bool:
        """Whether two words read as the name of a person whom nobody lists."""
        words, language = self._document.words.folded, self._document.language
        if at + 1 >= sentence.last or words[at] not in language.name_words:
            return False
        if any(self._functional(i) or words[i].startswith("ال") for i in (at, at + 1)):
            return False
        known = Verb | Title | Topic | Reference | Cue | Name
        like_verbs = {i for i in (at, at + 1) if words[i] in language.words("names_like_verbs")}
        hits = (h for h in sentence.hits if h.start <= at + 1 and h.end > at)
        first = at, at + 1  # of a name whose second word is another's: حسن, as a first name
        hits = (h for h in hits if (h.start, h.end) != first or not _surname(h.sense))
        hits = (h for h in hits if h.start >= at or not isinstance(h.sense, Cue))
        here = (h.sense for h in hits if isinstance(h.sense, Name) or h.start not in like_verbs)
        return not any(isinstance(s, known) and not (isinstance(s, Cue) and s.of_character) for s in here)

    def _surname(self, sentence: Sentence, hit: Hit[Verb], at: int) -> bool:
        """Whether one unknown word stands between a verb and "that": وقالت بوبي إن."""
        words = self._document.words.folded
        if at != hit.end or at + 1 >= sentence.last or words[at + 1] not in self._that:
            return False
        here = (h.sense for h in sentence.hits if h.start <= at < h.end)
        known = any(not (isinstance(s, Cue) and s.of_character) for s in here)
        aside = words[at] in self._fillers or words[at].startswith("ال") or words[at].endswith("ا")
        clings = words[at].startswith(("ب", "ل", "ف")) and words[at] not in words[: sentence.first]
        return not (known or aside or clings or self._functional(at))  # قال بوضوح إن

    def _functional(self, at: int) -> bool:
        """Whether a word is a particle: على is, the name علي is not."""
        raw = self._document.text[self._document.words.starts[at] : self._document.words.ends[at]]
        return raw != "علي" and self._document.words.folded[at] in self._document.language.words(
            "function_words"
        )

    # --- what only looks like an act -----------------------------------------------------------

    def _tells_where(self, hit: Hit[Verb]) -> bool:
        """Whether a participle only tells where or for whom somebody speaks: …، متحدثا أمام …، ما سماه …."""
        lists = self._document.language.words
        speaking = hit.sense.form == "participle" and hit.sense.lemma in lists("speaking_of")
        return speaking and words_at(self._document.words.folded, hit.end) in lists("speaking_at")

    def _is_noun(self, hit: Hit[Verb]) -> bool:
        """Whether a form in the past is written as its noun: إدانته, not أدانته."""
        start = self._document.words.starts[hit.start]
        return hit.sense.form == "past" and self._document.text.startswith(("إ", "وإ", "فإ"), start)

    def _supposed(self, at: int) -> bool:
        """Whether a verb tells of what may happen only: وعن احتمال أن يقر البرلمان عقوبات …."""
        words = self._document.words.folded
        supposed = self._document.language.words("suppositions")
        return at > 1 and words[at - 1] == "ان" and without_and(words[at - 2]) in supposed

    def _of_draft(self, sentence: Sentence, at: int) -> bool:
        """Whether a verb only tells what a text wants that somebody deals with: ضد مشروع قرار يدعو إلى …."""
        words, drafts = self._document.words.folded, self._document.language.words("drafts")
        before = range(max(sentence.first, at - _DRAFT), at)
        return any(words[i] in drafts and not any(self._document.breaks[i + 1 : at + 1]) for i in before)

    def _calls_upon(self, sentence: Sentence, act: Act) -> bool:
        """Whether the actor behind a verb is called upon to do what follows: وطالبت موسكو بأن تعترف ب….

        Nobody else does it, and the verb's form fits who spoke last, whose demand it then is.
        """
        verb, subject, words = act.verb, act.subject, self._document.words.folded
        voice = self._speaker.voice
        if self._urges_on(sentence, act):
            return True
        if not (verb and subject and voice and verb.takes_actor and verb.modality == "calls-for"):
            return False
        mention = self._starts.get(subject.first)
        if mention is None or subject.first != act.end or act.quoted or act.after_that:
            return False
        at = subject.last + (words_at(words, subject.last) in self._document.language.words("leading"))
        told = next((h for h in sentence.of(Verb) if h.start == at + 1 and h.sense.form == "present"), None)
        if words_at(words, at) not in ("ان", "بان") or told is None or self._starts.get(told.end):
            return False
        woman = feminine(told.sense, words[told.start])
        return self._gender(mention) in (None, woman) and self._feminine(voice) == feminine(
            verb, words[act.at]
        )

    def _urges_on(self, sentence: Sentence, act: Act) -> bool:
        """Whether a verb that must have an object goes on with the actor behind it: …، وتحث واشنطن على …."""
        verb, subject, words = act.verb, act.subject, self._document.words.folded
        needs = verb is not None and fold(verb.lemma) in self._document.language.words("urging")
        if not needs or subject is None or act.at == sentence.first or subject.first != act.end:
            return False
        return words[act.at][0] == "و" and words_at(words, subject.last) in ("علي", "الي")

    # --- acts without a verb of their own -------------------------------------------------------

    def _acts(self, sentence: Sentence) -> list[Act]:
        told = (*self._told_therein(sentence), *self._said_in(sentence))
        wordless = (*told, *self._standing(sentence), *self._headed(sentence))
        return sorted([*super()._acts(sentence), *wordless], key=lambda act: act.at)

    def _told_therein(self, sentence: Sentence) -> Iterator[Act]:
        """Whose speech a comma and "in it, that …" open: ألقى فلان كلمته، وفيها أن …."""
        words, therein = self._document.words.folded, self._document.language.words("therein")
        for at in range(sentence.first + 1, sentence.last - 1):
            if words[at] in therein and self._document.breaks[at] and words[at + 1] in self._that:
                near = within(self._mentions, sentence.first, at)
                people = [m for m in near if m.kind == "person" and m.first in self._starts and m.role]
                read = self._document.language.words("delivers")
                told = [m for m in people if not read.isdisjoint(words[sentence.first : m.first])]
                if people:
                    subject = Subject(represented(self._vocabulary, (told or people)[0]), at, at + 1)
                    yield Act(at, at + 1, None, subject, False, False, False)
                return

    def _headed(self, sentence: Sentence) -> Iterator[Act]:
        """A name and a colon that open what is said: لافروف: نرفض …."""
        mention = self._starts.get(sentence.first)
        if mention is None or mention.last >= sentence.last or self._outlet(mention.id):
            return
        words = self._document.words
        if self._document.text[words.ends[mention.last - 1] : words.starts[mention.last]].startswith(":"):
            subject = Subject(represented(self._vocabulary, mention), mention.first, mention.last)
            yield Act(mention.first, mention.last, None, subject, False, False, False)

    def _said_in(self, sentence: Sentence) -> Iterator[Act]:
        """Whose text it is that tells something: جاء في بيان للخارجية الصينية: «…»."""
        for hit in sentence.of(Reference):
            if hit.sense.kind != "said_in" or self._what(hit.start):
                continue
            ends = (i for i in range(hit.end, sentence.last) if self._document.words.folded[i] in self._that)
            reach = min(hit.end + TEXT_OF, sentence.last, next(ends, sentence.last))
            soon = within(self._mentions, hit.end, reach)
            mention = next((m for m in soon if m.first in self._starts), None)
            if mention and not any(self._document.breaks[hit.end : mention.first + 1]):
                subject = Subject(represented(self._vocabulary, mention), hit.start, mention.last)
                yield Act(hit.start, mention.last, None, subject, False, False, False)
            return

    def _standing(self, sentence: Sentence) -> Iterator[Act]:
        """An actor's position as what the sentence is about: وموقف الجزائر ثابت في دعم …."""
        for hit in sentence.of(Reference):
            if hit.sense.kind == "position_of" and hit.start == sentence.first:
                mention = self._starts.get(hit.end)
                if mention is None or mention.how == "conduct":
                    return  # ورفض القرار الأمريكي: a verb and its object
                if mention.kind in ("state", "bloc") and mention.last < sentence.last:
                    subject = Subject(represented(self._vocabulary, mention), hit.start, mention.last)
                    yield Act(hit.start, mention.last, None, subject, False, False, False)
                    return

    def _impersonal_at(self, sentence: Sentence, at: int) -> bool:
        """Whether "there was" stands before a noun, phrases of time and place between them."""
        if super()._impersonal_at(sentence, at):
            return True
        words = self._document.words.folded
        verbs = {h.start for h in sentence.of(Verb) if h.sense.form != "noun"}
        for before in range(at - 1, max(sentence.first, at - _BETWEEN) - 1, -1):
            if words[before] in self._impersonal:
                return words[before + 1] in self._document.language.words("meanwhile")
            if before in verbs or self._document.breaks[before + 1]:
                return False
        return False

    def _ministry(self, before: int) -> Mention | None:
        """The ministry that the article named last before a word."""
        for mention in reversed(self._mentions):
            if mention.first < before:
                entry = self._vocabulary.items.get(mention.id)
                ministry = isinstance(entry, Organization) and entry.category == "ministry"
                if ministry and not mention.id.endswith(_NO_MINISTRIES):
                    return mention
        return None


def _and_its(word: str) -> bool:
    """Whether a word joins to an actor those who are its own: وحلفاؤها, وشركاؤه."""
    return word.startswith("و") and word.endswith(("ها", "ه", "هم")) and len(word) > _JOINED_NOUN


def without_and(word: str) -> str:
    """A word without a joined "and" or "so" in front."""
    return word[1:] if word[:1] in ("و", "ف") and len(word) > 2 else word


def feminine(verb: Verb, word: str) -> bool:
    """Whether the form of a finite verb has a woman, or a state, as its subject."""
    if verb.form == "past":
        return word.endswith(("ت", "تا", *_PRONOUNS)) and without_and(word) != verb.lemma
    return without_and(word).startswith(("ت", "ست"))


def how_many(verb: Verb, word: str) -> int:
    """How many a finite verb's form says that its unnamed subject is: 1, 2, or 3 for a plural."""
    if verb.form == "past":
        if word.endswith("وا"):
            return 3
        dual = word.endswith("تا") or (word.endswith("ا") and fold(verb.lemma)[-1] not in "اي")
        dual = dual and (fold(verb.lemma)[-1] == "ه" or not word.endswith(("ها", "هما")))  # أيدها: an object
        return 2 if dual else 1
    if verb.form == "present":
        if word.endswith(("ون", "وا")):
            return 3
        return 2 if word.endswith("ان") else 1
    return 1


def _surname(sense: Sense) -> bool:
    return isinstance(sense, Name) and sense.id.startswith("person:")
