import { existsSync, mkdirSync, readdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { run, temporaryFolder } from './run.ts';

/** The number of a process that is no more. */
const dead = spawnSync(process.execPath, ['--version']).pid;
const orders = { 'o.csv': 'order id,customer id,date,amount\nO1,C1,2026-01-05,10\nO2,C2,2026-02-05,20\n' };

function aged(path: string, hours: number): void {
  const then = new Date(Date.now() - hours * 3_600_000);
  utimesSync(path, then, then);
}

describe('what a killed run left', () => {
  it('of an output is removed by the next that writes there: of a dead process, and half a day old', async () => {
    const folder = temporaryFolder(orders);
    const names = [
      [`.r.json.${dead}.0123456789ab.tmp`, 13],
      [`.r.json.${dead}.0123456789ac.tmp`, 1],
      [`.r.json.${process.pid}.0123456789ad.tmp`, 13],
      [`.other.json.${dead}.0123456789ae.tmp`, 13],
    ] as const;
    for (const [name, hours] of names) {
      writeFileSync(join(folder, name), '');
      aged(join(folder, name), hours);
    }
    const { code } = await run(['check', 'o.csv', '--out', 'r.json', '-q'], { cwd: folder });
    expect([code, existsSync(join(folder, 'r.json'))]).toEqual([0, true]);
    expect(names.map(([name]) => existsSync(join(folder, name)))).toEqual([false, true, true, true]);
  });

  it('of a private folder is removed with all that is in it, and nothing else', async () => {
    const folder = temporaryFolder({ ...orders, [`tmp/crm-eval-${dead}-aB3_x9/spill/x`]: '', 'tmp/crm-eval-notes/x': '' });
    mkdirSync(join(folder, `tmp/crm-eval-${process.pid}-aB3dx9`));
    for (const name of readdirSync(join(folder, 'tmp'))) aged(join(folder, 'tmp', name), 13);
    await run(['check', 'o.csv', '-q', '--temp-dir', 'tmp'], { cwd: folder });
    expect(readdirSync(join(folder, 'tmp')).toSorted()).toEqual([`crm-eval-${process.pid}-aB3dx9`, 'crm-eval-notes'].toSorted());
  });
});
