import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Result } from '../../src/result/result.ts';
import { run, temporaryFolder } from './run.ts';

const gb18030 = Buffer.from([0xb6, 0xa9, 0xb5, 0xa5, 0xb1, 0xe0, 0xba, 0xc5]); // 订单编号
const folder = temporaryFolder({
  'orders.csv':
    '导出日期：2026-10-31\n\n订单编号;客户编号;订单金额;下单日期;"备注"\n001;C1;5;2026-01-05;"a;b"\n"002";C2;7;2026-01-06;"第一行\n第二行"\n003;C3;9;2026-01-07;\n',
  'gbk.csv': Buffer.concat([gb18030, Buffer.from(',a\r\nO1,=1+1\r\n')]),
  'uneven.csv': `${['id,订单编号,b', ...Array.from({ length: 2_000 }, (_, index) => `${index},O${index},x`), '1,2', 'a,b,c,d', '7,8,9'].join('\n')}\n`,
});
const crmEval = (args: string) => run(args.split(' '), { cwd: folder });

describe('inspect', () => {
  it('shows delimiter, header line, roles, fields and rows', async () => {
    const { code, stdout } = await crmEval('inspect orders.csv --format json');
    expect(code).toBe(0);
    const { sections } = JSON.parse(stdout) as Result;
    expect(sections.map(({ id }) => id)).toEqual(['file', 'columns', 'rows']);
    const facts = sections[0]?.kind === 'facts' ? new Map(sections[0].facts.map(({ id, value }) => [id, value])) : new Map();
    expect([facts.get('delimiter'), facts.get('header_line'), facts.get('role')]).toEqual(['";"', 3, 'orders']);
    expect(sections[2]?.kind === 'table' ? [...sections[2].rows][0] : null).toEqual({
      column_1: '•••',
      column_2: '••',
      column_3: '5',
      column_4: '2026-01-05',
      column_5: 'a;b',
    });
  });

  it('prints as many rows as the config says, or the option over it', async () => {
    const few = temporaryFolder({
      'orders.csv': readFileSync(join(folder, 'orders.csv')),
      'crm-eval.config.yaml': 'output: { limit: 2 }\n',
    });
    const rows = async (...args: readonly string[]) =>
      (await run(['inspect', 'orders.csv', '--section', 'rows', '--format', 'csv', '--show-values', ...args], { cwd: few })).stdout;
    expect(await rows()).toContain('002,');
    expect(await rows()).not.toContain('003,');
    expect(await rows('--limit', '1')).not.toContain('002,');
  });

  it('prints the whole table as it was read with --rows all --format csv, and nothing else', async () => {
    expect(await crmEval('inspect orders.csv --rows all --format csv')).toEqual({
      code: 0,
      stdout:
        '订单编号,客户编号,订单金额,下单日期,备注\n001,C1,5,2026-01-05,a;b\n002,C2,7,2026-01-06,"第一行\n第二行"\n003,C3,9,2026-01-07,\n',
      stderr: '',
    });
    expect(await crmEval('inspect gbk.csv --rows all --format csv')).toEqual({ code: 0, stdout: '订单编号,a\nO1,=1+1\n', stderr: '' });
  });

  it('says what check says, and of a file that check refuses, why', async () => {
    const place = temporaryFolder({
      'orders.csv': '订单编号,客户编号,下单日期,金额,手机号,登录密码\n1,C1,2026-01-05,5,13800012345,abc\n2,C2,2026-13-06,六,13800012346,\n',
      'notes.csv': 'foo,bar\n1,2\n',
    });
    const findings = async (...args: readonly string[]) =>
      (JSON.parse((await run([...args, '--format', 'json', '--lang', 'zh-CN'], { cwd: place })).stdout) as Result).findings;
    expect(await findings('inspect', 'orders.csv', '--show-values')).toEqual(await findings('check', 'orders.csv'));
    expect((await findings('inspect', 'orders.csv')).map(({ code }) => code)).toContain('date-invalid');
    expect(await findings('inspect', 'notes.csv')).toMatchObject([
      { code: 'check-refuses', level: 'warning', message: '没有可识别的数据表：notes.csv (foo, bar)' },
    ]);
    const masked = await run(['inspect', 'orders.csv', '--format', 'json'], { cwd: place });
    expect(masked.stdout).not.toMatch(/138000|abc|C1/);
    expect(masked.stdout).toContain('六');
    expect((await run(['inspect', 'orders.csv', '--show-values'], { cwd: place })).stdout).toMatch(/13800012345.*abc/);
  });

  it('goes on where the file turns out to be less regular than its head, and says what it left out', async () => {
    const { code, stdout, stderr } = await crmEval('inspect uneven.csv --rows all --format csv');
    expect([code, stderr]).toEqual([0, '1 records fit no row of the table and are not printed\n']);
    const lines = stdout.trimEnd().split('\n');
    expect(lines).toHaveLength(2_003);
    expect(lines.slice(-3)).toEqual(['1999,O1999,x', '1,2,', '7,8,9']);
  });
});

describe('init', () => {
  it('writes a config that reads the files, and does not replace it', async () => {
    expect(await crmEval('init orders.csv --orders gbk.csv --out my.yaml')).toEqual({ code: 0, stdout: '', stderr: 'wrote my.yaml\n' });
    const text = readFileSync(join(folder, 'my.yaml'), 'utf8');
    expect(text).toContain('  orders:\n    files: ["orders.csv", "gbk.csv"]\n    columns:\n      order_id: "订单编号"\n');
    expect(await crmEval('init orders.csv --out my.yaml')).toMatchObject({ code: 2, stdout: '' });
    expect(readFileSync(join(folder, 'my.yaml'), 'utf8')).toBe(text);
    expect((await crmEval('inspect --config my.yaml --section columns --format csv')).code).toBe(0);
  });

  it('writes nothing where no file is given or no table is recognised', async () => {
    const place = temporaryFolder({ 'notes.csv': 'a,b\n1,2\n' });
    expect(await run(['init'], { cwd: place })).toMatchObject({ code: 2, stderr: expect.stringContaining('(files-missing)') as string });
    expect(await run(['init', 'notes.csv'], { cwd: place })).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('(nothing-to-map)') as string,
    });
    expect(readdirSync(place)).toEqual(['notes.csv']);
  });

  it('writes a config that holds for a run over some of its files, which names it', async () => {
    const place = temporaryFolder({
      'exports/orders.csv': 'order_id,customer_id,ordered_at,amount\nO1,C1,2026-01-05,100\n',
      'exports/customers.csv': 'customer_id,customer_name\nC1,Acme\n',
      'exports/notes.pdf': '',
    });
    expect((await run(['init', 'exports'], { cwd: place })).code).toBe(0);
    const { code, stderr } = await run(['check', 'exports/orders.csv', '--as-of', '2026-10-31'], { cwd: place });
    expect([code, stderr]).toEqual([0, 'config: crm-eval.config.yaml\n']);
    expect((await run(['check', 'exports/orders.csv', '--as-of', '2026-10-31', '-q'], { cwd: place })).stderr).toBe('');
    expect((await run(['check', 'exports', '--as-of', '2026-10-31'], { cwd: place })).stderr).toBe(
      'config: crm-eval.config.yaml\nnot read of exports: notes.pdf\n',
    );
  });

  it('writes crm-eval.config.yaml where no name is given', async () => {
    const place = temporaryFolder({ 'o.csv': '订单编号,客户编号,下单日期,订单金额\n1,2,2026-01-05,3\n' });
    expect(await run(['init', 'o.csv'], { cwd: place })).toEqual({ code: 0, stdout: '', stderr: 'wrote crm-eval.config.yaml\n' });
    writeFileSync(join(place, 'crm-eval.config.yaml'), 'broken: [');
    expect((await run(['init', 'o.csv', '--force', '-q'], { cwd: place })).code).toBe(0);
    expect(readFileSync(join(place, 'crm-eval.config.yaml'), 'utf8')).toContain('files: ["o.csv"]');
  });
});

describe('the profile of a column', () => {
  const orders = 'order_id,ordered_at,amount,note\nO1,2026-01-05,"¥1,200",b\nO2,2025-12-31,90,\nO3,2026-01-05,,a\nO4,2026-02-01,-5,b\n';
  const place = temporaryFolder({ 'o.csv': orders, 'uneven.csv': `${orders}O5,2026-03-01,7777,c,\n` });
  const profile = async (...args: string[]) => {
    const { stdout, stderr } = await run(['inspect', ...args, '--format', 'json'], { cwd: place, input: orders });
    const section = (JSON.parse(stdout || stderr) as Result).sections.find(({ id }) => id === 'columns');
    if (section?.kind !== 'table') throw new Error(stderr);
    const rows = Array.from(section.rows, ({ blank, distinct, least, greatest }) => [blank, distinct, least, greatest]);
    return { rows, basis: section.columns.find(({ id }) => id === 'distinct')?.basis };
  };

  it('has blanks, distinct values, and the ends as they stand: by size, by time, else by text; ids are masked', async () => {
    expect(await profile('o.csv')).toEqual({
      rows: [
        [0, 4, '••', '••'],
        [0, 3, '2025-12-31', '2026-02-01'],
        [0.25, 3, '-5', '¥1,200'],
        [0.25, 2, 'a', 'b'],
      ],
      basis: 'Different values, blanks aside; all rows.',
    });
  });

  it('is of the rows that fit, and of the first 1,000 where not all is read', async () => {
    expect((await profile('uneven.csv')).rows[2]).toEqual([0.25, 3, '-5', '¥1,200']);
    expect(await profile('-')).toMatchObject({
      rows: [[0, 4, '••', '••'], expect.anything(), expect.anything(), expect.anything()],
      basis: 'Different values, blanks aside; the first 1000 rows.',
    });
  });
});
