import type { Row } from '../../../src/lib/rows.ts';
import { order } from '../run.ts';

/** The event log of the tests of lifetimes, as orders. Source: lifetimes, tests/conftest: six customers, 2015-01-01 to 2015-02-06. */
const log = [
  '1 2015-01-01 1',
  '1 2015-02-06 2',
  '2 2015-01-01 2',
  '3 2015-01-01 3',
  '3 2015-01-02 1',
  '3 2015-01-05 5',
  '4 2015-01-16 6',
  '4 2015-02-02 3',
  '4 2015-02-05 3',
  '4 2015-02-05 6',
  '5 2015-01-16 3',
  '5 2015-01-17 1',
  '5 2015-01-18 8',
  '6 2015-02-02 5',
];

export const tinyLog: readonly Row[] = log.map((line, index) => {
  const [customer = '', day = '', value] = line.split(' ');
  return order(customer, `O${index}`, day, Number(value));
});
