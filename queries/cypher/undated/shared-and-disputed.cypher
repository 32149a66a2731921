UNWIND [0, 1] AS at
MATCH (s:Summary {of: 'stance ' + [$first, $second][at]})
WHERE (s.review = 'standing' OR ($include_pending AND s.review = 'pending'))
WITH at, s, CASE s.alike WHEN 'endorse' THEN 1.0 WHEN 'conditional' THEN 0.5 WHEN 'reject' THEN -1.0 ELSE 0.0 END AS value,
     CASE WHEN s.undated IS NULL THEN s.last_on END AS day, coalesce(s.undated, s.latest) AS position
ORDER BY day DESC, position
WITH s.target AS item, at, sum(value * s.statements) / sum(s.statements) AS stance, collect(position)[0] AS position
ORDER BY at
WITH item, collect(stance) AS stances, collect(position) AS positions
WHERE size(stances) = 2
MATCH (latest:Position {id: positions[0]})-[:TOWARDS]->(target)
MATCH (other:Position {id: positions[1]})
WITH target, latest, other, stances[0] AS first_stance, stances[1] AS second_stance
RETURN CASE WHEN first_stance = 0 OR second_stance = 0 THEN 'unclear'
            WHEN (first_stance > 0) = (second_stance > 0) THEN 'agree' ELSE 'disagree' END AS relation,
       target.name AS target, first_stance, second_stance, latest.passage AS first_passage, other.passage AS second_passage,
       toString(latest.said_on) AS first_on, toString(other.said_on) AS second_on, target.id AS target_id,
       latest.id AS first_position, other.id AS second_position
ORDER BY relation, target_id
