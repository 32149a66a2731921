"""A graph of a million positions: generated, loaded into both stores, asked everything."""
