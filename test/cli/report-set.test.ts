import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { startOf } from '../../src/cli/process-alive.ts';
import { type Manifest, manifestSchema } from '../../src/cli/set/manifest.ts';
import type { Result, TableSection } from '../../src/result/result.ts';
import { type Outcome, run, type RunOptions, spawned, temporaryFolder } from './run.ts';
import { customersOf, reps, smallCompany } from './set/small-company.ts';

const folder = temporaryFolder(Object.fromEntries(Object.entries(smallCompany()).map(([name, text]) => [`exports/${name}`, text])));
const report = (args: readonly string[], options: RunOptions = {}): Promise<Outcome> =>
  spawned(['report', 'exports', '--lang', 'en', ...args], { cwd: folder, ...options });
const place = ['--to', 'reviews/{period}', '--with', 'json'];
const set = (name: string): string => join(folder, 'reviews', name);
const manifestOf = (path: string): Manifest => manifestSchema.parse(JSON.parse(readFileSync(join(path, 'manifest.json'), 'utf8')));
const before = 'reviews/2026-09/monthly-review-2026-09.json';

/** The texts of a file of any kind, those of a workbook by its parts. */
async function textOf(path: string): Promise<string> {
  if (!path.endsWith('.xlsx')) return readFileSync(path, 'utf8');
  const { default: excel } = await import('exceljs');
  const book = new excel.Workbook();
  await book.xlsx.readFile(path);
  return JSON.stringify(book.worksheets.map((sheet) => [sheet.name, sheet.getSheetValues()]));
}

describe('report --to', () => {
  let [first, second]: Outcome[] = [];

  beforeAll(async () => {
    first = await report([...place, '--as-of', '2026-09-30']);
    second = await report([
      ...place,
      '--period',
      'last-month',
      '--by',
      'owner',
      '--split',
      '--since',
      before,
      '--notify-file',
      'notice.txt',
    ]);
  });

  it('says in one line what it wrote and how much of it calls for somebody', () => {
    expect(first).toMatchObject({ code: 0, stdout: '' });
    expect(first!.stderr).toMatch(/^September 2026: 3 files in reviews\/2026-09; .*attention.*\n$/);
    expect(second).toMatchObject({ code: 0, stdout: '' });
    expect(second!.stderr).toMatch(/inputs|earlier result/);
    expect(second!.stderr).toMatch(
      /\nOctober 2026: 12 files in reviews\/2026-10, 3 besides the whole; 1 left out \(manifest.json says why\); .*attention.*\n$/,
    );
  });

  it('has a manifest of its files, of the day and the period, without a clock', () => {
    const { files, left_out: leftOut, ...rest } = manifestOf(set('2026-10'));
    expect(rest).toMatchObject({ command: 'report', lang: 'en', as_of: '2026-10-31', period: { from: '2026-10-01', to: '2026-11-01' } });
    expect([...files.map(({ name }) => name), 'manifest.json'].toSorted()).toEqual(readdirSync(set('2026-10')).toSorted());
    for (const { name, bytes, sha256 } of files) {
      const content = readFileSync(join(set('2026-10'), name));
      expect([content.length, createHash('sha256').update(content).digest('hex')]).toEqual([bytes, sha256]);
    }
    expect(leftOut).toEqual([{ scope: 'rep=Twin', reason: expect.stringContaining('several reps of the list have one name') as string }]);
  });

  it.each(reps.slice(0, 3).map(([, name], index) => ({ name, index })))(
    'has nothing of others in what is for $name',
    async ({ name, index }) => {
      const own = manifestOf(set('2026-10')).files.filter(({ scope }) => scope === `rep=${name}`);
      expect(own.map(({ format }) => format)).toEqual(['html', 'xlsx', 'json']);
      const others = reps.filter(([, other]) => other !== name);
      const secrets = [
        ...others.flatMap(([id, other]) => [`"${id}"`, other, other.replaceAll('"', '&quot;'), JSON.stringify(other).slice(1, -1)]),
        ...reps.flatMap((_, rep) => (rep === index ? [] : [...customersOf(rep), `C${rep}x`])),
        'Boss of',
      ];
      for (const { name: file } of own) {
        const text = await textOf(join(set('2026-10'), file));
        expect(text).toContain(customersOf(index)[0]);
        expect(
          secrets.filter((secret) => text.includes(secret)),
          file,
        ).toEqual([]);
      }
    },
  );

  it('says the same of a customer and of a rep on every page: chance to leave, score, tier, value, rank', () => {
    const { files } = manifestOf(set('2026-10'));
    const said = {
      tiers_ranking: ['customer_id', 'score', 'rank', 'tier', 'rfm_cell', 'abc_class', 'revenue', 'expected_value'],
      churn_at_risk: ['customer_id', 'probability', 'value_at_risk', 'reasons'],
      churn_watch: ['customer_id', 'probability', 'value_at_risk', 'reasons'],
      reps_ranking: ['rep', 'rank', 'rank_range', 'score', 'like_for_like'],
      targets_year: ['owner', 'forecast', 'low', 'high', 'actual'],
    };
    const linesOf = (file: string): string[] => {
      const { sections } = JSON.parse(readFileSync(join(set('2026-10'), file), 'utf8')) as Result;
      return Object.entries(said).flatMap(([id, columns]) => {
        const section = sections.find((each) => each.id === id);
        return section?.kind === 'table'
          ? [...section.rows].map((row) => JSON.stringify([id, ...columns.map((column) => row[column] ?? null)]))
          : [];
      });
    };
    const parts = files.filter(({ format, scope }) => format === 'json' && scope !== null).flatMap(({ name }) => linesOf(name));
    const whole = new Set(linesOf('monthly-review-2026-10.json'));
    expect(parts.filter((line) => !whole.has(line))).toEqual([]);
    // Six customers of each of the three who have files, and each of the three once.
    expect([...new Set(parts.filter((line) => line.startsWith('["tiers_ranking"')))]).toHaveLength(18);
    expect(parts.filter((line) => line.startsWith('["reps_ranking"'))).toHaveLength(3);
  });

  it('says what is new since the last report, in the result and in the notice', () => {
    const result = JSON.parse(readFileSync(join(set('2026-10'), 'monthly-review-2026-10.json'), 'utf8')) as Result;
    const since = result.sections.find(({ id }) => id === 'since') as TableSection;
    expect(result.answer.at(-1)).toMatch(/^(Since 2026-09-30: |Nothing new since 2026-09-30)/);
    expect(since.place).toBe('headline');
    const notice = readFileSync(join(folder, 'notice.txt'), 'utf8');
    expect(notice).toContain(`Monthly review (as of 2026-10-31)\n${result.answer.join('\n')}\n`);
    expect(notice).toContain('\nFiles:\nreviews/2026-10/monthly-review-2026-10.html\nreviews/2026-10/monthly-review-2026-10.xlsx\n');
    // The names of others are nobody's but the manager's.
    expect(notice).not.toContain('Ann_Lee');
    expect(Buffer.byteLength(notice)).toBeLessThan(2048);
  });

  it('gives the same bytes in another zone, language and number of threads', async () => {
    const options = { env: { TZ: 'Asia/Shanghai', LANG: 'zh_CN.UTF-8', LC_ALL: 'zh_CN.UTF-8' } };
    const again = await report(['--to', 'again/{period}', '--with', 'json', '--as-of', '2026-09-30', '--threads', '1', '-q'], options);
    expect(again).toEqual({ code: 0, stdout: '', stderr: '' });
    expect(manifestOf(join(folder, 'again/2026-09'))).toEqual(manifestOf(set('2026-09')));
  });

  it('ends with 5 where another run writes there, and leaves the set as it is', async () => {
    const ticket = `.crm-eval-${process.pid}-${await startOf(process.pid)}-${hostname().replaceAll(/[^\w.-]/g, '_')}.lock`;
    const other = temporaryFolder({ [ticket]: '' });
    const { code, stdout, stderr } = await report(['--to', `${other}/{period}`]);
    expect([code, stdout]).toEqual([5, '']);
    expect(stderr).toContain(`another run writes into ${other} (process ${process.pid} on `);
    expect(stderr).toContain('(output-locked)\nfix: wait until it is over; if there is no such process, delete ');
    expect(readdirSync(other)).toEqual([ticket]);
  });

  it.each([
    [['--split'], '--split writes several files, and needs a folder for them (option-invalid)\nfix: add --to FOLDER, such as'],
    [['--by', 'team'], '--split is not given (option-invalid)\nfix: add --split, and --to FOLDER'],
    [
      ['--to', 'exports/orders.csv'],
      'orders.csv is there already and is no set of crm-eval (set-not-ours)\nfix: name a folder that is not there yet',
    ],
    [['--to', 'exports/orders.csv'], 'orders.csv-{period}"\n'],
    [['--to', 'exports/orders.csv/{period}'], 'fix: a part of the path is a file, not a folder: correct the path\n'],
    [['--to', `${'z'.repeat(300)}/{period}`], 'ENAMETOOLONG: name too long'],
    [['--to', '/sys/set'], '(output-failed)\nfix: '],
    [['--since', 'exports', '--to', 'x'], 'the result cannot be compared with exports: it is a folder (since-unfit)'],
    [['--to', 'x', '--out', 'y.html'], '--out cannot be "y.html" (option-invalid)'],
    [['--to', 'x', '--with', 'csv'], 'fix: give one or more of json, markdown'],
    [['--names', 'x'], 'fix: give --to FOLDER beside it'],
    [['--to', 'exports'], 'exports is there already and is no set of crm-eval (set-not-ours)'],
    [['--notify-file', 'nowhere/x.txt', '--to', 'x'], 'cannot write nowhere/x.txt'],
  ])('is refused with %j before any work', async (args, message) => {
    const { code, stderr } = await run(['report', 'exports', '--lang', 'en', ...args], { cwd: folder });
    expect([2, 4]).toContain(code);
    expect(stderr).toContain(message);
    expect(readdirSync(folder)).not.toContain('x');
  });

  it('replaces a set that was changed by hand only with --force', async () => {
    const path = join(set('2026-09'), 'monthly-review-2026-09.html');
    writeFileSync(path, 'mine');
    const saved = ['render', before, '--to', 'reviews/{period}', '--lang', 'en'];
    const { code, stderr } = await run(saved, { cwd: folder });
    expect([code, stderr]).toEqual([2, expect.stringContaining('monthly-review-2026-09.html in ') as string]);
    expect(readFileSync(path, 'utf8')).toBe('mine');
    expect(await run([...saved, '--force', '--with', 'json'], { cwd: folder })).toEqual({
      code: 0,
      stdout: '',
      stderr: '3 files in reviews/2026-09\n',
    });
    expect(readFileSync(path, 'utf8')).toContain('<!doctype html>');
  });
});
