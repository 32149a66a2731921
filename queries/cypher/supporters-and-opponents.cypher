// title: Supporters and opponents of a principle
// description: Who is for a principle and who against it, since when, how often, and in which words last.
// parameters:
//   principle:
//     type: id
//     of: [Principle]
//     required: true
//     description: the id of a principle, such as principle:eurasian-security; narrower principles count too
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
//   side: supports (endorse, conditional), opposes (reject) or undecided (neutral, ambivalent)
//   holder: the holder's name
//   statements: how many positions it rests on
//   first_on: the day of the earliest of them
//   last_on: the day of the latest of them
//   passage: the words of the article that prove it
//   holder_id: the holder's id
//   position: the id of the latest position
// shown: [side, holder, statements, first_on, last_on, passage]
// example: {principle: principle:eurasian-security}
MATCH (:Principle {id: $principle})<-[:BROADER*0..]-(target)<-[:TOWARDS]-(p:Position)-[:HELD_BY]->(holder:Actor)
WHERE (p.review IN ['accepted', 'confirmed'] OR ($include_pending AND p.review = 'pending'))
  AND ($from IS NULL OR p.said_on >= $from) AND ($to IS NULL OR p.said_on <= $to)
WITH DISTINCT holder, p
ORDER BY p.said_on DESC, p.id
WITH holder,
     CASE WHEN p.stance_value > 0 THEN 'supports' WHEN p.stance_value < 0 THEN 'opposes' ELSE 'undecided' END AS side,
     count(p) AS statements, min(p.said_on) AS first_on, max(p.said_on) AS last_on, collect(p) AS positions
RETURN side, holder.name AS holder, statements, first_on, last_on, positions[0].passage AS passage,
       holder.id AS holder_id, positions[0].id AS position
ORDER BY side DESC, statements DESC, holder_id
