// Voices of a holder
// In whose words a holder's positions came, how often, from when to when and on what.
// :param holder => 'state:RU'
// :param principle => 'principle:eurasian-security'
// :param from => null
// :param to => null
// :param include_pending => false
MATCH (:Actor {id: $holder})<-[:HELD_BY]-(p:Position)-[:VOICED_BY]->(voice:Actor)
WHERE (p.review IN ['accepted', 'confirmed'] OR ($include_pending AND p.review = 'pending'))
  AND ($from IS NULL OR p.said_on >= $from) AND ($to IS NULL OR p.said_on <= $to)
MATCH (p)-[:TOWARDS]->(target)
WHERE ($principle IS NULL OR EXISTS { MATCH (target)-[:BROADER*0..]->({id: $principle}) })
WITH voice, p, target ORDER BY target.id
RETURN voice.name AS voice, count(DISTINCT p) AS statements, min(p.said_on) AS first_on, max(p.said_on) AS last_on,
       collect(DISTINCT target.name) AS targets, voice.id AS voice_id
ORDER BY statements DESC, voice_id
