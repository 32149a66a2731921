// Blocs that two states share
// The blocs to which two states both belong on a day, with the standing of each.
// :param first => 'state:RU'
// :param second => 'state:CN'
// :param on => date()
MATCH (:State {id: $first})-[one:MEMBER_OF]->(bloc:Bloc)<-[other:MEMBER_OF]-(:State {id: $second})
WHERE (one.from IS NULL OR one.from <= $on) AND (one.to IS NULL OR one.to > $on)
  AND (other.from IS NULL OR other.from <= $on) AND (other.to IS NULL OR other.to > $on)
RETURN bloc.name AS bloc, one.status AS first_status, other.status AS second_status,
       one.from AS first_since, other.from AS second_since, bloc.id AS bloc_id
ORDER BY bloc_id, first_status, second_status, first_since, second_since
