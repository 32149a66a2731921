MATCH ({id: $target})<-[:BROADER*0..]-(target)
WITH DISTINCT target
MATCH (t:Turn {line: $kept + ' ' + $holder + ' ' + target.id})
WHERE t.by_holder > $kept_low AND t.by_holder < $kept_high
RETURN t.id AS id
ORDER BY t.by_day LIMIT toInteger($most);
told line-changes
