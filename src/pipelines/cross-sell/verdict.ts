import { sql } from '../../engine/sql.ts';
import { offerLists, type OfferList } from '../../forecast/offers/offer-tests.ts';
import type { CrossSellInput } from './input.ts';

/** A list against another on the past. */
export interface Contest {
  readonly lift: number | null;
  readonly low: number | null;
  readonly high: number | null;
  /** The list did better beyond chance. */
  readonly isBetter: boolean;
}

/** What the past says of the offers. */
export interface Verdict {
  /** Past days, offers on them, and how many of each list were taken up; 0 offers: it could not be tested. */
  readonly days: number;
  readonly offers: number;
  readonly hits: Readonly<Record<OfferList, number>>;
  readonly rules: Contest | null;
  readonly followed: 'rules' | 'best_sellers' | 'untested';
  /** Neither list did better than any items would have. */
  readonly isBlind: boolean;
}

/** The verdict of `offer_tests` and `offer_contests`. */
export async function verdictOf({ engine }: CrossSellInput): Promise<Verdict> {
  const tests = await engine.rows<{ list_id: OfferList; days: number; offers: number; hits: number }>(sql`
    select list_id, count(*) as days, sum(offers) as offers, sum(cast(floor(hits * 1000 + 0.5) as decimal(18,0))) as hits
    from offer_tests where offers > 0 group by list_id`);
  const rows = await engine.rows<Record<string, number | string | null>>(sql`select * from offer_contests`);
  const contest = (list: string, against: string): (Contest & { followed: boolean }) | null => {
    const row = rows.find((each) => each['list_id'] === list && each['against_id'] === against);
    if (row === undefined) return null;
    const number = (id: string): number | null => (typeof row[id] === 'number' ? row[id] : null);
    return {
      lift: number('lift'),
      low: number('lift_low'),
      high: number('lift_high'),
      isBetter: (number('difference_low') ?? 0) > 0,
      followed: row['followed'] === 1,
    };
  };
  const rules = contest('rules', 'best_sellers');
  const hitsOf = (list: OfferList): number => (tests.find(({ list_id: id }) => id === list)?.hits ?? 0) / 1000;
  return {
    days: tests[0]?.days ?? 0,
    offers: tests[0]?.offers ?? 0,
    hits: Object.fromEntries(offerLists.map((list) => [list, hitsOf(list)])) as Record<OfferList, number>,
    rules,
    followed: rules === null ? 'untested' : rules.followed ? 'rules' : 'best_sellers',
    isBlind: rules !== null && contest('rules', 'any')?.isBetter !== true && contest('best_sellers', 'any')?.isBetter !== true,
  };
}
