import { both } from '../lib/localized.ts';
import type { Judgement } from '../result/judgement.ts';
import type { Column } from './columns.ts';

const beyondChance = {
  better: both('better, more than chance', '变好，超出随机波动'),
  worse: both('worse, more than chance', '变差，超出随机波动'),
  none: both('more than chance', '超出随机波动'),
} as const;

/** The verdict of a change that is more than chance. */
export function beyondChanceWords(judgement: Judgement | null) {
  return beyondChance[judgement ?? 'none'];
}

/** For programs: which way a change beyond chance is. */
export function judgementColumn<T>(value: (record: T) => Judgement | null): Column<T> {
  return {
    title: both('Better or worse', '变好或变差'),
    type: 'id',
    basis: both(
      'Of a change that is more than chance: better or worse, as the measure declares which way is favourable; blank where it declares none.',
      '仅超出随机波动的变化：better 变好、worse 变差，以指标声明的有利方向为准；指标没有有利方向的为空。',
    ),
    value,
  };
}
