// title: For whom a voice has spoken
// description: The holders whose positions a person or body has voiced in the articles, and how often.
// parameters:
//   voice:
//     type: id
//     of: [Actor]
//     required: true
//     description: the id of a person or body, such as person:sergey-lavrov
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
//   holder: the holder's name
//   statements: how many positions it rests on
//   first_on: the day of the earliest of them
//   last_on: the day of the latest of them
//   holder_id: the holder's id
// example: {voice: person:sergey-lavrov}
MATCH (:Actor {id: $voice})<-[:VOICED_BY]-(p:Position)-[:HELD_BY]->(holder:Actor)
WHERE (p.review IN ['accepted', 'confirmed'] OR ($include_pending AND p.review = 'pending'))
  AND ($from IS NULL OR p.said_on >= $from) AND ($to IS NULL OR p.said_on <= $to)
RETURN holder.name AS holder, count(p) AS statements, min(p.said_on) AS first_on, max(p.said_on) AS last_on,
       holder.id AS holder_id
ORDER BY statements DESC, holder_id
