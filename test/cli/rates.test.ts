import { describe, expect, it } from 'vitest';
import { run, temporaryFolder } from './run.ts';

const orders = 'order_id,customer_id,order_date,amount,currency\n1,A,2024-06-30,100,USD\n2,A,2024-07-01,100,USD\n3,B,2024-07-02,5,CNY\n';

async function check(files: Readonly<Record<string, string>>, ...options: readonly string[]) {
  const cwd = temporaryFolder({ 'orders.csv': orders, ...files });
  const { code, stdout, stderr } = await run(['check', 'orders.csv', '--format', 'json', ...options], { cwd });
  return { code, stderr, sum: code === 0 ? JSON.parse(stdout).inputs[0].sum_used : null };
}

describe('--rates', () => {
  it('goes before the rates of the config, which say what it is to where it does not', async () => {
    const config = { 'crm-eval.config.yaml': 'rates: { to: CNY, USD: 1000 }\n' };
    const rates = { 'rates.csv': '币种,汇率,月份\n美元,7,2024年6月\n美元,8,2024-07\n' };
    expect((await check(config)).sum).toBe(200_005);
    expect((await check({ ...config, ...rates }, '--rates', 'rates.csv')).sum).toBe(1505);
  });

  it('that is no file of rates ends with a usage error, one that is not there with an unreadable input', async () => {
    const wrong = await check({}, '--rates', 'orders.csv');
    expect(wrong).toMatchObject({ code: 2, stderr: expect.stringContaining('rates-invalid') });
    expect((await check({}, '--rates', 'none.csv')).code).toBe(3);
  });
});
