// Who agrees with a holder
// The other holders that have spoken on the same targets, with how often they agree and disagree.
// :param holder => 'state:RU'
// :param from => null
// :param to => null
// :param include_pending => false
// :param most => 20
MATCH (holder:Actor {id: $holder})<-[:HELD_BY]-(p:Position)-[:TOWARDS]->(target)
WHERE (p.review IN ['accepted', 'confirmed'] OR ($include_pending AND p.review = 'pending'))
  AND ($from IS NULL OR p.said_on >= $from) AND ($to IS NULL OR p.said_on <= $to)
WITH target, sum(p.stance_value) AS own
MATCH (target)<-[:TOWARDS]-(p:Position)-[:HELD_BY]->(other:Actor)
WHERE other.id <> $holder
  AND (p.review IN ['accepted', 'confirmed'] OR ($include_pending AND p.review = 'pending'))
  AND ($from IS NULL OR p.said_on >= $from) AND ($to IS NULL OR p.said_on <= $to)
WITH other, target, own, sum(p.stance_value) AS theirs
WITH other, target, CASE WHEN own = 0 OR theirs = 0 THEN 'unclear' WHEN (own > 0) = (theirs > 0) THEN 'agree'
                         ELSE 'disagree' END AS relation
ORDER BY target.id
WITH other, collect(CASE relation WHEN 'agree' THEN target.name END) AS shared,
     collect(CASE relation WHEN 'disagree' THEN target.name END) AS disputed, count(target) AS together
RETURN other.name AS other, size(shared) AS agree, size(disputed) AS disagree,
       together - size(shared) - size(disputed) AS unclear, shared, disputed, other.id AS other_id
ORDER BY agree DESC, disagree, other_id
LIMIT toInteger($most)
