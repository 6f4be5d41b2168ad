import { CrmEvalError } from '../../errors.ts';
import { type Condition, ordering } from '../../lib/conditions.ts';
import type { Localized } from '../../lib/localized.ts';
import { folded, readDate, readFlag, readNumber } from '../../lib/typed-values.ts';
import type { ResultCell, ResultColumn, ValueType } from '../../result/result.ts';

type CellTest = (cell: ResultCell) => boolean;

/**
 * What a condition says of a cell of the column, by the type of the column. A missing cell is equal to the empty value alone, and neither
 * below nor above any. Throws a usage error where the value is none of the type.
 */
export function cellTest(column: ResultColumn, condition: Condition): CellTest {
  const { operator, value } = condition;
  if (value === '') return blankTest(column, condition);
  const holds = valueTest(column, condition);
  return (cell) => (cell === null || cell === '' ? operator === '!=' : holds(cell));
}

function blankTest(column: ResultColumn, condition: Condition): CellTest {
  if (condition.operator === '=') return (cell) => cell === null || cell === '';
  if (condition.operator === '!=') return (cell) => cell !== null && cell !== '';
  return refuse(column, condition, { en: 'a value', 'zh-CN': '一个值' });
}

function valueTest(column: ResultColumn, condition: Condition): (cell: string | number | boolean) => boolean {
  const { operator, value } = condition;
  const isOrdered = ordering(operator);
  switch (kindOf(column.type)) {
    case 'text': {
      const wanted = folded(value);
      if (operator === '~') return (cell) => folded(String(cell)).includes(wanted);
      return (cell) => isOrdered(order(folded(String(cell)), wanted));
    }
    case 'date': {
      const wanted = readDate(value) ?? refuse(column, condition, { en: 'a date such as 2026-10-31', 'zh-CN': '日期，例如 2026-10-31' });
      if (operator === '~') return (cell) => String(cell).includes(wanted);
      // A month stands for all of its days.
      return (cell) => isOrdered(order(String(cell).slice(0, wanted.length), wanted));
    }
    case 'number': {
      const expected = { en: 'a number such as 50000, 5万, 50k or 30%', 'zh-CN': '数字，例如 50000、5万、50k 或 30%' };
      const wanted = readNumber(value) ?? refuse(column, condition, expected);
      if (operator === '~') return refuse(column, condition, { en: '= < <= > >= or != before a number', 'zh-CN': '= < <= > >= 或 !=' });
      return (cell) => isOrdered(order(Number(cell), wanted));
    }
    case 'flag': {
      const wanted = readFlag(value);
      if (wanted === null || (operator !== '=' && operator !== '!='))
        return refuse(column, condition, { en: '= or != with yes or no', 'zh-CN': '= 或 !=，值为“是”或“否”' });
      return (cell) => isOrdered(order(Number(cell), Number(wanted)));
    }
  }
}

/** How the values of a type are compared. */
export function kindOf(type: ValueType): 'text' | 'date' | 'number' | 'flag' {
  switch (type) {
    case 'text':
    case 'id':
      return 'text';
    case 'date':
    case 'instant':
      return 'date';
    case 'integer':
    case 'number':
    case 'money':
    case 'ratio':
    case 'points':
      return 'number';
    case 'flag':
      return 'flag';
  }
}

export function order<T extends string | number>(one: T, other: T): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

function refuse(column: ResultColumn, { operator, value }: Condition, expected: Localized): never {
  throw new CrmEvalError(
    'condition-unfit',
    'usage',
    { en: `"${operator}${value}" says nothing of the column ${column.id}`, 'zh-CN': `“${operator}${value}”不适用于列 ${column.id}` },
    { fix: { en: `write ${expected.en}`, 'zh-CN': `请填写${expected['zh-CN']}` } },
  );
}
