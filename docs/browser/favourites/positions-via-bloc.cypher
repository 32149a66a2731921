// Positions that name a bloc as their way
// What is wanted through a bloc and by whom, or set against it, each position with its date and passage.
// :param bloc => 'bloc:CSTO'
// :param holder => 'state:RU'
// :param link => 'VIA'
// :param from => null
// :param to => null
// :param include_pending => false
// :param most => 20
MATCH (:Bloc {id: $bloc})<-[link:VIA|CONTRASTS]-(p:Position)-[:TOWARDS]->(target)
MATCH (p)-[:HELD_BY]->(holder:Actor)
WHERE (p.review IN ['accepted', 'confirmed'] OR ($include_pending AND p.review = 'pending'))
  AND ($from IS NULL OR p.said_on >= $from) AND ($to IS NULL OR p.said_on <= $to)
  AND type(link) = $link
  AND ($holder IS NULL OR holder.id = $holder)
WITH DISTINCT p, holder, target
ORDER BY p.said_on, p.id
LIMIT toInteger($most)
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
