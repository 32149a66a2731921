"""The client: one method for each kind of question, over one connection."""

from __future__ import annotations

from datetime import date
from typing import Any, Self, TypeVar
from urllib.parse import quote

from api.client.answers import Listed, Table
from api.client.errors import NoAnswer, problem
from api.client.things import Actor, Article, Event, Evidence, Hit, Position, Principle, Query, read
from ontology.errors import NotInstalled

T = TypeVar("T")

# The most that a server gives at once: the fewest requests.
_PAGE = 1000


class Client:
    """A connection to a served API. Filters are those of REST; `from_` stands for `from`.

    Dates may be `date`s or ISO texts; what is None is left out. It raises the errors of `api.client.errors`.
    """

    def __init__(
        self, url: str = "http://127.0.0.1:8000", *, timeout: float = 60.0, page: int = _PAGE
    ) -> None:
        try:
            import httpx
        except ImportError as error:
            raise NotInstalled("The client", "client") from error
        self._trouble = (httpx.HTTPError, httpx.InvalidURL)
        try:
            self._http = httpx.Client(base_url=url, timeout=timeout, headers={"accept": "application/json"})
        except httpx.InvalidURL as error:
            raise NoAnswer(
                f"{url!r} is no address ({error}): give one like http://127.0.0.1:8000."
            ) from error
        self._page = page

    def __enter__(self) -> Self:
        """The client itself; its connection is closed at the end of the block."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close the connection."""
        self.close()

    def close(self) -> None:
        """Close the connection."""
        self._http.close()

    # --- lists and single items ---

    def positions(self, **filters: Any) -> Listed[Position]:
        """Positions by holder, voice, target, stance, via, from_, to, review and more, newest first."""
        return self._listed(Position, "/v1/positions", filters)

    def position(self, id: str) -> Position:
        """One position."""
        return read(Position, self._get(f"/v1/positions/{quote(id)}"))

    def evidence(self, position: str, context: int | None = None) -> Evidence:
        """The passage of a position with the text around it, its article, date and voice."""
        return read(Evidence, self._get(f"/v1/positions/{quote(position)}/evidence", context=context))

    def events(self, **filters: Any) -> Listed[Event]:
        """Events by kind, participant, place, from_ and to, newest first."""
        return self._listed(Event, "/v1/events", filters)

    def event(self, id: str) -> Event:
        """One event."""
        return read(Event, self._get(f"/v1/events/{quote(id)}"))

    def articles(self, **filters: Any) -> Listed[Article]:
        """Articles by language, publisher, mentions, from_ and to, newest first, without their text."""
        return self._listed(Article, "/v1/articles", filters)

    def article(self, id: str) -> Article:
        """One article with its text and its record."""
        return read(Article, self._get(f"/v1/articles/{quote(id)}"))

    def actors(self, **filters: Any) -> Listed[Actor]:
        """States, blocs, organisations and persons, by kind and q (words of a name)."""
        return self._listed(Actor, "/v1/actors", filters)

    def actor(self, id: str) -> Actor:
        """One actor."""
        return read(Actor, self._get(f"/v1/actors/{quote(id)}"))

    def principles(self, **filters: Any) -> Listed[Principle]:
        """Principles, by kind and q (words of a name)."""
        return self._listed(Principle, "/v1/principles", filters)

    def principle(self, id: str) -> Principle:
        """One principle."""
        return read(Principle, self._get(f"/v1/principles/{quote(id)}"))

    def search(self, words: str) -> Listed[Hit]:
        """Names of actors and principles, then articles and passages that have all the words."""
        return self._listed(Hit, "/v1/search", {"q": words})

    # --- questions ---

    def queries(self) -> list[Query]:
        """The named queries."""
        return [read(Query, item) for item in self._get("/v1/queries")["items"]]

    def ask(self, query: str, /, **parameters: Any) -> Table:
        """The answer of a named query, all of its pages."""
        return self._table(f"/v1/queries/{quote(query)}", parameters)

    def members(self, bloc: str, on: date | str | None = None) -> Table:
        """How states stand towards a bloc on a day; today if it is left out."""
        return self._table(f"/v1/blocs/{quote(bloc)}/members", {"on": on}, paged=False)

    def network(self, analysis: str = "actors", /, **options: Any) -> Table:
        """An analysis of discourse networks: actors, principles, two-mode, measures, cohesion, changes …"""
        return self._table(f"/v1/networks/{quote(analysis)}", options)

    def series(self, **options: Any) -> Table:
        """Positions over time, in groups."""
        return self._table("/v1/series", options)

    def matrix(self, **options: Any) -> Table:
        """Blocs by principles."""
        return self._table("/v1/matrix", options)

    def cypher(self, query: str, /, **parameters: Any) -> Table:
        """Read-only Cypher, its parameters by name."""
        body = {"query": query, "parameters": {name: _plain(value) for name, value in parameters.items()}}
        answer = self._answer("POST", "/v1/cypher", json=body).json()
        return Table(tuple(answer["columns"]), answer["items"], answer["truncated"])

    def plot(self, name: str, /, form: str = "svg", **options: Any) -> bytes:
        """A picture: timeline, heatmap or network, as svg or png."""
        content: bytes = self._answer(
            "GET", f"/v1/plots/{quote(name)}.{form}", params=_spelled(options)
        ).content
        return content

    # --- how it is asked ---

    def _listed(self, kind: type[T], path: str, filters: dict[str, Any]) -> Listed[T]:
        asked = {"limit": self._page, **filters}
        return Listed(kind, lambda cursor: self._get(path, **asked, cursor=cursor))

    def _table(self, path: str, parameters: dict[str, Any], *, paged: bool = True) -> Table:
        asked = {**parameters, "limit": self._page} if paged else parameters
        page = self._get(path, **asked)
        rows, truncated = list(page["items"]), bool(page.get("truncated"))
        columns = page.get("columns") or (list(rows[0]) if rows else [])
        while page["next"] is not None:
            page = self._get(path, **asked, cursor=page["next"])
            rows += page["items"]
        return Table(tuple(columns), rows, truncated)

    def _get(self, path: str, **parameters: Any) -> dict[str, Any]:
        found: dict[str, Any] = self._answer("GET", path, params=_spelled(parameters)).json()
        return found

    def _answer(self, method: str, path: str, **what: Any) -> Any:
        try:
            answer = self._http.request(method, path, **what)
        except self._trouble as error:
            place = self._http.base_url
            raise NoAnswer(
                f"Nothing usable came from {place} ({error}): does `communique serve` run there?"
            ) from error
        if answer.is_success:
            return answer
        if "problem+json" in answer.headers.get("content-type", ""):
            raise problem(answer.json())
        raise NoAnswer(f"{answer.url} answered {answer.status_code}: it is no API of Communiqué.")


def _spelled(given: dict[str, Any]) -> dict[str, Any]:
    """Parameters as REST spells them: `from_` is `from`; nothing for None."""
    return {name.rstrip("_"): _plain(value) for name, value in given.items() if value is not None}


def _plain(value: Any) -> Any:
    match value:
        case date():
            return value.isoformat()
        case list() | tuple():
            return [_plain(item) for item in value]
    return value
