-- What everything is made of, as of the day of the tables: by kind, year, party, pair and ecosystem.
CREATE OR REPLACE TABLE entry AS
WITH purposed AS (SELECT deal, kind, secondary, purpose_of(kind, secondary) AS purpose FROM deal)
SELECT 'kind' AS dimension, kind AS key, purpose, certainty, deal, cur, lo, hi, ap
FROM bucket JOIN purposed USING (deal) WHERE purpose IS NOT NULL
UNION ALL
SELECT 'form', kind || ' ' || form, purpose, certainty, deal, cur, lo, hi, ap
FROM bucket_form JOIN purposed USING (deal) WHERE purpose IS NOT NULL
UNION ALL
SELECT 'year', coalesce(y::VARCHAR, 'none'), purpose, certainty, deal, cur, lo, hi, ap
FROM by_year JOIN purposed USING (deal) WHERE purpose IS NOT NULL
UNION ALL
-- Whoever buys shares invests.
SELECT 'party', gid || ' out', CASE WHEN secondary THEN 'capital' ELSE purpose END, certainty, deal, cur, lo, hi, ap
FROM given JOIN purposed USING (deal) WHERE gid <> '' AND gid NOT LIKE '@%' AND purpose IS NOT NULL
UNION ALL
SELECT 'party', name || ' in', purpose, certainty, deal, cur, CASE WHEN parties = 1 AND NOT others OR cur = '' THEN lo ELSE 0 END, hi,
  ap AND (hi IS NOT NULL OR (parties = 1 AND NOT others))
FROM known JOIN end_of USING (deal, e) JOIN bucket USING (deal) JOIN purposed USING (deal) WHERE e = 'payee' AND purpose IS NOT NULL
UNION ALL
SELECT 'pair', coalesce(nullif(given.gid, ''), '?') || ' ' || coalesce(payee.name, '?'), purpose, certainty, given.deal, cur,
  CASE WHEN is_all OR cur = '' THEN lo ELSE 0 END, hi, ap AND (hi IS NOT NULL OR is_all)
FROM given JOIN purposed USING (deal) JOIN (
  SELECT deal, name, parties = 1 AND NOT others AS is_all FROM known JOIN end_of USING (deal, e) WHERE e = 'payee'
  UNION ALL SELECT deal, NULL, parties = 0 FROM end_of WHERE e = 'payee' AND (others OR parties = 0)
) payee USING (deal) WHERE gid NOT LIKE '@%' AND purpose IS NOT NULL
UNION ALL
SELECT 'ecosystem', member.ecosystem, purpose, certainty, deal, cur, lo, hi, ap
FROM bucket JOIN purposed USING (deal) JOIN tie member USING (deal) WHERE purpose IS NOT NULL
UNION ALL
SELECT 'capital', ecosystem, 'capital', certainty, deal, cur, lo, hi, ap FROM capital;

-- In a base currency as far as rates are known, at the rate of each deal; rounded to the cent at the end alone. A unit is
-- the thousand-millionth part of a hundredth.
CREATE OR REPLACE TABLE told_in AS
SELECT base.cur AS base, dimension, key, purpose, certainty,
  CASE WHEN rate.d IS NULL THEN entry.cur ELSE base.cur END AS cur,
  CASE WHEN rate.d IS NULL THEN lo * 1000000000 ELSE (2 * lo * low_n * 1000000000 + low_d) // (2 * low_d) END AS lo,
  CASE WHEN rate.d IS NULL THEN hi * 1000000000 ELSE (2 * hi * high_n * 1000000000 + high_d) // (2 * high_d) END AS hi,
  entry.ap OR coalesce(rate.ap, false) AS ap
FROM entry JOIN rate_day USING (deal) CROSS JOIN (VALUES ('USD'), ('EUR')) base(cur)
LEFT JOIN rate ON rate.from_cur = entry.cur AND rate.to_cur = base.cur AND rate.d = rate_day.d;
