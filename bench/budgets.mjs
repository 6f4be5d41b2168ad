import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ordersCsv } from './data.mjs';
import { command, here, say, toJson, warm } from './jobs.mjs';
import { measureInTurns } from './measure.mjs';
import { fail, fixed, markdown } from './results.mjs';

/** What each command that reads orders may take, in CPU seconds a million lines: bench/budgets.json. */

const page = here('budgets.json');

/** The size the budgets are for: at another one the start of the program weighs more, or less. */
const budgetedLines = 1_000_000;

/** How much more than it took when the budget was set a command may take. */
const headroom = 1.25;

const commands = {
  score: (file) => ['score', file],
  'score --format json': (file) => ['score', file],
  'score --clv': (file) => ['score', file, '--clv'],
  explain: (file) => ['explain', 'C000001', file],
  churn: (file) => ['churn', file],
  backtest: (file) => ['backtest', file],
  cohorts: (file) => ['cohorts', file],
  compare: (file) => ['compare', file],
  check: (file) => ['check', file],
  inspect: (file) => ['inspect', file],
};

/** Runs every command and says which keeps its budget: CPU seconds a million lines by command, and the table. */
export async function benchBudgets({ lines, rounds }, scratch) {
  say(`budgets, ${lines} order lines …`);
  const file = await ordersCsv(lines);
  await warm(file);
  const jobs = Object.entries(commands).map(([id, args]) => {
    const job = command(id, ...args(file));
    return id.endsWith('json') ? toJson(job, join(scratch, 'result.json')) : job;
  });
  const results = await measureInTurns(jobs, rounds, say);
  const { seconds: budgets } = JSON.parse(readFileSync(page, 'utf8'));
  const measured = {};
  const rows = jobs.map(({ id }) => {
    const { cpu, failure } = results.get(id);
    if (failure !== undefined) fail(`${id} failed`);
    else measured[id] = cpu / (lines / 1e6);
    return [`\`${id}\``, fixed(measured[id], 2), fixed(budgets[id], 2), failure ?? verdict(measured[id], budgets[id], lines)];
  });
  return { measured, table: `${markdown(['command', 'CPU s a million lines', 'budget', 'kept'], rows)}\n` };
}

function verdict(seconds, budget, lines) {
  if (lines !== budgetedLines) return `not judged: budgets are for ${budgetedLines.toLocaleString('en')} lines`;
  if (seconds <= budget) return 'met';
  process.exitCode = 1;
  return budget === undefined ? 'MISSED: it has none' : 'MISSED';
}

/** Sets every budget anew. */
export function writeBudgets(measured, { lines, rounds }, { date, machine }) {
  if (lines !== budgetedLines) throw new Error(`budgets are set on ${budgetedLines} lines, not on ${lines}`);
  if (Object.keys(measured).length < Object.keys(commands).length) throw new Error('a command failed: no budget is set');
  const seconds = Object.fromEntries(Object.entries(measured).map(([id, value]) => [id, Math.ceil(value * headroom * 10) / 10]));
  const text = {
    about: `CPU seconds (user and system, all threads) a million order lines, on the made-up file of a million: ${headroom} × what was measured, rounded up to a tenth. Written by npm run bench -- --only budgets --write-budgets.`,
    measured: `${date}, ${rounds === 1 ? 'one run' : `median of ${rounds}`} each: ${machine}`,
    headroom,
    seconds,
  };
  writeFileSync(page, `${JSON.stringify(text, null, 2)}\n`);
}
