UNWIND ['via', 'contrasts'] AS link
MATCH (s:Summary)
WHERE s.of STARTS WITH link + ' ' AND (s.review = 'standing' OR ($include_pending AND s.review = 'pending'))
WITH link, s.holder AS item, collect(s) AS summaries
MATCH (holder:Actor {id: item})
UNWIND summaries AS s
WITH s.target AS item, collect({link: link, holder: holder, summary: s}) AS named
OPTIONAL MATCH (principle:Principle {id: item})
OPTIONAL MATCH (actor:Actor {id: item})
WITH item, coalesce(principle.name, actor.name) AS target, named
UNWIND named AS one
WITH one.link AS link, one.holder AS holder, target, one.summary AS s ORDER BY holder.id, item
WITH s.alike AS item, sum(CASE link WHEN 'via' THEN s.statements ELSE 0 END) AS via,
     sum(CASE link WHEN 'contrasts' THEN s.statements ELSE 0 END) AS contrasts, min(s.first_on) AS first_on,
     max(s.last_on) AS last_on, collect(DISTINCT holder.name) AS holders, collect(DISTINCT target) AS targets
MATCH (bloc:Bloc {id: item})
RETURN bloc.name AS bloc, via, contrasts, first_on, last_on, holders, targets, bloc.id AS bloc_id
ORDER BY via DESC, contrasts DESC, bloc_id
