import { describe, expect, it } from 'vitest';
import { metrics } from '../../src/metrics/registry.ts';
import { queryText } from './run.ts';

/** Parameters that take every branch of the generated SQL. */
const variants = [
  {},
  { as_of: '2026-06-30' },
  {
    as_of: '2026-06-30',
    period: { from: '2026-01-01', to: '2026-07-01' },
    rfm: { method: 'rfm-compat' },
    rfm_high: { rule: 'score', at_least: 4 },
    scorecard: { weights: 'growth', industries: [{ industry: '零售', weights: 'loyalty' }], bands: { revenue: [{ from: 0, points: 10 }] } },
    tiers: { method: 'revenue', cuts: [0.8, 0.95] },
  },
  {
    rfm: { method: 'cuts', cuts: { recency: [1, 2, 3, 4], frequency: [1, 2, 3, 4], monetary: [1, 2, 3, 4] } },
    rfm_high: { rule: 'value', recency: 10, frequency: 3, monetary: 200 },
    tiers: { method: 'threshold', cuts: [80, 60] },
  },
];

/** What only one engine understands, or reads differently. */
const forbidden: readonly (readonly [name: string, pattern: RegExp])[] = [
  ['try_cast', /\btry_cast\b/i],
  ['list()', /\blist\s*\(/i],
  ['quantile_cont', /\bquantile/i],
  ['date_diff', /\b(?:date_?diff|datediff|date_?sub|date_?add)\b/i],
  ['group by all', /\b(?:group|order)\s+by\s+all\b/i],
  ['exclude, replace, qualify', /\b(?:exclude|qualify)\b/i],
  ['integer division', /\/\//],
  ['arg_max', /\barg_?m(?:ax|in)|\bm(?:ax|in)_by\b/i],
  ['any_value, first, last', /\b(?:any_value|first|last)\s*\(/i],
  ['median, mode', /\b(?:median|mode)\s*\(/i],
  ['struct and list literals', /[{[]/],
  ['a clock', /\b(?:now|today|current_date|current_timestamp|random)\b/i],
  ['float and double without precision', /\bfloat\b|\bdouble\b(?!\s+precision)/i],
  ['ilike, glob, regexp', /\b(?:ilike|glob|regexp\w*)\b/i],
  ['if()', /\bif(?:null)?\s*\(/i],
  ['columns()', /\bcolumns\s*\(/i],
  ['asof, semi, anti and positional joins', /\b(?:asof|semi|anti|positional)\s+join\b/i],
  ['a count of distinct values', /count\s*\(\s*distinct/i],
];

describe.each(metrics.map((metric) => metric.id))('the SQL of %s', (id) => {
  const queries = variants.map((parameters) => queryText(id, parameters)).filter((query) => query !== null);

  it.each(forbidden.map(([name]) => name))('does without %s', (name) => {
    const pattern = forbidden.find(([candidate]) => candidate === name)![1];
    for (const query of queries) expect(query).not.toMatch(pattern);
  });

  it('divides nothing but floats', () => {
    for (const query of queries) {
      for (const [division] of query.matchAll(/[^\n]*[^/]\/ [^\n]*/g)) expect(division).toMatch(/double precision|\* 365 \/ 12/);
    }
  });

  it('writes as before every alias of a table', () => {
    for (const query of queries)
      expect(query).not.toMatch(
        /\)\s+(?!as\b|over\b|filter\b|within\b|then\b|else\b|end\b|and\b|or\b|union\b|from\b|group\b|order\b|where\b|is\b|cross\b|join\b|left\b|full\b|using\b|select\b|when\b|on\b)[a-z_]+\b/i,
      );
  });
});
