// Events of an actor
// What an actor took part in or convened, itself or through its representatives of the time.
// :param actor => 'state:RU'
// :param kind => null
// :param from => null
// :param to => null
// :param most => 20
MATCH (actor:Actor {id: $actor})
OPTIONAL MATCH (actor)<-[office:REPRESENTS]-(person:Person)
WITH actor, collect({person: person, from: office.from, to: office.to}) + [{person: actor}] AS those
UNWIND those AS one
WITH actor, one.person AS who, one.from AS since, one.to AS until
MATCH (who)-[edge:TOOK_PART_IN|CONVENED]->(event:Event)
WHERE ($kind IS NULL OR event.kind = $kind)
  AND ($from IS NULL OR coalesce(event.ends, event.date) >= $from) AND ($to IS NULL OR event.date <= $to)
  AND (since IS NULL OR event.date >= since) AND (until IS NULL OR event.date <= until)
WITH DISTINCT event, CASE WHEN who.id <> actor.id THEN who.name WHEN type(edge) = 'CONVENED' THEN 'convener'
                          ELSE 'participant' END AS part
ORDER BY event.date, event.id, part
LIMIT toInteger($most)
OPTIONAL MATCH (event)-[:TOOK_PLACE_IN]->(place:Place)
OPTIONAL MATCH (event)<-[:TOOK_PART_IN]-(other:Actor)
WITH event, part, place, other ORDER BY other.id
WITH event, part, place, collect(DISTINCT other.name) AS participants
OPTIONAL MATCH (event)-[:REPORTED_IN]->(article:Article)
WITH event, part, place, participants, article ORDER BY article.id
WITH event, part, place, participants, collect(DISTINCT article.id) AS articles
RETURN event.date AS date, event.date_precision AS date_precision, event.kind AS kind, part, place.name AS place,
       participants, event.plover AS plover, event.ends AS ends, event.id AS event, articles
ORDER BY date, event, part, place
