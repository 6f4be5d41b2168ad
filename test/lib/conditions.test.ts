import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAlarm, readCondition, readSorting } from '../../src/lib/conditions.ts';

const text = fc.string({ unit: 'grapheme', maxLength: 30 });
const signs = ['=', '!=', '<', '<=', '>', '>=', '~'] as const;

function quoted(value: string, quote: string): string {
  return quote + value.replaceAll(quote, quote + quote) + quote;
}

describe('readCondition', () => {
  it('reads column, operator and value, with blanks or without', () => {
    expect(readCondition('owner=Li Na')).toEqual({ column: 'owner', operator: '=', value: 'Li Na' });
    expect(readCondition(' Value at risk >= 5万 ')).toEqual({ column: 'Value at risk', operator: '>=', value: '5万' });
    expect(readCondition('note~a=b')).toEqual({ column: 'note', operator: '~', value: 'a=b' });
  });

  it.each([
    ['a==b', '='],
    ['a＝b', '='],
    ['a!=b', '!='],
    ['a！＝b', '!='],
    ['a<>b', '!='],
    ['a≠b', '!='],
    ['a≤b', '<='],
    ['a≥b', '>='],
    ['a＞b', '>'],
    ['a＜b', '<'],
    ['a～b', '~'],
  ])('%s is a condition', (written, operator) => expect(readCondition(written)).toEqual({ column: 'a', operator, value: 'b' }));

  it('takes an empty value for a blank', () => {
    expect(readCondition('owner=')).toEqual({ column: 'owner', operator: '=', value: '' });
    expect(readCondition('owner=""')).toEqual({ column: 'owner', operator: '=', value: '' });
  });

  it.each(['', 'owner', '=x', ' = x', 'owner="x', "owner='x' y", '"owner', '"owner"', 'owner!x'])('%j is none', (written) =>
    expect(readCondition(written)).toBeNull(),
  );

  it('a name and a value in quotes are taken as they are, whatever they hold', () => {
    fc.assert(
      fc.property(text, text, fc.constantFrom(...signs), fc.constantFrom('"', "'"), (column, value, operator, quote) => {
        const name = column.trim();
        fc.pre(name !== '');
        expect(readCondition(`${quoted(name, quote)}${operator}${quoted(value, quote)}`)).toEqual({ column: name, operator, value });
      }),
    );
    expect(readCondition('“负责人”=“李 娜”')).toEqual({ column: '负责人', operator: '=', value: '李 娜' });
  });

  it('never throws, and what it yields has a name', () => {
    const pieces = fc.string({
      unit: fc.constantFrom('a', ' ', '"', "'", '“', '”', '=', '!', '<', '>', '~', '＝', '%', '\n', '$', '\\'),
      maxLength: 20,
    });
    fc.assert(
      fc.property(fc.oneof(text, pieces), (written) => {
        expect(readCondition(written)?.column).not.toBe('');
      }),
    );
  });
});

describe('readSorting', () => {
  it('reads a list of columns with their directions', () => {
    expect(readSorting('owner, revenue:desc，score：ASC')).toEqual([
      { column: 'owner', descending: false },
      { column: 'revenue', descending: true },
      { column: 'score', descending: false },
    ]);
  });

  it.each(['', 'revenue,', ':desc', 'revenue:down'])('%j is none', (written) => expect(readSorting(written)).toBeNull());
});

describe('readAlarm', () => {
  it('reads newcomers, of a list or of any, and a figure with a bound', () => {
    expect(readAlarm('new')).toEqual({ kind: 'new', text: 'new', list: null });
    expect(readAlarm('new:at_risk')).toEqual({ kind: 'new', text: 'new:at_risk', list: 'at_risk' });
    expect(readAlarm('value_at_risk >= 10万')).toEqual({
      kind: 'figure',
      text: 'value_at_risk >= 10万',
      name: 'value_at_risk',
      operator: '>=',
      bound: 100_000,
    });
    expect(readAlarm('new>0')).toMatchObject({ kind: 'figure', name: 'new' });
  });

  it.each(['', 'news', 'new:', 'at_risk', 'at_risk>', 'at_risk>many', 'at_risk~3', '>0'])('takes no “%s”', (given) => {
    expect(readAlarm(given)).toBeNull();
  });
});
