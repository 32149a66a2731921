"""Whose an office is: the state, bloc or body that stands with a title, or that the article implies."""

from __future__ import annotations

from dataclasses import replace

from loaders.reading.document import Sentence
from loaders.reading.inflection import russian_forms
from loaders.reading.language import Reference, Title, Verb
from loaders.reading.mentions import Mention
from loaders.reading.naming.introduced import GENERIC_ROLES
from loaders.reading.naming.persons import ARTICLES, Persons
from loaders.reading.patterns import Hit
from loaders.reading.text import fold
from ontology.vocabulary import Organization, State

_GAP_TO_NATION = 5
_OF_BODY = 7  # words from an office to the body whose it is
_LED = ("بال", "لل", "كال")
_WITH_ARTICLE = 5  # letters of a word with a preposition and the article
_APART = frozenset('«»“”"—–-:(')  # signs that part a nation from a title
UN_ENVOY, ENVOY = "un-representative", "permanent-representative"
UN = frozenset({"bloc:UN", "bloc:UNSC"})
_POSTED = frozenset({UN_ENVOY, ENVOY, "ambassador", "spokesperson"})  # served elsewhere than at home
_BODY_NAMED = 2  # words of an office that names its body: رئيس البرلمان
_OF_PARLIAMENT = frozenset({"parliament-speaker", "parliament-deputy-speaker"})


class Nations(Persons):
    """Finds the nation or body that a title belongs to."""

    def _nation(self, sentence: Sentence, hit: Hit[Title | Reference], near: list[Mention]) -> Mention | None:
        """The state, bloc or body whose office it is: just after the title, or just before it."""
        breaks = self._document.breaks
        for mention in near:
            if mention.kind in ("person", "place"):
                continue
            gap = mention.first - hit.end
            overlaps = mention.first < hit.end < mention.last or mention.first < hit.start < mention.last
            if mention.kind == "org" and (overlaps or self._ministry_within(hit, mention)):
                return mention
            if gap > 0 and self._code != "ar" and self._finite_between(hit.end, mention.first):
                continue
            if gap > 0 and self._document.words.folded[mention.first - 1] in self._document.language.words(
                "body_not_after"
            ):
                continue
            if self._code == "ar" and isinstance(hit.sense, Title) and not self._fits(sentence, hit, mention):
                continue
            named_before = any(m.kind == "person" and hit.end <= m.first < mention.first for m in near)
            if self._office_of(hit, mention):
                return mention
            if (
                0 <= gap <= self._allowed_gap(hit)
                and self._portfolio(hit.end, mention.first)
                and not any(breaks[hit.end : mention.first + 1])
                and not named_before
                and not self._dash_between(hit.end, mention.first)
            ):
                return mention
            if self._code != "ar" and self._stands_before(mention, hit):
                return mention
        return self._where_held(hit, near)

    def _ministry_within(self, hit: Hit[Title | Reference], mention: Mention) -> bool:
        """Whether a Russian title ends with its ministry: глава российского внешнеполитического ведомства."""
        entry = self._vocabulary.items.get(mention.id)
        ministry = isinstance(entry, Organization) and entry.category == "ministry"
        return ministry and self._code == "ru" and hit.start < mention.first and mention.last == hit.end

    def _where_held(self, hit: Hit[Title | Reference], near: list[Mention]) -> Mention | None:
        """The state, or its parliament, in which an Arabic office is held: وزيرة التجارة في جنوب أفريقيا."""
        office = isinstance(hit.sense, Title) and not hit.sense.short and hit.sense.role not in _POSTED
        within = self._document.words.folded[hit.end : hit.end + 1] == ("في",)
        if self._code != "ar" or not office or not within or self._document.breaks[hit.end]:
            return None
        return next((m for m in near if m.first == hit.end + 1 and self._holds_offices(m)), None)

    def _holds_offices(self, mention: Mention) -> bool:
        """Whether a mention names a state, or a body of one."""
        entry = self._vocabulary.items.get(mention.id)
        body = isinstance(entry, Organization) and entry.of is not None and not self._is_outlet(mention.id)
        return mention.how == "name" and (mention.kind == "state" or body)

    def _dash_between(self, start: int, end: int) -> bool:
        """Whether a dash parts a Russian office from a name: вывод войск — условие Багдада."""
        words = self._document.words
        between = self._document.text[words.ends[start - 1] : words.starts[end]] if start < end else ""
        return self._code == "ru" and not {"—", "–"}.isdisjoint(between)

    def _office_of(self, hit: Hit[Title | Reference], nation: Mention) -> bool:
        """Whether only "of" parts an English office from the body whose it is: the president of France.

        A spokesman may be "for" whom he speaks; an envoy for Syria is not Syria's.
        """
        speaks = isinstance(hit.sense, Title) and "spokesperson" in hit.sense.role
        led = self._document.words.folded[hit.end : hit.end + 1]
        of = self._code == "en" and (led == ("of",) or (led == ("for",) and speaks))
        several = self._document.words.folded[hit.end - 1].endswith("s")  # the leaders of X's member states
        office = isinstance(hit.sense, Title) or (hit.sense.kind == "side" and not several)
        named = of and office and nation.first - hit.end in (1, 2)
        whole = nation.how != "demonym" and (speaks or not self._document.possessive(nation.last - 1))
        entry = self._vocabulary.items.get(nation.id)
        speaks_for = isinstance(entry, Organization) and entry.speaks_for is not None
        body = nation.kind in ("state", "bloc") or speaks_for  # no party: its leader speaks for himself
        return named and whole and body and self._theirs(hit.end, nation.first)

    def _theirs(self, start: int, end: int) -> bool:
        """Whether an English name behind "the ministers" says whose they are: no verb or "by" between."""
        between = self._document.words.folded[start:end]
        return self._code != "en" or {"of", "from", "for", "the"}.issuperset(between)

    def _fits(self, sentence: Sentence, hit: Hit[Title | Reference], nation: Mention) -> bool:
        """Whether a nation can be that of one officer: not in the plural, nor the object of what he says."""
        folded = self._document.words.folded
        verbs = (h.start for h in sentence.of(Verb))
        if any(hit.end <= at < nation.first and not self._definite(at) for at in verbs):
            return False  # أكد سموه دعم الإمارات
        sides = (h.start for h in sentence.of(Reference) if h.sense.kind == "side")
        if isinstance(hit.sense, Title) and any(hit.end <= at < nation.first for at in sides):
            return False  # حث المتحدث الجانب الأمريكي
        between = folded[hit.end : nation.first]
        if nation.how == "demonym":
            plural = folded[nation.last - 1].endswith(("ين", "ون", "ات"))
            return not plural and not any(self._led_noun(word) for word in between)
        definite = ("ال", "وال", "بال", "لل")
        return not folded[hit.end - 1].startswith("ال") or all(
            word.startswith(definite) or word in self._document.language.words("portfolios") | {"في", "لدي"}
            for word in between
        )

    def _led_noun(self, word: str) -> bool:
        """Whether a preposition clings to an Arabic noun of no office: أشاد المتحدث بالدور العراقي."""
        if self._code != "ar" or not word.startswith(_LED) or len(word) <= _WITH_ARTICLE:
            return False
        words, noun = self._document.language.words, "ال" + word[3 - word.startswith("لل") :]
        return noun not in words("portfolios") and word not in words("acting") | words("of_an_office")

    def _stands_before(self, nation: Mention, hit: Hit[Title | Reference]) -> bool:
        """Whether a nation goes with a title behind or around it: глава турецкой дипломатии."""
        if nation.how == "demonym" and hit.start < nation.first < hit.end:
            return True
        first = self._past_tenure(nation, hit.start)
        apart = not 0 <= first - nation.last <= (nation.how == "demonym")
        if apart or (self._code == "ru" and nation.how != "demonym") or self._is_outlet(nation.id):
            return False
        words = self._document.words
        between = self._document.text[words.ends[nation.last - 1] : words.starts[hit.start]]
        return not any(self._document.breaks[nation.last : hit.start + 1]) and _APART.isdisjoint(between)

    def _past_tenure(self, nation: Mention, at: int) -> int:
        """Where English words begin before an office that tell how it is held: Syria's new rulers."""
        folded, tenure = self._document.words.folded, self._document.language.words("tenure")
        while at > nation.last and folded[at - 1] in tenure:
            at -= 1
        return at

    def _is_outlet(self, item: str) -> bool:
        entry = self._vocabulary.items.get(item)
        return isinstance(entry, Organization) and entry.category in ("agency", "outlet")

    def _owned_by(self, hit: Hit[Title | Reference], named: list[Mention]) -> str | None:
        """The state whose office a Russian pronoun says it is: Финляндия …, а ее министр обороны …."""
        before = self._document.words.folded[max(0, hit.start - 1) : hit.start]
        if (
            self._code != "ru"
            or not isinstance(hit.sense, Title)
            or before not in (("ее",), ("его",), ("их",))
        ):
            return None
        states = [
            m for m in named if m.kind == "state" and m.last <= hit.start and m.how in ("name", "metonym")
        ]
        return states[-1].id if states else None

    def _body(self, nation: Mention, role: str | None) -> str:
        """Whose office it is where a nation stands with a title: a ministry's is its state's."""
        entry = self._vocabulary.items.get(nation.id)
        if not isinstance(entry, Organization) or not entry.of:
            return nation.id
        ministry = self._code != "ar" and entry.category == "ministry"
        parliament = self._code == "ar" and role in _OF_PARLIAMENT  # رئيسة مجلس الاتحاد الروسي
        parliament = parliament or (self._code == "ru" and role == "parliament-speaker")
        return entry.of if ministry or parliament else nation.id

    def _portfolio(self, start: int, end: int) -> bool:
        """Whether the words between a title and its state may name a portfolio: no particle among them."""
        words = self._document.language.words
        others = words("function_words") - words("portfolios")
        if self._code == "ar":
            others |= words("deeds") | words("that")  # القادة العدوان الإسرائيلي
        between = self._document.words.folded[start:end]
        return not any(word in others or self._led_noun(word) for word in between)

    def _allowed_gap(self, hit: Hit[Title | Reference]) -> int:
        if isinstance(hit.sense, Title) and not hit.sense.short and self._departmental(hit.sense.role):
            return _GAP_TO_NATION
        word = self._document.words.folded[hit.end - 1]
        if self._code == "ru" and hit.end - hit.start == 1 and word.endswith("ые"):
            return 0  # военные Израиля, but no military in «военные удары Израиля»
        return 2 if isinstance(hit.sense, Reference) and hit.sense.kind == "side" else 1

    def _finite_between(self, start: int, end: int) -> bool:
        sentence = next(s for s in self._document.sentences if s.first <= start <= s.last)
        return any(
            h.sense.form in ("past", "present", "base") and start <= h.start < end for h in sentence.of(Verb)
        )

    def _of_ministry(self, mention: Mention) -> str | None:
        """The state or bloc that a mention names, also by its ministry: главы МИД России и Ирана."""
        entry = self._vocabulary.items.get(mention.id)
        if mention.kind in ("state", "bloc"):
            return mention.id
        return entry.speaks_for if isinstance(entry, Organization) and self._code == "ru" else None

    def _in_title(self, hit: Hit[Title | Reference], named: list[Mention]) -> Mention | None:
        """The body that ends the words of an Arabic title itself: الأمين العام للأمم المتحدة.

        Not where it is but the post: المندوب الدائم لدى الأمم المتحدة.
        """
        whole = isinstance(hit.sense, Title) and self._code == "ar"
        inside = (m for m in named if hit.start < m.first and m.last == hit.end and m.kind in ("bloc", "org"))
        body = next(inside, None) if whole else None
        posted = self._document.language.words("place_in") | self._document.language.words("within")
        return None if body and self._document.words.folded[body.first - 1] in posted else body

    def _acts(self, sentence: Sentence, mention: Mention) -> bool:
        """Whether a Russian state stands in the nominative; one without cases, whether it opens it."""
        entry, words = self._vocabulary.items.get(mention.id), self._document.words.folded
        called = (*entry.strong_names("ru"), *entry.metonym.get("ru", ())) if isinstance(entry, State) else ()
        names = {fold(name.strip("=")) for name in called}
        before = words[mention.first - 1 : mention.first] if mention.first else ()
        governed = not self._document.language.words("prepositions").isdisjoint(before)
        named = " ".join(words[mention.first : mention.last])
        opens = mention.first == sentence.first
        return named in names and not governed and (opens or russian_forms(named) != (named,))

    def _of_the_state(
        self, sentence: Sentence, hit: Hit[Title | Reference], named: list[Mention]
    ) -> Mention | None:
        """The state spoken of, where a Russian office or body is that of "the republic": МИД республики."""
        the_state = self._document.language.words("the_state")
        if self._code != "ru" or the_state.isdisjoint(self._document.words.folded[hit.end : hit.end + 1]):
            return None
        before = [m for m in named if m.kind == "state" and m.last <= hit.start]
        here = [m.id for m in before]
        here += [m.state for m in named if m.kind == "person" and m.last == hit.start and m.state]
        last = max(self._states, key=lambda item: self._states[item], default=None)
        verbs = {h.start for h in sentence.of(Verb) if h.sense.says}
        told = hit.start - 1 in verbs and self._document.breaks[hit.start - 1]
        # Чад против войны в Ливии, сказал глава МИД страны
        acting = [m.id for m in before if told and self._acts(sentence, m)]
        own = [m.state for m in named if m.kind == "person" and m.first == hit.end + 1 and m.state]
        state = next(iter(own or acting[:1] or here[-1:]), last)
        return Mention(hit.end, hit.end + 1, state, "name") if state else None

    def _object_behind(self, hit: Hit[Title | Reference], nation: Mention) -> bool:
        """Whether an Arabic office with its article stands before a name that it cannot govern."""
        bare = isinstance(hit.sense, Title) and (hit.sense.short or hit.sense.role in GENERIC_ROLES)
        alone = isinstance(hit.sense, Title) and (
            (bare and hit.end - hit.start == 1) or all(self._definite(at) for at in range(hit.start, hit.end))
        )
        alone = alone and self._definite(hit.start)
        whole = isinstance(hit.sense, Title) and hit.end - hit.start > 1 and self._definite(hit.end - 1)
        whole = whole and nation.kind == "state" and nation.how == "name"  # طالب رئيس المجلس الولايات المتحدة
        named = nation.how in ("name", "metonym") and nation.first == hit.end
        clings = self._document.words.folded[nation.first].startswith(("لل", "ب", "ل"))
        return self._code == "ar" and (alone or whole) and named and not clings

    def _government_of(self, hit: Hit[Title | Reference], near: list[Mention]) -> Mention | None:
        """A government named by who leads it: حكومة نتنياهو, إدارة ترامب."""
        bare = self._document.words.folded[hit.end - 1].lstrip("وبل") if self._code == "ar" else ""
        if bare not in self._document.language.words("governments"):
            return None
        leader = next((m for m in near if m.first == hit.end and m.kind == "person"), None)
        if leader is None or not (leader.state or "").startswith("state:"):
            return None
        return Mention(hit.start, leader.last, leader.state or "", "side")

    def _some_of(self, first: int) -> bool:
        """Whether only some of a bloc's states are meant: عدد من الدول الأوروبية."""
        before = self._document.words.folded[max(0, first - 2) : first]
        return not self._document.language.words("quantities").isdisjoint(before)

    def _posted(
        self, hit: Hit[Title | Reference], end: int, near: list[Mention], *, named_before: bool = False
    ) -> Mention | None:
        """Where an envoy serves, as it stands before his name: постпред России при ОБСЕ Лукашевич.

        `named_before`: his name stands before his office.
        """
        words = self._document.language.words
        envoy = isinstance(hit.sense, Title) and hit.sense.role in _POSTED
        folded = self._document.words.folded
        end += not words("posted_how").isdisjoint(folded[end : end + 1])  # مندوب روسيا الدائم لدى
        at = end + 1
        if not envoy or not words("posted_at").issuperset(folded[end:at]):
            return None
        at += folded[at : at + 1] == ("the",)
        at += not words("posted_house").isdisjoint(folded[at : at + 1])  # لدى مقر الأمم المتحدة
        post = next((m for m in near if m.first == at and m.kind != "person"), None)
        if post and not words("posted_in").isdisjoint(folded[post.last : post.last + 1]):  # في جنيف
            town = next((m for m in near if m.first == post.last + 1 and m.kind == "place"), None)
            post = replace(post, last=town.last) if town else post
        if (
            post is None
            or named_before
            or self._code == "ru"
            or any(m.first == post.last and m.kind == "person" for m in near)
        ):
            return post
        sentence = next(s for s in self._document.sentences if s.first <= hit.start < s.last)
        return post if self._unknown_name(sentence, post.last) > post.last else None

    def _opening_state(
        self, sentence: Sentence, hit: Hit[Title | Reference], named: list[Mention]
    ) -> str | None:
        """The state of which an English sentence says where it stands before an official closes it.

        Kazakhstan supports the plan, Deputy Foreign Minister X said.
        """
        opens = next((m for m in named if m.first <= sentence.first + 1), None)
        if (
            self._code != "en"
            or opens is None
            or opens.kind != "state"
            or not self._document.breaks[hit.start]
        ):
            return None
        stands = (h for h in sentence.of(Verb) if h.start == opens.last and h.sense.form == "present")
        return opens.id if any(h.sense.says for h in stands) else None

    def _of_a_body(self, at: int) -> bool:
        """Whether a body of a government follows an office: a spokesperson for the Council's Office."""
        words = self._document.words.folded[at : at + _OF_BODY]
        return words[:1] in (("for",), ("of",)) and not self._document.language.words(
            "state_bodies"
        ).isdisjoint(words)

    def _body_of_office(self, role: str) -> str | None:
        """Whose office it is where nothing says so: a secretary general's bloc, else the state at home."""
        if self._code == "ru" and role == "commissioner":
            return "bloc:EU"  # еврокомиссар
        if self._code != "ar" or not role.endswith("secretary-general"):
            return self._home
        blocs = [item for item in self._recent if item.startswith("bloc:")]
        bloc = max(blocs, key=lambda item: self._recent[item], default=None)
        return "bloc:UN" if bloc in (None, *UN) else bloc

    def _of_another_body(self, sentence: Sentence, hit: Hit[Title | Reference]) -> bool:
        """Whether "of" or "for" opens a body that no vocabulary lists: president of the Association of …."""
        words, folded = self._document.language.words, self._document.words.folded
        at = hit.end
        if self._code != "en" or at + 1 >= sentence.last or folded[at] not in ("of", "for"):
            return False
        led = folded[at] == "for"
        at += 1 + (folded[at + 1] in ARTICLES)
        if led and at < sentence.last:
            written = self._document.text[self._document.words.starts[at]]
            return written.isupper() and folded[at] not in words("home_nouns") | words("state_bodies")
        return at < sentence.last and folded[at] not in words("home_nouns")

    def _goes_on_naming(self, hit: Hit[Title | Reference]) -> bool:
        """Whether an adjective behind an Arabic office says whose it is: رئيس البرلمان الأفريقي."""
        if self._code != "ar" or hit.end - hit.start < _BODY_NAMED or hit.end >= len(self._document.words):
            return False
        word, words = self._document.words.folded[hit.end], self._document.language.words
        adjective = word.startswith("ال") and word.endswith(("ي", "يه"))
        adjective = adjective and not self._document.breaks[hit.end]
        return adjective and word not in words("fillers") | words("function_words")
