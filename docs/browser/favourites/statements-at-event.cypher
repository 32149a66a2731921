// What was said at an event
// The positions that were stated at one event, each with its holder, voice and passage.
// :param event => null
// :param include_pending => false
MATCH (:Event {id: $event})<-[:STATED_AT]-(p:Position)-[:TOWARDS]->(target)
WHERE p.review IN ['accepted', 'confirmed'] OR ($include_pending AND p.review = 'pending')
MATCH (p)-[:HELD_BY]->(holder:Actor)
MATCH (p)-[:STATED_IN]->(article:Article)
OPTIONAL MATCH (p)-[:VOICED_BY]->(voice:Actor)
RETURN p.said_on AS said_on, holder.name AS holder, target.name AS target, p.stance AS stance, voice.name AS voice,
       p.passage AS passage, holder.id AS holder_id, target.id AS target_id, voice.id AS voice_id, article.id AS article,
       p.id AS position
ORDER BY said_on, position
