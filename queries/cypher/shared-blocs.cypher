// title: Blocs that two states share
// description: The blocs to which two states both belong on a day, with the standing of each.
// parameters:
//   first:
//     type: id
//     of: [State]
//     required: true
//     description: the id of one state, such as state:RU
//   second:
//     type: id
//     of: [State]
//     required: true
//     description: the id of the other state, such as state:CN
//   "on":
//     type: date
//     default: today
//     description: the day that is asked about
// columns:
//   bloc: the bloc's name
//   first_status: the standing of the first state
//   second_status: the standing of the second state
//   first_since: since when the first state has it
//   second_since: since when the second state has it
//   bloc_id: the bloc's id
// shown: [bloc, first_status, first_since, second_status, second_since]
// example: {first: state:RU, second: state:CN}
MATCH (:State {id: $first})-[one:MEMBER_OF]->(bloc:Bloc)<-[other:MEMBER_OF]-(:State {id: $second})
WHERE (one.from IS NULL OR one.from <= $on) AND (one.to IS NULL OR one.to > $on)
  AND (other.from IS NULL OR other.from <= $on) AND (other.to IS NULL OR other.to > $on)
RETURN bloc.name AS bloc, one.status AS first_status, other.status AS second_status,
       one.from AS first_since, other.from AS second_since, bloc.id AS bloc_id
ORDER BY bloc_id, first_status, second_status, first_since, second_since
