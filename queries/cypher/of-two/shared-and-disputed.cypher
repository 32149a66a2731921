MATCH (:Actor {id: $first})<-[:HELD_BY]-(p:Position)-[:TOWARDS]->(target)
WHERE (p.review IN ['accepted', 'confirmed'] OR ($include_pending AND p.review = 'pending'))
  AND ($from IS NULL OR p.said_on >= $from) AND ($to IS NULL OR p.said_on <= $to)
WITH target, p ORDER BY p.said_on DESC, p.id
WITH target, sum(p.stance_value) / count(p) AS first_stance, collect(p)[0] AS latest
MATCH (p:Position {line: $second + ' ' + target.id})
WHERE (p.review IN ['accepted', 'confirmed'] OR ($include_pending AND p.review = 'pending'))
  AND ($from IS NULL OR p.said_on >= $from) AND ($to IS NULL OR p.said_on <= $to)
WITH target, first_stance, latest, p ORDER BY p.said_on DESC, p.id
WITH target, first_stance, latest, sum(p.stance_value) / count(p) AS second_stance, collect(p)[0] AS other
RETURN CASE WHEN first_stance = 0 OR second_stance = 0 THEN 'unclear'
            WHEN (first_stance > 0) = (second_stance > 0) THEN 'agree' ELSE 'disagree' END AS relation,
       target.name AS target, first_stance, second_stance, latest.passage AS first_passage, other.passage AS second_passage,
       latest.said_on AS first_on, other.said_on AS second_on, target.id AS target_id,
       latest.id AS first_position, other.id AS second_position
ORDER BY relation, target_id
