// title: What two holders share and where they disagree
// description: The targets on which both of two holders have spoken, and whether their positions agree.
// parameters:
//   first:
//     type: id
//     of: [Actor]
//     required: true
//     description: the id of one holder, such as state:RU
//   second:
//     type: id
//     of: [Actor]
//     required: true
//     description: the id of the other holder, such as state:CN
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
//   relation: agree, disagree or unclear (one of them takes no side)
//   target: the target's name
//   first_stance: the first holder's stances, from -1 to 1 in the mean
//   second_stance: the second holder's stances, from -1 to 1 in the mean
//   first_passage: the first holder's latest words
//   second_passage: the second holder's latest words
//   first_on: when the first holder said so last
//   second_on: when the second holder said so last
//   target_id: the target's id
//   first_position: the id of the first holder's latest position
//   second_position: the id of the second holder's latest position
// shown: [relation, target, first_on, first_passage, second_on, second_passage]
// example: {first: state:RU, second: state:CN}
MATCH (:Actor {id: $first})<-[:HELD_BY]-(p:Position)-[:TOWARDS]->(target)
WHERE (p.review IN ['accepted', 'confirmed'] OR ($include_pending AND p.review = 'pending'))
  AND ($from IS NULL OR p.said_on >= $from) AND ($to IS NULL OR p.said_on <= $to)
WITH target, p ORDER BY p.said_on DESC, p.id
WITH target, sum(p.stance_value) / count(p) AS first_stance, collect(p)[0] AS latest
MATCH (:Actor {id: $second})<-[:HELD_BY]-(p:Position)-[:TOWARDS]->(target)
WHERE (p.review IN ['accepted', 'confirmed'] OR ($include_pending AND p.review = 'pending'))
  AND ($from IS NULL OR p.said_on >= $from) AND ($to IS NULL OR p.said_on <= $to)
WITH target, first_stance, latest, p ORDER BY p.said_on DESC, p.id
WITH target, first_stance, latest, sum(p.stance_value) / count(p) AS second_stance, collect(p)[0] AS other
RETURN CASE WHEN first_stance = 0 OR second_stance = 0 THEN 'unclear'
            WHEN (first_stance > 0) = (second_stance > 0) THEN 'agree' ELSE 'disagree' END AS relation,
       target.name AS target, first_stance, second_stance, latest.passage AS first_passage, other.passage AS second_passage,
       latest.said_on AS first_on, other.said_on AS second_on, target.id AS target_id,
       latest.id AS first_position, other.id AS second_position
ORDER BY relation, target_id
