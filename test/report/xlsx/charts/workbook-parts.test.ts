import { CFB, read } from '@e965/xlsx';
import validate from '@ooxml-tools/validate';
import { describe, expect, it } from 'vitest';
import { renderXlsx } from '../../../../src/report/xlsx/xlsx.ts';
import { everything } from '../../awkward-result.ts';
import { charted, sections } from './charted-result.ts';

interface Archive {
  readonly FullPaths: readonly string[];
  readonly FileIndex: readonly { readonly content?: Uint8Array }[];
}

function partsOf(bytes: Uint8Array): Map<string, string> {
  const archive = CFB.read(Buffer.from(bytes), { type: 'buffer' }) as Archive;
  return new Map(
    archive.FullPaths.flatMap((path, index): [string, string][] => {
      const { content } = archive.FileIndex[index]!;
      return content === undefined ? [] : [[path.replace(/^Root Entry\//, ''), Buffer.from(content).toString('utf8')]];
    }),
  );
}

describe('the parts of a workbook with charts', () => {
  it('are those that the Open XML SDK of Microsoft knows, in its order and with its values', { tags: ['slow'] }, async () => {
    expect(await validate(await renderXlsx(charted, everything), 'xlsx', 'Microsoft365')).toEqual([]);
  });

  it('have a chart for each section that declares one, which says in words what it shows', async () => {
    const parts = partsOf(await renderXlsx(charted, everything));
    const charts = [...parts.keys()].filter((path) => /^xl\/charts\/chart\d+\.xml$/.test(path));
    expect(charts).toHaveLength(8);
    const drawings = [...parts].filter(([path]) => /^xl\/drawings\/drawing\d+\.xml$/.test(path));
    expect(drawings).toHaveLength(8);
    expect(drawings[2]![1]).toContain('descr="Before 3, Lost −5, New 6, After 4"');
    expect(drawings[1]![1]).toContain('descr="=1+1 &lt;b&gt;&amp;&quot;&#39; 20');
  });

  it('have charts whose cells hold what they draw', async () => {
    const bytes = await renderXlsx(charted, everything);
    const book = read(bytes, { type: 'array', cellFormula: true });
    expect(book.SheetNames.at(-1)).toBe('_chart data');
    expect(book.Workbook!.Sheets!.at(-1)!.Hidden).toBe(1);
    let compared = 0;
    for (const [path, text] of partsOf(bytes)) {
      if (!path.startsWith('xl/charts/chart')) continue;
      for (const [, formula = '', cache = ''] of text.matchAll(/<c:f>(.*?)<\/c:f><c:(?:str|num)Cache>(.*?)<\/c:(?:str|num)Cache>/gs)) {
        const [, sheet = '', area = ''] = /^'(.*)'!(.*)$/.exec(formula.replaceAll('&#39;', "'"))!;
        const [from, to = from] = area.replaceAll('$', '').split(':');
        const column = from!.replace(/\d+/, '');
        const [first, last] = [from, to].map((cell) => Number(/\d+/.exec(cell!)));
        for (const [, index, value] of cache.matchAll(/<c:pt idx="(\d+)"><c:v>(.*?)<\/c:v>/gs)) {
          const cell: unknown = book.Sheets[sheet]![`${column}${first! + Number(index)}`].v;
          const plain = value!.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&#39;', "'");
          expect(String(cell)).toBe(plain.replaceAll('&amp;', '&'));
          compared += 1;
        }
        expect(Number(/ptCount val="(\d+)"/.exec(cache)![1])).toBe(last! - first! + 1);
      }
    }
    expect(compared).toBeGreaterThan(100);
  });

  it('have a real table on each sheet of rows, its heads distinct and as the cells have them', async () => {
    const ranking = charted.sections.find((each) => each.id === 'ranking');
    if (ranking?.kind !== 'table') throw new Error('a table');
    const twice = { ...ranking, columns: ranking.columns.map((column) => ({ ...column, title: 'Name', unit: null })) };
    const bytes = await renderXlsx({ ...charted, sections: [twice] }, everything);
    const table = partsOf(bytes).get('xl/tables/table1.xml')!;
    expect(/displayName="(\w+)" ref="([A-Z0-9:]+)"/.exec(table)!.slice(1)).toEqual(['tbl_ranking', 'A3:J8']);
    const heads = [...table.matchAll(/<tableColumn id="\d+" name="(.*?)"/g)].map(([, head]) => head);
    expect(heads.slice(0, 3)).toEqual(['Name', 'Name (2)', 'Name (3)']);
    const sheet = read(bytes, { type: 'array' }).Sheets[
      twice.title
        .replace(/[:[\]/]/g, ' ')
        .replace(/ +/g, ' ')
        .trim()
    ]!;
    expect(['A3', 'B3', 'C3'].map((cell) => sheet[cell].v as unknown)).toEqual(heads.slice(0, 3));
  });

  it('stand above the table, whose head no longer stays but is that of a real table', async () => {
    const parts = partsOf(await renderXlsx({ ...charted, sections: [sections.waterfall] }, everything));
    const sheet = parts.get('xl/worksheets/sheet2.xml')!;
    expect(sheet).toContain('<drawing r:id="rId2"/><tableParts count="1"><tablePart r:id="rId3"/></tableParts>');
    expect(parts.get('xl/tables/table1.xml')).toContain('ref="A20:B24"');
    expect(parts.get('xl/drawings/drawing1.xml')).toContain('<xdr:row>3</xdr:row>');
    expect(sheet).not.toContain('ySplit');
  });

  it('have the same bytes twice', async () => {
    const [first, second] = [await renderXlsx(charted, everything), await renderXlsx(charted, everything)];
    expect(Buffer.compare(first, second)).toBe(0);
  });
});
