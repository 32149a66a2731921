// A path between two actors
// The shortest way from one actor to another over positions, events and offices, edge by edge.
// :param start => 'state:RU'
// :param end => 'state:CN'
// :param include_pending => false
MATCH (one:Actor {id: $start}), (other:Actor {id: $end})
MATCH path = allShortestPaths((one)-[:ENDORSES|REJECTS|QUALIFIES|ADDRESSES|TOOK_PART_IN|CONVENED|REPRESENTS*..6]-(other))
WHERE all(edge IN relationships(path) WHERE edge.review IS NULL OR edge.review IN ['accepted', 'confirmed']
          OR ($include_pending AND edge.review = 'pending'))
WITH path ORDER BY [node IN nodes(path) | node.id], [edge IN relationships(path) | coalesce(edge.position, type(edge))]
LIMIT 1
UNWIND range(0, length(path) - 1) AS at
WITH at + 1 AS step, relationships(path)[at] AS edge
RETURN step, startNode(edge).name AS one, type(edge) AS edge, endNode(edge).name AS other, edge.on AS on,
       startNode(edge).id AS one_id, endNode(edge).id AS other_id, edge.position AS position
ORDER BY step
