"""Networks over positions: what Discourse Network Analysis does by hand, here with a proof behind every tie.

The method is that of Leifeld (2017): statements tie actors to the concepts that they take sides on, and
actors to each other through the concepts on which they agree or differ.

Leifeld, P. (2017). Discourse Network Analysis: Policy Debates as Dynamic Networks. In J. N. Victor,
A. H. Montgomery and M. Lubell (eds), The Oxford Handbook of Political Networks, 301-326. Oxford UP.
https://doi.org/10.1093/oxfordhb/9780190228217.013.25
"""
