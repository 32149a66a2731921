// title: Events between two dates
// description: What happened from one day to another, with place and participants.
// parameters:
//   from:
//     type: date
//     required: true
//     description: the first day that counts, such as 2023-01-01
//   to:
//     type: date
//     required: true
//     description: the last day that counts, such as 2024-12-31
//   kind:
//     type: string
//     description: only events of this kind, such as summit
//   place:
//     type: id
//     of: [Place]
//     description: the id of a place, such as place:beijing
//   most:
//     type: integer
//     default: 200
//     description: how many rows at most
// columns:
//   date: the day of the event, if known; of a bare month or year its first day
//   date_precision: day, month or year
//   kind: the kind of event
//   place: where it was
//   participants: names of those who took part
//   plover: the PLOVER type, if any
//   ends: the last day, of events over several
//   event: the id of the event
//   articles: ids of the articles that report it
// shown: [date, kind, place, participants]
// example: {from: 2023-01-01, to: 2024-12-31}
MATCH (event:Event)
WHERE ($from IS NULL OR coalesce(event.ends, event.date) >= $from) AND ($to IS NULL OR event.date <= $to)
  AND ($kind IS NULL OR event.kind = $kind)
  AND ($place IS NULL OR EXISTS { MATCH (event)-[:TOOK_PLACE_IN]->({id: $place}) })
WITH event ORDER BY event.date, event.id
LIMIT toInteger($most)
OPTIONAL MATCH (event)-[:TOOK_PLACE_IN]->(place:Place)
WITH event, place
WHERE ($place IS NULL OR place.id = $place)
OPTIONAL MATCH (event)<-[:TOOK_PART_IN]-(other:Actor)
WITH event, place, other ORDER BY other.id
WITH event, place, collect(DISTINCT other.name) AS participants
OPTIONAL MATCH (event)-[:REPORTED_IN]->(article:Article)
WITH event, place, participants, article ORDER BY article.id
WITH event, place, participants, collect(DISTINCT article.id) AS articles
RETURN event.date AS date, event.date_precision AS date_precision, event.kind AS kind, place.name AS place,
       participants, event.plover AS plover, event.ends AS ends, event.id AS event, articles
ORDER BY date, event, place
