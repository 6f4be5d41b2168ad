import type { Clock } from '../../src/cli/clock.ts';

/** A clock that stands until the test moves it. */
export interface FakeClock extends Clock {
  /** Lets this time pass, with every timer that is due in it. */
  readonly pass: (ms: number) => void;
  /** How many timers run. */
  readonly timers: () => number;
}

export function fakeClock(): FakeClock {
  let time = 1_000_000;
  const timers = new Set<{ readonly ms: number; due: number; readonly work: () => void }>();
  return {
    date: () => new Date(time),
    now: () => time,
    every: (ms, work) => {
      const timer = { ms, due: time + ms, work };
      timers.add(timer);
      return () => timers.delete(timer);
    },
    pass: (ms) => {
      const end = time + ms;
      for (;;) {
        const [next] = [...timers].filter((timer) => timer.due <= end).toSorted((one, other) => one.due - other.due);
        if (next === undefined) break;
        time = next.due;
        next.due += next.ms;
        next.work();
      }
      time = end;
    },
    timers: () => timers.size,
  };
}

/** An error stream that keeps what is written to it. */
export interface FakeStream {
  readonly stream: NodeJS.WriteStream;
  readonly writes: string[];
}

export function fakeStream(terminal: { readonly columns: number } | null): FakeStream {
  const writes: string[] = [];
  const write = (text: string): boolean => {
    writes.push(text);
    return true;
  };
  const stream = { write, isTTY: terminal !== null, ...terminal } as unknown as NodeJS.WriteStream;
  return { stream, writes };
}
