import type { Localized } from '../../../lib/localized.ts';
import type { Said } from '../../../views/answer.ts';
import { numberOf } from '../../../views/number-of.ts';
import { amountText, percentText } from '../../../views/number-words.ts';
import { toDo } from '../../parts/first-to-act.ts';
import { type Signal, signalText } from '../flow.ts';
import type { Advice } from './advice.ts';

const mostReps = 2;

/** The reps who are far from the others for the worse, and what to do about the first. */
export function adviceOnReps(said: Said, signals: readonly Signal[]): Advice | null {
  const far = signals.filter(({ isBad, isFar }) => isBad && isFar);
  const rows = said.rows('flow', Infinity).filter(({ rep }) => far.some((each) => each.rep === rep));
  const taken = said.rows('flow', Infinity).reduce((sum, row) => sum + (numberOf(row['taken']) ?? 0), 0);
  if (rows.length === 0) return null;
  const texts = rows.slice(0, mostReps).map((row): Localized => {
    const own = far.filter(({ rep }) => rep === row['rep']).map(signalText);
    const number = numberOf(row['taken']) ?? 0;
    const share = percentText(taken === 0 ? 0 : number / taken);
    return {
      en: `${row['rep']} took leads ${amountText(number)} times (${share} of all times): ${own.map(({ en }) => en).join(', ')}`,
      'zh-CN': `${row['rep']}取得线索 ${amountText(number)} 次（占全部次数的 ${share}）：${own.map((each) => each['zh-CN']).join('，')}`,
    };
  });
  const more = rows.length - texts.length;
  const rest: Localized =
    more > 0 ? { en: `; ${more} more in section flow`, 'zh-CN': `；另有 ${more} 人见 flow 部分` } : { en: '', 'zh-CN': '' };
  const action = rows[0]?.['action'] ?? null;
  const { rate, value } = far.find(({ rep }) => rep === rows[0]!['rep'])!;
  return {
    topic: 'reps',
    found: {
      en: `${texts.map(({ en }) => en).join('; ')}${rest.en}, more than chance`,
      'zh-CN': `${texts.map((each) => each['zh-CN']).join('；')}${rest['zh-CN']}，超出随机波动`,
    },
    todo: action === null ? null : toDo(String(action)),
    section: 'flow',
    figure: `${rate}_rate`,
    value,
    shows: 'ratio',
  };
}
