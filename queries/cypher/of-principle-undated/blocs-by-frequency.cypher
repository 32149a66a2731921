told names;
MATCH (:Principle {id: $principle})<-[:BROADER*0..]-(target)
WITH DISTINCT target.id AS target
UNWIND ['via', 'contrasts'] AS link
MATCH (s:Summary {about: link + ' ' + target})
WHERE (s.review = 'standing' OR ($include_pending AND s.review = 'pending'))
WITH s.alike AS item, sum(CASE link WHEN 'via' THEN s.statements ELSE 0 END) AS via,
     sum(CASE link WHEN 'contrasts' THEN s.statements ELSE 0 END) AS contrasts, min(s.first_on) AS first_on,
     max(s.last_on) AS last_on, collect(DISTINCT s.holder) AS named_by, collect(DISTINCT target) AS named_for
ORDER BY via DESC, contrasts DESC, item
LIMIT toInteger($most)
UNWIND named_by AS holder
WITH holder, collect([item, via, contrasts, first_on, last_on, named_for]) AS blocs
ORDER BY holder
UNWIND blocs AS bloc
WITH bloc[0] AS item, head(collect(bloc)) AS bloc, collect(DISTINCT $found[holder][0]) AS holders
UNWIND bloc[5] AS target
WITH item, bloc, holders, target ORDER BY target
WITH item, head(collect(bloc)) AS bloc, head(collect(holders)) AS holders, collect(DISTINCT $found[target][0]) AS targets
RETURN $found[item][0] AS bloc, bloc[1] AS via, bloc[2] AS contrasts, toString(bloc[3]) AS first_on, toString(bloc[4]) AS last_on,
       holders, targets, item AS bloc_id
ORDER BY via DESC, contrasts DESC, bloc_id
