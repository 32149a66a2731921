// title: Latest positions
// description: The positions stated last, the newest first.
// parameters:
//   holder:
//     type: id
//     of: [Actor]
//     description: the id of one holder, such as state:RU; without it all holders count
//   target:
//     type: id
//     of: [Principle, Actor]
//     description: the id of a principle or an actor; narrower principles count too; without it every target counts
//   count:
//     type: integer
//     default: 20
//     description: how many positions
//   include_pending:
//     type: boolean
//     default: false
//     description: whether positions that wait for review count too
// columns:
//   said_on: the day of saying; of a bare month or year its first day
//   date_precision: day, month or year
//   holder: the holder's name
//   target: the target's name
//   stance: endorse, conditional, neutral, ambivalent or reject
//   modality: in what manner it is said
//   voice: the name of the person or body whose words carry it
//   via: ids of the blocs linked to the target as frame or instrument
//   contrast: ids of the blocs set against the target
//   quoted: whether the passage stands in quotation marks
//   confidence: how sure the reading is, 0 to 1
//   review: accepted, confirmed or pending
//   passage: the words of the article that prove it
//   holder_id: the holder's id
//   target_id: the target's id
//   voice_id: the id of that person or body
//   article: the id of the article
//   position: the id of the position
// shown: [said_on, holder, target, stance, passage]
// example: {count: 10}
MATCH (holder:Actor)<-[:HELD_BY]-(p:Position)-[:TOWARDS]->(target)
WHERE p.said_on IS NOT NULL
  AND ($holder IS NULL OR holder.id = $holder)
  AND (p.review IN ['accepted', 'confirmed'] OR ($include_pending AND p.review = 'pending'))
  AND ($target IS NULL OR EXISTS { MATCH (target)-[:BROADER*0..]->({id: $target}) })
WITH p, holder, target
ORDER BY p.said_on DESC, p.id DESC
LIMIT toInteger($count)
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
ORDER BY said_on DESC, position DESC
