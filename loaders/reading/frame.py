"""Who published an article and from whom it was taken, nearest first."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from loaders.reading.data import sites
from loaders.reading.inflection import arabic_readings
from loaders.reading.lines import PROSE, Kind, Line
from loaders.reading.markers import Phrases, markers
from loaders.reading.outlets import Outlet
from loaders.reading.page import Page

_LEAD = 2
_BEFORE = 6
_OTHERS = 2
_QUOTES = "\"“«„'‘("
_BREAK = re.compile(r"[.!?؟;؛\n:](?:\s|$)")
_HOST = re.compile(r"(?:[a-z0-9-]+\.)+[a-z]{2,}")
_OWN_FRAME = frozenset(
    {Kind.DATELINE, Kind.BYLINE, Kind.CREDIT, Kind.KEYWORDS, Kind.NAVIGATION, Kind.CAPTION, Kind.HEADING}
)
_CLAUSE = re.compile(r"[,،.!?؟;؛\n:]")


@dataclass(frozen=True, slots=True)
class Frame:
    """The outlet that published the article, and its sources from the nearest to the farthest."""

    publisher: str | None
    relayed_from: tuple[str, ...]


def read_frame(page: Page, lines: Sequence[Line], url: str | None = None) -> Frame:
    """The publisher and sources that a page's address, its frame and its words of citing name."""
    sources = [outlet.id for line in lines if line.label == "source" for outlet in _media(page, line)]
    beside_date = _sourced_beside_date(page, lines)
    sources += beside_date
    opening = [outlet.id for line in lines if _opens(line) for outlet in _media(page, line)]
    closing = [outlet.id for line in lines if line.label == "closing" for outlet in _media(page, line)]
    signers, beside = _signed(page, lines)
    addressed = [*_at_site(url or ""), *_addresses(lines)]
    headed, with_it = _headed(page, lines)
    houses = [*signers, *_own_house(page, lines), *headed, *addressed, *_advertised(page, lines)]
    publisher = next(iter([*houses, *_owning(page, lines)]), None)
    # An agency that stands alone in the dateline publishes; beside another outlet it is a source.
    told = [outlet for outlet in opening if outlet not in beside_date]
    if publisher is None and told and set(sources) <= set(opening):
        publisher = told[0]
    publisher = publisher or next(_reporting(page, lines), None) or next(_interviewer(page, lines), None)
    relayed = [*sources, *signers, *beside, *with_it, *opening, *closing, *_cited(page, lines)]
    return Frame(publisher, tuple(org for org in dict.fromkeys(relayed) if org != publisher))


def _sourced_beside_date(page: Page, lines: Sequence[Line]) -> list[str]:
    """The outlets behind a label of sources that stands in the line of the date: 18:30 … Источник: X."""
    found: list[str] = []
    for line in lines:
        if _opens(line):
            labels = markers().source.within(page, *page.between(line.start, line.end))
            behind = next((page.words.ends[end - 1] for _, end in labels), line.end)
            found += [outlet.id for outlet in page.named(behind, line.end) if outlet.media]
    return found


def _media(page: Page, line: Line) -> list[Outlet]:
    return [outlet for outlet in page.named(max(line.start, line.rest), line.end) if outlet.media]


def _opens(line: Line) -> bool:
    return line.label == "opening" or line.kind is Kind.DATELINE


def _signed(page: Page, lines: Sequence[Line]) -> tuple[list[str], list[str]]:
    """Who signs the article on a line of his own, and the agencies named on that line beside him."""
    signers: list[str] = []
    beside: list[str] = []
    for line in lines:
        if line.label == "outlet":
            named = page.named(line.start, line.end)
            house = len(named) == 1 or named[0].category == "outlet" if named else False
            signers += [named[0].id] if house else []
            beside += [outlet.id for outlet in named[house:] if outlet.media]
    return signers, beside


def _headed(page: Page, lines: Sequence[Line]) -> tuple[list[str], list[str]]:
    """The outlet named in the byline or with the date, and the agencies with it: By The Herald with AP."""
    houses: list[str] = []
    beside: list[str] = []
    for line in lines:
        dated = line.kind is Kind.DATELINE and line.label != "opening"
        if (line.kind is Kind.BYLINE and line.label == "byline") or dated:
            named = _media(page, line)
            houses += [outlet.id for outlet in named if outlet.category == "outlet"]
            beside += [outlet.id for outlet in named if outlet.category == "agency"]
    return houses[:1], beside if houses else []


def _owning(page: Page, lines: Sequence[Line]) -> Iterator[str]:
    """The outlet that claims the text as its own: © 2024 The Herald."""
    for line in lines:
        if line.text.startswith(("©", "(c)", "Copyright")):
            yield from (
                outlet.id for outlet in page.named(line.start, line.end) if outlet.category == "outlet"
            )


def _own_house(page: Page, lines: Sequence[Line]) -> Iterator[str]:
    """The outlet of a source line that names itself "and agencies"."""
    for line in lines:
        named = _media(page, line) if line.label == "source" else []
        if named and named[0].category == "outlet":
            first, last = page.between(page.words.ends[named[0].last - 1], line.end)
            if any(_is(word, markers().nobody) for word in page.words.folded[first:last]):
                yield named[0].id


def _advertised(page: Page, lines: Sequence[Line]) -> Iterator[str]:
    """The outlet that the page asks to follow."""
    for line in lines:
        if line.label == "advert":
            yield from (outlet.id for outlet in _media(page, line))


def _addresses(lines: Sequence[Line]) -> Iterator[str]:
    """The outlets whose sites the page's frame names: its own address, a reporter's mail."""
    for line in lines:
        if line.kind in _OWN_FRAME:
            yield from _at_site(line.text)


def _at_site(text: str) -> Iterator[str]:
    for found in _HOST.finditer(text.lower()):
        parts = found.group().split(".")
        for at in range(len(parts) - 1):
            if (site := ".".join(parts[at:])) in sites():
                yield sites()[site]
                break


def _reporting(page: Page, lines: Sequence[Line]) -> Iterator[str]:
    """The outlet that says in the lead that it reports this: …, the Herald reports."""
    for line in [line for line in lines if line.kind is Kind.BODY][:_LEAD]:
        for outlet in _media(page, line):
            after = range(outlet.last, min(len(page.words), outlet.last + _OTHERS))
            if outlet.sure and _leads_to(page, after, markers().reports_itself, _CLAUSE):
                yield outlet.id


def _interviewer(page: Page, lines: Sequence[Line]) -> Iterator[str]:
    """The newspaper or channel that was told in the article's own words: "an expert told the Herald"."""
    for line in lines:
        for outlet in _media(page, line) if line.kind in PROSE else ():
            if outlet.category == "outlet" and outlet.sure and _told(page, outlet):
                yield outlet.id


def _told(page: Page, outlet: Outlet) -> bool:
    marks, words = markers(), page.words
    if words.folded[outlet.first].startswith("لل") or words.folded[outlet.first] in marks.interviewed:
        return True
    before = range(outlet.first - 1, max(-1, outlet.first - 1 - _OTHERS), -1)
    return _leads_to(page, before, marks.told, _BREAK)


def _leads_to(page: Page, near: range, wanted: Phrases, parting: re.Pattern[str]) -> bool:
    """Whether words beside an outlet, away from it, come to a wanted one over such as "agency" alone."""
    words = page.words
    for at in near:
        left = at if near.step < 0 else at - 1
        if parting.search(page.text[words.ends[left] : words.starts[left + 1]]):
            return False
        if words.folded[at] in wanted:
            return True
        if words.folded[at] not in markers().agency_words:
            return False
    return False


def _cited(page: Page, lines: Sequence[Line]) -> Iterator[str]:
    """The outlets that the article's own text cites, in its order."""
    paragraphs = [line for line in lines if line.kind is Kind.BODY][:_LEAD]
    lead = paragraphs[-1].end if paragraphs else 0
    for line in lines:
        if line.kind in PROSE:
            for outlet in _media(page, line):
                if _introduced(page, outlet, in_lead=line.end <= lead) or _followed(page, outlet):
                    yield outlet.id


def _introduced(page: Page, outlet: Outlet, *, in_lead: bool) -> bool:
    """Whether words of citing stand before the outlet: «حسبما أوردت قناة …», "citing …"."""
    marks, words = markers(), page.words
    if in_lead and words.folded[outlet.first] in marks.interviewed:  # «لوكالة سبوتنيك» is a name with its لِ
        return True
    sure = outlet.sure or _stands_out(page, outlet)
    if in_lead and sure and words.folded[outlet.first - 1] in marks.told_to:
        return True
    others = 0
    for at in range(outlet.first - 1, max(-1, outlet.first - 1 - _BEFORE), -1):
        if _BREAK.search(page.text[words.ends[at] : words.starts[at + 1]]):
            return False
        word = words.folded[at]
        if in_lead and word in marks.interviewed:
            return sure or word.startswith("ل")
        if _is(word, marks.attribution) and (sure or not _is(word, marks.agency_words)):
            return sure
        if _is(word, marks.agency_words):
            sure = True
            continue
        others += 1
        if others > _OTHERS:
            return False
    return False


def _stands_out(page: Page, outlet: Outlet) -> bool:
    """Whether an ambiguous name is set in quotes or capitals."""
    start, end = page.words.starts[outlet.first], page.words.ends[outlet.last - 1]
    name = page.text[start:end]
    return page.text[start - 1 : start] in tuple(_QUOTES) or (name.isascii() and name.isupper())


def _followed(page: Page, outlet: Outlet) -> bool:
    """Whether a verb of citing follows: "Reuters reported", «ТАСС передает»."""
    after = range(outlet.last, min(len(page.words), outlet.last + _OTHERS))
    return outlet.sure and _leads_to(page, after, markers().attribution_after, _CLAUSE)


def _is(word: str, group: Phrases) -> bool:
    if word in group:
        return True
    return "\u0600" <= word[0] <= "\u06ff" and any(form in group for form in arabic_readings(word)[0])
