told names;
MATCH (p:Position)
WHERE ($from IS NULL OR p.said_on >= $from) AND ($to IS NULL OR p.said_on <= $to)
  AND (p.review IN ['accepted', 'confirmed'] OR ($include_pending AND p.review = 'pending'))
WITH p.line AS line, sum(p.stance_value) AS side, count(p) AS positions
WITH split(line, ' ') AS ends, side, positions
WHERE ends[1] STARTS WITH 'principle:'
// The few holders are sorted, not the many lines.
WITH ends[0] AS holder, collect([ends[1], side, positions]) AS told
ORDER BY holder
UNWIND told AS one
WITH one[0] AS item, collect(CASE WHEN one[1] > 0 THEN $found[holder][0] END) AS for,
     collect(CASE WHEN one[1] < 0 THEN $found[holder][0] END) AS against, count(holder) AS holders, sum(one[2]) AS statements
WITH item, for, against, holders, statements, CASE WHEN size(for) < size(against) THEN size(for) ELSE size(against) END AS smaller
WHERE smaller >= $least
RETURN $found[item][0] AS principle, size(for) AS supporters, size(against) AS opponents,
       holders - size(for) - size(against) AS undecided, for, against, statements, item AS principle_id
ORDER BY smaller DESC, statements DESC, principle_id
LIMIT toInteger($most)
