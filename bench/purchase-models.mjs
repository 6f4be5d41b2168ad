import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadSource } from './load-source.mjs';

const [{ bgNbd }, { fitPurchases }, { groupHistories }, { mbgNbd }, { paretoNbd }] = await loadSource([
  'stats/purchases/bg-nbd.ts',
  'stats/purchases/fit.ts',
  'stats/purchases/history.ts',
  'stats/purchases/mbg-nbd.ts',
  'stats/purchases/pareto-nbd.ts',
]);

/**
 * How long the purchase models take on all customers of CDNOW (weeks, up to 1997-09-30), and on twice and four times as many: the copies
 * are a day older each, so that their histories are new. Needs the reference data (`CRM_EVAL_DATA`). CPU seconds, best of three.
 */
const data = process.env.CRM_EVAL_DATA;
if (data === undefined) throw new Error('CRM_EVAL_DATA names the folder of the reference data');
const day = (text) => Date.UTC(Number(text.slice(0, 4)), Number(text.slice(4, 6)) - 1, Number(text.slice(6))) / 86_400_000;
const end = day('19970930');

const purchases = new Map();
for (const line of readFileSync(join(data, 'reference/CDNOW_master.txt'), 'utf8').split(/\r?\n/).slice(1)) {
  const [customer, date] = line.trim().split(/\s+/);
  if (date === undefined || day(date) > end) continue;
  purchases.set(customer, (purchases.get(customer) ?? new Set()).add(day(date)));
}
const customers = [...purchases.values()].map((days) => ({
  x: days.size - 1,
  recency: Math.max(...days) - Math.min(...days),
  age: end - Math.min(...days),
}));

function seconds(model, groups) {
  const times = [1, 2, 3].map(() => {
    const begun = process.cpuUsage();
    fitPurchases(model, groups);
    const { user, system } = process.cpuUsage(begun);
    return (user + system) / 1e6;
  });
  return Math.min(...times).toFixed(2);
}

console.log('| customers | histories | BG/NBD s | MBG/NBD s | Pareto/NBD s |');
console.log('| ---: | ---: | ---: | ---: | ---: |');
for (const copies of [1, 2, 4]) {
  const rows = Array.from({ length: copies }, (_, copy) =>
    customers.map(({ x, recency, age }) => ({ x, recency: recency / 7, age: (age + copy) / 7 })),
  ).flat();
  const { groups } = groupHistories(rows);
  console.log(`| ${rows.length} | ${groups.length} | ${[bgNbd, mbgNbd, paretoNbd].map((model) => seconds(model, groups)).join(' | ')} |`);
}
