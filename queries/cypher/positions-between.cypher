// title: Positions between two dates
// description: All positions that were stated from one day to another, both included.
// parameters:
//   from:
//     type: date
//     required: true
//     description: the first day that counts, such as 2023-01-01
//   to:
//     type: date
//     required: true
//     description: the last day that counts, such as 2024-12-31
//   holder:
//     type: id
//     of: [Actor]
//     description: the id of one holder, such as state:RU; without it all holders count
//   target:
//     type: id
//     of: [Principle, Actor]
//     description: the id of a principle or an actor; narrower principles count too; without it every target counts
//   stance:
//     type: choice
//     choices: [endorse, conditional, neutral, ambivalent, reject]
//     description: only positions of this stance
//   include_pending:
//     type: boolean
//     default: false
//     description: whether positions that wait for review count too
//   most:
//     type: integer
//     default: 200
//     description: how many positions at most
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
// example: {from: 2023-01-01, to: 2024-12-31}
MATCH (holder:Actor)<-[:HELD_BY]-(p:Position)-[:TOWARDS]->(target)
WHERE (p.review IN ['accepted', 'confirmed'] OR ($include_pending AND p.review = 'pending'))
  AND ($from IS NULL OR p.said_on >= $from) AND ($to IS NULL OR p.said_on <= $to)
  AND ($holder IS NULL OR holder.id = $holder)
  AND ($stance IS NULL OR p.stance = $stance)
  AND ($target IS NULL OR EXISTS { MATCH (target)-[:BROADER*0..]->({id: $target}) })
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
