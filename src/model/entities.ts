import type { ErrorCode } from '../codes.ts';
import { CrmEvalError } from '../errors.ts';
import type { Column } from '../lib/rows.ts';
import { nearest } from '../lib/nearest.ts';
import { actions } from './actions.ts';
import { activities } from './activities.ts';
import { customers } from './customers.ts';
import { columnTypes, type Entity, type Field } from './define.ts';
import { feedback } from './feedback.ts';
import { leadAttributeCells } from './lead-attributes.ts';
import { leads } from './leads.ts';
import { market } from './market.ts';
import { opportunities } from './opportunities.ts';
import { orders } from './orders.ts';
import { poolEvents } from './pool-events.ts';
import { products } from './products.ts';
import { reps } from './reps.ts';
import { returns } from './returns.ts';
import { targets } from './targets.ts';
import { territories } from './territories.ts';

/** Every table a file can be, the canonical ones first. */
export const entities: readonly Entity[] = [
  customers,
  orders,
  products,
  leads,
  poolEvents,
  opportunities,
  activities,
  feedback,
  targets,
  actions,
  reps,
  market,
  returns,
  territories,
];

/** Every canonical table: those that files are, and what is made of them. */
export const tables: readonly Entity[] = [...entities.filter((entity) => entity.auxiliary !== true), leadAttributeCells];

/** Throws a usage error for an unknown name. */
export function entityById(id: string): Entity {
  const entity = [...entities, leadAttributeCells].find((candidate) => candidate.id === id);
  if (entity === undefined)
    throw unknown(
      'entity-unknown',
      id,
      entities.map((candidate) => candidate.id),
      { en: 'table', 'zh-CN': '数据表' },
    );
  return entity;
}

export interface FieldRef {
  readonly entity: Entity;
  readonly name: string;
  readonly field: Field;
}

/** The field called `orders.amount`. Throws a usage error for an unknown name. */
export function fieldOf(id: string): FieldRef {
  const dot = id.indexOf('.');
  if (dot === -1) throw unknown('field-unknown', id, fieldIds(), { en: 'field', 'zh-CN': '字段' });
  const entity = entityById(id.slice(0, dot));
  const name = id.slice(dot + 1);
  const field = Object.hasOwn(entity.fields, name) ? entity.fields[name] : undefined;
  if (field === undefined) throw unknown('field-unknown', id, fieldIds(), { en: 'field', 'zh-CN': '字段' });
  return { entity, name, field };
}

/** `customers.customer_id` and so on, every field of every table. */
export function fieldIds(): string[] {
  return [...entities, leadAttributeCells].flatMap((entity) => Object.keys(entity.fields).map((name) => `${entity.id}.${name}`));
}

/** The columns of the table in the engine; the period columns of wide files become rows, and what only judges rows is none of them. */
export function columnsOf(entity: Entity): Column[] {
  return Object.entries(entity.fields)
    .filter(([, field]) => field.wide === undefined && field.ambition === undefined && field.judging === undefined)
    .map(([name, field]) => ({ name, type: columnTypes[field.type] }));
}

function unknown(code: ErrorCode, name: string, known: readonly string[], what: { en: string; 'zh-CN': string }): CrmEvalError {
  const suggestion = nearest(name, known);
  const text = { en: `there is no ${what.en} "${name}"`, 'zh-CN': `没有名为“${name}”的${what['zh-CN']}` };
  const fix =
    suggestion === null
      ? { en: '"crm-eval schema" lists all tables and fields', 'zh-CN': '“crm-eval schema” 会列出全部数据表与字段' }
      : { en: `did you mean "${suggestion}"?`, 'zh-CN': `是否想写“${suggestion}”？` };
  return new CrmEvalError(code, 'usage', text, { fix });
}
