MATCH (:Principle {id: $principle})<-[:BROADER*0..]-(target)
WITH DISTINCT target
MATCH (p:Position {line: $holder + ' ' + target.id})
WHERE (p.review IN ['accepted', 'confirmed'] OR ($include_pending AND p.review = 'pending'))
  AND ($from IS NULL OR p.said_on >= $from) AND ($to IS NULL OR p.said_on <= $to)
MATCH (p)-[link:VIA|CONTRASTS]->(bloc:Bloc)
MATCH (p)-[:STATED_IN]->(article:Article)
OPTIONAL MATCH (p)-[:VOICED_BY]->(voice:Actor)
RETURN DISTINCT bloc.name AS bloc, type(link) AS link, target.name AS target, p.said_on AS said_on, p.stance AS stance,
       p.passage AS passage, voice.name AS voice, bloc.id AS bloc_id, target.id AS target_id,
       p.date_precision AS date_precision, p.review AS review, article.id AS article, p.id AS position
ORDER BY said_on, bloc, link, position, bloc_id
