import { statSync } from 'node:fs';
import { join } from 'node:path';
import { ordersCsv, usualCustomers } from './data.mjs';
import { command, here, node, pandasJob, say, toJson, warm } from './jobs.mjs';
import { measureInTurns, median } from './measure.mjs';
import { add, addNote, addTime } from './results.mjs';
import { compareFigures } from './same-figures.mjs';

/** `10000000` or `10000000:500000`: lines, and the customers they are drawn from. */
export function sizes(text) {
  return text
    .split(',')
    .filter(Boolean)
    .map((size) => {
      const [lines, customers = usualCustomers] = size.split(':').map(Number);
      if (!(lines > 0 && customers > 0)) throw new Error(`a size is LINES or LINES:CUSTOMERS, not ${size}`);
      return { lines, customers };
    });
}

function printed(result) {
  return result.outputs.map((output) => JSON.parse(output));
}

/** `score` to the terminal's table and to JSON, beside the bare query, the same guarantees by hand, and pandas. */
export async function benchOrderLines({ lines, customers }, { rounds, scratch, pandas }) {
  say(`${lines} order lines, ${customers} customers …`);
  const file = await ordersCsv(lines, customers);
  await warm(file);
  const [scored, byHand, byPandas] = ['score.json', 'by-hand.json', 'pandas.json'].map((name) => join(scratch, name));
  const jobs = [
    command('table', 'score', file),
    toJson(command('json', 'score', file), scored),
    node('hand', here('duckdb-by-hand.mjs'), file, byHand),
    node('bare', here('duckdb-query.mjs'), file, 'orders'),
    node('simple', here('duckdb-query.mjs'), file, 'customers'),
    ...(pandas === null ? [] : [pandasJob(pandas, file, byPandas)]),
  ];
  const results = await measureInTurns(jobs, rounds, say);
  const against = Object.fromEntries(['bare', 'hand', 'pandas'].map((id) => [id, results.get(id)]));
  const complete = ['json', 'hand', 'bare'].every((id) => results.get(id).failure === undefined);
  const bare = complete ? printed(results.get('bare')) : [];
  const counted = complete ? `${bare[0].customers.toLocaleString('en')} customers` : `of ${customers.toLocaleString('en')} customers`;
  const name = `${lines / 1e6} M lines (${(statSync(file).size / 1e9).toFixed(2)} GB), ${counted}`;

  const size = { file: { lines, customers }, against };
  add(`${name}: \`score\`, table`, results.get('table'), { job: 'table', ...size });
  add('the same, JSON', results.get('json'), { job: 'json', ...size });
  add('the same guarantees by hand, JSON', against.hand, { against });
  add('bare DuckDB, lines → orders → customers', against.bare, { against });
  if (complete) addTime('of that, the query alone', median(bare.map((run) => run.seconds)), against.bare);
  add('bare DuckDB, lines → customers', results.get('simple'), { against });
  if (pandas === null) addNote('pandas', 'not there');
  else add(`pandas ${pandas.version}`, against.pandas, { against });
  if (!complete) return;
  const other = against.pandas?.failure === undefined && against.pandas ? printed(against.pandas)[0] : null;
  await compareFigures({ scored, byHand, hand: printed(against.hand)[0], bare: bare[0], pandas: other });
}
