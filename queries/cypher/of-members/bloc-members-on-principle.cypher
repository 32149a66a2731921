MATCH (:Bloc {id: $bloc})<-[standing:MEMBER_OF]-(member:State)
WHERE standing.status = 'member' AND (standing.from IS NULL OR standing.from <= $on) AND (standing.to IS NULL OR standing.to > $on)
WITH collect(DISTINCT member.id) AS members
RETURN '$members' AS id, members
ORDER BY id;
MATCH (:Principle {id: $principle})<-[:BROADER*0..]-(target)
WITH DISTINCT target.id AS item
MATCH (s:Summary {about: 'stance ' + item})
WHERE s.first_on <= $on AND (s.review = 'standing' OR ($include_pending AND s.review = 'pending'))
WITH s.holder AS holder, collect([toString(s.last_on), s.latest, s.dated, s.last_on > $on, s.target, s.alike, s.review]) AS those
WHERE holder IN $members
UNWIND those AS one
WITH collect([holder] + one) AS all
// What was said after that day does not count: then only the positions themselves tell.
UNWIND [['$until', [one IN all WHERE NOT one[4]]], ['$later', [one IN all WHERE one[4]]]] AS part
RETURN part[0] AS id, part[1] AS value
ORDER BY id;
UNWIND $later AS one
WITH one, one[0] AS item, one[0] + ' ' + one[5] AS line
MATCH (p:Position {line: line})
WHERE p.said_on <= $on AND p.stance = one[6]
  AND CASE p.review WHEN 'confirmed' THEN 'standing' WHEN 'accepted' THEN 'standing' ELSE p.review END = one[7]
WITH item, line + ' ' + one[6] + ' ' + one[7] AS summary, p ORDER BY p.said_on DESC, p.id
WITH item, summary, count(p) AS before, collect([toString(p.said_on), p.id])[0] AS last
WITH collect([item, last[0], last[1], before]) AS late
RETURN '$late' AS id, late
ORDER BY id;
UNWIND $until + $late AS one
WITH one[0] AS item, one[1] AS day, one[2] AS position, one[3] AS statements
ORDER BY day DESC, position
WITH item, sum(statements) AS statements, collect(position)[0] AS position
MATCH (member:State {id: item})
MATCH (p:Position {id: position})
RETURN member.name AS member, p.stance AS stance, p.said_on AS said_on, statements, p.passage AS passage,
       member.id AS member_id, position
ORDER BY stance, member_id
