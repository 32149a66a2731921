"""What exists: the types of a record, the graph's schema, the vocabulary and its data."""
