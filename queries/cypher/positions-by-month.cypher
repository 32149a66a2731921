// title: Positions month by month
// description: How many positions were stated in each month, by stance.
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
// columns:
//   month: the month, as 2024-04
//   endorse: how many endorse
//   conditional: how many endorse under a condition
//   neutral: how many take no side
//   ambivalent: how many go both ways
//   reject: how many reject
//   statements: how many positions it rests on
// example: {holder: state:RU}
MATCH (holder:Actor)<-[:HELD_BY]-(p:Position)-[:TOWARDS]->(target)
WHERE ($holder IS NULL OR holder.id = $holder)
  AND (p.review IN ['accepted', 'confirmed'] OR ($include_pending AND p.review = 'pending'))
  AND ($from IS NULL OR p.said_on >= $from) AND ($to IS NULL OR p.said_on <= $to)
  AND p.said_on IS NOT NULL AND p.date_precision <> 'year'
  AND ($target IS NULL OR EXISTS { MATCH (target)-[:BROADER*0..]->({id: $target}) })
WITH substring(toString(p.said_on), 0, 7) AS month, p.stance AS stance
RETURN month, sum(CASE stance WHEN 'endorse' THEN 1 ELSE 0 END) AS endorse,
       sum(CASE stance WHEN 'conditional' THEN 1 ELSE 0 END) AS conditional,
       sum(CASE stance WHEN 'neutral' THEN 1 ELSE 0 END) AS neutral,
       sum(CASE stance WHEN 'ambivalent' THEN 1 ELSE 0 END) AS ambivalent,
       sum(CASE stance WHEN 'reject' THEN 1 ELSE 0 END) AS reject, count(stance) AS statements
ORDER BY month
