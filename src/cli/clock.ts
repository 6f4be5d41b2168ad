/** Time and timers, so that tests need not wait. */
export interface Clock {
  readonly date: () => Date;
  /** Milliseconds from any start; never goes back. */
  readonly now: () => number;
  /** Does the work at this interval until the function returned is called. Does not keep the program alive. */
  readonly every: (ms: number, work: () => void) => () => void;
}

export const systemClock: Clock = {
  date: () => new Date(),
  now: () => performance.now(),
  every: (ms, work) => {
    const timer = setInterval(work, ms).unref();
    return () => clearInterval(timer);
  },
};
