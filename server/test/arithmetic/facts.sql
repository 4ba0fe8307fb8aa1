-- What stands in the text, line by line. Money is counted in hundredths of its currency; `hi` is missing for "at least",
-- both bounds and the currency for "undisclosed".
CREATE TABLE deal (deal VARCHAR, kind VARCHAR, secondary BOOLEAN, own_on VARCHAR, term VARCHAR);
CREATE TABLE amount (deal VARCHAR, seq INTEGER, cur VARCHAR, lo HUGEINT, hi HUGEINT, ap BOOLEAN, per VARCHAR, over_ VARCHAR,
  on_ VARCHAR, from_ VARCHAR, form VARCHAR, source VARCHAR);
CREATE TABLE tranche (deal VARCHAR, seq INTEGER, cur VARCHAR, lo HUGEINT, hi HUGEINT, ap BOOLEAN, per VARCHAR, over_ VARCHAR,
  on_ VARCHAR, from_ VARCHAR, form VARCHAR, source VARCHAR);
CREATE TABLE paid (deal VARCHAR, seq INTEGER, cur VARCHAR, lo HUGEINT, hi HUGEINT, ap BOOLEAN, per VARCHAR, over_ VARCHAR,
  on_ VARCHAR, from_ VARCHAR, form VARCHAR, source VARCHAR);
CREATE TABLE status (deal VARCHAR, seq INTEGER, status VARCHAR, on_ VARCHAR);
CREATE TABLE party (deal VARCHAR, seq INTEGER, line INTEGER, side VARCHAR, name VARCHAR, role VARCHAR, says BOOLEAN, cur VARCHAR, lo HUGEINT,
  hi HUGEINT, ap BOOLEAN, from_ VARCHAR);
CREATE TABLE unit (name VARCHAR, parent VARCHAR, from_ VARCHAR, until_ VARCHAR);
-- Rates in millionths.
CREATE TABLE fx (name VARCHAR, seq INTEGER, from_cur VARCHAR, to_cur VARCHAR, lo HUGEINT, hi HUGEINT, ap BOOLEAN, on_ VARCHAR);
CREATE TABLE ecosystem (ecosystem VARCHAR, hub VARCHAR);
CREATE TABLE excluded (ecosystem VARCHAR, name VARCHAR);
