"""The graph as triples beside a store: an index on disk that SPARQL is answered from, in step with it."""
