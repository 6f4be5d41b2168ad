import type { IsoDate, Period } from '../../lib/dates.ts';
import { bestWeights, blended, learn, Losses, type Weights } from './blend.ts';
import { type Courses, type Estimates, estimatesOf, floorOf, type Known, type Standing, usualShareOf, usualSize } from './estimates.ts';
import { type KnownWindows, knownWindows } from './known-windows.ts';
import { chanceOf, intervalOf, type PastForecast, type Spread, spreadOf, windowsOfSpread } from './spread.ts';
import type { Window } from './windows.ts';

/** What is forecast: how the windows of its kind went for it, and how it stands now. Those before the first in which there was anything do not count. */
export interface Scope extends Courses {
  readonly now: Standing;
}

/** Scopes that have the same windows and learn from one another. */
export interface KindOfScopes {
  readonly scopes: readonly Scope[];
  /** Of the past, oldest first. */
  readonly windows: readonly Window[];
  /** The one that is not over. */
  readonly now: Period & { readonly cut: IsoDate };
  /** How many months lie between a window and that of the year before; null where they do not follow one another by months. */
  readonly monthsOfYear: number | null;
}

/** A forecast of a window that is over, made of what was known at its cut. */
export interface Test {
  readonly window: Window;
  readonly soFar: number;
  readonly total: number;
  readonly forecast: number;
  /** So far ÷ share of the working days. */
  readonly runRate: number | null;
  /** Null where too little was known for an interval. */
  readonly low: number | null;
  readonly high: number | null;
  /** What is usual for the scope, to measure errors by. */
  readonly usual: number;
}

/** What a scope will come to. */
export interface Outlook {
  readonly forecast: number | null;
  readonly runRate: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly weights: Weights;
  /** Earlier windows that it rests on. */
  readonly windows: number;
  /** The chance to reach a value; null where too little is known. */
  readonly chance: (value: number) => number | null;
  /** How such forecasts did in the past, oldest first. */
  readonly tests: readonly Test[];
}

/** How far off forecasts of a scope were is drawn to those of its kind as by so many. */
const testsOfKind = 12;

/** From window to window what was learned of errors loses weight: a business that grows is forecast better than it was. */
const kept = 0.85;

/** With fewer earlier windows there is no forecast. */
const leastKnown = 3;

/** What each scope of a kind comes to, and how such forecasts did in the past, each made of what was known then. */
export function outlooksOf(kind: KindOfScopes): Outlook[] {
  return new Kind(kind).outlooks();
}

/** What is learned of scopes of a kind, window by window. Windows are named by their places; the one that is not over stands behind the last. */
class Kind {
  readonly #windows: readonly Window[];
  readonly #known: KnownWindows;
  readonly #scopes: readonly Learner[];
  /** The first window in which there was anything. */
  readonly #first: number;
  readonly #losses = new Losses();
  #errors = { count: 0, sum: 0 };
  readonly #past: Made[][] = [];
  /** Forecasts of windows that were not over yet when the last one was made, oldest first. */
  readonly #waiting: { readonly window: number; readonly made: readonly Made[] }[] = [];

  constructor({ scopes, windows, now, monthsOfYear }: KindOfScopes) {
    this.#windows = windows;
    this.#known = knownWindows(windows, now, monthsOfYear);
    this.#scopes = scopes.map((scope) => new Learner(scope));
    this.#first = Math.min(...this.#scopes.map(({ first }) => first));
  }

  outlooks(): Outlook[] {
    const now = this.#windows.length;
    for (let window = this.#first; window < now; window += 1) this.#test(window);
    this.#learnUntil(now);
    const shareOfKind = this.#shareOfKind(now);
    const spread = this.#spread(now - 1);
    return this.#scopes.map((scope) => this.#outlook(scope, shareOfKind ?? scope.now.share, spread));
  }

  /** Forecasts all scopes in a window, by what is known at its cut. */
  #test(at: number): void {
    this.#learnUntil(at);
    const window = this.#windows[at]!;
    const shareOfKind = this.#shareOfKind(at) ?? window.share;
    const spread = this.#spread(at);
    const made: Made[] = [];
    for (const scope of this.#scopes) {
      const known = scope.knownBy(this.#known.overBy[at]!);
      const usual = usualSize(known);
      if (at < scope.first || known.end - known.first < leastKnown || usual === null) continue;
      const [soFar, total] = [scope.soFar[at]!, scope.total[at]!];
      const standing = { share: window.share, soFar };
      const estimates = this.#estimates(at, standing, known, shareOfKind);
      const forecast = blended(estimates, this.#weights(scope));
      if (forecast === null) continue;
      const one = { scope, estimates, usual, total, forecast, floor: floorOf(standing, known), unit: this.#unit(scope, forecast, usual) };
      const { low, high } = spread === null ? noInterval : intervalOf(spread, one);
      scope.tests.push({ window, soFar, total, forecast, runRate: estimates[0] ?? null, low, high, usual });
      made.push(one);
    }
    if (made.length > 0) this.#waiting.push({ window: at, made });
  }

  #outlook(scope: Learner, shareOfKind: number, spread: Spread | null): Outlook {
    const { now, tests } = scope;
    const at = this.#windows.length;
    const known = scope.knownBy(this.#known.overBy[at]!);
    const estimates = this.#estimates(at, now, known, shareOfKind);
    const weights = this.#weights(scope);
    const windows = known.end - known.first;
    const forecast = windows < leastKnown ? null : blended(estimates, weights);
    const whole = { forecast, runRate: estimates[0] ?? null, weights, windows, tests };
    if (spread === null || forecast === null) return { ...whole, ...noInterval, chance: () => null };
    const usual = usualSize(known) ?? Math.abs(forecast);
    const made = { forecast, floor: floorOf(now, known), unit: this.#unit(scope, forecast, usual) };
    return { ...whole, ...intervalOf(spread, made), chance: (value) => chanceOf(spread, made, value) };
  }

  #estimates(at: number, standing: Standing, known: Known, shareOfKind: number): Estimates {
    const { yearBefore } = this.#known;
    return estimatesOf(standing, known, { shareOfKind, lastYear: yearBefore[at]!, yearBefore });
  }

  /** Of the errors known so far. Rests of quarters and years overlap: of so many windows in a row one tells something new. */
  #spread(at: number): Spread | null {
    const firstRunning = Math.max(this.#first, this.#known.overBy[at] ?? 0);
    const overlapping = Math.max(1, at - firstRunning + 1);
    return spreadOf(this.#past.slice(-windowsOfSpread * overlapping), overlapping);
  }

  #weights({ losses }: Learner): Weights {
    return bestWeights(losses, this.#losses);
  }

  /** One unit of error: the size of a window, times how far off forecasts of the scope usually are. */
  #unit({ errors }: Learner, forecast: number, usual: number): number {
    const ofKind = this.#errors.count === 0 ? startingError : this.#errors.sum / this.#errors.count;
    const error = (errors.sum + testsOfKind * ofKind) / (errors.count + testsOfKind);
    return Math.max(sizeOf(forecast, usual) * Math.max(error, leastError), Number.MIN_VALUE);
  }

  #shareOfKind(at: number): number | null {
    return usualShareOf(this.#scopes.map((scope) => scope.knownBy(this.#known.overBy[at]!)));
  }

  /** Learns how the forecasts came out of windows that are over by the cut of another: those of quarters and years overlap. */
  #learnUntil(at: number): void {
    while (this.#waiting.length > 0 && this.#waiting[0]!.window < this.#known.overBy[at]!) {
      const { made } = this.#waiting.shift()!;
      const fresh = { count: 0, sum: 0 };
      for (const one of made) {
        const { scope, usual, total, forecast } = one;
        learn(one.estimates, { total, usual }, [this.#losses, scope.losses]);
        const error = Math.abs(total - forecast) / sizeOf(forecast, usual);
        scope.errors.count = scope.errors.count * kept + 1;
        scope.errors.sum = scope.errors.sum * kept + error;
        fresh.count += 1;
        fresh.sum += error;
      }
      this.#errors = { count: this.#errors.count * kept + fresh.count, sum: this.#errors.sum * kept + fresh.sum };
      this.#past.push([...made]);
    }
  }
}

/** What is learned of one scope. */
class Learner implements Scope {
  readonly soFar: Courses['soFar'];
  readonly total: Courses['total'];
  readonly now: Standing;
  /** The first window in which there was anything; behind the last where there is none. */
  readonly first: number;
  readonly losses = new Losses();
  readonly errors = { count: 0, sum: 0 };
  readonly tests: Test[] = [];

  constructor({ soFar, total, now }: Scope) {
    this.soFar = soFar;
    this.total = total;
    this.now = now;
    let first = 0;
    while (first < total.length && total[first] === 0) first += 1;
    this.first = first;
  }

  knownBy(end: number): Known {
    return { soFar: this.soFar, total: this.total, first: Math.min(this.first, end), end };
  }
}

interface Made extends PastForecast {
  readonly scope: Learner;
  readonly estimates: Estimates;
  readonly usual: number;
}

const noInterval = { low: null, high: null } as const;

/** How far off the first forecasts are taken to be. */
const startingError = 0.3;

/** Forecasts that were always right to the noise of floating point are taken to be as far off: in units of less, errors have no size. */
const leastError = 1e-9;

function sizeOf(forecast: number, usual: number): number {
  return (Math.abs(forecast) + usual) / 2;
}
