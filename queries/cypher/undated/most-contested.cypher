told names;
MATCH (r:Roll)
WHERE r.id > 'towards principle:' AND r.id < 'towards principle:~' AND r.id ENDS WITH $kept
WITH split(r.id, ' ')[1] AS item, r.holders AS holders, size([entry IN r.holders WHERE left(entry, 1) = '+']) AS supporters,
     size([entry IN r.holders WHERE left(entry, 1) = '-']) AS opponents
WITH item, holders, supporters, opponents, CASE WHEN supporters < opponents THEN supporters ELSE opponents END AS smaller
WHERE smaller >= $least
MATCH (t:Tally {id: 'towards ' + item})
WITH item, holders, supporters, opponents, smaller,
     t.endorse + t.conditional + t.neutral + t.ambivalent + t.reject
       + CASE WHEN $include_pending THEN t.endorse_pending + t.conditional_pending + t.neutral_pending
                                         + t.ambivalent_pending + t.reject_pending ELSE 0 END AS statements
ORDER BY smaller DESC, statements DESC, item
LIMIT toInteger($most)
MATCH (principle:Principle {id: item})
RETURN principle.name AS principle, supporters, opponents, size(holders) - supporters - opponents AS undecided,
       [entry IN holders WHERE left(entry, 1) = '+' | $found[substring(entry, 1)][0]] AS for,
       [entry IN holders WHERE left(entry, 1) = '-' | $found[substring(entry, 1)][0]] AS against,
       statements, principle.id AS principle_id
ORDER BY smaller DESC, statements DESC, principle_id
