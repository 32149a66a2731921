"""The codes of an account in words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files

from api.explaining.account import Account
from ontology.data_files import read_yaml

STANCES = {
    "endorse": "is for",
    "conditional": "is for, on a condition,",
    "neutral": "takes no side on",
    "ambivalent": "is for and against",
    "reject": "is against",
}


@cache
def _words() -> Mapping[str, Mapping[str, str]]:
    data: Mapping[str, Mapping[str, str]] = read_yaml(
        (files("api.explaining") / "wording.yaml").read_text(encoding="utf-8"), "wording.yaml"
    )
    return data


def told(kind: str, code: str) -> str:
    """What a code of some kind says; one that is not worded speaks for itself."""
    return _words()[kind].get(code, code.replace("-", " ").replace("_", " "))


def name(account: Account, item: str | None, tongue: str = "en") -> str:
    """An id's name, in English or (`here`) as the article would say it; the id where there is none."""
    if item is None:
        return "nobody"
    names: Mapping[str, str] = account["names"].get(item, {})
    return names.get(tongue, item)


def names(account: Account, items: Iterable[str], tongue: str = "en") -> str:
    """Several names in a row."""
    return ", ".join(name(account, item, tongue) for item in items) or "nobody"


def sentence(account: Account, item: Account) -> str:
    """A position, or what was nearly one, as one sentence."""
    side = STANCES[item["stance"]]
    said = f"{name(account, item['holder'])} {side} {name(account, item['target'])}"
    blocs = [("through", item.get("via", ())), ("against", item.get("contrast", ()))]
    return said + "".join(f", {word} {names(account, ids)}" for word, ids in blocs if ids)


def voice(account: Account, item: Account, tongue: str = "en") -> str:
    """Who says a clause, and for whom, or of whom it is told."""
    speaker = item["voice"]
    if speaker is None:
        return (
            f"the outlet, of {names(account, item['holders'], tongue)}" if item["holders"] else "the outlet"
        )
    others = [holder for holder in item["holders"] if holder != speaker]
    return name(account, speaker, tongue) + (f" → {names(account, others, tongue)}" if others else "")


def weights(item: Account) -> str:
    """What speaks for a candidate and against it, the heaviest first."""
    heaviest = sorted(item["weights"].items(), key=lambda pair: -abs(pair[1]))
    return ", ".join(f"{feature} {weight:+.2f}" for feature, weight in heaviest)


def confidence(item: Account) -> str:
    """How sure a position is, and by which proof."""
    if item["alone"] == item["confidence"]:
        return f"{item['confidence']:.2f}"
    return f"{item['confidence']:.2f} by its surest proof, {item['alone']:.2f} by this one"
