"""Measures over a network: communities and centralities, from networkx."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from queries.networks.projection import Network

if TYPE_CHECKING:
    import networkx

# Louvain visits nodes in a random order; the same seed gives the same communities.
_SEED = 0


@dataclass(frozen=True, slots=True)
class Node:
    """A node with its measures. Only ties above 0 bind: for distances, a strong tie is a short way."""

    id: str
    statements: int
    community: int
    degree: int
    strength: float
    betweenness: float
    closeness: float
    eigenvector: float | None


def graph(network: Network) -> networkx.Graph[str]:
    """The network as networkx has it: weights on ties, `bipartite` 0 for actors and 1 for principles."""
    import networkx as nx

    made: nx.Graph[str] = nx.Graph(kind=network.kind)
    for node, statements in network.nodes.items():
        side = int(
            network.kind == "principles" or (network.kind == "two-mode" and node.startswith("principle:"))
        )
        made.add_node(node, label=network.table.name(node), statements=statements, bipartite=side)
    for tie in network.ties:
        made.add_edge(
            tie.source, tie.target, weight=tie.weight, congruence=tie.congruence, conflict=tie.conflict
        )
    return made


def nodes(network: Network) -> list[Node]:
    """Every node with its measures, by id."""
    import networkx as nx

    whole = graph(network)
    bound = _bound(whole)
    groups = _numbers(communities(network))
    between = nx.betweenness_centrality(bound, weight="distance")
    close = nx.closeness_centrality(bound, distance="distance")
    eigen = _eigenvector(bound)
    return [
        Node(
            id=node,
            statements=network.nodes[node],
            community=groups[node],
            degree=whole.degree(node),
            strength=float(whole.degree(node, weight="weight")),
            betweenness=between[node],
            closeness=close[node],
            eigenvector=eigen.get(node),
        )
        for node in sorted(whole)
    ]


def communities(network: Network) -> list[set[str]]:
    """Groups of nodes tied more than chance would tie them (Louvain; Blondel et al. 2008), largest first."""
    import networkx as nx

    bound = _bound(graph(network))
    if not bound:
        return []
    found: list[set[str]] = nx.community.louvain_communities(bound, weight="weight", seed=_SEED)
    return sorted(found, key=lambda group: (-len(group), min(group)))


def _numbers(groups: list[set[str]]) -> dict[str, int]:
    return {node: at for at, group in enumerate(groups, 1) for node in group}


def _bound(whole: networkx.Graph[str]) -> networkx.Graph[str]:
    import networkx as nx

    bound: nx.Graph[str] = nx.Graph()
    # In order, so that what depends on the order of nodes does not change from run to run.
    bound.add_nodes_from(sorted(whole))
    for source, target in sorted(whole.edges()):
        weight: float = whole.edges[source, target]["weight"]
        if weight > 0:
            bound.add_edge(source, target, weight=weight, distance=1 / weight)
    return bound


def _eigenvector(bound: networkx.Graph[str]) -> Mapping[str, float | None]:
    """Eigenvector centrality; nothing where the power iteration finds none."""
    import networkx as nx

    if not bound.number_of_edges():
        return {}
    try:
        found: dict[str, Any] = nx.eigenvector_centrality(bound, max_iter=1000, weight="weight")
    except nx.PowerIterationFailedConvergence:
        return {}
    return found
