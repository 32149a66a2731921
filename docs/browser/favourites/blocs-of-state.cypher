// Blocs of a state
// The blocs that a state belongs or belonged to, with its standing and dates.
// :param state => 'state:GE'
// :param on => date()
MATCH (:State {id: $state})-[standing:MEMBER_OF]->(bloc:Bloc)
WHERE $on IS NULL
   OR (standing.from IS NULL OR standing.from <= $on) AND (standing.to IS NULL OR standing.to > $on)
RETURN bloc.name AS bloc, standing.status AS status, standing.from AS from, standing.to AS to,
       standing.source AS source, bloc.id AS bloc_id
ORDER BY from, bloc_id, status, to
