import { describe, expect, it } from 'vitest';
import { run, temporaryFolder } from './run.ts';

const folder = temporaryFolder({
  'orders.csv': 'order_id,customer_id,ordered_at,amount\nO1,C1,2026-01-05,100\nO2,C2,2026-02-05,200\n',
  'customers.csv': 'customer_id,customer_name,owner\nC1,Suzhou Kerui,Zhou\nC2,Acme,Li\n',
});

describe('explain', () => {
  it('says on the error stream whom a part of a name was taken for', async () => {
    const explain = (...args: string[]) =>
      run(['explain', ...args, 'orders.csv', 'customers.csv', '--as-of', '2026-03-01', '--format', 'json'], { cwd: folder });
    expect(await explain('kerui')).toMatchObject({ code: 0, stderr: '"kerui" is Suzhou Kerui, C1\n' });
    expect(await explain('kerui', '--lang', 'zh')).toMatchObject({ stderr: '“kerui”即 Suzhou Kerui（C1）\n' });
    expect(await explain('kerui', '-q')).toMatchObject({ code: 0, stderr: '' });
    expect(await explain('Acme')).toMatchObject({ code: 0, stderr: '' });
    expect(await explain('e')).toMatchObject({
      code: 2,
      stderr:
        'error: 2 customers have "e" in their name (customer-ambiguous)\n  C2  Acme · Li\n  C1  Suzhou Kerui · Zhou\nfix: give the id, such as C2\n',
    });
  });
});
