// The first positions that name the bloc are met by walking through all that name any in the order of their days, or
// by sorting all that name it. The tallies tell which is sooner: how many there are in all, and within the dates.
MATCH (t:Tally)
WHERE t.id >= $months_low AND t.id < $months_high
WITH sum(t.endorse + t.conditional + t.neutral + t.ambivalent + t.reject) AS between
RETURN '$between' AS id, between
ORDER BY id;
OPTIONAL MATCH (all:Tally {id: 'all'})
OPTIONAL MATCH (named:Tally {id: CASE $link WHEN 'VIA' THEN 'via ' ELSE 'contrasts ' END + $bloc})
WITH coalesce(all.endorse + all.conditional + all.neutral + all.ambivalent + all.reject, 0) AS positions,
     coalesce(named.endorse + named.conditional + named.neutral + named.ambivalent + named.reject, 0) AS naming
WITH naming * naming * 4 > $most * positions OR naming * 4 > $between AS walk
UNWIND [['$high', CASE WHEN walk THEN $high ELSE '' END], ['$each', CASE WHEN walk THEN '' ELSE $bloc END]] AS one
RETURN one[0] AS name, one[1] AS value
ORDER BY name;
MATCH (p:Position)
WHERE p.by_named > $low AND p.by_named < $high
  AND p.by_named + ' ' CONTAINS CASE $link WHEN 'VIA' THEN ' +' ELSE ' -' END + $bloc + ' '
  AND (split(p.by_named, ' ')[2] IN ['accepted', 'confirmed'] OR ($include_pending AND split(p.by_named, ' ')[2] = 'pending'))
RETURN split(p.by_named, ' ')[1] AS id
ORDER BY p.by_named LIMIT toInteger($most);
MATCH (:Bloc {id: $each})<-[link:VIA|CONTRASTS]-(p:Position)
WHERE (p.review IN ['accepted', 'confirmed'] OR ($include_pending AND p.review = 'pending'))
  AND ($from IS NULL OR p.said_on >= $from) AND ($to IS NULL OR p.said_on <= $to) AND type(link) = $link
WITH p ORDER BY p.by_day LIMIT toInteger($most)
RETURN p.id AS id
ORDER BY id;
told positions
