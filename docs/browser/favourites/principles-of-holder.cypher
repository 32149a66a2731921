// What a holder speaks about
// The targets of a holder's positions with how often it was for and against each, from when to when.
// :param holder => 'state:RU'
// :param from => null
// :param to => null
// :param include_pending => false
MATCH (:Actor {id: $holder})<-[:HELD_BY]-(p:Position)-[:TOWARDS]->(target)
WHERE (p.review IN ['accepted', 'confirmed'] OR ($include_pending AND p.review = 'pending'))
  AND ($from IS NULL OR p.said_on >= $from) AND ($to IS NULL OR p.said_on <= $to)
OPTIONAL MATCH (p)-[:VIA]->(bloc:Bloc)
WITH p, target, bloc ORDER BY bloc.id
RETURN target.name AS target, count(DISTINCT p.id) AS statements,
       count(DISTINCT CASE WHEN p.stance_value > 0 THEN p.id END) AS for,
       count(DISTINCT CASE WHEN p.stance_value < 0 THEN p.id END) AS against, min(p.said_on) AS first_on,
       max(p.said_on) AS last_on, collect(DISTINCT bloc.name) AS blocs, target.id AS target_id
ORDER BY statements DESC, target_id
