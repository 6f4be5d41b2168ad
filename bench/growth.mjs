import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chart } from './chart.mjs';
import { ordersCsv, usualCustomers } from './data.mjs';
import { command, here, say, scratchFolder, toJson } from './jobs.mjs';
import { measure } from './measure.mjs';
import { sizes } from './order-lines.mjs';
import { markdown, writeInReadme } from './results.mjs';

/**
 * How time, memory and temporary files of `score` grow with the lines and with the customers: `node bench/growth.mjs [--write | --draw]`.
 * One run each: the largest file has 9 GB and takes minutes. `--draw` writes tables and charts of bench/growth.json without a run.
 */
const { values: options } = parseArgs({
  options: {
    lines: { type: 'string', default: '1000000,3000000,10000000,30000000,100000000' },
    customers: { type: 'string', default: '10000000,10000000:200000,10000000:500000,10000000:1000000' },
    bounded: { type: 'string', default: '10000000' },
    date: { type: 'string', default: '' },
    write: { type: 'boolean', default: false },
    draw: { type: 'boolean', default: false },
  },
});

const gibibyte = 2 ** 30;
const roomy = '8GB';
const tight = '512MB';

/** Bytes in a folder and below; files that vanish meanwhile count as nothing. */
function sizeOf(folder) {
  try {
    return readdirSync(folder, { recursive: true }).reduce((sum, name) => {
      try {
        const { size, blocks } = statSync(join(folder, name));
        return sum + Math.min(size, blocks * 512);
      } catch {
        return sum;
      }
    }, 0);
  } catch {
    return 0;
  }
}

/** How many customers have orders that count; the bare query knows. */
async function countCustomers(file) {
  const run = await measure(process.execPath, [here('duckdb-query.mjs'), file, 'orders']);
  if (run.code !== 0) throw new Error(`bare query: exit ${run.code}: ${run.stderr.trim()}`);
  return JSON.parse(run.stdout).customers;
}

async function score({ lines, customers }, output, memoryLimit) {
  const file = await ordersCsv(lines, customers);
  const scratch = mkdtempSync(join(tmpdir(), 'crm-eval-growth-'));
  let temporary = 0;
  const watch = setInterval(() => {
    temporary = Math.max(temporary, sizeOf(scratch));
  }, 200);
  try {
    const bounded = command('score', 'score', file, '--memory-limit', memoryLimit, '--temp-dir', scratch);
    const job = output === 'json' ? toJson(bounded, join(results, 'growth.json')) : bounded;
    const run = await measure(job.program, job.args);
    const name = `${lines} lines, ${customers} customers, ${output}, ${memoryLimit}`;
    if (run.code !== 0) throw new Error(`${name}: exit ${run.code}: ${run.stderr.trim()}`);
    say(`${name}: ${run.seconds.toFixed(1)} s, ${run.cpu.toFixed(1)} CPU s, ${run.memory?.toFixed(0) ?? '?'} MiB`);
    const { seconds, cpu, memory } = run;
    return { lines, from: customers, output, memoryLimit, bytes: statSync(file).size, seconds, cpu, memory, temporary };
  } finally {
    clearInterval(watch);
    rmSync(scratch, { recursive: true, force: true });
  }
}

const results = scratchFolder();

async function measureAll() {
  const all = [...sizes(options.lines), ...sizes(options.customers)];
  const different = [...new Map(all.map((size) => [`${size.lines}:${size.customers}`, size])).values()];
  const runs = [];
  for (const size of different) {
    const customers = await countCustomers(await ordersCsv(size.lines, size.customers));
    for (const output of ['table', 'json']) runs.push({ ...(await score(size, output, roomy)), customers });
  }
  for (const size of sizes(options.bounded)) {
    const customers = runs.find((run) => run.lines === size.lines && run.from === size.customers)?.customers ?? null;
    runs.push({ ...(await score(size, 'json', tight)), customers });
  }
  return { date: options.date, runs };
}

function table(runs) {
  const columns = ['lines', 'customers', 'file', 'output', '`--memory-limit`', 'wall s', 'CPU s', 'peak MiB', 'temporary files'];
  const cells = runs.map((run) => [
    `${run.lines / 1e6} M`,
    run.customers?.toLocaleString('en') ?? '?',
    `${(run.bytes / gibibyte).toFixed(2)} GiB`,
    run.output,
    run.memoryLimit,
    run.seconds.toFixed(1),
    run.cpu.toFixed(1),
    run.memory?.toFixed(0) ?? '?',
    `${(run.temporary / gibibyte).toFixed(2)} GiB`,
  ]);
  return markdown(columns, cells);
}

/** CPU seconds and memory of both outputs, over one of the sizes. */
function draw(runs, size, xTitle) {
  const series = (value) =>
    ['table', 'json'].map((output) => ({
      name: output === 'json' ? 'score, JSON' : 'score, table',
      points: runs.filter((run) => run.output === output).map((run) => [run[size], value(run)]),
    }));
  return chart([
    { title: 'CPU seconds', xTitle, series: series((run) => run.cpu) },
    { title: 'Wall seconds', xTitle, series: series((run) => run.seconds) },
    { title: 'Peak memory, MiB', xTitle, series: series((run) => run.memory) },
  ]);
}

function report({ date, runs }) {
  const usual = runs.filter((run) => run.memoryLimit === roomy);
  const overLines = usual.filter((run) => run.from === usualCustomers);
  const most = Math.max(...usual.filter((run) => run.from !== usualCustomers).map((run) => run.lines));
  const overCustomers = usual.filter((run) => run.lines === most).toSorted((one, other) => one.customers - other.customers);
  writeFileSync(here('growth-lines.svg'), draw(overLines, 'lines', 'order lines'));
  writeFileSync(here('growth-customers.svg'), draw(overCustomers, 'customers', `customers, of ${most / 1e6} M lines`));
  const [lines, customers] = [
    '![CPU seconds, wall seconds and peak memory of score over the order lines](growth-lines.svg)',
    '![The same over the number of customers](growth-customers.svg)',
  ];
  writeInReadme('growth', `Measured${date === '' ? '' : ` ${date}`}, one run each.\n\n${lines}\n\n${customers}\n\n${table(runs)}`);
}

const saved = here('growth.json');
if (options.draw) {
  if (!existsSync(saved)) throw new Error('nothing was measured: bench/growth.json is missing');
  report(JSON.parse(readFileSync(saved, 'utf8')));
} else {
  const measured = await measureAll();
  console.log(table(measured.runs));
  if (options.write) {
    writeFileSync(saved, `${JSON.stringify(measured, null, 2)}\n`);
    report(measured);
  }
}
