import { execFileSync, spawnSync } from 'node:child_process';
import { createReadStream, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { version as duckDbVersion } from '@duckdb/node-api';
import { ordersCsv, ordersXlsx } from './data.mjs';
import { measureInTurns } from './measure.mjs';

const usage = `npm run bench -- [--lines 1000000,10000000] [--xlsx-rows 200000] [--rounds 2] [--date YYYY-MM-DD] [--write]
  --date   date of the measurement in the table; default: that of the last commit
  --write  also writes the table into bench/README.md
  CRM_EVAL_PYTHON names the Python that has pandas; default: python3`;

const { values: options } = parseArgs({
  options: {
    lines: { type: 'string', default: '1000000,10000000' },
    'xlsx-rows': { type: 'string', default: '200000' },
    rounds: { type: 'string', default: '2' },
    date: { type: 'string' },
    write: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});
if (options.help) {
  console.log(usage);
  process.exit(0);
}

const here = (name) => fileURLToPath(new URL(name, import.meta.url));
const cli = here('../bin/crm-eval.js');
const rounds = Number(options.rounds);
const say = (text) => process.stderr.write(`${text}\n`);
const scratch = mkdtempSync(join(tmpdir(), 'crm-eval-bench-'));
process.on('exit', () => rmSync(scratch, { recursive: true, force: true }));

const pythons = [process.env.CRM_EVAL_PYTHON, 'python3', '/usr/bin/python3'].filter((name) => name !== undefined);
const python = pythons.find((name) => spawnSync(name, ['-c', 'import pandas']).status === 0);
const pandas = python && execFileSync(python, ['-c', 'import pandas; print(pandas.__version__)'], { encoding: 'utf8' }).trim();

const node = (id, ...args) => ({ id, program: process.execPath, args });
const score = (file) =>
  node('score', cli, 'score', file, '--format', 'json', '--out', join(scratch, 'score.json'), '--force', '--lang', 'zh-CN');

/** Reads the file once, so that no job pays for the disk. */
async function warm(file) {
  for await (const chunk of createReadStream(file, { highWaterMark: 1 << 22 })) void chunk;
}

const table = [];
const number = (value, digits) => value?.toFixed(digits) ?? '';

/** Adds a row; `demand.met` decides on the exit code. */
function add(what, result, { against, seconds = result.seconds, demands = () => [] } = {}) {
  if (result.failure !== undefined) {
    table.push([what, 'failed', '', '', result.failure.replaceAll('|', '/')]);
    process.exitCode = 1;
    return;
  }
  const ratio = against?.seconds === undefined ? null : seconds / against.seconds;
  const judged = demands({ ratio, memory: result.memory }).map(([text, met]) => {
    if (!met) process.exitCode = 1;
    return [text, met ? 'met' : 'MISSED'].join(': ');
  });
  table.push([what, number(seconds, 2), number(result.memory, 0), ratio === null ? '' : `${number(ratio, 2)}×`, judged.join(', ')]);
}

/** Both must have done the same job: as many customers, the same revenue to the cent. */
function compare(bare) {
  const result = JSON.parse(readFileSync(join(scratch, 'score.json'), 'utf8'));
  const ranking = result.sections.find((section) => section.id === 'ranking').rows.filter((row) => row.revenue !== null);
  const expected = JSON.parse(bare.stdout);
  const revenue = ranking.reduce((sum, row) => sum + Math.round(row.revenue * 100), 0) / 100;
  const same = ranking.length === expected.customers && Math.abs(revenue - expected.revenue) < 0.01;
  say(`bare query: ${expected.customers} customers, revenue ${expected.revenue}`);
  say(`score:      ${ranking.length} customers, revenue ${revenue}${same ? '' : ': NOT THE SAME'}`);
  if (!same) process.exitCode = 1;
}

async function benchLines(lines) {
  say(`${lines} order lines …`);
  const file = await ordersCsv(lines);
  await warm(file);
  const jobs = [
    score(file),
    node('bare', here('duckdb-query.mjs'), file, 'orders'),
    node('simple', here('duckdb-query.mjs'), file, 'customers'),
  ];
  if (python) jobs.push({ id: 'pandas', program: python, args: [here('score.py'), file, join(scratch, 'pandas.json')] });
  const results = await measureInTurns(jobs, rounds, say);
  const [scored, bare, simple, withPandas] = ['score', 'bare', 'simple', 'pandas'].map((id) => results.get(id));
  const name = `${lines / 1e6} M lines (${(statSync(file).size / 1e9).toFixed(2)} GB)`;
  const large = lines >= 10_000_000;
  const scoreDemands = ({ ratio, memory }) => [
    ['≤ 2.5× bare', ratio <= 2.5],
    ['< 2048 MiB', memory < 2048],
  ];
  add(`${name}: \`score\``, scored, { against: bare, ...(large ? { demands: scoreDemands } : {}) });
  add(`${name}: bare DuckDB, lines → orders → customers`, bare, { against: bare });
  add(`${name}: the same, the query alone`, bare, { against: bare, seconds: inner(bare) });
  add(`${name}: bare DuckDB, lines → customers`, simple, { against: bare });
  if (withPandas === undefined) table.push([`${name}: pandas`, 'not there', '', '', '']);
  else {
    const faster = withPandas.seconds / scored.seconds;
    const demands = () =>
      faster > 0 ? [[`\`score\` is ${number(faster, 1)}× faster${large ? ', ≥ 5×' : ''}`, !large || faster >= 5]] : [];
    add(`${name}: pandas ${pandas}`, withPandas, { against: bare, demands });
  }
  if (scored.failure === undefined) compare(bare);
}

function inner(result) {
  return result.failure === undefined ? JSON.parse(result.stdout).seconds : null;
}

async function benchXlsx(rows) {
  say(`${rows} rows of xlsx …`);
  const file = await ordersXlsx(rows);
  await warm(file);
  const inspect = node('inspect', cli, 'inspect', file, '--format', 'json', '--out', join(scratch, 'inspect.json'), '--force');
  const results = await measureInTurns([score(file), inspect, node('exceljs', here('exceljs-read.mjs'), file)], rounds, say);
  const bare = results.get('exceljs');
  const name = `xlsx, ${rows.toLocaleString('en')} × 12`;
  const demands = ({ ratio, memory }) => [
    ['≤ 1.3× bare', ratio <= 1.3],
    ['< 400 MiB', memory < 400],
  ];
  add(`${name}: \`score\``, results.get('score'), { against: bare, demands });
  add(`${name}: \`inspect\``, results.get('inspect'), { against: bare, demands });
  add(`${name}: exceljs' bare streaming read`, bare, { against: bare });
}

async function benchHelp() {
  const results = await measureInTurns([node('help', cli, '--help'), node('node', '-e', '')], 10, () => {});
  const [help, bare] = [results.get('help'), results.get('node')];
  add('`--help`, best of 10', help, { against: bare, demands: () => [['< 0.20 s', help.seconds < 0.2]] });
  add('bare Node, best of 10', bare, { against: bare });
}

function report() {
  const date =
    options.date ??
    (spawnSync('git', ['log', '-1', '--format=%cs'], { cwd: here('..'), encoding: 'utf8' }).stdout.trim() || 'date unknown');
  const memory = `${Math.round(totalmem() / 2 ** 30)} GiB`;
  const machine = `${cpus().length} × ${cpus()[0]?.model.trim() ?? 'unknown'}, ${memory}; Node ${process.versions.node}, DuckDB ${duckDbVersion()}${pandas ? `, pandas ${pandas}` : ''}`;
  const head = ['what', 'seconds', 'peak MiB', 'ratio', 'demand'];
  const rows = [head, ['---', '---:', '---:', '---:', '---'], ...table].map((cells) => `| ${cells.join(' | ')} |`);
  return `Measured ${date}, best of ${rounds}: ${machine}.\n\n${rows.join('\n')}\n`;
}

for (const lines of options.lines.split(',').filter(Boolean)) await benchLines(Number(lines));
if (Number(options['xlsx-rows']) > 0) await benchXlsx(Number(options['xlsx-rows']));
await benchHelp();

const text = report();
console.log(text);
if (options.write) {
  const readme = here('README.md');
  const [begin, end] = ['<!-- results -->', '<!-- /results -->'];
  const old = readFileSync(readme, 'utf8');
  writeFileSync(readme, `${old.slice(0, old.indexOf(begin) + begin.length)}\n\n${text}\n${old.slice(old.indexOf(end))}`);
}
