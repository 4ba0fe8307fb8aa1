-- The rules of docs/language.md as of one day, which the variable `day` holds.

-- Nothing has happened that follows what still lies ahead.
CREATE OR REPLACE TABLE happened AS
SELECT history.* FROM history
LEFT JOIN (SELECT deal, min(pos) AS next FROM history WHERE f > getvariable('day') GROUP BY deal) USING (deal)
WHERE next IS NULL OR pos < next;

-- Talks about a deal that is promised or done already change nothing, unless it was over.
CREATE OR REPLACE TABLE counting AS
WITH anchored AS (
  SELECT *, commitment_of(status) AS commitment,
    last_value(CASE WHEN commitment_of(status) IN ('promise', 'done', 'over') THEN commitment_of(status) END IGNORE NULLS)
      OVER (PARTITION BY deal ORDER BY pos ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS anchor
  FROM happened
)
SELECT * FROM anchored WHERE NOT (commitment = 'talk' AND coalesce(anchor, '') IN ('promise', 'done'));

CREATE OR REPLACE TABLE standing AS
SELECT deal,
  coalesce(any_value(commitment), 'promise') AS commitment, coalesce(any_value(closed), false) AS closed,
  any_value(ended) AS ended, any_value(counted) AS counted
FROM deal LEFT JOIN (
  SELECT deal, arg_max(commitment, pos) FILTER (commitment <> 'keep') AS commitment, bool_or(status = 'closed') AS closed,
    arg_max({'l': l}, pos) AS ended,
    arg_max({'f': f, 'l': l}, pos) FILTER (commitment IN ('talk', 'promise', 'done')) AS counted
  FROM counting GROUP BY deal
) USING (deal) GROUP BY deal;

-- A deal begins with its first status; where that has no date, on its own day; where it states none, with its first date.
CREATE OR REPLACE TABLE begun AS
WITH own_dates AS (
  SELECT deal, first_day(own_on) AS f FROM deal WHERE own_on IS NOT NULL
  UNION ALL SELECT deal, first_day(on_) FROM amount WHERE on_ IS NOT NULL
  UNION ALL SELECT deal, first_day(on_) FROM tranche WHERE on_ IS NOT NULL
  UNION ALL SELECT deal, first_day(on_) FROM paid WHERE on_ IS NOT NULL
)
SELECT deal.deal FROM deal
LEFT JOIN (SELECT deal, count(*) AS lines FROM history GROUP BY deal) h USING (deal)
LEFT JOIN (SELECT deal, count(*) AS lines, count(f) AS dated FROM happened GROUP BY deal) done USING (deal)
LEFT JOIN (SELECT deal, min(f) AS first FROM own_dates GROUP BY deal) d USING (deal)
LEFT JOIN (SELECT DISTINCT deal, true AS runs FROM (
    SELECT deal FROM amount WHERE on_ IS NULL AND from_ IS NOT NULL
    UNION ALL SELECT deal FROM paid WHERE on_ IS NULL AND from_ IS NOT NULL)) s USING (deal)
WHERE CASE
  WHEN h.lines IS NULL THEN coalesce(s.runs, false) OR coalesce(d.first <= getvariable('day'), true)
  WHEN done.lines IS NULL THEN false
  WHEN done.dated > 0 THEN true
  ELSE coalesce(first_day(own_on) <= getvariable('day'), true) END;

-- What was paid by the day, and what of a closed deal was handed over where nothing says what was paid.
CREATE OR REPLACE TABLE paid_by AS
SELECT * FROM payment WHERE f IS NULL OR f <= getvariable('day');
CREATE OR REPLACE TABLE paid_sum AS
SELECT deal, cur, sum(lo)::HUGEINT AS lo, upper_sum(hi)::HUGEINT AS hi, bool_or(ap) AS ap FROM paid_by GROUP BY deal, cur;
CREATE OR REPLACE TABLE says_paid AS SELECT DISTINCT deal FROM paid;
CREATE OR REPLACE TABLE made AS
SELECT instalment.*, f IS NULL OR f <= CASE WHEN commitment = 'over'
  THEN least(getvariable('day'), coalesce(ended.l, getvariable('day'))) ELSE getvariable('day') END AS is_made
FROM instalment JOIN standing USING (deal);

-- All that is taken from something else, and what is left of it: see `left_over`.
CREATE OR REPLACE TABLE taking (op VARCHAR, id VARCHAR, side VARCHAR, cur VARCHAR, lo HUGEINT, hi HUGEINT, ap BOOLEAN);
-- Never less than nothing. Where something undisclosed or of another currency is taken, all may have been.
CREATE OR REPLACE VIEW left_over AS
WITH a AS (SELECT op, id, cur, lo, hi, ap FROM taking WHERE side = 'whole'),
b AS (
  SELECT op, id, cur, sum(lo)::HUGEINT AS lo, upper_sum(hi)::HUGEINT AS hi, bool_or(ap) AS ap
  FROM taking WHERE side = 'taken' GROUP BY op, id, cur
),
unclear AS (
  SELECT DISTINCT b.op, b.id FROM b LEFT JOIN a USING (op, id, cur) WHERE a.cur IS NULL OR b.cur = ''
)
SELECT a.op, a.id, a.cur,
  CASE WHEN a.cur = '' THEN a.lo WHEN unclear.id IS NOT NULL THEN 0 WHEN b.cur IS NULL THEN a.lo
    WHEN b.hi IS NULL THEN 0 ELSE greatest(a.lo - b.hi, 0) END AS lo,
  CASE WHEN a.cur = '' OR a.hi IS NULL OR b.cur IS NULL THEN a.hi ELSE greatest(a.hi - b.lo, 0) END AS hi,
  a.ap OR coalesce(b.ap, false) AS ap
FROM a LEFT JOIN b USING (op, id, cur) LEFT JOIN unclear USING (op, id)
WHERE a.cur = '' OR a.hi IS NULL OR CASE WHEN b.cur IS NULL THEN a.hi ELSE greatest(a.hi - b.lo, 0) END > 0;

-- Instalments that lie ahead are not handed over: of an amount the rest is, else those that are made.
INSERT INTO taking
SELECT 'ahead', deal, 'whole', cur, lo, hi, ap FROM whole
WHERE deal IN (SELECT deal FROM whole_amount WHERE NOT undisclosed) AND deal IN (SELECT deal FROM made WHERE NOT is_made)
UNION ALL SELECT 'ahead', deal, 'taken', cur, lo, hi, ap FROM made
WHERE NOT is_made AND deal IN (SELECT deal FROM whole_amount WHERE NOT undisclosed);
CREATE OR REPLACE TABLE handed AS
SELECT deal, cur, sum(lo)::HUGEINT AS lo, upper_sum(hi)::HUGEINT AS hi, bool_or(ap) AS ap FROM (
  SELECT deal, cur, lo, hi, ap FROM whole WHERE deal NOT IN (SELECT deal FROM made WHERE NOT is_made)
  UNION ALL SELECT id, cur, lo, hi, ap FROM left_over WHERE op = 'ahead'
  UNION ALL SELECT deal, cur, lo, hi, ap FROM made
    WHERE is_made AND deal IN (SELECT deal FROM made WHERE NOT is_made)
    AND deal NOT IN (SELECT deal FROM whole_amount WHERE NOT undisclosed)
  UNION ALL SELECT deal, cur, lo, hi, ap FROM whole_amount
    WHERE undisclosed AND deal IN (SELECT deal FROM made WHERE NOT is_made)
) GROUP BY deal, cur;

INSERT INTO taking
SELECT 'talk', deal, 'whole', cur, lo, hi, ap FROM whole JOIN standing USING (deal) WHERE commitment = 'talk'
UNION ALL SELECT 'talk', deal, 'taken', cur, lo, hi, ap FROM paid_sum JOIN standing USING (deal) WHERE commitment = 'talk';

-- The money of each deal by certainty.
CREATE OR REPLACE TABLE bucket AS
WITH kept AS (
  SELECT deal, cur, lo, hi, ap FROM paid_sum JOIN standing USING (deal)
  WHERE commitment = 'over' AND deal IN (SELECT deal FROM says_paid)
  UNION ALL
  SELECT deal, cur, lo, hi, ap FROM handed JOIN standing USING (deal)
  WHERE commitment = 'over' AND closed AND deal NOT IN (SELECT deal FROM says_paid)
),
promised AS (
  SELECT deal, cur, lo, hi, ap FROM whole JOIN standing USING (deal) WHERE commitment IN ('promise', 'done')
  UNION ALL
  SELECT deal, cur, lo, hi, ap FROM paid_sum JOIN standing USING (deal)
  WHERE commitment = 'talk' OR (commitment IN ('promise', 'done') AND deal NOT IN (SELECT deal FROM whole))
  UNION ALL FROM kept
),
executed AS (
  SELECT deal, cur, lo, hi, ap FROM paid_sum JOIN standing USING (deal)
  WHERE commitment IN ('talk', 'promise') OR (commitment = 'done' AND deal IN (SELECT deal FROM says_paid))
  UNION ALL
  SELECT deal, cur, lo, hi, ap FROM handed JOIN standing USING (deal)
  WHERE commitment = 'done' AND deal NOT IN (SELECT deal FROM says_paid)
  UNION ALL FROM kept
)
SELECT deal, 'promised' AS certainty, cur, lo, hi, ap FROM promised JOIN begun USING (deal)
UNION ALL SELECT deal, 'executed', cur, lo, hi, ap FROM executed JOIN begun USING (deal)
UNION ALL SELECT id, 'rumored', cur, lo, hi, ap FROM left_over JOIN begun ON begun.deal = id WHERE op = 'talk';

-- In which form money is handed over: that of the whole, and of what was paid of it.
CREATE OR REPLACE TABLE whole_form AS
WITH by_line AS (
  SELECT deal, form, cur, sum(lo)::HUGEINT AS lo, upper_sum(hi)::HUGEINT AS hi, bool_or(ap) AS ap
  FROM instalment WHERE form IS NOT NULL GROUP BY deal, form, cur
)
SELECT deal, form, cur, sum(lo)::HUGEINT AS lo, upper_sum(hi)::HUGEINT AS hi, bool_or(ap) AS ap FROM (
  SELECT deal, form, cur, lo, hi, ap FROM whole_amount WHERE form IS NOT NULL
  UNION ALL SELECT deal, form, cur, lo, hi, ap FROM by_line WHERE deal NOT IN (SELECT deal FROM whole_amount WHERE NOT undisclosed)
) GROUP BY deal, form, cur
UNION ALL
-- Of an amount that does not say, what its instalments say; no more than there is.
SELECT b.deal, b.form, b.cur, CASE WHEN b.cur = '' THEN b.lo ELSE smaller(b.lo, w.hi) END,
  CASE WHEN b.cur = '' THEN b.hi ELSE smaller(b.hi, w.hi) END,
  b.ap OR (w.ap AND w.hi IS NOT NULL AND (b.hi IS NULL OR b.hi > w.hi))
FROM by_line b JOIN whole_amount a ON a.deal = b.deal AND NOT a.undisclosed AND a.form IS NULL
LEFT JOIN whole w ON w.deal = b.deal AND w.cur = b.cur WHERE b.cur = '' OR w.cur IS NOT NULL;
CREATE OR REPLACE TABLE taken_form AS
SELECT deal, form, cur, sum(lo)::HUGEINT AS lo, upper_sum(hi)::HUGEINT AS hi, bool_or(ap) AS ap FROM paid_by JOIN standing USING (deal)
WHERE commitment = 'talk' AND form IS NOT NULL GROUP BY deal, form, cur;
INSERT INTO taking
SELECT 'form', deal || '/' || form, 'whole', cur, lo, hi, ap FROM whole_form JOIN standing USING (deal) WHERE commitment = 'talk'
UNION ALL SELECT 'form', deal || '/' || form, 'taken', cur, lo, hi, ap FROM taken_form
-- What is taken without saying in which form may be of any.
UNION ALL SELECT 'unsaid', deal, 'whole', cur, lo, hi, ap FROM paid_sum JOIN standing USING (deal) WHERE commitment = 'talk'
UNION ALL SELECT 'unsaid', deal, 'taken', cur, lo, hi, ap FROM taken_form;
INSERT INTO taking
SELECT 'least', id, 'whole', cur, lo, hi, ap FROM left_over WHERE op = 'form'
UNION ALL
SELECT 'least', f.id, 'taken', u.cur, u.lo, u.hi, u.ap
FROM (SELECT DISTINCT id FROM taking WHERE op = 'form' AND side = 'whole') f
JOIN left_over u ON u.op = 'unsaid' AND u.id = split_part(f.id, '/', 1);
CREATE OR REPLACE TABLE left_form AS
SELECT split_part(r.id, '/', 1) AS deal, split_part(r.id, '/', 2) AS form, r.cur,
  CASE WHEN r.cur = '' THEN r.lo ELSE smaller(coalesce(l.lo, 0), t.hi) END AS lo,
  CASE WHEN r.cur = '' THEN r.hi ELSE smaller(r.hi, t.hi) END AS hi,
  r.ap OR coalesce(t.ap AND t.hi IS NOT NULL AND (r.hi IS NULL OR r.hi > t.hi), false) AS ap
FROM left_over r
LEFT JOIN left_over l ON l.op = 'least' AND l.id = r.id AND l.cur = r.cur
LEFT JOIN left_over t ON t.op = 'talk' AND t.id = split_part(r.id, '/', 1) AND t.cur = r.cur
WHERE r.op = 'form' AND (r.cur = '' OR t.cur IS NOT NULL);
-- Of what is handed over by and by: all in the form of the amount, else what the instalments say.
CREATE OR REPLACE TABLE made_form AS
SELECT deal, form, cur, sum(lo)::HUGEINT AS lo, upper_sum(hi)::HUGEINT AS hi, bool_or(ap) AS ap FROM made
WHERE is_made AND form IS NOT NULL AND deal IN (SELECT deal FROM made WHERE NOT is_made) GROUP BY deal, form, cur;
CREATE OR REPLACE TABLE bucket_form AS
WITH handed_form AS (
  SELECT deal, form, cur, lo, hi, ap FROM whole_form WHERE deal NOT IN (SELECT deal FROM made WHERE NOT is_made)
  UNION ALL
  SELECT h.deal, a.form, h.cur, h.lo, h.hi, h.ap FROM handed h JOIN whole_amount a ON a.deal = h.deal AND NOT a.undisclosed
  WHERE a.form IS NOT NULL AND h.deal IN (SELECT deal FROM made WHERE NOT is_made)
  UNION ALL
  SELECT m.deal, m.form, m.cur, CASE WHEN m.cur = '' THEN m.lo ELSE smaller(m.lo, h.hi) END,
    CASE WHEN m.cur = '' THEN m.hi ELSE smaller(m.hi, h.hi) END,
    m.ap OR (h.ap AND h.hi IS NOT NULL AND (m.hi IS NULL OR m.hi > h.hi))
  FROM made_form m JOIN whole_amount a ON a.deal = m.deal AND NOT a.undisclosed AND a.form IS NULL
  LEFT JOIN handed h ON h.deal = m.deal AND h.cur = m.cur
  WHERE h.cur IS NOT NULL OR (m.cur = '' AND m.deal IN (SELECT deal FROM handed))
  UNION ALL
  SELECT deal, form, cur, lo, hi, ap FROM made_form WHERE deal NOT IN (SELECT deal FROM whole_amount WHERE NOT undisclosed)
  UNION ALL SELECT deal, form, cur, lo, hi, ap FROM whole_amount
    WHERE undisclosed AND form IS NOT NULL AND deal IN (SELECT deal FROM made WHERE NOT is_made)
),
paid_form AS (SELECT deal, form, cur, lo, hi, ap FROM paid_by WHERE form IS NOT NULL),
kept AS (
  SELECT p.* FROM paid_form p JOIN standing USING (deal) WHERE commitment = 'over' AND deal IN (SELECT deal FROM says_paid)
  UNION ALL SELECT h.* FROM handed_form h JOIN standing USING (deal)
  WHERE commitment = 'over' AND closed AND deal NOT IN (SELECT deal FROM says_paid)
),
promised AS (
  SELECT w.* FROM whole_form w JOIN standing USING (deal) WHERE commitment IN ('promise', 'done')
  UNION ALL SELECT p.* FROM paid_form p JOIN standing USING (deal)
  WHERE commitment = 'talk' OR (commitment IN ('promise', 'done') AND deal NOT IN (SELECT deal FROM whole))
  UNION ALL FROM kept
),
executed AS (
  SELECT p.* FROM paid_form p JOIN standing USING (deal)
  WHERE commitment IN ('talk', 'promise') OR (commitment = 'done' AND deal IN (SELECT deal FROM says_paid))
  UNION ALL SELECT h.* FROM handed_form h JOIN standing USING (deal)
  WHERE commitment = 'done' AND deal NOT IN (SELECT deal FROM says_paid)
  UNION ALL FROM kept
)
SELECT 'promised' AS certainty, p.* FROM promised p JOIN begun USING (deal)
UNION ALL SELECT 'executed', e.* FROM executed e JOIN begun USING (deal)
UNION ALL SELECT 'rumored', deal, form, cur, lo, hi, ap FROM left_form JOIN begun USING (deal);

-- Who pays and who is paid; lines that hold later name others, who are not known yet.
CREATE OR REPLACE TABLE holding AS
SELECT *, from_ IS NULL OR first_day(from_) <= getvariable('day') AS holds FROM party;
CREATE OR REPLACE TABLE funder AS
SELECT h.* FROM holding h JOIN (
  SELECT deal, bool_or(says OR role IN ('equity', 'lender')) AS said FROM party WHERE side = 'member' GROUP BY deal
) USING (deal)
WHERE side = 'member' AND CASE WHEN said THEN says OR coalesce(role IN ('equity', 'lender'), false) ELSE role IS NULL END;
CREATE OR REPLACE TABLE at_end AS
WITH line AS (
  SELECT h.*, deal.kind, deal.secondary FROM holding h JOIN deal USING (deal)
)
SELECT deal, 'payer' AS e, name, holds FROM line
WHERE (kind IN ('investment', 'round', 'loan', 'grant', 'acquisition') AND side = 'left')
  OR (kind IN ('investment', 'round', 'loan') AND side = 'lead')
  OR (kind IN ('supply', 'license') AND side = 'right') OR (kind = 'project' AND side IN ('left', 'right'))
UNION ALL SELECT deal, 'payer', name, holds FROM funder
UNION ALL SELECT deal, 'payee', name, holds FROM line
WHERE (kind IN ('investment', 'round') AND NOT secondary AND side = 'right')
  OR (kind IN ('loan', 'grant') AND side = 'right')
  OR ((secondary OR kind = 'acquisition') AND side = 'seller')
  OR (kind IN ('supply', 'license') AND side = 'left')
UNION ALL SELECT deal, 'payee', deal, true FROM deal WHERE kind = 'venture';
CREATE OR REPLACE TABLE known AS SELECT DISTINCT deal, e, name FROM at_end WHERE holds AND name IS NOT NULL;
CREATE OR REPLACE TABLE end_of AS
SELECT deal, e, count(DISTINCT name) FILTER (holds AND name IS NOT NULL) AS parties,
  bool_or(NOT holds OR name IS NULL) AS others
FROM at_end GROUP BY deal, e;
-- Members of a venture who are not said to fund it may do so as well.
UPDATE end_of SET others = true WHERE e = 'payer' AND deal IN (
  SELECT h.deal FROM holding h JOIN deal USING (deal) LEFT JOIN known ON known.deal = h.deal AND known.e = 'payer' AND known.name = h.name
  WHERE kind = 'venture' AND side = 'member' AND (h.name IS NULL OR NOT holds OR known.name IS NULL)
);
INSERT INTO end_of
SELECT deal, ends.e, 0, false FROM deal CROSS JOIN (VALUES ('payer'), ('payee')) ends(e)
WHERE purpose_of(kind, secondary) IS NOT NULL AND NOT EXISTS (FROM end_of o WHERE o.deal = deal.deal AND o.e = ends.e);

-- The parties that are units of another one on the day, as far as they can be.
CREATE OR REPLACE TABLE unit_on AS
SELECT name, parent FROM unit
WHERE (from_ IS NULL OR first_day(from_) <= getvariable('day')) AND (until_ IS NULL OR final_day(until_) >= getvariable('day'));
CREATE OR REPLACE TABLE centre AS
WITH RECURSIVE reached AS (
  SELECT ecosystem, hub AS name FROM ecosystem
  UNION SELECT reached.ecosystem, unit_on.name FROM reached JOIN unit_on ON unit_on.parent = reached.name
)
SELECT DISTINCT ecosystem, name FROM reached
WHERE NOT EXISTS (FROM excluded x WHERE x.ecosystem = reached.ecosystem AND x.name = reached.name);

-- What lines say to be put in, each by one party or by several together.
CREATE OR REPLACE TABLE said_name AS
SELECT deal, line, name FROM holding WHERE says AND holds AND side IN ('lead', 'member');
CREATE OR REPLACE TABLE said_part AS
SELECT deal, line, coalesce(any_value(cur), '') AS cur, coalesce(any_value(lo), 1) AS lo,
  CASE WHEN any_value(cur) IS NULL THEN 1 ELSE any_value(hi) END AS hi, coalesce(bool_or(ap), false) AS ap
FROM holding WHERE says AND holds AND side IN ('lead', 'member') GROUP BY deal, line;

-- Who is looked at together: each payer by itself, and those of an ecosystem's centre or left out of it.
CREATE OR REPLACE TABLE grp AS
SELECT deal, name AS gid, name FROM known WHERE e = 'payer'
UNION ALL
SELECT deal, '@' || ecosystem, name FROM known JOIN (FROM centre UNION FROM excluded) inside USING (name) WHERE e = 'payer';
CREATE OR REPLACE TABLE said AS
SELECT deal, gid, count(*) AS size, bool_and(EXISTS (FROM said_name o WHERE o.deal = grp.deal AND o.name = grp.name)) AS is_said
FROM grp GROUP BY deal, gid;
-- Whose each line is, as far as each is looked at: of what is put in together with others it may be nothing or all.
CREATE OR REPLACE TABLE seen_line AS
SELECT said.deal, said.gid, line, is_said, count(grp.name) AS inside, count(grp.name) = count(*) AS is_theirs
FROM said JOIN said_name n USING (deal) LEFT JOIN grp ON grp.deal = said.deal AND grp.gid = said.gid AND grp.name = n.name
GROUP BY said.deal, said.gid, line, is_said;
CREATE OR REPLACE TABLE own_sum AS
SELECT deal, gid, cur, sum(CASE WHEN is_theirs OR cur = '' THEN lo ELSE 0 END)::HUGEINT AS lo, upper_sum(hi)::HUGEINT AS hi,
  bool_or(ap AND (is_theirs OR hi IS NOT NULL)) AS ap
FROM seen_line JOIN said_part USING (deal, line) WHERE is_said AND inside > 0 GROUP BY deal, gid, cur;

-- What is left of the whole for each where others say their parts; '' stands for those who are not known.
CREATE OR REPLACE TABLE part_of_others AS
SELECT deal, gid, cur, lo, hi, ap
FROM (
  SELECT deal, gid, line FROM seen_line WHERE inside = 0
  UNION ALL SELECT DISTINCT deal, '', line FROM end_of JOIN said_name USING (deal) WHERE e = 'payer'
) l JOIN said_part USING (deal, line)
WHERE EXISTS (FROM said_name n JOIN known k USING (deal, name) WHERE k.e = 'payer' AND n.deal = l.deal AND n.line = l.line);
INSERT INTO taking
SELECT 'left', g.deal || '/' || gid, 'whole', cur, lo, hi, ap
FROM (SELECT DISTINCT deal, gid FROM part_of_others) g JOIN whole USING (deal)
UNION ALL
SELECT 'left', deal || '/' || gid, 'taken', cur, lo, hi, ap FROM part_of_others;

-- What a known part comes to by certainty. Of it is handed over no more than of all, and what the rest cannot account for.
CREATE OR REPLACE TABLE fully_handed AS
SELECT deal FROM standing WHERE (commitment = 'done' OR (commitment = 'over' AND closed))
  AND deal NOT IN (SELECT deal FROM says_paid) AND deal NOT IN (SELECT deal FROM made WHERE NOT is_made);
CREATE OR REPLACE TABLE part_executed AS
WITH executed AS (FROM bucket WHERE certainty = 'executed'),
unclear AS (SELECT DISTINCT deal FROM executed WHERE cur = ''),
payer AS (SELECT DISTINCT own_sum.deal, gid FROM own_sum JOIN executed USING (deal)),
met AS (
  SELECT payer.deal, payer.gid, executed.cur, executed.lo AS e_lo, executed.hi AS e_hi, executed.ap AS e_ap,
    own.lo, own.hi, own.ap, own.cur IS NOT NULL AS has_own, w.cur IS NOT NULL AS has_whole, w.ap AS w_ap,
    executed.hi IS NOT NULL AND (own.hi IS NULL OR own.hi > executed.hi) AS is_capped, fully_handed.deal IS NOT NULL AS is_full,
    CASE WHEN w.hi IS NULL THEN NULL ELSE greatest(w.hi - executed.lo, 0) END AS unpaid
  FROM payer JOIN executed USING (deal)
  LEFT JOIN own_sum own ON own.deal = payer.deal AND own.gid = payer.gid AND own.cur = executed.cur
  LEFT JOIN whole w ON w.deal = payer.deal AND w.cur = executed.cur
  LEFT JOIN fully_handed ON fully_handed.deal = payer.deal
  WHERE payer.deal NOT IN (FROM unclear)
)
SELECT deal, gid, cur,
  CASE WHEN NOT has_own OR NOT has_whole THEN 0
    WHEN is_full THEN smaller(lo, smaller(hi, e_hi))
    WHEN unpaid IS NULL THEN 0
    ELSE smaller(greatest(lo - unpaid, 0), smaller(hi, e_hi)) END AS lo,
  CASE WHEN has_own THEN smaller(hi, e_hi) ELSE e_hi END AS hi,
  CASE WHEN NOT has_own THEN e_ap
    WHEN is_full OR NOT has_whole THEN ap OR (is_capped AND e_ap)
    ELSE ap OR e_ap OR w_ap END AS ap
FROM met WHERE has_own OR NOT has_whole
UNION ALL
SELECT own_sum.deal, own_sum.gid, cur, 0, hi, ap AND hi IS NOT NULL
FROM own_sum JOIN payer USING (deal, gid) WHERE own_sum.deal IN (FROM unclear) AND cur <> ''
UNION ALL
SELECT own_sum.deal, own_sum.gid, cur, lo, hi, ap FROM own_sum JOIN payer USING (deal, gid) WHERE cur = '';

INSERT INTO taking
SELECT 'part', deal || '/' || gid, 'whole', cur, lo, hi, ap FROM own_sum JOIN standing USING (deal) WHERE commitment = 'talk'
UNION ALL SELECT 'part', deal || '/' || gid, 'taken', cur, lo, hi, ap FROM part_executed JOIN standing USING (deal)
WHERE commitment = 'talk';

-- What each puts in. '' stands for those who are not known, where there are any.
CREATE OR REPLACE TABLE given AS
WITH payer AS (
  SELECT said.deal, gid, size = parties AND NOT others AS is_all, is_said
  FROM said JOIN end_of ON end_of.deal = said.deal AND end_of.e = 'payer'
),
unknown AS (
  SELECT deal, gid FROM payer WHERE NOT is_said AND NOT is_all
  UNION ALL
  SELECT deal, '' FROM end_of WHERE e = 'payer' AND parties > 0 AND (others
    -- All parts are said, and something is left.
    OR (NOT EXISTS (FROM payer p WHERE p.deal = end_of.deal AND p.gid NOT LIKE '@%' AND NOT p.is_said)
      AND EXISTS (FROM left_over o WHERE o.op = 'left' AND o.id = end_of.deal || '/')))
)
-- Alone, without a part that is said, or nobody at all is known: all of it.
SELECT deal, gid, certainty, cur, lo, hi, ap FROM payer JOIN bucket USING (deal) WHERE is_all AND NOT is_said
UNION ALL
SELECT deal, '', certainty, cur, lo, hi, ap FROM end_of JOIN bucket USING (deal) WHERE e = 'payer' AND parties = 0
UNION ALL
-- A known part.
SELECT deal, gid, 'promised', cur, lo, hi, ap FROM own_sum JOIN standing USING (deal) JOIN begun USING (deal)
WHERE commitment IN ('promise', 'done')
UNION ALL
SELECT deal, gid, 'promised', cur, lo, hi, ap FROM part_executed JOIN standing USING (deal) WHERE commitment IN ('talk', 'over')
UNION ALL
SELECT deal, gid, 'executed', cur, lo, hi, ap FROM part_executed
UNION ALL
SELECT own.deal, own.gid, 'rumored', o.cur, o.lo, o.hi, o.ap
FROM (SELECT DISTINCT deal, gid FROM own_sum) own JOIN begun USING (deal)
JOIN left_over o ON o.op = 'part' AND o.id = own.deal || '/' || own.gid
UNION ALL
-- An unknown part: from nothing to what the others leave.
SELECT u.deal, u.gid, b.certainty, b.cur, CASE WHEN b.cur = '' THEN b.lo ELSE 0 END,
  CASE WHEN b.cur = '' OR o.cur IS NULL THEN b.hi ELSE smaller(b.hi, o.hi) END,
  -- Where not even the most is known, nothing is about right.
  CASE WHEN b.cur = '' OR o.cur IS NULL OR o.hi IS NULL OR b.hi <= o.hi THEN b.ap AND b.hi IS NOT NULL
    ELSE (b.ap AND b.hi IS NOT NULL) OR o.ap END
FROM unknown u JOIN bucket b USING (deal)
LEFT JOIN whole w ON w.deal = b.deal AND w.cur = b.cur
LEFT JOIN left_over o ON o.op = 'left' AND o.id = u.deal || '/' || u.gid AND o.cur = b.cur
WHERE b.cur = '' OR w.cur IS NULL OR o.cur IS NOT NULL
  OR NOT EXISTS (FROM part_of_others p WHERE p.deal = u.deal AND p.gid = u.gid);

-- The capital that others bring to an ecosystem's centre: of what is left without those inside what goes there.
CREATE OR REPLACE TABLE raising AS
SELECT c.ecosystem, p.deal, count(*) = any_value(parties) AND NOT any_value(others) AS is_all
FROM known p JOIN centre c USING (name) JOIN end_of USING (deal, e) JOIN deal USING (deal)
WHERE p.e = 'payee' AND purpose_of(kind, secondary) = 'capital'
  AND NOT EXISTS (FROM excluded x WHERE x.ecosystem = c.ecosystem AND x.name = p.deal)
GROUP BY c.ecosystem, p.deal;
INSERT INTO taking
SELECT 'capital', ecosystem || '/' || deal || '/' || certainty, 'whole', cur, lo, hi, ap FROM raising JOIN bucket USING (deal)
UNION ALL
SELECT 'capital', ecosystem || '/' || deal || '/' || certainty, 'taken', cur, lo, hi, ap
FROM raising JOIN given USING (deal) WHERE gid = '@' || ecosystem;
CREATE OR REPLACE TABLE capital AS
SELECT r.ecosystem, r.deal, b.certainty, o.cur, CASE WHEN r.is_all OR o.cur = '' THEN o.lo ELSE 0 END AS lo, o.hi,
  o.ap AND (r.is_all OR o.hi IS NOT NULL) AS ap
FROM raising r JOIN (SELECT DISTINCT deal, certainty FROM bucket) b USING (deal)
JOIN left_over o ON o.op = 'capital' AND o.id = r.ecosystem || '/' || r.deal || '/' || b.certainty
-- What those inside put into each other is none.
WHERE NOT EXISTS (FROM said JOIN end_of ON end_of.deal = said.deal AND end_of.e = 'payer'
  WHERE said.deal = r.deal AND gid = '@' || r.ecosystem AND size = parties AND NOT others);

-- The deals that tie somebody to an ecosystem's centre.
CREATE OR REPLACE TABLE tie AS
WITH seat AS (
  SELECT c.ecosystem, p.deal, p.side, kind,
    p.name IN (SELECT name FROM centre x WHERE x.ecosystem = c.ecosystem) AS is_inside,
    p.name IN (SELECT name FROM excluded x WHERE x.ecosystem = c.ecosystem) AS is_out
  FROM party p JOIN deal USING (deal) CROSS JOIN ecosystem c WHERE p.name IS NOT NULL
),
met AS (
  SELECT ecosystem, deal, any_value(kind) AS kind,
    bool_or(is_inside AND side = 'left') AS hub_left, bool_or(is_inside AND side = 'right') AS hub_right,
    bool_or(is_inside AND side = 'lead') AS hub_leads, bool_or(is_inside AND side = 'member') AS hub_in,
    bool_or(NOT is_inside AND NOT is_out AND side = 'left') AS other_left,
    bool_or(NOT is_inside AND NOT is_out AND side IN ('left', 'lead')) AS other_gives,
    bool_or(NOT is_inside AND NOT is_out AND side = 'right') AS other_right
  FROM seat GROUP BY ecosystem, deal
)
SELECT ecosystem, deal FROM met WHERE CASE
  WHEN kind IN ('investment', 'round', 'loan', 'grant', 'acquisition')
    THEN (hub_right AND other_gives) OR ((hub_left OR hub_leads) AND other_right)
  WHEN kind IN ('supply', 'license') THEN (hub_right AND other_left) OR (hub_left AND other_right)
  WHEN kind = 'venture' THEN hub_in
  WHEN kind = 'project' THEN hub_left OR hub_right
  ELSE (hub_left OR hub_right) AND (other_left OR other_right) END;

-- The date of a deal's money: of the status that it counts by, else its own, else of the last one before that had a date,
-- else of the first line that has one. A span without an end is open.
CREATE OR REPLACE TABLE money_date AS
WITH line AS (
  SELECT deal, 1 AS rank, seq, coalesce(first_day(on_), first_day(from_)) AS f, final_day(on_) AS l FROM amount
  UNION ALL SELECT deal, 2, 0, first_day(on_), final_day(on_) FROM tranche
  UNION ALL SELECT deal, 3, 0, coalesce(first_day(on_), first_day(from_)), final_day(on_) FROM paid
  UNION ALL SELECT deal, 4, 0, first_day(from_), NULL FROM party WHERE side = 'member'
),
first_line AS (
  SELECT deal, f, l FROM line WHERE f IS NOT NULL
  QUALIFY row_number() OVER (PARTITION BY deal ORDER BY rank, seq, f, l NULLS LAST) = 1
),
last_dated AS (
  SELECT deal, f, l FROM happened WHERE f IS NOT NULL AND commitment_of(status) IN ('talk', 'promise', 'done')
  QUALIFY row_number() OVER (PARTITION BY deal ORDER BY pos DESC) = 1
)
SELECT deal.deal,
  CASE WHEN counted.f IS NOT NULL THEN counted.f WHEN own_on IS NOT NULL THEN first_day(own_on)
    WHEN last_dated.f IS NOT NULL THEN last_dated.f ELSE first_line.f END AS f,
  CASE WHEN counted.f IS NOT NULL THEN counted.l WHEN own_on IS NOT NULL THEN final_day(own_on)
    WHEN last_dated.f IS NOT NULL THEN last_dated.l ELSE first_line.l END AS l
FROM deal JOIN standing USING (deal) LEFT JOIN last_dated USING (deal) LEFT JOIN first_line USING (deal);
CREATE MACRO IF NOT EXISTS year_of(f, l) AS CASE WHEN year(f) = year(l) THEN year(f) END;

-- The money of each deal by year: of its tranches and payments, the rest of the deal's.
CREATE OR REPLACE TABLE split_by AS
WITH line AS (
  SELECT i.deal, c.certainty, i.cur, i.lo, i.hi, i.ap, i.f, i.l, i.on_
  FROM instalment i JOIN standing s USING (deal) JOIN made m USING (deal, seq)
  CROSS JOIN (VALUES ('promised'), ('executed'), ('rumored')) c(certainty)
  WHERE CASE c.certainty
    WHEN 'promised' THEN CASE s.commitment WHEN 'talk' THEN false
      WHEN 'over' THEN m.is_made AND i.deal NOT IN (SELECT deal FROM says_paid) ELSE true END
    WHEN 'executed' THEN m.is_made AND i.deal NOT IN (SELECT deal FROM says_paid)
    ELSE i.deal NOT IN (SELECT deal FROM paid_by) END
  UNION ALL
  SELECT p.deal, c.certainty, p.cur, p.lo, p.hi, p.ap, p.f, p.l, p.on_
  FROM paid_by p JOIN standing s USING (deal) CROSS JOIN (VALUES ('promised'), ('executed')) c(certainty)
  WHERE c.certainty = 'executed' OR s.commitment IN ('talk', 'over') OR p.deal NOT IN (SELECT deal FROM whole)
)
SELECT line.deal, certainty, line.cur, sum(lo)::HUGEINT AS lo, upper_sum(hi)::HUGEINT AS hi, bool_or(ap) AS ap,
  CASE WHEN line.on_ IS NULL THEN year_of(d.f, d.l) ELSE year_of(line.f, line.l) END AS y
FROM line JOIN money_date d USING (deal) GROUP BY line.deal, certainty, line.cur, y;
CREATE OR REPLACE TABLE told AS
SELECT deal, certainty, cur, sum(lo)::HUGEINT AS lo, upper_sum(hi)::HUGEINT AS hi, bool_or(ap) AS ap
FROM split_by GROUP BY deal, certainty, cur;
CREATE OR REPLACE TABLE split_kind AS
WITH met AS (
  SELECT coalesce(b.deal, t.deal) AS deal, coalesce(b.certainty, t.certainty) AS certainty, coalesce(b.cur, t.cur) AS cur,
    b.lo AS b_lo, b.hi AS b_hi, b.ap AS b_ap, t.lo AS t_lo, t.hi AS t_hi, t.ap AS t_ap,
    b.cur IS NOT NULL AS in_b, t.cur IS NOT NULL AS in_t
  FROM bucket b FULL JOIN told t ON t.deal = b.deal AND t.certainty = b.certainty AND t.cur = b.cur
)
SELECT deal, certainty,
  -- The lines come to all of it, but for what is undisclosed.
  bool_and(CASE WHEN cur = '' THEN coalesce(b_lo, 0) >= coalesce(t_lo, 0)
    ELSE in_b AND in_t AND b_lo = t_lo AND b_hi IS NOT DISTINCT FROM t_hi END) AS is_all,
  -- They are more than all of it, whatever is read into the bounds: "about" may be off by a tenth.
  bool_or(CASE WHEN cur = '' THEN false WHEN in_t AND NOT in_b THEN true
    WHEN in_t AND b_hi IS NOT NULL THEN t_lo * (CASE WHEN t_ap THEN 9 ELSE 10 END) > b_hi * (CASE WHEN b_ap THEN 11 ELSE 10 END)
    ELSE false END) AS is_against,
  coalesce(max(t_lo) FILTER (cur = ''), 0) AS untold, bool_or(in_t) AS has_lines
FROM met
WHERE EXISTS (FROM bucket b WHERE b.deal = met.deal AND b.certainty = met.certainty)
GROUP BY deal, certainty;
INSERT INTO taking
SELECT 'year', deal || '/' || certainty, 'whole', cur, lo, hi, ap FROM bucket
UNION ALL SELECT 'year', deal || '/' || certainty, 'taken', cur, lo, hi, ap FROM told WHERE cur <> '';
CREATE OR REPLACE TABLE by_year AS
WITH rest AS (
  SELECT k.deal, k.certainty, o.cur, o.lo, o.hi, o.ap FROM split_kind k JOIN left_over o ON o.op = 'year' AND o.id = k.deal || '/' || k.certainty
  WHERE k.has_lines AND NOT k.is_all AND NOT k.is_against
)
SELECT b.deal, b.certainty, year_of(d.f, d.l) AS y, b.cur, b.lo, b.hi, b.ap
FROM bucket b JOIN split_kind k USING (deal, certainty) JOIN money_date d USING (deal)
WHERE NOT k.has_lines OR (NOT k.is_all AND k.is_against)
UNION ALL
SELECT s.deal, s.certainty, s.y, s.cur, s.lo, s.hi, s.ap FROM split_by s JOIN split_kind k USING (deal, certainty) WHERE k.is_all
UNION ALL
SELECT b.deal, b.certainty, year_of(d.f, d.l), '', b.lo - k.untold, b.lo - k.untold, false
FROM bucket b JOIN split_kind k USING (deal, certainty) JOIN money_date d USING (deal)
WHERE k.is_all AND k.has_lines AND b.cur = '' AND b.lo > k.untold
UNION ALL
SELECT s.deal, s.certainty, s.y, s.cur, s.lo, s.hi, s.ap FROM split_by s JOIN split_kind k USING (deal, certainty)
WHERE NOT k.is_all AND NOT k.is_against AND s.cur <> ''
UNION ALL
SELECT rest.deal, rest.certainty, year_of(d.f, d.l), rest.cur, rest.lo, rest.hi, rest.ap
FROM rest JOIN split_kind k USING (deal, certainty) JOIN money_date d USING (deal) WHERE k.untold = 0
UNION ALL
-- What is left is somewhere in the undisclosed lines, or in none of them.
SELECT rest.deal, rest.certainty, place.y, rest.cur, CASE WHEN rest.cur = '' THEN rest.lo ELSE 0 END, rest.hi, rest.ap AND rest.hi IS NOT NULL
FROM rest JOIN split_kind k USING (deal, certainty) JOIN (
  SELECT deal, certainty, y FROM split_by WHERE cur = ''
  UNION ALL SELECT k.deal, k.certainty, year_of(d.f, d.l) FROM split_kind k JOIN money_date d USING (deal)
) place USING (deal, certainty) WHERE k.untold > 0;

-- The day whose rates hold: the last one on which the money can lie, and none after the day of the view.
CREATE OR REPLACE TABLE rate_day AS
SELECT deal, least(coalesce(l, getvariable('day')), getvariable('day'))::DATE AS d FROM money_date;
CREATE OR REPLACE TABLE wanted AS
SELECT DISTINCT money.cur AS from_cur, base.cur AS to_cur, d
FROM (SELECT deal, cur FROM whole UNION SELECT deal, cur FROM payment UNION SELECT deal, cur FROM said_part) money JOIN rate_day USING (deal)
CROSS JOIN (VALUES ('USD'), ('EUR')) base(cur) WHERE money.cur <> base.cur AND money.cur <> '';
CREATE OR REPLACE TABLE leg AS
SELECT days.d, r.* FROM known_rate r JOIN (SELECT DISTINCT d FROM rate_day) days ON r.f <= days.d
QUALIFY row_number() OVER (PARTITION BY days.d, from_cur, to_cur ORDER BY f DESC, l, forward DESC) = 1;
CREATE OR REPLACE TABLE rate AS
WITH through AS (
  SELECT w.from_cur, w.to_cur, w.d, a.low_n * b.low_n AS low_n, a.low_d * b.low_d AS low_d, a.high_n * b.high_n AS high_n,
    a.high_d * b.high_d AS high_d, a.ap OR b.ap AS ap
  FROM wanted w JOIN leg a ON a.d = w.d AND a.from_cur = w.from_cur JOIN leg b ON b.d = w.d AND b.from_cur = a.to_cur AND b.to_cur = w.to_cur
  QUALIFY row_number() OVER (PARTITION BY w.from_cur, w.to_cur, w.d ORDER BY least(a.f, b.f) DESC,
    list_position(['USD', 'EUR', 'GBP', 'JPY', 'CNY', 'CHF'], a.to_cur)) = 1
)
SELECT w.from_cur, w.to_cur, w.d, low_n, low_d, high_n, high_d, ap FROM wanted w JOIN leg USING (from_cur, to_cur, d)
UNION ALL
SELECT t.* FROM through t LEFT JOIN leg USING (from_cur, to_cur, d) WHERE leg.d IS NULL;
