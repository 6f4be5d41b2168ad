import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CrmEvalError } from '../../../src/errors.ts';
import { readCondition, readSorting } from '../../../src/lib/conditions.ts';
import { portionSize, portionSizes, RowList } from '../../../src/lib/row-list.ts';
import { type Selection, select } from '../../../src/report/selection/select.ts';
import { unmatchedValues } from '../../../src/report/selection/unmatched.ts';
import { withOtherTitle } from '../../../src/result/other-titles.ts';
import { type Result, type ResultRow, resultSchema, type Section, type TableSection } from '../../../src/result/result.ts';
import { awkward } from '../awkward-result.ts';

const owners: TableSection = {
  id: 'owners',
  title: 'Owners',
  kind: 'table',
  place: 'detail',
  columns: [
    withOtherTitle({ id: 'owner', title: 'Owner', type: 'text', unit: null, basis: null }, '负责人'),
    { id: 'won', title: 'Won deals', type: 'integer', unit: 'deals', basis: null },
    { id: 'won_code', title: 'Won (code)', type: 'text', unit: null, basis: null, code_of: 'won' },
  ],
  rows: [
    { owner: 'Li Na', won: 10, won_code: 'x' },
    { owner: 'Zhou', won: 9, won_code: 'y' },
    { owner: null, won: 10, won_code: null },
    { owner: 'Wu', won: null, won_code: 'x' },
  ],
  total: 4,
  glance: { first: ['owner'], most: 20, below: [], hidden: ['won_code'] },
  chart: { kind: 'bars', label: 'owner', value: 'won' },
};
const result: Result = { ...awkward, sections: [...awkward.sections, owners] };

function selecting(part: { [N in keyof Selection]?: Selection[N] } = {}): Result {
  return select(result, { sections: null, columns: null, sort: [], where: [], ...part });
}

const where = (...texts: string[]): Pick<Selection, 'where'> => ({ where: texts.map((text) => readCondition(text)!) });
const sort = (text: string): Pick<Selection, 'sort'> => ({ sort: readSorting(text)! });

function refusal(part: { [N in keyof Selection]?: Selection[N] }): unknown {
  try {
    return selecting(part);
  } catch (error) {
    return error;
  }
}

/** The values of a column of the only table. */
function values({ sections }: Result, id: string): unknown[] {
  expect(sections).toHaveLength(1);
  return [...(sections[0] as TableSection).rows].map((row) => row[id]);
}

describe('rows that are selected', () => {
  it.each([
    ['owner=li na', ['Li Na']],
    ['负责人=Zhou', ['Zhou']],
    ['owner!=Zhou', ['Li Na', null, 'Wu']],
    ['owner~U', ['Zhou', 'Wu']],
    ['owner=', [null]],
    ['owner!=', ['Li Na', 'Zhou', 'Wu']],
    ['won>9', ['Li Na', null]],
    ['"Won deals"<=9', ['Zhou']],
    ['won=', ['Wu']],
    ['won!=10', ['Zhou', 'Wu']],
    ['owner~.*', []],
    [`owner="' or 1=1"`, []],
  ])('%s', (condition, expected) => expect(values(selecting({ sections: ['owners'], ...where(condition) }), 'owner')).toEqual(expected));

  it('must meet every condition', () =>
    expect(values(selecting({ sections: ['owners'], ...where('won=10', 'owner~li') }), 'owner')).toEqual(['Li Na']));

  it('are looked for by months, flags and shares', () => {
    const ids = (text: string): unknown[] => values(selecting({ sections: ['ranking'], ...where(text) }), 'customer_id');
    expect(ids('last_order_on=2026-10')).toEqual(['001', '-5']);
    expect(ids('last_order_on>2024-02')).toEqual(['001', '-5']);
    expect(ids('seen_at<2026')).toEqual(["=cmd|' /C calc'!A0"]);
    expect(ids('active=no')).toEqual(['17850']);
    expect(ids('share>=100%')).toEqual(["=cmd|' /C calc'!A0", '-5']);
    expect(ids('revenue>100万')).toEqual(['001', '-5']);
  });

  it('are counted, and said in the title; sentences of all rows are left out', () => {
    const [section] = selecting(where('owner~u')).sections;
    expect(section).toMatchObject({ id: 'owners', title: 'Owners · Owner ~ u', total: 2, place: 'answer' });
    expect(selecting(where('owner~u')).answer).toEqual([]);
    expect(selecting(sort('owner')).answer).toEqual(awkward.answer);
  });

  it('come last without a value, whichever way they are sorted', () => {
    expect(values(selecting({ sections: ['owners'], ...sort('won,owner') }), 'owner')).toEqual(['Zhou', 'Li Na', null, 'Wu']);
    expect(values(selecting({ sections: ['owners'], ...sort('won:desc,owner:desc') }), 'owner')).toEqual(['Li Na', null, 'Zhou', 'Wu']);
  });

  it('are the same of a list that is kept by column', () => {
    const count = 2 * portionSize + 5;
    const number = (row: number): number => (row * 7) % count;
    const numbers = new Map([
      [
        'n',
        (portion: number, from: number, to: number) =>
          Array.from({ length: to - from }, (_, row) => number(portion * portionSize + from + row)),
      ],
    ]);
    const column = { id: 'n', title: 'N', type: 'integer', unit: null, basis: null } as const;
    const list = { ...owners, columns: [column], rows: new RowList(portionSizes(count), numbers), total: count };
    const { sections } = select({ ...awkward, sections: [list] }, { sections: null, columns: null, ...sort('n:desc'), ...where('n>=3') });
    const rows = (sections[0] as TableSection).rows;
    expect(rows).toHaveLength(count - 3);
    expect([...rows].map(({ n }: ResultRow) => n)).toEqual(Array.from({ length: count - 3 }, (_, row) => count - 1 - row));
    expect(rows.slice(portionSize - 1, portionSize + 1).map(({ n }) => n)).toEqual([count - portionSize, count - portionSize - 1]);
  });
});

describe('columns that are selected', () => {
  const ids = (columns: readonly string[]): string[] => {
    const { sections } = selecting({ sections: ['owners'], columns });
    return (sections[0] as TableSection).columns.map(({ id }) => id);
  };

  it('stand in the order in which they are named, each once, codes as well', () => {
    expect(ids(['WON  deals', '负责人', 'won'])).toEqual(['won', 'owner']);
    expect(ids(['won_code'])).toEqual(['won_code']);
    expect(ids(['won', 'all'])).toEqual(['won', 'owner', 'won_code']);
  });

  it('are what a screen shows first, and the picture goes with its column', () => {
    const [section] = selecting({ columns: ['won', 'owner'] }).sections;
    expect(section).toMatchObject({ glance: { first: ['won', 'owner'], hidden: [] }, chart: { kind: 'bars' }, total: 4, title: 'Owners' });
    expect(selecting({ columns: ['won'] }).sections[0]).toMatchObject({ chart: null });
  });

  it('show what rows are sorted by behind the name', () => {
    const [section] = selecting(sort('won:desc')).sections;
    expect(section).toMatchObject({ title: 'Owners · Won deals descending', glance: { first: ['owner', 'won'] } });
  });
});

describe('sentences', () => {
  const counted = (sections: readonly Section[]) => sections.map((section) => `${section.id}: ${(section as TableSection).total}`);
  const asked = { sections: null, columns: null, sort: [], where: [] };

  it('are those of the rows that are left, of all tables that have the column, also of those that are not asked for', () => {
    expect(select(result, { ...asked, ...where('owner~u') }, counted).answer).toEqual(['owners: 2']);
    const both: Result = { ...result, sections: [...result.sections, { ...owners, id: 'others' }] };
    const one = select(both, { ...asked, sections: ['others'], ...where('owner=Wu') }, counted);
    expect([one.sections.map(({ id }) => id), one.answer]).toEqual([['others'], ['owners: 1', 'others: 1']]);
  });

  it('are none where nobody makes them, and stay where all rows do', () => {
    expect(selecting(where('owner=Wu')).answer).toEqual([]);
    expect(select(result, { ...asked, columns: ['owner'] }, counted).answer).toEqual(result.answer);
  });
});

describe('sections', () => {
  it('without a column that is named are left out, and facts', () => {
    expect(selecting(sort('score')).sections.map(({ id }) => id)).toEqual(['ranking']);
    expect(selecting({ columns: ['all'] }).sections).toHaveLength(result.sections.length);
  });

  it('that are asked for and lack a column are refused, as is a column that no table has, with a guess', () => {
    expect(refusal({ sections: ['owners', 'ranking'], ...where('owner=x') })).toMatchObject({ code: 'column-unknown', exit: 'usage' });
    expect(refusal({ sections: ['overview'], columns: ['owner'] })).toMatchObject({
      code: 'column-unknown',
      fix: { en: 'there is none to choose' },
    });
    expect(refusal(where('ownr=x'))).toMatchObject({ text: { en: 'there is no column "ownr"' }, fix: { en: 'did you mean owner?' } });
    expect(refusal({ columns: ['owner', 'score'] })).toMatchObject({ text: { en: 'no table has all of the columns owner, score' } });
    expect(refusal({ sections: ['ownrs'], ...where('owner=x') })).toMatchObject({ code: 'section-unknown' });
  });
});

describe('a value', () => {
  it.each(['won=many', 'won~1', 'won>', 'last_order_on=soon', 'active=maybe', 'active>yes'])('%s is refused', (text) =>
    expect(refusal(where(text))).toMatchObject({ code: 'condition-unfit', exit: 'usage' }),
  );

  it('that no row has is said with what was meant, or with what there is', () => {
    const said = (text: string): string[] => unmatchedValues(result, where(text).where).map(({ en }) => en);
    expect(said('owner=Zhuo')).toEqual(['no row has owner=Zhuo; did you mean Zhou?']);
    expect(said('owner=Somebody')).toEqual(['no row has owner=Somebody; there are: Li Na, Wu, Zhou']);
    const many = { ...owners, rows: Array.from({ length: 30 }, (_, index) => ({ owner: `${index < 2 ? '科锐' : '华星'}${index}公司` })) };
    const named = (text: string): string[] =>
      unmatchedValues({ ...result, sections: [{ ...many, total: 30 }] }, where(text).where).map(({ en }) => en);
    expect(named('owner=科锐')).toEqual(['no row has owner=科锐; perhaps 科锐0公司, 科锐1公司']);
    expect(named('owner=zzz')).toEqual(['no row has owner=zzz']);
    expect([said('owner=zhou'), said('owner=Zhou'), said('won=3'), said('owner!=Zhuo')]).toEqual([[], [], [], []]);
  });

  it('of any text ends in a Result or a usage error', () => {
    const names = fc.constantFrom('owner', 'won', 'share', 'last_order_on', 'seen_at', 'active', 'customer_id', 'x');
    const signs = fc.constantFrom('=', '!=', '<', '<=', '>', '>=', '~', '', '"');
    const texts = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom('1', '5万', '2026-10', 'yes', '', "'; drop table orders; --", '(a+)+$'),
    );
    fc.assert(
      fc.property(fc.oneof(names, fc.string()), signs, texts, (name, sign, value) => {
        const condition = readCondition(name + sign + value);
        if (condition === null) return;
        try {
          resultSchema.parse(selecting({ where: [condition] }));
        } catch (error) {
          expect(error).toBeInstanceOf(CrmEvalError);
          expect((error as CrmEvalError).exit).toBe('usage');
        }
      }),
    );
  });
});
