UNWIND ['via', 'contrasts'] AS link
MATCH (s:Summary {of: link + ' ' + $holder})
WHERE (s.review = 'standing' OR ($include_pending AND s.review = 'pending'))
WITH s.target AS item, collect({link: link, summary: s}) AS named
OPTIONAL MATCH (principle:Principle {id: item})
OPTIONAL MATCH (actor:Actor {id: item})
WITH coalesce(principle.name, actor.name) AS target, named ORDER BY item
UNWIND named AS one
WITH target, one.link AS link, one.summary AS s
WITH s.alike AS item, sum(CASE link WHEN 'via' THEN s.statements ELSE 0 END) AS via,
     sum(CASE link WHEN 'contrasts' THEN s.statements ELSE 0 END) AS contrasts, min(s.first_on) AS first_on,
     max(s.last_on) AS last_on, collect(DISTINCT target) AS targets
MATCH (bloc:Bloc {id: item})
MATCH (holder:Actor {id: $holder})
RETURN bloc.name AS bloc, via, contrasts, first_on, last_on, [holder.name] AS holders, targets, bloc.id AS bloc_id
ORDER BY via DESC, contrasts DESC, bloc_id
LIMIT toInteger($most)
