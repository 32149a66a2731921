// Members of a bloc on a day
// Which states stood how towards a bloc on a day, as members, observers, partners, candidates and suspended ones.
// :param bloc => 'bloc:CSTO'
// :param on => date()
// :param status => null
MATCH (state:State)-[standing:MEMBER_OF]->(:Bloc {id: $bloc})
WHERE (standing.from IS NULL OR standing.from <= $on) AND (standing.to IS NULL OR standing.to > $on)
  AND ($status IS NULL OR standing.status = $status)
RETURN state.name AS state, standing.status AS status, standing.from AS from, standing.to AS to,
       standing.source AS source, state.id AS state_id
ORDER BY status, state_id, from, to
