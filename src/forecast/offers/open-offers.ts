import { sql } from '../../engine/sql.ts';
import type { IsoDate } from '../../lib/dates.ts';
import { onceARun } from '../once-a-run.ts';
import { type GoodsLines, readLines } from './lines.ts';
import { minedAt, type MinedRules, type RuleSettings } from './mined-rules.ts';
import { type OfferVerdict, testOffers } from './offer-tests.ts';
import { type Ownership, ownershipOf } from './owned.ts';

export interface OfferSettings {
  readonly asOf: IsoDate;
  readonly support: number | null;
  readonly confidence: number;
}

/** What offers are made with, on the as-of date. */
export interface OpenedOffers {
  readonly lines: GoodsLines;
  readonly settings: RuleSettings;
  readonly ownership: Ownership;
  /** For each item the other editions of the same product. */
  readonly instead: ReadonlyMap<number, readonly number[]>;
  /** Null where the support asked for yields too many sets. */
  readonly mined: MinedRules | null;
}

/** Null where no line says what was bought. */
export const openOffers = onceARun(
  (settings: OfferSettings) => JSON.stringify(['offers', settings]),
  async (read, { asOf, support, confidence }): Promise<OpenedOffers | null> => {
    const [choice] = await read(sql`select basis from goods_choice`);
    if (choice === undefined) return null;
    const lines = await readLines(read, asOf);
    const settings: RuleSettings = { basis: choice['basis'] === 'orders' ? 'orders' : 'histories', support, confidence };
    const steps = await read(sql`select item_id, next_id from upgrade_steps`);
    return {
      lines,
      settings,
      ownership: ownershipOf(lines),
      instead: editionsOf(
        lines,
        steps.map((row) => [String(row['item_id']), String(row['next_id'])]),
      ),
      mined: minedAt(lines, 0, settings),
    };
  },
);

/** Null where no line says what was bought. */
export const testedOffers = onceARun(
  (settings: OfferSettings) => JSON.stringify(['tests', settings]),
  async (read, settings): Promise<OfferVerdict | null> => {
    const opened = await openOffers(read, settings);
    return opened === null ? null : testOffers(opened.ownership, opened.settings, opened.instead);
  },
);

/** Products that steps lead between are editions of one. */
function editionsOf({ items }: GoodsLines, steps: readonly (readonly [string, string])[]): Map<number, number[]> {
  const places = new Map(items.map((item, place) => [item, place]));
  const ladders = new Map<string, Set<string>>();
  for (const [item, next] of steps) {
    const all = new Set([item, next, ...(ladders.get(item) ?? []), ...(ladders.get(next) ?? [])]);
    for (const each of all) ladders.set(each, all);
  }
  return new Map(
    [...ladders].flatMap(([item, all]) => {
      const place = places.get(item);
      if (place === undefined) return [];
      return [[place, [...all].filter((each) => each !== item).flatMap((each) => places.get(each) ?? [])] as const];
    }),
  );
}
