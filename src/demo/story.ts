import type { Lang, Localized } from '../lib/localized.ts';
import type { BuyerKind } from './buying.ts';
import { demoHistory, demoSeed } from './company.ts';
import type { DemoHistory } from './company.ts';
import type { Customer } from './customers.ts';
import { hoarder } from './people.ts';
import { categories } from './products.ts';
import { words } from './table.ts';

/** One thing planted in the demo, and the command that shows it. */
interface StoryPoint {
  readonly text: (history: DemoHistory) => Localized;
  readonly command: (history: DemoHistory) => string;
}

function the(history: DemoHistory, kind: BuyerKind): Customer {
  return history.customers.find(({ buying }) => buying.kind === kind)!;
}

function named({ id, company }: Customer): Localized {
  return words(`${id} ${company.name['zh-CN']}`, `${id} ${company.name.en}`);
}

const points: readonly StoryPoint[] = [
  {
    text: (history) => {
      const customer = named(the(history, 'fading'));
      return words(
        `重点客户正在流失：${customer['zh-CN']}，2026 年 2 月起订单变少变小，8 月后再无订单，且有未关闭的投诉`,
        `A key account is fading: ${customer.en}; orders rarer and smaller since February 2026, none since August, complaints still open`,
      );
    },
    command: (history) => `crm-eval explain ${the(history, 'fading').id} customers.csv orders.csv`,
  },
  {
    text: (history) => {
      const customer = named(the(history, 'rising'));
      return words(
        `快速增长：${customer['zh-CN']}，最近两个季度采购额大幅上升`,
        `A customer is growing: ${customer.en} buys far more in the last two quarters`,
      );
    },
    command: () => 'crm-eval score customers.csv orders.csv',
  },
  {
    text: () =>
      words(
        `囤积线索：${hoarder.name['zh-CN']} 从各公海大量领取，跟进迟或不跟进，转化率最低，线索屡被回收`,
        `A rep hoards leads: ${hoarder.name.en} claims from every pool, calls late or never, converts least and has leads recycled`,
      ),
    command: () => 'crm-eval inspect pool_events.csv',
  },
  {
    text: () =>
      words(
        `季节性产品：${categories.climate['zh-CN']} 每年 11 月至次年 1 月的月均销售额是其他月份的 3–4 倍`,
        `A seasonal product: ${categories.climate.en} sells 3 to 4 times as much a month from November to January`,
      ),
    command: () => 'crm-eval inspect orders.csv',
  },
  {
    text: () =>
      words(
        '满意度短板：“售后支持”评分明显最低，并且逐年下降',
        'A bad survey dimension: after-sales support scores clearly lowest, and is falling',
      ),
    command: () => 'crm-eval inspect feedback.csv',
  },
];

/** What is planted in the demo, a line each: the point, and the command (run in the demo's folder) that shows it. */
export function demoStory(lang: Lang, seed: number = demoSeed): string[] {
  const history = demoHistory(seed);
  return points.map(({ text, command }) => `${text(history)[lang]} → ${command(history)}`);
}
