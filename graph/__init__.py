"""Where the graph is kept: one port, one Cypher dialect, two stores."""

from graph.opening import open_store
from graph.store import Outcome, Rows, Store, StoreInfo

__all__ = ["Outcome", "Rows", "Store", "StoreInfo", "open_store"]
