UNWIND $ids AS id
MATCH (t:Turn {id: id})
MATCH (p:Position {id: t.position})
MATCH (former:Position {id: t.before})
MATCH (p)-[:HELD_BY]->(holder:Actor)
MATCH (p)-[:TOWARDS]->(target)
RETURN p.said_on AS said_on, holder.name AS holder, target.name AS target, former.stance AS before, p.stance AS after,
       former.said_on AS before_on, former.passage AS before_passage, p.passage AS after_passage,
       holder.id AS holder_id, target.id AS target_id, former.id AS before_position, p.id AS position
ORDER BY said_on, position
