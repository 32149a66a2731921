MATCH (t:Tally)
WHERE t.id >= $months_low AND t.id < $months_high AND size(t.id) = size($months_low + '2024-03')
WITH right(t.id, 7) AS month,
     t.endorse + CASE WHEN $include_pending THEN t.endorse_pending ELSE 0 END AS endorse,
     t.conditional + CASE WHEN $include_pending THEN t.conditional_pending ELSE 0 END AS conditional,
     t.neutral + CASE WHEN $include_pending THEN t.neutral_pending ELSE 0 END AS neutral,
     t.ambivalent + CASE WHEN $include_pending THEN t.ambivalent_pending ELSE 0 END AS ambivalent,
     t.reject + CASE WHEN $include_pending THEN t.reject_pending ELSE 0 END AS reject
WITH month, endorse, conditional, neutral, ambivalent, reject,
     endorse + conditional + neutral + ambivalent + reject AS statements
WHERE statements > 0
RETURN month, endorse, conditional, neutral, ambivalent, reject, statements
ORDER BY month
