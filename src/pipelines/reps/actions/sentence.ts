import { both, type Localized } from '../../../lib/localized.ts';
import { moneyText } from '../../../views/number-words.ts';
import type { RepsInput } from '../run.ts';
import { type Gathered, worthOf } from './gathered.ts';
import type { JudgedAction } from './last-review.ts';

/** How much there is to do, what that is worth together, what comes first; and how much of the last review is done. Null: nothing to say. */
export function actionsSentence({ money, rep }: RepsInput, { listed }: Gathered, judged: readonly JudgedAction[] | null): Localized | null {
  const open = listed.filter(({ state }) => state === 'open' || state === 'late');
  const parts = [
    ...(open.length === 0 ? [] : [toDo(open, worthOf(open), rep !== null, money)]),
    ...(judged === null || judged.length === 0 ? [] : [since(judged)]),
  ];
  if (parts.length === 0) return null;
  return both(parts.map(({ en }) => en).join(' '), parts.map((part) => part['zh-CN']).join(''));
}

function toDo(open: Gathered['listed'], worth: number | null, isOne: boolean, money: RepsInput['money']): Localized {
  const [first] = open;
  const amount = worth === null ? null : moneyText(worth, money);
  const together =
    amount === null
      ? both('', '')
      : both(`, expected to bring ${amount} together (each customer once)`, `，合计预期 ${amount}（同一客户只计一次）`);
  const { rep, what, about, dueOn } = first!;
  const whose = isOne || rep === '' ? [] : [rep];
  const named = both(
    [...whose, ...(about === null ? [] : [about.en])].join(', '),
    [...whose, ...(about === null ? [] : [about['zh-CN']])].join('，'),
  );
  const [day, zhDay] = dueOn === null ? ['', ''] : [` by ${dueOn}`, `（${dueOn} 前）`];
  const [n, zhN] = [open.length === 1 ? '1 action' : `${open.length} actions`, `${open.length} 项行动`];
  return both(
    `To do: ${n}${together.en}; first${day}: ${[named.en, what.en].filter(Boolean).join(': ')}.`,
    `下一步：${zhN}${together['zh-CN']}；首要${zhDay}：${[named['zh-CN'], what['zh-CN']].filter(Boolean).join('，')}。`,
  );
}

function since(judged: readonly JudgedAction[]): Localized {
  const count = (state: JudgedAction['state']): number => judged.filter((each) => each.state === state).length;
  const [done, late, open, dropped] = [count('done'), count('late'), count('open'), count('dropped')];
  const en = [
    `${done} done`,
    `${late} late`,
    ...(open > 0 ? [`${open} open`] : []),
    ...(dropped > 0 ? [`${dropped} no longer apply`] : []),
  ];
  const zh = [
    `完成 ${done} 项`,
    `逾期 ${late} 项`,
    ...(open > 0 ? [`未到期 ${open} 项`] : []),
    ...(dropped > 0 ? [`已不适用 ${dropped} 项`] : []),
  ];
  return both(
    `Of ${judged.length} actions of the last review: ${en.join(', ')}.`,
    `上次复盘的 ${judged.length} 项行动：${zh.join('，')}。`,
  );
}
