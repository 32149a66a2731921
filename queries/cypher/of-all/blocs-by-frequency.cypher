MATCH (p:Position)
WHERE p.by_named > $low AND p.by_named < $high
WITH split(p.by_named, ' ') AS told
WHERE (told[1] IN ['accepted', 'confirmed'] OR ($include_pending AND told[1] = 'pending'))
UNWIND range(4, size(told) - 1) AS at
WITH told[at] AS link, told[0] AS day, told[2] AS holder, told[3] AS target
RETURN link, count(*) AS n, min(day) AS first_on, max(day) AS last_on, collect(DISTINCT holder) AS holders, collect(DISTINCT target) AS targets
