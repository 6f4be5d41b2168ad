import { describe, expect, it } from 'vitest';
import type { Row } from '../../../src/lib/rows.ts';
import { order, rowsOf } from '../run.ts';
import { decided, fairDeals } from './decided-deals.ts';
import { march } from './review-rows.ts';

const key = ({ rep, attribute, kind }: Row): string => [rep, attribute, kind].join();

describe('rep_advantages', () => {
  it('has who wins more of a kind than rep and kind let expect, drawn towards that', async () => {
    const rows = await rowsOf('rep_advantages', { opportunities: fairDeals, parameters: march });
    const named = new Map(rows.filter(({ verdict }) => verdict !== 'within').map((row) => [key(row), row]));
    // Without Ann's deals from fairs nobody is left to differ: Bob looked weak at fairs only beside her, and she weak on the web.
    expect([...named.keys()]).toEqual(['Ann,source,fair']);
    const fair = named.get('Ann,source,fair')!;
    expect(fair).toMatchObject({ of: 'deals', cases: 40, successes: 36, rate: 0.9, verdict: 'above', needed: 40 });
    expect(Number(fair['likely_rate'])).toBeLessThan(0.9);
    expect(Number(fair['likely_low'])).toBeGreaterThan(Number(fair['expected_rate']));
  });

  it('says from how many cases on a difference would hold', async () => {
    const alike = ['fair', 'web'].flatMap((source) => [
      ...decided('Ann', { won: source === 'fair' ? 12 : 8, lost: source === 'fair' ? 8 : 12 }, { source }),
      ...decided('Bob', { won: 10, lost: 10 }, { source }),
    ]);
    const rows = await rowsOf('rep_advantages', { opportunities: alike, parameters: march });
    expect(rows.map(({ verdict }) => verdict)).toEqual(['within', 'within', 'within', 'within']);
    expect(rows.every(({ needed, cases }) => Number(needed) > Number(cases))).toBe(true);
  });

  it('goes by leads without deals, and by customers without either', async () => {
    const leads = fairDeals.map(({ opportunity_id: id, rep, state, source }) => ({
      lead_id: id!,
      owner: rep!,
      status: state === 'won' ? 'converted' : 'invalid',
      source: source!,
    }));
    const ofLeads = await rowsOf('rep_advantages', { leads, parameters: march });
    expect(ofLeads.filter(({ verdict }) => verdict === 'above').map(key)).toEqual(['Ann,source,fair']);
    expect(ofLeads[0]!['of']).toBe('leads');

    const customers = fairDeals.map(({ opportunity_id: id, rep, source }) => ({ customer_id: id!, owner: rep!, source: source! }));
    const orders = fairDeals.flatMap(({ opportunity_id: id, rep, state }) =>
      state === 'won' ? [order(String(id), `O ${String(id)}`, '2026-03-10', 5, { rep: rep! })] : [],
    );
    const ofCustomers = await rowsOf('rep_advantages', { customers, orders, parameters: march });
    expect(ofCustomers.filter(({ verdict }) => verdict === 'above').map(key)).toEqual(['Ann,source,fair']);
    expect(ofCustomers[0]!['of']).toBe('customers');
  });

  it('says nothing of regions where each is the one of a rep, who also sold to customers of others', async () => {
    // Of 40 own customers 30 bought; 15 of the other rep's bought too, and are known only because they did.
    const owned = (rep: string, region: string) =>
      Array.from({ length: 40 }, (_, index) => ({ customer_id: `${region}${index}`, owner: rep, region }));
    const customers = [...owned('Ann', 'north'), ...owned('Bob', 'south')];
    const sold = (rep: string, region: string, count: number) =>
      Array.from({ length: count }, (_, index) => order(`${region}${index}`, `${rep} ${region}${index}`, '2026-03-10', 5, { rep }));
    const orders = [...sold('Ann', 'north', 30), ...sold('Bob', 'south', 30), ...sold('Ann', 'south', 15), ...sold('Bob', 'north', 15)];
    expect(await rowsOf('rep_advantages', { customers, orders, parameters: march })).toEqual([]);
  });

  it('is empty with few cases, and with one rep', async () => {
    expect(await rowsOf('rep_advantages', { opportunities: decided('Ann', { won: 5, lost: 5 }), parameters: march })).toEqual([]);
    const alone = [...decided('Ann', { won: 30, lost: 5 }, { source: 'fair' }), ...decided('Ann', { won: 5, lost: 30 }, { source: 'web' })];
    expect(await rowsOf('rep_advantages', { opportunities: alone, parameters: march })).toEqual([]);
  });
});
