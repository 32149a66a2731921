MATCH (own:Tally {holder: $holder})
WITH own.target AS item,
     own.endorse + 0.5 * own.conditional - own.reject
       + CASE WHEN $include_pending THEN own.endorse_pending + 0.5 * own.conditional_pending - own.reject_pending ELSE 0 END AS side,
     own.endorse + own.conditional + own.neutral + own.ambivalent + own.reject
       + CASE WHEN $include_pending THEN own.endorse_pending + own.conditional_pending + own.neutral_pending
                                         + own.ambivalent_pending + own.reject_pending ELSE 0 END AS positions
WHERE positions > 0
OPTIONAL MATCH (principle:Principle {id: item})
OPTIONAL MATCH (actor:Actor {id: item})
WITH item, side, coalesce(principle.name, actor.name) AS name
MATCH (t:Tally {target: item})
WHERE t.holder <> $holder
WITH item, name, side, t.holder AS holder,
     t.endorse + 0.5 * t.conditional - t.reject
       + CASE WHEN $include_pending THEN t.endorse_pending + 0.5 * t.conditional_pending - t.reject_pending ELSE 0 END AS theirs,
     t.endorse + t.conditional + t.neutral + t.ambivalent + t.reject
       + CASE WHEN $include_pending THEN t.endorse_pending + t.conditional_pending + t.neutral_pending
                                         + t.ambivalent_pending + t.reject_pending ELSE 0 END AS positions
WHERE positions > 0
WITH item, name, holder, CASE WHEN side = 0 OR theirs = 0 THEN 'unclear' WHEN (side > 0) = (theirs > 0) THEN 'agree'
                              ELSE 'disagree' END AS relation
ORDER BY item
WITH holder, collect(CASE relation WHEN 'agree' THEN name END) AS shared,
     collect(CASE relation WHEN 'disagree' THEN name END) AS disputed, count(item) AS together
MATCH (other:Actor {id: holder})
RETURN other.name AS other, size(shared) AS agree, size(disputed) AS disagree,
       together - size(shared) - size(disputed) AS unclear, shared, disputed, other.id AS other_id
ORDER BY agree DESC, disagree, other_id
