told names;
MATCH (p:Position)-[link:VIA|CONTRASTS]->(bloc:Bloc)
WHERE ($from IS NULL OR p.said_on >= $from) AND ($to IS NULL OR p.said_on <= $to)
  AND (p.review IN ['accepted', 'confirmed'] OR ($include_pending AND p.review = 'pending'))
WITH bloc, p.line AS line, sum(CASE type(link) WHEN 'VIA' THEN 1 ELSE 0 END) AS ways,
     sum(CASE type(link) WHEN 'CONTRASTS' THEN 1 ELSE 0 END) AS set_against, min(p.said_on) AS earliest, max(p.said_on) AS latest
WITH bloc, split(line, ' ') AS ends, ways, set_against, earliest, latest
ORDER BY ends[0], ends[1]
WITH bloc, sum(ways) AS via, sum(set_against) AS contrasts, min(earliest) AS first_on, max(latest) AS last_on,
     collect(DISTINCT ends[0]) AS named_by, collect(DISTINCT ends[1]) AS named_for
ORDER BY via DESC, contrasts DESC, bloc.id
LIMIT toInteger($most)
UNWIND named_for AS item
WITH bloc, via, contrasts, first_on, last_on, named_by, item
ORDER BY item
WITH bloc, via, contrasts, first_on, last_on, named_by, collect(DISTINCT $found[item][0]) AS targets
RETURN bloc.name AS bloc, via, contrasts, first_on, last_on, [item IN named_by | $found[item][0]] AS holders, targets,
       bloc.id AS bloc_id
ORDER BY via DESC, contrasts DESC, bloc_id
