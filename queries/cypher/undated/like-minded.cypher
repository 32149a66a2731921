MATCH (r:Roll {id: 'held ' + $holder + ' ' + $kept})
UNWIND r.targets AS own
WITH left(own, 1) AS side, substring(own, 1) AS item
OPTIONAL MATCH (principle:Principle {id: item})
OPTIONAL MATCH (actor:Actor {id: item})
RETURN item, side, coalesce(principle.name, actor.name) AS name,
       CASE side WHEN '+' THEN '-' WHEN '-' THEN '+' ELSE 'none' END AS contrary
ORDER BY item;
MATCH (r:Roll)
WHERE r.id > 'held ' AND r.id < 'held!' AND r.id ENDS WITH $kept
WITH split(r.id, ' ')[1] AS item,
     [entry IN r.targets WHERE $found[substring(entry, 1)] IS NOT NULL | [left(entry, 1), $found[substring(entry, 1)]]] AS together
WHERE item <> $holder AND size(together) > 0
WITH item, size(together) AS together, [one IN together WHERE one[0] <> '0' AND one[0] = one[1][0] | one[1][1]] AS shared,
     [one IN together WHERE one[0] = one[1][2] | one[1][1]] AS disputed
WITH item, together, size(shared) AS agree, size(disputed) AS disagree, shared, disputed
ORDER BY agree DESC, disagree, item
LIMIT toInteger($most)
MATCH (other:Actor {id: item})
RETURN other.name AS other, agree, disagree, together - agree - disagree AS unclear, shared, disputed, other.id AS other_id
ORDER BY agree DESC, disagree, other_id
