import type { Localized } from '../../lib/localized.ts';
import type { ResultRow, Section } from '../../result/result.ts';
import { type Said, saidBy } from '../../views/answer.ts';
import { notSaidCode } from '../../views/not-said.ts';
import { numberOf } from '../../views/number-of.ts';
import { amountText, oneDecimal, percentText } from '../../views/number-words.ts';
import { periodWords } from '../../views/period-words.ts';
import { toDo } from '../parts/first-to-act.ts';
import type { ComparedPeriods } from '../../metrics/windows.ts';
import { type Signal, signalText } from './flow.ts';

/** How well the pool is used and whether that changed, who works it differently from the others, and what to do. */
export function poolAnswer(sections: readonly Section[], periods: ComparedPeriods | null, signals: readonly Signal[]): Localized[] {
  const said = saidBy(sections);
  return [state(said, periods), whoDiffers(said, signals), whichDiffer(said, ageOf(sections))].filter((sentence) => sentence !== null);
}

/** The leads in all, and how those of the period fare, beside the period before. */
function state(said: Said, periods: ComparedPeriods | null): Localized | null {
  const leads = said.figure('overview', 'leads') ?? 0;
  const all = said.fact('overview', 'conversion_rate_all');
  const came = said.figure('overview', 'entered') ?? 0;
  if (leads === 0) return null;
  const total: Localized = {
    en: `${amountText(leads)} leads, ${percentText(Number(all?.value ?? 0))} of them converted`,
    'zh-CN': `共 ${amountText(leads)} 条线索，已转化 ${percentText(Number(all?.value ?? 0))}`,
  };
  if (periods === null || came === 0) return { en: `${total.en}.`, 'zh-CN': `${total['zh-CN']}。` };
  const rates = new Map(said.rows('changes', Infinity).map((row) => [String(row['rate']), row]));
  const parts = ['conversion_rate', 'utilisation_rate'].flatMap((id) => rateText(id, rates.get(id)) ?? []);
  if ((said.figure('overview', 'available') ?? 0) > 0 && !rates.has('utilisation_rate')) parts.push(noContacts);
  const when = periodWords(periods.after);
  return {
    en: `${total.en}; ${when.en}: ${[`${amountText(came)} came in`, ...parts.map(({ en }) => en)].join(', ')}.`,
    'zh-CN': `${total['zh-CN']}；${when['zh-CN']}：${[`新进 ${amountText(came)} 条`, ...parts.map((each) => each['zh-CN'])].join('，')}。`,
  };
}

/** What stands in place of a share of which nobody knows how many were contacted. */
const noContacts: Localized = {
  en: 'utilisation of the pool not known for want of recorded contacts',
  'zh-CN': '公海利用率因没有跟进记录无法得出',
};

const rateNames: Readonly<Record<string, Localized>> = {
  conversion_rate: { en: 'of which converted so far', 'zh-CN': '其中已转化' },
  utilisation_rate: { en: 'utilisation of the pool', 'zh-CN': '公海利用率' },
};

/** `of which converted so far 8.9% (12.8% before, within the usual fluctuation)`. */
function rateText(id: string, row: ResultRow | undefined): Localized | null {
  const [before, after] = [numberOf(row?.['before']), numberOf(row?.['after'])];
  const name = rateNames[id];
  if (after === null || name === undefined) return null;
  const share = (value: number): string => `${oneDecimal(value * 100)}%`;
  const chance = chanceWords[String(row?.['verdict_code'])];
  const beside: Localized =
    before === null
      ? { en: '', 'zh-CN': '' }
      : { en: ` (${share(before)} before${chance?.en ?? ''})`, 'zh-CN': `（上期 ${share(before)}${chance?.['zh-CN'] ?? ''}）` };
  return { en: `${name.en} ${share(after)}${beside.en}`, 'zh-CN': `${name['zh-CN']} ${share(after)}${beside['zh-CN']}` };
}

const chanceWords: Readonly<Record<string, Localized>> = {
  more_than_chance: { en: ', more than the usual fluctuation', 'zh-CN': '，超出随机波动' },
  within_chance: { en: ', within the usual fluctuation', 'zh-CN': '，未超出随机波动' },
};

const mostReps = 2;

/** The reps who are far from the others for the worse, and what to do about the first. */
function whoDiffers(said: Said, signals: readonly Signal[]): Localized | null {
  const far = signals.filter(({ isBad, isFar }) => isBad && isFar);
  const rows = said.rows('flow', Infinity).filter(({ rep }) => far.some((each) => each.rep === rep));
  const taken = said.rows('flow', Infinity).reduce((sum, row) => sum + (numberOf(row['taken']) ?? 0), 0);
  if (rows.length === 0) return null;
  const texts = rows.slice(0, mostReps).map((row): Localized => {
    const own = far.filter(({ rep }) => rep === row['rep']).map(signalText);
    const number = numberOf(row['taken']) ?? 0;
    const share = percentText(taken === 0 ? 0 : number / taken);
    return {
      en: `${row['rep']} took ${amountText(number)} leads (${share} of all): ${own.map(({ en }) => en).join(', ')}`,
      'zh-CN': `${row['rep']}取得 ${amountText(number)} 条线索（占 ${share}）：${own.map((each) => each['zh-CN']).join('，')}`,
    };
  });
  const more = rows.length - texts.length;
  const rest: Localized =
    more > 0 ? { en: `; ${more} more in section flow`, 'zh-CN': `；另有 ${more} 人见 flow 部分` } : { en: '', 'zh-CN': '' };
  const action = rows[0]?.['action'] ?? null;
  const todo: Localized = action === null ? { en: '', 'zh-CN': '' } : toDo(String(action));
  return {
    en: `${texts.map(({ en }) => en).join('; ')}${rest.en}, more than chance. ${todo.en}`.trimEnd(),
    'zh-CN': `${texts.map((each) => each['zh-CN']).join('；')}${rest['zh-CN']}，超出随机波动。${todo['zh-CN']}`,
  };
}

/** Dimensions that a manager chooses leads by: of reps the other sentence speaks, of months nobody chooses. */
const chosenBy: ReadonlySet<string> = new Set(['source', 'batch', 'pool', 'industry', 'region', 'size']);

/** The groups of leads that most surely convert less, and more, than all others by more than chance; of one dimension. */
function whichDiffer(said: Said, age: string | null): Localized | null {
  const rows = said.rows('conversion', Infinity);
  const differing = rows
    .filter(
      (row) =>
        chosenBy.has(String(row['dimension_code'])) &&
        ['above', 'below'].includes(String(row['verdict_code'])) &&
        (row['value_code'] ?? null) !== notSaidCode,
    )
    .toSorted((one, other) => (numberOf(one['p_adjusted']) ?? 1) - (numberOf(other['p_adjusted']) ?? 1));
  const below = differing.find((row) => row['verdict_code'] === 'below');
  const dimension = (below ?? differing[0])?.['dimension_code'];
  if (dimension === undefined) return null;
  const above = differing.find((row) => row['dimension_code'] === dimension && row['verdict_code'] === 'above');
  const shares = [below, above].flatMap((row) => (row === undefined ? [] : [shareText(row, age)]));
  const todo =
    below === undefined
      ? { en: '', 'zh-CN': '' }
      : {
          en: ` To do: screen leads of ${below['value']} before they are handed out, or buy fewer.`,
          'zh-CN': `建议：${below['value']}的线索先筛选再分配，或减少投入。`,
        };
  return {
    en: `${shares.map(({ en }) => en).join('; ')}: more than chance.${todo.en}`,
    'zh-CN': `${shares.map((each) => each['zh-CN']).join('；')}，超出随机波动。${todo['zh-CN']}`,
  };
}

/** The days within which the groups are compared; null where they are compared by all that converted. */
function ageOf(sections: readonly Section[]): string | null {
  const conversion = sections.find(({ id }) => id === 'conversion');
  const column = conversion?.kind === 'table' ? conversion.columns.find(({ id }) => id === 'incidence') : undefined;
  return /\d+/.exec(column?.title ?? '')?.[0] ?? null;
}

/** `Source Search ads converts 4.7% by day 60, all others 11.9%`. */
function shareText(row: ResultRow, age: string | null): Localized {
  const share = (id: string): string => `${oneDecimal((numberOf(row[id]) ?? 0) * 100)}%`;
  const figure = numberOf(row['incidence']) === null ? 'rate' : 'incidence';
  const within: Localized =
    age === null || figure === 'rate' ? { en: ' so far', 'zh-CN': '至今' } : { en: ` by day ${age}`, 'zh-CN': ` ${age} 天内` };
  return {
    en: `${row['dimension']} ${row['value']} converts ${share(figure)}${within.en}, all others ${share('others')}`,
    'zh-CN': `${row['dimension']}“${row['value']}”${within['zh-CN']}转化 ${share(figure)}，其余 ${share('others')}`,
  };
}
