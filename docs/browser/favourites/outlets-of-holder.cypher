// Outlets that carry a holder's positions
// Which outlets and agencies published or relayed the positions of a holder, and how often.
// :param holder => 'state:RU'
// :param from => null
// :param to => null
// :param include_pending => false
MATCH (:Actor {id: $holder})<-[:HELD_BY]-(p:Position)-[:STATED_IN]->(article:Article)
WHERE (p.review IN ['accepted', 'confirmed'] OR ($include_pending AND p.review = 'pending'))
  AND ($from IS NULL OR p.said_on >= $from) AND ($to IS NULL OR p.said_on <= $to)
WITH article, count(p) AS stated, min(p.said_on) AS earliest, max(p.said_on) AS latest
MATCH (article)-[edge:PUBLISHED_BY|RELAYED_FROM]->(outlet:Organization)
RETURN outlet.name AS outlet, CASE type(edge) WHEN 'PUBLISHED_BY' THEN 'publisher' ELSE 'source' END AS part,
       sum(stated) AS statements, count(article) AS articles, min(earliest) AS first_on, max(latest) AS last_on,
       outlet.id AS outlet_id
ORDER BY statements DESC, outlet_id, part
