MATCH (p:Position)
WHERE p.by_holder > $low AND p.by_holder < $high AND (p.review IN ['accepted', 'confirmed'] OR ($include_pending AND p.review = 'pending'))
  AND EXISTS { MATCH (p)-[link:VIA|CONTRASTS]->(:Bloc {id: $bloc}) WHERE type(link) = $link }
RETURN p.id AS id
ORDER BY p.by_holder LIMIT toInteger($most);
told positions
