import { read } from '@e965/xlsx';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { renderCsv } from '../../src/report/csv.ts';
import { restored } from '../../src/report/formula-text.ts';
import { describeWithData } from '../data-folder.ts';
import { awkward, everything } from './awkward-result.ts';
import { bytesIn } from './bytes-in.ts';
import { naughtyStrings, resultOf } from './naughty-strings.ts';

const bare = { ...everything, escapeFormulas: false };

async function text(...arguments_: Parameters<typeof renderCsv>): Promise<string> {
  return bytesIn(await renderCsv(...arguments_)).toString('utf8');
}

async function records(...arguments_: Parameters<typeof renderCsv>): Promise<string[][]> {
  const { data, errors } = Papa.parse<string[]>((await text(...arguments_)).slice(1), { delimiter: ',', newline: '\r\n' });
  expect(errors).toEqual([]);
  // What follows the last CRLF.
  expect(data.pop()).toEqual(['']);
  return data;
}

describe('numbers in CSV', () => {
  const column = (id: string, type: 'money' | 'ratio' | 'number' | 'integer') => ({ id, title: id, type, unit: null, basis: null });
  const [, ranking] = awkward.sections;
  const of = (rows: Record<string, number>[], precise: boolean) =>
    text(
      {
        ...awkward,
        sections: [
          {
            ...ranking!,
            kind: 'table',
            columns: [column('m', 'money'), column('r', 'ratio'), column('n', 'number'), column('i', 'integer')],
            rows,
            total: rows.length,
            glance: { first: [], most: null, below: [], hidden: [] },
            chart: null,
          },
        ],
      },
      { ...everything, byteOrderMark: false, precise },
    );

  it('have cents and six decimals, half away from zero, unless every digit is wanted', async () => {
    const rows = [
      { m: 1.005, r: 1 / 3, n: -2.0000005, i: 12 },
      { m: -0.001, r: 1e-9, n: 1e21, i: 0 },
    ];
    expect(await of(rows, false)).toBe('m,r,n,i\r\n1.01,0.333333,-2.000001,12\r\n0,0,1e+21,0\r\n');
    expect(await of(rows, true)).toBe('m,r,n,i\r\n1.005,0.3333333333333333,-2.0000005,12\r\n-0.001,1e-9,1e+21,0\r\n');
  });
});

describe('renderCsv', () => {
  it('writes the first table with ids as header, a byte order mark and CRLF', async () => {
    const csv = await text(awkward, everything);
    expect(csv.startsWith('\ufeffcustomer_id,customer_name,score,')).toBe(true);
    expect(csv.endsWith('\r\n')).toBe(true);
    await expect(csv).toMatchFileSnapshot('goldens/ranking.csv');
  });

  it('keeps the full precision of numbers, leaves null empty and never puts a mark before a number', async () => {
    const [, first, second, third] = await records(awkward, everything);
    expect(first!.slice(2, 6)).toEqual(['87.23456', '1234567.891', '0.1234', '1234']);
    expect(second!.slice(2, 5)).toEqual(['0', '-5.5', '-0.5']);
    expect(third!.slice(3, 9)).toEqual(['', '', '', '', '', '']);
  });

  it('puts a mark only before text that could run', async () => {
    const rows = await records(awkward, everything);
    expect(rows.slice(1).map((row) => row[0])).toEqual(['001', '17850', "'-1+2", "'=cmd|' /C calc'!A0", '-5']);
    expect((await records(awkward, bare)).slice(1).map((row) => row[0])).toEqual(['001', '17850', '-1+2', "=cmd|' /C calc'!A0", '-5']);
  });

  it('writes facts as a table when they are asked for', async () => {
    const rows = await records(awkward, { ...everything, sections: ['overview'] });
    expect(rows[0]).toEqual(['id', 'title', 'value', 'unit', 'n', 'low', 'high', 'basis']);
    expect(rows[2]!.slice(0, 7)).toEqual(['repeat_rate', 'Repeat purchase rate', '0.18', 'ratio', '412', '0.146', '0.22']);
  });

  it('writes the header alone for an empty table, and a record for an empty single cell', async () => {
    expect(await text(awkward, { ...everything, sections: ['empty'] })).toBe('\ufeff"x"\r\n');
    const result = { ...awkward, sections: [{ ...awkward.sections[2]!, rows: [{ x: null }, { x: '' }] }] } as typeof awkward;
    expect(await text(result, everything)).toBe('\ufeff"x"\r\n""\r\n""\r\n');
  });

  it('refuses a result without any section', async () => {
    await expect(renderCsv({ ...awkward, sections: [] }, everything)).rejects.toMatchObject({ code: 'nothing-for-csv', exit: 'usage' });
  });

  it('joins what is written in pieces', async () => {
    const texts = Array.from({ length: 12_345 }, (_, index) => `客户 ${index}`);
    const rows = await records(resultOf(texts), everything);
    expect(rows.slice(1).map((row) => row[1])).toEqual(texts);
  });
});

describeWithData('naughty strings in CSV', (folder) => {
  it('come back by taking the marks off', async () => {
    const strings = naughtyStrings(folder);
    const rows = await records(resultOf(strings), everything);
    expect(rows.slice(1).map((row) => restored(row[1] ?? ''))).toEqual(strings);
    expect((await records(resultOf(strings), bare)).slice(1).map((row) => row[1])).toEqual(strings);
  });

  it('make no formula in a spreadsheet that evaluates text', async () => {
    const bytes = bytesIn(await renderCsv(resultOf([...naughtyStrings(folder), '=1+1', '\t=1+1', ' =1+1']), everything));
    const sheet = read(bytes, { type: 'array', cellFormula: true }).Sheets['Sheet1']!;
    const cells = Object.keys(sheet).filter((key) => !key.startsWith('!'));
    expect(cells.length).toBeGreaterThan(900);
    expect(cells.filter((key) => sheet[key].f !== undefined)).toEqual([]);
  });
});
