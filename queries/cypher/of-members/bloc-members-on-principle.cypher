MATCH (:Principle {id: $principle})<-[:BROADER*0..]-(target)
WITH DISTINCT target
MATCH (s:Summary {about: 'stance ' + target.id})
WHERE (s.review = 'standing' OR ($include_pending AND s.review = 'pending'))
  AND s.first_on <= $on
MATCH (member:State {id: s.holder})-[standing:MEMBER_OF {status: 'member'}]->(:Bloc {id: $bloc})
WHERE (standing.from IS NULL OR standing.from <= $on) AND (standing.to IS NULL OR standing.to > $on)
WITH DISTINCT member, s
// What was said after that day does not count: then only the positions themselves tell.
OPTIONAL MATCH (p:Position {line: s.holder + ' ' + s.target})
WHERE s.last_on > $on AND p.said_on <= $on AND p.stance = s.alike
  AND (p.review IN ['accepted', 'confirmed'] AND s.review = 'standing' OR p.review = s.review)
WITH member, s, p ORDER BY p.said_on DESC, p.id
WITH member, s, count(p) AS before, collect(p)[0] AS p
WITH member, CASE WHEN s.last_on > $on THEN p.said_on ELSE s.last_on END AS day,
     CASE WHEN s.last_on > $on THEN p.id ELSE s.latest END AS position,
     CASE WHEN s.last_on > $on THEN before ELSE s.dated END AS statements
ORDER BY day DESC, position
WITH member, sum(statements) AS statements, collect(position)[0] AS position
MATCH (p:Position {id: position})
RETURN member.name AS member, p.stance AS stance, p.said_on AS said_on, statements, p.passage AS passage,
       member.id AS member_id, position
ORDER BY stance, member_id
