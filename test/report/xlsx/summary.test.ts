import { CFB, read, type WorkBook } from '@e965/xlsx';
import validate from '@ooxml-tools/validate';
import { describe, expect, it } from 'vitest';
import type { Result, TableSection } from '../../../src/result/result.ts';
import { renderXlsx } from '../../../src/report/xlsx/xlsx.ts';
import { everything } from '../awkward-result.ts';
import { letterhead } from '../letterhead/letterhead.ts';
import { charted, column, section, sections } from './charts/charted-result.ts';

const figureColumns = [
  column('figure', 'Figure', 'text'),
  ...['value', 'target', 'before'].map((id) => ({ ...column(id, id, 'number'), type_from: 'shows' })),
  column('attainment', 'Attainment', 'ratio'),
  { ...column('difference', 'Change', 'number'), type_from: 'shows_difference' },
  column('relative', 'Change, %', 'ratio'),
  column('verdict', 'Verdict', 'text'),
  column('id', 'Id', 'id'),
];
const blank = {
  unit: null,
  target: null,
  attainment: null,
  before: null,
  difference: null,
  relative: null,
  n: null,
  low: null,
  high: null,
  verdict: null,
};
const figures = section('figures', { kind: 'figures', label: 'figure', value: 'value' }, figureColumns, [
  {
    ...blank,
    id: 'revenue',
    figure: 'Sales',
    value: 992_237.156,
    target: 1_079_000,
    attainment: 0.92,
    before: 1_249_308,
    difference: -257_071,
    relative: -0.2058,
    verdict: 'more than chance',
    verdict_code: 'more_than_chance',
    judgement: 'worse',
    shows: 'money',
    shows_difference: 'money',
  },
  {
    ...blank,
    id: 'retention',
    figure: 'Kept',
    value: 0.75,
    difference: 0.025,
    n: 105,
    low: 0.67,
    high: 0.83,
    shows: 'ratio',
    shows_difference: 'points',
  },
]);
const history = section(
  'history',
  null,
  [column('id', 'Id', 'id'), column('month', 'Month', 'text'), column('value', 'Value', 'number')],
  [
    { id: 'revenue', month: '2026-08', value: 1 },
    { id: 'revenue', month: '2026-09', value: null },
    { id: 'revenue', month: '2026-10', value: 3 },
  ],
);
const attention = section(
  'attention',
  null,
  [column('level', 'Level', 'text'), column('what', 'What', 'text'), column('money', 'At stake', 'money')],
  [{ level: '▲ urgent', level_code: 'urgent', what: '=The year is short', money: 962_851, chapter: 'targets' }],
);
const actions = section(
  'actions',
  null,
  [column('action', 'Action', 'text'), column('rep', 'Rep', 'text')],
  Array.from({ length: 7 }, (_, index) => ({
    action: `Call ${index}`,
    about: 'C1',
    rep: 'Zhou',
    due_on: '2026-11-06',
    expected_value: null,
    why: 'late',
  })),
);
const chapter = { number: 1, name: 'Targets', title: 'Behind', missing: null, note: null };

function report(): Result {
  const headline = (each: TableSection): TableSection => ({ ...each, place: 'headline' });
  const named = { ...figures, chart: { ...figures.chart, history: 'history' } as TableSection['chart'] };
  return {
    ...charted,
    chapters: [
      { ...chapter, id: 'targets', sections: ['trend', 'bridge', 'rates', 'by_customer', 'curves'] },
      { ...chapter, id: 'pool', name: 'Pool', missing: 'no leads', note: null, sections: [] },
    ],
    sections: [headline(named), headline(attention), headline(actions), { ...history, place: 'detail' }, ...Object.values(sections)],
  };
}

async function summary(): Promise<{ bytes: Uint8Array; book: WorkBook; cells: (number | string | null)[][] }> {
  const bytes = await renderXlsx(report(), { ...everything, detail: 'usual' });
  const book = read(bytes, { type: 'array', cellFormula: true, cellNF: true });
  const sheet = book.Sheets['Summary']!;
  const cells = Array.from({ length: 90 }, (_, row) =>
    [...'ABCDEFGHIJK'].map((letter) => (sheet[`${letter}${row + 1}`]?.v ?? null) as string | number | null),
  );
  return { bytes, book, cells };
}

describe('the first sheet of a report', () => {
  it('has a row a figure, with its value, target, change and what it rests on, and a verdict beyond chance with its sign', async () => {
    const { book, cells } = await summary();
    const [sales, kept] = [cells.find((row) => row[1] === 'Sales')!, cells.find((row) => row[1] === 'Kept')!];
    expect(sales.slice(2, 9)).toEqual([992_237.16, 1_079_000, 0.92, 1_249_308, -257_071, -0.2058, '▼ more than chance']);
    expect(kept.slice(2, 11)).toEqual([0.75, '–', '–', '–', 2.5, '–', '–', null, 'n = 105 · interval 67–83%']);
    const row = cells.indexOf(kept) + 1;
    expect(book.Sheets['Summary']![`G${row}`].z).toBe('+0.0" pp";"−"0.0" pp";0.0" pp"');
  });

  it('names its values, and the names resolve', async () => {
    const { book } = await summary();
    const names = Object.fromEntries(book.Workbook!.Names!.map(({ Name, Ref }) => [Name, Ref]));
    const [, cell] = /^Summary!(.*)$/.exec(String(names['kpi_revenue']).replaceAll("'", ''))!;
    expect(book.Sheets['Summary']![cell!.replaceAll('$', '')].v).toBe(992_237.16);
    expect(names['kpi_retention']).toBeDefined();
  });

  it('draws four charts, the first of a kind each, and small columns of what was', async () => {
    const { bytes } = await summary();
    const archive = CFB.read(Buffer.from(bytes), { type: 'buffer' }) as { FullPaths: string[]; FileIndex: { content?: Uint8Array }[] };
    const part = (path: string): string =>
      Buffer.from(archive.FileIndex[archive.FullPaths.indexOf(`Root Entry/${path}`)]!.content!).toString();
    const drawing = part('xl/drawings/drawing1.xml');
    expect([...drawing.matchAll(/ name="Finding of (\w+)"/g)].map(([, name]) => name)).toEqual(['trend', 'bridge', 'rates', 'by_customer']);
    const sheet = part('xl/worksheets/sheet1.xml');
    const [, source = ''] = /<xm:f>&#39;_chart data&#39;!\$B\$(\d+):\$B\$\d+<\/xm:f><xm:sqref>J\d+<\/xm:sqref>/.exec(sheet)!;
    const data = read(bytes, { type: 'array' }).Sheets['_chart data']!;
    expect([0, 1, 2].map((next) => data[`B${Number(source) + next}`]?.v ?? null)).toEqual([1, null, 3]);
    expect(sheet).toContain('manualMin="0"');
  });

  it('says what needs attention and what to do, five each, with links, and what the files do not allow', async () => {
    const { book, cells } = await summary();
    const texts = cells.flat();
    expect(texts).toContain('=The year is short');
    expect(texts).toContain('5  Call 4 · C1');
    expect(texts).not.toContain('6  Call 5 · C1');
    expect(texts).toContain('all 7: actions');
    expect(texts).toContain('Not in these files: Pool');
    const links = Object.values(book.Sheets['Summary']!).flatMap((cell: { l?: { Target: string } }) =>
      cell.l === undefined ? [] : [cell.l.Target],
    );
    expect(links.length).toBeGreaterThan(8);
    const names = links.map((target) => /'(.*)'!A1$/.exec(target)![1]);
    expect(names.filter((name) => !book.SheetNames.includes(name!))).toEqual([]);
    expect(names).toContain('trend');
  });

  it(
    'with a letterhead holds what the Open XML SDK knows, its logo, colours, face, edges and company, and nothing that acts',
    {
      tags: ['slow'],
    },
    async () => {
      const bytes = await renderXlsx({ ...report(), company: 'Huadong & Sons' }, { ...everything, detail: 'usual', letterhead });
      expect(await validate(bytes, 'xlsx', 'Microsoft365')).toEqual([]);
      const archive = CFB.read(Buffer.from(bytes), { type: 'buffer' }) as { FullPaths: string[]; FileIndex: { content?: Uint8Array }[] };
      const content = (path: string): Buffer =>
        Buffer.from(archive.FileIndex[archive.FullPaths.findIndex((each) => each === `Root Entry/${path}`)]!.content!);
      const part = (path: string): string => content(path).toString();
      expect(content('xl/media/image1.png')).toEqual(letterhead.logo!.bytes);
      expect(part('xl/drawings/drawing1.xml')).toContain('descr="Huadong &amp; Sons"');
      expect(part('xl/drawings/_rels/drawing1.xml.rels')).toContain('Target="../media/image1.png"');
      const [styles, chart] = [part('xl/styles.xml'), part('xl/charts/chart1.xml')];
      expect([styles.includes('FF00695C'), styles.includes('FF1F4E79'), styles.includes('Source Sans')]).toEqual([true, false, true]);
      expect([chart.includes('"00695C"'), chart.includes('"1B2430"'), chart.includes('typeface="Source Sans"')]).toEqual([
        true,
        false,
        true,
      ]);
      const sheets = archive.FullPaths.filter((path) => /worksheets\/sheet\d+\.xml$/.test(path)).map((path) =>
        part(path.slice('Root Entry/'.length)),
      );
      const headed = sheets.filter((sheet) => sheet.includes('<oddHeader>&amp;LHuadong &amp;&amp; Sons&amp;R&amp;Binternal</oddHeader>'));
      // The data of charts are not printed.
      expect(headed).toHaveLength(sheets.length - 1);
      expect(headed.every((sheet) => sheet.includes('<oddFooter>&amp;C- &amp;P / &amp;N -</oddFooter>'))).toBe(true);
      expect(part('docProps/app.xml')).toContain('<Company>Huadong &amp; Sons</Company>');
      expect(part('docProps/core.xml')).toContain('<dc:title>Huadong &amp; Sons · ');
      expect(sheets.some((sheet) => sheet.includes('<f>'))).toBe(false);
      expect(archive.FullPaths.filter((path) => /vba|externalLink|\.bin/i.test(path))).toEqual([]);
    },
  );
});
