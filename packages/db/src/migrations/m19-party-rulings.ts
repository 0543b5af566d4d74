// A party beside a root's own institution may also be the one that waives, decides a change, or rules on an appeal.
export const partyRulings = `
create or replace function app.kinds_of_parties() returns text[] language sql immutable set search_path = '' as
$f$ select app.kinds_of_institutions() || array['checked', 'returned', 'recommended', 'met', 'judged', 'concluded', 'proposed',
  'decided', 'graded', 'issued', 'designated', 'publicized', 'objection-settled', 'applied-consequence', 'waived', 'changed',
  'appealed'] $f$;
`;
