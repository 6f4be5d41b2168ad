import { join } from 'node:path';
import { poolCsv } from './data.mjs';
import { command, say, warm } from './jobs.mjs';
import { measureInTurns } from './measure.mjs';
import { add } from './results.mjs';
import { salesForce } from './sales-force.mjs';

/** Of the review of a month: order lines, reps, leads, and events of their log (ten a lead, of the first half of the leads). */
const size = { lines: 1_000_000, reps: 200, leads: 200_000 };

/** `report --to`: page and workbook of a whole company, from all of its files. */
export async function benchReport(rounds, scratch) {
  const [list] = await poolCsv(size.leads);
  const [, log] = await poolCsv(size.leads / 2);
  const files = [...(await salesForce(size)), list, log];
  for (const file of files) await warm(file);
  say('report …');
  const job = command('report', 'report', ...files, '--as-of', '2025-12-15', '--to', join(scratch, 'review'), '--force');
  const results = await measureInTurns([job], rounds, say);
  add('`report --to`, page and workbook: 1 M lines, 200 reps, 200,000 leads, 1 M events', results.get('report'), {
    job: 'report',
    file: size,
  });
}
