"""A client of a served API: typed objects and data frames, page after page, errors as one tree.

    from api.client import Client

    with Client("http://127.0.0.1:8000") as communique:
        for position in communique.positions(holder="state:RU", stance="reject", from_="2024"):
            print(position.said_on, position.passage)
        communique.ask("blocs-linked-to-principle", holder="state:RU",
                       principle="principle:eurasian-security").frame()

It needs the extra `client`.
"""

from __future__ import annotations

from api.client.answers import Listed, Table
from api.client.connection import Client
from api.client.errors import ClientError, Failed, NoAnswer, NotFound, Problem, Refused
from api.client.things import Actor, Article, Event, Evidence, Hit, Position, Principle, Query

__all__ = [
    "Actor",
    "Article",
    "Client",
    "ClientError",
    "Event",
    "Evidence",
    "Failed",
    "Hit",
    "Listed",
    "NoAnswer",
    "NotFound",
    "Position",
    "Principle",
    "Problem",
    "Query",
    "Refused",
    "Table",
]
