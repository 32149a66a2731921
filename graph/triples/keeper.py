"""A program that keeps an index in step with its store: `python -m graph.triples.keeper FOLDER`.

Reading a large graph takes a processor for minutes, which whoever serves has other use for. The store is the
first line of standard input; each further one asks for a refresh, which is answered by lines of JSON: how
many nodes have been read, then what the index shows.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from graph import open_store
from graph.store import Store
from graph.triples.index import Index
from ontology.errors import CommuniqueError


def main() -> None:
    """Refresh as often as asked, until nobody asks any more."""
    index, store = Index(Path(sys.argv[1])), json.loads(sys.stdin.readline())
    for _ in sys.stdin:
        try:
            # Opened each time: a server of the embedded store lives as long as somebody holds it.
            with open_store(**store) as opened:
                _refresh(index, opened)
        except CommuniqueError as error:
            _tell({"error": str(error)})


def _refresh(index: Index, store: Store) -> None:
    standing = index.refresh(store, lambda done: _tell({"done": done}))
    _tell({"shown": standing.generation})


def _tell(news: dict[str, Any]) -> None:
    print(json.dumps(news), flush=True)


if __name__ == "__main__":
    main()
