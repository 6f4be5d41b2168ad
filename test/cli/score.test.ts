import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Result } from '../../src/result/result.ts';
import { run, temporaryFolder } from './run.ts';

const orders = [
  '订单编号,客户编号,下单日期,订单金额,订单状态',
  'O1,C1,2026-01-05,100,已完成',
  'O2,C1,2026-02-05,200,已完成',
  'O3,C2,2026-03-01,50,已完成',
  'O4,C2,2026-03-09,70,已取消',
].join('\n');
const broken = `${orders}\nO5,C3,2026-02-30,90,已完成\nO6,C3,2026-03-02,many,已完成\n`;
const asOfNote = 'as of 2026-03-01, the latest date in the files; --as-of sets another\n';

let folder: string;
beforeEach(() => {
  folder = temporaryFolder({ 'orders.csv': `${orders}\n`, 'broken.csv': broken });
});

const crmEval = (args: string, options: { env?: Record<string, string>; input?: string } = {}) =>
  run(args.split(' '), { cwd: folder, ...options });

async function resultOf(args: string, env: Record<string, string> = {}): Promise<Result> {
  const { code, stdout, stderr } = await crmEval(`${args} --format json`, { env });
  expect(code, stderr).toBe(0);
  return JSON.parse(stdout) as Result;
}

describe('score', () => {
  it('prints the result on the standard output and the rest on the error stream', async () => {
    const { code, stdout, stderr } = await crmEval('score orders.csv --section ranking --format csv --limit 1');
    expect([code, stderr]).toEqual([0, asOfNote]);
    const [header, first, end] = stdout.split('\r\n');
    expect(header?.startsWith('rank,customer_id,')).toBe(true);
    expect(first?.startsWith('1,C1,')).toBe(true);
    expect(end).toBe('');
  });

  it('says nothing on the error stream with -q, and how every column was read with -v', async () => {
    expect((await crmEval('score orders.csv -q')).stderr).toBe('');
    expect((await crmEval('score orders.csv -v --as-of 2026-03-31')).stderr).toBe(
      [
        'orders.csv: orders · utf-8 · delimiter "," · header on line 1',
        '  订单编号 → orders.order_id (0.9)',
        '  客户编号 → orders.customer_id (0.9)',
        '  下单日期 → orders.ordered_at (0.9)',
        '  订单金额 → orders.amount (0.9)',
        '  订单状态 → orders.status (0.9)',
        '',
      ].join('\n'),
    );
  });

  it('takes the as-of date and the period from the options', async () => {
    expect(await resultOf('score orders.csv --as-of 2026-03-31 --period last-month')).toMatchObject({
      as_of: '2026-03-31',
      period: { from: '2026-02-01', to: '2026-03-01' },
    });
    expect(await resultOf('score orders.csv --period 2026-Q1')).toMatchObject({
      as_of: '2026-03-01',
      period: { from: '2026-01-01', to: '2026-04-01' },
    });
  });

  it('takes an option before the environment, that before the config, and that before the locale', async () => {
    writeFileSync(join(folder, 'crm-eval.config.yaml'), 'lang: zh-CN\nas_of: 2026-03-20\n');
    const langs = [
      await resultOf('score orders.csv'),
      await resultOf('score orders.csv', { CRM_EVAL_LANG: 'en' }),
      await resultOf('score orders.csv --lang zh-CN', { CRM_EVAL_LANG: 'en' }),
    ];
    expect(langs.map(({ lang, as_of }) => [lang, as_of])).toEqual([
      ['zh-CN', '2026-03-20'],
      ['en', '2026-03-20'],
      ['zh-CN', '2026-03-20'],
    ]);
    expect((await resultOf('--lang en score orders.csv --as-of 2026-03-31')).as_of).toBe('2026-03-31');
    writeFileSync(join(folder, 'other.yaml'), '');
    expect((await resultOf('score orders.csv', { CRM_EVAL_CONFIG: 'other.yaml', LC_ALL: 'zh_CN.UTF-8' })).lang).toBe('zh-CN');
    expect((await resultOf('score orders.csv --config other.yaml', { LANG: 'C' })).lang).toBe('en');
  });

  it('reads the files of the config where none is named, and errors in the language of the config', async () => {
    writeFileSync(
      join(folder, 'crm-eval.config.yaml'),
      'lang: zh-CN\nsources: {orders: {files: [ord*.csv], columns: {amount: 订单金额}}}\n',
    );
    expect((await resultOf('score')).inputs.map(({ file, role }) => [file, role])).toEqual([['orders.csv', 'orders']]);
    expect((await crmEval('score nope.csv')).stderr).toMatch(/^错误：/m);
  });

  it.each([
    'score orders.csv',
    'score orders.csv --clv',
    'explain C1 orders.csv',
    'explain C1 orders.csv --clv',
    'check orders.csv',
    'inspect orders.csv broken.csv',
  ])('has the sections that its help lists: %s', async (args) => {
    const help = await crmEval(`${args.split(' ')[0]} --help`);
    const listed = /Sections of the result:\n((?: {2}\S.*\n)+)/.exec(help.stdout)?.[1] ?? '';
    const ids = (await resultOf(args)).sections.map(({ id }) => id);
    const present = listed.split('\n').filter((line) => args.includes(/with (--[a-z]+)/.exec(line)?.[1] ?? ''));
    expect(present.flatMap((line) => /^ {2}(\w+)/.exec(line)?.[1] ?? [])).toEqual(ids);
  });

  it('gives a file the role that the option names', async () => {
    expect((await resultOf('score --orders orders.csv')).inputs).toMatchObject([
      { role: 'orders', rows_read: 4, rows_used: 3, rows_set_aside: 1 },
    ]);
  });
});

describe('an output file', () => {
  it('has the format of its name and is said on the error stream', async () => {
    expect(await crmEval('score orders.csv --out r.json')).toEqual({ code: 0, stdout: '', stderr: `${asOfNote}wrote r.json\n` });
    expect((JSON.parse(readFileSync(join(folder, 'r.json'), 'utf8')) as Result).schema).toBe('crm-eval/result@1');
    expect((await crmEval('score orders.csv --out r.xlsx -q')).code).toBe(0);
    expect(readFileSync(join(folder, 'r.xlsx')).subarray(0, 2).toString()).toBe('PK');
  });

  it('is not replaced unless --force is given, and is refused before any work', async () => {
    writeFileSync(join(folder, 'r.json'), 'old');
    const refused = {
      code: 2,
      stdout: '',
      stderr: 'error: r.json is there already (output-exists)\nfix: add --force to replace it, or choose another name\n',
    };
    expect(await crmEval('score orders.csv --out r.json')).toEqual(refused);
    expect(await crmEval('score nope.csv --out r.json')).toEqual({ ...refused });
    expect(readFileSync(join(folder, 'r.json'), 'utf8')).toBe('old');
    expect((await crmEval('score orders.csv --out r.json --force -q')).code).toBe(0);
    expect(readFileSync(join(folder, 'r.json'), 'utf8')).toContain('crm-eval/result@1');
  });

  it('that cannot be written ends with 4 and leaves nothing behind', async () => {
    const { code, stderr } = await crmEval('score orders.csv --out nowhere/r.json');
    expect(code).toBe(4);
    expect(stderr).toMatch(/^error: cannot write nowhere\/r\.json: .*\nfix: create the folder first, or write to another one\n$/);
    expect(readdirSync(folder).toSorted()).toEqual(['broken.csv', 'orders.csv']);
  });
});

describe('data problems', () => {
  it('leave score at 0 unless a limit is given', async () => {
    expect((await crmEval('score broken.csv -q')).code).toBe(0);
    expect((await crmEval('score broken.csv -q --max-errors 0')).code).toBe(1);
    expect((await crmEval('score broken.csv -q --max-errors 100')).code).toBe(0);
    writeFileSync(join(folder, 'crm-eval.config.yaml'), 'max_errors: 0\n');
    expect((await crmEval('score broken.csv -q')).code).toBe(1);
  });

  it('say why the run ends with 1, and quietly only where it is for errors', async () => {
    expect((await crmEval('score broken.csv --max-errors 0')).stderr).toBe(`${asOfNote}exit 1: 2 rows rejected, --max-errors 0\n`);
    expect((await crmEval('score broken.csv -q --max-errors 0')).stderr).toBe('exit 1: 2 rows rejected, --max-errors 0\n');
    expect(await crmEval('score broken.csv -q --strict')).toMatchObject({ code: 1, stderr: '' });
  });

  it('end check with 1, or with --max-errors only over it', async () => {
    expect((await crmEval('check orders.csv -q')).code).toBe(0);
    expect((await crmEval('check broken.csv -q')).code).toBe(1);
    expect((await crmEval('check broken.csv -q --max-errors 100')).code).toBe(0);
  });

  it('end a strict run with 1 for a warning', async () => {
    expect((await crmEval('score orders.csv -q --strict')).code).toBe(0);
    expect((await crmEval('score broken.csv -q --strict')).code).toBe(1);
  });

  it('all go to --rejects with file, line, column, value and code', async () => {
    const { stderr } = await crmEval('score broken.csv --rejects rejects.csv');
    expect(stderr).toBe(`${asOfNote}wrote rejects.csv\n`);
    const lines = readFileSync(join(folder, 'rejects.csv'), 'utf8').split('\r\n');
    expect(lines[0]).toBe('\uFEFFfile,sheet,line,cell,column,value,code,effect,amount,expected,fix');
    // A return counts as it stands, and its money is in its line.
    expect(lines.filter((line) => /,(?:rejected|set-aside),-?\d/.test(line)).length).toBeGreaterThan(0);
    expect(lines.filter((line) => line.startsWith('broken.csv,,6,') && line.includes('2026-02-30'))).toHaveLength(1);
    expect(lines.filter((line) => line.startsWith('broken.csv,,7,') && line.includes('many'))).toHaveLength(1);
    expect(existsSync(join(folder, 'rejects.csv'))).toBe(true);
  });
});

describe('the standard input', () => {
  it('is read as -', async () => {
    const { code, stdout, stderr } = await crmEval('score - --format json', { input: orders });
    expect([code, stderr]).toEqual([0, asOfNote]);
    expect((JSON.parse(stdout) as Result).inputs).toMatchObject([{ file: '-', role: 'orders', rows_read: 4 }]);
  });
});
