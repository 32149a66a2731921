// title: How a position went over time
// description: A holder's positions on a target in the order of their dates, each beside the one before it.
// parameters:
//   holder:
//     type: id
//     of: [Actor]
//     required: true
//     description: the id of the actor whose positions are meant, such as state:RU
//   target:
//     type: id
//     of: [Principle, Actor]
//     required: true
//     description: the id of a principle or an actor, such as principle:nato-expansion; narrower principles count too
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
//     description: how many positions at most
// columns:
//   said_on: the day of saying; of a bare month or year its first day
//   target: the target's name
//   stance: endorse, conditional, neutral, ambivalent or reject
//   stance_value: the stance as a number from -1 to 1
//   before: the stance that the holder took before towards the same target
//   changed: whether the stance differs from the one before
//   voice: the name of the person or body whose words carry it
//   passage: the words of the article that prove it
//   target_id: the target's id
//   article: the id of the article
//   position: the id of the position
// shown: [said_on, target, stance, changed, voice, passage]
// example: {holder: state:RU, target: principle:eurasian-security}
MATCH (:Actor {id: $holder})<-[:HELD_BY]-(p:Position)-[:TOWARDS]->(target)-[:BROADER*0..]->({id: $target})
WHERE (p.review IN ['accepted', 'confirmed'] OR ($include_pending AND p.review = 'pending'))
  AND ($from IS NULL OR p.said_on >= $from) AND ($to IS NULL OR p.said_on <= $to)
WITH DISTINCT target, p
ORDER BY p.said_on, p.id
LIMIT toInteger($most)
WITH target, collect(p) AS line
UNWIND range(0, size(line) - 1) AS at
WITH target, line[at] AS p, CASE WHEN at > 0 THEN line[at - 1].stance END AS before
MATCH (p)-[:STATED_IN]->(article:Article)
OPTIONAL MATCH (p)-[:VOICED_BY]->(voice:Actor)
RETURN p.said_on AS said_on, target.name AS target, p.stance AS stance, p.stance_value AS stance_value, before,
       coalesce(before <> p.stance, false) AS changed, voice.name AS voice, p.passage AS passage, target.id AS target_id,
       article.id AS article, p.id AS position
ORDER BY said_on, position
