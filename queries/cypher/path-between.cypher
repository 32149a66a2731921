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
