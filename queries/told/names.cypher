UNWIND ['held', 'towards'] AS role
MATCH (r:Roll)
WHERE r.id > role + ' ' AND r.id < role + '!' AND r.id ENDS WITH $kept
WITH DISTINCT split(r.id, ' ')[1] AS item
OPTIONAL MATCH (principle:Principle {id: item})
OPTIONAL MATCH (actor:Actor {id: item})
RETURN item AS id, coalesce(principle.name, actor.name) AS name
ORDER BY id
