"""How sure a candidate is: a probability from what it rests on, and the review that follows.

The weights live in confidence.yaml; benchmarks/calibrate.py fits them on the development set.
"""

from __future__ import annotations

import math
from functools import lru_cache
from pathlib import Path
from typing import Any

from loaders.positions.candidates import Candidate
from ontology.data_files import read_yaml
from ontology.record import Review

WEIGHTS = Path(__file__).parent / "confidence.yaml"


@lru_cache(maxsize=1)
def _weights() -> dict[str, Any]:
    data: dict[str, Any] = read_yaml(WEIGHTS.read_text(encoding="utf-8"), WEIGHTS.name)
    return data


def features(candidate: Candidate) -> tuple[str, ...]:
    """The names of what speaks for or against a candidate."""
    clause = candidate.clause
    return (
        f"level:{clause.level}",
        f"cued:{candidate.cued}",
        f"target:{candidate.target.id.partition(':')[0]}",
        f"stance:{candidate.stance}",
        f"of:{candidate.target.id}",
        f"first:{candidate.trace[0].partition(':')[0] if candidate.trace else 'nothing'}",
        *(("quoted",) if clause.quoted else ()),
        *(("short",) if candidate.target.short else ()),
        *(("reports-other",) if clause.reports_other else ()),
        *((f"verb:{clause.verb.effect}",) if clause.verb else ()),
    )


def contributions(candidate: Candidate) -> tuple[tuple[str, float], ...]:
    """What each feature adds to the log-odds of a candidate, behind the intercept that all start from."""
    weights = _weights()
    given = ((name, weights["features"].get(name, 0.0)) for name in features(candidate))
    return (("intercept", weights["intercept"]), *given)


def confidence(candidate: Candidate) -> float:
    """The probability that an annotator would record the candidate, to two digits."""
    total = sum(weight for _, weight in contributions(candidate))
    return round(1 / (1 + math.exp(-total)), 2)


def review(probability: float) -> Review:
    """Whether a position of this confidence may stand in answers before a person has judged it."""
    return Review.ACCEPTED if probability >= _weights()["threshold"] else Review.PENDING
