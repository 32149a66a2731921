"""Who took part in a happening, whose words were said there, and who called it."""

from __future__ import annotations

from loaders.positions.circumstances import Circumstances
from loaders.positions.clauses import Speaker, represented
from loaders.positions.event_kinds import CONVENED, DEEDS, GATHERINGS, MEETINGS, SAID, TEXTS, TWO_SIDED
from loaders.positions.scene import Anchor, Scene, takes_part
from loaders.positions.view import View
from loaders.reading.document import Document
from loaders.reading.mentions import Mention
from ontology.vocabulary import Bloc, Organization

_AROUND = 4
_CLOSE = 3
_OF_BOTH = TWO_SIDED | TEXTS | SAID | {"agreement", "treaty-signed", "ceasefire"}  # done by the two of them
_OF_STATE = frozenset({"ministry", "body"})
_BOTH_WITHIN = 6
_SOON = 8
_VOTING = frozenset({"bloc:UNSC", "bloc:UNGA"})
_ATTENDING = 8  # words from a verb of taking part to what one takes part in
_FAR = 10  # words from whoever does a thing to the verb
_HELD_WITHIN = 2  # words from a verb to the sitting that it says was held
_BODY_BEFORE = frozenset({"session", "vote", "document-adopted"})  # the Council held a session


class Cast:
    """The actors of the happenings of one scene. `lead`: it opens the article."""

    def __init__(
        self, document: Document, scene: Scene, view: View, circumstances: Circumstances, lead: bool
    ) -> None:
        self._document = document
        self._scene = scene
        self._view = view
        self._circumstances = circumstances
        self._lead = lead
        self._vocabulary = document.vocabulary

    def speaker(self, anchor: Anchor) -> Speaker | None:
        """Whose words were said there: whoever the phrase itself names, else the report's speaker."""
        last = anchor.last + (anchor.form == "name" and self._document.language.code != "en")  # whose speech
        inside = next((m for m in anchor.mentions if anchor.first < m.first < last and self._author(m)), None)
        if inside and anchor.kind in SAID:
            return represented(self._vocabulary, inside)
        clause = self._scene.clause_at(anchor.first)
        said = self._said(anchor)
        if anchor.kind == "interview" and said and said.voice is None:
            known = self._scene.known  # somebody gave it, not his state or bloc
            said = known if known and set(known.holders) & set(said.holders) else said
        resumed = self._scene.has("frame", anchor.first - _AROUND, anchor.first)
        if said and self._view.framed(anchor) and (resumed or self._named_here(said)):
            return said
        beside = self._beside(anchor)
        if beside and beside.kind != "person" and anchor.kind == "interview":
            beside = None
        if beside and anchor.kind in SAID:
            return represented(self._vocabulary, beside)
        if said and (clause is None or clause.level != "embedded"):
            return said
        return self._scene.known if anchor.kind in SAID and not said else None

    def _author(self, mention: Mention) -> bool:
        """Whether a mention within a phrase is who speaks, not a body that is spoken to or at."""
        spoken_to = mention.kind != "person" and self._scene.has("at", mention.first - 3, mention.first)
        return self._speaks(mention) and not spoken_to

    def parties(self, index: int, anchor: Anchor, staged: bool) -> tuple[str, ...]:
        """Everybody who took part, whose words were said there first."""
        ids: list[str] = [*self._whose_text(anchor)]
        speaker = self.speaker(anchor)
        staged = staged or self._scene.has("ours", anchor.first - 1, anchor.last)
        if speaker and (anchor.kind in SAID or (staged and anchor.kind in MEETINGS | {"joint-statement"})):
            ids += [speaker.voice] if speaker.voice else [voice for _, voice in speaker.each]
            ids += speaker.holders
        if anchor.kind not in SAID or not ids:
            ids += self.near(anchor) or self._doers(anchor)
        partner = self._circumstances.with_whom(anchor)
        ids += [i for i in (partner.id, partner.state) if i] if partner else []
        ids += self._attending(anchor)
        if self._owned(anchor) or (not ids and self._takes_subject(anchor)) or self._one_sided(anchor, ids):
            ids += self._subjects(index)
        ids += self._both(anchor, ids) + self._doer_before(anchor)
        if not ids and anchor.kind in MEETINGS | TEXTS:
            met = (a for a in self._scene.anchors if a.form == "met" and a is not anchor)
            ids += [i for other in met for i in self.near(other)]  # the ministers of both, in a statement
        if anchor.kind == "bilateral-meeting" and self._scene.has("him", anchor.first, anchor.last):
            ids += self._scene.person
        if not ids and anchor.kind == "joint-statement" and self.of_both(anchor):
            ids += self._scene.earlier  # a statement of the three governments
        if not ids and anchor.kind in ("accession", "withdrawal") and anchor.form in ("act", "will"):
            ids += self._scene.earlier  # they will become members in May
        attended = anchor.kind in MEETINGS and self._scene.has("attend", anchor.first - _AROUND, anchor.first)
        if attended and speaker and not any(i.startswith("person:") for i in ids):
            ids += speaker.holders
        acting = (i for i in ids if not i.startswith("place:"))
        return tuple(dict.fromkeys(party for i in acting for party in self._with_state(i)))

    def _attending(self, anchor: Anchor) -> tuple[str, ...]:
        """Who is told to take part, with other words between: "Qatar will take part next week in"."""
        if anchor.kind not in GATHERINGS:
            return ()
        verbs = list(self._scene.hits("attend", anchor.first - _ATTENDING, anchor.first))
        if not verbs or any(self._document.breaks[verbs[-1].end : anchor.first + 1]):
            return ()
        at = verbs[-1]
        known = [m for a in self._scene.anchors for m in a.mentions if takes_part(self._vocabulary, m)]
        if self._document.language.words("future_signs"):  # the verb stands first
            after = [m for m in known if at.end <= m.first < anchor.first]
            known = after or [m for m in known if m.last <= at.start]
        else:
            known = [m for m in known if m.last <= at.start]
        near = [m for m in known if -_FAR <= m.first - at.start <= _FAR and not self._circumstances.inside(m)]
        who = min(near, key=lambda m: abs(m.first - at.start), default=None)
        return tuple(i for i in (who.id, who.state if who.kind == "person" else None) if i) if who else ()

    def _whose_text(self, anchor: Anchor) -> tuple[str, ...]:
        """Whose a text is that is itself the subject of a verb of saying: واستنكر البيان الختامي …."""
        clause = self._scene.clause_at(anchor.first) if anchor.kind in TEXTS else None
        if clause is None or clause.verb is None or not clause.verb.says or clause.level != "report":
            return ()
        speaker = clause.speaker
        subject = clause.verb_at == anchor.first - 1 and self._document.language.code == "ar"
        blocs = all(holder.startswith("bloc:") for holder in speaker.holders)
        return speaker.holders if subject and speaker.voice is None and blocs else ()

    def _doers(self, anchor: Anchor) -> tuple[str, ...]:
        """Who is told, in the words of another, to have done what a verb names: ذكر أن واشنطن انسحبت."""
        clause = self._scene.clause_at(anchor.first)
        told = anchor.form == "act" and clause is not None and clause.of_others
        return clause.holders if told and clause is not None and clause.verb_at == anchor.first else ()

    def _doer_before(self, anchor: Anchor) -> list[str]:
        """Who stands before the verb of a deed whose own words only name others: agreed to punish Iran."""
        if anchor.form != "act" or anchor.kind in MEETINGS | SAID or self._document.language.code == "ar":
            return []
        if anchor.nations or any(m.first < anchor.first for m in anchor.mentions):
            return []
        known = (m for a in self._scene.anchors for m in a.mentions if takes_part(self._vocabulary, m))
        near = (m for m in known if 0 <= anchor.first - m.last <= _FAR)
        before = [m for m in near if not self._circumstances.inside(m)]
        doer = max(before, key=lambda m: m.last, default=None)
        return [i for i in (doer.id, doer.state) if i] if doer else []

    def _one_sided(self, anchor: Anchor, ids: list[str]) -> bool:
        """Whether a verb of meeting or joining has one side only: its subject is the other."""
        if anchor.form == "act" and anchor.kind == "accession":
            return not any(i.startswith("state:") for i in ids)
        sides = {i for i in ids if not i.startswith("person:")}
        following = self._document.words.folded[anchor.last : anchor.last + 1]
        together = self._document.language.words("together_with")
        if anchor.kind in GATHERINGS and not together.isdisjoint(following):
            return len(sides) == 1  # a summit with somebody
        told = anchor.form == "act" or (anchor.form == "name" and self._view.framed(anchor))
        return told and anchor.kind in TWO_SIDED and len(sides) == 1

    def convener(self, anchor: Anchor) -> str | None:
        """The bloc whose gathering it is."""
        if anchor.kind not in CONVENED:
            return None
        if self._of_group(anchor) and self._scene.bloc:
            return self._scene.bloc
        blocs = [m for m in anchor.mentions if isinstance(self._vocabulary.items.get(m.id), Bloc)]
        after = [m for m in blocs if m.first >= anchor.first and m.first - anchor.last <= 8]
        beside = range(anchor.first - 1, anchor.first + 1)  # the BRICS summit, the bloc's Kazan summit
        before = [m for m in blocs if m not in after and (anchor.kind in _BODY_BEFORE or m.last in beside)]
        named = next((m.id for m in [*after, *before]), None) or self._holding(anchor)
        return named or (self._voting(anchor) if anchor.kind == "vote" else None)

    def _of_group(self, anchor: Anchor) -> bool:
        """Whether it is "the group's summit", of the bloc told of."""
        return anchor.kind in GATHERINGS and self._scene.has("group", anchor.first - 2, anchor.last + 2)

    def _voting(self, anchor: Anchor) -> str | None:
        """The body named last before a vote in the sentence: offered the Council a text, which fell."""
        known = (m for a in self._scene.anchors for m in a.mentions if m.last <= anchor.first)
        bodies = [m for m in known if m.id in _VOTING]
        return max(bodies, key=lambda m: m.last).id if bodies else None

    def _holding(self, anchor: Anchor) -> str | None:
        """The bloc of which a verb right before a sitting tells that it held it."""
        clause = self._scene.clause_at(anchor.first) if anchor.kind in _BODY_BEFORE else None
        if clause is None or not 0 <= anchor.first - clause.verb_at <= _HELD_WITHIN or not clause.holders:
            return None
        bloc = clause.holders[0]
        return bloc if isinstance(self._vocabulary.items.get(bloc), Bloc) else None

    def near(self, anchor: Anchor) -> list[str]:
        """The actors that stand with the phrase."""
        ids: list[str] = []
        for mention in anchor.mentions:
            place = self._circumstances.place(anchor, mention) and not self._circumstances.hosted_by(mention)
            off = place or self._spoken_of(anchor, mention) or self._in_text(anchor, mention)
            if takes_part(self._vocabulary, mention) and not off:
                ids.append(mention.id)
                if mention.state and mention.kind == "person":
                    ids.append(mention.state)
        return [*ids, *anchor.nations]

    def sides(self, anchor: Anchor) -> set[str]:
        """The states of which a noun phrase itself says that one did it to the other."""
        beside = range(anchor.first - _CLOSE, anchor.last + _CLOSE + 1)
        near = {m.id for m in anchor.mentions if m.kind == "state" and m.first in beside}
        return near | {nation for nation in anchor.nations if nation.startswith("state:")}

    def two_named(self, anchor: Anchor) -> bool:
        """Whether two persons of two states stand right behind a bare word: the meeting of X and Y."""
        end, states = anchor.last, set()
        for mention in sorted(anchor.mentions, key=lambda m: m.first):
            if 0 <= mention.first - end <= _CLOSE and mention.kind == "person" and mention.state:
                states.add(mention.state)
                end = mention.last
        return len(states) > 1

    def _with_state(self, actor: str) -> tuple[str, ...]:
        """A ministry, army or parliament with its state; anybody else alone."""
        entry = self._vocabulary.items.get(actor)
        if isinstance(entry, Organization) and entry.of and entry.category in _OF_STATE:
            return actor, entry.of
        return (actor,)

    def _spoken_of(self, anchor: Anchor, mention: Mention) -> bool:
        """Whether a state is but where what two discussed goes on: обсудил с … обстановку на Украине."""
        lists = self._document.language.words
        before = self._document.words.folded[mention.first - 1 : mention.first]
        inside = not (lists("place_in") - lists("together_with") - lists("between")).isdisjoint(before)
        return anchor.kind in TWO_SIDED - {"visit"} and mention.kind == "state" and inside

    def _in_text(self, anchor: Anchor, mention: Mention) -> bool:
        """Whether somebody is only named in what a text says: the declaration notes that Iran …."""
        if anchor.kind not in TEXTS:
            return False
        that = self._document.language.words("that")
        return any(self._document.words.folded[at] in that for at in range(anchor.last, mention.first))

    def _said(self, anchor: Anchor) -> Speaker | None:
        """Who speaks in the clause of a phrase, else in its sentence; not whoever only relays."""
        clause = self._scene.clause_at(anchor.first)
        here = clause.speaker if clause and not clause.speaker.nobody else None
        first = [s for s in (here, self._scene.speaker) if s]
        voices = [s for s in first if self._own_voice(s)]
        silent = [s for s in first if s.voice is None]
        others = [c.speaker for c in self._scene.clauses if self._own_voice(c.speaker)]
        return next(iter([*voices, *silent, *others]), None)

    def _own_voice(self, speaker: Speaker) -> bool:
        return speaker.voice is not None and not self._relays(speaker.voice)

    def _relays(self, actor: str) -> bool:
        """Whether somebody carries the words of others: an agency, an outlet, a platform."""
        entry = self._vocabulary.items.get(actor)
        return isinstance(entry, Organization) and entry.category in ("agency", "outlet", "company")

    def _speaks(self, mention: Mention) -> bool:
        return mention.kind in ("person", "bloc", "org") and not self._relays(mention.id)

    def _named_here(self, speaker: Speaker) -> bool:
        """Whether the sentence names a speaker, or nobody else who could be the one."""
        mentions = [m for anchor in self._scene.anchors for m in anchor.mentions if self._speaks(m)]
        ids = {speaker.voice, *speaker.holders} - {None}
        return not mentions or any(m.id in ids or m.state in ids for m in mentions)

    def _beside(self, anchor: Anchor) -> Mention | None:
        """Who stands nearest before the phrase in the sentence, else shortly after it."""
        named = [m for a in self._scene.anchors for m in a.mentions if self._speaks(m)]
        before = [m for m in named if m.last <= anchor.first]
        after = [m for m in named if 0 <= m.first - anchor.last <= _SOON and not self._audience(anchor, m)]
        own = [m for m in anchor.mentions if self._speaks(m) and not self._audience(anchor, m)]
        near = max(before, key=lambda m: m.last, default=None) or next(iter(own), None)
        return near or min(after, key=lambda m: m.first, default=None)

    def _audience(self, anchor: Anchor, mention: Mention) -> bool:
        """Whether a body follows a phrase as those who listened: a speech before the Assembly."""
        return mention.kind != "person" and self._scene.has("at", anchor.last, mention.first)

    def _takes_subject(self, anchor: Anchor) -> bool:
        """Whether a phrase that names nobody is an act of the sentence's subject."""
        if anchor.form in ("act", "will"):
            return True
        lead = self._lead or anchor.kind == "phone-call"
        return anchor.kind not in GATHERINGS and lead and self._view.framed(anchor)

    def _subjects(self, index: int) -> list[str]:
        """Whoever stands with the anchor before: whose visit, meeting or statement it is."""
        for anchor in reversed(self._scene.anchors[:index]):
            if anchor.kind in DEEDS and self._scene.anchors[index].kind not in DEEDS:
                continue  # after Israel struck Iran, the two spoke
            said = anchor.clause.speaker if anchor.clause else None
            ids = [said.voice, *said.holders] if said and said.voice else self.near(anchor)
            if ids:  # a call was between all who are said to have agreed by it
                return ids if self._scene.anchors[index].kind == "phone-call" else ids[:2]
        speaker = self._scene.speaker if self._scene.anchors[index].kind not in TEXTS else None
        if speaker is None or not self._view.framed(self._scene.anchors[index]):
            return []
        author = all(holder.startswith("person:") for holder in speaker.holders)
        if author and self._scene.anchors[index].kind in GATHERINGS:
            return []  # who writes of a gathering was not there
        return [i for i in (speaker.voice, *speaker.holders) if i]

    def _owned(self, anchor: Anchor) -> bool:
        """Whether the word carries a possessor: his talks, their summit."""
        return any(
            hit.sense.form == "own" and anchor.first - 3 <= hit.start < anchor.last
            for hit in self._scene.around
        )

    def of_both(self, anchor: Anchor) -> bool:
        """Whether "the two sides" stands with it."""
        return any(abs(at - anchor.first) <= _BOTH_WITHIN for at in self._scene.both)

    def _both(self, anchor: Anchor, known: list[str]) -> list[str]:
        if anchor.kind not in _OF_BOTH or not self.of_both(anchor):
            return []
        holders = [h for clause in self._scene.clauses for h in clause.holders]
        several = len({i for i in (*known, *holders) if i.startswith("state:")}) > 1
        return holders if several or anchor.kind in SAID else [*holders, *self._scene.pair]
