import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Result } from '../../src/result/result.ts';

/** The Big List of Naughty Strings. */
export function naughtyStrings(folder: string): string[] {
  return JSON.parse(readFileSync(join(folder, 'torture/blns/blns.json'), 'utf8')) as string[];
}

/** A Result with one table of a text column that holds these texts. */
export function resultOf(texts: readonly string[]): Result {
  return {
    schema: 'crm-eval/result@1',
    command: 'inspect',
    title: 'Rows',
    as_of: null,
    period: null,
    lang: 'en',
    engine: 'duckdb',
    answer: [],
    inputs: [],
    findings: [],
    not_computed: [],
    sections: [
      {
        id: 'rows',
        title: 'Rows',
        kind: 'table',
        place: 'answer',
        chart: null,
        total: texts.length,
        glance: { first: [], most: 20, below: [], hidden: [] },
        columns: [
          { id: 'n', title: 'N', type: 'integer', unit: null, basis: null },
          { id: 'text', title: 'Text', type: 'text', unit: null, basis: null },
        ],
        rows: texts.map((text, n) => ({ n, text })),
      },
    ],
  };
}
