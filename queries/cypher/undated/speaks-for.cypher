MATCH (person:Person {id: $person})-[office:REPRESENTS]->(actor:Actor)
WHERE $on IS NULL OR (office.from IS NULL OR office.from <= $on) AND (office.to IS NULL OR office.to >= $on)
WITH person, actor, office, toString(office.from) AS since, toString(office.to) AS until
OPTIONAL MATCH (t:Tally {of: 'spoke ' + person.id + ' ' + actor.id})
WITH person, actor, office, since, until, t.month AS month,
     t.endorse + t.conditional + t.neutral + t.ambivalent + t.reject
     + CASE WHEN $include_pending THEN t.endorse_pending + t.conditional_pending + t.neutral_pending
                                       + t.ambivalent_pending + t.reject_pending ELSE 0 END AS positions
// Whole months are counted already. In one in which the office began or ended the positions themselves tell.
WITH person, actor, office, since, until, sum(CASE
       WHEN size(month) = 7 AND (since IS NULL OR month > substring(since, 0, 7)) AND (until IS NULL OR month < substring(until, 0, 7)) THEN positions
       WHEN size(month) = 4 AND (since IS NULL OR month + '-01-01' >= since) AND (until IS NULL OR month + '-01-01' <= until) THEN positions
       WHEN size(month) = 1 AND since IS NULL AND until IS NULL THEN positions ELSE 0 END) AS whole,
     sum(CASE WHEN month IN [substring(since, 0, 7), substring(until, 0, 7)] THEN positions ELSE 0 END) AS broken
OPTIONAL MATCH (person)<-[voiced:VOICED_BY]-(p:Position)
WHERE broken > 0 AND substring(toString(voiced.on), 0, 7) IN [substring(since, 0, 7), substring(until, 0, 7)]
  AND p.line + '' STARTS WITH actor.id + ' '
  AND p.date_precision <> 'year' AND (since IS NULL OR toString(p.said_on) >= since) AND (until IS NULL OR toString(p.said_on) <= until)
  AND (p.review IN ['accepted', 'confirmed'] OR ($include_pending AND p.review = 'pending'))
WITH actor, office, whole, count(p) AS rest
RETURN actor.name AS actor, office.role AS role, office.from AS from, office.to AS to, whole + rest AS statements,
       actor.id AS actor_id
ORDER BY from, actor_id, role, to
