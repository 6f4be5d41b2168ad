import { describe, expect, it } from 'vitest';
import { languages } from '../every-form/forms.ts';
import { outcomeOf } from '../every-form/outcome.ts';
import { ingestFiles } from '../ingest-files.ts';
import { documents } from './documents.ts';
import { records } from './records.ts';
import { words } from './words.ts';

describe.each([...records, ...documents, ...words])('$is', ({ files, map, once, revenue, refused, warned, noted }) => {
  it.each(once === true ? (['en'] as const) : languages)('comes out right (%s)', async (lang) => {
    const outcome = await outcomeOf(async () => {
      const { ingested, rows } = await ingestFiles(files(lang), { map: map ?? [] });
      return { ingested, rows: (query) => rows({ text: query }) };
    });
    if (refused !== undefined) return expect(outcome).toEqual({ refused });
    expect({ ...outcome, noted: [] }).toEqual({ revenue, warned: warned ?? [], noted: [] });
    expect(outcome.noted).toEqual(expect.arrayContaining([...(noted ?? [])]));
  });
});
