MATCH (:Principle {id: $principle})<-[:BROADER*0..]-(target)
WITH DISTINCT target.id AS principle
MATCH (s:Summary {about: 'stance ' + principle})
WHERE (s.review = 'standing' OR ($include_pending AND s.review = 'pending'))
WITH s.holder AS item, CASE WHEN s.alike IN ['endorse', 'conditional'] THEN 'supports' WHEN s.alike = 'reject' THEN 'opposes' ELSE 'undecided' END AS side,
     sum(s.statements) AS statements, min(s.first_on) AS first_on, max(s.last_on) AS last_on,
     collect([CASE WHEN s.undated IS NULL THEN toString(s.last_on) ELSE '~' END, coalesce(s.undated, s.latest)]) AS ends
// The latest of each few, without sorting all.
WITH item, side, statements, toString(first_on) AS first_on, toString(last_on) AS last_on,
     reduce(latest = ['', ''], one IN ends | CASE WHEN one[0] > latest[0] OR (one[0] = latest[0] AND one[1] < latest[1]) THEN one
                                                  ELSE latest END)[1] AS position
MATCH (holder:Actor {id: item})
MATCH (p:Position {id: position})
RETURN side, holder.name AS holder, statements, first_on, last_on, p.passage AS passage, item AS holder_id, position
ORDER BY side DESC, statements DESC, holder_id
