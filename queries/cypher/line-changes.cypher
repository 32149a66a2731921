// title: When holders left their line
// description: Every change of a holder's stance towards a target, with the passages before and after.
// parameters:
//   holder:
//     type: id
//     of: [Actor]
//     description: the id of one holder, such as state:RU; without it all holders count
//   target:
//     type: id
//     of: [Principle, Actor]
//     description: the id of a principle or an actor; narrower principles count too; without it every target counts
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
//     default: 200
//     description: how many changes at most
// columns:
//   said_on: the day of saying; of a bare month or year its first day
//   holder: the holder's name
//   target: the target's name
//   before: the stance until then
//   after: the stance from then on
//   before_on: when the stance before was last stated
//   before_passage: the words before
//   after_passage: the words after
//   holder_id: the holder's id
//   target_id: the target's id
//   before_position: the id of the position before
//   position: the id of the position after
// shown: [said_on, holder, target, before, after, after_passage]
// example: {holder: state:RU}
MATCH (holder:Actor)<-[:HELD_BY]-(p:Position)-[:TOWARDS]->(target)
WHERE ($holder IS NULL OR holder.id = $holder)
  AND (p.review IN ['accepted', 'confirmed'] OR ($include_pending AND p.review = 'pending'))
  AND ($target IS NULL OR EXISTS { MATCH (target)-[:BROADER*0..]->({id: $target}) })
WITH holder, target, p ORDER BY p.said_on, p.id
WITH holder, target, collect(p) AS line
UNWIND range(1, size(line) - 1) AS at
WITH holder, target, line[at - 1] AS former, line[at] AS p
WHERE former.stance <> p.stance
  AND ($from IS NULL OR p.said_on >= $from) AND ($to IS NULL OR p.said_on <= $to)
RETURN p.said_on AS said_on, holder.name AS holder, target.name AS target, former.stance AS before, p.stance AS after,
       former.said_on AS before_on, former.passage AS before_passage, p.passage AS after_passage,
       holder.id AS holder_id, target.id AS target_id, former.id AS before_position, p.id AS position
ORDER BY said_on, position
LIMIT toInteger($most)
