// By walking through all of the holder's in the order of their days, or by sorting all that name the bloc.
OPTIONAL MATCH (all:Tally {id: 'all'})
OPTIONAL MATCH (own:Tally {id: 'held ' + $holder})
OPTIONAL MATCH (named:Tally {id: CASE $link WHEN 'VIA' THEN 'via ' ELSE 'contrasts ' END + $bloc})
WITH coalesce(all.endorse + all.conditional + all.neutral + all.ambivalent + all.reject, 0) AS positions,
     coalesce(own.endorse + own.conditional + own.neutral + own.ambivalent + own.reject, 0) AS held,
     coalesce(named.endorse + named.conditional + named.neutral + named.ambivalent + named.reject, 0) AS naming
WITH naming * naming > $most * positions OR naming > held AS walk
UNWIND [['$high', CASE WHEN walk THEN $high ELSE '' END], ['$each', CASE WHEN walk THEN '' ELSE $bloc END]] AS one
RETURN one[0] AS name, one[1] AS value
ORDER BY name;
MATCH (p:Position)
WHERE p.by_holder > $low AND p.by_holder < $high AND (p.review IN ['accepted', 'confirmed'] OR ($include_pending AND p.review = 'pending'))
  AND p.by_named + ' ' CONTAINS CASE $link WHEN 'VIA' THEN ' +' ELSE ' -' END + $bloc + ' '
RETURN p.id AS id
ORDER BY p.by_holder LIMIT toInteger($most);
MATCH (:Bloc {id: $each})<-[link:VIA|CONTRASTS]-(p:Position)
WHERE type(link) = $link AND p.line + '' STARTS WITH $holder + ' '
  AND (p.review IN ['accepted', 'confirmed'] OR ($include_pending AND p.review = 'pending'))
  AND ($from IS NULL OR p.said_on >= $from) AND ($to IS NULL OR p.said_on <= $to)
WITH p ORDER BY p.by_day LIMIT toInteger($most)
RETURN p.id AS id
ORDER BY id;
told positions
