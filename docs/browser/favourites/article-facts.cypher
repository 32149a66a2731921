// What is known of one article
// Everything that was read out of one article, such as positions, events, and the actors, principles and places it names.
// :param article => null
// :param include_pending => false
MATCH (:Article {id: $article})-[edge:STATED_IN|REPORTED_IN|MENTIONS|PUBLISHED_BY|RELAYED_FROM]-(thing)
WHERE type(edge) <> 'STATED_IN'
   OR thing.review IN ['accepted', 'confirmed'] OR ($include_pending AND thing.review = 'pending')
OPTIONAL MATCH (thing)-[:HELD_BY]->(holder:Actor)
OPTIONAL MATCH (thing)-[:TOWARDS]->(target)
RETURN CASE type(edge) WHEN 'STATED_IN' THEN 'position' WHEN 'REPORTED_IN' THEN 'event' WHEN 'PUBLISHED_BY' THEN 'publisher'
            WHEN 'RELAYED_FROM' THEN 'source' ELSE CASE WHEN thing.id STARTS WITH 'principle:' THEN 'principle'
            WHEN thing.id STARTS WITH 'place:' THEN 'place' ELSE 'actor' END END AS kind,
       coalesce(holder.name + ' ' + thing.stance + ' ' + target.name, thing.name) AS name,
       coalesce(thing.said_on, thing.date) AS date, edge.count AS count, coalesce(thing.passage, edge.passage) AS passage, thing.id AS id
ORDER BY kind, date, id
