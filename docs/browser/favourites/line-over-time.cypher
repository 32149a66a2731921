// How a position went over time
// A holder's positions on a target in the order of their dates, each beside the one before it.
// :param holder => 'state:RU'
// :param target => 'principle:eurasian-security'
// :param from => null
// :param to => null
// :param include_pending => false
// :param most => 20
MATCH (:Actor {id: $holder})<-[:HELD_BY]-(p:Position)-[:TOWARDS]->(target)-[:BROADER*0..]->({id: $target})
WHERE (p.review IN ['accepted', 'confirmed'] OR ($include_pending AND p.review = 'pending'))
  AND ($from IS NULL OR p.said_on >= $from) AND ($to IS NULL OR p.said_on <= $to)
WITH DISTINCT target, p
ORDER BY p.said_on, p.id
LIMIT toInteger($most)
WITH target, collect(p) AS line
UNWIND range(0, size(line) - 1) AS at
WITH target, line[at] AS p, CASE WHEN at > 0 THEN line[at - 1].stance END AS before
MATCH (p)-[:STATED_IN]->(article:Article)
OPTIONAL MATCH (p)-[:VOICED_BY]->(voice:Actor)
RETURN p.said_on AS said_on, target.name AS target, p.stance AS stance, p.stance_value AS stance_value, before,
       coalesce(before <> p.stance, false) AS changed, voice.name AS voice, p.passage AS passage, target.id AS target_id,
       article.id AS article, p.id AS position
ORDER BY said_on, position
