// How each entry of another's roll goes together with the holder's own: + the same side, - the other, 0 unclear.
MATCH (r:Roll {id: 'held ' + $holder + ' ' + $kept})
UNWIND r.targets AS own
WITH left(own, 1) AS side, substring(own, 1) AS item
OPTIONAL MATCH (principle:Principle {id: item})
OPTIONAL MATCH (actor:Actor {id: item})
UNWIND ['+', '-', '0'] AS other
WITH other + item AS entry, coalesce(principle.name, actor.name) AS name,
     CASE WHEN side = '0' OR other = '0' THEN '0' WHEN side = other THEN '+' ELSE '-' END AS relation
RETURN '$found' AS id, collect([entry, relation, name]) AS found
ORDER BY id;
MATCH (r:Roll)
WHERE r.id > 'held ' AND r.id < 'held!' AND r.id ENDS WITH $kept
WITH split(r.id, ' ')[1] AS item, [entry IN r.targets WHERE $found[entry] IS NOT NULL | $found[entry]] AS together
WHERE item <> $holder AND size(together) > 0
WITH item, size(together) AS together, [one IN together WHERE one[0] = '+' | one[1]] AS shared,
     [one IN together WHERE one[0] = '-' | one[1]] AS disputed
WITH item, together, size(shared) AS agree, size(disputed) AS disagree, shared, disputed
ORDER BY agree DESC, disagree, item
LIMIT toInteger($most)
MATCH (other:Actor {id: item})
RETURN other.name AS other, agree, disagree, together - agree - disagree AS unclear, shared, disputed, other.id AS other_id
ORDER BY agree DESC, disagree, other_id
