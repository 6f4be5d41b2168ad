import { existsSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../run.ts';
import { publish } from './publish.ts';

const refused = /another run writes into .* \(process \d+ on [^)]+\)/;
const ticketOf = (folder: string): string => readdirSync(folder).find((name) => name.endsWith('.lock'))!;

async function isHolding(folder: string): Promise<void> {
  while (!existsSync(join(folder, '.holding'))) await pause(20);
}

describe('the lock', () => {
  it('ends a run that comes while another writes, and is no hindrance once that was killed', async () => {
    const folder = temporaryFolder();
    await publish(folder, 'one');
    const holder = publish(folder, 'two', { waits: true });
    await isHolding(folder);
    const second = await publish(folder, 'three');
    expect([second.code, second.stderr]).toEqual([1, expect.stringMatching(refused) as string]);
    // By the number of its process, and no other.
    process.kill(Number(/^\.crm-eval-(\d+)-/.exec(ticketOf(folder))![1]), 'SIGKILL');
    expect((await holder).code).toBe(137);
    expect(readFileSync(join(folder, '2026-10/review.html'), 'utf8')).toBe('one');
    expect(readdirSync(folder)).toHaveLength(5);
    expect(await publish(folder, 'four')).toEqual({ code: 0, stdout: '', stderr: '' });
    expect(readFileSync(join(folder, '2026-10/review.html'), 'utf8')).toBe('four');
    expect(readdirSync(folder).filter((name) => name.endsWith('.lock'))).toEqual([]);
  });

  it('lets one of several through that begin at once, or one after the other', async () => {
    const folder = temporaryFolder();
    const runs = await Promise.all(['a', 'b', 'c', 'd', 'e'].map(async (text) => ({ text, ...(await publish(folder, text)) })));
    const through = runs.filter(({ code }) => code === 0).map(({ text }) => text);
    for (const { code, stderr } of runs) if (code !== 0) expect(stderr).toMatch(refused);
    expect(through.length).toBeGreaterThan(0);
    expect(through).toContain(readFileSync(join(folder, '2026-10/review.xlsx'), 'utf8'));
    expect(readdirSync(folder).length).toBeLessThanOrEqual(3);
  });

  it('of a process that has the number of a dead one is not taken for its own', async () => {
    const folder = temporaryFolder();
    const holder = publish(folder, 'one', { waits: true });
    await isHolding(folder);
    const [, pid = '', started = '', host = ''] = /^\.crm-eval-(\d+)-(\d+)-(.*)\.lock$/.exec(ticketOf(folder))!;
    const other = temporaryFolder({ [`.crm-eval-${pid}-${Number(started) + 1}-${host}.lock`]: '' });
    // Where a system does not tell when a process began, its number has to do.
    const unknown = temporaryFolder({ [`.crm-eval-${pid}-0-${host}.lock`]: '' });
    const [taken, held] = [await publish(other, 'two'), await publish(unknown, 'two')];
    process.kill(Number(pid), 'SIGKILL');
    await holder;
    expect(started === '0' || taken.code === 0).toBe(true);
    expect([held.code, held.stderr]).toEqual([1, expect.stringMatching(refused) as string]);
  });

  it('of another machine holds for ten minutes after its last sign of life', async () => {
    const folder = temporaryFolder();
    const ticket = join(folder, '.crm-eval-1-0-elsewhere.lock');
    writeFileSync(ticket, '');
    const { code, stderr } = await publish(folder, 'one');
    expect([code, stderr]).toEqual([1, expect.stringContaining('(process 1 on elsewhere)') as string]);
    const long = new Date(Date.now() - 11 * 60_000);
    utimesSync(ticket, long, long);
    expect(await publish(folder, 'one')).toEqual({ code: 0, stdout: '', stderr: '' });
    expect(existsSync(ticket)).toBe(false);
  });
});
