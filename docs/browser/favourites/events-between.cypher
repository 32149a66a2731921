// Events between two dates
// What happened from one day to another, with place and participants.
// :param from => null
// :param to => null
// :param kind => null
// :param place => null
// :param most => 20
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
