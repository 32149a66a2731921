// Most contested principles
// The principles on which holders are most evenly divided, with those for and against.
// :param least => 1
// :param from => null
// :param to => null
// :param include_pending => false
// :param most => 20
MATCH (holder:Actor)<-[:HELD_BY]-(p:Position)-[:TOWARDS]->(principle:Principle)
WHERE (p.review IN ['accepted', 'confirmed'] OR ($include_pending AND p.review = 'pending'))
  AND ($from IS NULL OR p.said_on >= $from) AND ($to IS NULL OR p.said_on <= $to)
WITH principle, holder, sum(p.stance_value) AS side, count(p) AS positions
ORDER BY holder.id
WITH principle, collect(CASE WHEN side > 0 THEN holder.name END) AS for,
     collect(CASE WHEN side < 0 THEN holder.name END) AS against, count(holder) AS holders, sum(positions) AS statements
WITH principle, for, against, holders, statements,
     CASE WHEN size(for) < size(against) THEN size(for) ELSE size(against) END AS smaller
WHERE smaller >= $least
RETURN principle.name AS principle, size(for) AS supporters, size(against) AS opponents,
       holders - size(for) - size(against) AS undecided, for, against, statements, principle.id AS principle_id
ORDER BY smaller DESC, statements DESC, principle_id
LIMIT toInteger($most)
