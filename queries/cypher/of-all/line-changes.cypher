MATCH (t:Turn)
WHERE t.by_day > $kept_low AND t.by_day < $kept_high
RETURN t.id AS id
ORDER BY t.by_day LIMIT toInteger($most);
told line-changes
