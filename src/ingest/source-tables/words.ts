import type { PostgresEngine } from '../../engine/postgres.ts';
import { sql } from '../../engine/sql.ts';
import { dateEvidence } from '../casting/date-evidence.ts';
import { decideReading } from '../casting/decide-reading.ts';
import type { FieldMappings } from '../overrides.ts';
import type { SourceField, SourcePlan } from './plan.ts';
import { textOf } from './values.ts';

/** Distinct words of a column that are looked at, the most frequent first. */
const mostWords = 20_000;

/** A word of a column that stands for none of the declared values. */
export interface UnknownWord {
  readonly field: SourceField;
  readonly word: string;
  readonly rows: number;
}

export interface DecidedWords {
  readonly plan: SourcePlan;
  readonly unknown: readonly UnknownWord[];
}

/** Decides what the words of every choice and flag stand for, by the distinct words of the whole column. */
export async function decideWords(plan: SourcePlan, mappings: FieldMappings, engine: PostgresEngine): Promise<DecidedWords> {
  const fields: SourceField[] = [];
  const unknown: UnknownWord[] = [];
  for (const field of plan.fields) {
    const { type } = field.definition;
    if (type !== 'choice' && (type !== 'flag' || field.column.kind === 'boolean')) {
      fields.push(field);
      continue;
    }
    const found = await engine.rows<{ word: string; n: number }>(
      sql`select word, count(*) as n from (select ${textOf(field.column)} as word from ${plan.rows}) as words
        where word is not null group by word order by n desc, word limit ${mostWords}`,
    );
    const reading = decideReading({
      field: field.definition,
      header: field.header,
      values: found.map(({ word }) => word),
      evidence: dateEvidence([]),
      overrides: mappings.overridesOf(plan.entity.id, field.name),
      understand: field.understand,
    });
    const decided = { ...field, reading };
    fields.push(decided);
    for (const { word, n } of found) if (!reading.words.has(word)) unknown.push({ field: decided, word, rows: n });
  }
  return { plan: { ...plan, fields }, unknown };
}
