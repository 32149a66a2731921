// Positions that name the bloc are one in so many: where the first of them are met sooner by walking through all
// in the order of their days, they are, else all that name it are sorted.
OPTIONAL MATCH (all:Tally {id: 'all'})
OPTIONAL MATCH (named:Tally {id: CASE $link WHEN 'VIA' THEN 'via ' ELSE 'contrasts ' END + $bloc})
WITH coalesce(all.endorse + all.conditional + all.neutral + all.ambivalent + all.reject, 0) AS positions,
     coalesce(named.endorse + named.conditional + named.neutral + named.ambivalent + named.reject, 0) AS naming
WITH naming * naming > $most * positions AS walk
UNWIND [['$high', CASE WHEN walk THEN $high ELSE '' END], ['$each', CASE WHEN walk THEN '' ELSE $bloc END]] AS one
RETURN one[0] AS name, one[1] AS value
ORDER BY name;
MATCH (p:Position)
WHERE p.by_day > $low AND p.by_day < $high AND (p.review IN ['accepted', 'confirmed'] OR ($include_pending AND p.review = 'pending'))
  AND EXISTS { MATCH (p)-[link:VIA|CONTRASTS]->(:Bloc {id: $bloc}) WHERE type(link) = $link }
RETURN p.id AS id
ORDER BY p.by_day LIMIT toInteger($most);
MATCH (:Bloc {id: $each})<-[link:VIA|CONTRASTS]-(p:Position)
WHERE (p.review IN ['accepted', 'confirmed'] OR ($include_pending AND p.review = 'pending'))
  AND ($from IS NULL OR p.said_on >= $from) AND ($to IS NULL OR p.said_on <= $to) AND type(link) = $link
WITH p ORDER BY p.by_day LIMIT toInteger($most)
RETURN p.id AS id
ORDER BY id;
told positions
