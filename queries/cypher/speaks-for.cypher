// title: Who a person speaks for
// description: The states, blocs and bodies that a person represents by office, on a day or at all times, and how often the person spoke for each.
// parameters:
//   person:
//     type: id
//     of: [Person]
//     required: true
//     description: the id of a person, such as person:sergey-lavrov
//   "on":
//     type: date
//     description: the day that is asked about; without it all times count
//   include_pending:
//     type: boolean
//     default: false
//     description: whether positions that wait for review count too
// columns:
//   actor: the name of the state, bloc or body
//   role: the office
//   from: since when
//   to: until when, if it has ended
//   statements: how many positions of it the person has voiced in those years
//   actor_id: its id
// shown: [actor, role, from, to, statements]
// example: {person: person:sergey-lavrov}
MATCH (person:Person {id: $person})-[office:REPRESENTS]->(actor:Actor)
WHERE $on IS NULL OR (office.from IS NULL OR office.from <= $on) AND (office.to IS NULL OR office.to >= $on)
OPTIONAL MATCH (person)<-[:VOICED_BY]-(p:Position)-[:HELD_BY]->(actor)
WHERE (p.review IN ['accepted', 'confirmed'] OR ($include_pending AND p.review = 'pending'))
  AND (office.from IS NULL OR p.said_on >= office.from) AND (office.to IS NULL OR p.said_on <= office.to)
RETURN actor.name AS actor, office.role AS role, office.from AS from, office.to AS to, count(p) AS statements,
       actor.id AS actor_id
ORDER BY from, actor_id, role, to
