MATCH (r:Roll {id: 'held ' + $holder + ' ' + $kept})
UNWIND r.targets AS own
WITH left(own, 1) AS side, substring(own, 1) AS item
OPTIONAL MATCH (principle:Principle {id: item})
OPTIONAL MATCH (actor:Actor {id: item})
WITH side, item, coalesce(principle.name, actor.name) AS name
UNWIND ['+', '-', '0'] AS theirs
RETURN theirs + item AS entry,
       CASE WHEN side = '0' OR theirs = '0' THEN 'unclear' WHEN side = theirs THEN 'agree' ELSE 'disagree' END AS relation, name
ORDER BY entry;
MATCH (r:Roll)
WHERE r.id > 'held ' AND r.id < 'held!' AND r.id ENDS WITH $kept
WITH split(r.id, ' ')[1] AS item, [entry IN r.targets WHERE $found[entry] IS NOT NULL] AS together
WHERE item <> $holder AND size(together) > 0
WITH item, together, size([entry IN together WHERE $found[entry][0] = 'agree']) AS agree,
     size([entry IN together WHERE $found[entry][0] = 'disagree']) AS disagree
ORDER BY agree DESC, disagree, item
LIMIT toInteger($most)
MATCH (other:Actor {id: item})
RETURN other.name AS other, agree, disagree, size(together) - agree - disagree AS unclear,
       [entry IN together WHERE $found[entry][0] = 'agree' | $found[entry][1]] AS shared,
       [entry IN together WHERE $found[entry][0] = 'disagree' | $found[entry][1]] AS disputed, other.id AS other_id
ORDER BY agree DESC, disagree, other_id
