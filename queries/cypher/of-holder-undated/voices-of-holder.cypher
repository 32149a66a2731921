MATCH (s:Summary {of: 'voiced ' + $holder})
WHERE (s.review = 'standing' OR ($include_pending AND s.review = 'pending'))
WITH s.target AS item, collect(s) AS summaries
OPTIONAL MATCH (principle:Principle {id: item})
OPTIONAL MATCH (actor:Actor {id: item})
WITH coalesce(principle.name, actor.name) AS target, summaries ORDER BY item
UNWIND summaries AS s
WITH s.alike AS item, sum(s.statements) AS statements, min(s.first_on) AS first_on, max(s.last_on) AS last_on,
     collect(DISTINCT target) AS targets
MATCH (voice:Actor {id: item})
RETURN voice.name AS voice, statements, first_on, last_on, targets, voice.id AS voice_id
ORDER BY statements DESC, voice_id
