import { describe, expect, it } from 'vitest';
import { checkAlarms, raised } from '../../src/cli/alarms.ts';
import { type Alarm, readAlarm } from '../../src/lib/conditions.ts';
import { both } from '../../src/lib/localized.ts';
import { churnCard } from '../../src/pipelines/churn/card.ts';
import { blankResult } from '../../src/pipelines/parts/analysis-result.ts';
import { findingOf } from '../../src/result/finding.ts';
import type { Result } from '../../src/result/result.ts';
import { factsSection, type FactText } from '../../src/views/facts.ts';
import { table } from '../../src/views/table.ts';

const fact = (id: string, value: FactText['value']): FactText => ({
  id,
  title: both(id, id),
  type: 'number',
  basis: both('x', 'x'),
  value,
});
const list = (id: string, place: 'answer' | 'detail', total: number) => ({
  ...table('en', { id, title: both(id, id), place }, {}, []),
  // As of a screen that shows only some rows.
  total,
});

const result: Result = {
  ...blankResult(churnCard, 'en'),
  sections: [
    factsSection('en', { id: 'overview', title: both('x', 'x') }, [
      fact('value_at_risk', 586_565.7),
      fact('rate', null),
      fact('days', 90),
      fact('rule', 'x'),
    ]),
    factsSection('en', { id: 'model', title: both('x', 'x') }, [fact('days', 30), fact('value_at_risk', 586_565.7)]),
    list('at_risk', 'answer', 3),
    list('watch', 'answer', 17),
    list('lost', 'detail', 36),
  ],
  findings: [findingOf({ code: 'data-old', level: 'warning', count: 70, message: both('x', 'x') }, 'en')],
};
const entered = new Map([
  ['at_risk', 2],
  ['watch', 1],
  ['lost', 5],
]);

function said(conditions: string, newcomers: ReadonlyMap<string, number> | null = entered): string[] {
  const alarms = conditions.split(' ').map((text) => readAlarm(text)!);
  return raised(alarms, result, newcomers).map(({ en }) => en);
}

describe('a condition of --fail-on', () => {
  it('holds for the rows of a section or for a figure, with the number', () => {
    expect(said('at_risk>0 at_risk>3 value_at_risk>=10万 value_at_risk<100000 overview.days=90')).toEqual([
      'exit 10: --fail-on at_risk>0, and it is 3',
      'exit 10: --fail-on value_at_risk>=10万, and it is 586,565.7',
      'exit 10: --fail-on overview.days=90, and it is 90',
    ]);
  });

  it('holds for a finding by its code, as often as it is there', () => {
    expect(said('data-old>30 data-old>90 inputs-unchanged>0')).toEqual(['exit 10: --fail-on data-old>30, and it is 70']);
  });

  it('does not hold for a figure that is not known, on either side', () => {
    expect(said('rate<=0 rate>0 rate!=1')).toEqual([]);
  });

  it('is about newcomers: of a list, or of all lists of the answer; none in a first run', () => {
    expect(said('new new:at_risk new:lost')).toEqual([
      'exit 10: --fail-on new, and it is 3',
      'exit 10: --fail-on new:at_risk, and it is 2',
      'exit 10: --fail-on new:lost, and it is 5',
    ]);
    expect(said('new:at_risk', new Map([['at_risk', 0]]))).toEqual([]);
    expect(said('new new:at_risk', null)).toEqual([]);
  });

  it('is refused where the name is none of the result, or one of several', () => {
    expect(() => said('at_rsk>0')).toThrow('there is no list or figure "at_rsk"');
    expect(() => said('rule>0')).toThrow('there is no list or figure "rule"');
    expect(() => said('days>0')).toThrow('several sections have the figure days');
  });

  it('is refused before any work where newcomers are of no list, or against nothing', () => {
    const check = (text: string, since?: string) => () =>
      checkAlarms({ card: churnCard, flags: { failOn: [readAlarm(text) as Alarm], ...(since === undefined ? {} : { since }) } });
    expect(check('new:at_rsk', 'last.json')).toThrow('there is no list or figure "at_rsk"');
    expect(check('new')).toThrow('--fail-on cannot be "new"');
    expect(check('new:lost', 'last.json')).not.toThrow();
    expect(check('anything>1')).not.toThrow();
  });
});
