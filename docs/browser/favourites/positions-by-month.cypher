// Positions month by month
// How many positions were stated in each month, by stance.
// :param holder => 'state:RU'
// :param target => 'principle:eurasian-security'
// :param from => null
// :param to => null
// :param include_pending => false
MATCH (holder:Actor)<-[:HELD_BY]-(p:Position)-[:TOWARDS]->(target)
WHERE ($holder IS NULL OR holder.id = $holder)
  AND (p.review IN ['accepted', 'confirmed'] OR ($include_pending AND p.review = 'pending'))
  AND ($from IS NULL OR p.said_on >= $from) AND ($to IS NULL OR p.said_on <= $to)
  AND p.said_on IS NOT NULL AND p.date_precision <> 'year'
  AND ($target IS NULL OR EXISTS { MATCH (target)-[:BROADER*0..]->({id: $target}) })
WITH substring(toString(p.said_on), 0, 7) AS month, p.stance AS stance
RETURN month, sum(CASE stance WHEN 'endorse' THEN 1 ELSE 0 END) AS endorse,
       sum(CASE stance WHEN 'conditional' THEN 1 ELSE 0 END) AS conditional,
       sum(CASE stance WHEN 'neutral' THEN 1 ELSE 0 END) AS neutral,
       sum(CASE stance WHEN 'ambivalent' THEN 1 ELSE 0 END) AS ambivalent,
       sum(CASE stance WHEN 'reject' THEN 1 ELSE 0 END) AS reject, count(stance) AS statements
ORDER BY month
