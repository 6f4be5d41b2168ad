import type { Lang, Localized } from '../../src/lib/localized.ts';
import type { BuyerKind } from './buying.ts';
import { dateOf } from './calendar.ts';
import { demoHistory, demoSeed } from './company.ts';
import type { DemoHistory } from './company.ts';
import type { Customer } from './customers.ts';
import { hoarder, planBeater } from './people.ts';
import { categories } from './products.ts';
import { words } from './table.ts';

/** One thing planted in the demo, and the command that shows it; null where no report does. */
interface StoryPoint {
  /** `names` is the language of the files, whose names it gives. */
  readonly text: (history: DemoHistory, names: Lang) => Localized;
  readonly command: ((history: DemoHistory) => string) | null;
}

function the(history: DemoHistory, kind: BuyerKind): Customer {
  return history.customers.find(({ buying }) => buying.kind === kind)!;
}

function lastOrderOn({ orders }: DemoHistory, customer: Customer): string {
  return dateOf(orders.findLast((order) => order.customer.id === customer.id && order.status === 'completed')!.day);
}

const points: readonly StoryPoint[] = [
  {
    text: (history, names) => {
      const customer = the(history, 'fading');
      const name = `${customer.id} ${customer.company.name[names]}`;
      const last = lastOrderOn(history, customer);
      return words(
        `重点客户正在流失：${name}，2026 年 2 月起订单变少变小，最近一笔已完成订单在 ${last}，且有未关闭的投诉`,
        `A key account is fading: ${name}; orders rarer and smaller since February 2026, the last completed one on ${last}, complaints still open`,
      );
    },
    command: () => 'crm-eval churn customers.csv orders.csv feedback.csv activities.csv',
  },
  {
    text: (history, names) => {
      const customer = the(history, 'rising');
      const name = `${customer.id} ${customer.company.name[names]}`;
      return words(
        `快速增长：${name}，最近两个季度采购额大幅上升`,
        `A customer is growing: ${name} buys far more in the last two quarters`,
      );
    },
    command: () => 'crm-eval score customers.csv orders.csv',
  },
  {
    text: (_, names) =>
      words(
        `囤积线索：${hoarder.name[names]} 从各公海大量领取，跟进迟或不跟进，转化率最低，线索屡被回收`,
        `A rep hoards leads: ${hoarder.name[names]} claims from every pool, calls late or never, converts least and has leads recycled`,
      ),
    command: null,
  },
  {
    text: (_, names) =>
      words(
        `季节性产品：${categories.climate[names]} 每年 11 月至次年 1 月的月均销售额是其他月份的 3–4 倍`,
        `A seasonal product: ${categories.climate[names]} sells 3 to 4 times as much a month from November to January`,
      ),
    command: () => 'crm-eval targets track targets.csv orders.csv',
  },
  {
    text: (_, names) =>
      words(
        `达标但老客户在减购：${planBeater.name[names]} 2026 年目标超额完成，靠的是新客户；上年老客户近 12 个月的采购额少了两成多`,
        `Over target while the book shrinks: ${planBeater.name[names]} beats the plan of 2026 thanks to new customers; those of the year before bought over a fifth less in the last twelve months`,
      ),
    command: () => 'crm-eval targets track targets.csv customers.csv orders.csv reps.csv',
  },
  {
    text: () =>
      words(
        '满意度短板：“售后支持”评分明显最低，并且逐年下降',
        'A bad survey dimension: after-sales support scores clearly lowest, and is falling',
      ),
    command: () => 'crm-eval satisfaction feedback.csv customers.csv orders.csv',
  },
];

/**
 * What is planted in the demo, a line each: the point in `lang`, with names as files in `names` have them, and the command (run in the
 * demo's folder) that shows it, where one does.
 */
export function demoStory({ lang, names, seed = demoSeed }: { lang: Lang; names: Lang; seed?: number }): string[] {
  const history = demoHistory(seed);
  return points.map(({ text, command }) => {
    const point = text(history, names)[lang];
    return command === null ? point : `${point} → ${command(history)}`;
  });
}
