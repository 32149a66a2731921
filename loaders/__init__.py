"""How articles get in: sources yield articles, reading and positions turn one into its record."""
