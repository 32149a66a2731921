// Of the principle and each narrower one, what its index of days tells of every line.
MATCH (:Principle {id: $principle})<-[:BROADER*0..]-(target)
RETURN DISTINCT target.id AS id
ORDER BY id;
MATCH (p:Position)
WHERE p.by_target > $each_low AND p.by_target < $each_high
  AND (p.review IN ['accepted', 'confirmed'] OR ($include_pending AND p.review = 'pending'))
WITH p
ORDER BY p.said_on DESC, p.id
WITH p.line AS line, CASE WHEN p.stance_value > 0 THEN 'supports' WHEN p.stance_value < 0 THEN 'opposes' ELSE 'undecided' END AS side,
     count(p) AS statements, min(p.said_on) AS first_on, max(p.said_on) AS last_on, head(collect(p.id)) AS position
RETURN [head(split(line, ' ')), side, statements, toString(first_on), toString(last_on), position] AS told, line
ORDER BY line;
UNWIND $ids AS told
WITH told
ORDER BY told[4] DESC, told[5]
WITH told[0] AS item, told[1] AS side, sum(told[2]) AS statements, min(told[3]) AS first_on, max(told[4]) AS last_on,
     head(collect(told[5])) AS position
MATCH (holder:Actor {id: item})
MATCH (p:Position {id: position})
RETURN side, holder.name AS holder, statements, first_on, last_on, p.passage AS passage, holder.id AS holder_id, position
ORDER BY side DESC, statements DESC, holder_id
