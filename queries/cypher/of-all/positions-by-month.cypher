MATCH (p:Position)
WHERE ($from IS NULL OR p.said_on >= $from) AND ($to IS NULL OR p.said_on <= $to)
  AND (p.review IN ['accepted', 'confirmed'] OR ($include_pending AND p.review = 'pending')) AND p.date_precision <> 'year'
WITH substring(toString(p.said_on), 0, 7) AS month, p.stance AS stance
RETURN month, sum(CASE stance WHEN 'endorse' THEN 1 ELSE 0 END) AS endorse,
       sum(CASE stance WHEN 'conditional' THEN 1 ELSE 0 END) AS conditional,
       sum(CASE stance WHEN 'neutral' THEN 1 ELSE 0 END) AS neutral,
       sum(CASE stance WHEN 'ambivalent' THEN 1 ELSE 0 END) AS ambivalent,
       sum(CASE stance WHEN 'reject' THEN 1 ELSE 0 END) AS reject, count(stance) AS statements
ORDER BY month
