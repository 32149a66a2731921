told names;
UNWIND ['via *', 'contrasts *'] AS link
MATCH (s:Summary {of: link})
WHERE (s.review = 'standing' OR ($include_pending AND s.review = 'pending'))
WITH s.alike AS item, sum(CASE link WHEN 'via *' THEN s.statements ELSE 0 END) AS via,
     sum(CASE link WHEN 'contrasts *' THEN s.statements ELSE 0 END) AS contrasts, min(s.first_on) AS first_on,
     max(s.last_on) AS last_on
ORDER BY via DESC, contrasts DESC, item
LIMIT toInteger($most)
MATCH (bloc:Bloc {id: item})
MATCH (r:Roll {id: 'named ' + item + ' ' + $kept})
UNWIND r.holders AS entry
WITH bloc, via, contrasts, first_on, last_on, r, collect(DISTINCT $found[substring(entry, 1)][0]) AS holders
UNWIND r.targets AS entry
WITH bloc, via, contrasts, first_on, last_on, holders, collect(DISTINCT $found[substring(entry, 1)][0]) AS targets
RETURN bloc.name AS bloc, via, contrasts, first_on, last_on, holders, targets, bloc.id AS bloc_id
ORDER BY via DESC, contrasts DESC, bloc_id
