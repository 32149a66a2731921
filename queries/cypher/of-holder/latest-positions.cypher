MATCH (p:Position)
WHERE p.by_holder > $low AND p.by_holder < $high AND p.said_on IS NOT NULL AND (p.review IN ['accepted', 'confirmed'] OR ($include_pending AND p.review = 'pending'))
RETURN p.id AS id
ORDER BY p.by_holder DESC LIMIT toInteger($count);
told latest-positions
