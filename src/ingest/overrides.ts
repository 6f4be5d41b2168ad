import { CrmEvalError } from '../errors.ts';
import { fieldOf } from '../model/entities.ts';
import { factorOfUnit } from '../model/names.ts';
import type { Mapping } from './contract.ts';

/** What the user said about the values of one field, beside which column it is. */
export interface Overrides {
  /** `orders.ordered_at.order=day-first`. */
  readonly order: 'dmy' | 'mdy' | 'ymd' | 'dmy-swapped' | 'mdy-swapped' | null;
  /** `orders.amount.decimal=comma`. */
  readonly decimal: 'comma' | 'point' | null;
  /** `orders.amount.unit=万`: what numbers of money without a unit of their own are multiplied by. */
  readonly unit: number | null;
  /** `orders.customer_id.match=exact`: ids are compared as they stand. */
  readonly exact: boolean;
  /** `orders.amount.refunds=by-status`: rows below zero are judged by their status like any other. */
  readonly refunds: 'count' | 'by-status' | null;
  /** `orders.original_order_id.rows=sales`: what rows above zero are that point at another order; `orders.amount.rows`: what all are. */
  readonly rows: 'sales' | 'returns' | null;
  /** `orders.amount.per=order`: what a money column says, where an order has several lines. */
  readonly per: 'order' | 'line' | null;
  /** `orders.status.completed=已归档`: word of the file → canonical value. */
  readonly words: ReadonlyMap<string, string>;
}

/** Of a column of which nothing was said. */
export const nothingSaid: Overrides = {
  order: null,
  decimal: null,
  unit: null,
  per: null,
  exact: false,
  refunds: null,
  rows: null,
  words: new Map(),
};

export interface FieldMappings {
  /** Mappings of a field to a column. */
  readonly columns: readonly Mapping[];
  overridesOf(entity: string, field: string): Overrides;
}

/** What can be said of a field beside its column and its words. */
const aspectNames: ReadonlySet<string> = new Set(['order', 'decimal', 'unit', 'per', 'refunds', 'rows', 'match']);

/** `swapped`: a spreadsheet made true dates of those it could read, and took day for month in them. */
const orders = {
  'day-first': 'dmy',
  'month-first': 'mdy',
  'year-first': 'ymd',
  'day-first-swapped': 'dmy-swapped',
  'month-first-swapped': 'mdy-swapped',
} as const;

/** Parts the mappings that name a column from those that say how its values are read. */
export function splitMappings(mappings: readonly Mapping[]): FieldMappings {
  const aspects = mappings.filter((mapping) => mapping.field.includes('.'));
  for (const aspect of aspects) checkAspect(aspect);
  return {
    columns: mappings.filter((mapping) => !mapping.field.includes('.')),
    overridesOf(entity, field) {
      const own = aspects.filter((mapping) => mapping.entity === entity && mapping.field.startsWith(`${field}.`));
      const aspect = (name: string) => own.findLast((mapping) => mapping.field === `${field}.${name}`)?.header ?? null;
      const words = own.filter((mapping) => !aspectNames.has(mapping.field.slice(field.length + 1)));
      return {
        order: oneOf(aspect('order'), orders, `${entity}.${field}.order`),
        decimal: oneOf(aspect('decimal'), { comma: 'comma', point: 'point' }, `${entity}.${field}.decimal`),
        unit: unitOf(aspect('unit'), `${entity}.${field}.unit`),
        per: oneOf(aspect('per'), { order: 'order', line: 'line' }, `${entity}.${field}.per`),
        exact: oneOf(aspect('match'), { exact: 'exact', same: 'same' }, `${entity}.${field}.match`) === 'exact',
        refunds: oneOf(aspect('refunds'), { count: 'count', 'by-status': 'by-status' }, `${entity}.${field}.refunds`),
        rows: oneOf(aspect('rows'), { sales: 'sales', returns: 'returns' }, `${entity}.${field}.rows`),
        words: new Map(words.map((mapping) => [mapping.header, mapping.field.slice(field.length + 1)])),
      };
    },
  };
}

/** An aspect is `order`, `decimal`, `unit`, `per`, `match`, or a value that the field declares. */
function checkAspect({ entity, field: path }: Mapping): void {
  const dot = path.indexOf('.');
  const [name, aspect] = [path.slice(0, dot), path.slice(dot + 1)];
  const { field } = fieldOf(`${entity}.${name}`);
  const values = field.type === 'flag' ? ['true', 'false'] : Object.keys(field.choices ?? {});
  if (field.type === 'id' && aspect === 'match') return;
  const isMoney = field.type === 'money';
  const hasUnit = isMoney || field.type === 'price';
  const own =
    new Map([
      ['amount', ['refunds', 'rows']],
      ['original_order_id', ['rows']],
    ]).get(name) ?? [];
  const known = [
    ...(isMoney ? ['per'] : []),
    ...(hasUnit ? ['unit'] : []),
    ...(field.type === 'date' || field.type === 'instant' ? ['order'] : []),
    ...(values.length > 0 ? values : ['decimal']),
    ...(entity === 'orders' ? own : []),
  ];
  oneOf(aspect, Object.fromEntries(known.map((value) => [value, value])), `${entity}.${name}.…`);
}

function unitOf(text: string | null, name: string): number | null {
  if (text === null) return null;
  const factor = factorOfUnit(text);
  if (factor !== null) return factor;
  throw new CrmEvalError('map-value', 'usage', {
    en: `${name} is a unit of money such as 万, k, 分 or 元, not "${text}"`,
    'zh-CN': `${name} 应为金额单位，如 元、万、千、分，不能是“${text}”`,
  });
}

function oneOf<T extends string>(text: string | null, values: Readonly<Record<string, T>>, name: string): T | null {
  if (text === null) return null;
  const value = new Map(Object.entries(values)).get(text);
  if (value !== undefined) return value;
  const list = Object.keys(values).join(', ');
  throw new CrmEvalError('map-value', 'usage', {
    en: `${name} is one of ${list}, not "${text}"`,
    'zh-CN': `${name} 只能是 ${list}，不能是“${text}”`,
  });
}
