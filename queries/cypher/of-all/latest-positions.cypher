MATCH (p:Position)
WHERE p.by_day > '' AND p.by_day < '~' AND (p.review IN ['accepted', 'confirmed'] OR ($include_pending AND p.review = 'pending'))
RETURN p.id AS id
ORDER BY p.by_day DESC LIMIT toInteger($count);
told latest-positions
