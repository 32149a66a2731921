// title: What a holder speaks about
// description: The targets of a holder's positions with how often it was for and against each, from when to when.
// parameters:
//   holder:
//     type: id
//     of: [Actor]
//     required: true
//     description: the id of the actor whose positions are meant, such as state:RU
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
//   target: the target's name
//   statements: how many positions it rests on
//   for: in how many it is for it
//   against: in how many it is against it
//   first_on: the day of the earliest of them
//   last_on: the day of the latest of them
//   blocs: names of the blocs named as frame or instrument
//   target_id: the target's id
// shown: [target, for, against, first_on, last_on, blocs]
// example: {holder: state:RU}
MATCH (:Actor {id: $holder})<-[:HELD_BY]-(p:Position)-[:TOWARDS]->(target)
WHERE (p.review IN ['accepted', 'confirmed'] OR ($include_pending AND p.review = 'pending'))
  AND ($from IS NULL OR p.said_on >= $from) AND ($to IS NULL OR p.said_on <= $to)
OPTIONAL MATCH (p)-[:VIA]->(bloc:Bloc)
WITH p, target, bloc ORDER BY bloc.id
RETURN target.name AS target, count(DISTINCT p.id) AS statements,
       count(DISTINCT CASE WHEN p.stance_value > 0 THEN p.id END) AS for,
       count(DISTINCT CASE WHEN p.stance_value < 0 THEN p.id END) AS against, min(p.said_on) AS first_on,
       max(p.said_on) AS last_on, collect(DISTINCT bloc.name) AS blocs, target.id AS target_id
ORDER BY statements DESC, target_id
