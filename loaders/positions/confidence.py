"""How sure a candidate is: a probability from what it rests on, and the review that follows.

Reads a candidate and what the whole article shows of the same position. The weights live in
confidence.yaml; benchmarks/calibrate.py fits them on the development set.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from loaders.positions.candidates import Candidate, Target
from ontology.data_files import read_yaml
from ontology.record import Review, Stance

WEIGHTS = Path(__file__).parent / "confidence.yaml"
_MOST_PROOFS = 3
_MOST_NAMED = 5
_MOST_HOLDERS = 3

# Whose position, on what, and which way.
Key = tuple[str, str, Stance]


@dataclass(frozen=True, slots=True)
class Standing:
    """What an article shows of one position: all its proofs, and how its target stands in the text.

    `named`: how often the target is named there; `holders`: how many have a position on it.
    """

    proofs: tuple[Candidate, ...]
    named: int
    holders: int


@lru_cache(maxsize=1)
def _weights() -> dict[str, Any]:
    data: dict[str, Any] = read_yaml(WEIGHTS.read_text(encoding="utf-8"), WEIGHTS.name)
    return data


def position_of(candidate: Candidate) -> Key:
    """The position that a candidate proves: its holder, its target and the stance."""
    return candidate.holder, candidate.target.id, candidate.stance


def standings(candidates: Iterable[Candidate], topics: Mapping[int, Iterable[Target]]) -> dict[Key, Standing]:
    """What the article shows of each position that its candidates prove."""
    proofs: dict[Key, list[Candidate]] = defaultdict(list)
    for candidate in candidates:
        proofs[position_of(candidate)].append(candidate)
    named = Counter(target.id for targets in topics.values() for target in targets)
    holders = Counter(target for _, target in {(holder, target) for holder, target, _ in proofs})
    return {key: Standing(tuple(found), named[key[1]], holders[key[1]]) for key, found in proofs.items()}


def features(candidate: Candidate, standing: Standing) -> tuple[str, ...]:
    """The names of what speaks for or against a candidate."""
    clause, target, steps = candidate.clause, candidate.target, _kinds(candidate.trace)
    marks = {
        "quoted": clause.quoted,
        "reports-other": clause.reports_other,
        "of-others": clause.of_others,
        "act-of-another": not clause.own_act,
        "unvoiced": clause.speaker.voice is None,
        "short": target.short,
        "again": target.again,
        "opposite": target.opposite,
        "negated": target.negated,
    }
    return (
        f"level:{clause.level}",
        f"cued:{candidate.cued}",
        f"target:{_kind(target.id)}",
        f"holder:{_kind(candidate.holder)}",
        f"stance:{candidate.stance}",
        f"modality:{candidate.modality}",
        f"of:{target.id}",
        f"side:{candidate.stance}:{target.id}",
        f"first:{steps[0] if steps else 'nothing'}",
        *(f"step:{kind}" for kind in dict.fromkeys(steps)),
        *(f"also:{level}" for level in dict.fromkeys(proof.clause.level for proof in standing.proofs)),
        f"proofs:{min(len(standing.proofs), _MOST_PROOFS)}",
        f"named:{min(standing.named, _MOST_NAMED)}",
        f"holders:{min(standing.holders, _MOST_HOLDERS)}",
        *(name for name, stands in marks.items() if stands),
        *((f"verb:{clause.verb.effect}",) if clause.verb else ()),
    )


def _kinds(trace: tuple[str, ...]) -> list[str]:
    """The kinds of the steps by which a candidate was made, in their order."""
    return [step.partition(":")[0] for step in trace]


def _kind(item: str) -> str:
    return item.partition(":")[0]


def contributions(candidate: Candidate, standing: Standing) -> tuple[tuple[str, float], ...]:
    """What each feature adds to the log-odds of a candidate, behind the intercept that all start from."""
    weights = _weights()
    given = ((name, weights["features"].get(name, 0.0)) for name in features(candidate, standing))
    return (("intercept", weights["intercept"]), *given)


def confidence(candidate: Candidate, standing: Standing) -> float:
    """The probability that an annotator would record the candidate, to two digits."""
    total = sum(weight for _, weight in contributions(candidate, standing))
    return round(1 / (1 + math.exp(-total)), 2)


def review(probability: float) -> Review:
    """Whether a position of this confidence may stand in answers before a person has judged it."""
    return Review.ACCEPTED if probability >= _weights()["threshold"] else Review.PENDING
