import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { ordersCsv } from './data.mjs';
import { measure } from './measure.mjs';

/**
 * How time, memory and temporary files of `score` grow with the lines: `node bench/growth.mjs [--write]`. One run each: the largest file has
 * 9 GB and takes minutes.
 */
const { values: options } = parseArgs({
  options: {
    lines: { type: 'string', default: '1000000,10000000,100000000' },
    date: { type: 'string', default: '' },
    write: { type: 'boolean', default: false },
  },
});

const cli = fileURLToPath(new URL('../bin/crm-eval.js', import.meta.url));
const gibibyte = 2 ** 30;

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

async function score(lines, memoryLimit) {
  const file = await ordersCsv(lines);
  const scratch = mkdtempSync(join(tmpdir(), 'crm-eval-growth-'));
  let temporary = 0;
  const watch = setInterval(() => {
    temporary = Math.max(temporary, sizeOf(scratch));
  }, 200);
  try {
    const limits = ['--memory-limit', memoryLimit, '--temp-dir', scratch];
    const out = join(tmpdir(), 'crm-eval-growth.json');
    const run = await measure(process.execPath, [
      cli,
      'score',
      file,
      '--format',
      'json',
      '--out',
      out,
      '--force',
      '--lang',
      'en',
      ...limits,
    ]);
    rmSync(out, { force: true });
    if (run.code !== 0) throw new Error(`${lines} lines with ${memoryLimit}: exit ${run.code}: ${run.stderr.trim()}`);
    return { lines, memoryLimit, bytes: statSync(file).size, seconds: run.seconds, memory: run.memory, temporary };
  } finally {
    clearInterval(watch);
    rmSync(scratch, { recursive: true, force: true });
  }
}

const jobs = options.lines.split(',').map((lines) => [Number(lines), '8GB']);
const rows = [];
for (const [lines, memoryLimit] of [...jobs, [10_000_000, '512MB']]) {
  const row = await score(lines, memoryLimit);
  process.stderr.write(`${lines} lines, ${memoryLimit}: ${row.seconds.toFixed(1)} s, ${row.memory?.toFixed(0)} MiB\n`);
  rows.push(row);
}

const table = [
  '| lines | file | `--memory-limit` | seconds | µs a line | peak MiB | temporary files |',
  '| ---: | ---: | ---: | ---: | ---: | ---: | ---: |',
  ...rows.map(
    ({ lines, memoryLimit, bytes, seconds, memory, temporary }) =>
      `| ${lines / 1_000_000} M | ${(bytes / gibibyte).toFixed(2)} GiB | ${memoryLimit} | ${seconds.toFixed(1)} | ${((seconds / lines) * 1e6).toFixed(2)} | ${memory?.toFixed(0) ?? '?'} | ${(temporary / gibibyte).toFixed(2)} GiB |`,
  ),
].join('\n');
console.log(table);
if (options.write) {
  const page = fileURLToPath(new URL('README.md', import.meta.url));
  const [before, after] = [
    /[\s\S]*<!-- growth -->\n/.exec(readFileSync(page, 'utf8'))?.[0],
    /<!-- \/growth -->[\s\S]*/.exec(readFileSync(page, 'utf8'))?.[0],
  ];
  if (before === undefined || after === undefined) throw new Error('bench/README.md has no place for the table');
  writeFileSync(page, `${before}\nMeasured${options.date === '' ? '' : ` ${options.date}`}, one run each.\n\n${table}\n\n${after}`);
}
