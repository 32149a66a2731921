"""Fit the weights of confidence.yaml on gold records, and show how well they are calibrated.

usage: python -m benchmarks.calibrate [--write]

Fitted on the articles of tests/gold that rules were written with; the reliability table is of those that
nobody who writes rules has read (tests/gold/unseen and retold-unseen). A position counts as right when an
annotator recorded its holder, target and stance; what gold calls optional is left out. Logistic regression
with an L2 penalty, by gradient descent.
"""

from __future__ import annotations

import argparse
import datetime
import math
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from loaders.article import Article
from loaders.explanation import Outcome
from loaders.pipeline import trace
from loaders.positions.confidence import WEIGHTS, features
from ontology.vocabulary import Vocabulary

GOLD = Path(__file__).parents[1] / "tests" / "gold"
TODAY = datetime.date(2026, 11, 22)
RARE = 4  # a feature seen less often is left out
PENALTY = 0.006
OF_ONE_PRINCIPLE = 0.015  # the penalty on what only one principle shows: a dozen samples say little
UNREAD = 0.70  # of the positions in articles that no rule was tuned on so many were right
STEPS, RATE = 1500, 0.5
SOBERED, STEPS_TO_SOBER = 4.0, 20  # log-odds between which the intercept is looked for, by halves

_OF_ONE = ("of:", "side:")

Sample = tuple[frozenset[str], bool]


def samples(*, unseen: bool) -> Iterator[Sample]:
    """(features, right) for each position read out of the articles that rule writers have (not) seen."""
    vocabulary = Vocabulary.load()
    for path in sorted(GOLD.rglob("[0-9]*.txt")):
        sets = path.relative_to(GOLD).parts
        if "second" not in sets and sets[0].endswith("unseen") == unseen:
            gold = yaml.safe_load(path.with_suffix(".yaml").read_text(encoding="utf-8"))
            yield from _of_article(path, gold, vocabulary)


def _of_article(path: Path, gold: dict[str, Any], vocabulary: Vocabulary) -> Iterator[Sample]:
    required = {_key(p, vocabulary) for p in gold.get("positions") or [] if not p.get("optional")}
    optional = {_key(p, vocabulary) for p in gold.get("positions") or []} - required
    for item in trace(Article(path.read_text(encoding="utf-8"), str(path)), vocabulary, TODAY).judged:
        holder, target, stance = item.proof.holder, item.proof.target, item.proof.stance.value
        key = (_listed(holder, vocabulary), _listed(target, vocabulary), stance)
        if item.outcome in (Outcome.ACCEPTED, Outcome.PENDING) and key not in optional:
            yield frozenset(features(item.candidate, item.standing)), key in required


def _key(position: dict[str, Any], vocabulary: Vocabulary) -> tuple[str, str, str]:
    holder, target = (_listed(position[side], vocabulary) for side in ("holder", "target"))
    return holder, target, position["stance"]


def _listed(item: str, vocabulary: Vocabulary) -> str:
    return item if item in vocabulary else item.partition(":")[0] + ":?"


def fit(train: list[Sample]) -> tuple[float, dict[str, float]]:
    """Intercept and weights that make the training samples likeliest."""
    counts = Counter(name for names, _ in train for name in names)
    weights = dict.fromkeys(sorted(name for name, n in counts.items() if n >= RARE), 0.0)
    intercept = 0.0
    for _ in range(STEPS):
        slope = dict.fromkeys(weights, 0.0)
        lean = 0.0
        for names, right in train:
            error = right - probability(names, intercept, weights)
            lean += error
            for name in names:
                if name in slope:
                    slope[name] += error
        intercept += RATE * lean / len(train)
        for name, value in slope.items():
            penalty = OF_ONE_PRINCIPLE if name.startswith(_OF_ONE) else PENALTY
            weights[name] += RATE * (value / len(train) - penalty * weights[name])
    return _sobered(train, intercept, weights), weights


def _sobered(train: list[Sample], intercept: float, weights: dict[str, float]) -> float:
    """The intercept with which the mean probability is that of articles no rule was tuned on."""
    low, high = intercept - SOBERED, intercept
    for _ in range(STEPS_TO_SOBER):
        middle = (low + high) / 2
        mean = sum(probability(names, middle, weights) for names, _ in train) / len(train)
        low, high = (low, middle) if mean > UNREAD else (middle, high)
    return low


def probability(names: frozenset[str], intercept: float, weights: dict[str, float]) -> float:
    """The probability that the weights give to a candidate with these features."""
    return 1 / (1 + math.exp(-intercept - sum(weights.get(name, 0.0) for name in names)))


def reliability(test: list[Sample], intercept: float, weights: dict[str, float]) -> tuple[str, float]:
    """A table of said and found probability in ten bins, and the expected calibration error."""
    bins: dict[int, list[tuple[float, bool]]] = {}
    for names, right in test:
        said = probability(names, intercept, weights)
        bins.setdefault(min(9, int(said * 10)), []).append((said, right))
    lines, error = ["| said | found | candidates |", "|---|---|---|"], 0.0
    for _, members in sorted(bins.items()):
        said = sum(p for p, _ in members) / len(members)
        found = sum(right for _, right in members) / len(members)
        error += abs(said - found) * len(members) / len(test)
        lines.append(f"| {said:.2f} | {found:.2f} | {len(members)} |")
    return "\n".join(lines), error


def main() -> None:
    """Fit, show, and with --write keep the weights."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--write", action="store_true")
    arguments = parser.parse_args()
    train, test = list(samples(unseen=False)), list(samples(unseen=True))
    intercept, weights = fit(train)
    table, error = reliability(test, intercept, weights)
    print(f"{len(train)} positions to fit, {len(test)} held out\n\n{table}")
    print(f"\nexpected calibration error {error:.3f}")
    if arguments.write:
        _write(intercept, weights)


def _write(intercept: float, weights: dict[str, float]) -> None:
    text = WEIGHTS.read_text(encoding="utf-8")
    text = re.sub(r"(?m)^intercept:.*$", f"intercept: {intercept:.2f}", text)
    rows = "".join(
        f'  "{name}": {value:.2f}\n' for name, value in sorted(weights.items()) if abs(value) >= 0.01
    )
    WEIGHTS.write_text(text.partition("features:\n")[0] + "features:\n" + rows, encoding="utf-8")


if __name__ == "__main__":
    main()
