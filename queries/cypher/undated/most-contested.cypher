MATCH (t:Tally)
WHERE t.target STARTS WITH 'principle:'
WITH t.target AS item, t.holder AS id,
     t.endorse + 0.5 * t.conditional - t.reject
       + CASE WHEN $include_pending THEN t.endorse_pending + 0.5 * t.conditional_pending - t.reject_pending ELSE 0 END AS side,
     t.endorse + t.conditional + t.neutral + t.ambivalent + t.reject
       + CASE WHEN $include_pending THEN t.endorse_pending + t.conditional_pending + t.neutral_pending
                                         + t.ambivalent_pending + t.reject_pending ELSE 0 END AS positions
WHERE positions > 0
WITH id, collect({item: item, side: side, positions: positions}) AS lines
MATCH (holder:Actor {id: id})
WITH holder, lines ORDER BY holder.id
UNWIND lines AS line
WITH line.item AS item, collect(CASE WHEN line.side > 0 THEN holder.name END) AS for,
     collect(CASE WHEN line.side < 0 THEN holder.name END) AS against, count(holder) AS holders,
     sum(line.positions) AS statements
WITH item, for, against, holders, statements,
     CASE WHEN size(for) < size(against) THEN size(for) ELSE size(against) END AS smaller
WHERE smaller >= $least
MATCH (principle:Principle {id: item})
RETURN principle.name AS principle, size(for) AS supporters, size(against) AS opponents,
       holders - size(for) - size(against) AS undecided, for, against, statements, principle.id AS principle_id
ORDER BY smaller DESC, statements DESC, principle_id
