import { describe, expect, it } from 'vitest';
import type { Result } from '../../src/result/result.ts';
import { run, temporaryFolder } from './run.ts';

const folder = temporaryFolder({
  'customers.csv': '客户编号,客户名称,负责人\nC1,甲,Li Na\nC2,乙,Zhou\nC3,丙,Li Na\nC4,丁,\n',
  'orders.csv':
    '订单编号,客户编号,下单日期,订单金额\nO1,C1,2026-01-05,100\nO2,C2,2026-02-05,20000\nO3,C3,2026-03-01,300\nO4,C4,2026-03-02,5\n',
});

const score = (...options: string[]) => run(['score', 'customers.csv', 'orders.csv', '--as-of', '2026-03-31', ...options], { cwd: folder });

describe('rows and columns that are chosen', () => {
  it('are those of every format; the limit counts what is left, sorted', async () => {
    const csv = await score('--where', 'owner=li na', '--sort', 'revenue:desc', '--columns', 'customer_id,Revenue', '--format', 'csv');
    expect(csv).toEqual({
      code: 0,
      stdout: 'customer_id,revenue\r\nC3,300\r\nC1,100\r\n',
      stderr:
        'csv holds one table, here ranking (Customers, best first · Owner = li na · Revenue descending); --section chooses another: act_now\n',
    });
    const chinese = ['--where', '负责人!=Li Na', '--sort', '负责人,销售额', '--columns', '负责人,customer_id', '--limit', '1'];
    expect((await score(...chinese, '--format', 'csv')).stdout).toBe('owner,customer_id\r\nZhou,C2\r\n');
    const markdown = (await score(...chinese, '--format', 'markdown', '--lang', 'en')).stdout;
    expect(markdown).toContain('| Owner | Customer id |\n| --- | --- |\n| Zhou | C2 |\n\n… and 1 more row\n');
    const { answer, sections } = JSON.parse((await score('--where', 'revenue>=2万', '--format', 'json')).stdout) as Result;
    // The sentences are those of the rows that are left.
    expect(answer).toEqual([expect.stringMatching(/^No customer of tier High needs action now: first 乙\./)]);
    expect(sections.map(({ id }) => id)).toEqual(['act_now', 'ranking', 'tiers', 'segments']);
    expect(sections[1]).toMatchObject({ total: 1, rows: [{ customer_id: 'C2' }] });
  });

  it('stand on the screen as they are named, and the title says what was chosen', async () => {
    const { stdout } = await score('-q', '--where', 'revenue<1k', '--columns', 'customer_id,tier_code', '--sort', 'revenue');
    expect(stdout.split('\n').slice(4, 11)).toEqual([
      'Customers, best first · Revenue < 1k · Revenue ascending',
      'Customer  Tier',
      'id        (code)',
      '────────────────',
      'C4        tier_3',
      'C1        tier_3',
      expect.stringMatching(/^C3 /),
    ]);
  });

  it('are none where no row has the value: what was meant is said on the error stream', async () => {
    const { code, stdout, stderr } = await score('--where', 'owner=Zhuo', '--section', 'ranking', '--format', 'csv');
    expect([code, stdout.split('\r\n').length, stderr]).toEqual([0, 2, 'no row has owner=Zhuo; did you mean Zhou?\n']);
  });

  it('are refused where there is no such column, and several sections where there is one table', async () => {
    expect(await score('--sort', 'revenu')).toMatchObject({
      code: 2,
      stderr: 'error: there is no column "revenu" (column-unknown)\nfix: did you mean revenue?\n',
    });
    expect(await score('--section', 'ranking,tiers', '--format', 'parquet', '--out', 'two.parquet')).toMatchObject({
      code: 2,
      stderr:
        'error: parquet holds one table, and --section names 2 (sections-many)\nfix: name one, such as --section ranking, or use --format xlsx or json\n',
    });
    expect((await score('--section', 'tiers,tiers', '--format', 'csv')).code).toBe(0);
  });
});
