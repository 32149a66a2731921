MATCH (c:Carrier {of: $holder + ' ' + $kept})
WITH c.outlet AS item, c.part AS part, c.statements AS statements, c.articles AS articles, toString(c.first_on) AS first_on,
     toString(c.last_on) AS last_on
MATCH (outlet:Organization {id: item})
RETURN outlet.name AS outlet, part, statements, articles, first_on, last_on, item AS outlet_id
ORDER BY statements DESC, outlet_id, part
