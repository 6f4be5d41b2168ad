import { describe, expect, it } from 'vitest';
import { findHeader, type Header } from '../../src/source/header.ts';

function headerOf(table: string, recognise?: (cells: readonly string[]) => number): Header {
  const rows = table.split('\n').map((line, index) => ({ line: index + 1, cells: line.split('|').map((cell) => cell.trim()) }));
  return findHeader(rows, Math.max(...rows.map((row) => row.cells.length)), recognise);
}

const known =
  (...names: string[]) =>
  (cells: readonly string[]): number =>
    cells.filter((cell) => names.includes(cell)).length;

describe('one header record', () => {
  it('in the first line', () => {
    expect(headerOf('id|name|amount\n1|x|2.5\n2|y|3')).toEqual({
      columns: ['id', 'name', 'amount'],
      taken: 1,
      line: 1,
      described: false,
      preamble: [],
    });
  });

  it('of texts above texts', () => {
    expect(headerOf('name|city\nAnn|Rome\nBob|Paris').columns).toEqual(['name', 'city']);
  });

  it('with blank and repeated names keeps them', () => {
    expect(headerOf('合同编号|合同编号||备注|\n1|2|3|x|\n4|5|6|y|').columns).toEqual(['合同编号', '合同编号', '', '备注', '']);
  });

  it('with names that are numbers behind a name', () => {
    expect(headerOf('客户|2024|2025|2026\n甲|100|200|300\n乙|5|6|7').columns).toEqual(['客户', '2024', '2025', '2026']);
  });

  it('with fewer cells than the table is filled up with blank names', () => {
    expect(headerOf('id|name\n1|x|\n2|y|').columns).toEqual(['id', 'name', '']);
  });

  it('above records of mixed texts and figures', () => {
    expect(headerOf('name|value\nName|Clippy\nSpecies|paperclip\nDate of death|2007-01-01\nWeight|0.9').columns).toEqual(['name', 'value']);
  });

  it('narrower than a single record below', () => {
    expect(headerOf('this|sheet|has|many||\nbut|the|second|row|even|more')).toMatchObject({ taken: 1 });
  });

  it('whose names are values elsewhere once', () => {
    expect(headerOf('text|explanation\ncabbage|text\n|blank\nfoo|text').columns).toEqual(['text', 'explanation']);
  });

  it('with one name over two columns of values', () => {
    expect(headerOf('|x\n0|5\n1|6\n2|7').columns).toEqual(['', 'x']);
  });

  it('above nothing', () => {
    expect(headerOf('id|name|amount')).toMatchObject({ columns: ['id', 'name', 'amount'], taken: 1 });
  });

  it('above the footer rows of a report', () => {
    const table = headerOf('Account|Owner|Amount\nA|x|1\nB|y|2\nGrand Totals (2 records)||\nConfidential Information||');
    expect(table).toMatchObject({ taken: 1, columns: ['Account', 'Owner', 'Amount'] });
  });
});

describe('titles and notes above', () => {
  it('are no records', () => {
    const header = headerOf(
      '客户订单明细表\n导出时间：2026-10-31 09:00\n筛选条件|状态=已完成\n订单编号|客户名称|订单金额|下单日期\nA1|甲|100|2026-01-01\nA2|乙|200|2026-01-02',
    );
    expect(header.columns).toEqual(['订单编号', '客户名称', '订单金额', '下单日期']);
    expect(header).toMatchObject({
      taken: 4,
      line: 4,
      preamble: [['客户订单明细表'], ['导出时间：2026-10-31 09:00'], ['筛选条件', '状态=已完成']],
    });
  });

  it('are found where every row is padded to the width of the table', () => {
    expect(headerOf('Report|||\n||Date: 2026-10-31|\nid|name|city|amount\n1|x|Rome|5\n2|y|Bonn|6')).toMatchObject({ taken: 3, line: 3 });
  });

  it('as wide as the table are told from its header by the figures below it', () => {
    const header = headerOf(
      'Lots of people|||||\nsimply cannot|||||some notes\nat|the|top||of|their sheets\nor|merging||||cells\nName|Profession|Age|Kids|Birth|Death\nDavid|musician|69|TRUE|1947-01-08|2016-01-10\nCarrie|actor|60|TRUE|1956-10-21|2016-12-27\nChuck|musician|90|TRUE|1926-10-18|2017-03-18\nBill|actor|61|TRUE|1955-05-17|2017-02-25',
    );
    expect(header).toMatchObject({ line: 5, columns: ['Name', 'Profession', 'Age', 'Kids', 'Birth', 'Death'] });
  });

  it('above texts only', () => {
    expect(headerOf('blah blah|\n|yada yada\nvar1|var2\nx|y\nz|w')).toMatchObject({ line: 3, columns: ['var1', 'var2'] });
  });

  it('above a table of two columns', () => {
    expect(headerOf('Sales report|\nname|amount\nx|1\ny|2')).toMatchObject({ taken: 2, columns: ['name', 'amount'] });
  });

  it('with known names below them', () => {
    const header = headerOf('a|b|c|d\n客户名称|负责人||\n甲|张三||\n乙|李四||', known('客户名称', '负责人'));
    expect(header).toMatchObject({ taken: 2, columns: ['客户名称', '负责人', '', ''] });
  });
});

describe('two header records', () => {
  it('of field keys and labels give the labels', () => {
    const header = headerOf('FBillNo|FDate|FCustId#Name|FQty\n单据编号|日期|客户|数量\nXS001|2026-01-01|甲|5\nXS002|2026-01-02|乙|6');
    expect(header).toMatchObject({ columns: ['单据编号', '日期', '客户', '数量'], taken: 2, line: 2 });
  });

  it('of merged parents and children give both', () => {
    const header = headerOf('编号|客户||订单||备注\n|名称|等级|金额|日期|\n1|甲|A|100|2026-01-01|x\n2|乙|B|200|2026-01-02|y');
    expect(header.columns).toEqual(['编号', '客户 名称', '客户 等级', '订单 金额', '订单 日期', '备注']);
    expect(header.taken).toBe(2);
  });

  it('of names and notes in brackets give both', () => {
    const header = headerOf('name|species|weight\n(at birth)|(office supply type)|(in grams)\nClippy|paperclip|0.9');
    expect(header.columns).toEqual(['name (at birth)', 'species (office supply type)', 'weight (in grams)']);
  });

  it('of groups above names that are clear by themselves give the names', () => {
    const header = headerOf('客户信息|||订单信息|\n编号|名称|等级|订单金额|下单日期\n1|甲|A|100|2026-01-01\n2|乙|B|200|2026-01-02');
    expect(header).toMatchObject({ columns: ['编号', '名称', '等级', '订单金额', '下单日期'], taken: 2 });
  });

  it('of years above quarters give both', () => {
    const header = headerOf('业务员|上年||本年|\n|上半年|下半年|上半年|下半年\n张三|1|2|3|4\n李四|5|6|7|8');
    expect(header.columns).toEqual(['业务员', '上年 上半年', '上年 下半年', '本年 上半年', '本年 下半年']);
  });

  it('are not made of a header and a record of texts', () => {
    expect(headerOf('name|city|note\nAnn|Rome|x\nBob|Paris|y')).toMatchObject({ taken: 1 });
    expect(headerOf('name||note|amount\nAnn|Rome|x|1\nBob|Paris|y|2')).toMatchObject({ taken: 1, columns: ['name', '', 'note', 'amount'] });
  });
});

describe('no header', () => {
  it.each([
    ['figures only', '00004|0001|19970101|29.33\n00004|0001|19970118|29.73\n00021|0002|19970101|14.96'],
    ['a first record like the others', 'Grant|2013-11-23T02:30:31-08:00|5\nCherokee|2014-11-22T16:43:51-08:00|6\nCathy|2013-01-01|7'],
    [
      'baskets',
      'citrus fruit|bread|margarine|soup\ntropical fruit|yogurt|coffee\nwhole milk\npip fruit|yogurt|cream cheese|soup|citrus fruit\nbread|whole milk|margarine',
    ],
    ['one column of values', '2026-01-01\n2026-01-02\nx'],
  ])('%s: names are made and no record is lost', (_, table) => {
    const header = headerOf(table);
    expect(header).toMatchObject({ taken: 0, line: 0, preamble: [] });
    expect(header.columns[0]).toBe('column_1');
  });

  it('in nothing', () => {
    expect(findHeader([], 0)).toEqual({ columns: [], taken: 0, line: 0, described: false, preamble: [] });
  });
});

describe('words for a value that is not there', () => {
  it.each(['N/A|无|待定', '-|—|/', 'null|NaN|TBD', '未知|暂无|待确认'])('above figures make no header: %s', (placeholders) => {
    const header = headerOf(`区|天|甲|乙|丙\nx1|2024-01-01|${placeholders}\nx2|2024-01-02|5|3|1\nx3|2024-01-03|7|3|1`);
    expect(header).toMatchObject({ columns: ['区', '天', '甲', '乙', '丙'], taken: 1, line: 1 });
  });
});

describe('a record that describes the columns', () => {
  it.each([
    ['id|who|day|amt\nunique number of it|person who bought it|day it was bought|how much in yuan\n1|x|2024-01-05|5\n2|y|2024-01-06|6'],
    ['id|who|day|amt\nint|varchar(20)|date|decimal(10,2)\n1|x|2024-01-05|5\n2|y|2024-01-06|6'],
    ['号|谁|哪天|多少\n|文本|日期|元\n1|甲|2024-01-05|5\n2|乙|2024-01-06|6'],
    ['id|who|day|amt\n|||元\n1|x|2024-01-05|5\n2|y|2024-01-06|6'],
  ])('is neither header nor data: %j', (table) => {
    expect(headerOf(table)).toMatchObject({ taken: 2, line: 1, described: true });
  });

  it('is told by known names, too', () => {
    const table = '客户|金额\ncustomer|amount\nx|5\ny|6';
    expect(headerOf(table, known('customer', 'amount', '客户', '金额'))).toMatchObject({
      columns: ['客户', '金额'],
      taken: 2,
      described: true,
    });
  });

  it.each(['id|name|amount\n1|x|free\n2|y|3\n3|z|4', 'name|city\nAnn|Rome\nBob|Paris', 'id|day|amt\n1|2024-01-05|见备注\n2|2024-01-06|6'])(
    'is told from a record: %j',
    (table) => expect(headerOf(table)).toMatchObject({ taken: 1, described: false }),
  );
});

describe('titles above a table without a header', () => {
  it('are no records', () => {
    expect(headerOf('Sales of the year\nS1|C1|2024-01-05|100\nS2|C2|2024-01-06|900\nS3|C3|2024-01-06|900')).toMatchObject({
      columns: ['column_1', 'column_2', 'column_3', 'column_4'],
      taken: 1,
      line: 0,
      preamble: [['Sales of the year']],
    });
    expect(headerOf('一月销售明细\n导出人张三\nS1|2024-01-05|100\nS2|2024-01-06|900')).toMatchObject({ taken: 2, line: 0 });
  });

  it('are told from the records of baskets', () => {
    expect(headerOf('butter\nmilk|bread\nbread|milk\nmilk|tea')).toMatchObject({ taken: 0 });
  });
});
