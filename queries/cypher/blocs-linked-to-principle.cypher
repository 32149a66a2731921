// title: Blocs that a holder links to a principle
// description: Which blocs a holder names as the way to a principle or sets against it, since when and in whose words.
// parameters:
//   holder:
//     type: id
//     of: [Actor]
//     required: true
//     description: the id of the actor whose positions are meant, such as state:RU
//   principle:
//     type: id
//     of: [Principle]
//     required: true
//     description: the id of a principle, such as principle:eurasian-security; narrower principles count too
//   from:
//     type: date
//     description: the first day that counts
//   to:
//     type: date
//     description: the last day that counts
//   include_pending:
//     type: boolean
//     default: false
//     description: whether positions that wait for review count too
// columns:
//   bloc: the bloc's name
//   link: VIA where the bloc is the frame or instrument, CONTRASTS where it is set against the target
//   target: the target's name
//   said_on: the day of saying; of a bare month or year its first day
//   stance: endorse, conditional, neutral, ambivalent or reject
//   passage: the words of the article that prove it
//   voice: the name of the person or body whose words carry it
//   bloc_id: the bloc's id
//   target_id: the target's id
//   date_precision: day, month or year
//   review: accepted, confirmed or pending
//   article: the id of the article
//   position: the id of the position
// shown: [said_on, bloc, link, target, voice, passage]
// example: {holder: state:RU, principle: principle:eurasian-security}
MATCH (:Actor {id: $holder})<-[:HELD_BY]-(p:Position)-[:TOWARDS]->(target)-[:BROADER*0..]->(:Principle {id: $principle})
WHERE (p.review IN ['accepted', 'confirmed'] OR ($include_pending AND p.review = 'pending'))
  AND ($from IS NULL OR p.said_on >= $from) AND ($to IS NULL OR p.said_on <= $to)
MATCH (p)-[link:VIA|CONTRASTS]->(bloc:Bloc)
MATCH (p)-[:STATED_IN]->(article:Article)
OPTIONAL MATCH (p)-[:VOICED_BY]->(voice:Actor)
RETURN DISTINCT bloc.name AS bloc, type(link) AS link, target.name AS target, p.said_on AS said_on, p.stance AS stance,
       p.passage AS passage, voice.name AS voice, bloc.id AS bloc_id, target.id AS target_id,
       p.date_precision AS date_precision, p.review AS review, article.id AS article, p.id AS position
ORDER BY said_on, bloc, link, position, bloc_id
