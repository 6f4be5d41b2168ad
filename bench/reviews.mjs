import { command, here, node, say, warm } from './jobs.mjs';
import { measureInTurns, median } from './measure.mjs';
import { add, addTime } from './results.mjs';
import { salesForce } from './sales-force.mjs';

/** `10000000:5000`: order lines, and the reps who sold them. */
export function reviewSizes(text) {
  return text
    .split(',')
    .filter(Boolean)
    .map((size) => {
      const [lines, reps] = size.split(':').map(Number);
      if (!(lines > 0 && reps > 0)) throw new Error(`a size is LINES:REPS, not ${size}`);
      return { lines, reps };
    });
}

/** `targets track`, `targets check` and `reps` on a whole company, beside the bare query of orders by rep. Its targets run in the middle of a month. */
export async function benchReviews({ lines, reps }, rounds) {
  say(`${lines} order lines of ${reps} reps …`);
  const files = await salesForce({ lines, reps });
  for (const file of files) await warm(file);
  const on = [...files, '--as-of', '2025-12-15'];
  const jobs = [
    command('track', 'targets', 'track', ...on),
    command('check', 'targets', 'check', ...on),
    command('reps', 'reps', ...on),
    node('bare', here('duckdb-query.mjs'), files[0], 'reps'),
  ];
  const results = await measureInTurns(jobs, rounds, say);
  const bare = results.get('bare');
  const measured = { file: { lines, reps }, against: { bare } };
  add(`${lines / 1e6} M lines, ${reps.toLocaleString('en')} reps: \`targets track\``, results.get('track'), { job: 'track', ...measured });
  add('the same, `targets check`', results.get('check'), { job: 'check', ...measured });
  add('the same, `reps`', results.get('reps'), { job: 'reps', ...measured });
  add('bare DuckDB, lines → orders → months → reps', bare, { against: { bare } });
  if (bare.failure === undefined)
    addTime('of that, the query alone', median(bare.outputs.map((output) => JSON.parse(output).seconds)), bare);
}
