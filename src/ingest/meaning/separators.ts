import { grouped } from '../../lib/grouped.ts';
import { currenciesInColumn, currenciesOf, currenciesOfMark, fractionDigits } from '../../model/currencies.ts';
import { isMoney, isNumeric } from '../casting/decide-reading.ts';
import { separatorsOf, separatorsOfAll } from '../casting/separators.ts';
import type { FieldMappings } from '../overrides.ts';
import type { FieldPlan, MeaningNote, TablePlan } from '../table-plan.ts';
import { headNumbers, headTexts } from './head-values.ts';

type Mark = 'comma' | 'point';

/**
 * 1.250 and 1,250 by themselves may have a decimal mark or one of thousands. What the column does not show is decided by quantity × price,
 * by the currency, and by the other numbers of the table; else a point is decimal and a comma is not, and of money that is doubtful it is said.
 */
export function decideSeparators<P extends TablePlan>(plan: P, said: FieldMappings): P {
  if (plan.table.format === 'parquet') return plan;
  const open = plan.fields.filter((field) => field.reading.separators.startsWith('single') && !isNumberOfSheet(plan, field));
  if (open.length === 0) return plan;
  const decided = new Map<FieldPlan, { readonly mark: Mark | null; readonly by: MeaningNote | null }>();
  const byTable = markOfTable(plan);
  for (const field of open) {
    if (said.overridesOf(plan.entity.id, field.name).decimal !== null) continue;
    const usual: Mark = 'point';
    const proof = byProduct(plan, field, said) ?? byCurrency(plan, field) ?? byTable;
    if (proof === null) {
      const isDoubtful = field.reading.separators === 'single-point' && (isMoney(field.definition) || plan.entity.id === 'targets');
      if (isDoubtful) decided.set(field, { mark: null, by: doubt(plan, field) });
    } else if (proof.mark !== usual) decided.set(field, { mark: proof.mark, by: decision(plan, field, proof) });
  }
  if (decided.size === 0) return plan;
  const fields = plan.fields.map((field) => {
    const mark = decided.get(field)?.mark;
    return mark === 'comma' ? { ...field, reading: { ...field.reading, decimalComma: true } } : field;
  });
  const columns = plan.columns.map((column) => {
    const field = fields.find((own, at) => own.index === column.index && own !== plan.fields[at]);
    return field === undefined
      ? column
      : { ...column, reading: [column.reading, 'decimal comma'].filter((part) => part !== null).join(', ') };
  });
  const notes = [...decided.values()].flatMap(({ by }) => (by === null ? [] : [by]));
  return { ...plan, fields, columns, notes: [...plan.notes, ...notes] };
}

/** Numbers of a sheet are written with a point and without a 0 at the end, whatever they look like there; 19.000 is a text. */
function isNumberOfSheet(plan: TablePlan, { index, reading }: FieldPlan): boolean {
  return (
    plan.table.format !== 'text' && reading.separators === 'single-point' && !headTexts(plan, index).some((text) => /\.\d\d0$/.test(text))
  );
}

interface Proof {
  readonly mark: Mark;
  /** What shows it, in both languages. */
  readonly en: string;
  readonly zh: string;
}

/** Columns that are numbers throughout, whether they are read or not, where they show their mark for sure and agree. */
function markOfTable(plan: TablePlan): Proof | null {
  const shown = plan.table.columns.flatMap((header, index) => {
    const values = headTexts(plan, index).filter((text) => text !== '');
    const isNumber =
      values.length > 0 && values.every((text) => /\d/.test(text) && /^[^\d]{0,8}\d[\d.,’'\s\u00a0\u202f]*[^\d]{0,8}$/u.test(text));
    const field = plan.fields.find((own) => own.index === index);
    if (!isNumber || (field !== undefined && !isNumeric(field.definition))) return [];
    const mark = separatorsOfAll(values);
    return mark === 'comma' || mark === 'point' ? [{ mark, header }] : [];
  });
  const [first] = shown;
  // In a sheet a point may be that of a number, which says nothing of texts.
  if (first === undefined || (plan.table.format !== 'text' && first.mark === 'point') || shown.some(({ mark }) => mark !== first.mark))
    return null;
  return { mark: first.mark, en: `"${first.header}" shows it`, zh: `依据“${first.header}”` };
}

/** Quantity × price is the amount on rows whose marks matter: with one reading of them, and not with the other. */
function byProduct(plan: TablePlan, field: FieldPlan, said: FieldMappings): Proof | null {
  const of = (name: string): FieldPlan | undefined => plan.fields.find((own) => own.name === name);
  const [quantity, price, amount] = [of('quantity'), of('unit_price'), of('amount')];
  if (quantity === undefined || price === undefined || amount === undefined || ![quantity, price, amount].includes(field)) return null;
  const others = [quantity, price, amount].filter((own) => own !== field);
  // Two columns that are open would only prove each other.
  const isOpen = (own: FieldPlan): boolean =>
    own.reading.separators.startsWith('single') && said.overridesOf(plan.entity.id, own.name).decimal === null;
  const read = (own: FieldPlan, mark: Mark): (number | null)[] =>
    headNumbers(plan, { ...own, reading: { ...own.reading, decimalComma: mark === 'comma' } });
  const fits = (mark: Mark): number => {
    const columns = [quantity, price, amount].map((own) =>
      read(own, own === field || isOpen(own) ? mark : own.reading.decimalComma ? 'comma' : 'point'),
    );
    return headTexts(plan, field.index).filter((text, row) => {
      if (!separatorsOf(text).startsWith('single')) return false;
      const [q, p, a] = columns.map((column) => column[row] ?? null) as [number | null, number | null, number | null];
      return q !== null && p !== null && a !== null && a !== 0 && Math.abs(q * p - a) <= Math.max(0.011, Math.abs(a) * 0.0005);
    }).length;
  };
  const [asComma, asPoint] = [fits('comma'), fits('point')];
  if (asComma === asPoint || Math.max(asComma, asPoint) < 2 * Math.min(asComma, asPoint) + 1) return null;
  const names = others.map(({ header }) => `"${header}"`);
  return {
    mark: asComma > asPoint ? 'comma' : 'point',
    en: `${names.join(' and ')} show it`,
    zh: `依据${names.join('、').replaceAll('"', '')}（数量 × 单价 = 金额）`,
  };
}

/** Money without parts (VND, IDR, CLP) has no decimal mark; money of three digits (KWD, BHD) has one. */
function byCurrency(plan: TablePlan, field: FieldPlan): Proof | null {
  if (!isMoney(field.definition)) return null;
  const { currency } = plan;
  const words = currency?.fixed ?? currency?.otherwise;
  const column = currency?.column ?? null;
  const cells = headTexts(plan, field.index).map((text) => text.replaceAll(/[\d.,\s+-]+/g, ''));
  const possible = [
    ...(words === null || words === undefined ? [] : [currenciesOf(words)]),
    ...(column === null ? [] : headTexts(plan, column).map(currenciesInColumn)),
    ...cells.map(currenciesOfMark),
  ].filter((codes) => codes.length === 1);
  const codes = [...new Set(possible.flat())];
  const [code] = codes;
  const digits = code === undefined || codes.length > 1 ? null : fractionDigits(code);
  if (digits !== 0 && digits !== 3) return null;
  const pointIsDecimal = (field.reading.separators === 'single-point') === (digits === 3);
  return {
    mark: pointIsDecimal ? 'point' : 'comma',
    en: `${code} has ${digits === 0 ? 'no' : 'three'} decimals`,
    zh: `${code} ${digits === 0 ? '没有' : '有三位'}小数`,
  };
}

function exampleOf(plan: TablePlan, field: FieldPlan): { readonly text: string; readonly rows: number; readonly record: number } {
  const texts = headTexts(plan, field.index);
  const open = texts.flatMap((text, at) => (separatorsOf(text).startsWith('single') ? [at] : []));
  return { text: texts[open[0] ?? 0] ?? '', rows: open.length, record: open[0] ?? 0 };
}

function sumOf(plan: TablePlan, field: FieldPlan, decimalComma: boolean): number {
  const total = headNumbers(plan, { ...field, reading: { ...field.reading, decimalComma } }).reduce<number>(
    (sum, value) => sum + (value ?? 0),
    0,
  );
  return Number(total.toFixed(4));
}

function doubt(plan: TablePlan, field: FieldPlan): MeaningNote {
  const { text, rows, record } = exampleOf(plan, field);
  const [asRead, other] = [sumOf(plan, field, false), sumOf(plan, field, true)];
  const option = `--map ${plan.entity.id}.${field.name}.decimal`;
  return {
    code: 'separator-ambiguous',
    level: 'warning',
    message: {
      en: `values like ${text}: it is not certain whether the point is decimal; read so, the first records sum to ${grouped(asRead)}, else to ${grouped(other)}`,
      'zh-CN': `个值（如 ${text}）：无法确定“.”是小数点还是千位分隔符；现按小数点读取，前若干行合计 ${grouped(asRead)}，否则为 ${grouped(other)}`,
    },
    fix: {
      en: `say which: ${option}=comma or ${option}=point`,
      'zh-CN': `请指明：${option}=comma（千位分隔）或 ${option}=point（小数点）`,
    },
    count: rows,
    column: field.header,
    value: text,
    record,
  };
}

function decision(plan: TablePlan, field: FieldPlan, { en, zh }: Proof): MeaningNote {
  const { text, rows, record } = exampleOf(plan, field);
  const isPoint = field.reading.separators === 'single-point';
  const option = `--map ${plan.entity.id}.${field.name}.decimal=point`;
  return {
    code: 'separator-decided',
    level: 'info',
    message: {
      en: `values like ${text}: the ${isPoint ? 'point is one of thousands' : 'comma is decimal'}, for ${en}`,
      'zh-CN': `个值（如 ${text}）：${isPoint ? '“.”为千位分隔符' : '“,”为小数点'}，${zh}`,
    },
    fix: { en: `if that is wrong: ${option}`, 'zh-CN': `如有误：${option}` },
    count: rows,
    column: field.header,
    value: text,
    record,
  };
}
