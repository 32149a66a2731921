"""Persons that no vocabulary lists: their names, and the office, body or trade by which they are known."""

from __future__ import annotations

from dataclasses import replace

from loaders.reading.document import Sentence
from loaders.reading.language import Cue, Name, Reference, Title, Topic, Verb
from loaders.reading.mentions import Mention
from loaders.reading.naming.names import Names
from loaders.reading.narrators import opens_bracket
from loaders.reading.patterns import Hit
from loaders.reading.spelling import meant
from loaders.reading.transliteration import slug

_NO_NAMES = (Verb, Title, Topic, Reference, Cue)  # what a word of an Arabic name is not
_NAME_OF = 3  # words of the name of somebody who is not listed
FULL_NAME = 2  # words of a first name and a surname
_LONGEST_NAME = 4
_STYLED_NAME = 9  # words of a name in full behind a style: محمد بن عبد الله بن …
_AFFILIATION = 12  # words of an expert's affiliation before his name
_BESIDE_NAME = 4  # words from a title to a first name that is spelled like a preposition
ARTICLES = frozenset({"the", "a", "an"})


class Persons(Names):
    """Makes persons of the article's own."""

    def _explained(self, sentence: Sentence, first: int, named: list[Mention]) -> tuple[int, int, int] | None:
        """The unlisted name that a title explains from behind: Bankole Adeoye, the AU commissioner."""
        breaks, folded = self._document.breaks, self._document.words.folded
        end = first
        while end > sentence.first and not breaks[end] and folded[end - 1] in ARTICLES:
            end -= 1
        if self._code == "ar":
            return self._explained_name(sentence, end, named)
        if not breaks[end]:
            return None
        taken = {word for m in named for word in range(m.first, m.last)}
        start = end
        while end - start < _LONGEST_NAME and start > sentence.first and self._name_word(start - 1, taken):
            start -= 1
            if breaks[start]:
                break
        first, start = self._without_style(sentence, start, end)
        named_here = end - first >= FULL_NAME and (self._code == "en" or self._opens_name(sentence, first))
        return (first, start, end) if named_here else None

    def _without_style(self, sentence: Sentence, start: int, end: int) -> tuple[int, int]:
        """Where a name begins with its style, and where without: Dr | Jo Bloggs."""
        folded, styles = self._document.words.folded, self._document.language.words("styles")
        if end - start > 1 and folded[start] in styles:
            return start, start + 1
        styled = start > sentence.first and not self._document.breaks[start] and folded[start - 1] in styles
        return start - styled, start

    def _opens_name(self, sentence: Sentence, at: int) -> bool:
        """Whether a Russian name may begin at a word: behind a verb of saying, a comma or nothing at all."""
        told = any(h.end == at and h.sense.says for h in sentence.of(Verb))
        return told or at == sentence.first or self._document.breaks[at]

    def _explained_name(
        self, sentence: Sentence, end: int, named: list[Mention]
    ) -> tuple[int, int, int] | None:
        """The same in Arabic: words that are nothing else, between a particle or verb and a comma."""
        folded, language = self._document.words.folded, self._document.language
        taken = {word for m in named for word in range(m.first, m.last)}
        other = {
            word
            for h in sentence.hits
            if not isinstance(h.sense, Name) and not (isinstance(h.sense, Cue) and h.sense.of_character)
            for word in range(h.start, h.end)
        }
        start = end
        while end - start <= _LONGEST_NAME and start > sentence.first:
            word = folded[start - 1]
            if start - 1 in taken | other or word in language.words("function_words") or word.isdigit():
                break
            start -= 1
            if self._document.breaks[start]:
                break
        opens = start == sentence.first or start - 1 in other or not self._document.breaks[start]
        plain = opens and not self._definite(start) and end < sentence.last and self._document.breaks[end]
        if plain and FULL_NAME <= end - start <= _LONGEST_NAME:
            return start, start, end
        return self._styled_name(sentence, end, taken)

    def _styled_name(self, sentence: Sentence, end: int, taken: set[int]) -> tuple[int, int, int] | None:
        """An Arabic name of any length between its bearer's style and office, behind a verb of saying.

        قالت سعادة الشيخة فلانة بنت فلان المندوب الدائم لدولة …
        """
        folded, language = self._document.words.folded, self._document.language
        styles = language.words("styles")
        if end <= sentence.first or folded[end - 1] in styles:
            return None
        named = end
        while end - named <= _STYLED_NAME and named > sentence.first and folded[named - 1] not in styles:
            named -= 1
        first = named
        while first > sentence.first and folded[first - 1] in styles:
            first -= 1
        no_name = {h.start for h in sentence.hits if isinstance(h.sense, Reference | Title)} | taken
        words = range(named, end)
        plain = no_name.isdisjoint(words) and not any(self._document.breaks[first + 1 : end + 1])
        plain = plain and not any(folded[at] in language.words("function_words") for at in words)
        told = any(h.end == first and h.sense.says for h in sentence.of(Verb))
        told = told or folded[first - 1] in language.words("reads_out")
        return (first, named, end) if plain and told and FULL_NAME <= len(words) <= _STYLED_NAME else None

    def _expert(self, sentence: Sentence, hit: Hit[Title | Reference]) -> Mention | None:
        """Somebody who speaks for himself, with his affiliation between title and name."""
        names, first_names = self._document.language.name_words, self._document.language.words("first_names")
        learned = self._document.language.words("learned_titles")
        folded = self._document.words.folded
        for at in range(hit.end, min(hit.end + _AFFILIATION, sentence.last)):
            if self._code == "ar" and folded[at] in self._document.language.words("that"):
                break  # يرى الخبير أن الرئيس فلان يرفض: of him it is told
            further = folded[at] in learned or at in self._title_starts
            if self._code == "ar" and self._document.breaks[at] and further:
                continue
            if self._document.breaks[at] or (self._code != "ar" and self._verbs_between(hit.end, at + 1)):
                break
            honoured = folded[at - 1] in learned
            named = honoured or folded[at] in names or folded[at] in first_names
            end = self._unknown_name(sentence, at) if named else at
            if end - at >= 2:
                return self._new_person(
                    hit.start, at, end, None, hit.sense.role if isinstance(hit.sense, Title) else None
                )
        return self._quoted_expert(sentence, hit)

    def _quoted_expert(self, sentence: Sentence, hit: Hit[Title | Reference]) -> Mention | None:
        """An Arabic expert whose name is of no known words: right before "that", his trade behind a verb."""
        if self._code != "ar" or not self._says(sentence, hit.start - 1) or not self._definite(hit.start):
            return None
        that, folded = self._document.language.words("that"), self._document.words.folded
        reach = range(hit.end, min(hit.end + _AFFILIATION, sentence.last))
        end = next((at for at in reach if folded[at] in that or self._document.breaks[at]), hit.end)
        start = end - FULL_NAME
        named = (self._arabic_may_name(sentence, at) and not self._definite(at) for at in range(start, end))
        if start < hit.end or not all(named):
            return None
        return self._new_person(hit.start, start, end, None, self._role_told(hit.sense))

    def _unknown_name(self, sentence: Sentence, start: int) -> int:
        """Where a name that no vocabulary lists ends, if one begins at word `start`."""
        if (verb := self._fronted_up_to(sentence, start)) is not None:
            return verb
        end = start
        while end < sentence.last and end - start < _LONGEST_NAME and self._may_name(sentence, end, start):
            end += 1
        if end - start >= 2 and (self._code != "ar" or self._arabic_name(sentence, start, end)):
            return end
        alone = end - start == 1 and self._code != "ar" and not self._of_a_house(sentence, start)
        return end if alone else start

    def _of_a_house(self, sentence: Sentence, at: int) -> bool:
        """Whether a Russian word with a capital only begins the name of a house: Национального собрания."""
        words = self._document.words
        described = self._code == "ru" and words.folded[at].endswith(("ого", "его", "ной", "ской"))
        behind = self._document.text[words.starts[at + 1]] if at + 1 < sentence.last else ""
        return described and behind.islower() and not self._says(sentence, at + 1)

    def _fronted_up_to(self, sentence: Sentence, start: int) -> int | None:
        """The verb that takes up somebody in front in Arabic, up to which his name goes: أما فلان فيرى."""
        folded, fronts = self._document.words.folded, self._document.language.words("fronts")
        if folded[sentence.first] not in fronts or any(self._document.breaks[sentence.first + 1 : start + 1]):
            return None
        near = range(start + 2, min(start + _LONGEST_NAME, sentence.last))
        verbs = {h.start for h in sentence.of(Verb) if h.sense.form in ("past", "present")}
        verb = next((at for at in near if at in verbs and folded[at].startswith("ف")), None)
        return None if verb is None or any(self._document.breaks[start + 1 : verb + 1]) else verb

    def _arabic_name(self, sentence: Sentence, start: int, end: int) -> bool:
        """Whether words read as a name: no article or conjunction in front, then a stop or particle."""
        folded = self._document.words.folded
        if folded[start].startswith(("ال", "وال", "بال", "لل")) or any(
            w.startswith(("وال", "بال", "لل")) for w in folded[start:end]
        ):
            return False
        if folded[start] in self._document.language.words("congratulated_on"):
            return False  # هنأ نظيره الكازاخستاني بعيد الجمهورية
        names = self._document.language.name_words
        if any(word[0] == "و" and len(word) > 4 and word not in names for word in folded[start:end]):
            return False
        if any(
            h.sense.strength == "strong" and not h.sense.id.startswith("person:") and start <= h.start < end
            for h in sentence.of(Name)
        ):
            return False  # المسؤول معاهدة الأمم المتحدة
        if any(
            word.endswith(("هم", "ها", "هما", "نا")) and len(word) > 4 and word not in names
            for word in folded[start:end]
        ):
            return False
        parted = end == sentence.last or self._document.breaks[end] or self._clings(end)
        return parted or not self._arabic_may_name(sentence, end)

    def _may_name(self, sentence: Sentence, at: int, start: int) -> bool:
        words, text = self._document.words, self._document.text
        if at > start and (self._document.breaks[at] or (self._code == "ar" and self._clings(at))):
            return False
        gap = text[words.ends[at - 1] : words.starts[at]]
        signs = " ،,-–—»”" if self._code == "ru" else " ،,-–—"  # клуба «Валдай» X
        if at == start and (gap.strip(signs) != "" or (self._code != "ar" and "," in gap)):
            return False
        raw = text[words.starts[at] : words.ends[at]]
        if at > start and self._code == "en" and (gap == "-" or self._inner(at)):
            return True  # Jae-woong, Albert del Rosario
        if self._code != "ar":
            functions = self._document.language.words("function_words")
            named = raw[0].isupper() and words.folded[at] not in functions and not self._says(sentence, at)
            return named and words.folded[at] not in self._document.language.words("title_heads")
        return self._arabic_may_name(sentence, at)

    def _inner(self, at: int) -> bool:
        """Whether an English word in small letters stands inside a name."""
        words, text = self._document.words, self._document.text
        inner = words.folded[at] in self._document.language.words("inner_names")
        return inner and at + 1 < len(words) and text[words.starts[at + 1]].isupper()

    def _clings(self, at: int) -> bool:
        """Whether a preposition and the article stand before an Arabic word: قال فلان للجزيرة."""
        return self._document.words.folded[at].startswith(("لل", "بال", "وال"))

    def _says(self, sentence: Sentence, at: int) -> bool:
        """Whether a word is a finite verb, as a headline's with its capitals: Foreign Minister Calls For."""
        return any(h.start == at and h.sense.form in ("past", "present") for h in sentence.of(Verb))

    def _arabic_may_name(self, sentence: Sentence, at: int) -> bool:
        word = self._document.words.folded[at]
        language = self._document.language
        functions = language.words("function_words") | language.words("that")
        if word.isdigit() or (word in functions and not self._first_name_too(sentence, at)):
            return False
        if word in language.words("styles") and any(hit.start == at + 1 for hit in sentence.of(Title)):
            return False  # قام دولة رئيس الوزراء
        if word in language.words("received") and word not in language.name_words:
            return False  # تلقى الملك عبدالله الثاني برقية
        if at > sentence.first and self._document.words.folded[at - 1] in language.words("kin"):
            return True  # حسن أبو طالب: no verb
        other = (Title, Topic, Reference) if word in language.words("names_like_verbs") else _NO_NAMES
        return not any(
            hit.start <= at < hit.end and isinstance(hit.sense, other)
            for hit in sentence.hits
            if not (isinstance(hit.sense, Cue) and hit.sense.of_character)
        )

    def _first_name_too(self, sentence: Sentence, at: int) -> bool:
        """Whether a preposition is Ali, spelled the same: behind a title, before another name."""
        words, names = self._document.words, self._document.language.words("first_names_too")
        raw = self._document.text[words.starts[at] : words.ends[at]]
        titled = any(0 <= at - h.end < _BESIDE_NAME for h in sentence.of(Title))
        return raw in names and titled and at + 1 < sentence.last and self._arabic_may_name(sentence, at + 1)

    def _new_person(self, first: int, start: int, end: int, body: str | None, role: str | None) -> Mention:
        name = self._document.span(start, end).text
        known = self._named_before(name, role)
        if known is None and self._code == "en" and body is None and role is None:
            known = self._persons.get(f"person:{slug(name, self._code)}")  # in full once more
        if known:
            return replace(known, first=first, last=end, how="name")
        listed = meant(name, self._code, self._vocabulary.officers(body)) if body else None
        if listed:
            held = self._role_here(listed)
            office = held.role if held and held.of == body else None
            person = Mention(first, end, listed.id, "name", body, role or office)
            self._unlisted[name.split()[-1]] = person  # as the article spells it
            return person
        return Mention(first, end, f"person:{slug(name, self._code)}", "title", body, role, name)

    def _name_end(self, sentence: Sentence, start: int, taken: set[int]) -> int:
        """Where a run of two or three words ends that are written like a name and name nobody else."""
        end = start
        while end < min(start + _NAME_OF, sentence.last) and self._name_word(end, taken):
            if end > start and (self._document.breaks[end] or opens_bracket(self._document, end)):
                break
            end += 1
        return end

    def _role_told(self, word: Title | Reference) -> str | None:
        """The office that a title names, or a word for a counterpart; a side has none."""
        if isinstance(word, Title):
            return word.role
        return self._role_of_counterpart() if word.kind == "counterpart" or self._code == "en" else None

    def _role_of_counterpart(self) -> str | None:
        """The office of a counterpart: that of the person named last."""
        if self._code == "ar":
            return None  # of somebody who is listed, his own
        return self._role_of_last()

    def _role_of_last(self) -> str | None:
        """The office of the person named last."""
        latest = max(self._persons.values(), key=lambda m: self._recent.get(m.id, -1), default=None)
        return latest.role if latest else None

    def _verbs_between(self, start: int, end: int) -> bool:
        functions = self._document.language.words("function_words") - self._document.language.words("ranks")
        if any(word in functions for word in self._document.words.folded[start:end]):
            return True
        sentence = next(s for s in self._document.sentences if s.first <= start <= s.last)
        return any(h.sense.form != "noun" and start <= h.start < end for h in sentence.of(Verb))
