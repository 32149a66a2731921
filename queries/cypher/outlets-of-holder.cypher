// title: Outlets that carry a holder's positions
// description: Which outlets and agencies published or relayed the positions of a holder, and how often.
// parameters:
//   holder:
//     type: id
//     of: [Actor]
//     required: true
//     description: the id of the actor whose positions are meant, such as state:RU
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
//   outlet: the outlet's name
//   part: publisher or source
//   statements: how many positions its articles carry
//   articles: in how many articles
//   first_on: the day of the earliest position
//   last_on: the day of the latest position
//   outlet_id: the outlet's id
// example: {holder: state:RU}
MATCH (:Actor {id: $holder})<-[:HELD_BY]-(p:Position)-[:STATED_IN]->(article:Article)
WHERE (p.review IN ['accepted', 'confirmed'] OR ($include_pending AND p.review = 'pending'))
  AND ($from IS NULL OR p.said_on >= $from) AND ($to IS NULL OR p.said_on <= $to)
WITH article, count(p) AS stated, min(p.said_on) AS earliest, max(p.said_on) AS latest
MATCH (article)-[edge:PUBLISHED_BY|RELAYED_FROM]->(outlet:Organization)
RETURN outlet.name AS outlet, CASE type(edge) WHEN 'PUBLISHED_BY' THEN 'publisher' ELSE 'source' END AS part,
       sum(stated) AS statements, count(article) AS articles, min(earliest) AS first_on, max(latest) AS last_on,
       outlet.id AS outlet_id
ORDER BY statements DESC, outlet_id, part
