import type { Window } from './windows.ts';
import { bestWeights, blended, Losses, lossesOf, type Weights } from './blend.ts';
import { type Course, type Estimates, estimatesOf, knownBy, shareOf, type Standing, usualSize } from './estimates.ts';
import { KnownPast } from './known-past.ts';
import { chanceOf, intervalOf, type PastForecast, type Spread, spreadOf } from './spread.ts';

/** What is forecast: what came in windows of the past, oldest first, and how it stands now. Scopes of a kind learn from one another. */
export interface Scope {
  readonly id: string;
  /** Windows before the first in which there was anything are left out. */
  readonly past: readonly Course[];
  readonly now: Standing;
}

/** A forecast of a window that is over, made of what was known at its cut. */
export interface Test {
  readonly scope: string;
  readonly window: Course;
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
  readonly scope: string;
  readonly forecast: number | null;
  readonly runRate: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly weights: Weights;
  /** Earlier windows that it rests on. */
  readonly windows: number;
  /** The chance to reach a value; null where too little is known. */
  readonly chance: (value: number) => number | null;
}

/** How far off forecasts of a scope were is drawn to those of its kind as by so many. */
const testsOfKind = 12;

/** From window to window what was learned of errors loses weight: a business that grows is forecast better than it was. */
const kept = 0.85;

/** Forecasts of so many of the last windows tell how far off the next ones may be. */
const windowsOfSpread = 12;

/** The share of a kind is that of so many of the last windows of each scope. */
const windowsOfShare = 12;

/** Fewer earlier windows tell nothing of how forecasts do. */
const leastKnown = 3;

/** What scopes of one kind come to, and how such forecasts did in the past, each made of what was known then. */
export function outlooksOf(scopes: readonly Scope[], stepsOfYear: number | null): { outlooks: Outlook[]; tests: Test[] } {
  const kind = new Kind(scopes, stepsOfYear);
  const windows = new Map(scopes.flatMap(({ past }) => past.map((window) => [window.from, window])));
  const tests = [...windows.keys()].toSorted().flatMap((from) => kind.test(windows.get(from)!));
  return { outlooks: scopes.map((scope) => kind.outlook(scope)), tests };
}

/** What is learned of scopes of a kind, window by window. */
class Kind {
  readonly scopes: readonly Scope[];
  readonly stepsOfYear: number | null;
  readonly #losses = new Losses();
  readonly #own: ReadonlyMap<string, Losses>;
  readonly #pasts: readonly KnownPast[];
  readonly #errors = new Map<string, { count: number; sum: number }>();
  #all = { count: 0, sum: 0 };
  #fresh = { count: 0, sum: 0 };
  readonly #past: PastForecast[][] = [];
  /** Of the windows so far; made once for all scopes. */
  #spread: Spread | null = null;
  readonly #sharesByCut = new Map<string, number | null>();

  constructor(scopes: readonly Scope[], stepsOfYear: number | null) {
    this.scopes = scopes;
    this.stepsOfYear = stepsOfYear;
    this.#own = new Map(scopes.map(({ id }) => [id, new Losses()]));
    this.#pasts = scopes.map(({ past }) => new KnownPast(past));
  }

  /** Forecasts of all scopes in a window, then learns how they came out. */
  test({ from, cut, share }: Window): Test[] {
    const windows = this.#pasts.map((past) => past.goTo(from, cut));
    const shareOfKind = shareOf(this.#pasts.flatMap((past) => past.latest(windowsOfShare))) ?? share;
    const spread = this.#spread;
    const made = this.scopes.flatMap((scope, index): Made[] => {
      const [window, past] = [windows[index]!, this.#pasts[index]!];
      const known = past.latest(Infinity);
      const usual = usualSize(known);
      if (window === null || known.length < leastKnown || usual === null) return [];
      const lastYear = this.stepsOfYear === null ? null : past.before(this.stepsOfYear);
      const estimates = estimatesOf(window, known, { shareOfKind, lastYear });
      const forecast = blended(estimates, this.#weights(scope));
      if (forecast === null) return [];
      const floor = past.hasFallen ? -Infinity : window.soFar;
      const result = { forecast, total: window.total, floor, unit: this.#unit(scope, forecast, usual) };
      return [{ scope, window, usual, estimates, result, interval: spread === null ? null : intervalOf(spread, result) }];
    });
    for (const each of made) this.#learn(each);
    this.#all = { count: this.#all.count * kept + this.#fresh.count, sum: this.#all.sum * kept + this.#fresh.sum };
    this.#fresh = { count: 0, sum: 0 };
    this.#past.push(made.map(({ result }) => result));
    this.#spread = spreadOf(this.#past.slice(-windowsOfSpread).flat());
    return made.map(({ scope, window, usual, estimates, result, interval }) => ({
      scope: scope.id,
      window,
      forecast: result.forecast,
      runRate: estimates[0] ?? null,
      low: interval?.low ?? null,
      high: interval?.high ?? null,
      usual,
    }));
  }

  outlook(scope: Scope): Outlook {
    const { now, past } = scope;
    const known = knownBy(past, now);
    const lastYear = this.#lastYear(past, known);
    const estimates = estimatesOf(now, known, { shareOfKind: this.#shareOfKind(now), lastYear });
    const weights = this.#weights(scope);
    const forecast = blended(estimates, weights);
    const spread = this.#spread;
    const whole = { scope: scope.id, forecast, runRate: estimates[0] ?? null, weights, windows: known.length };
    if (spread === null || forecast === null) return { ...whole, low: null, high: null, chance: () => null };
    const usual = usualSize(known) ?? Math.abs(forecast);
    const made = { forecast, floor: floorOf(now, known), unit: this.#unit(scope, forecast, usual) };
    return { ...whole, ...intervalOf(spread, made), chance: (value) => chanceOf(spread, made, value) };
  }

  #weights({ id }: Scope): Weights {
    return bestWeights(this.#own.get(id)!, this.#losses);
  }

  /** One unit of error: the size of a window, times how far off forecasts of the scope usually are. */
  #unit({ id }: Scope, forecast: number, usual: number): number {
    const own = this.#errors.get(id) ?? { count: 0, sum: 0 };
    const ofKind = this.#all.count === 0 ? startingError : this.#all.sum / this.#all.count;
    const error = (own.sum + testsOfKind * ofKind) / (own.count + testsOfKind);
    return Math.max(sizeOf(forecast, usual) * error, Number.MIN_VALUE);
  }

  #shareOfKind(now: Standing): number {
    const { cut } = now;
    if (!this.#sharesByCut.has(cut))
      this.#sharesByCut.set(cut, shareOf(this.scopes.flatMap(({ past }) => knownBy(past, now).slice(-windowsOfShare))));
    return this.#sharesByCut.get(cut) ?? now.share;
  }

  #lastYear(past: readonly Course[], known: readonly Course[]): Course | null {
    const window = this.stepsOfYear === null ? undefined : past[past.length - this.stepsOfYear];
    return window !== undefined && known.includes(window) ? window : null;
  }

  #learn({ scope, window, usual, estimates, result: { forecast } }: Made): void {
    const losses = lossesOf(estimates, window.total, usual);
    this.#losses.add(losses);
    this.#own.get(scope.id)!.add(losses);
    const error = Math.abs(window.total - forecast) / sizeOf(forecast, usual);
    const own = this.#errors.get(scope.id) ?? { count: 0, sum: 0 };
    this.#errors.set(scope.id, { count: own.count * kept + 1, sum: own.sum * kept + error });
    this.#fresh.count += 1;
    this.#fresh.sum += error;
  }
}

interface Made {
  readonly scope: Scope;
  readonly window: Course;
  readonly usual: number;
  readonly estimates: Estimates;
  readonly result: PastForecast;
  readonly interval: { readonly low: number; readonly high: number } | null;
}

/** How far off the first forecasts are taken to be. */
const startingError = 0.3;

function sizeOf(forecast: number, usual: number): number {
  return (Math.abs(forecast) + usual) / 2;
}

/** What is there stays, unless more was taken back than came in the rest of an earlier window. */
function floorOf({ soFar }: Standing, known: readonly Course[]): number {
  return known.every((window) => window.total >= window.soFar) ? soFar : -Infinity;
}
