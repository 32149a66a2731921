// title: A path between two actors
// description: The shortest way from one actor to another over positions, events and offices, edge by edge.
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
MATCH (one:Actor {id: $start}), (other:Actor {id: $end}) WHERE one <> other
WITH [{node: one, way: one.id}] AS layer
// Six times one step on: all nodes that are reached, each by the least of the ways to it, an edge and a node a
// line; once the end is among them, only the end. A store that looks for shortest paths by itself may find one
// over an edge that does not count, and miss a longer one that does.
UNWIND layer AS at WITH at.node AS node, at.way AS way
OPTIONAL MATCH (node)-[edge:ENDORSES|REJECTS|QUALIFIES|ADDRESSES|TOOK_PART_IN|CONVENED|REPRESENTS]-(next)
WHERE node.id <> $end
  AND (edge.review IS NULL OR edge.review IN ['accepted', 'confirmed'] OR ($include_pending AND edge.review = 'pending'))
WITH coalesce(next, node) AS node,
     min(way + coalesce('\n' + coalesce(edge.position, type(edge)) + '\n' + next.id, '')) AS way
WITH collect({node: node, way: way}) AS all
WITH all, [one IN all WHERE one.node.id = $end] AS there
WITH CASE WHEN size(there) > 0 THEN there ELSE all END AS layer
UNWIND layer AS at WITH at.node AS node, at.way AS way
OPTIONAL MATCH (node)-[edge:ENDORSES|REJECTS|QUALIFIES|ADDRESSES|TOOK_PART_IN|CONVENED|REPRESENTS]-(next)
WHERE node.id <> $end
  AND (edge.review IS NULL OR edge.review IN ['accepted', 'confirmed'] OR ($include_pending AND edge.review = 'pending'))
WITH coalesce(next, node) AS node,
     min(way + coalesce('\n' + coalesce(edge.position, type(edge)) + '\n' + next.id, '')) AS way
WITH collect({node: node, way: way}) AS all
WITH all, [one IN all WHERE one.node.id = $end] AS there
WITH CASE WHEN size(there) > 0 THEN there ELSE all END AS layer
UNWIND layer AS at WITH at.node AS node, at.way AS way
OPTIONAL MATCH (node)-[edge:ENDORSES|REJECTS|QUALIFIES|ADDRESSES|TOOK_PART_IN|CONVENED|REPRESENTS]-(next)
WHERE node.id <> $end
  AND (edge.review IS NULL OR edge.review IN ['accepted', 'confirmed'] OR ($include_pending AND edge.review = 'pending'))
WITH coalesce(next, node) AS node,
     min(way + coalesce('\n' + coalesce(edge.position, type(edge)) + '\n' + next.id, '')) AS way
WITH collect({node: node, way: way}) AS all
WITH all, [one IN all WHERE one.node.id = $end] AS there
WITH CASE WHEN size(there) > 0 THEN there ELSE all END AS layer
UNWIND layer AS at WITH at.node AS node, at.way AS way
OPTIONAL MATCH (node)-[edge:ENDORSES|REJECTS|QUALIFIES|ADDRESSES|TOOK_PART_IN|CONVENED|REPRESENTS]-(next)
WHERE node.id <> $end
  AND (edge.review IS NULL OR edge.review IN ['accepted', 'confirmed'] OR ($include_pending AND edge.review = 'pending'))
WITH coalesce(next, node) AS node,
     min(way + coalesce('\n' + coalesce(edge.position, type(edge)) + '\n' + next.id, '')) AS way
WITH collect({node: node, way: way}) AS all
WITH all, [one IN all WHERE one.node.id = $end] AS there
WITH CASE WHEN size(there) > 0 THEN there ELSE all END AS layer
UNWIND layer AS at WITH at.node AS node, at.way AS way
OPTIONAL MATCH (node)-[edge:ENDORSES|REJECTS|QUALIFIES|ADDRESSES|TOOK_PART_IN|CONVENED|REPRESENTS]-(next)
WHERE node.id <> $end
  AND (edge.review IS NULL OR edge.review IN ['accepted', 'confirmed'] OR ($include_pending AND edge.review = 'pending'))
WITH coalesce(next, node) AS node,
     min(way + coalesce('\n' + coalesce(edge.position, type(edge)) + '\n' + next.id, '')) AS way
WITH collect({node: node, way: way}) AS all
WITH all, [one IN all WHERE one.node.id = $end] AS there
WITH CASE WHEN size(there) > 0 THEN there ELSE all END AS layer
UNWIND layer AS at WITH at.node AS node, at.way AS way
OPTIONAL MATCH (node)-[edge:ENDORSES|REJECTS|QUALIFIES|ADDRESSES|TOOK_PART_IN|CONVENED|REPRESENTS]-(next)
WHERE node.id <> $end
  AND (edge.review IS NULL OR edge.review IN ['accepted', 'confirmed'] OR ($include_pending AND edge.review = 'pending'))
WITH coalesce(next, node) AS node,
     min(way + coalesce('\n' + coalesce(edge.position, type(edge)) + '\n' + next.id, '')) AS way
WITH collect({node: node, way: way}) AS all
WITH all, [one IN all WHERE one.node.id = $end] AS there
WITH CASE WHEN size(there) > 0 THEN there ELSE all END AS layer
UNWIND [one IN layer WHERE one.node.id = $end | split(one.way, '\n')] AS way
UNWIND range(1, size(way) / 2) AS step
UNWIND [[way[2 * step - 2], way[2 * step]], [way[2 * step], way[2 * step - 2]]] AS ends
MATCH (node:Actor {id: ends[0]})-[edge:ENDORSES|REJECTS|QUALIFIES|ADDRESSES|TOOK_PART_IN|CONVENED|REPRESENTS]->(next {id: ends[1]})
WHERE coalesce(edge.position, type(edge)) = way[2 * step - 1]
RETURN step, node.name AS one, type(edge) AS edge, next.name AS other, min(edge.on) AS on, node.id AS one_id,
       next.id AS other_id, edge.position AS position
ORDER BY step
