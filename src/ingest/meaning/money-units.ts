import { groupedBy } from '../../lib/groups.ts';
import { headerUnit, moneyFactor, normaliseHeader } from '../../model/names.ts';
import { isMoneyOf } from '../currency/convert.ts';
import type { FieldMappings } from '../overrides.ts';
import type { MeaningNote, TablePlan } from '../table-plan.ts';
import { headTexts } from './head-values.ts';

/**
 * Money in units of a thousand, of 10,000 or of a cent becomes money: the unit stands in the header (`金额（万元）`, `amount_cents`), above the table
 * (`单位：万元`), or in a column beside (`单位` with 万元 in every row). What was multiplied is said.
 */
export function scaleMoney<P extends TablePlan>(plan: P, said: FieldMappings): P {
  const beside = unitColumn(plan);
  const unit = beside === null ? preambleUnit(plan) : beside.unit;
  const scaled = unit === null ? plan : { ...plan, ...withUnit(plan, unit, said) };
  const note = beside !== null && beside.unit === null ? mixedUnits(plan, beside) : null;
  const notes = [...(note === null ? [] : [note]), ...factorNotes(scaled)];
  return notes.length === 0 ? scaled : { ...scaled, notes: [...scaled.notes, ...notes] };
}

const unitWords: ReadonlySet<string> = new Set([
  '单位',
  '金额单位',
  '货币单位',
  '计量单位',
  '目标单位',
  'unit',
  'units',
  'amountunit',
  'unitofmeasure',
  'scale',
]);

interface UnitColumn {
  readonly header: string;
  /** Null where rows differ. */
  readonly unit: string | null;
  readonly units: ReadonlyMap<string, number>;
}

/** A column whose cells are units of money, at least one of them other than 1. One that is a field (of targets) stays beside its values, row by row. */
function unitColumn(plan: TablePlan): UnitColumn | null {
  for (const [index, header] of plan.table.columns.entries()) {
    if (!unitWords.has(normaliseHeader(header)) || plan.fields.some((field) => field.index === index)) continue;
    const texts = headTexts(plan, index).filter((text) => text !== '');
    const units = new Map<string, number>();
    for (const text of texts) units.set(text, (units.get(text) ?? 0) + 1);
    const factors = new Set([...units.keys()].map((text) => headerUnit(`x(${text})`).multiplier));
    if (texts.length === 0 || factors.has(null) || (factors.size === 1 && factors.has(1))) continue;
    return { header, unit: factors.size === 1 ? texts[0]! : null, units };
  }
  return null;
}

/** `单位：万元`, `金额单位：千元`, `(in thousands)`, `Unit: USD k` in a line above the header. */
function preambleUnit({ table }: TablePlan): string | null {
  for (const cell of table.preamble.flat()) {
    const said =
      /单位\s*[:：]\s*(?:人民币)?\s*([^\s)）、,，;；]{1,10})/u.exec(cell)?.[1] ??
      /\b(?:units?\s*[:：]\s*|in\s+)((?:[a-z$€£¥]{1,4}\s)?(?:k|thousands?|millions?|billions?|cents|['’]?000s?)(?:\s+of\s+[a-z]{3})?)\b/iu.exec(
        cell,
      )?.[1];
    if (said !== undefined && moneyFactor(headerUnit(`x(${said})`)) !== 1) return said;
  }
  return null;
}

/** Money columns without a unit of their own, of which the user said none. */
function withUnit(plan: TablePlan, unit: string, said: FieldMappings): Pick<TablePlan, 'fields' | 'columns'> {
  const factor = moneyFactor(headerUnit(`x(${unit})`));
  const without = plan.fields.filter(
    ({ name, header, definition }) =>
      isMoneyOf(plan.entity, definition) && headerUnit(header).unit === null && said.overridesOf(plan.entity.id, name).unit === null,
  );
  const fields = plan.fields.map((field) =>
    without.includes(field) ? { ...field, reading: { ...field.reading, multiplier: factor } } : field,
  );
  const columns = plan.columns.map((column) =>
    without.some(({ index }) => index === column.index)
      ? { ...column, reading: [column.reading, `×${factor}`].filter((part) => part !== null).join(', ') }
      : column,
  );
  return { fields, columns };
}

function factorNotes(plan: TablePlan): MeaningNote[] {
  const converted = plan.fields.filter(({ definition, reading }) => isMoneyOf(plan.entity, definition) && reading.multiplier !== 1);
  const byFactor = groupedBy(converted, ({ reading }) => reading.multiplier);
  return [...byFactor].map(([factor, fields]) => {
    const headers = fields.map(({ header }) => header).join(', ');
    return {
      code: 'unit-converted',
      level: 'info',
      message: { en: `money is multiplied by ${factor}, as its unit says: ${headers}`, 'zh-CN': `金额已按单位乘以 ${factor}：${headers}` },
      fix: null,
      count: 1,
      column: fields[0]!.header,
      value: null,
      record: null,
    };
  });
}

function mixedUnits({ entity }: TablePlan, { header, units }: UnitColumn): MeaningNote {
  const list = [...units].map(([unit, rows]) => `${unit} (${rows})`).join(', ');
  return {
    code: 'units-mixed',
    level: 'warning',
    message: {
      en: `rows have money in different units, which are not converted: ${list}`,
      'zh-CN': `行：金额单位不一，未作换算：${list}`,
    },
    fix: {
      en: `bring all rows of ${entity.id} to one unit before the export`,
      'zh-CN': `请在导出前统一${entity.title['zh-CN']}的金额单位`,
    },
    count: [...units.values()].reduce((sum, rows) => sum + rows, 0),
    column: header,
    value: null,
    record: null,
  };
}
