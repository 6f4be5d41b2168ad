import type { Localized } from '../../lib/localized.ts';
import type { ResultRow, Section } from '../../result/result.ts';
import { type Said, saidBy } from '../../views/answer.ts';
import { numberOf } from '../../views/number-of.ts';
import { amountText, percentText } from '../../views/number-words.ts';
import { periodWords } from '../../views/period-words.ts';
import { toDo } from '../parts/first-to-act.ts';
import type { ComparedPeriods } from '../../metrics/windows.ts';
import { groupsText, oppositeOf, strongest } from './differing-groups.ts';
import { type Signal, signalText } from './flow.ts';
import { differs, dimensionTitles } from './group-words.ts';
import { rateText } from './rate-text.ts';

/** What the answer is made of. */
export interface PoolFigures {
  readonly sections: readonly Section[];
  readonly periods: ComparedPeriods | null;
  readonly signals: readonly Signal[];
  /** Groups of leads in the order of their section. */
  readonly groups: readonly ResultRow[];
}

/** How well the pool is used and whether that changed, who works it differently from the others, and what to do. */
export function poolAnswer({ sections, periods, signals, groups }: PoolFigures): Localized[] {
  const said = saidBy(sections);
  return [state(said, periods), whoDiffers(said, signals), whichDiffer(groups)].filter((sentence) => sentence !== null);
}

/** The leads in all, and how those of the period fare, beside the period before. */
function state(said: Said, periods: ComparedPeriods | null): Localized | null {
  const leads = said.figure('overview', 'leads') ?? 0;
  const all = said.fact('overview', 'conversion_rate_all');
  const came = said.figure('overview', 'entered') ?? 0;
  if (leads === 0) return null;
  const share = numberOf(all?.value);
  const total: Localized = {
    en: `${amountText(leads)} leads, ${share === null ? 'none of them on record as converted' : `${percentText(share)} of them converted`}`,
    'zh-CN': `共 ${amountText(leads)} 条线索，${share === null ? '没有转化记录' : `已转化 ${percentText(share)}`}`,
  };
  if (periods === null || came === 0) return { en: `${total.en}.`, 'zh-CN': `${total['zh-CN']}。` };
  const rates = new Map(said.rows('changes', Infinity).map((row) => [String(row['rate']), row]));
  const parts = ['conversion_rate', 'utilisation_rate'].flatMap((id) => changeText(id, rates.get(id)) ?? []);
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
function changeText(id: string, row: ResultRow | undefined): Localized | null {
  const [before, after] = [numberOf(row?.['before']), numberOf(row?.['after'])];
  const name = rateNames[id];
  if (after === null || name === undefined) return null;
  const chance = chanceWords[String(row?.['verdict_code'])];
  const beside: Localized =
    before === null
      ? { en: '', 'zh-CN': '' }
      : { en: ` (${rateText(before)} before${chance?.en ?? ''})`, 'zh-CN': `（上期 ${rateText(before)}${chance?.['zh-CN'] ?? ''}）` };
  return { en: `${name.en} ${rateText(after)}${beside.en}`, 'zh-CN': `${name['zh-CN']} ${rateText(after)}${beside['zh-CN']}` };
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

/** The group of leads that most surely converts less than all others, else more, by more than chance, and the one of its dimension that differs the other way. */
function whichDiffer(groups: readonly ResultRow[]): Localized | null {
  const chosen = groups.filter(({ dimension, value }) => chosenBy.has(String(dimension)) && value !== '');
  const differing = chosen.filter(differs);
  const first = strongest(differing.filter(isBelow)) ?? strongest(differing);
  if (first === undefined) return null;
  const opposite = oppositeOf(first, chosen);
  const named = [first, ...(opposite === undefined ? [] : [opposite])];
  const [said, title] = [groupsText(named), dimensionTitles[String(first['dimension'])]!];
  const below = named.find(isBelow);
  const todo: Localized =
    below === undefined
      ? { en: '', 'zh-CN': '' }
      : {
          en: ` To do: screen leads of ${below['value']} before they are handed out, or buy fewer.`,
          'zh-CN': `建议：${below['value']}的线索先筛选再分配，或减少投入。`,
        };
  return {
    en: `${title.en} ${said.en}: more than chance.${todo.en}`,
    'zh-CN': `${title['zh-CN']}${said['zh-CN']}，超出随机波动。${todo['zh-CN']}`,
  };
}

function isBelow({ verdict }: ResultRow): boolean {
  return verdict === 'below';
}
