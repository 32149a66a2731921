MATCH ({id: $target})<-[:BROADER*0..]-(target)
WITH DISTINCT target
MATCH (p:Position {line: $holder + ' ' + target.id})
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
