MATCH (:Principle {id: $principle})<-[:BROADER*0..]-(target)
WITH DISTINCT target.id AS principle
MATCH (s:Summary {about: 'stance ' + principle})
WHERE (s.review = 'standing' OR ($include_pending AND s.review = 'pending'))
WITH s, CASE WHEN s.alike IN ['endorse', 'conditional'] THEN 'supports' WHEN s.alike = 'reject' THEN 'opposes' ELSE 'undecided' END AS side,
     CASE WHEN s.undated IS NULL THEN s.last_on END AS day, coalesce(s.undated, s.latest) AS position
ORDER BY day DESC, position
WITH s.holder AS item, side, sum(s.statements) AS statements, min(s.first_on) AS first_on, max(s.last_on) AS last_on,
     collect(position)[0] AS position
MATCH (holder:Actor {id: item})
MATCH (p:Position {id: position})
RETURN side, holder.name AS holder, statements, toString(first_on) AS first_on, toString(last_on) AS last_on, p.passage AS passage, holder.id AS holder_id, position
ORDER BY side DESC, statements DESC, holder_id
