import { daysBetween, type IsoDate } from '../../lib/dates.ts';
import { both, type Localized } from '../../lib/localized.ts';
import type { ResultRow } from '../../result/result.ts';
import { numberOf } from '../../views/number-of.ts';
import { amountText } from '../../views/number-words.ts';

export const outcomeWords: Readonly<Record<string, Localized>> = {
  converted: both('converted', '已转化'),
  lost: both('lost', '已流失或无效'),
  open: both('open', '未决'),
};

export const takenWords: Readonly<Record<string, Localized>> = { claim: both('claimed', '领取'), assign: both('assigned', '分配') };

/** Where a lead stands, what was tried, and what to do next. */
export function leadAnswer(course: ResultRow, spells: readonly ResultRow[], asOf: IsoDate | null): Localized {
  const name = course['lead'] === null ? String(course['lead_id']) : `${course['lead']} (${course['lead_id']})`;
  const parts = [standing(course), tried(course, spells), silence(course, asOf)].filter((part) => part !== null);
  const todo = next(course, asOf);
  return {
    en: `${name} is ${parts.map(({ en }) => en).join(', ')}.${todo === null ? '' : ` To do: ${todo.en}.`}`,
    'zh-CN': `${name}：${parts.map((part) => part['zh-CN']).join('，')}。${todo === null ? '' : `建议：${todo['zh-CN']}。`}`,
  };
}

function standing({ outcome, owner, age_days: age, invalid }: ResultRow): Localized {
  const days = numberOf(age);
  const after: Localized = days === null ? both('', '') : both(` after ${amountText(days)} days`, `，历时 ${amountText(days)} 天`);
  if (outcome === 'converted') return both(`converted${after.en}`, `已转化${after['zh-CN']}`);
  if (outcome === 'lost')
    return invalid === true ? both(`invalid${after.en}`, `无效${after['zh-CN']}`) : both(`lost${after.en}`, `已流失${after['zh-CN']}`);
  const since: Localized =
    days === null ? both('open', '未决') : both(`open for ${amountText(days)} days`, `进入 ${amountText(days)} 天，未决`);
  return owner === null
    ? both(`${since.en} and in the pool`, `${since['zh-CN']}，在公海中`)
    : both(`${since.en} with ${owner}`, `${since['zh-CN']}，由${owner}持有`);
}

function tried({ claims, comebacks, contacts }: ResultRow, spells: readonly ResultRow[]): Localized | null {
  const [taken, back, called] = [numberOf(claims) ?? spells.length, numberOf(comebacks), numberOf(contacts)];
  const parts: Localized[] = [];
  if (taken > 0) parts.push(both(`taken ${times(taken)}`, `被取得 ${taken} 次`));
  if (back !== null && back > 0) parts.push(both(`back in the pool ${times(back)}`, `回到公海 ${back} 次`));
  if (called !== null)
    parts.push(called === 0 ? both('never contacted', '从未跟进') : both(`contacted ${times(called)}`, `跟进 ${called} 次`));
  if (parts.length === 0) return null;
  return { en: parts.map(({ en }) => en).join(', '), 'zh-CN': parts.map((part) => part['zh-CN']).join('，') };
}

function times(n: number): string {
  return n === 1 ? 'once' : n === 2 ? 'twice' : `${amountText(n)} times`;
}

function silence({ outcome, last_contact_at: last }: ResultRow, asOf: IsoDate | null): Localized | null {
  if (outcome !== 'open' || last === null || last === undefined || asOf === null) return null;
  const days = daysBetween(String(last).slice(0, 10), asOf);
  return both(`last ${amountText(days)} days ago`, `最近一次在 ${amountText(days)} 天前`);
}

/** Leads that came back as often are worth another way of contact rather than another claim. */
const oftenBack = 3;

function next({ outcome, owner, contacts, comebacks, next_contact_at: planned }: ResultRow, asOf: IsoDate | null): Localized | null {
  if (outcome !== 'open') return null;
  const due = planned === null || planned === undefined ? null : String(planned).slice(0, 10);
  if (owner !== null && due !== null && asOf !== null && due <= asOf)
    return both(`make the contact that was planned for ${due}`, `完成原定 ${due} 的跟进`);
  if (owner !== null && (numberOf(contacts) ?? 0) === 0) return both('contact it, or give it back to the pool', '尽快跟进，否则退回公海');
  if (owner !== null) return due === null ? both('plan the next contact', '安排下一次跟进') : null;
  return (numberOf(comebacks) ?? 0) >= oftenBack
    ? both('take it out of the pool or nurture it by campaign: several reps have tried', '多位销售已跟进过：移出公海，或转为活动培育')
    : both('hand it to a rep who has room for it', '分配给尚有余量的销售');
}
