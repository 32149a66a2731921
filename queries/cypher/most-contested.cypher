// title: Most contested principles
// description: The principles on which holders are most evenly divided, with those for and against.
// parameters:
//   least:
//     type: integer
//     default: 1
//     description: how many holders each side must have at least
//   from:
//     type: date
//     description: the first day that counts
//   to:
//     type: date
//     description: the last day that counts
//   include_pending:
//     type: boolean
//     default: false
//     description: whether positions that wait for review count too
//   most:
//     type: integer
//     default: 20
//     description: how many principles at most
// columns:
//   principle: the principle's name
//   supporters: how many holders are for it in the mean
//   opponents: how many holders are against it in the mean
//   undecided: how many holders take no side
//   for: names of its supporters
//   against: names of its opponents
//   statements: how many positions it rests on
//   principle_id: the principle's id
// shown: [principle, supporters, opponents, undecided, for, against]
// example: {least: 0}
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
