MATCH (p:Position)
WHERE p.by_day > $low AND p.by_day < $high AND (p.review IN ['accepted', 'confirmed'] OR ($include_pending AND p.review = 'pending'))
  AND ($stance IS NULL OR p.stance IN [$stance])
RETURN p.id AS id
ORDER BY p.by_day LIMIT toInteger($most);
told positions
