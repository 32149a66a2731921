"""From an article to a document: layout, words, sentences, quotations, mentions, dates."""
