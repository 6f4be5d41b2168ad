import { describe, expect, it } from 'vitest';
import { orderTest, orderTrust } from '../../../src/views/forecast/order-verdict.ts';
import { foldOf, type PlainFold } from '../../forecast/churn/fold.ts';

const said = (plain: PlainFold): string => orderTrust(orderTest([foldOf(plain)])).en;
const repeated = (values: readonly number[], times: number): number[] => Array.from({ length: times }, () => values).flat();

/** 400 customers, half of whom stop. */
const silent = repeated([1, 1, 0, 0], 100);
const kept = silent.map(() => true);
const perfectBut = (share: number): number[] => silent.map((value, row) => ((row * 37) % 100 < share * 100 ? 1 - value : value));
const [good, fair] = [perfectBut(0.1), perfectBut(0.3)];
const random = silent.map((_, row) => (row * 7919) % 13);

describe('how far a list can be believed', () => {
  it('is held against the best simple rule, for better or worse', () => {
    expect(said({ silent, own: good, recency: fair, kept })).toMatch(
      /stood above those who stayed 90% of the time, better than the simple rule “/,
    );
    expect(said({ silent, own: fair, recency: good, kept })).toMatch(/70% of the time, worse than the simple rule “/);
    expect(said({ silent, own: good, recency: good, kept })).toMatch(/90% of the time, no better than the simple rule “/);
  });

  it('says that those long gone are among them where those scored cannot be told', () => {
    expect(said({ silent, own: good, recency: fair })).toContain(
      'customers who stopped (those long gone, too, who are easy to tell) stood above',
    );
  });

  it('claims nothing where it tells no more than a coin, where few stopped, and where nothing can be held out', () => {
    expect(said({ silent, own: random, recency: fair, kept })).toContain('the probabilities told no more than a coin');
    const few = {
      silent: [1, 1, 1, ...repeated([0], 60)],
      own: [59, 40, 20, ...Array(60).keys()],
      recency: [59, 40, 20, ...Array(60).keys()],
    };
    expect(said(few)).toBe('Whether the list is better than chance cannot be told yet: the past has only 3 who stopped.');
    expect(orderTrust(orderTest([])).en).toBe('The data do not reach far enough back to test the list on the past.');
  });
});
