/** Words that say of a column in what unit or of what type it is. */
const unitOrType =
  /^[（([【]?(?:元|万元|千元|分|美元|人民币|件|个|天|cny|rmb|usd|eur|gbp|jpy|hkd|¥|￥|\$|€|£|%|pcs|units?|days?|string|str|text|(?:n?var)?char(?:\(\d+\))?|int(?:eger)?|bigint|float|double|real|decimal(?:\(\d+,\s?\d+\))?|numeric|number|money|currency|bool(?:ean)?|date(?:time)?|timestamp|id|key|文本|字符串|字符|数值|数字|整数|小数|浮点|金额|货币|日期|时间|日期时间|布尔|编号|主键|必填|选填|required|optional|yyyy[-/]mm[-/]dd.*)[）)\]】]?$/i;

/** Words for a value that is not there: above figures they are no name. */
const placeholder =
  /^(?:n\/?a|#n\/a|nan|null|none|nil|tb[dac]|unknown|pending|missing|not available|待定|无|暂无|未知|未填|未填写|缺失|空|不详|待补|待补充|待确认|待录入|没有|-+|—+|–+|\/|\*+|\.{2,}|…+|[?？]+|[（(](?:空|blank|null|none|无)[）)])$/i;

export function isPlaceholder(cell: string): boolean {
  return placeholder.test(cell);
}

/** What stands in the columns that hold figures or dates from the next record down. */
export interface AboveFigures {
  /** Cells that are none themselves. */
  readonly words: readonly string[];
  /** Cells that are. */
  readonly values: number;
}

/**
 * Whether the record right below a header only describes its columns: words where figures and dates follow, more than one of them or a unit, a type
 * or names once more (`known`). In a table of texts it has to be units and types alone.
 */
export function describes(row: readonly string[], { words, values }: AboveFigures, known: number): boolean {
  if (values > 0) return false;
  if (words.length >= 2) return true;
  if (words.length === 1) return unitOrType.test(words[0]!) || known >= 2;
  const cells = row.filter((cell) => cell !== '');
  return cells.length >= 2 && cells.length * 2 > row.length && cells.every((cell) => unitOrType.test(cell));
}

/** Whether of two full records of names the lower one describes the upper one: by units and types, or at length. */
export function isDescribedBy(upper: readonly string[], lower: readonly string[]): boolean {
  const cells = lower.filter((cell) => cell !== '');
  if (cells.length === 0) return false;
  if (cells.every((cell) => unitOrType.test(cell) || isPlaceholder(cell))) return true;
  const length = (row: readonly string[]): number => row.join('').length;
  return cells.length >= 2 && length(lower) > length(upper) * 1.6;
}
