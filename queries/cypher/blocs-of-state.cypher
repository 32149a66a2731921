// title: Blocs of a state
// description: The blocs that a state belongs or belonged to, with its standing and dates.
// parameters:
//   state:
//     type: id
//     of: [State]
//     required: true
//     description: the id of a state, such as state:KZ
//   "on":
//     type: date
//     description: the day that is asked about; without it all times count
// columns:
//   bloc: the bloc's name
//   status: member, observer, partner, suspended or candidate
//   from: since when
//   to: until when, if it has ended
//   source: where that is recorded
//   bloc_id: the bloc's id
// shown: [bloc, status, from, to]
// example: {state: state:GE}
MATCH (:State {id: $state})-[standing:MEMBER_OF]->(bloc:Bloc)
WHERE $on IS NULL
   OR (standing.from IS NULL OR standing.from <= $on) AND (standing.to IS NULL OR standing.to > $on)
RETURN bloc.name AS bloc, standing.status AS status, standing.from AS from, standing.to AS to,
       standing.source AS source, bloc.id AS bloc_id
ORDER BY from, bloc_id, status, to
