UNWIND [['$near', $start], ['$far', $end]] AS one
UNWIND ['held', 'towards'] AS role
OPTIONAL MATCH (r:Roll {id: role + ' ' + one[1] + ' ' + $kept})
UNWIND coalesce(CASE role WHEN 'held' THEN r.targets ELSE r.holders END, ['']) AS other
WITH one[0] AS id, collect(DISTINCT CASE WHEN other <> '' THEN '1' + substring(other, 1) END) AS items
RETURN id, items
ORDER BY id;
UNWIND [['$near_by_office', $start], ['$far_by_office', $end]] AS one
WITH one[0] AS name, one[1] AS item
OPTIONAL MATCH (:Actor {id: item})-[:REPRESENTS]-(other)
RETURN name AS id, collect(DISTINCT '2' + other.id) AS items
ORDER BY id;
WITH $near + $near_by_office AS near, $far + $far_by_office AS far
WITH far, [one IN near WHERE substring(one, 1) = $end] AS there, near
UNWIND CASE WHEN size(there) > 0 THEN there ELSE near + [''] END AS step
WITH step, CASE WHEN size(there) > 0 THEN '' WHEN '1' + substring(step, 1) IN far THEN '1' WHEN '2' + substring(step, 1) IN far THEN '2' END AS by
WITH min(CASE by WHEN '' THEN step ELSE step + '\n' + by + $end END) AS way
RETURN '$way' AS id, '0' + $start + '\n' + way AS way
ORDER BY id;
UNWIND CASE WHEN $way IS NULL AND $start <> $end THEN [$start] ELSE [] END AS own
MATCH (one:Actor {id: own})
MATCH (one)-[:TOOK_PART_IN|CONVENED]->(event:Event)<-[:TOOK_PART_IN|CONVENED]-(:Actor {id: $end})
WITH min(event.id) AS event
WHERE event IS NOT NULL
RETURN '$way' AS id, '0' + $start + '\n2' + event + '\n2' + $end AS way
ORDER BY id;
WITH split($way, '\n') AS way
WHERE $start <> $end
UNWIND range(1, coalesce(size(way), 1) - 1) AS step
RETURN 'step ' + toString(step) AS id, left(way[step], 1) AS by, substring(way[step - 1], 1) AS one, substring(way[step], 1) AS other
ORDER BY id;
UNWIND [id IN $ids WHERE id STARTS WITH 'step ' AND $found[id][0] = '1'] AS id
UNWIND [[$found[id][1], $found[id][2]], [$found[id][2], $found[id][1]]] AS ends
MATCH (s:Summary {of: 'stance ' + ends[0]})
WHERE s.target = ends[1] AND (s.review = 'standing' OR ($include_pending AND s.review = 'pending'))
WITH id, ends, s.last_on AS day, coalesce(s.latest, s.undated) AS position, s.alike AS stance
ORDER BY day IS NULL, day DESC, position
WITH id, collect([ends[0], stance, ends[1], day, position])[0] AS last
RETURN 'edge ' + split(id, ' ')[1] AS id, last[0] AS one, CASE last[1] WHEN 'endorse' THEN 'ENDORSES' WHEN 'reject' THEN 'REJECTS' WHEN 'neutral' THEN 'ADDRESSES' ELSE 'QUALIFIES' END AS edge,
       last[2] AS other, last[3] AS on, last[4] AS position
ORDER BY id;
UNWIND [id IN $ids WHERE id STARTS WITH 'step ' AND $found[id][0] = '2'] AS id
UNWIND [[$found[id][1], $found[id][2]], [$found[id][2], $found[id][1]]] AS ends
MATCH (node:Actor {id: ends[0]})-[edge:TOOK_PART_IN|CONVENED|REPRESENTS]->(next)
WHERE next.id = ends[1]
RETURN 'edge ' + split(id, ' ')[1] AS id, node.id AS one, min(type(edge)) AS edge, next.id AS other, null AS on, null AS position
ORDER BY id;
UNWIND [id IN $ids WHERE id STARTS WITH 'edge '] AS id
WITH toInteger(split(id, ' ')[1]) AS step, $found[id] AS told
MATCH (node:Actor {id: told[0]})
OPTIONAL MATCH (actor:Actor {id: told[2]})
OPTIONAL MATCH (principle:Principle {id: told[2]})
OPTIONAL MATCH (event:Event {id: told[2]})
RETURN step, node.name AS one, told[1] AS edge, coalesce(actor.name, principle.name, event.name) AS other, told[3] AS on,
       node.id AS one_id, told[2] AS other_id, told[4] AS position
ORDER BY step;
else whole
