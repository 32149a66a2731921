// When holders left their line
// Every change of a holder's stance towards a target, with the passages before and after.
// :param holder => 'state:RU'
// :param target => 'principle:eurasian-security'
// :param from => null
// :param to => null
// :param include_pending => false
// :param most => 20
MATCH (holder:Actor)<-[:HELD_BY]-(p:Position)-[:TOWARDS]->(target)
WHERE ($holder IS NULL OR holder.id = $holder)
  AND (p.review IN ['accepted', 'confirmed'] OR ($include_pending AND p.review = 'pending'))
  AND ($target IS NULL OR EXISTS { MATCH (target)-[:BROADER*0..]->({id: $target}) })
WITH holder, target, p ORDER BY p.said_on, p.id
WITH holder, target, collect(p) AS line
UNWIND range(1, size(line) - 1) AS at
WITH holder, target, line[at - 1] AS former, line[at] AS p
WHERE former.stance <> p.stance
  AND ($from IS NULL OR p.said_on >= $from) AND ($to IS NULL OR p.said_on <= $to)
RETURN p.said_on AS said_on, holder.name AS holder, target.name AS target, former.stance AS before, p.stance AS after,
       former.said_on AS before_on, former.passage AS before_passage, p.passage AS after_passage,
       holder.id AS holder_id, target.id AS target_id, former.id AS before_position, p.id AS position
ORDER BY said_on, position
LIMIT toInteger($most)
