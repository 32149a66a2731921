"""Who does not speak, though his name or form stands where a speaker's does; and others, whom nobody lists.

Reads what `finding` reads. Tells whom the last speaker only blames or thanks, whose participle one is
that does not fit who speaks, and where a sentence turns to an outlet, an expert or officials without a name.
"""

from __future__ import annotations

from dataclasses import replace

from loaders.positions.clauses import Act, Speaker, represented
from loaders.positions.subjects import words_at
from loaders.positions.verb_first.finding import PAIR, without_and
from loaders.positions.verb_first.meeting import Meetings
from loaders.reading.document import Sentence
from loaders.reading.language import Reference, Title, Verb
from loaders.reading.mentions import within
from loaders.reading.text import fold
from ontology.vocabulary import Person

_WHY = 4  # letters of a word with "for" in front that tells for what somebody is blamed: لفرضه


class Others(Meetings):
    """Attribution with those who are but spoken of."""

    def _of_last(self, sentence: Sentence, act: Act) -> Act:
        """The first verb without the body behind it, where that is whom the last speaker blames.

        كما انتقد مجلس الأمن، مكررا …; وانتقد الاتحاد لفرضه …: no object follows.
        """
        subject, verb, voice = act.subject, act.verb, self._speaker.voice
        opens = act.at <= sentence.first + 1 and subject is not None and subject.first >= act.end
        if not opens or subject is None or verb is None:
            return act
        if fold(verb.lemma) in self._document.language.words("without_object"):
            return act  # واحتج ممثل الأرجنتين على …
        thanks = fold(verb.lemma) in self._document.language.words("thanking")
        if not thanks and (verb.effect != "minus" or not verb.takes_actor):
            return act
        if self._document.words.folded[act.at].endswith(("ها", "ته")):
            return act  # وأدانتها تركيا: the object is there already
        body = subject.speaker.voice is None and len(subject.speaker.holders) == 1
        if not body or voice is None or not voice.startswith("person:") or act.quoted:
            return act  # وشكرت الجزائر على …, of a woman who speaks
        if subject.speaker.holders == self._speaker.holders or self._disagrees_with(act, voice):
            return act
        return replace(act, subject=None) if self._nothing_follows(sentence, subject.last) else act

    def _disagrees_with(self, act: Act, voice: str) -> bool:
        """Whether the form of a verb is not that of somebody."""
        return self._document.words.folded[act.at].endswith("ت") != self._feminine(voice)

    def _nothing_follows(self, sentence: Sentence, at: int) -> bool:
        """Whether behind an actor only stands for what he is blamed, or another clause."""
        if at >= sentence.last:
            return True
        word, lists = self._document.words.folded[at], self._document.language.words
        if self._document.breaks[at]:
            return any(h.start == at and h.sense.form == "participle" for h in sentence.of(Verb))
        why = word.startswith("ل") and not word.startswith("لل") and word not in lists("function_words")
        return word in lists("blamed_for") or (why and len(word) > _WHY)

    def _cites_another(self, sentence: Sentence) -> bool:
        """Whether a sentence opens with the words of some expert or official not listed: وبحسب الخبير …."""
        if self._tells_of_others(sentence):
            return True
        named = self._starts.get(sentence.first + 1)
        if named and named.kind in ("state", "bloc") and self._as_for(sentence):
            return represented(self._vocabulary, named).holders != self._speaker.holders
        for hit in sentence.of(Reference):
            if hit.start == sentence.first and hit.sense.kind == "according_to":
                titled = any(h.start == hit.end for h in sentence.of(Title))
                return titled or self._document.words.folded[hit.end] in self._strangers
        return False

    def _turned(self, act: Act, sentence: Sentence) -> bool:
        """Whether "for his part" opens the sentence of an act: of somebody new, though none was found."""
        first = sentence.first
        opening = " ".join(self._document.words.folded[first : min(first + PAIR, act.at)]).removeprefix("و")
        return opening in self._document.language.words("new_speaker")

    def _says_which(self, at: int) -> bool:
        """Whether a verb only says which official is meant: مسؤول أمريكي رفيع طلب عدم الكشف عن اسمه."""
        words, unsure = self._document.words.folded, self._document.language.words("unnamed_officials")
        for last in (at, at - 1):
            official = self._ends.get(last)
            if official is None or any(self._document.breaks[official.first + 1 : at + 1]):
                continue
            head = without_and(words[official.first])
            if official.how == "title" and (head in unsure or head.removeprefix("ل") in unsure):
                return not words[at].startswith("و") and not words[last - 1].startswith("ال")
        return False

    def _tells_of_others(self, sentence: Sentence) -> bool:
        """Whether an outlet or people without names are behind the verb that opens: ويجمع الخبراء على …."""
        first, words = sentence.first, self._document.words.folded
        says = any(h.start == first and h.sense.says and h.sense.form != "noun" for h in sentence.of(Verb))
        who = self._starts.get(first + 1)
        outlet = who is not None and self._outlet(who.id)
        return says and (outlet or words_at(words, first + 1).removeprefix("ال") in self._strangers)

    def _of_inner(self, sentence: Sentence, act: Act, speaker: Speaker) -> Speaker | None:
        """Whose participle it is, where it does not fit who speaks but a body told of: …، معتبرة …."""
        entry = self._vocabulary.items.get(speaker.voice or "")
        word = self._document.words.folded[act.at]
        if act.subject or act.verb is None or act.verb.form != "participle" or not word.endswith("ه"):
            return None
        if not isinstance(entry, Person) or entry.gender == "f":
            return None
        inside = (m for m in within(self._mentions, sentence.first, act.at) if m.first in self._starts)
        bodies = [m for m in inside if m.kind in ("state", "org") and self._gender(m)]
        behind = [m for m in bodies if any(h.end == m.first for h in sentence.of(Verb))]
        return represented(self._vocabulary, behind[-1]) if behind else None
