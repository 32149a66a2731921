"""An account on the terminal."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from typing import TYPE_CHECKING

from api.explaining.account import Account
from api.explaining.wording import confidence, name, names, sentence, told, voice, weights
from api.output import isolated

if TYPE_CHECKING:
    from rich.console import Console

_SHORT = 160
_READ = frozenset({"title", "heading", "body", "list-item"})
_COLOURS = {"endorse": "green", "conditional": "yellow", "ambivalent": "yellow", "reject": "red"}


def show(account: Account) -> None:
    """Print one article's account to standard output."""
    from rich.console import Console

    console = Console(highlight=False)
    _head(console, account)
    _layout(console, account)
    _voices(console, account)
    _mentions(console, account)
    _positions(console, account)
    _dropped(console, account)
    _passed(console, account)


def _print(console: Console, text: str, style: str = "", indent: int = 0) -> None:
    from rich.padding import Padding
    from rich.text import Text

    body = Text(isolated(text, console.width - indent), style=style)
    console.print(Padding(body, (0, 0, 0, indent)))


def _rule(console: Console, title: str) -> None:
    console.print()
    console.rule(title, align="left", style="dim")


def _head(console: Console, account: Account) -> None:
    head = account["article"]
    _print(console, head["title"] or "(no title)", "bold")
    published = f"{head['published_on'] or 'undated'} ({head['published_on_source'] or 'no date found'})"
    relayed = f", relayed from {names(account, head['relayed_from'])}" if head["relayed_from"] else ""
    publisher = name(account, head["publisher"]) if head["publisher"] else "an unknown outlet"
    _print(console, f"{head['path']} · {head['language']} · {published} · {publisher}{relayed}", "dim")


def _layout(console: Console, account: Account) -> None:
    _rule(console, "Layout")
    for block in account["layout"]:
        text = " ".join(block["text"].split())
        short = text if len(text) <= _SHORT else text[:_SHORT] + " …"
        _print(console, told("kind", block["kind"]), "dim" if block["kind"] in _READ else "magenta")
        _print(console, short, "" if block["kind"] in _READ else "dim", indent=2)


def _voices(console: Console, account: Account) -> None:
    _rule(console, "Voices")
    for number, clause in enumerate(account["voices"], 1):
        verb = f" ({clause['verb']})" if clause["verb"] else ""
        _print(
            console, f"{number} · {voice(account, clause)} · {told('level', clause['level'])}{verb}", "cyan"
        )
        _print(console, clause["text"], indent=2)


def _mentions(console: Console, account: Account) -> None:
    _rule(console, "Mentions")
    for item, group in groupby(sorted(account["mentions"], key=lambda m: m["id"]), key=lambda m: m["id"]):
        found = list(group)
        office = next(
            (f", {name(account, m['role'])} of {name(account, m['of'])}" for m in found if m["role"]), ""
        )
        _print(console, f"{item}: {name(account, item)}{office}", "cyan")
        _print(console, _counted(f"{m['text']} ({m['how']})" for m in found), indent=2)


def _counted(words: Iterable[str]) -> str:
    counts: dict[str, int] = {}
    for word in words:
        counts[word] = counts.get(word, 0) + 1
    return " · ".join(word if count == 1 else f"{word} ×{count}" for word, count in counts.items())


def _positions(console: Console, account: Account) -> None:
    _rule(console, f"Positions ({len(account['positions'])})")
    for number, item in enumerate(account["positions"], 1):
        _print(console, f"{number}. {sentence(account, item)}", f"bold {_COLOURS.get(item['stance'], '')}")
        _print(console, item["evidence"]["text"], indent=3)
        _why(console, account, item)
        _print(console, f"{item['outcome']}: {told('outcome', item['outcome'])}", "dim", indent=3)
        _print(console, f"confidence {confidence(item)}: {weights(item)}", "dim", indent=3)


def _why(console: Console, account: Account, item: Account) -> None:
    clause = account["voices"][item["clause"]]
    said = f"said by {voice(account, clause)}, {told('level', clause['level'])} (voice {item['clause'] + 1})"
    _print(console, f"{said}; {item['modality']}", "dim", indent=3)
    _print(
        console, f"{told('rule', item['rule'])} It rests on {told('cued', item['cued'])}.", "dim", indent=3
    )
    for effect, word in item["cues"]:
        _print(console, f"{told('effect', effect)}: {word}", "cyan", indent=5)


def _dropped(console: Console, account: Account) -> None:
    _rule(console, f"Nearly positions ({len(account['dropped'])})")
    kept = {item["id"]: number for number, item in enumerate(account["positions"], 1)}
    for item in account["dropped"]:
        _print(console, f"{sentence(account, item)} ({item['confidence']:.2f})", "bold")
        _print(console, item["evidence"]["text"], indent=3)
        because = f"dropped for position {kept[item['kept']]}: {told('outcome', item['outcome'])}"
        _print(console, because, "yellow", indent=3)
        _why(console, account, item)


def _passed(console: Console, account: Account) -> None:
    _rule(console, f"Named without a position ({len(account['passed'])})")
    for item in account["passed"]:
        _print(console, f"{name(account, item['target'])}: {told('reason', item['reason'])}", "yellow")
        _print(console, item["evidence"]["text"], indent=3)
        for effect, word in item["cues"]:
            _print(console, f"{told('effect', effect)}: {word}", "cyan", indent=5)
