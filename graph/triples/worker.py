"""A program that answers SPARQL from one generation of an index: `python -m graph.triples.worker FOLDER`.

A query cannot be stopped inside the engine, so each runs in such a process, which whoever asked may kill. A
question is one line of JSON on standard input, an answer one line of JSON and its body on standard output.
Once the triples are open the process can open nothing any more, neither a file nor a connection.
"""

from __future__ import annotations

import json
import os
import sys
from typing import Any

from pyoxigraph import Store as Oxigraph

from graph.triples.answering import BINDINGS, GRAPHS, Answer, Question, Unacceptable, answer
from ontology.errors import QueryRefused

_MEMORY = 2 * 2**30  # bytes that a query may take
_GRACE = 2  # seconds of processor time after which the system ends what nobody has ended


def main() -> None:
    """Answer until nobody asks any more."""
    triples = _opened(sys.argv[1])
    _confine()
    for line in sys.stdin.buffer:
        told = json.loads(line)
        _limit_time(told.pop("seconds"))
        header, body = _answered(triples, Question(**told))
        sys.stdout.buffer.write(json.dumps({**header, "length": len(body)}).encode() + b"\n" + body)
        sys.stdout.buffer.flush()


def _answered(triples: Oxigraph, question: Question) -> tuple[dict[str, Any], bytes]:
    try:
        found: Answer = answer(triples, question)
    except QueryRefused as error:
        return {"refused": str(error)}, b""
    except Unacceptable:
        return {"unacceptable": True}, b""
    return {"format": found.format, "truncated": found.truncated}, found.body


def _opened(folder: str) -> Oxigraph:
    """The triples, with all that an answer needs loaded while it still can be."""
    if sys.platform != "win32":
        import resource

        _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
        wanted = 65536 if most == resource.RLIM_INFINITY else min(most, 65536)
        resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, most))
    triples = Oxigraph.read_only(folder)
    for form in BINDINGS:
        answer(triples, Question("SELECT * { ?s ?p ?o } LIMIT 1", 1, bindings=form))
    for form in GRAPHS:
        answer(triples, Question("CONSTRUCT WHERE { ?s ?p ?o } LIMIT 1", 1, graph=form))
    return triples


def _confine() -> None:
    """Take from this process what a query does not need, where the system can."""
    if sys.platform == "win32":
        return
    import resource

    # The lowest free number is the next that would be opened: no number from there on may be.
    free = os.dup(0)
    os.close(free)
    resource.setrlimit(resource.RLIMIT_NOFILE, (free, free))
    used = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    resource.setrlimit(resource.RLIMIT_DATA, (used + _MEMORY, used + _MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _limit_time(seconds: float) -> None:
    """Let the system end this process should nobody else do it."""
    if sys.platform == "win32":
        return
    import resource

    usage = resource.getrusage(resource.RUSAGE_SELF)
    _, most = resource.getrlimit(resource.RLIMIT_CPU)
    resource.setrlimit(resource.RLIMIT_CPU, (int(usage.ru_utime + usage.ru_stime + seconds) + _GRACE, most))


if __name__ == "__main__":
    main()
