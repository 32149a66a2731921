// title: Voices of a holder
// description: In whose words a holder's positions came, how often, from when to when and on what.
// parameters:
//   holder:
//     type: id
//     of: [Actor]
//     required: true
//     description: the id of the actor whose positions are meant, such as state:RU
//   principle:
//     type: id
//     of: [Principle]
//     description: the id of a principle; narrower ones count too; without it all principles count
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
//   voice: the name of the person or body whose words carry it
//   statements: how many positions it rests on
//   first_on: the day of the earliest of them
//   last_on: the day of the latest of them
//   targets: names of what the voice spoke about
//   voice_id: the id of that person or body
// example: {holder: state:RU}
MATCH (:Actor {id: $holder})<-[:HELD_BY]-(p:Position)-[:VOICED_BY]->(voice:Actor)
WHERE (p.review IN ['accepted', 'confirmed'] OR ($include_pending AND p.review = 'pending'))
  AND ($from IS NULL OR p.said_on >= $from) AND ($to IS NULL OR p.said_on <= $to)
MATCH (p)-[:TOWARDS]->(target)
WHERE ($principle IS NULL OR EXISTS { MATCH (target)-[:BROADER*0..]->({id: $principle}) })
WITH voice, p, target ORDER BY target.id
RETURN voice.name AS voice, count(DISTINCT p) AS statements, min(p.said_on) AS first_on, max(p.said_on) AS last_on,
       collect(DISTINCT target.name) AS targets, voice.id AS voice_id
ORDER BY statements DESC, voice_id
