MATCH (c:Carrier {of: $holder + ' ' + $kept})
MATCH (outlet:Organization {id: c.outlet})
RETURN outlet.name AS outlet, c.part AS part, c.statements AS statements, c.articles AS articles, c.first_on AS first_on,
       c.last_on AS last_on, outlet.id AS outlet_id
ORDER BY statements DESC, outlet_id, part
