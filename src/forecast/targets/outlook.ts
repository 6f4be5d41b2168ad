import { addMonths } from '../../lib/dates.ts';
import type { Window } from './windows.ts';
import { bestWeights, blended, Losses, lossesOf, type Weights } from './blend.ts';
import { type Course, type Estimates, estimatesOf, isOverBy, knownBy, shareOf, type Standing, usualSize } from './estimates.ts';
import { chanceOf, intervalOf, type PastForecast, type Spread, spreadOf, windowsOfSpread } from './spread.ts';

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

/** With fewer earlier windows there is no forecast. */
const leastKnown = 3;

/** What scopes of one kind come to, and how such forecasts did in the past, each made of what was known then. */
export function outlooksOf(scopes: readonly Scope[], monthsOfYear: number | null): { outlooks: Outlook[]; tests: Test[] } {
  const kind = new Kind(scopes, monthsOfYear);
  const tests = kind.windows.flatMap(({ from }) => kind.test(from));
  return { outlooks: scopes.map((scope) => kind.outlook(scope)), tests };
}

/** What is learned of scopes of a kind, window by window. */
class Kind {
  readonly scopes: readonly Scope[];
  readonly monthsOfYear: number | null;
  /** Each once, oldest first. */
  readonly windows: readonly Window[];
  readonly #losses = new Losses();
  readonly #own: ReadonlyMap<string, Losses>;
  readonly #errors = new Map<string, { count: number; sum: number }>();
  #all = { count: 0, sum: 0 };
  #fresh = { count: 0, sum: 0 };
  readonly #past: PastForecast[][] = [];
  /** Forecasts of windows that were not over yet when the last one was made, oldest first. */
  readonly #waiting: Made[][] = [];
  /** By the windows learned from and those that overlap; made once for all scopes. */
  readonly #spreads = new Map<string, Spread | null>();
  readonly #sharesByCut = new Map<string, number | null>();

  constructor(scopes: readonly Scope[], monthsOfYear: number | null) {
    this.scopes = scopes;
    this.monthsOfYear = monthsOfYear;
    const windows = new Map(scopes.flatMap(({ past }) => past.map((window) => [window.from, window] as const)));
    this.windows = [...windows.values()].toSorted((one, other) => (one.from < other.from ? -1 : 1));
    this.#own = new Map(scopes.map(({ id }) => [id, new Losses()]));
  }

  /** Forecasts of all scopes in a window, by what is known at its cut. */
  test(from: string): Test[] {
    const found = this.scopes.flatMap((scope) => {
      const window = scope.past.find((each) => each.from === from);
      return window === undefined ? [] : [{ scope, window }];
    });
    const [first] = found;
    if (first !== undefined) this.#learnUntil(first.window);
    const shareOfKind = this.#shareOfKind(first?.window ?? null);
    const spread = this.#spread(first?.window);
    const made = found.flatMap(({ scope, window }) => {
      const known = knownBy(scope.past, window);
      const usual = usualSize(known);
      const lastYear = this.#lastYear(window, known);
      const estimates = estimatesOf(window, known, { shareOfKind, lastYear });
      const forecast = blended(estimates, this.#weights(scope));
      if (known.length < leastKnown || usual === null || forecast === null) return [];
      const unit = this.#unit(scope, forecast, usual);
      const interval = spread === null ? null : intervalOf(spread, { forecast, floor: floorOf(window, known), unit });
      return [{ scope, window, known, usual, estimates, forecast, unit, interval }];
    });
    if (made.length > 0) this.#waiting.push(made);
    return made.map(({ scope, window, forecast, usual, estimates, interval }) => ({
      scope: scope.id,
      window,
      forecast,
      runRate: estimates[0] ?? null,
      low: interval?.low ?? null,
      high: interval?.high ?? null,
      usual,
    }));
  }

  outlook(scope: Scope): Outlook {
    const { now, past } = scope;
    this.#learnUntil(now);
    const known = knownBy(past, now);
    const lastYear = this.#lastYear(now, known);
    const estimates = estimatesOf(now, known, { shareOfKind: this.#shareOfKind(now), lastYear });
    const weights = this.#weights(scope);
    const forecast = known.length < leastKnown ? null : blended(estimates, weights);
    const spread = this.#spread(this.windows.at(-1));
    const whole = { scope: scope.id, forecast, runRate: estimates[0] ?? null, weights, windows: known.length };
    if (spread === null || forecast === null) return { ...whole, low: null, high: null, chance: () => null };
    const usual = usualSize(known) ?? Math.abs(forecast);
    const made = { forecast, floor: floorOf(now, known), unit: this.#unit(scope, forecast, usual) };
    return { ...whole, ...intervalOf(spread, made), chance: (value) => chanceOf(spread, made, value) };
  }

  /** Of the errors known so far. Rests of quarters and years overlap: of so many windows in a row one tells something new. */
  #spread(at: Window | undefined): Spread | null {
    const overlapping = Math.max(
      1,
      this.windows.filter((window) => at !== undefined && window.from <= at.from && !isOverBy(window, at.cut)).length,
    );
    const key = `${this.#past.length} ${overlapping}`;
    const made = this.#spreads.get(key) ?? spreadOf(this.#past.slice(-windowsOfSpread * overlapping), overlapping);
    this.#spreads.set(key, made);
    return made;
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

  #shareOfKind(now: Standing | null): number {
    if (now === null) return 1;
    const { cut } = now;
    if (!this.#sharesByCut.has(cut)) this.#sharesByCut.set(cut, shareOf(this.scopes.flatMap(({ past }) => knownBy(past, now).slice(-12))));
    return this.#sharesByCut.get(cut) ?? now.share;
  }

  #lastYear(of: Window, known: readonly Course[]): Course | null {
    if (this.monthsOfYear === null) return null;
    const from = addMonths(of.from, -this.monthsOfYear);
    return known.find((window) => window.from === from) ?? null;
  }

  /** Learns how the forecasts came out of windows that are over by the cut of another: those of quarters and years overlap. */
  #learnUntil({ cut }: Pick<Standing, 'cut'>): void {
    while (this.#waiting.length > 0 && this.#waiting[0]!.every(({ window }) => isOverBy(window, cut))) {
      const made = this.#waiting.shift()!;
      for (const each of made) this.#learn(each);
      this.#all = { count: this.#all.count * kept + this.#fresh.count, sum: this.#all.sum * kept + this.#fresh.sum };
      this.#fresh = { count: 0, sum: 0 };
      this.#past.push(
        made.map(({ window, known, forecast, unit }) => ({ forecast, total: window.total, floor: floorOf(window, known), unit })),
      );
    }
  }

  #learn({ scope, window, usual, estimates, forecast }: Made): void {
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
  readonly known: readonly Course[];
  readonly usual: number;
  readonly estimates: Estimates;
  readonly forecast: number;
  readonly unit: number;
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
