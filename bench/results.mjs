import { readFileSync, writeFileSync } from 'node:fs';
import { here, say } from './jobs.mjs';
import { judge } from './limits.mjs';

/** The table of the bench: one row a job, with its ratios to the comparators and its limits. */

const head = ['what', 'wall s', 'CPU s', 'peak MiB', '÷ bare', '÷ by hand', 'pandas ÷ this', 'limits'];
/** Of the table at hand. */
let rows = [];

export function fixed(value, digits) {
  return value === null || value === undefined ? '' : value.toFixed(digits);
}

/** What went wrong is said at once and decides on the exit code. */
export function fail(text) {
  say(text);
  process.exitCode = 1;
}

/** `met (4.31)` and the like; a limit that is missed decides on the exit code. */
function verdict({ text, value, met }) {
  if (met === null) return `${text}: not judged`;
  if (!met) process.exitCode = 1;
  return `${text}: ${met ? 'met' : 'MISSED'} (${fixed(value, value < 100 ? 2 : 0)})`;
}

/** Wall, and in brackets CPU. */
function ratio(one, other) {
  if (one?.seconds === undefined || other?.seconds === undefined) return null;
  return { seconds: one.seconds / other.seconds, cpu: one.cpu / other.cpu };
}

function shown(found) {
  return found === null ? '' : `${fixed(found.seconds, 2)} (${fixed(found.cpu, 2)})`;
}

/** Adds the row of a job; `against` holds the results of the comparators bare, hand and pandas, as far as there are any. */
export function add(what, result, { job, file = {}, against = {}, over, digits = 2 } = {}) {
  if (result.failure !== undefined) {
    rows.push([what, 'failed', '', '', '', '', '', result.failure.replaceAll('|', '/')]);
    process.exitCode = 1;
    return;
  }
  const [bare, hand, pandas] = [ratio(result, against.bare), ratio(result, against.hand), ratio(against.pandas, result)];
  const figures = {
    seconds: result.seconds,
    bare: bare?.seconds,
    hand: hand?.seconds,
    pandas: pandas?.seconds,
    cpu: result.cpu,
    memory: result.memory === null ? null : (result.memory * 2 ** 20) / 1e9,
    over: over === undefined ? null : (result.seconds - over.seconds) * 1000,
  };
  const judged = judge(job, file, figures).map(verdict).join(', ');
  const times = [fixed(result.seconds, digits), fixed(result.cpu, digits), fixed(result.memory, 0)];
  rows.push([what, ...times, shown(bare), shown(hand), shown(pandas), judged]);
}

/** A row of one time alone. */
export function addTime(what, seconds, against) {
  rows.push([what, fixed(seconds, 2), '', '', against?.seconds === undefined ? '' : fixed(seconds / against.seconds, 2), '', '', '']);
}

export function addNote(what, note) {
  rows.push([what, note, '', '', '', '', '', '']);
}

/** A table of Markdown; all columns but the first and the last are numbers. */
export function markdown(columns, cells) {
  const rule = columns.map((_, index) => (index === 0 || index === columns.length - 1 ? '---' : '---:'));
  return [columns, rule, ...cells].map((line) => `| ${line.join(' | ')} |`).join('\n');
}

/** The table of all that was added since the last one, without the columns that none of its rows fills; null where nothing was. */
export function takeTable() {
  if (rows.length === 0) return null;
  const filled = head.map((_, column) => rows.some((row) => row[column] !== ''));
  const [columns, ...cells] = [head, ...rows].map((row) => row.filter((__, column) => filled[column]));
  rows = [];
  return markdown(columns, cells);
}

/** Puts a text between the markers of bench/README.md that name it. */
export function writeInReadme(marker, text) {
  const page = here('README.md');
  const old = readFileSync(page, 'utf8');
  const [begin, end] = [old.indexOf(`<!-- ${marker} -->`), old.indexOf(`<!-- /${marker} -->`)];
  if (begin < 0 || end < begin) throw new Error(`bench/README.md has no place for ${marker}`);
  writeFileSync(page, `${old.slice(0, begin)}<!-- ${marker} -->\n\n${text.trim()}\n\n${old.slice(end)}`);
}
