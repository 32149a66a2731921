MATCH ({id: $target})<-[:BROADER*0..]-(target)
RETURN DISTINCT target.id AS id
ORDER BY id;
MATCH (p:Position)
WHERE p.by_target > $each_low AND p.by_target < $each_high AND (p.review IN ['accepted', 'confirmed'] OR ($include_pending AND p.review = 'pending'))
  AND ($stance IS NULL OR p.stance IN [$stance])
RETURN p.id AS id, p.by_day AS key
ORDER BY p.by_target LIMIT toInteger($most);
told positions
