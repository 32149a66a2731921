// title: Where the members of a bloc stand on a principle
// description: The stance that each member of a bloc, on a day, has last taken towards a principle.
// parameters:
//   bloc:
//     type: id
//     of: [Bloc]
//     required: true
//     description: the id of a bloc, such as bloc:CSTO
//   principle:
//     type: id
//     of: [Principle]
//     required: true
//     description: the id of a principle, such as principle:eurasian-security; narrower principles count too
//   "on":
//     type: date
//     default: today
//     description: the day that is asked about
//   include_pending:
//     type: boolean
//     default: false
//     description: whether positions that wait for review count too
// columns:
//   member: the member's name
//   stance: endorse, conditional, neutral, ambivalent or reject
//   said_on: the day of saying; of a bare month or year its first day
//   statements: how many positions it rests on
//   passage: the words of the article that prove it
//   member_id: the member's id
//   position: the id of the latest position
// shown: [member, stance, said_on, passage]
// example: {bloc: bloc:SCO, principle: principle:eurasian-security}
MATCH (member:State)-[standing:MEMBER_OF {status: 'member'}]->(:Bloc {id: $bloc})
WHERE (standing.from IS NULL OR standing.from <= $on) AND (standing.to IS NULL OR standing.to > $on)
MATCH (member)<-[:HELD_BY]-(p:Position)-[:TOWARDS]->(target)-[:BROADER*0..]->(:Principle {id: $principle})
WHERE p.said_on <= $on
  AND (p.review IN ['accepted', 'confirmed'] OR ($include_pending AND p.review = 'pending'))
WITH DISTINCT member, p
ORDER BY p.said_on DESC, p.id
WITH member, collect(p) AS positions
RETURN member.name AS member, positions[0].stance AS stance, positions[0].said_on AS said_on, size(positions) AS statements,
       positions[0].passage AS passage, member.id AS member_id, positions[0].id AS position
ORDER BY stance, member_id
