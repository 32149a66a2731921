// Supporters and opponents of a principle
// Who is for a principle and who against it, since when, how often, and in which words last.
// :param principle => 'principle:eurasian-security'
// :param from => null
// :param to => null
// :param include_pending => false
MATCH (:Principle {id: $principle})<-[:BROADER*0..]-(target)<-[:TOWARDS]-(p:Position)-[:HELD_BY]->(holder:Actor)
WHERE (p.review IN ['accepted', 'confirmed'] OR ($include_pending AND p.review = 'pending'))
  AND ($from IS NULL OR p.said_on >= $from) AND ($to IS NULL OR p.said_on <= $to)
WITH DISTINCT holder, p
ORDER BY p.said_on DESC, p.id
WITH holder,
     CASE WHEN p.stance_value > 0 THEN 'supports' WHEN p.stance_value < 0 THEN 'opposes' ELSE 'undecided' END AS side,
     count(p) AS statements, min(p.said_on) AS first_on, max(p.said_on) AS last_on, collect(p) AS positions
RETURN side, holder.name AS holder, statements, first_on, last_on, positions[0].passage AS passage,
       holder.id AS holder_id, positions[0].id AS position
ORDER BY side DESC, statements DESC, holder_id
