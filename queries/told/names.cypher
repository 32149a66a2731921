MATCH (r:Roll)
WHERE r.id ENDS WITH $kept
WITH DISTINCT split(r.id, ' ')[1] AS item
OPTIONAL MATCH (actor:Actor {id: item})
OPTIONAL MATCH (principle:Principle {id: item})
RETURN '$found' AS id, collect([item, coalesce(principle.name, actor.name)]) AS found
ORDER BY id
