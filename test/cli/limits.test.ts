import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { resourceError } from '../../src/cli/resource-error.ts';
import { DuckDbEngine } from '../../src/engine/duckdb.ts';
import { sql, trusted } from '../../src/engine/sql.ts';
import { writeManyOrders } from './many-orders.ts';
import { run, spawned, temporaryFolder } from './run.ts';

const few = '订单编号,客户编号,下单日期,订单金额\nO1,C1,2026-01-05,100\nO2,C2,2026-03-01,50\n';
const folder = temporaryFolder({ 'few.csv': few, 'tmp/x': '', 'gone/x': '' });
const temporary = join(folder, 'tmp');
beforeAll(async () => {
  await writeManyOrders(join(folder, 'some.csv'), 200_000);
  await writeManyOrders(join(folder, 'orders.csv'), 1_000_000);
});

const crmEval = (args: string, env: Record<string, string> = {}) => run(args.split(' '), { cwd: folder, env });

describe('--memory-limit, --threads and --temp-dir', () => {
  it('change no byte of the result, and nothing is left in the folder', async () => {
    const limited = await crmEval('score some.csv --out limited.json --memory-limit 100MB --threads 1 --temp-dir tmp');
    expect(limited).toMatchObject({ code: 0 });
    expect(await crmEval('score some.csv --out free.json')).toMatchObject({ code: 0 });
    expect(readFileSync(join(folder, 'limited.json')).equals(readFileSync(join(folder, 'free.json')))).toBe(true);
    expect(readdirSync(temporary)).toEqual(['x']);
  });

  it('can stand in the config, where a folder is relative to it and options go before', async () => {
    mkdirSync(join(folder, 'project/scratch'), { recursive: true });
    const config = join(folder, 'project/crm-eval.config.yaml');
    writeFileSync(config, 'engine: { memory_limit: 256MB, threads: 1, temp_dir: scratch }\n');
    expect(await crmEval('score few.csv --config project/crm-eval.config.yaml -q')).toMatchObject({ code: 0, stderr: '' });
    writeFileSync(config, 'engine: { temp_dir: nowhere }\n');
    expect(await crmEval('score few.csv --config project/crm-eval.config.yaml -q --temp-dir tmp')).toMatchObject({ code: 0, stderr: '' });
    const { code, stderr } = await crmEval('score few.csv --config project/crm-eval.config.yaml');
    expect([code, stderr]).toEqual([
      2,
      `error: the temporary folder ${join(folder, 'project/nowhere')} does not exist (temp-dir-invalid)\nfix: name an existing folder that you may write to with --temp-dir\n`,
    ]);
    writeFileSync(config, 'engine: { memory_limit: 12 }\n');
    expect(await crmEval('score few.csv --config project/crm-eval.config.yaml')).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('engine.memory_limit'),
    });
    writeFileSync(config, 'engine: { memory_limit: 12MB }\n');
    expect(await crmEval('score few.csv --config project/crm-eval.config.yaml --lang zh-CN')).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('应为不小于 64MB、带单位的大小'),
    });
  });

  it.each(['score few.csv', 'check few.csv', 'inspect few.csv', 'init few.csv --out -'])(
    '%s refuses a folder it cannot use',
    async (command) => {
      expect(await crmEval(`${command} --temp-dir few.csv --lang zh-CN`)).toMatchObject({
        code: 2,
        stdout: '',
        stderr: `错误：临时目录 ${join(folder, 'few.csv')} 不是文件夹 (temp-dir-invalid)\n办法：请用 --temp-dir 指定一个已存在且可写的目录\n`,
      });
    },
  );

  it.skipIf(process.getuid?.() === 0)('a folder without the right to write is refused', async () => {
    const closed = join(folder, 'gone');
    chmodSync(closed, 0o500);
    const { code, stderr } = await crmEval('score few.csv --temp-dir gone');
    chmodSync(closed, 0o700);
    expect([code, stderr]).toEqual([
      2,
      `error: the temporary folder ${closed} is not yours to write to (temp-dir-invalid)\nfix: name an existing folder that you may write to with --temp-dir\n`,
    ]);
  });
});

describe('what the engine says', () => {
  async function failure(statements: readonly string[]): Promise<unknown> {
    const engine = await DuckDbEngine.open({ scratch: temporary, threads: 1, memoryLimit: 64_000_000 });
    try {
      for (const statement of statements) await engine.run(trusted(statement));
      return await engine.rows(sql`select 1 as fine`);
    } catch (error) {
      return resourceError(error);
    } finally {
      await engine.close();
    }
  }

  it('of memory that is used up names --memory-limit', async () => {
    const error = await failure(['create table t as select list(i) as l from range(20000000) as r(i)']);
    expect(error).toMatchObject({ code: 'memory-exhausted', fix: { en: expect.stringContaining('--memory-limit') } });
  });

  it('of a folder that is full names --temp-dir', async () => {
    const error = await failure([
      `set max_temp_directory_size = '1MB'`,
      `create table t as select i, md5(i::varchar) as m from range(5000000) as r(i)`,
    ]);
    expect(error).toMatchObject({ code: 'scratch-full', exit: 'outputFailed', fix: { en: expect.stringContaining('--temp-dir') } });
  });
});

const small = join(folder, 'small');
mkdirSync(small);
const mounted = process.platform === 'linux' && spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=4m', 'tmpfs', small]).status === 0;
if (!mounted) console.log('skipped: a full temporary folder (it needs the right to mount a tmpfs)');
afterAll(() => {
  if (mounted) spawnSync('umount', [small]);
});

describe.skipIf(!mounted)('a temporary folder that is full', () => {
  it.each([
    ['for what the engine puts aside', 'score orders.csv --memory-limit 100MB --threads 1'],
    ['for a copy of the standard input', 'score -'],
  ])('%s ends the run with 4, a way out, and nothing left', async (_, command) => {
    const input = command === 'score -' ? readFileSync(join(folder, 'orders.csv')) : '';
    const { code, stderr } = await spawned(`${command} --out full.json --temp-dir small`.split(' '), { cwd: folder, input });
    expect([code, stderr]).toEqual([
      4,
      'error: the disk of the temporary folder is full (scratch-full)\nfix: name a folder on a disk with more space with --temp-dir, or give more memory with --memory-limit\n',
    ]);
    expect(readdirSync(small)).toEqual([]);
    expect(readdirSync(folder)).not.toContain('full.json');
  });
});
