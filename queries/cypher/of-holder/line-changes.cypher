MATCH (t:Turn)
WHERE t.by_holder > $kept_low AND t.by_holder < $kept_high
RETURN t.id AS id
ORDER BY t.by_holder LIMIT toInteger($most);
told line-changes
