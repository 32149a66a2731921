// Where the members of a bloc stand on a principle
// The stance that each member of a bloc, on a day, has last taken towards a principle.
// :param bloc => 'bloc:CSTO'
// :param principle => 'principle:eurasian-security'
// :param on => date()
// :param include_pending => false
MATCH (member:State)-[standing:MEMBER_OF {status: 'member'}]->(:Bloc {id: $bloc})
WHERE (standing.from IS NULL OR standing.from <= $on) AND (standing.to IS NULL OR standing.to > $on)
MATCH (member)<-[:HELD_BY]-(p:Position)-[:TOWARDS]->(target)-[:BROADER*0..]->(:Principle {id: $principle})
WHERE p.said_on <= $on
  AND (p.review IN ['accepted', 'confirmed'] OR ($include_pending AND p.review = 'pending'))
WITH DISTINCT member, p
ORDER BY p.said_on DESC, p.id
WITH member, collect(p) AS positions
RETURN member.name AS member, positions[0].stance AS stance, positions[0].said_on AS said_on, size(positions) AS statements,
       positions[0].passage AS passage, member.id AS member_id, positions[0].id AS position
ORDER BY stance, member_id
