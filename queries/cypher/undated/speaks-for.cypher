MATCH (person:Person {id: $person})-[office:REPRESENTS]->(actor:Actor)
WHERE $on IS NULL OR (office.from IS NULL OR office.from <= $on) AND (office.to IS NULL OR office.to >= $on)
WITH person, actor, office, toString(office.from) AS since, toString(office.to) AS until
// Whole months are counted already, those in which the office began or ended are not.
OPTIONAL MATCH (t:Tally {of: 'spoke ' + person.id + ' ' + actor.id})
WHERE CASE size(t.month) WHEN 7 THEN (since IS NULL OR t.month > substring(since, 0, 7)) AND (until IS NULL OR t.month < substring(until, 0, 7))
                         WHEN 4 THEN (since IS NULL OR t.month + '-01-01' >= since) AND (until IS NULL OR t.month + '-01-01' <= until)
                         ELSE since IS NULL AND until IS NULL END
WITH person, actor, office, since, until,
     sum(t.endorse + t.conditional + t.neutral + t.ambivalent + t.reject
         + CASE WHEN $include_pending THEN t.endorse_pending + t.conditional_pending + t.neutral_pending
                                           + t.ambivalent_pending + t.reject_pending ELSE 0 END) AS whole
OPTIONAL MATCH (person)<-[voiced:VOICED_BY]-(p:Position)-[:HELD_BY]->(actor)
WHERE substring(toString(voiced.on), 0, 7) IN [substring(since, 0, 7), substring(until, 0, 7)]
  AND p.date_precision <> 'year' AND (since IS NULL OR toString(p.said_on) >= since) AND (until IS NULL OR toString(p.said_on) <= until)
  AND (p.review IN ['accepted', 'confirmed'] OR ($include_pending AND p.review = 'pending'))
WITH actor, office, whole, count(p) AS rest
RETURN actor.name AS actor, office.role AS role, office.from AS from, office.to AS to, whole + rest AS statements,
       actor.id AS actor_id
ORDER BY from, actor_id, role, to
