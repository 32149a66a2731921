"""`python -m benchmarks.scale FOLDER generate N`, `… load STORE`, `… ask STORE`: see benchmarks/README.md."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from api.output import say
from benchmarks.scale import asking, files, generating, loading


def main() -> int:
    """Do one step over a folder."""
    folder, step, *rest = Path(sys.argv[1]), *sys.argv[2:]
    if step == "generate":
        files.write(folder, generating.batches(int(rest[0])))
    elif step == "load":
        load = {"embedded": loading.load_embedded, "neo4j": loading.load_neo4j}[rest[0]]
        say(f"{rest[0]} loaded in {load(folder):.0f} s")
    else:
        _ask(folder, *rest)
    return 0


def _ask(folder: Path, engine: str, only: str = "") -> None:
    with loading.opened(engine, folder) as store:
        clock = asking.Clock(asking.server_of(store, folder))
        for kind in (asking.named, asking.lists):
            for figure in kind(store, clock, only):
                print(json.dumps(figure.to_json()), flush=True)


if __name__ == "__main__":
    sys.exit(main())
