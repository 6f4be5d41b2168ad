import { both, type Localized } from '../lib/localized.ts';
import type { Better } from '../result/result.ts';
import type { MetricColumn } from './define.ts';

export { both } from '../lib/localized.ts';

interface Extra {
  readonly unit?: string;
  readonly better?: Better;
  readonly empty?: Localized;
}

type Make = (title: Localized, meaning: Localized, extra?: Extra) => MetricColumn;

function maker(type: MetricColumn['type'], shows: MetricColumn['shows']): Make {
  return (title, meaning, extra = {}) => ({ type, shows, title, meaning, ...extra });
}

/** The kinds of columns metrics have; `average` is money that was divided, so no exact decimal any more. */
export const column = {
  id: maker('text', 'id'),
  text: maker('text', 'text'),
  date: maker('date', 'date'),
  instant: maker('timestamp', 'instant'),
  flag: maker('boolean', 'flag'),
  count: maker('integer', 'integer'),
  money: maker('money', 'money'),
  average: maker('double', 'money'),
  ratio: maker('double', 'ratio'),
  points: maker('double', 'points'),
  number: maker('double', 'number'),
  exact: maker('decimal', 'number'),
  wide: maker('wide', 'number'),
} as const;

export const customerId = column.id(
  both('Customer id', '客户编号'),
  both('The id the customer has in the files.', '客户在数据文件中的编号。'),
);

export const leadId = column.id(both('Lead id', '线索编号'), both('The id the lead has in the files.', '线索在数据文件中的编号。'));

export const neverBought = both('The customer has no order.', '该客户没有订单。');
