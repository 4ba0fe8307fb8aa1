-- The rules of docs/language.md that do not depend on a day.

-- The first and the last day that a date can mean: a year, a quarter, a month or a day.
CREATE MACRO first_day(t) AS CASE
  WHEN t IS NULL THEN NULL
  WHEN length(t) = 4 THEN try_cast(t || '-01-01' AS DATE)
  WHEN t[6] = 'Q' THEN make_date(try_cast(t[1:4] AS INTEGER), 3 * try_cast(t[7] AS INTEGER) - 2, 1)
  WHEN length(t) = 7 THEN try_cast(t || '-01' AS DATE)
  ELSE try_cast(t AS DATE) END;
CREATE MACRO final_day(t) AS CASE
  WHEN t IS NULL THEN NULL
  WHEN length(t) = 4 THEN try_cast(t || '-12-31' AS DATE)
  WHEN t[6] = 'Q' THEN last_day(make_date(try_cast(t[1:4] AS INTEGER), 3 * try_cast(t[7] AS INTEGER), 1))
  WHEN length(t) = 7 THEN last_day(try_cast(t || '-01' AS DATE))
  ELSE try_cast(t AS DATE) END;
CREATE MACRO part_of(t, unit) AS coalesce(try_cast(regexp_extract(t, '(\d+)' || unit || '(?:\d|$)', 1) AS HUGEINT), 0);

-- A known bound without an upper one is unlimited, and so is a sum with one such part.
CREATE MACRO upper_sum(hi) AS CASE WHEN bool_or(hi IS NULL) THEN NULL ELSE sum(hi) END;
CREATE MACRO smaller(a, b) AS CASE WHEN a IS NULL THEN b WHEN b IS NULL THEN a ELSE least(a, b) END;

-- What cannot be is not known: negative money, and more than there is.
CREATE MACRO impossible(cur, lo, hi) AS cur IS NOT NULL AND (lo < 0 OR coalesce(hi, lo) < 0
  OR coalesce(hi, lo) > (CASE WHEN cur IN ('USD', 'EUR', 'GBP', 'CHF') THEN 100000000000000000 ELSE 100000000000000000000 END)::HUGEINT);
UPDATE amount SET cur = NULL, lo = NULL, hi = NULL, ap = false WHERE impossible(cur, lo, hi);
UPDATE tranche SET cur = NULL, lo = NULL, hi = NULL, ap = false WHERE impossible(cur, lo, hi);
UPDATE paid SET cur = NULL, lo = NULL, hi = NULL, ap = false WHERE impossible(cur, lo, hi);
UPDATE party SET cur = NULL, lo = NULL, hi = NULL, ap = false WHERE impossible(cur, lo, hi);

CREATE MACRO commitment_of(s) AS CASE
  WHEN s IN ('rumored', 'talks', 'letter') THEN 'talk'
  WHEN s IN ('announced', 'signed') THEN 'promise'
  WHEN s = 'closed' THEN 'done'
  WHEN s IN ('withdrawn', 'terminated', 'expired') THEN 'over'
  ELSE 'keep' END;
CREATE MACRO step_of(s) AS CASE s
  WHEN 'rumored' THEN 1 WHEN 'talks' THEN 2 WHEN 'letter' THEN 3
  WHEN 'announced' THEN 4 WHEN 'signed' THEN 5 WHEN 'closed' THEN 6 END;

CREATE MACRO purpose_of(kind, secondary) AS CASE
  WHEN secondary THEN 'purchase'
  WHEN kind IN ('investment', 'round') THEN 'capital'
  WHEN kind = 'loan' THEN 'debt'
  WHEN kind = 'grant' THEN 'grant'
  WHEN kind = 'acquisition' THEN 'purchase'
  WHEN kind IN ('supply', 'license') THEN 'trade'
  WHEN kind IN ('venture', 'project') THEN 'plan' END;

-- Status lines by date; where dates overlap, in the order of a deal's life. One without a date follows the line above.
CREATE TABLE history AS
WITH line AS (
  SELECT *, first_day(on_) AS f, final_day(on_) AS l, step_of(status) AS step FROM status
),
dated AS (
  SELECT a.deal, a.seq, any_value(a.status) AS status, any_value(a.f) AS f, any_value(a.l) AS l,
    1.0 + count(b.seq) FILTER (
      CASE WHEN a.f <= b.l AND b.f <= a.l AND a.step <> b.step THEN b.step < a.step
        ELSE b.f < a.f OR (b.f = a.f AND (b.l < a.l OR (b.l = a.l AND b.seq < a.seq))) END
    ) AS pos
  FROM line a LEFT JOIN line b ON a.deal = b.deal AND a.seq <> b.seq AND b.f IS NOT NULL
  WHERE a.f IS NOT NULL
  GROUP BY a.deal, a.seq
)
SELECT deal, seq, status, f, l, pos FROM dated
UNION ALL
SELECT line.deal, line.seq, line.status, NULL, NULL, coalesce(above.pos, 0) + 0.5
FROM line LEFT JOIN dated above ON above.deal = line.deal AND above.seq = line.seq - 1
WHERE line.f IS NULL;

-- The amount as a whole: the first line. What recurs counts with its duration, rounded to the minor unit.
CREATE TABLE whole_amount AS
WITH first_line AS (
  SELECT amount.*, coalesce(over_, term) AS span
  FROM amount JOIN deal USING (deal) WHERE seq = 0
),
months AS (
  -- Months in units of 1 / 3652425: weeks and days by the mean year of 365.2425 days.
  SELECT *, CASE WHEN per IS NULL THEN NULL ELSE
    (12 * part_of(span, 'y') + part_of(span, 'mo')) * 3652425 + (7 * part_of(span, 'w') + part_of(span, 'd')) * 120000
    END AS times,
    CASE per WHEN 'year' THEN 12 WHEN 'quarter' THEN 3 WHEN 'month' THEN 1 END::HUGEINT * 3652425
      * (CASE WHEN cur = 'JPY' THEN 100 ELSE 1 END) AS share,
    (CASE WHEN cur = 'JPY' THEN 100 ELSE 1 END)::HUGEINT AS unit
  FROM first_line
)
SELECT deal, coalesce(cur, '') AS cur, cur IS NULL AS undisclosed, form,
  CASE WHEN cur IS NULL THEN 1 WHEN per IS NULL THEN lo ELSE (2 * lo * times + share) // (2 * share) * unit END AS lo,
  CASE WHEN cur IS NULL THEN 1 WHEN per IS NULL THEN hi ELSE (2 * hi * times + share) // (2 * share) * unit END AS hi,
  ap
FROM months WHERE per IS NULL OR span IS NOT NULL;

-- Instalments and payments; of lines of one day that cite different sources, those of the first source count.
-- What is undisclosed is counted in the currency '', one for each line.
CREATE MACRO form_in(own, of_deal) AS coalesce(own, of_deal);
CREATE TABLE instalment AS
SELECT t.deal, t.seq, coalesce(cur, '') AS cur, coalesce(lo, 1) AS lo, CASE WHEN cur IS NULL THEN 1 ELSE hi END AS hi, ap,
  first_day(on_) AS f, final_day(on_) AS l, on_, form_in(t.form, a.form) AS form
FROM tranche t LEFT JOIN (SELECT deal, form FROM amount WHERE seq = 0) a USING (deal)
QUALIFY t.source IS NULL OR on_ IS NULL
  OR t.source = first_value(t.source IGNORE NULLS) OVER (PARTITION BY t.deal, on_ ORDER BY seq
    ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING);
CREATE TABLE payment AS
SELECT p.deal, p.seq, coalesce(cur, '') AS cur, coalesce(lo, 1) AS lo, CASE WHEN cur IS NULL THEN 1 ELSE hi END AS hi, ap,
  first_day(coalesce(on_, from_)) AS f, CASE WHEN on_ IS NOT NULL THEN final_day(on_) END AS l, coalesce(on_, from_) AS on_,
  form_in(p.form, a.form) AS form
FROM paid p LEFT JOIN (SELECT deal, form FROM amount WHERE seq = 0) a USING (deal)
QUALIFY p.source IS NULL OR p.on_ IS NULL
  OR p.source = first_value(p.source IGNORE NULLS) OVER (PARTITION BY p.deal, p.on_ ORDER BY seq
    ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING);

-- The whole: the amount, else the instalments; both where the amount is undisclosed.
CREATE TABLE whole AS
SELECT deal, cur, sum(lo)::HUGEINT AS lo, upper_sum(hi)::HUGEINT AS hi, bool_or(ap) AS ap
FROM (
  SELECT deal, cur, lo, hi, ap FROM whole_amount
  UNION ALL
  SELECT deal, cur, lo, hi, ap FROM instalment
  WHERE deal NOT IN (SELECT deal FROM whole_amount WHERE NOT undisclosed)
) GROUP BY deal, cur;

-- Rates that hold from the same day on: the one that is known most closely, then the first by name and line.
CREATE TABLE published AS
SELECT from_cur, to_cur, lo, hi, ap, first_day(on_) AS f, final_day(on_) AS l
FROM fx
QUALIFY row_number() OVER (PARTITION BY from_cur, to_cur, first_day(on_) ORDER BY final_day(on_), name, seq) = 1;
-- Both directions; a rate is a fraction, low_n / low_d to high_n / high_d.
CREATE TABLE known_rate AS
SELECT from_cur, to_cur, f, l, ap, true AS forward,
  lo AS low_n, 1000000::HUGEINT AS low_d, hi AS high_n, 1000000::HUGEINT AS high_d FROM published
UNION ALL
SELECT to_cur, from_cur, f, l, ap, false, 1000000::HUGEINT, hi, 1000000::HUGEINT, lo FROM published;
