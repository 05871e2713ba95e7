"""The near-duplicate join, one text for every engine.

Letters of the same words are one letter before anything is joined. Under a key that many share
(a template with a name in it) letters are joined within blocks of 64, and each block to the first
letter of all, so the number of pairs grows with the letters and not with their square; likeness
passes from pair to pair when groups are made.
"""

BLOCK = 64

PAIRS = f"""
WITH firsts AS (SELECT min(n) AS n FROM letters WHERE same IS NOT NULL GROUP BY same),
placed AS (
  SELECT b.key AS key, b.n AS n,
         CAST(row_number() OVER (PARTITION BY b.key ORDER BY b.n) AS BIGINT) - 1 AS place
  FROM bands AS b JOIN firsts AS f ON b.n = f.n),
blocks AS (SELECT key, n, place, place - place % {BLOCK} AS block FROM placed),
pairs AS (
  SELECT a.n AS one, b.n AS other
  FROM blocks AS a JOIN blocks AS b ON a.key = b.key AND a.block = b.block
  WHERE a.n < b.n
  UNION ALL
  SELECT a.n AS one, b.n AS other
  FROM blocks AS a JOIN blocks AS b ON a.key = b.key
  WHERE a.place = 0 AND b.place >= {BLOCK}),
found AS (SELECT DISTINCT one, other FROM pairs)
SELECT one, other FROM found ORDER BY one, other
"""  # noqa: S608 - the number is from this file
