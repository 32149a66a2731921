"""Files for the Neo4j Browser: its style and its guide."""
