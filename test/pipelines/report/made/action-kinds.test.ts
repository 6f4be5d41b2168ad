import { describe, expect, it } from 'vitest';
import { actionKindsSection } from '../../../../src/pipelines/report/made/action-kinds.ts';
import { resultOf, runsOf, section } from '../parts.ts';

const action = (code: string, about: string | null, rep: string, due: string, value: number | null) => ({
  action: `do ${code}`,
  action_code: code,
  about,
  rep,
  due_on: due,
  expected_value: value,
  why: `why ${about}`,
  estimate: `as ${about}`,
});

const actions = section('actions', [
  action('call', '海鸥科技有限公司', 'Ann', '2026-11-06', null),
  action('deal', 'Beta Ltd', 'Bob', '2026-11-04', 20),
  action('deal', 'Alpha Ltd', 'Ann', '2026-11-06', 100),
  action('deal', 'Gamma', 'Ann', '2026-11-03', null),
  action('deal', 'Delta', 'Cid', '2026-11-06', 10),
  action('leads', null, 'Bob', '2026-11-03', 40),
]);

describe('actions by kind', () => {
  const kinds = actionKindsSection(runsOf(resultOf('reps', [actions])), 'en');

  it('have how many they are, the largest of them, whose, the first day and the sum of what is known', () => {
    expect(kinds?.title).toBe('What to do: 6 actions of 3 kinds, the largest expected value first');
    expect([...(kinds?.rows ?? [])]).toEqual([
      {
        action: 'do deal',
        action_code: 'deal',
        actions: 4,
        about: 'Alpha, Beta and 2 more',
        rep: 'Ann, Bob and 1 more',
        due_on: '2026-11-03',
        expected_value: 130,
        why: 'Alpha: why Alpha Ltd',
        estimate: 'such as: as Alpha Ltd',
      },
      {
        action: 'do leads',
        action_code: 'leads',
        actions: 1,
        about: null,
        rep: 'Bob',
        due_on: '2026-11-03',
        expected_value: 40,
        why: 'why null',
        estimate: 'as null',
      },
      {
        action: 'do call',
        action_code: 'call',
        actions: 1,
        about: '海鸥科技',
        rep: 'Ann',
        due_on: '2026-11-06',
        expected_value: null,
        why: 'why 海鸥科技有限公司',
        estimate: 'as 海鸥科技有限公司',
      },
    ]);
  });

  it('are none where there is nothing to do', () => {
    expect(actionKindsSection(runsOf(), 'en')).toBeNull();
    expect(actionKindsSection(runsOf(resultOf('reps', [section('actions', [])])), 'en')).toBeNull();
  });
});
