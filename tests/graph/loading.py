"""A program that loads generated articles and reports each as stored, to be killed meanwhile."""

from __future__ import annotations

import os

from graph import open_store
from tests.graph.samples import batch, generated


def main() -> None:
    """Load sixty articles into the store of the environment."""
    url, user, password = (os.environ.get(f"COMMUNIQUE_STORE{name}") for name in ("", "_USER", "_PASSWORD"))
    with open_store(str(url), user, password) as store:
        for made, text in map(generated, range(60)):
            store.write(batch(made, text))
            print(made.article.id, flush=True)


if __name__ == "__main__":
    main()
