MATCH (p:Position)
WHERE p.by_holder > $low AND p.by_holder < $high AND (p.review IN ['accepted', 'confirmed'] OR ($include_pending AND p.review = 'pending'))
WITH toString(p.said_on) AS day, [(p)-[:STATED_IN]->(article:Article)-[edge:PUBLISHED_BY|RELAYED_FROM]->(outlet:Organization)
                                  | [outlet.id, type(edge), article.id]] AS carried
UNWIND carried AS one
WITH one[0] AS item, one[1] AS kind, count(one) AS statements, count(DISTINCT one[2]) AS articles, min(day) AS first_on, max(day) AS last_on
WITH collect([item, kind, statements, articles, first_on, last_on]) AS outlets
RETURN '$outlets' AS id, outlets
ORDER BY id;
UNWIND $outlets AS one
WITH one, one[0] AS item
MATCH (outlet:Organization {id: item})
RETURN outlet.name AS outlet, CASE one[1] WHEN 'PUBLISHED_BY' THEN 'publisher' ELSE 'source' END AS part,
       one[2] AS statements, one[3] AS articles, one[4] AS first_on, one[5] AS last_on, item AS outlet_id
ORDER BY statements DESC, outlet_id, part
