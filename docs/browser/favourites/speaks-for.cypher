// Who a person speaks for
// The states, blocs and bodies that a person represents by office, on a day or at all times, and how often the person spoke for each.
// :param person => 'person:sergey-lavrov'
// :param on => date()
// :param include_pending => false
MATCH (person:Person {id: $person})-[office:REPRESENTS]->(actor:Actor)
WHERE $on IS NULL OR (office.from IS NULL OR office.from <= $on) AND (office.to IS NULL OR office.to >= $on)
OPTIONAL MATCH (person)<-[:VOICED_BY]-(p:Position)-[:HELD_BY]->(actor)
WHERE (p.review IN ['accepted', 'confirmed'] OR ($include_pending AND p.review = 'pending'))
  AND (office.from IS NULL OR p.said_on >= office.from) AND (office.to IS NULL OR p.said_on <= office.to)
RETURN actor.name AS actor, office.role AS role, office.from AS from, office.to AS to, count(p) AS statements,
       actor.id AS actor_id
ORDER BY from, actor_id, role, to
