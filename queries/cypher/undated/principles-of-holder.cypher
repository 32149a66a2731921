UNWIND ['stance', 'via'] AS kind
MATCH (s:Summary {of: kind + ' ' + $holder})
WHERE (s.review = 'standing' OR ($include_pending AND s.review = 'pending'))
WITH kind, CASE kind WHEN 'via' THEN s.alike END AS item, collect(s) AS summaries
OPTIONAL MATCH (bloc:Bloc {id: item})
WITH kind, bloc, summaries ORDER BY bloc.id
UNWIND summaries AS s
WITH s.target AS item, sum(CASE kind WHEN 'stance' THEN s.statements ELSE 0 END) AS statements,
     sum(CASE WHEN s.alike IN ['endorse', 'conditional'] THEN s.statements ELSE 0 END) AS for,
     sum(CASE WHEN s.alike = 'reject' THEN s.statements ELSE 0 END) AS against,
     min(s.first_on) AS first_on, max(s.last_on) AS last_on, collect(DISTINCT bloc.name) AS blocs
OPTIONAL MATCH (principle:Principle {id: item})
OPTIONAL MATCH (actor:Actor {id: item})
RETURN coalesce(principle.name, actor.name) AS target, statements, for, against, first_on, last_on, blocs, item AS target_id
ORDER BY statements DESC, target_id
