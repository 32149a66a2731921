// Blocs by how often they are named as a way
// How often each bloc is named as frame or instrument or set against a target, by whom and for what.
// :param holder => 'state:RU'
// :param principle => 'principle:eurasian-security'
// :param from => null
// :param to => null
// :param include_pending => false
// :param most => 20
MATCH (holder:Actor)<-[:HELD_BY]-(p:Position)-[link:VIA|CONTRASTS]->(bloc:Bloc)
WHERE ($holder IS NULL OR holder.id = $holder)
  AND (p.review IN ['accepted', 'confirmed'] OR ($include_pending AND p.review = 'pending'))
  AND ($from IS NULL OR p.said_on >= $from) AND ($to IS NULL OR p.said_on <= $to)
MATCH (p)-[:TOWARDS]->(target)
WHERE ($principle IS NULL OR EXISTS { MATCH (target)-[:BROADER*0..]->({id: $principle}) })
WITH bloc, holder, target, sum(CASE type(link) WHEN 'VIA' THEN 1 ELSE 0 END) AS via,
     sum(CASE type(link) WHEN 'CONTRASTS' THEN 1 ELSE 0 END) AS contrasts, min(p.said_on) AS first_on, max(p.said_on) AS last_on
ORDER BY target.id
WITH bloc, collect(DISTINCT target.name) AS targets,
     collect({holder: holder, via: via, contrasts: contrasts, first_on: first_on, last_on: last_on}) AS lines
UNWIND lines AS line
WITH bloc, targets, line, line.holder AS holder
ORDER BY holder.id
RETURN bloc.name AS bloc, sum(line.via) AS via, sum(line.contrasts) AS contrasts, min(line.first_on) AS first_on,
       max(line.last_on) AS last_on, collect(DISTINCT holder.name) AS holders, targets, bloc.id AS bloc_id
ORDER BY via DESC, contrasts DESC, bloc_id
LIMIT toInteger($most)
