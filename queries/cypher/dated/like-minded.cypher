MATCH (p:Position)
WHERE p.by_holder > $low AND p.by_holder < $high AND (p.review IN ['accepted', 'confirmed'] OR ($include_pending AND p.review = 'pending'))
WITH split(p.line, ' ')[1] AS item, sum(p.stance_value) AS side
WITH collect([item, side]) AS sides
RETURN '$sides' AS id, sides
ORDER BY id;
UNWIND $sides AS one
WITH one[0] AS item, one[1] AS side
OPTIONAL MATCH (principle:Principle {id: item})
OPTIONAL MATCH (actor:Actor {id: item})
RETURN '$found' AS id, collect([item, side, coalesce(principle.name, actor.name)]) AS found
ORDER BY id;
MATCH (p:Position)
WHERE ($from IS NULL OR p.said_on >= $from) AND ($to IS NULL OR p.said_on <= $to)
  AND (p.review IN ['accepted', 'confirmed'] OR ($include_pending AND p.review = 'pending'))
WITH p.line AS line, sum(p.stance_value) AS theirs
WITH split(line, ' ')[0] AS other, split(line, ' ')[1] AS item, theirs
WHERE other <> $holder AND $found[item] IS NOT NULL
WITH other, item, $found[item][1] AS name, CASE WHEN $found[item][0] = 0 OR theirs = 0 THEN 'unclear'
     WHEN ($found[item][0] > 0) = (theirs > 0) THEN 'agree' ELSE 'disagree' END AS relation
ORDER BY item
WITH other, collect(CASE relation WHEN 'agree' THEN name END) AS shared,
     collect(CASE relation WHEN 'disagree' THEN name END) AS disputed, count(item) AS together
RETURN 'other ' + other AS id, size(shared) AS agree, size(disputed) AS disagree, together, shared, disputed, other
ORDER BY agree DESC, disagree, other
LIMIT toInteger($most);
UNWIND [id IN $ids WHERE id STARTS WITH 'other ' | $found[id]] AS one
MATCH (other:Actor {id: one[5]})
RETURN other.name AS other, one[0] AS agree, one[1] AS disagree, one[2] - one[0] - one[1] AS unclear, one[3] AS shared,
       one[4] AS disputed, other.id AS other_id
ORDER BY agree DESC, disagree, other_id
