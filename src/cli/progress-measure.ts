/** How much of a step is done, in what can be counted. */
export interface Amount {
  readonly done: number;
  readonly total: number;
  readonly unit: 'rows' | 'bytes' | 'steps' | 'files';
  /** True where the counts are estimates. */
  readonly about: boolean;
}

/** How far a step is. */
export interface Measure {
  /** What the step is, where the phase has several: the metric that is computed. */
  readonly step: string | null;
  /** In [0, 1]. */
  readonly share: number;
  readonly amount: Amount | null;
}

/** What there is to say of a measure at one moment. */
export interface Reading extends Measure {
  /** Seconds; null while it would be a guess. */
  readonly left: number | null;
}

/** Time left is told after this time in a step and this share of it, and while the share still moves. */
const leastAgeMs = 2_000;
const leastShare = 0.05;
const stillMs = 5_000;
/** A step is worth a bar when it has lasted this long: the short ones would only flicker. */
const leastStepMs = 300;

/** Follows a measure over time. A step begins where its name changes or its share falls back. */
export function createMeter(now: () => number): (measure: Measure | null) => Reading | null {
  let step: string | null = null;
  let share = -1;
  let began = 0;
  let moved = 0;
  return (measure) => {
    if (measure === null) {
      share = -1;
      return null;
    }
    const time = now();
    if (share < 0 || measure.step !== step || measure.share < share) began = time;
    if (measure.share !== share || measure.step !== step) moved = time;
    ({ step, share } = measure);
    const age = time - began;
    if (age < leastStepMs) return null;
    const known = age >= leastAgeMs && share >= leastShare && share < 1 && time - moved < stillMs;
    return { ...measure, left: known ? (age * (1 - share)) / share / 1_000 : null };
  };
}
