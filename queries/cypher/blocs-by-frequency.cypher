// title: Blocs by how often they are named as a way
// description: How often each bloc is named as frame or instrument or set against a target, by whom and for what.
// parameters:
//   holder:
//     type: id
//     of: [Actor]
//     description: the id of one holder, such as state:RU; without it all holders count
//   principle:
//     type: id
//     of: [Principle]
//     description: the id of a principle; narrower ones count too; without it all principles count
//   from:
//     type: date
//     description: the first day that counts
//   to:
//     type: date
//     description: the last day that counts
//   include_pending:
//     type: boolean
//     default: false
//     description: whether positions that wait for review count too
//   most:
//     type: integer
//     default: 20
//     description: how many blocs at most
// columns:
//   bloc: the bloc's name
//   via: in how many positions it is the frame or instrument
//   contrasts: in how many positions it is set against the target
//   first_on: the day of the earliest of them
//   last_on: the day of the latest of them
//   holders: names of those who name it so
//   targets: names of what it is linked to
//   bloc_id: the bloc's id
// shown: [bloc, via, contrasts, first_on, last_on, targets]
// example: {holder: state:RU}
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
