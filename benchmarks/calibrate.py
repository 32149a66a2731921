"""Fit the weights of confidence.yaml on gold records, and show how well they are calibrated.

usage: python -m benchmarks.calibrate [FOLDER …] [--write]

Each FOLDER holds articles (.txt) with gold records (.yaml) beside them; default: tests/gold. Articles
whose number is divisible by three are held out: the reliability table is theirs. A candidate counts as
right when an annotator recorded its holder, target and stance; what gold calls optional is left out.
Logistic regression with an L2 penalty, by gradient descent.
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
from loaders.positions.attribution import attribute
from loaders.positions.candidates import Candidate
from loaders.positions.confidence import WEIGHTS, features
from loaders.positions.stances import find_candidates
from loaders.positions.topics import find_topics
from loaders.reading.document import read_document
from loaders.reading.naming.reader import find_mentions
from ontology.vocabulary import Vocabulary

ROOT = Path(__file__).parent.parent
TODAY = datetime.date(2026, 11, 22)
RARE = 6  # a feature seen less often is left out
PENALTY = 0.003
OF_ONE_PRINCIPLE = 0.01  # the penalty on what only one principle shows: a dozen samples say little
FLATTERED = 0.4  # log-odds by which articles that rules were tuned on look better than new ones
STEPS, RATE = 600, 0.5

Sample = tuple[frozenset[str], bool]


def samples(folders: list[Path], held_out: bool) -> Iterator[Sample]:
    """(features, right) for each candidate of the articles that are (not) held out."""
    vocabulary = Vocabulary.load()
    for folder in folders:
        for path in sorted(folder.rglob("[0-9]*.txt")):
            gold = path.with_suffix(".yaml")
            if gold.exists() and "second" not in path.parts and (int(path.name[:3]) % 3 == 0) == held_out:
                yield from _of_article(path, yaml.safe_load(gold.read_text(encoding="utf-8")), vocabulary)


def _of_article(path: Path, gold: dict[str, Any], vocabulary: Vocabulary) -> Iterator[Sample]:
    required = {_key(p) for p in gold.get("positions") or [] if not p.get("optional")}
    optional = {_key(p) for p in gold.get("positions") or []} - required
    article = Article(path.read_text(encoding="utf-8"), str(path))
    for candidate in _candidates(article, vocabulary):
        key = (_listed(candidate.holder, vocabulary), candidate.target.id, candidate.stance.value)
        if key not in optional:
            yield frozenset(features(candidate)), key in required


def _candidates(article: Article, vocabulary: Vocabulary) -> tuple[Candidate, ...]:
    document = read_document(article, vocabulary, TODAY)
    mentions = find_mentions(document, document.layout.published_on)
    topics = find_topics(document, mentions)
    return find_candidates(document, attribute(document, mentions), topics, mentions)


def _key(position: dict[str, Any]) -> tuple[str, str, str]:
    return _listed(position["holder"], Vocabulary.load()), position["target"], position["stance"]


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
            penalty = OF_ONE_PRINCIPLE if name.startswith("of:") else PENALTY
            weights[name] += RATE * (value / len(train) - penalty * weights[name])
    return intercept - FLATTERED, weights


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
    parser.add_argument("folders", nargs="*", type=Path, default=[ROOT / "tests" / "gold"])
    parser.add_argument("--write", action="store_true")
    arguments = parser.parse_args()
    train, test = list(samples(arguments.folders, False)), list(samples(arguments.folders, True))
    intercept, weights = fit(train)
    table, error = reliability(test, intercept, weights)
    print(f"{len(train)} candidates to fit, {len(test)} held out\n\n{table}")
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
