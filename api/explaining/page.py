"""Accounts as one HTML page that needs nothing but itself: no script, nothing fetched.

Every passage reads in its own direction; what is pointed at in the text lights up beside it, and back.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from html import escape
from importlib.resources import files
from itertools import pairwise
from operator import itemgetter
from string import Template

from api.explaining.account import Account
from api.explaining.wording import confidence, name, names, sentence, told, voice

_READ = frozenset({"title", "heading", "body", "list-item"})
_UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f\ufffe\uffff\ud800-\udfff]")
_RULE = (
    "body:has(#{card}:hover) .{card}, body:has(.{card}:hover) #{card} {{ outline: 2px solid var(--link); }}"
)


def page(accounts: Sequence[Account]) -> str:
    """The page of some articles' accounts."""
    template = Template((files("api.explaining") / "page.html").read_text(encoding="utf-8"))
    shown = [_Article(account, f"a{number}") for number, account in enumerate(accounts, 1)]
    title = accounts[0]["article"]["title"] if len(accounts) == 1 else f"{len(accounts)} articles"
    return template.substitute(
        title=_text(f"{title or 'An article'}: what was read out, and why"),
        rules="\n".join(_RULE.format(card=card) for article in shown for card in article.cards),
        articles="\n".join(article.html() for article in shown),
    )


def _text(text: str) -> str:
    """Text as HTML; what no page may hold is replaced."""
    return escape(_UNSEEN.sub("\ufffd", text))


def _direction(text: str) -> str:
    """The direction of most letters of a text."""
    kinds = [unicodedata.bidirectional(letter) for letter in text]
    return "rtl" if sum(kind in ("R", "AL") for kind in kinds) > kinds.count("L") else "ltr"


def _attributes(text: str, language: str) -> str:
    """The direction of a text and, where it is in the article's script, the article's language."""
    direction = _direction(text)
    cyrillic = bool(re.search("[\u0400-\u04ff]", text))
    own = {"ar": direction == "rtl", "ru": cyrillic}.get(language, direction == "ltr" and not cyrillic)
    tongue = language if own else "ar" if direction == "rtl" else "ru" if cyrillic else "en"
    return f'dir="{direction}" lang="{_text(tongue)}"'


@dataclass(frozen=True, slots=True)
class _Mark:
    """A passage that is marked in the text: its classes, what pointing at it says, and its card."""

    start: int
    end: int
    classes: str
    hint: str = ""
    card: str = ""
    number: str = ""


@dataclass
class _Article:
    """One article's part of the page; `key` heads all its anchors."""

    account: Account
    key: str
    cards: list[str] = field(default_factory=list)

    def html(self) -> str:
        head = self.account["article"]
        title = head["title"] or "(no title)"
        return f"""<section class="article" aria-labelledby="{self.key}">
<h1 id="{self.key}" {_attributes(title, head["language"])}>{_text(title)}</h1>
<p class="meta">{_text(self._facts())}</p>
<div class="columns">
<div class="text" aria-label="The article">{"".join(self._blocks())}</div>
<div class="cards">
<h2>Positions ({len(self.account["positions"])})</h2>
{"".join(self._position_cards()) or '<p class="note">None was found.</p>'}
<h2>Nearly positions ({len(self.account["dropped"])})</h2>
{"".join(self._dropped_cards()) or '<p class="note">Nothing was dropped for something surer.</p>'}
</div>
</div>
{self._passed()}
{self._voices()}
{self._mentions()}
{self._events()}
{self._layout()}
</section>"""

    def __post_init__(self) -> None:
        self.cards = [f"{self.key}p{number}" for number, _ in enumerate(self.account["positions"], 1)]
        self.cards += [f"{self.key}d{number}" for number, _ in enumerate(self.account["dropped"], 1)]

    @property
    def _language(self) -> str:
        language: str = self.account["article"]["language"]
        return language

    def _facts(self) -> str:
        head = self.account["article"]
        day = f"{head['published_on'] or 'undated'} ({head['published_on_source'] or 'no date found'})"
        publisher = name(self.account, head["publisher"]) if head["publisher"] else "an unknown outlet"
        relayed = (
            [f"relayed from {names(self.account, head['relayed_from'])}"] if head["relayed_from"] else []
        )
        return " · ".join([head["path"] or head["id"], head["language"], day, publisher, *relayed])

    # --- the text, marked ----------------------------------------------------------------------

    def _blocks(self) -> Iterator[str]:
        marks = sorted(self._marks(), key=lambda mark: (mark.start, -mark.end))
        starts = [mark.start for mark in marks]
        longest = max((mark.end - mark.start for mark in marks), default=0)
        for block in self.account["layout"]:
            low, high = bisect_left(starts, block["start"] - longest), bisect_right(starts, block["end"])
            inside = [mark for mark in marks[low:high] if mark.end > block["start"]]
            kind, text = block["kind"], block["text"]
            label = f'<span class="kind" dir="ltr">{_text(told("kind", kind))}</span>'
            classes, label = (f"k-{kind}", "") if kind in _READ else (f"k-{kind} aside", label)
            attributes = _attributes(text, self._language)
            yield f'<div class="block {classes}" {attributes}>{label}{self._marked(block, inside)}</div>\n'

    def _marks(self) -> Iterator[_Mark]:
        """Everything that is marked in the text: passages, what was dropped, principles, mentions."""
        for number, item in enumerate(self.account["positions"], 1):
            yield self._evidence(item, f"e {item['stance']}", f"{self.key}p{number}", str(number))
        for number, item in enumerate(self.account["dropped"], 1):
            yield self._evidence(item, "n", f"{self.key}d{number}", f"({number})")
        for item in self.account["passed"]:
            hint = f"{name(self.account, item['target'])}: no position, {told('reason', item['reason'])}"
            yield _Mark(item["evidence"]["start"], item["evidence"]["end"], "n", hint)
        for topic in self.account["topics"]:
            yield _Mark(topic["start"], topic["end"], "t", name(self.account, topic["id"]))
        for mention in self.account["mentions"]:
            hint = f"{name(self.account, mention['id'])} ({mention['how']})"
            yield _Mark(mention["start"], mention["end"], "m", hint)

    def _evidence(self, item: Account, classes: str, card: str, number: str) -> _Mark:
        span, hint = item["evidence"], f"{sentence(self.account, item)} ({item['confidence']:.2f})"
        return _Mark(span["start"], span["end"], classes, hint, card, number)

    def _marked(self, block: Account, marks: Sequence[_Mark]) -> str:
        """A block's text cut where any mark begins or ends, each piece with the classes of all its marks."""
        start, end = block["start"], block["end"]
        voices = self._turns(start, end)
        edges = {start, end, *voices, *(e for m in marks for e in (m.start, m.end) if start < e < end)}
        parts: list[str] = []
        coming, over = deque(marks), list[_Mark]()
        for one, other in pairwise(sorted(edges)):
            if one in voices:
                parts.append(self._said(voices[one]))
            while coming and coming[0].start <= one:
                over.append(coming.popleft())
            over = [mark for mark in over if mark.end > one]
            parts.append(_piece(block["text"][one - start : other - start], over))
            parts += [_reference(mark) for mark in over if mark.end == other and mark.card]
        return "".join(parts)

    def _turns(self, start: int, end: int) -> dict[int, int]:
        """Where between two offsets somebody else begins to speak, and with which clause."""
        turns: dict[int, int] = {}
        before: tuple[str | None, list[str]] | None = None
        voices = self.account["voices"]
        low, high = (bisect_left(voices, at, key=itemgetter("start")) for at in (start, end))
        for number, clause in enumerate(voices[low:high], low):
            if before != (clause["voice"], clause["holders"]):
                turns[clause["start"]] = number
                before = clause["voice"], clause["holders"]
        return turns

    def _said(self, number: int) -> str:
        """Who speaks from here on, as a link to the clause."""
        clause = self.account["voices"][number]
        who = _text(voice(self.account, clause, "here"))
        hint = _text(f"voice {number + 1}: {voice(self.account, clause)}, {told('level', clause['level'])}")
        return f'<a class="said" dir="auto" href="#{self.key}v{number + 1}" title="{hint}">{who}</a>'

    # --- the cards -----------------------------------------------------------------------------

    def _position_cards(self) -> Iterator[str]:
        for number, item in enumerate(self.account["positions"], 1):
            outcome = f"{item['outcome']}: {told('outcome', item['outcome'])}"
            yield self._card(item, f"{self.key}p{number}", str(number), outcome)

    def _dropped_cards(self) -> Iterator[str]:
        kept = {item["id"]: number for number, item in enumerate(self.account["positions"], 1)}
        for number, item in enumerate(self.account["dropped"], 1):
            outcome = f"dropped for position {kept[item['kept']]}: {told('outcome', item['outcome'])}"
            yield self._card(item, f"{self.key}d{number}", f"({number})", outcome)

    def _card(self, item: Account, card: str, number: str, outcome: str) -> str:
        passage = item["evidence"]["text"]
        return f"""<details id="{card}"><summary><span class="number">{number}</span>
<span class="tag {item["stance"]}">{_text(item["stance"])}</span> {_text(sentence(self.account, item))}
<span class="tag n">{_text(item["outcome"])} {item["confidence"]:.2f}</span>
<bdi class="passage" {_attributes(passage, self._language)}>{_text(passage)}</bdi></summary>
<dl>{"".join(f"<dt>{term}</dt><dd>{html}</dd>" for term, html in self._reasons(item, outcome))}</dl>
</details>
"""

    def _reasons(self, item: Account, outcome: str) -> Iterator[tuple[str, str]]:
        """What made a candidate, term by term, as HTML."""
        clause = self.account["voices"][item["clause"]]
        link = f'<a href="#{self.key}v{item["clause"] + 1}">voice {item["clause"] + 1}</a>'
        yield "became", _text(outcome)
        yield (
            "said by",
            f"{_text(voice(self.account, clause))}, {_text(told('level', clause['level']))} ({link})",
        )
        yield "manner", _text(item["modality"]) + (", quoted" if clause["quoted"] else "")
        yield "rule", _text(told("rule", item["rule"]))
        yield "rests on", _text(told("cued", item["cued"]))
        if item["cues"]:
            yield "cues", _cues(item["cues"])
        for term in ("via", "contrast"):
            if item.get(term):
                yield term, _text(names(self.account, item[term]))
        ids = " ".join(filter(None, (item["holder"], item["target"], item.get("event"))))
        yield "ids", f'<span class="code">{_text(ids)}</span>'
        yield "confidence", _text(confidence(item)) + _bars(item)

    # --- the lists below -----------------------------------------------------------------------

    def _passed(self) -> str:
        rows = (
            (
                self._named(item["target"]),
                self._passage(item["evidence"]["text"]),
                _text(told("reason", item["reason"]))
                + (f"<br>{_cues(item['cues'])}" if item["cues"] else ""),
                self._clause_link(item["clause"]),
            )
            for item in self.account["passed"]
        )
        return _part("Named without a position", ("what", "where", "why", "voice"), rows, opened=True)

    def _voices(self) -> str:
        rows = (
            (
                f"{number}",
                _text(voice(self.account, clause)),
                _text(told("level", clause["level"])) + (", quoted" if clause["quoted"] else ""),
                f"<bdi>{_text(clause['verb'] or '')}</bdi>",
                self._passage(clause["text"]),
            )
            for number, clause in enumerate(self.account["voices"], 1)
        )
        columns = ("", "who, and for whom", "how", "verb", "clause")
        return _part("Voices", columns, rows, anchor=f"{self.key}v")

    def _mentions(self) -> str:
        by_id: dict[str, list[Account]] = {}
        for mention in self.account["mentions"]:
            by_id.setdefault(mention["id"], []).append(mention)
        rows = (
            (
                self._named(item),
                _text(self._office(found)),
                " · ".join(f"<bdi>{_text(words)}</bdi>" for words in dict.fromkeys(m["text"] for m in found)),
                _text(", ".join(dict.fromkeys(m["how"] for m in found))),
                str(len(found)),
            )
            for item, found in sorted(by_id.items())
        )
        return _part("Mentions", ("who or what", "office", "words", "named by", "times"), rows)

    def _office(self, found: Iterable[Account]) -> str:
        offices = (m for m in found if m["role"])
        return next((f"{name(self.account, m['role'])}, {name(self.account, m['of'])}" for m in offices), "")

    def _events(self) -> str:
        rows = (
            (
                _text(event["kind"]),
                _text(event["date"] or "undated"),
                _text(name(self.account, event["place"]) if event["place"] else ""),
                _text(names(self.account, event["participants"])),
                self._passage(event["evidence"]["text"]),
            )
            for event in self.account["events"]
        )
        return _part("Events", ("kind", "date", "place", "who took part", "passage"), rows)

    def _layout(self) -> str:
        rows = (
            (
                _text(told("kind", block["kind"])),
                f"{block['start']}–{block['end']}",
                self._passage(block["text"]),
            )
            for block in self.account["layout"]
        )
        return _part("Layout", ("what it is", "from–to", "text"), rows)

    def _named(self, item: str) -> str:
        return f'{_text(name(self.account, item))} <span class="code">{_text(item)}</span>'

    def _passage(self, text: str) -> str:
        return f"<bdi {_attributes(text, self._language)}>{_text(text)}</bdi>"

    def _clause_link(self, number: int | None) -> str:
        return "" if number is None else f'<a href="#{self.key}v{number + 1}">{number + 1}</a>'


def _piece(text: str, over: Sequence[_Mark]) -> str:
    if not over:
        return _text(text)
    classes = dict.fromkeys(mark.classes for mark in over)
    cards = dict.fromkeys(mark.card for mark in over if mark.card)
    hint = "\n".join(dict.fromkeys(mark.hint for mark in over))
    return f'<span class="{" ".join([*classes, *cards])}" title="{_text(hint)}">{_text(text)}</span>'


def _reference(mark: _Mark) -> str:
    return f'<a class="ref" dir="ltr" href="#{mark.card}">{mark.number}</a>'


def _cues(cues: Iterable[Sequence[str]]) -> str:
    return "<br>".join(
        f"<bdi><b>{_text(word)}</b></bdi>: {_text(told('effect', effect))}" for effect, word in cues
    )


def _bars(item: Account) -> str:
    """What speaks for a candidate and against it, each with its weight."""
    rows = (
        f"<tr><td>{_text(feature)}</td><td>{weight:+.2f}</td></tr>"
        for feature, weight in sorted(item["weights"].items(), key=lambda pair: -abs(pair[1]))
    )
    return f'<table class="bars">{"".join(rows)}</table>'


def _part(
    title: str,
    columns: Sequence[str],
    rows: Iterable[Sequence[str]],
    *,
    anchor: str = "",
    opened: bool = False,
) -> str:
    """A list that folds away; with an anchor, its rows can be linked to."""
    lines = [
        f"<tr{f' id={anchor}{number}' if anchor else ''}>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>"
        for number, row in enumerate(rows, 1)
    ]
    head = "".join(f'<th scope="col">{column}</th>' for column in columns)
    table = f"<thead><tr>{head}</tr></thead><tbody>{''.join(lines)}</tbody>"
    return f"""<details class="part"{" open" if opened and lines else ""}>
<summary>{title} ({len(lines)})</summary>
<div class="wide"><table class="list">{table}</table></div>
</details>"""
