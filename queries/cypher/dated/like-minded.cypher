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
WITH split(line, ' ') AS ends, theirs
// The few targets are sorted, not the many lines.
WITH ends[1] AS item, collect([ends[0], theirs]) AS held
WITH item, held, $found[item] AS own
ORDER BY item
WHERE own IS NOT NULL
UNWIND held AS one
// Neo4j takes what 0 times less than 0 makes for less than 0.
WITH one[0] AS other, own[1] AS name, CASE WHEN own[0] = 0 OR one[1] = 0 THEN 0 ELSE own[0] * one[1] END AS relation
WITH other, collect(CASE WHEN relation > 0 THEN name END) AS shared,
     collect(CASE WHEN relation < 0 THEN name END) AS disputed, count(name) AS together
WHERE other <> $holder
RETURN 'other ' + other AS id, size(shared) AS agree, size(disputed) AS disagree, together, shared, disputed, other
ORDER BY agree DESC, disagree, other
LIMIT toInteger($most);
UNWIND [id IN $ids WHERE id STARTS WITH 'other ' | $found[id]] AS one
MATCH (other:Actor {id: one[5]})
RETURN other.name AS other, one[0] AS agree, one[1] AS disagree, one[2] - one[0] - one[1] AS unclear, one[3] AS shared,
       one[4] AS disputed, other.id AS other_id
ORDER BY agree DESC, disagree, other_id
