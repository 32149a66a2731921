"""What `communique explain` shows: one account of an article, on the terminal, as a page or as JSON."""
