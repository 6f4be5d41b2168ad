import { fill, type Lang, type Localized } from '../../lib/localized.ts';
import type { Result, ResultCell, Section, ValueType } from '../../result/result.ts';
import { definitionsOf, isInSheet } from '../definitions.ts';
import { amountRead, reasonList, roleOf, takenOff } from '../reconciliation.ts';
import type { SheetColumn } from './plan.ts';
import { levelWords, reportWords } from '../words.ts';

export interface SheetTable {
  readonly columns: readonly SheetColumn[];
  readonly rows: readonly (readonly ResultCell[])[];
}

function heads(lang: Lang, titles: readonly (readonly [Localized, ValueType])[]): SheetColumn[] {
  return titles.map(([title, type]) => ({ title: fill(title, lang), type }));
}

/** How many columns of the inputs are printed. */
export const printedOfInputs = 12;

/** Every input with its reconciliation: what it came to, where it is from, and then how it was read. */
export function inputTable({ inputs, lang }: Result): SheetTable {
  const w = reportWords;
  return {
    columns: heads(lang, [
      [w.file, 'text'],
      [w.sheet, 'text'],
      [w.role, 'text'],
      [w.rowsRead, 'integer'],
      [w.rowsUsed, 'integer'],
      [w.rowsSetAside, 'integer'],
      [w.rowsRejected, 'integer'],
      [w.sumRead, 'number'],
      [w.sumUsed, 'number'],
      [w.amountTitle, 'text'],
      [w.reasons, 'text'],
      [{ en: 'SHA-256', 'zh-CN': 'SHA-256' }, 'id'],
      [w.encoding, 'text'],
      [w.sumSetAside, 'number'],
      [w.sumRejected, 'number'],
      [w.takenOff, 'text'],
    ]),
    rows: inputs.map((input) => [
      input.file,
      input.sheet,
      roleOf(input),
      input.rows_read,
      input.rows_used,
      input.rows_set_aside,
      input.rows_rejected,
      input.sum_read,
      input.sum_used,
      amountRead(input, lang),
      reasonList(input, lang),
      input.sha256,
      input.encoding,
      input.sum_set_aside,
      input.sum_rejected,
      takenOff(input, lang).join('; ') || null,
    ]),
  };
}

/** Every finding, in the order of the Result. */
export function findingTable({ findings, lang }: Result): SheetTable {
  const w = reportWords;
  return {
    columns: heads(lang, [
      [w.level, 'text'],
      [w.code, 'id'],
      [w.count, 'integer'],
      [w.file, 'text'],
      [w.sheet, 'text'],
      [w.line, 'integer'],
      [w.cell, 'id'],
      [w.column, 'text'],
      [w.value, 'id'],
      [w.message, 'text'],
      [w.fix, 'text'],
    ]),
    rows: findings.map((each) => [
      fill(levelWords[each.level], lang),
      each.code,
      each.count,
      each.file,
      each.sheet,
      each.line,
      each.cell,
      each.column,
      each.value,
      each.message,
      each.fix,
    ]),
  };
}

/** What every figure and every column in sight is computed from, each once. */
export function definitionTable(sections: readonly Section[], lang: Lang): SheetTable {
  const w = reportWords;
  const separator = fill(w.listSeparator, lang);
  return {
    columns: heads(lang, [
      [w.figure, 'text'],
      [w.id, 'id'],
      [w.unit, 'text'],
      [w.basis, 'text'],
      [w.section, 'text'],
    ]),
    rows: definitionsOf(sections, lang, isInSheet).map(({ title, id, unit, basis, sections: names }) => [
      title,
      id,
      unit,
      basis,
      names.join(separator),
    ]),
  };
}
