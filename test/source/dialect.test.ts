import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { detectLayout, noDelimiter, parseHead } from '../../src/source/dialect.ts';

const delimiterOf = (text: string): string => detectLayout(text, true).layout.dialect.delimiter;

describe('the delimiter', () => {
  it.each([
    [';', 'beside commas in notes', '姓名;备注\n张三;a,b,c\n'],
    [';', 'beside quoted commas', 'a;b\n"x,y,z";1\n"p,q";2\n'],
    [';', 'beside decimal commas', 'name;price\nx;1,5\ny;2,5\nz;3\n'],
    [',', 'beside lists with semicolons', 'id,tags\n1,a;b;c\n2,c;d\n3,x\n'],
    [',', 'beside lists with bars', 'id,tags\n1,a|b\n2,c|d\n'],
    ['\t', 'beside commas in addresses', 'id\taddress\n1\tRome, Italy\n2\tParis, France\n'],
    ['|', 'beside commas', 'one|two,two|three\nfour|five,five|six\n'],
    [
      ',',
      'below a title and a note',
      '订单明细\n导出人：张三；部门：销售\nid,name,amount\n1,a,2\n2,b,3\n3,c,4\n4,d,5\n5,e,5\n6,f,6\n7,g,7\n8,h,8\n',
    ],
    ['\t', 'of baskets', 'milk\tbread\nbutter\nmilk\tbread\tbutter\nbread\tmilk\n'],
    [',', 'where line breaks stand inside quotes', 'id,note\n1,"a;b\nc;d\ne;f"\n2,"x;y"\n'],
    [',', 'in a single record', 'a,b,c'],
  ])('%j %s', (delimiter, _, text) => expect(delimiterOf(text)).toBe(delimiter));

  it('of a single column is one that does not occur in it', () => {
    expect(delimiterOf('name\nx\ny\n')).toBe(',');
    expect(delimiterOf('note\nhello, world\nfoo\nbar\nbaz\nbat\n')).toBe('\t');
    expect(delimiterOf('note\na, b\na; b\na | b\na\tb\nx\ny\nz\n')).toBe(noDelimiter);
  });

  it('is the one an Excel line names', () => {
    expect(detectLayout('sep=;\r\na,b;c\r\n', true)).toMatchObject({ hintLength: 7, layout: { dialect: { delimiter: ';' } } });
  });
});

describe('the rest of the layout', () => {
  it('backslash is the escape only where it is used as such', () => {
    expect(detectLayout('a,b\n"x \\"y\\" z",1\n"p",2\n', true).layout.dialect.escape).toBe('\\');
    expect(detectLayout('a,b\n"C:\\dir\\",1\n"say ""hi""",2\n', true).layout.dialect.escape).toBe('"');
  });

  it('blanks before quotes are dropped only where that makes the records regular', () => {
    expect(detectLayout('a, b, c\n1, "x, y", 2\n3, "z", 4\n', true).layout.blankBeforeQuote).toBe(true);
    expect(detectLayout('A, "B" ,C\nx, y,z\n', true).layout.blankBeforeQuote).toBe(false);
  });

  it('carriage returns end records where no line feed stands outside quotes', () => {
    expect(detectLayout('a,b\r1,"x\ny"\r', true).layout.returnEndsRecord).toBe(true);
    expect(detectLayout('a,b\r\n1,2\r\n', true).layout.returnEndsRecord).toBe(false);
  });

  it('aligned columns of figures are told from prose and names', () => {
    expect(detectLayout(' 00004  19970101  2   29.33\n 00004  19970118  2   29.73\n 00021  19970101  3   63.34\n', true).aligned).toBe(
      true,
    );
    expect(detectLayout('full name\nJohn Smith\nJane Doe\nAnn Lee\n', true).aligned).toBe(false);
    expect(detectLayout('one two three\nfour five six\nseven eight nine\n', true).aligned).toBe(false);
  });
});

describe('a delimiter beside another sign in every record', () => {
  const records = (count: number, delimiter: string, sign: string, header: string): string =>
    `${header}\n${Array.from({ length: count }, (_, index) => `K${index}${delimiter}1${sign}${200 + (index % 90)}`).join('\n')}\n`;

  it.each([10, 19, 20, 60, 900])('is the one that splits the header, too (%i records)', (count) => {
    for (const delimiter of [';', '|', '\t'])
      for (const header of ['customer', '客户'])
        expect(delimiterOf(records(count, delimiter, ',', `${header}${delimiter}amount`))).toBe(delimiter);
  });

  it('is that of the records where the header has another one', () => {
    const text = `customer,amount\n${Array.from({ length: 30 }, (_, index) => `K${index};1,${index + 50}`).join('\n')}\n`;
    expect(delimiterOf(text)).toBe(';');
    expect(delimiterOf('tags,amount\na;b,50\nc;d,60\ne;f,70\n')).toBe(',');
  });

  it('is not one of a header of its own kind', () => {
    expect(delimiterOf('a,b,c\n1;x,2,3\n4;y,5,6\n')).toBe(',');
  });
});

describe('quotes', () => {
  it('behind a blank are quotes where most records have them', () => {
    expect(detectLayout('"a", "b"\n"1", "2"\n"3", "4"\n', true).layout.blankBeforeQuote).toBe(true);
  });

  it.each([
    ["'id','name'\n'1','O, K'\n'2','x'\n", "'"],
    ["id,name\n1,'O, K'\n2,'x'\n", "'"],
    ["'编号';'名称'\n'1';'甲'\n'2';'it''s'\n", "'"],
    ["id,name\n1,'A1\n2,'B2\n", '"'],
    ["id,name\n1,O'Brien\n2,'t Hooft\n", '"'],
    ['id,name\n1,"it\'s"\n2,"\'x\'"\n', '"'],
  ])('in %j are %s', (text, quote) => expect(detectLayout(text, true).layout.dialect.quote).toBe(quote));
});

describe('line ends', () => {
  it.each(['a,b\r1,x\r2,y\n3,z\n', 'a,b\n1,x\r2,y\r3,z\n', 'a,b\r\n1,x\r2,y\n3,z\r\n'])('may be of several kinds: %j', (text) => {
    const { layout } = detectLayout(text, true);
    expect(parseHead(text, true, layout, 10).map((record) => record.cells)).toEqual([
      ['a', 'b'],
      ['1', 'x'],
      ['2', 'y'],
      ['3', 'z'],
    ]);
  });

  it('are told from a carriage return in a cell', () => {
    expect(detectLayout('a,b\n1,x\ry\n2,z\n3,z\n', true).layout.returnEndsRecord).toBe(false);
  });
});

describe('a table that was written', () => {
  it('in any dialect is read back', { tags: ['slow'] }, () => {
    const word = fc.constantFrom(
      'Acme',
      '北京公司',
      "O'Brien",
      'a b',
      'x,y',
      'p;q',
      'm|n',
      'he said "no"',
      '1,234.50',
      '1.234,50',
      '12',
      '2024-01-05',
      '',
    );
    const table = fc
      .integer({ min: 2, max: 6 })
      .chain((width) => fc.array(fc.array(word, { minLength: width, maxLength: width }), { minLength: 3, maxLength: 70 }));
    const style = fc.record({
      delimiter: fc.constantFrom(',', ';', '\t', '|'),
      end: fc.constantFrom('\n', '\r\n', '\r'),
      quote: fc.constantFrom('needed', 'all', 'blank'),
      zh: fc.boolean(),
    });
    fc.assert(
      fc.property(table, style, (rows, { delimiter, end, quote, zh }) => {
        const header = rows[0]!.map((_, column) => (zh ? `列${'甲乙丙丁戊己'[column]!}` : `name ${'abcdef'[column]!}`));
        const all = [header, ...rows].map((row, index) => (index === 0 || row.join('') !== '' ? row : row.map(() => 'x')));
        const written = (cell: string): string =>
          quote !== 'needed' || cell.includes(delimiter) || cell.includes('"') ? `"${cell.replaceAll('"', '""')}"` : cell;
        const text = all.map((row) => row.map(written).join(quote === 'blank' ? `${delimiter} ` : delimiter)).join(end) + end;
        const { layout } = detectLayout(text, true);
        expect(parseHead(text, true, layout, 1000).map((record) => record.cells)).toEqual(all);
      }),
      { numRuns: 300 },
    );
  });
});
