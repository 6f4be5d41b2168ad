import { spawnSync } from 'node:child_process';
import { cpus, loadavg, totalmem } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { version as duckDbVersion } from '@duckdb/node-api';
import { benchBudgets, writeBudgets } from './budgets.mjs';
import { ordersCsv, ordersXlsx, poolCsv } from './data.mjs';
import { cli, command, findPandas, here, node, say, scratchFolder, toJson, warm } from './jobs.mjs';
import { measureInTurns } from './measure.mjs';
import { benchOrderLines, sizes } from './order-lines.mjs';
import { benchReport } from './report.mjs';
import { add, takeTable, writeInReadme } from './results.mjs';
import { benchReviews, reviewSizes } from './reviews.mjs';

const usage = `npm run bench -- [options]
  --only PARTS        of lines,lists,reviews,report,xlsx,pool,help,budgets; default: all
  --lines SIZES       LINES or LINES:CUSTOMERS; default: 1000000,10000000,10000000:500000
  --reviews SIZES     LINES:REPS; default: 1000000:5000,10000000:5000
  --xlsx-rows N       default: 200000
  --leads N           of the lead pool, with ten events each; default: 2000000
  --rounds N          of the lines, the reviews, the report, the workbook and the pool; default: 3
  --help-rounds N     of --help and bare Node; default: 21
  --budget-lines N    default: 1000000, for which the budgets are
  --budget-rounds N   of the commands that have a budget; default: 1
  --write             writes the tables into bench/README.md
  --write-budgets     writes bench/budgets.json anew from what was measured
  --date YYYY-MM-DD   of the measurement; default: that of the last commit
  CRM_EVAL_PYTHON names the Python that has pandas; default: python3`;

const { values: options } = parseArgs({
  options: {
    only: { type: 'string', default: 'lines,lists,reviews,report,xlsx,pool,help,budgets' },
    lines: { type: 'string', default: '1000000,10000000,10000000:500000' },
    reviews: { type: 'string', default: '1000000:5000,10000000:5000' },
    'xlsx-rows': { type: 'string', default: '200000' },
    leads: { type: 'string', default: '2000000' },
    rounds: { type: 'string', default: '3' },
    'help-rounds': { type: 'string', default: '21' },
    'budget-lines': { type: 'string', default: '1000000' },
    'budget-rounds': { type: 'string', default: '1' },
    date: { type: 'string' },
    write: { type: 'boolean', default: false },
    'write-budgets': { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});
if (options.help) {
  console.log(usage);
  process.exit(0);
}

const scratch = scratchFolder();
const load = loadavg()[0];
const rounds = Number(options.rounds);
const pandas = options.only.includes('lines') ? findPandas() : null;

async function benchXlsx(count) {
  say(`${count} rows of xlsx …`);
  const file = await ordersXlsx(count);
  await warm(file);
  const jobs = [
    toJson(command('score', 'score', file), join(scratch, 'score.json')),
    toJson(command('inspect', 'inspect', file), join(scratch, 'inspect.json')),
    node('exceljs', here('exceljs-read.mjs'), file),
  ];
  const results = await measureInTurns(jobs, rounds, say);
  const against = { bare: results.get('exceljs') };
  add(`xlsx, ${count.toLocaleString('en')} × 12: \`score\`, JSON`, results.get('score'), {
    job: 'workbook',
    file: { rows: count },
    against,
  });
  add('the same, `inspect`', results.get('inspect'), { against });
  add("exceljs' bare streaming read", against.bare, { against });
}

/** `score` of 101,006 customers, all of them written. */
async function benchLists() {
  const size = { lines: 1_200_000, customers: 300_000 };
  const file = await ordersCsv(size.lines, size.customers);
  await warm(file);
  say('lists of 101,006 customers …');
  const jobs = ['xlsx', 'csv', 'html'].map((format) =>
    command(format, 'score', file, '--format', format, '--out', join(scratch, `list.${format}`), '--force'),
  );
  const results = await measureInTurns(jobs, rounds, say);
  add('1.2 M lines, 101,006 customers: `score`, workbook', results.get('xlsx'), { job: 'long list', file: size });
  for (const format of ['csv', 'html']) add(`the same, ${format}`, results.get(format), { job: 'long list', file: size });
}

async function benchPool(leads) {
  const files = await poolCsv(leads);
  for (const file of files) await warm(file);
  say(`pool, ${leads} leads …`);
  const results = await measureInTurns([command('pool', 'pool', ...files)], rounds, say);
  add(`\`pool\`, ${leads.toLocaleString('en')} leads, ${(leads * 10).toLocaleString('en')} events`, results.get('pool'), {
    job: 'pool',
    file: { leads },
  });
}

async function benchHelp(count) {
  say(`--help, ${count} times …`);
  const results = await measureInTurns([node('help', cli, '--help'), node('node', '-e', '')], count, () => {});
  const [help, bare] = [results.get('help'), results.get('node')];
  add(`\`--help\`, median of ${count}`, help, { job: 'help', against: { bare }, over: bare, digits: 3 });
  add(`bare Node, median of ${count}`, bare, { against: { bare }, digits: 3 });
}

/** When and on what; other programs at work show in the load. */
function circumstances() {
  const date =
    options.date ??
    (spawnSync('git', ['log', '-1', '--format=%cs'], { cwd: here('..'), encoding: 'utf8' }).stdout.trim() || 'date unknown');
  const machine = `${cpus().length} × ${cpus()[0]?.model.trim() ?? 'unknown'}, ${Math.round(totalmem() / 2 ** 30)} GiB`;
  const versions = `Node ${process.versions.node}, DuckDB ${duckDbVersion()}${pandas === null ? '' : `, pandas ${pandas.version}`}`;
  return { date, machine: `${machine}; ${versions}; load at the start ${load.toFixed(1)}` };
}

/** Each part of the bench, by the table that it is in. */
const tables = {
  results: {
    lines: async () => {
      for (const size of sizes(options.lines)) await benchOrderLines(size, { rounds, scratch, pandas });
    },
    lists: () => benchLists(),
    xlsx: () => benchXlsx(Number(options['xlsx-rows'])),
    pool: () => benchPool(Number(options.leads)),
    help: () => benchHelp(Number(options['help-rounds'])),
  },
  reviews: {
    reviews: async () => {
      for (const size of reviewSizes(options.reviews)) await benchReviews(size, rounds);
    },
    report: () => benchReport(rounds, scratch),
  },
};
const wanted = options.only.split(',');
const known = new Set(['budgets', ...Object.values(tables).flatMap((parts) => Object.keys(parts))]);
const unknown = wanted.find((part) => !known.has(part));
if (unknown !== undefined) throw new Error(`no part ${unknown} of the bench`);

const { date, machine } = circumstances();
for (const [name, parts] of Object.entries(tables)) {
  for (const [part, bench] of Object.entries(parts)) if (wanted.includes(part)) await bench();
  const table = takeTable();
  if (table === null) continue;
  const text = `Measured ${date}, ${rounds === 1 ? 'one run each' : `medians of ${rounds}`}: ${machine}.\n\n${table}`;
  console.log(text);
  if (options.write) writeInReadme(name, text);
}
if (wanted.includes('budgets')) {
  const size = { lines: Number(options['budget-lines']), rounds: Number(options['budget-rounds']) };
  const budgets = await benchBudgets(size, scratch);
  const text = `Measured ${date}, ${size.rounds === 1 ? 'one run' : `median of ${size.rounds}`} each: ${machine}.\n\n${budgets.table}`;
  console.log(text);
  if (options.write) writeInReadme('budgets', text);
  if (options['write-budgets']) writeBudgets(budgets.measured, size, { date, machine });
}
