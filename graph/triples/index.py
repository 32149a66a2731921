"""The index: the graph as RDF in a folder of its own, which follows the store's changes.

One program at a time changes it, in `primary`. What is read are generations: snapshots that never change,
made of hard links, of which `current.json` names the newest and the revision of the store that it shows.
"""

from __future__ import annotations

import hashlib
import json
import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass
from functools import lru_cache
from importlib.metadata import version
from pathlib import Path

from pyoxigraph import Quad, RdfFormat, Triple
from pyoxigraph import Store as Oxigraph

from graph import rdf
from graph.bundles import bundles
from graph.host import try_lock
from graph.store import Revision, Store
from graph.triples.changes import apply_changes
from ontology.owl import ontology
from ontology.schema import FILE, Schema

Progress = Callable[[int], None]  # takes how many nodes have been read

_CURRENT, _PRIMARY, _WHOLE, _LOCK = "current.json", "primary", "primary.json", "lock"
_KEPT = 2  # generations: who began to read the last but one may finish


@dataclass(frozen=True, slots=True)
class Standing:
    """What an index shows: the revision of the store, and the declaration that made triples of it."""

    generation: str
    revision: Revision
    mapping: str
    vocabulary: str

    def shows(self, wanted: Revision) -> bool:
        """Whether it has every change up to a revision."""
        same = self.revision.contents == wanted.contents and self.mapping == mapping()
        return same and self.revision.changes >= wanted.changes


@lru_cache(maxsize=1)
def mapping() -> str:
    """A mark of what makes triples of the graph: another one means another index."""
    sources = b"".join(path.read_bytes() for path in (FILE, Path(rdf.__file__), Path(__file__)))
    return hashlib.sha256(sources + version("pyoxigraph").encode()).hexdigest()[:16]


class Index:
    """The index in a folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def standing(self) -> Standing | None:
        """What it shows now, if anything."""
        return self._read(_CURRENT)

    def _read(self, name: str) -> Standing | None:
        try:
            found = json.loads((self.folder / name).read_text())
            return Standing(**{**found, "revision": Revision(*found["revision"])})
        except (OSError, ValueError, KeyError, TypeError):
            return None

    def _write(self, name: str, standing: Standing) -> None:
        told = {**asdict(standing), "revision": [standing.revision.contents, standing.revision.changes]}
        beside = self.folder / f"{name}.new"
        beside.write_text(json.dumps(told))
        beside.replace(self.folder / name)

    def generation(self, standing: Standing) -> Path:
        """Where the triples of a standing are."""
        return self.folder / standing.generation

    def refresh(self, store: Store, progress: Progress = lambda _: None) -> Standing:
        """Bring it up to date with the store; other programs that want to wait meanwhile."""
        self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        with self._locked():
            before, wanted, vocabulary = self.standing(), store.revision(), _vocabulary(store)
            if before and before.shows(wanted):
                return before
            # A primary without its mark was left half changed, or is none.
            whole = self._read(_WHOLE)
            (self.folder / _WHOLE).unlink(missing_ok=True)
            if whole and whole.revision.contents == wanted.contents and whole.mapping == mapping():
                triples = Oxigraph(str(self.folder / _PRIMARY))
                another = whole.vocabulary != vocabulary
                apply_changes(triples, store, whole.revision.changes, vocabulary=another)
            else:
                triples = self._built(store, progress)
            name = f"generation-{time.time_ns()}"
            return self._published(triples, Standing(name, wanted, mapping(), vocabulary))

    @contextmanager
    def _locked(self) -> Iterator[None]:
        with (self.folder / _LOCK).open("a+b") as handle:
            while not try_lock(handle):
                time.sleep(0.1)
            yield

    def _built(self, store: Store, progress: Progress) -> Oxigraph:
        shutil.rmtree(self.folder / _PRIMARY, ignore_errors=True)
        triples = Oxigraph(str(self.folder / _PRIMARY))
        triples.bulk_extend(_all(store, progress))
        triples.load(ontology(Schema.load()), RdfFormat.TURTLE)
        return triples

    def _published(self, triples: Oxigraph, standing: Standing) -> Standing:
        triples.flush()
        triples.backup(str(self.generation(standing)))
        self._write(_WHOLE, standing)
        self._write(_CURRENT, standing)
        for older in sorted(self.folder.glob("generation-*"))[:-_KEPT]:
            with suppress(OSError):  # on some systems not while somebody reads it: the next time
                shutil.rmtree(older)
        return standing


def _vocabulary(store: Store) -> str:
    rows = store.read("MATCH (m:Meta) RETURN m.vocabulary_version AS version").rows
    return str(rows[0][0]) if rows else ""


def _all(store: Store, progress: Progress) -> Iterator[Quad]:
    for triple in rdf.roles():
        yield _quad(triple)
    for done, bundle in enumerate(bundles(store)):
        if done % 500 == 0:
            progress(done)
        yield from map(_quad, rdf.triples(bundle))


def _quad(triple: Triple) -> Quad:
    return Quad(triple.subject, triple.predicate, triple.object)
