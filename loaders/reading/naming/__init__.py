"""Who is named: from names, titles and nationalities to mentions, one layer upon the other."""
