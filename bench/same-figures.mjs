import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { say } from './jobs.mjs';
import { fail } from './results.mjs';

/** Texts that the script by hand does not write. */
const leftOut = new Set(['lifts', 'drags']);

const accounts = ['rows_read', 'rows_used', 'rows_set_aside', 'rows_rejected', 'sum_read', 'sum_used', 'sha256'];

/** The lines of a JSON file that hold one customer, or one file that was read, each; both writers put an object on a line. */
async function* objects(path, first) {
  for await (const line of createInterface({ input: createReadStream(path), crlfDelay: Infinity })) {
    const text = line.trim();
    if (text.startsWith(`{"${first}":`)) yield JSON.parse(text.replace(/,$/, ''));
  }
}

/** Numbers may differ in what the order of sums leaves in the last digits. */
function same(one, other) {
  if (typeof one !== 'number' || typeof other !== 'number') return one === other;
  return Math.abs(one - other) <= 1e-9 * Math.max(Math.abs(one), Math.abs(other));
}

/** Compares every column of every customer: both files are in the order of the ranking. Returns customers and revenue, and what differs. */
async function compareRankings(scored, byHand) {
  const others = objects(byHand, 'rank');
  const differing = new Map();
  let [customers, cents, columns, wrong] = [0, 0, 0, 0];
  for await (const row of objects(scored, 'rank')) {
    const other = (await others.next()).value ?? {};
    const names = Object.keys({ ...row, ...other }).filter((name) => !leftOut.has(name));
    const unlike = names.filter((name) => !same(row[name], other[name]));
    for (const name of unlike) differing.set(name, (differing.get(name) ?? 0) + 1);
    columns = Math.max(columns, names.length);
    customers += row.revenue === null ? 0 : 1;
    cents += Math.round((row.revenue ?? 0) * 100);
    wrong += unlike.length > 0 ? 1 : 0;
  }
  let more = 0;
  for await (const row of others) more += row === undefined ? 0 : 1;
  if (more > 0) differing.set('customer_id', (differing.get('customer_id') ?? 0) + more);
  return { customers, revenue: cents / 100, columns, wrong: wrong + more, differing };
}

/** All must have done the same job: the same customers and revenue to the cent everywhere, by hand also every figure of every customer. */
export async function compareFigures({ scored, byHand, hand, bare, pandas }) {
  const { customers, revenue, columns, wrong, differing } = await compareRankings(scored, byHand);
  say(`score:      ${customers} customers, revenue ${revenue}`);
  for (const [name, found] of Object.entries({ 'bare query': bare, 'by hand': hand, pandas })) {
    if (found === null) continue;
    const agrees = found.customers === customers && Math.abs(found.revenue - revenue) < 0.01;
    const text = `${`${name}:`.padEnd(11)} ${found.customers} customers, revenue ${found.revenue}`;
    if (agrees) say(text);
    else fail(`${text}: NOT THE SAME`);
  }
  const how = [...differing].map(([column, count]) => `${column} ${count}`).join(', ');
  if (wrong === 0) say(`by hand: ${columns} columns of all customers are the same; left out: ${[...leftOut].join(', ')}`);
  else fail(`by hand: ${wrong} customers DIFFER: ${how}`);
  const account = (await objects(scored, 'role').next()).value;
  const unlike = accounts.filter((name) => !same(name === 'sha256' ? hand[name] : Number(hand[name]), account[name]));
  if (unlike.length > 0) fail(`by hand: the account of the lines DIFFERS: ${unlike.join(', ')}`);
  else say('by hand: the account of the lines and the hash of the file are the same');
}
