// For whom a voice has spoken
// The holders whose positions a person or body has voiced in the articles, and how often.
// :param voice => 'person:sergey-lavrov'
// :param from => null
// :param to => null
// :param include_pending => false
MATCH (:Actor {id: $voice})<-[:VOICED_BY]-(p:Position)-[:HELD_BY]->(holder:Actor)
WHERE (p.review IN ['accepted', 'confirmed'] OR ($include_pending AND p.review = 'pending'))
  AND ($from IS NULL OR p.said_on >= $from) AND ($to IS NULL OR p.said_on <= $to)
RETURN holder.name AS holder, count(p) AS statements, min(p.said_on) AS first_on, max(p.said_on) AS last_on,
       holder.id AS holder_id
ORDER BY statements DESC, holder_id
