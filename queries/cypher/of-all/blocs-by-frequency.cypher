told names;
MATCH (p:Position)
WHERE p.by_named > $low AND p.by_named < $high
WITH split(p.by_named, ' ') AS told
WHERE (told[2] IN ['accepted', 'confirmed'] OR ($include_pending AND told[2] = 'pending'))
UNWIND told[5..] AS link
WITH substring(link, 1) AS item, sum(CASE left(link, 1) WHEN '+' THEN 1 ELSE 0 END) AS via,
     sum(CASE left(link, 1) WHEN '-' THEN 1 ELSE 0 END) AS contrasts, min(told[0]) AS first_on, max(told[0]) AS last_on,
     collect(DISTINCT told[3]) AS named_by, collect(DISTINCT told[4]) AS named_for
ORDER BY via DESC, contrasts DESC, item
LIMIT toInteger($most)
// The few holders and targets are sorted, not those of each bloc.
UNWIND named_by AS holder
WITH holder, collect([item, via, contrasts, first_on, last_on, named_for]) AS blocs
ORDER BY holder
UNWIND blocs AS bloc
WITH bloc[0] AS item, head(collect(bloc)) AS bloc, collect(DISTINCT $found[holder][0]) AS holders
UNWIND bloc[5] AS target
WITH target, collect([item, bloc, holders]) AS blocs
ORDER BY target
UNWIND blocs AS one
WITH one[0] AS item, head(collect(one[1])) AS bloc, head(collect(one[2])) AS holders, collect(DISTINCT $found[target][0]) AS targets
RETURN $found[item][0] AS bloc, bloc[1] AS via, bloc[2] AS contrasts, bloc[3] AS first_on, bloc[4] AS last_on, holders, targets,
       item AS bloc_id
ORDER BY via DESC, contrasts DESC, bloc_id
