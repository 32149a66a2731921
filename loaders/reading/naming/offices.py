"""Titles with the nationality and the name that stand with them, as one mention each."""

from __future__ import annotations

from dataclasses import replace

from loaders.reading.document import Sentence
from loaders.reading.language import Reference, Sense, Title
from loaders.reading.mentions import Mention
from loaders.reading.naming.introduced import GENERIC_ROLES, OWN_OFFICE
from loaders.reading.naming.names import LETTERS
from loaders.reading.naming.nations import ENVOY, UN, UN_ENVOY, Nations
from loaders.reading.naming.persons import ARTICLES, FULL_NAME
from loaders.reading.patterns import Hit
from ontology.vocabulary import Person, RoleKind

_SPEECH_OPENS = frozenset(':"«“')
_HEAD_WORDS = frozenset({"side", "cabinet", "counterpart", "conduct"})
_TO_PRINCIPAL = 6  # words from "spokesman" to the name of whoever he speaks for
_HEAD_OF_STATE = 95  # rank of those who lead a state
_PORTFOLIO = 7  # words that say for what an office is
_SEVERAL_HOLD = frozenset({"special-envoy", "ambassador"})  # at the same time: none is meant at home
_OWNED = 3  # words from whose office it is to the office
_SENT_TO = 6  # words from an office to where its holder is sent
_SENT_FOR = 10  # words of what an envoy of the UN is sent for
_STYLED = 2  # words of a name behind a style
_TITLES_IN_WAW = ("وزير", "وكيل", "ولي")


class Offices(Nations):
    """Composes title, nation and name."""

    def _titles(self, sentence: Sentence, named: list[Mention]) -> list[Mention]:
        """Titles with the nationality and the name that stand with them, as one mention each."""
        found: list[Mention] = []
        at = sentence.first
        names = {
            w
            for m in named
            if m.last - m.first > 1 and m.kind in ("bloc", "org")
            for w in range(m.first, m.last)
        }
        self._with_title: set[int] = set()
        self._counterparts = self._where_counterparts(sentence)
        stacked = (-1, -1)  # an office by itself, which may be one of two that somebody holds
        for hit in self._offices(sentence):
            if hit.start < at or (hit.start in names and isinstance(hit.sense, Reference)):
                continue
            if self._merely_styled(hit, named):
                continue
            mention = (
                self._several(hit, named) if self._many(hit, named) else self._compose(sentence, hit, named)
            )
            if mention and stacked[1] == mention.first and self._one_holder(found, mention, stacked[0]):
                mention = replace(mention, first=stacked[0])  # نائب رئيس الوزراء وزير الخارجية فلان
            if mention:
                found.append(mention)
                self._with_title.update(range(mention.first, mention.last))
                at = mention.last
            if self._code == "ar" and isinstance(hit.sense, Title):
                end = mention.last if mention else hit.end
                stacked = (stacked[0] if stacked[1] == hit.start else hit.start, end)
        return found

    def _where_counterparts(self, sentence: Sentence) -> list[int]:
        """Where a sentence names a counterpart, whose name is not that of the officer before."""
        return [h.start for h in sentence.of(Reference) if h.sense.kind == "counterpart"]

    def _one_holder(self, found: list[Mention], person: Mention, first: int) -> bool:
        """Whether an office right before somebody's own is his too: it is then no mention of its own."""
        if person.kind != "person" or self._document.breaks[person.first]:
            return False
        if found and found[-1].last > first:
            office = found[-1]
            if office.kind == "person" or office.first != first or person.state not in (None, office.id):
                return False
            found.pop()
        return True

    def _merely_styled(self, hit: Hit[Title | Reference], named: list[Mention]) -> bool:
        """Whether a title only honours the official right behind it: معالي الأستاذ جاسم البديوي."""
        styles = self._document.language.words("styles")
        if getattr(hit.sense, "role", None) != "expert" or not styles.issuperset(
            self._document.words.folded[hit.start : hit.end]
        ):
            return False
        return any(m.first == hit.end and m.kind == "person" and m.state for m in named)

    def _offices(self, sentence: Sentence) -> list[Hit[Title | Reference]]:
        """Titles and words for a counterpart, the longest where they overlap."""
        hits = [
            hit
            for hit in sentence.hits
            if isinstance(hit.sense, Title)
            or (
                isinstance(hit.sense, Reference)
                and hit.sense.kind in _HEAD_WORDS
                and not self._of_colleagues(hit.sense, hit.start)
            )
        ]
        sides = [hit for hit in hits if isinstance(hit.sense, Reference)]
        hits = [
            hit  # "the speaker" is no office in "the speaker for Sierra Leone"
            for hit in hits
            if not any(isinstance(hit.sense, Title) and s.start < hit.end < s.end for s in sides)
        ]
        hits = [hit for hit in hits if not self._cut_short(hit, hits)]
        hits.sort(key=lambda hit: (hit.start, -hit.end, *self._likelihood(hit.sense)))
        kept: list[Hit[Title | Reference]] = []
        of_texts = self._document.language.words("not_title_after")
        for hit in hits:
            behind = hit.start > sentence.first and self._document.words.folded[hit.start - 1] in of_texts
            if behind and getattr(hit.sense, "role", None) in (None, "expert"):
                continue  # مؤتمر صحفي: no journalist; but شارك في المؤتمر وزير الخارجية
            if not kept or hit.start >= kept[-1].end:
                kept.append(hit)  # type: ignore[arg-type]
        return kept

    def _cut_short(self, hit: Hit[Sense], others: list[Hit[Sense]]) -> bool:
        """Whether a longer English office begins behind the article: the Special Envoy of the UN."""
        led = self._code == "en" and self._document.words.folded[hit.start] in ARTICLES
        return led and any(o.start == hit.start + 1 and o.end > hit.end for o in others)

    def _likelihood(self, sense: object) -> tuple[bool, bool]:
        """How to sort the offices that a title may name: first a short one that somebody named holds."""
        short = getattr(sense, "short", True)
        held = (m.role for m in self._persons.values()) if self._code != "ru" else ()
        return not (short and getattr(sense, "role", None) in held), short

    def _of_colleagues(self, word: Reference, at: int) -> bool:
        """Whether a Russian word for a counterpart is in the plural: венгерских коллег, no one of them."""
        colleagues = self._document.language.words("colleagues")
        return word.kind == "counterpart" and self._document.words.folded[at] in colleagues

    def _many(self, hit: Hit[Title | Reference], named: list[Mention]) -> bool:
        """Whether a title stands in the plural: foreign ministers, президенты."""
        if self._code == "ar" or not isinstance(hit.sense, Title):
            return False
        words = self._document.words.folded[hit.start : hit.end]
        plural = not self._document.language.words("plural_titles").isdisjoint(words)
        return plural and not (self._code == "ru" and words[0] == "главы" and self._of_one(hit, named))

    def _of_one(self, hit: Hit[Title | Reference], named: list[Mention]) -> bool:
        """Whether a title in the genitive is that of the one who follows: главы МИД Венгрии Сийярто."""
        of = next(
            (m for m in named if m.first <= hit.end <= m.last and m.kind in ("state", "bloc", "org")), None
        )
        last = of.last if of else hit.end
        person = next((m for m in named if m.kind == "person" and m.first == last), None)
        joins = self._document.language.words("joins")
        after = self._document.words.folded[person.last : person.last + 1] if person else ()
        return person is not None and joins.isdisjoint(after)

    def _several(self, hit: Hit[Title | Reference], named: list[Mention]) -> Mention | None:
        """Those who hold an office in one body speak for it: EU foreign ministers."""
        if isinstance(hit.sense, Title) and not self._speaks_for_state(hit.sense.role):
            return None  # journalists to whom a spokesman speaks
        near = [m for m in named if hit.start - 3 <= m.first <= hit.end + 4]
        for mention in near:
            behind = 0 <= mention.first - hit.end <= 2 and not any(
                self._document.breaks[hit.end : mention.first + 1]
            )
            behind = behind and self._theirs(hit.end, mention.first)
            if self._code == "ru" and mention.first > hit.end:  # осудили израильские …, призвали Ереван
                behind = (
                    behind and mention.how != "demonym" and not self._finite_between(hit.end, mention.first)
                )
            behind = behind or (self._code == "ru" and mention.first < hit.end < mention.last)
            state = self._of_ministry(mention)
            if state and (behind or self._stands_before(mention, hit)):
                return Mention(min(hit.start, mention.first), max(hit.end, mention.last), state, "side")
        return None

    def _compose(
        self, sentence: Sentence, hit: Hit[Title | Reference], named: list[Mention]
    ) -> Mention | None:
        near = [m for m in named if hit.start - 3 <= m.first <= hit.end + 12]
        nation = self._in_title(hit, named) or self._nation(sentence, hit, near)
        nation = nation or self._of_the_state(sentence, hit, named)
        if un := self._of_secretariat(hit, nation):
            nation = un
        if nation and self._object_behind(hit, nation):
            nation = None  # اتهم المتحدث الولايات المتحدة
        if isinstance(hit.sense, Reference) and hit.sense.kind == "conduct":
            return self._conduct(hit, nation)
        if isinstance(hit.sense, Reference) and hit.sense.kind == "cabinet":
            return self._cabinet(hit, nation)
        if led := self._government_of(hit, near):
            return led
        end = self._past_letters(sentence, max(hit.end, nation.last) if nation else hit.end)
        first = min(hit.start, nation.first) if nation else hit.start
        role = self._role_told(hit.sense)
        acting = self._document.language.words("acting")
        end += nation is not None and not acting.isdisjoint(self._document.words.folded[end : end + 1])
        if un:
            end = self._past_mission(sentence, end)
        posted = self._posted(hit, end, near) if nation else None
        if posted:
            elsewhere = role == UN_ENVOY and posted.id not in UN
            end, role = posted.last, ENVOY if elsewhere else role
        apart = isinstance(hit.sense, Reference) or self._again_in_words(sentence, hit)
        parted = apart and self._code != "ar" and any(self._document.breaks[end : end + 1])
        person = None if parted else self._named_person(first, end, near, role)
        body = self._body(nation, role) if nation else None
        if person and body and self._of_another_officer(person, first, body, role):
            person = None
        states = self._document.language.words("its_states")
        if (
            person
            and person.last <= hit.start
            and not states.isdisjoint(self._document.words.folded[hit.start : hit.end])
        ):
            person = None  # دعا وانغ يي الدول الأعضاء في المنظمة
        if person and isinstance(hit.sense, Title) and (word := self._head_word(hit)):
            self._called.setdefault(person.id, word)
        if person:
            self._at_home_by_use(hit, nation, person)
            if person.role and self._code != "ru" and self._same_office(role, person.role):
                role = person.role  # "the minister" is still the foreign minister
            if nation and nation.how == "anaphora" and self._code == "en":
                body = person.state or body  # the bloc's top diplomat, Kaja Kallas
            between = self._code == "ar" and self._bygone_between(hit.end, person.first)
            if between or (self._code != "ar" and self._bygone(first)):
                return replace(person, first=first, last=max(end, person.last), role=None, state=None)
            return replace(
                person,
                first=min(first, person.first),
                last=max(end, person.last),
                role=role or person.role,
                state=body or person.state,
            )
        if nation is None and (owner := self._owned_by(hit, named)):
            name_end = self._unknown_name(sentence, end)
            known = self._introduced(owner, role)
            if name_end > end or known is None:
                return self._new_person(first, end, name_end, owner, role) if name_end > end else None
            return replace(known, first=first, last=end, how="title", name=None)
        own = self._code == "en" and isinstance(hit.sense, Title)
        if nation is None and own and self._of_own_body(hit):
            return self._set_off_by_commas(sentence, hit, named)
        if nation is None and own and self._bygone(hit.start) and isinstance(hit.sense, Title):
            return self._out_of_office(sentence, hit)
        if nation is None:
            return self._spokesperson_of(sentence, hit, named) or self._without_nation(sentence, hit, named)
        if self._code == "en" and not un and (envoy := self._envoy_explained(sentence, hit, nation, named)):
            return envoy
        if isinstance(hit.sense, Reference) and hit.sense.kind == "side":
            named_side = nation.how == "demonym" or self._code != "ar" or not self._definite(hit.start)
            named_side = named_side and self._theirs(hit.end, max(hit.end, nation.first))
            named_side = named_side and not (nation.kind == "bloc" and self._some_of(first))
            return (
                Mention(first, end, nation.id, "side")
                if named_side and nation.kind in ("state", "bloc")
                else None
            )
        explained = self._explained(sentence, first, named)
        if explained and self._bygone_between(end, end + 1):
            return replace(self._new_person(*explained, None, None), last=end)
        if explained and isinstance(hit.sense, Title):
            found = self._new_person(*explained, body, role)
            post = self._posted(hit, end, near, named_before=True) if self._code == "ar" else None
            end = post.last if post else end
            return replace(found, last=end, how="name" if self._code == "ru" else found.how)
        if self._code == "ar" and self._bygone_between(end, end + 1):
            name_end = self._unknown_name(sentence, end + 1)
            if name_end > end + 1:
                return self._new_person(first, end + 1, name_end, None, None)
        if self._bygone(first):
            if once := self._explained(sentence, first - 1, named):
                return self._new_person(*once, None, None)
            name_end = self._unknown_name(sentence, end)
            return self._new_person(first, end, name_end, None, None) if name_end - end > 1 else None
        styled = self._past_styles(sentence, end)
        if styled > end and (name_end := self._unknown_name(sentence, styled)) > styled:
            return self._new_person(first, styled, name_end, body, role)
        name_end = self._unknown_name(sentence, end)
        another = self._code == "en" and role in _SEVERAL_HOLD and name_end - end >= FULL_NAME
        another = another or self._some_official(first, role)
        known = None if another else self._introduced(body, role)
        if known:
            return replace(known, first=first, last=end, how="title", name=None)
        if name_end > end:
            counterpart = isinstance(hit.sense, Reference) and hit.sense.kind == "counterpart"
            role = role or (self._role_of_last() if counterpart else None)
            return self._new_person(first, end, name_end, body, role)
        if apposed := self._apposed_name(sentence, end, named):
            return self._new_person(first, end, apposed, body, role)
        behind = self._past_portfolio(sentence, end)
        if behind > end and (name_end := self._unknown_name(sentence, behind)) - behind >= FULL_NAME:
            return self._new_person(first, behind, name_end, body, role)
        if isinstance(hit.sense, Title) and role == "expert" and self._studies(nation):
            return self._expert(sentence, hit)
        return self._office_holder(first, end, body, role)

    def _of_the_world(self, hit: Hit[Title | Reference]) -> bool:
        """Whether "the Secretary-General" is the UN's: no other bloc that has one was named before."""
        blocs = (item for item in self._recent if item.startswith("bloc:") and item not in UN)
        led = self._document.words.folded[hit.start] in ARTICLES or self._capitalised(hit.start)
        return led and not any(
            self._vocabulary.in_office(bloc, "secretary-general", self._day) for bloc in blocs
        )

    def _of_own_body(self, hit: Hit[Title | Reference]) -> bool:
        """Whether an English office is that of a committee or party: the panel's chairman."""
        bodies, folded = self._document.language.words("owning_bodies"), self._document.words.folded
        before = range(max(0, hit.start - _OWNED), hit.start)
        return any(folded[at] in bodies and self._document.possessive(at) for at in before)

    def _out_of_office(self, sentence: Sentence, hit: Hit[Title | Reference]) -> Mention | None:
        """Somebody named with an office that he does not hold: opposition spokesman on trade Jo Bloggs."""
        text, words, at = self._document.text, self._document.words, hit.end
        if at < sentence.last and words.folded[at] in self._document.language.words("sent_for"):
            reach = range(at + 1, min(at + _SENT_FOR, sentence.last))
            at = next((i for i in reach if text[words.starts[i]].isupper()), at)
        end = at if any(self._document.breaks[hit.end : at + 1]) else self._unknown_name(sentence, at)
        return self._new_person(hit.start, at, end, None, None) if end - at >= FULL_NAME else None

    def _studies(self, nation: Mention) -> bool:
        """Whether an expert's title names what he studies: خبير السياسة الأمريكية, директор Института США."""
        return self._code == "ar" or (self._code == "ru" and nation.kind != "org")

    def _envoy_explained(
        self, sentence: Sentence, hit: Hit[Title | Reference], nation: Mention, named: list[Mention]
    ) -> Mention | None:
        """Somebody whom commas say to be a state's envoy: Jo Bloggs, ambassador of Iran to Jordan."""
        envoys, words = self._document.language.words("envoys"), self._document.words.folded
        first = min(hit.start, nation.first)
        if envoys.isdisjoint(words[hit.start : hit.end]) or nation.kind not in ("state", "bloc"):
            return None
        explained = self._explained(sentence, first, named)
        last = max(hit.end, nation.last)
        if explained and words[last : last + 1] and words[last] in self._document.language.words("posted_at"):
            at = last + 1 + (words[last + 1] in ARTICLES)
            last = next((m.last for m in named if m.first == at), last)
        return replace(self._new_person(*explained, nation.id, ENVOY), last=last) if explained else None

    def _spokesperson_of(
        self, sentence: Sentence, hit: Hit[Title | Reference], named: list[Mention]
    ) -> Mention | None:
        """Whoever speaks for somebody named with him, and so for his body: a spokesman for President X."""
        words = self._document.language.words
        led = words("speaks_for").issuperset(self._document.words.folded[hit.end : hit.end + 1])
        if self._code != "en" or not isinstance(hit.sense, Title) or hit.sense.short or not led:
            return None
        near = (m for m in named if hit.end < m.first <= hit.end + _TO_PRINCIPAL and m.kind == "person")
        whose = next((m for m in near if not any(self._document.breaks[hit.end : m.first + 1])), None)
        if whose is None or whose.state is None:
            return None
        if told := self._explained(sentence, hit.start, named):
            return replace(self._new_person(*told, whose.state, hit.sense.role), last=hit.end)
        return Mention(hit.start, hit.end, whose.state, "title", whose.state, hit.sense.role)

    def _past_letters(self, sentence: Sentence, end: int) -> int:
        """The end of a Russian body with the letters behind it that stand for a larger one: ИМЭМО РАН."""
        words, text = self._document.words, self._document.text
        while self._code == "ru" and end < sentence.last and not self._document.breaks[end]:
            raw = text[words.starts[end] : words.ends[end]]
            if len(raw) < LETTERS or not raw.isupper():
                break
            end += 1
        return end

    def _apposed_name(self, sentence: Sentence, at: int, named: list[Mention]) -> int | None:
        """Where an English name ends that commas set off behind an office: the envoy, Jo Bloggs, said."""
        breaks, taken = self._document.breaks, {word for m in named for word in range(m.first, m.last)}
        if self._code != "en" or at >= sentence.last or not breaks[at]:
            return None
        end = self._name_end(sentence, at + self._is_style(at), taken)
        return end if end - at >= FULL_NAME and end < sentence.last and breaks[end] else None

    def _past_portfolio(self, sentence: Sentence, at: int) -> int:
        """Where a Russian office ends that says for what it is: зампред комитета Думы по обороне | Имярек."""
        words, text = self._document.words, self._document.text
        if self._code != "ru" or at >= sentence.last or words.folded[at] != "по":
            return at
        end = at + 1
        while end < min(at + _PORTFOLIO, sentence.last) and text[words.starts[end]].islower():
            end += 1
        return at if any(self._document.breaks[at : end + 1]) or end - at < FULL_NAME else end

    def _set_off_by_commas(
        self, sentence: Sentence, hit: Hit[Title | Reference], named: list[Mention]
    ) -> Mention | None:
        """Whoever speaks for himself, in English named between commas: the shadow minister, Jo Bloggs, …."""
        end = self._apposed_name(sentence, hit.end, named)
        if end is None or not isinstance(hit.sense, Title):
            return None
        return self._new_person(hit.start, hit.end + self._is_style(hit.end), end, None, hit.sense.role)

    def _is_style(self, at: int) -> bool:
        """Whether a word is a style that stands before a name: Dr, Dame."""
        return self._document.words.folded[at] in self._document.language.words("styles")

    def _at_home_by_use(self, hit: Hit[Title | Reference], nation: Mention | None, person: Mention) -> None:
        """Take for the state at home, where nothing tells it, that of the first minister without a nation."""
        kind = self._vocabulary.items.get(hit.sense.role) if isinstance(hit.sense, Title) else None
        leads = isinstance(kind, RoleKind) and kind.rank >= _HEAD_OF_STATE and kind.speaks_for_state
        full = isinstance(hit.sense, Title) and (
            leads or (not hit.sense.short and self._departmental(hit.sense.role))
        )
        same = any(m.role == person.role and m.id != person.id for m in self._persons.values())
        if self._code == "ar" and self._home is None and nation is None and full and not same:
            self._home = person.state

    def _of_secretariat(self, hit: Hit[Title | Reference], nation: Mention | None) -> Mention | None:
        """The UN, as the body of an English office of its Secretary-General, wherever he is sent."""
        told = " ".join(self._document.words.folded[hit.start : hit.end + _SENT_TO])
        offices = self._document.language.words("secretariat") if isinstance(hit.sense, Title) else ()
        office = max((office for office in offices if office in told), key=len, default=None)
        if office is None or (nation is not None and nation.kind == "bloc"):
            return None
        last = hit.start + told[: told.index(office) + len(office)].count(" ") + 1
        return Mention(hit.start, max(hit.end, last), "bloc:UN", "name")

    def _past_mission(self, sentence: Sentence, end: int) -> int:
        """Where an office ends with what it is for: Special Representative … for Libya, Jo Bloggs."""
        words, breaks = self._document.words.folded, self._document.breaks
        if end >= sentence.last or breaks[end] or words[end] not in self._document.language.words("sent_for"):
            return end
        reach = range(end + 2, min(end + _SENT_FOR, sentence.last))
        return next((at for at in reach if breaks[at]), end)

    def _conduct(self, hit: Hit[Title | Reference], nation: Mention | None) -> Mention | None:
        """What a state does, by the nationality right beside it: الموقف الأمريكي, американские действия."""
        if nation is None or nation.how != "demonym" or nation.kind != "state":
            return None
        between = self._document.words.folded[hit.end : nation.first]
        adjectives = self._code == "ar" and all(
            word.startswith("ال") and word.endswith(("ه", "ي")) for word in between
        )
        if nation.first == hit.end or (nation.first > hit.end and adjectives):
            return Mention(hit.start, nation.last, nation.id, "conduct")
        if self._code == "ru" and nation.last == hit.start:
            return Mention(nation.first, hit.end, nation.id, "conduct")
        return None

    def _cabinet(self, hit: Hit[Title | Reference], nation: Mention | None) -> Mention | None:
        """A cabinet as the state whose it is, by its nationality or else the one at home."""
        if nation:
            first, last = min(hit.start, nation.first), max(hit.end, nation.last)
            return Mention(first, last, nation.id, "side") if nation.kind == "state" else None
        words = self._document.words.folded
        of_others = words[hit.end : hit.end + 1] and not self._document.breaks[hit.end]
        if self._code == "ar" and of_others and words[hit.end].startswith("ال"):
            return None  # مجلس الوزراء العرب
        home = self._home or ""
        return Mention(hit.start, hit.end, home, "side") if home.startswith("state:") else None

    def _again_in_words(self, sentence: Sentence, hit: Hit[Title | Reference]) -> bool:
        """Whether an office only says whose words a sentence gives: по словам дипломата, Макрон …."""
        told = (h for h in sentence.of(Reference) if h.sense.kind == "in_his_words")
        return any(h.start < hit.start and h.end == hit.end for h in told)

    def _named_person(self, first: int, end: int, near: list[Mention], role: str | None) -> Mention | None:
        """The listed person whose name follows a title, or stands right before it in apposition."""
        apposed = role not in GENERIC_ROLES
        word = self._document.words.folded[first]
        joined = self._code == "ar" and word.startswith("و") and not word.startswith(_TITLES_IN_WAW)
        joined = joined or (self._code == "ar" and word.startswith(("لل", "بال")))  # نقل بوتين للرئيس التركي
        for mention in near:
            if mention.kind != "person":
                continue
            if mention.how == "name" and mention.first == first and mention.last > end:
                return mention  # a title that is listed with the name: الملك محمد السادس
            if (
                self._next_to(end, mention.first)
                or self._titled(role, end, mention, near)
                or (
                    apposed
                    and not joined
                    and mention.last == first
                    and mention.first not in self._with_title
                    and not self._quoted_behind(mention.last)
                )
            ):
                return mention
        return None

    def _past_styles(self, sentence: Sentence, at: int) -> int:
        """Where the name begins behind Arabic styles: المتحدث باسم الرئاسة السفير فلان."""
        folded, styles = self._document.words.folded, self._document.language.words("styles")
        while at < sentence.last and not self._document.breaks[at] and folded[at] in styles:
            at += 1
        return at

    def _quoted_behind(self, at: int) -> bool:
        """Whether what somebody says begins at a word: ليفيت: "الرئيس يريد …."""
        words = self._document.words
        return not _SPEECH_OPENS.isdisjoint(self._document.text[words.ends[at - 1] : words.starts[at]])

    def _of_another_officer(self, person: Mention, first: int, body: str, role: str | None) -> bool:
        """Whether an office behind an Arabic surname is somebody else's: دعا بقائي المدير العام للوكالة."""
        known = person.role is not None and person.state is not None and person.state != body
        surname = self._code == "ar" and person.how == "surname" and person.last == first
        states = body.startswith("state:") and (person.state or "").startswith(
            "state:"
        )  # شكر بوتين الرئيس الصيني
        return known and surname and (person.role != role or states) and not self._document.breaks[first]

    def _next_to(self, end: int, first: int) -> bool:
        """Whether a name follows a title at once, or over a word or two that are no verb (Prince, Sheikh)."""
        if not 0 <= first - end <= 2:
            return False
        if self._code == "en" and self._set_off(end, first):
            return False  # with the president of X, French President Y said
        if self._code == "ar":
            that = self._document.language.words("that")
            between = range(end, first)  # ومن الجانب الموريتاني، قال الوزير فلان
            return that.isdisjoint(self._document.words.folded[end:first]) and self._told_here.isdisjoint(
                between
            )
        return not any(self._document.breaks[end + 1 : first + 1]) and not self._verbs_between(end, first)

    def _set_off(self, end: int, first: int) -> bool:
        """Whether a comma and more than a rank stand between an English title and a name."""
        between, words = self._document.words.folded[end:first], self._document.language.words
        apart = self._code == "en" and self._document.breaks[end]
        return apart and not (words("ranks") | words("honorifics")).issuperset(between)

    def _titled(self, role: str | None, end: int, person: Mention, near: list[Mention]) -> bool:
        """Whether a name further on still belongs to a title: only portfolios between, or the same office."""
        between = range(end, person.first)
        if not 0 < len(between) <= 10 or any(self._document.breaks[end + 1 : person.first - 1]):
            return False
        if any(end < at <= person.first for at in self._counterparts):
            return False  # وزير الطاقة السعودي فلان ونظيره الروسي نوفاك
        entry = self._vocabulary.items.get(person.id)
        if self._code != "ar" and (
            any(self._document.breaks[end + 1 : person.first + 1])
            or self._set_off(end, person.first)
            or self._finite_between(end, person.first)
        ):
            return False
        that = self._document.language.words("that") if self._code == "ar" else frozenset[str]()
        if not that.isdisjoint(self._document.words.folded[end : person.first]):
            return False
        words = self._document.language.words
        apart = words("function_words") - words("portfolios") - words("fillers")
        if self._code == "ar" and self._document.words.folded[person.first - 1] in apart:
            return False  # وتطرق الوزير خلال اتصاله مع فلان
        if self._code == "en" and not all(self._of_office(at) for at in between):
            return False  # the Secretary also met with President X
        if isinstance(entry, Person) and any(r.role == role for r in entry.roles):
            return True
        fillers, folded = self._document.language.words("fillers"), self._document.words.folded
        named = {word for m in near for word in range(m.first, m.last)}
        return self._code == "ar" and all(
            folded[at].startswith(("ال", "وال", "بال")) or folded[at] in fillers or at in named
            for at in between
        )

    def _of_office(self, at: int) -> bool:
        """Whether a word between an English title and a name may be of the office: no "also", no "with"."""
        word, words = self._document.words.folded[at], self._document.language.words
        return word in words("office_joins") or word not in words("particles") | words("prepositions")

    def _without_nation(
        self, sentence: Sentence, hit: Hit[Title | Reference], named: list[Mention]
    ) -> Mention | None:
        """A title with a name alone, or with neither: the office's holder in this article, or at home."""
        if not isinstance(hit.sense, Title):
            return None
        if not self._speaks_for_state(hit.sense.role):
            return self._expert(sentence, hit) or self._set_off_by_commas(sentence, hit, named)
        role = hit.sense.role
        told = self._explained(sentence, hit.start, named)
        if told and self._home and self._code != "ar" and self._of_a_body(hit.end):
            return self._new_person(*told, self._home, role)
        if told and self._code == "ar" and not hit.sense.short and (body := self._body_of_office(role)):
            return replace(self._new_person(*told, body, role), last=hit.end)
        if (role in GENERIC_ROLES and hit.sense.short) or self._of_another_body(sentence, hit):
            return None
        definite = self._code != "ar" or "ال" in self._document.words.folded[hit.end - 1][:3]
        named_at = self._past_styles(sentence, hit.end)
        name_end = self._unknown_name(sentence, named_at) if definite else hit.end
        styled = self._code == "ar" and named_at > hit.end  # somebody new: وزير الخارجية الشيخ فلان
        if styled and name_end == named_at:
            name_end = self._name_led(sentence, named_at)
        if name_end > named_at and (styled or not hit.sense.short):
            body = self._body_of_office(role) or self._opening_state(sentence, hit, named)
            return self._new_person(hit.start, named_at, name_end, body, role)
        if not definite or self._goes_on_naming(hit):
            return None
        envoys = self._code == "ru" and role in (UN_ENVOY, ENVOY)
        same = [m for m in self._persons.values() if self._holds(m, role) or (envoys and m.role == ENVOY)]
        word = self._head_word(hit)
        same = [m for m in same if word and self._called.get(m.id) == word] or same
        ours = self._code == "ar" or self._capitalised(hit.start)  # Президент, as an office writes of its own
        at_home = [m for m in same if m.state == self._home and ours]
        at_home = [m for m in at_home if self._same_gender(m, hit)] or at_home
        latest = at_home[0] if at_home else self._latest(same)
        if latest:
            return replace(latest, first=hit.start, last=hit.end, how="title", name=None)
        if self._code == "en" and role == "secretary-general" and self._of_the_world(hit):
            return self._office_holder(hit.start, hit.end, "bloc:UN", role)
        several = GENERIC_ROLES | (_SEVERAL_HOLD if self._code == "en" else frozenset())
        secretary = self._document.language.words("secretary").intersection(
            self._document.words.folded[hit.start : hit.end]
        )
        if secretary and role.endswith("spokesperson"):  # المتحدث باسم الأمين العام
            return Mention(hit.start, hit.end, "bloc:UN", "title", "bloc:UN", role)
        of_state = role not in several and not role.startswith("movement")
        if self._home and not hit.sense.short and of_state:
            return self._office_holder(hit.start, hit.end, self._home, role)
        return None

    def _name_led(self, sentence: Sentence, start: int) -> int:
        """Where the two words end that an Arabic style leads to, though the name might go on."""
        end = start + _STYLED
        if end > sentence.last or any(self._document.breaks[start:end]):
            return start
        return end if all(self._arabic_may_name(sentence, at) for at in range(start, end)) else start

    def _holds(self, person: Mention, role: str) -> bool:
        """Whether somebody named holds an office: in Arabic also beside that by which he was introduced."""
        entry = self._vocabulary.items.get(person.id)
        also = self._code == "ar" and isinstance(entry, Person) and person.state is not None
        held = entry.roles if also and isinstance(entry, Person) else ()
        of_state = (r.role for r in held if r.of == person.state and r.held_on(self._day))
        return person.role == role or role in of_state

    def _same_gender(self, person: Mention, hit: Hit[Title | Reference]) -> bool:
        """Whether an Arabic title's form fits a person: المتحدثة is a woman."""
        entry = self._vocabulary.items.get(person.id)
        woman = self._document.words.folded[hit.start].endswith("ه")
        return not isinstance(entry, Person) or (entry.gender == "f") is woman

    def _bygone(self, first: int) -> bool:
        """Whether a word before a title says that the office is held no more: former prime minister."""
        if first == 0 or self._document.breaks[first]:
            return False  # decide their future, President X said
        return self._document.words.folded[first - 1] in self._document.language.words("bygone")

    def _bygone_between(self, end: int, name: int) -> bool:
        """Whether a word between an Arabic title and a name says the same: رئيس البرلمان السابق فلان."""
        between = self._document.words.folded[end:name]
        return not self._document.language.words("bygone").isdisjoint(between)

    def _head_word(self, hit: Hit[Title | Reference]) -> str | None:
        """The word by which an office is called for short: the Secretary is no foreign minister."""
        words = self._document.words.folded[hit.start : hit.end]
        return next((word for word in words if word in self._document.language.words("title_heads")), None)

    def _some_official(self, first: int, role: str | None) -> bool:
        """Whether an Arabic word for any official is indefinite: مسؤول أمريكي is nobody named before."""
        return self._code == "ar" and role == "official" and not self._definite(first)

    def _office_holder(self, first: int, end: int, body: str | None, role: str | None) -> Mention | None:
        """Whoever held the office on the article's day, else the body itself."""
        if body is None or role is None:
            return Mention(first, end, body, "counterpart") if body else None
        kind = self._vocabulary.items.get(role)
        unnamed = self._code == "ar" and role.endswith("spokesperson") and not self._definite(first)
        unnamed = unnamed or (self._code == "en" and role in _SEVERAL_HOLD)
        if isinstance(kind, RoleKind) and kind.rank >= OWN_OFFICE and not unnamed:
            person = self._vocabulary.in_office(body, role, self._day)
            if person:
                return Mention(first, end, person, "title", body, role)
        return Mention(first, end, body, "title", body, role)
