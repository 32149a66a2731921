told names;
MATCH (p:Position)
WHERE p.by_named > $low AND p.by_named < $high
WITH split(p.by_named, ' ') AS told
WHERE (told[2] IN ['accepted', 'confirmed'] OR ($include_pending AND told[2] = 'pending'))
UNWIND range(5, size(told) - 1) AS at
WITH told[at] AS link, told[0] AS day, told[3] AS holder, told[4] AS target
WITH substring(link, 1) AS item, sum(CASE left(link, 1) WHEN '+' THEN 1 ELSE 0 END) AS via,
     sum(CASE left(link, 1) WHEN '-' THEN 1 ELSE 0 END) AS contrasts, min(day) AS first_on, max(day) AS last_on,
     collect(DISTINCT holder) AS named_by, collect(DISTINCT target) AS named_for
ORDER BY via DESC, contrasts DESC, item
LIMIT toInteger($most)
// A list by which rows were grouped would be compared for each of them.
UNWIND named_by AS one
WITH item, via, contrasts, first_on, last_on, named_for, one ORDER BY one
WITH item, min(via) AS via, min(contrasts) AS contrasts, min(first_on) AS first_on, min(last_on) AS last_on,
     head(collect(named_for)) AS named_for, collect(DISTINCT $found[one][0]) AS holders
UNWIND named_for AS one
WITH item, via, contrasts, first_on, last_on, holders, one ORDER BY one
WITH item, min(via) AS via, min(contrasts) AS contrasts, min(first_on) AS first_on, min(last_on) AS last_on,
     head(collect(holders)) AS holders, collect(DISTINCT $found[one][0]) AS targets
RETURN $found[item][0] AS bloc, via, contrasts, first_on, last_on, holders, targets, item AS bloc_id
ORDER BY via DESC, contrasts DESC, bloc_id
