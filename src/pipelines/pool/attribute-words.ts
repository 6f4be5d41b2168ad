import { fieldMark } from '../../forecast/leads/training.ts';
import { both, type Localized } from '../../lib/localized.ts';
import type { PoolRecordKind } from '../../metrics/choices.ts';
import { fieldOf } from '../../model/entities.ts';
import type { ResultCell } from '../../result/result.ts';
import { notSaid } from '../../views/not-said.ts';

/** The name of an attribute of leads, or of customers of a pool: the title of the field, else the header as it stands in the file. */
export function attributeName(attribute: string, of: PoolRecordKind | null = 'leads'): Localized {
  if (!attribute.startsWith(fieldMark)) return both(attribute, attribute);
  return fieldOf(of === 'customers' ? `customers.${attribute.slice(fieldMark.length)}` : attribute).field.title;
}

const otherValues = both('other values', '其他取值');

/** The name of a value of an attribute, by its kind in lead_factors. */
export function valueName(kind: ResultCell, value: ResultCell): Localized {
  if (kind === 'blank') return notSaid;
  return kind === 'other' || value === null ? otherValues : both(String(value), String(value));
}
