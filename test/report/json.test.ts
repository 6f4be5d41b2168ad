import { describe, expect, it } from 'vitest';
import { renderJson } from '../../src/report/json.ts';
import { resultSchema, type TableSection } from '../../src/result/result.ts';
import { describeWithData } from '../data-folder.ts';
import { awkward, everything, inChinese } from './awkward-result.ts';
import { bytesIn } from './bytes-in.ts';
import { naughtyStrings, resultOf } from './naughty-strings.ts';

async function text(...arguments_: Parameters<typeof renderJson>): Promise<string> {
  return bytesIn(await renderJson(...arguments_)).toString('utf8');
}

describe('renderJson', () => {
  it('writes the whole result, one row a line', async () => {
    await expect(await text(awkward, everything)).toMatchFileSnapshot('goldens/result.json');
  });

  it('reads back as the same valid result', async () => {
    for (const result of [awkward, inChinese]) expect(resultSchema.parse(JSON.parse(await text(result, everything)))).toEqual(result);
  });

  it('reads back an empty result', async () => {
    const empty = { ...awkward, as_of: null, period: null, inputs: [], sections: [], findings: [], not_computed: [] };
    expect(JSON.parse(await text(empty, everything))).toEqual(empty);
  });

  it('holds no character that steers a terminal', async () => {
    expect((await text(awkward, everything)).replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Bidi_Control}\u2028\u2029]/u);
  });

  it('writes null for what is not finite and for a cell that the row lacks', async () => {
    const result = resultOf(['x', 'y']);
    const section = result.sections[0]!;
    if (section.kind !== 'table') throw new Error('a table');
    section.columns.push({ id: 'toString', title: '', type: 'text', unit: null, basis: null });
    section.rows.slice(0)[0]!['n'] = Number.NaN;
    expect(JSON.parse(await text(result, everything)).sections[0].rows).toEqual([
      { n: null, text: 'x', toString: null },
      { n: 1, text: 'y', toString: null },
    ]);
  });

  it('keeps to the limit and the section', async () => {
    const parsed = JSON.parse(await text(awkward, { ...everything, sections: ['ranking'], limit: 2 }));
    expect(parsed.sections).toHaveLength(1);
    expect(parsed.sections[0].rows).toEqual((awkward.sections[1] as TableSection).rows.slice(0, 2));
    expect(JSON.parse(await text(awkward, { ...everything, limit: 0 })).sections[1].rows).toEqual([]);
  });
});

describeWithData('naughty strings in JSON', (folder) => {
  it('reads back every one of them', async () => {
    const result = resultOf(naughtyStrings(folder));
    expect(JSON.parse(await text(result, everything))).toEqual(result);
  });
});
