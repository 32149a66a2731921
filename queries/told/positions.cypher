UNWIND $ids AS id
MATCH (p:Position {id: id})
MATCH (p)-[:HELD_BY]->(holder:Actor)
MATCH (p)-[:TOWARDS]->(target)
MATCH (p)-[:STATED_IN]->(article:Article)
OPTIONAL MATCH (p)-[:VOICED_BY]->(voice:Actor)
WITH p, holder, target, article, voice
OPTIONAL MATCH (p)-[:VIA]->(through:Bloc)
WITH p, holder, target, article, voice, through ORDER BY through.id
WITH p, holder, target, article, voice, collect(through.id) AS via
OPTIONAL MATCH (p)-[:CONTRASTS]->(against:Bloc)
WITH p, holder, target, article, voice, via, against ORDER BY against.id
WITH p, holder, target, article, voice, via, collect(against.id) AS contrast
RETURN p.said_on AS said_on, p.date_precision AS date_precision, holder.name AS holder, target.name AS target,
       p.stance AS stance, p.modality AS modality, voice.name AS voice, via, contrast, p.quoted AS quoted,
       p.confidence AS confidence, p.review AS review, p.passage AS passage, holder.id AS holder_id,
       target.id AS target_id, voice.id AS voice_id, article.id AS article, p.id AS position
ORDER BY said_on, position
