MATCH (p:Position)
WHERE p.by_holder > $low AND p.by_holder < $high AND (p.review IN ['accepted', 'confirmed'] OR ($include_pending AND p.review = 'pending'))
  AND ($stance IS NULL OR p.stance IN [$stance])
RETURN p.id AS id
ORDER BY p.by_holder LIMIT toInteger($most);
told positions
