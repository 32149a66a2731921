// title: What was said at an event
// description: The positions that were stated at one event, each with its holder, voice and passage.
// parameters:
//   event:
//     type: id
//     of: [Event]
//     required: true
//     description: the id of an event, such as those that /v1/events lists
//   include_pending:
//     type: boolean
//     default: false
//     description: whether positions that wait for review count too
// columns:
//   said_on: the day of saying; of a bare month or year its first day
//   holder: the holder's name
//   target: the target's name
//   stance: endorse, conditional, neutral, ambivalent or reject
//   voice: the name of the person or body whose words carry it
//   passage: the words of the article that prove it
//   holder_id: the holder's id
//   target_id: the target's id
//   voice_id: the id of that person or body
//   article: the id of the article
//   position: the id of the position
// shown: [said_on, holder, target, stance, voice, passage]
// example: {}
MATCH (:Event {id: $event})<-[:STATED_AT]-(p:Position)-[:TOWARDS]->(target)
WHERE p.review IN ['accepted', 'confirmed'] OR ($include_pending AND p.review = 'pending')
MATCH (p)-[:HELD_BY]->(holder:Actor)
MATCH (p)-[:STATED_IN]->(article:Article)
OPTIONAL MATCH (p)-[:VOICED_BY]->(voice:Actor)
RETURN p.said_on AS said_on, holder.name AS holder, target.name AS target, p.stance AS stance, voice.name AS voice,
       p.passage AS passage, holder.id AS holder_id, target.id AS target_id, voice.id AS voice_id, article.id AS article,
       p.id AS position
ORDER BY said_on, position
