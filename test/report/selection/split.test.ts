import { describe, expect, it } from 'vitest';
import { both } from '../../../src/lib/localized.ts';
import { RowList } from '../../../src/lib/row-list.ts';
import { split } from '../../../src/report/selection/split.ts';
import { findingsSaid } from '../../../src/report/table-findings.ts';
import type { Result, TableSection } from '../../../src/result/result.ts';
import { table } from '../../../src/views/table.ts';
import { awkward } from '../awkward-result.ts';

interface Row {
  readonly id: string;
  readonly owner: string | null;
}

const basis = both('x', 'x');
const customers = (id: string, rows: readonly Row[]): TableSection =>
  table<Row>(
    'en',
    { id, title: both(id, id) },
    {
      id: { title: both('Id', '编号'), type: 'id', basis, value: (row) => row.id },
      owner: { title: both('Owner', '负责人'), type: 'text', basis, value: (row) => row.owner },
      n: { title: both('n', 'n'), type: 'integer', basis, value: () => 1 },
    },
    rows,
  );
const facts = awkward.sections.find(({ kind }) => kind === 'facts')!;
const result: Result = {
  ...awkward,
  sections: [
    customers('at_risk', [
      { id: 'C1', owner: 'Zhou' },
      { id: 'C2', owner: null },
      { id: 'C3', owner: 'Wu' },
      { id: 'C4', owner: 'Zhou ' },
    ]),
    facts,
    table(
      'en',
      { id: 'reasons', title: both('x', 'x') },
      { reason: { title: both('x', 'x'), type: 'text', basis, value: () => 'y' } },
      [1],
    ),
    customers('watch', [
      { id: 'C5', owner: 'Li' },
      { id: 'C6', owner: 'Wu' },
    ]),
  ],
};

const idsOf = ({ sections }: Result) =>
  Object.fromEntries(sections.map((section) => [section.id, [...(section as TableSection).rows].map(({ id }) => id)]));

describe('a result split by a column', () => {
  it('is one a value, with its rows in every table that has the column; blanks are one, too', () => {
    const parts = split(result, 'owner');
    expect(parts.map((part) => [part.value, idsOf(part.result)])).toEqual([
      ['Zhou', { at_risk: ['C1', 'C4'], watch: [] }],
      [null, { at_risk: ['C2'], watch: [] }],
      ['Wu', { at_risk: ['C3'], watch: ['C6'] }],
      ['Li', { at_risk: [], watch: ['C5'] }],
    ]);
    expect(parts[0]!.result.sections.map((section) => (section as TableSection).total)).toEqual([2, 0]);
    expect(parts.map((part) => part.result.title)).toEqual(['Zhou', '(none)', 'Wu', 'Li'].map((value) => `${awkward.title} · ${value}`));
  });

  it('says nothing of the rows of others: no finding or sum, and the sentences that are made of its own', () => {
    const [part] = split(result, 'Owner');
    expect(part!.result).toMatchObject({ answer: [], findings: [], findings_in_whole: true, not_computed: [] });
    const [said] = split(result, 'Owner', (sections) => sections.map((section) => `${section.id} ${(section as TableSection).total}`));
    expect(said!.result.answer).toEqual(['at_risk 2', 'watch 0']);
    expect(part!.result.inputs[0]).toMatchObject({ file: '订单 2026.csv', rows_read: 1000, sum_read: null, sum_used: null, taken_off: {} });
    expect(part!.result.inputs.every((input) => !('amount' in input))).toBe(true);
  });

  it('keeps warnings about the method, and says that findings of the files are in the whole result', () => {
    const nowhere = { file: null, sheet: null, line: null, cell: null, column: null, value: null, message: 'x', fix: null, count: 1 };
    const method = { ...nowhere, code: 'churn-not-predictable', level: 'warning' as const };
    const others = [
      { ...method, code: 'orders-without-customer' },
      { ...method, code: 'money-left-out', money: 5 },
    ];
    const [part] = split({ ...result, findings: [...others, method] }, 'owner');
    expect(part!.result).toMatchObject({ findings: [method], findings_in_whole: true });
    expect(findingsSaid(part!.result)).toBe('0 errors, 1 warning, 0 notes · findings and sums of the files: see the whole result');
    const [bare] = split({ ...result, lang: 'zh-CN', findings: others }, 'owner');
    expect(findingsSaid(bare!.result)).toBe('文件的数据问题与金额合计见完整结果');
    const [clean] = split({ ...result, findings: [] }, 'owner');
    expect(findingsSaid(clean!.result)).toBe('no findings');
  });

  it('is refused where all rows are blank in the column, with the columns that would do; not where rows were filtered', () => {
    const blank = { ...result, sections: [customers('at_risk', [{ id: 'C1', owner: null }]), customers('watch', [])] };
    expect(() => split(blank, 'owner')).toThrow('the column owner is blank in every row');
    expect(split({ ...blank, where: ['n = 1'] }, 'owner').map(({ value }) => value)).toEqual([null]);
  });

  it('is split the same where rows are kept by column', () => {
    const cells: Readonly<Record<string, readonly string[]>> = { id: ['C1', 'C2', 'C3'], owner: ['Wu', 'Li', 'Wu'] };
    const rows = new RowList(
      [3],
      new Map(Object.entries(cells).map(([id, all]) => [id, (_: number, from: number, to: number) => all.slice(from, to)])),
    );
    const parts = split({ ...result, sections: [{ ...customers('at_risk', []), rows, total: 3 }] }, 'owner');
    expect(parts.map((part) => [part.value, idsOf(part.result)])).toEqual([
      ['Wu', { at_risk: ['C1', 'C3'] }],
      ['Li', { at_risk: ['C2'] }],
    ]);
  });

  it('has no parts without rows, and is refused by a column that is not there or has no words', () => {
    expect(split({ ...result, sections: [customers('at_risk', [])] }, 'owner')).toEqual([]);
    expect(() => split(result, 'ownr')).toThrow('there is no column "ownr"');
    expect(() => split(result, 'n')).toThrow('the column n has no words to split by');
  });
});
