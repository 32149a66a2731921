MATCH (r:Roll {id: 'held ' + $holder + ' ' + $kept})
UNWIND r.targets AS entry
WITH substring(entry, 1) AS item
OPTIONAL MATCH (actor:Actor {id: item})
OPTIONAL MATCH (principle:Principle {id: item})
RETURN '$found' AS id, collect([item, coalesce(principle.name, actor.name)]) AS found
ORDER BY id;
UNWIND ['via', 'contrasts'] AS link
MATCH (s:Summary {of: link + ' ' + $holder})
WHERE (s.review = 'standing' OR ($include_pending AND s.review = 'pending'))
WITH s.alike AS item, sum(CASE link WHEN 'via' THEN s.statements ELSE 0 END) AS via,
     sum(CASE link WHEN 'contrasts' THEN s.statements ELSE 0 END) AS contrasts, min(s.first_on) AS first_on,
     max(s.last_on) AS last_on, collect(DISTINCT s.target) AS named_for
ORDER BY via DESC, contrasts DESC, item
LIMIT toInteger($most)
UNWIND named_for AS one
WITH item, via, contrasts, first_on, last_on, one ORDER BY one
WITH item, via, contrasts, first_on, last_on, collect(DISTINCT $found[one][0]) AS targets
MATCH (bloc:Bloc {id: item})
MATCH (holder:Actor {id: $holder})
RETURN bloc.name AS bloc, via, contrasts, first_on, last_on, [holder.name] AS holders, targets, bloc.id AS bloc_id
ORDER BY via DESC, contrasts DESC, bloc_id
