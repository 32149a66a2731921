"""The graph as RDF: one declaration, the same triples from both stores, in shape."""

from __future__ import annotations

import io
import json
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

import pytest
from pyshacl import validate
from rdflib import OWL, PROV, RDF, SKOS, XSD, Dataset, Graph, Literal, Namespace, URIRef

from api import linked
from graph import Store
from graph.batch import Run, batch_of, vocabulary_batch
from ontology import owl, shapes
from ontology.errors import VocabularyError
from ontology.record import Modality, Named, Review, Stance
from ontology.schema import Schema
from ontology.terms import Term, escaped
from tests.conftest import ENGINES, Stores
from tests.graph.samples import (
    LOADED_AT,
    TEXT,
    VOCABULARY,
    article_id,
    batch,
    generated,
    head,
    position,
    record,
    span,
)

SCHEMA = Schema.load()
CQ, ID = (Namespace(SCHEMA.terms.prefixes[name]) for name in ("cq", "id"))
OA, ORG, TIME, DCTERMS = (Namespace(SCHEMA.terms.prefixes[name]) for name in ("oa", "org", "time", "dcterms"))
DOVES = "حمام 🕊🕊\nقال لافروف 🕊 إن الأمن الأوراسي مهم.\nونفى غيره ذلك.\nموقف ينتظر."


def fill(store: Store) -> Store:
    """An article with an event, one with letters beyond the first 65536, and one with an unlisted voice."""
    store.write(vocabulary_batch(VOCABULARY))
    run = Run("2026-11-22T06:00:00Z-abc", "rules-0.1.0")
    store.write(batch_of(record(), TEXT, VOCABULARY, LOADED_AT, run=run))
    other = "person:some-body"
    doves = replace(
        record(),
        article=head(DOVES, "doves.txt"),
        actors=(Named(other, (span(DOVES, "غيره"),), "غيره", "state:CN", "minister"),),
        principles=(),
        places=(),
        events=(),
        positions=(
            position(DOVES, DOVES.splitlines()[1], "principle:cis-security"),
            position(
                DOVES, "ونفى غيره ذلك.", "principle:cis-security", Stance.REJECT,
                holder="state:UZ", voice=other, modality=Modality.REPORTS_OTHER, said_on="2024",
                date_precision="year",
            ),
            position(
                DOVES, "موقف ينتظر.", "bloc:NATO", Stance.NEUTRAL,
                holder="state:CN", voice=other, review=Review.PENDING, said_on=None, date_precision=None,
            ),
        ),
    )  # fmt: skip
    store.write(batch_of(doves, DOVES, VOCABULARY, LOADED_AT))
    return store


@pytest.fixture(scope="module")
def pair(stores: Stores) -> Iterator[list[Store]]:
    """Both stores, filled alike."""
    with ExitStack() as opened:
        found = []
        for engine in ENGINES:
            access = stores.access(engine)
            stores.hold(engine)
            opened.callback(stores.release, engine)
            store = opened.enter_context(access.open())
            store.reset()
            found.append(fill(store))
        yield found


def written(store: Store, write: Callable[..., None]) -> str:
    out = io.TextIOWrapper(io.BytesIO(), encoding="utf-8")
    write(store, out)
    out.flush()
    return out.buffer.getvalue().decode()  # type: ignore[attr-defined]


@pytest.fixture(scope="module")
def turtle(pair: list[Store]) -> str:
    return written(pair[0], linked.write_turtle)


@pytest.fixture
def graph(turtle: str) -> Graph:
    return Graph().parse(data=turtle, format="turtle")


@pytest.mark.parametrize("module", [owl, shapes], ids=["ontology", "shapes"])
def test_the_files_are_up_to_date(module: object) -> None:
    text = owl.ontology(SCHEMA) if module is owl else shapes.shapes(SCHEMA)
    written_one: Path = module.FILE  # type: ignore[attr-defined]
    assert written_one.read_text("utf-8") == text, f"run: python -m {module.__name__}"  # type: ignore[attr-defined]


def test_choices_are_those_of_the_record() -> None:
    choices = {item.name: item.choices for item in SCHEMA.nodes["Position"].properties}
    for name, kind in (("stance", Stance), ("modality", Modality), ("review", Review)):
        assert set(choices[name]) == {item.value for item in kind}


def test_every_own_term_is_declared_in_the_ontology(graph: Graph) -> None:
    declared = Graph().parse(data=owl.ontology(SCHEMA), format="turtle")
    used = {term for triple in graph for term in triple[1:] if str(term).startswith(CQ)}
    assert used and used <= set(declared.subjects())
    assert (CQ.State, URIRef("http://www.w3.org/2000/01/rdf-schema#subClassOf"), CQ.Actor) in declared
    assert (CQ.heldBy, RDF.type, OWL.FunctionalProperty) in declared


def test_both_stores_give_the_same_bytes(pair: list[Store]) -> None:
    for write in (linked.write_turtle, linked.write_nquads, linked.write_jsonld):
        one, other = (written(store, write) for store in pair)
        assert one == other


def test_every_format_says_the_same(pair: list[Store], graph: Graph) -> None:
    store, same = pair[0], set(graph)
    assert set(Graph().parse(data=written(store, linked.write_ntriples), format="nt")) == same
    assert set(Graph().parse(data=written(store, linked.write_jsonld), format="json-ld")) == same
    quads = Dataset().parse(data=written(store, linked.write_nquads), format="nquads").quads()
    graphs = {quad[3] for quad in quads}
    assert {tuple(quad[:3]) for quad in quads} <= same
    assert graphs >= {ID["graph:vocabulary"], ID["graph:reports"], ID[article_id(TEXT)]}


def test_json_ld_reads_like_json(pair: list[Store]) -> None:
    found = json.loads(written(pair[0], linked.write_jsonld))["@graph"]
    russia = next(item for item in found if item["@id"] == "id:state:RU")
    assert russia["owl:sameAs"] == {"@id": "wd:Q159"} and "cq:State" in russia["@type"]
    assert {"@value": "Россия", "@language": "ru"} in russia["skos:prefLabel"]


def test_who_said_it_on_whose_behalf(graph: Graph) -> None:
    said = set(graph.subjects(CQ.heldBy, ID["state:RU"]))
    assert len(said) == 2
    for one in said:
        agents = {ID["state:RU"], ID["person:lavrov"]}
        assert set(graph.objects(one, PROV.wasAttributedTo)) == agents
        (article,) = graph.objects(one, PROV.wasDerivedFrom)
        (reading,) = graph.objects(one, PROV.wasGeneratedBy)
        assert (reading, PROV.used, article) in graph
        assert graph.value(reading, PROV.endedAtTime) == Literal(
            "2026-11-22T06:00:00Z", datatype=XSD.dateTime
        )
    behalf = set(graph.subject_objects(PROV.actedOnBehalfOf))
    assert behalf == {(ID["person:lavrov"], ID["state:RU"])}, "who reports others does not speak for them"
    (run,) = graph.objects(URIRef(ID[article_id(TEXT)] + "#reading"), DCTERMS.isPartOf)
    assert run == ID["run:2026-11-22T06:00:00Z-abc"]


def test_a_position_that_stands_is_one_direct_triple_too(graph: Graph) -> None:
    assert (ID["state:RU"], CQ.endorses, ID["principle:cis-security"]) in graph
    assert (ID["state:UZ"], CQ.rejects, ID["principle:cis-security"]) in graph
    assert not list(graph.objects(ID["state:CN"], CQ.addresses)), "what waits for review does not stand"


def test_passages_are_found_in_their_text_by_quote_and_by_place(graph: Graph) -> None:
    texts = {ID[article_id(text)]: text for text in (TEXT, DOVES)}
    targets = list(graph.objects(None, OA.hasTarget))
    assert len(targets) == 5, "four positions and a report of an event"
    for target in targets:
        text = texts[graph.value(target, OA.hasSource)]  # type: ignore[index]
        selectors = {graph.value(item, RDF.type): item for item in graph.objects(target, OA.hasSelector)}
        place, quote = selectors[OA.TextPositionSelector], selectors[OA.TextQuoteSelector]
        start, end = (graph.value(place, term).toPython() for term in (OA.start, OA.end))  # type: ignore[union-attr]
        prefix, exact, suffix = (
            str(graph.value(quote, term, default="")) for term in (OA.prefix, OA.exact, OA.suffix)
        )
        assert text[start:end] == exact
        assert text[:start].endswith(prefix) and len(prefix) == min(start, 32)
        assert text[end:].startswith(suffix) and len(suffix) == min(len(text) - end, 32)


def test_memberships_and_offices_have_their_dates(graph: Graph) -> None:
    rows = graph.query(
        """SELECT ?status ?from ?to ?precision WHERE {
          ?standing a cq:Standing, org:Membership ; org:member id:state:UZ ; org:organization id:bloc:CSTO ;
                    org:role/skos:prefLabel ?status ; org:memberDuring ?during .
          ?during time:hasBeginning ?beginning . ?beginning time:inXSDDate ?from .
          OPTIONAL { ?beginning cq:datePrecision ?precision }
          OPTIONAL { ?during time:hasEnd/time:inXSDDate ?to } } ORDER BY ?from""",
        initNs={**SCHEMA.terms.prefixes},
    )
    assert [tuple(map(str, row)) for row in rows] == [  # type: ignore[arg-type]
        ("member", "1994-04-01", "1999-04-02", "month"), ("member", "2006-01-01", "2012-12-19", "year"),
    ]  # fmt: skip
    offices = set(graph.subjects(RDF.type, CQ.Office))
    assert {graph.value(one, CQ.role) for one in offices} == {
        Literal(role) for role in ("foreign minister", "envoy", "minister")
    }
    assert not list(graph.triples((None, ORG.memberOf, None))), "who was a member once is none for ever"


def test_principles_are_concepts(graph: Graph) -> None:
    narrow, wide = ID["principle:cis-security"], ID["principle:eurasian-security"]
    assert (narrow, SKOS.broader, wide) in graph and (narrow, RDF.type, SKOS.Concept) in graph
    assert (narrow, SKOS.inScheme, ID.principles) in graph


def told(graph: Graph) -> str:
    conforms, _, text = validate(
        graph, shacl_graph=Graph().parse(data=shapes.shapes(SCHEMA), format="turtle")
    )
    return "" if conforms else str(text)


def test_the_exports_of_both_stores_conform(pair: list[Store]) -> None:
    for store in pair:
        assert told(Graph().parse(data=written(store, linked.write_turtle), format="turtle")) == ""


def _changed(term: URIRef, value: object) -> Callable[[Graph, URIRef], None]:
    def change(graph: Graph, subject: URIRef) -> None:
        graph.set((subject, term, value))  # type: ignore[arg-type]

    return change


def _without(term: URIRef) -> Callable[[Graph, URIRef], None]:
    return lambda graph, subject: graph.remove((subject, term, None)) and None


def _also(term: URIRef, value: object) -> Callable[[Graph, URIRef], None]:
    return lambda graph, subject: graph.add((subject, term, value)) and None  # type: ignore[arg-type]


BREAKS: dict[str, tuple[str, Callable[[Graph, URIRef], None]]] = {
    "no holder": ("", _without(CQ.heldBy)),
    "two holders": ("", _also(CQ.heldBy, ID["state:CN"])),
    "held by a principle": ("", _changed(CQ.heldBy, ID["principle:cis-security"])),
    "towards a place": ("", _changed(CQ.towards, ID["place:beijing"])),
    "towards nothing that is there": ("", _changed(CQ.towards, ID["principle:nowhere"])),
    "an unknown stance": ("", _changed(CQ.stance, Literal("maybe"))),
    "surer than sure": ("", _changed(CQ.confidence, Literal("1.5", datatype=XSD.double))),
    "a date that is a word": ("", _changed(CQ.saidOn, Literal("yesterday"))),
    "no article": ("", _without(CQ.statedIn)),
    "no proof": ("", _without(OA.hasTarget)),
    "an empty quote": ("#quote", _changed(OA.exact, Literal(""))),
    "an end before its start": ("#place", _changed(OA.end, Literal(0))),
    "a passage of no text": ("#passage", _without(OA.hasSource)),
    "an id of another kind": ("", _changed(RDF.type, CQ.Event)),
}  # fmt: skip


@pytest.mark.parametrize("name", BREAKS)
def test_a_broken_graph_does_not_conform(graph: Graph, name: str) -> None:
    part, breaks = BREAKS[name]
    one = min(graph.subjects(CQ.heldBy, ID["state:RU"]))
    breaks(graph, URIRef(f"{one}{part}"))
    assert "Constraint Violation" in told(graph)


def test_a_standing_without_its_bloc_does_not_conform(graph: Graph) -> None:
    graph.remove((min(graph.subjects(RDF.type, CQ.Standing)), ORG.organization, None))
    assert "StandingShape" in told(graph) or "organization" in told(graph)


def test_memory_holds_a_page_and_not_the_graph(pair: list[Store]) -> None:
    store, asked = pair[0], []
    for number in range(60):
        made, text = generated(number)
        store.write(batch(made, text))
    read = store.read
    store.read = lambda *given, **more: asked.append(1) or read(*given, **more)  # type: ignore[method-assign]
    try:
        said = linked.triples(store)
        next(triple for triple in said if "position" in str(triple.subject))
        early = len(asked)
        assert sum(1 for _ in said) > 20_000 and len(asked) > early + 3
    finally:
        store.read = read  # type: ignore[method-assign]


def test_terms_and_ids_are_read_and_escaped() -> None:
    assert Term.read("quote/oa:exact") == Term("oa:exact", part="quote")
    assert Term.read("^prov:used") == Term("prov:used", inverse=True)
    assert Term.read("owl:sameAs=wd:") == Term("owl:sameAs", prefix="wd")
    assert Term.read("prov:wasGeneratedBy>reading") == Term("prov:wasGeneratedBy", to="reading")
    with pytest.raises(VocabularyError, match="is no term"):
        Term.read("label")
    assert escaped("person:محمد") == "person:محمد" and escaped("a b#c/<d>") == "a%20b%23c%2F%3Cd%3E"
