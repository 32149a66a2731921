"""What is asked: the named queries, one `.cypher` file each, and the lists that REST pages through."""
