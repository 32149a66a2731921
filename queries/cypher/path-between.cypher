// title: A path between two actors
// description: The shortest way from one actor to another over positions, else events and offices, each step by its latest edge.
// parameters:
//   start:
//     type: id
//     of: [Actor]
//     required: true
//     description: the id of one actor, such as state:RU
//   end:
//     type: id
//     of: [Actor]
//     required: true
//     description: the id of the other actor, such as state:CN
//   include_pending:
//     type: boolean
//     default: false
//     description: whether positions that wait for review count too
// columns:
//   step: the number of the step
//   one: the name of the node where the edge begins
//   edge: the kind of edge
//   other: the name of the node where the edge ends
//   "on": the day of the edge, if it has one
//   one_id: the id where the edge begins
//   other_id: the id where the edge ends
//   position: the id of the position behind the edge, if it is one
// shown: [step, one, edge, other, "on"]
// example: {start: state:RU, end: state:CN}
MATCH (one:Actor {id: $start}), (other:Actor {id: $end})
WHERE one <> other AND EXISTS { MATCH (other)-[:ENDORSES|REJECTS|QUALIFIES|ADDRESSES|TOOK_PART_IN|CONVENED|REPRESENTS]-() }
WITH [{node: one, way: '0' + one.id}] AS layer
// Six times one step on: all nodes that are reached, each by the least of the ways to it, a node a line, behind 1
// where a position leads there and behind 2 where an event or an office does; once the end is among them, only the
// end. A store that looks for shortest paths by itself may find one over an edge that does not count, and miss a
// longer one that does.
UNWIND layer AS at WITH at.node AS node, at.way AS way
OPTIONAL MATCH (node)-[edge:ENDORSES|REJECTS|QUALIFIES|ADDRESSES|TOOK_PART_IN|CONVENED|REPRESENTS]-(next)
WHERE node.id <> $end
  AND (edge.review IS NULL OR edge.review IN ['accepted', 'confirmed'] OR ($include_pending AND edge.review = 'pending'))
WITH coalesce(next, node) AS node,
     min(way + coalesce('\n' + CASE WHEN edge.position IS NULL THEN '2' ELSE '1' END + next.id, '')) AS way
WITH collect({node: node, way: way}) AS all
WITH all, [one IN all WHERE one.node.id = $end] AS there
WITH CASE WHEN size(there) > 0 THEN there ELSE all END AS layer
UNWIND layer AS at WITH at.node AS node, at.way AS way
OPTIONAL MATCH (node)-[edge:ENDORSES|REJECTS|QUALIFIES|ADDRESSES|TOOK_PART_IN|CONVENED|REPRESENTS]-(next)
WHERE node.id <> $end
  AND (edge.review IS NULL OR edge.review IN ['accepted', 'confirmed'] OR ($include_pending AND edge.review = 'pending'))
WITH coalesce(next, node) AS node,
     min(way + coalesce('\n' + CASE WHEN edge.position IS NULL THEN '2' ELSE '1' END + next.id, '')) AS way
WITH collect({node: node, way: way}) AS all
WITH all, [one IN all WHERE one.node.id = $end] AS there
WITH CASE WHEN size(there) > 0 THEN there ELSE all END AS layer
UNWIND layer AS at WITH at.node AS node, at.way AS way
OPTIONAL MATCH (node)-[edge:ENDORSES|REJECTS|QUALIFIES|ADDRESSES|TOOK_PART_IN|CONVENED|REPRESENTS]-(next)
WHERE node.id <> $end
  AND (edge.review IS NULL OR edge.review IN ['accepted', 'confirmed'] OR ($include_pending AND edge.review = 'pending'))
WITH coalesce(next, node) AS node,
     min(way + coalesce('\n' + CASE WHEN edge.position IS NULL THEN '2' ELSE '1' END + next.id, '')) AS way
WITH collect({node: node, way: way}) AS all
WITH all, [one IN all WHERE one.node.id = $end] AS there
WITH CASE WHEN size(there) > 0 THEN there ELSE all END AS layer
UNWIND layer AS at WITH at.node AS node, at.way AS way
OPTIONAL MATCH (node)-[edge:ENDORSES|REJECTS|QUALIFIES|ADDRESSES|TOOK_PART_IN|CONVENED|REPRESENTS]-(next)
WHERE node.id <> $end
  AND (edge.review IS NULL OR edge.review IN ['accepted', 'confirmed'] OR ($include_pending AND edge.review = 'pending'))
WITH coalesce(next, node) AS node,
     min(way + coalesce('\n' + CASE WHEN edge.position IS NULL THEN '2' ELSE '1' END + next.id, '')) AS way
WITH collect({node: node, way: way}) AS all
WITH all, [one IN all WHERE one.node.id = $end] AS there
WITH CASE WHEN size(there) > 0 THEN there ELSE all END AS layer
UNWIND layer AS at WITH at.node AS node, at.way AS way
OPTIONAL MATCH (node)-[edge:ENDORSES|REJECTS|QUALIFIES|ADDRESSES|TOOK_PART_IN|CONVENED|REPRESENTS]-(next)
WHERE node.id <> $end
  AND (edge.review IS NULL OR edge.review IN ['accepted', 'confirmed'] OR ($include_pending AND edge.review = 'pending'))
WITH coalesce(next, node) AS node,
     min(way + coalesce('\n' + CASE WHEN edge.position IS NULL THEN '2' ELSE '1' END + next.id, '')) AS way
WITH collect({node: node, way: way}) AS all
WITH all, [one IN all WHERE one.node.id = $end] AS there
WITH CASE WHEN size(there) > 0 THEN there ELSE all END AS layer
UNWIND layer AS at WITH at.node AS node, at.way AS way
OPTIONAL MATCH (node)-[edge:ENDORSES|REJECTS|QUALIFIES|ADDRESSES|TOOK_PART_IN|CONVENED|REPRESENTS]-(next)
WHERE node.id <> $end
  AND (edge.review IS NULL OR edge.review IN ['accepted', 'confirmed'] OR ($include_pending AND edge.review = 'pending'))
WITH coalesce(next, node) AS node,
     min(way + coalesce('\n' + CASE WHEN edge.position IS NULL THEN '2' ELSE '1' END + next.id, '')) AS way
WITH collect({node: node, way: way}) AS all
WITH all, [one IN all WHERE one.node.id = $end] AS there
WITH CASE WHEN size(there) > 0 THEN there ELSE all END AS layer
UNWIND [one IN layer WHERE one.node.id = $end | split(one.way, '\n')] AS way
UNWIND range(1, size(way) - 1) AS step
WITH step, left(way[step], 1) AS by, substring(way[step - 1], 1) AS one, substring(way[step], 1) AS other
UNWIND [[one, other], [other, one]] AS ends
MATCH (node:Actor {id: ends[0]})-[edge:ENDORSES|REJECTS|QUALIFIES|ADDRESSES|TOOK_PART_IN|CONVENED|REPRESENTS]->(next {id: ends[1]})
WHERE (by = '1') = (edge.position IS NOT NULL)
  AND (edge.review IS NULL OR edge.review IN ['accepted', 'confirmed'] OR ($include_pending AND edge.review = 'pending'))
WITH step, node, next, type(edge) AS kind, edge.position AS position, edge.on AS day
ORDER BY day IS NULL, day DESC, position, kind
WITH step, collect({one: node, edge: kind, other: next, on: day, position: position})[0] AS last
RETURN step, last.one.name AS one, last.edge AS edge, last.other.name AS other, last.on AS on, last.one.id AS one_id,
       last.other.id AS other_id, last.position AS position
ORDER BY step
