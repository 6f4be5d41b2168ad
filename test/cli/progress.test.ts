import { describe, expect, it } from 'vitest';
import type { Flags } from '../../src/cli/options.ts';
import type { Measure } from '../../src/cli/progress-measure.ts';
import { type Progress, progressKind, startProgress } from '../../src/cli/progress.ts';
import type { Lang } from '../../src/lib/localized.ts';
import { type FakeClock, fakeClock, fakeStream } from './fake-terminal.ts';

interface Setup {
  readonly progress: Progress;
  readonly clock: FakeClock;
  readonly writes: string[];
  readonly stop: () => void;
}

function setUp(flags: Pick<Flags, 'progress' | 'quiet' | 'color'> = {}, columns: number | null = 100, lang: Lang = 'en'): Setup {
  const clock = fakeClock();
  const { stream, writes } = fakeStream(columns === null ? null : { columns });
  const controller = new AbortController();
  const run = { stderr: stream, env: { NO_COLOR: '1' }, signal: controller.signal, clock };
  return { progress: startProgress(run, flags, lang), clock, writes, stop: () => controller.abort() };
}

const erase = '\r\u001B[2K';
const rows = (share: number): Measure => ({
  step: null,
  share,
  amount: { done: share * 10_000_000, total: 10_000_000, unit: 'rows', about: true },
});
const drawn = (writes: readonly string[]): string[] => writes.map((text) => text.slice(erase.length + 2));

describe('where progress is shown', () => {
  const kind = (env: Record<string, string>, flags: Pick<Flags, 'progress' | 'quiet'>, terminal = true) =>
    progressKind({ stderr: fakeStream(terminal ? { columns: 80 } : null).stream, env }, flags);

  it('is a terminal, unless it is dumb or the log of a build server', () => {
    expect(kind({}, {})).toBe('bar');
    expect(kind({ TERM: 'xterm-256color', CI: '' }, { progress: 'auto' })).toBe('bar');
    expect(kind({ CI: 'false' }, {})).toBe('bar');
    expect(kind({}, {}, false)).toBe('none');
    expect(kind({ TERM: 'dumb' }, {})).toBe('none');
    expect(kind({ CI: 'true' }, {})).toBe('none');
  });

  it('is anywhere with --progress plain, and nowhere with --progress none or -q', () => {
    expect([kind({}, { progress: 'plain' }), kind({ CI: '1', TERM: 'dumb' }, { progress: 'plain' }, false)]).toEqual(['plain', 'plain']);
    expect([kind({}, { progress: 'none' }), kind({}, { quiet: true }), kind({}, { quiet: true, progress: 'plain' })]).toEqual([
      'none',
      'none',
      'none',
    ]);
  });

  it('is nothing at all elsewhere: no text and no timer', () => {
    const { progress, clock, writes } = setUp({}, null);
    progress.show('load', 'orders.csv', () => rows(0.5));
    clock.pass(60_000);
    progress.clear();
    expect([writes, clock.timers()]).toEqual([[], 0]);
  });
});

describe('the bar', () => {
  it('is not drawn for work that is done within a second', () => {
    const { progress, clock, writes } = setUp();
    progress.show('read', 'orders.csv');
    clock.pass(500);
    progress.show('load', 'orders.csv', () => rows(0.5));
    clock.pass(499);
    progress.clear();
    expect([writes, clock.timers()]).toEqual([[], 0]);
  });

  it('says phase, file, share, rows, and after two seconds the time left', () => {
    const { progress, clock, writes } = setUp();
    let share = 0;
    progress.show('load', 'orders.csv', () => rows(share));
    clock.pass(1_100);
    share = 0.25;
    clock.pass(100);
    expect(drawn(writes).at(-1)).toBe('loading orders.csv  [======>                 ]  25%  ~2.5 M of ~10.0 M rows');
    clock.pass(1_680);
    expect(drawn(writes).at(-1)).toBe('loading orders.csv  [======>                 ]  25%  ~2.5 M of ~10.0 M rows  9 s left');
  });

  it('is redrawn at most ten times a second, over itself', () => {
    const { progress, clock, writes } = setUp();
    progress.show('load', 'orders.csv', () => rows(0.1));
    clock.pass(11_000);
    expect(writes.length).toBeGreaterThan(20);
    expect(writes.length).toBeLessThanOrEqual(100);
    expect(writes.every((text) => text.startsWith(erase) && !text.includes('\n'))).toBe(true);
  });

  it('says how long it has been where the share is not known', () => {
    const { progress, clock, writes } = setUp();
    progress.show('read', 'orders.xlsx');
    clock.pass(12_000);
    expect(drawn(writes).at(-1)).toBe('reading orders.xlsx  12 s');
  });

  it('goes on over many short phases', () => {
    const { progress, clock, writes } = setUp();
    for (let file = 0; file < 50; file += 1) {
      progress.show('load', `${file}.csv`);
      clock.pass(24);
    }
    expect(drawn(writes)).toEqual(['loading 44.csv  2 s', 'loading 49.csv  2 s']);
  });

  it('is gone after clear, and comes back with the next phase', () => {
    const { progress, clock, writes } = setUp();
    progress.show('compute', '');
    clock.pass(2_000);
    progress.clear();
    expect([writes.at(-1), clock.timers()]).toEqual([erase, 0]);
    const before = writes.length;
    clock.pass(2_000);
    progress.clear();
    expect(writes).toHaveLength(before);
    progress.show('write', 'result.json');
    expect(drawn(writes.slice(before))).toEqual(['writing result.json  4 s']);
    progress.clear();
    expect([writes.at(-1), clock.timers()]).toEqual([erase, 0]);
  });

  it('is gone when the run is stopped, and stays away', () => {
    const { progress, clock, writes, stop } = setUp();
    progress.show('load', 'orders.csv', () => rows(0.5));
    clock.pass(2_000);
    stop();
    expect([writes.at(-1), clock.timers()]).toEqual([erase, 0]);
    const before = writes.length;
    progress.show('check', '');
    clock.pass(2_000);
    progress.clear();
    expect(writes).toHaveLength(before);
  });

  it('shows nothing of a file name that could steer the terminal', () => {
    const { progress, clock, writes } = setUp();
    progress.show('read', 'a\u001B[31m\n\u202Eb.csv');
    clock.pass(1_200);
    expect(drawn(writes).at(-1)).toBe('reading a\\x1b[31m⏎\\u202eb.csv  2 s');
  });

  it('follows the width of the terminal', () => {
    const clock = fakeClock();
    const writes: string[] = [];
    const terminal = { isTTY: true, columns: 100, write: (text: string) => writes.push(text) > 0 };
    const run = { stderr: terminal as unknown as NodeJS.WriteStream, env: {}, signal: new AbortController().signal, clock };
    const progress = startProgress(run, { color: false }, 'en');
    progress.show('load', 'orders.csv', () => rows(0.5));
    clock.pass(1_500);
    terminal.columns = 30;
    clock.pass(200);
    expect(drawn(writes).at(-1)).toBe('loading orders.csv  50%');
  });
});

describe('plain progress', () => {
  it('is a line for each phase and for every ten seconds within, without control characters', () => {
    const { progress, clock, writes } = setUp({ progress: 'plain' }, null);
    progress.show('read', 'orders.csv');
    clock.pass(200);
    progress.show('load', 'orders.csv', () => rows((clock.now() - 1_000_000) / 50_000));
    clock.pass(25_000);
    progress.show('check', '');
    clock.pass(9_000);
    progress.show('compute', '', () => ({ step: 'customer_orders', share: 0.5, amount: null }));
    clock.pass(10_000);
    progress.clear();
    clock.pass(60_000);
    expect(writes).toEqual([
      '0:00 reading orders.csv\n',
      '0:00 loading orders.csv\n',
      '0:10 loading orders.csv: 20%, ~2.0 M of ~10.0 M rows, 40 s left\n',
      '0:20 loading orders.csv: 40%, ~4.0 M of ~10.0 M rows, 30 s left\n',
      '0:25 checking\n',
      '0:34 computing\n',
      '0:44 computing customer_orders: 50%\n',
    ]);
  });

  it('does not repeat the line of a phase whose measure became known', () => {
    const { progress, clock, writes } = setUp({ progress: 'plain' }, null, 'zh-CN');
    progress.show('write', '结果.json');
    clock.pass(3_000);
    progress.show('write', '结果.json', () => ({
      step: null,
      share: 0.5,
      amount: { done: 1_200_000_000, total: 2_400_000_000, unit: 'bytes', about: false },
    }));
    clock.pass(7_000);
    expect(writes).toEqual(['0:00 写入 结果.json\n', '0:10 写入 结果.json：50%，1.2 GB / 2.4 GB\n']);
  });
});
