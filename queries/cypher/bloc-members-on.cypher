// title: Members of a bloc on a day
// description: Which states stood how towards a bloc on a day, as members, observers, partners, candidates and suspended ones.
// parameters:
//   bloc:
//     type: id
//     of: [Bloc]
//     required: true
//     description: the id of a bloc, such as bloc:CSTO
//   "on":
//     type: date
//     default: today
//     description: the day that is asked about
//   status:
//     type: choice
//     choices: [member, observer, partner, suspended, candidate]
//     description: only states of this standing
// columns:
//   state: the state's name
//   status: member, observer, partner, suspended or candidate
//   from: since when
//   to: until when, if it has ended
//   source: where that is recorded
//   state_id: the state's id
// shown: [state, status, from, to]
// example: {bloc: bloc:CSTO, "on": 2023-07-12}
MATCH (state:State)-[standing:MEMBER_OF]->(:Bloc {id: $bloc})
WHERE (standing.from IS NULL OR standing.from <= $on) AND (standing.to IS NULL OR standing.to > $on)
  AND ($status IS NULL OR standing.status = $status)
RETURN state.name AS state, standing.status AS status, standing.from AS from, standing.to AS to,
       standing.source AS source, state.id AS state_id
ORDER BY status, state_id, from, to
