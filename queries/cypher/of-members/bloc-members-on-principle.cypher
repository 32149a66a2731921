MATCH (member:State)-[standing:MEMBER_OF {status: 'member'}]->(:Bloc {id: $bloc})
WHERE (standing.from IS NULL OR standing.from <= $on) AND (standing.to IS NULL OR standing.to > $on)
WITH collect(DISTINCT member.id) AS members
MATCH (:Principle {id: $principle})<-[:BROADER*0..]-(target)
WITH DISTINCT members, target
MATCH (s:Summary {about: 'stance ' + target.id})
WHERE s.holder IN members AND s.first_on <= $on AND (s.review = 'standing' OR ($include_pending AND s.review = 'pending'))
// What was said after that day does not count: then only the positions themselves tell.
OPTIONAL MATCH (p:Position {line: CASE WHEN s.last_on > $on THEN s.holder + ' ' + s.target ELSE '' END})
WHERE p.said_on <= $on AND p.stance = s.alike
  AND CASE p.review WHEN 'confirmed' THEN 'standing' WHEN 'accepted' THEN 'standing' ELSE p.review END = s.review
WITH s, p ORDER BY p.said_on DESC, p.id
WITH s, count(p) AS before, collect(p)[0] AS p
WITH s.holder AS item, CASE WHEN s.last_on > $on THEN p.said_on ELSE s.last_on END AS day,
     CASE WHEN s.last_on > $on THEN p.id ELSE s.latest END AS position,
     CASE WHEN s.last_on > $on THEN before ELSE s.dated END AS statements
ORDER BY day DESC, position
WITH item, sum(statements) AS statements, collect(position)[0] AS position
MATCH (member:State {id: item})
MATCH (p:Position {id: position})
RETURN member.name AS member, p.stance AS stance, p.said_on AS said_on, statements, p.passage AS passage,
       member.id AS member_id, position
ORDER BY stance, member_id
