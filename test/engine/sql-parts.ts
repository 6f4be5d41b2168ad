import { isSymbol, isWord, type Node, split } from './sql-tree.ts';

/** Words that a bracket may follow without being a function. */
const beforeBrackets = ['and', 'as', 'between', 'by', 'case', 'else', 'filter', 'from', 'group', 'having', 'in', 'join', 'not', 'on', 'or'];
const moreBeforeBrackets = ['over', 'select', 'then', 'union', 'all', 'using', 'when', 'where', 'with'];

/** The name of the function whose brackets follow here. */
export function functionAt(list: readonly Node[], index: number): string | null {
  const [before, node, next] = [list[index - 1], list[index], list[index + 1]];
  if (next?.kind !== 'group' || (node?.kind !== 'word' && node?.kind !== 'quoted')) return null;
  if (isSymbol(before, '::') || isWord(node, ...beforeBrackets, ...moreBeforeBrackets)) return null;
  return isWord(before, 'as') && node.text === 'decimal' ? null : node.text;
}

export interface Type {
  readonly name: string;
  readonly digits: readonly Node[];
  readonly end: number;
}

/** The type that stands here. */
export function typeAt(list: readonly Node[], index: number): Type {
  const [first, second] = [list[index], list[index + 1]];
  const name = first === undefined || first.kind === 'group' ? '' : first.text;
  if (name === 'double' && isWord(second, 'precision')) return { name: 'double precision', digits: [], end: index + 2 };
  return second?.kind === 'group' ? { name, digits: second.nodes, end: index + 2 } : { name, digits: [], end: index + 1 };
}

/** The type of `cast(… as type)`, where its brackets stand here. */
export function castType(node: Node | undefined): Type | null {
  if (node?.kind !== 'group') return null;
  const as = node.nodes.findLastIndex((part) => isWord(part, 'as'));
  return as === -1 ? null : typeAt(node.nodes, as + 1);
}

/** Where the operand that begins here ends, without a cast behind it. */
export function operandEnd(list: readonly Node[], index: number): number {
  if (isWord(list[index], 'case')) return caseEnd(list, index);
  let end = index + 1;
  while (isSymbol(list[end], '.')) end += 2;
  if (functionAt(list, end - 1) !== null) end += 1;
  if (isWord(list[end], 'within')) end += 3;
  while (isWord(list[end], 'filter', 'over')) end += 2;
  return end;
}

function caseEnd(list: readonly Node[], index: number): number {
  let depth = 0;
  for (let end = index; end < list.length; end += 1) {
    if (isWord(list[end], 'case')) depth += 1;
    if (isWord(list[end], 'end')) depth -= 1;
    if (depth === 0) return end + 1;
  }
  return list.length;
}

export interface Operand {
  /** If a cast says it. */
  readonly type: string | null;
  /** Of a decimal. */
  readonly digits: number | null;
  readonly end: number;
}

/** The operand that begins here, with the casts behind it. */
export function operandType(list: readonly Node[], index: number): Operand {
  let end = operandEnd(list, index);
  let type = isWord(list[index], 'cast') ? castType(list[index + 1]) : null;
  while (isSymbol(list[end], '::')) {
    type = typeAt(list, end + 1);
    end = type.end;
  }
  return { type: type?.name ?? null, digits: type === null ? null : digitsOf(type), end };
}

/** How many digits a decimal has; null for other types. */
export function digitsOf({ name, digits: [first] }: Type): number | null {
  return name === 'decimal' && first?.kind === 'number' ? Number(first.text) : null;
}

/** The type that a cast gives to the operand that ends before this. */
export function typeBefore(list: readonly Node[], index: number): Type | null {
  if (isWord(list[index - 2], 'cast')) return castType(list[index - 1]);
  const cast = [2, 3].find((distance) => isSymbol(list[index - distance], '::'));
  return cast === undefined ? null : typeAt(list, index - cast + 1);
}

const wholeNumbers = ['count', 'row_number', 'rank', 'dense_rank', 'extract', 'floor', 'ceil'];

/** The operands that the value of an expression is made of, casts counted; neither conditions nor arguments of what yields whole numbers. */
function* operands(nodes: readonly Node[]): Generator<{ readonly node: Node; readonly type: string | null; readonly called: boolean }> {
  for (let index = 0; index < nodes.length;) {
    const node = nodes[index]!;
    const { type, end } = operandType(nodes, index);
    if (isWord(node, 'case', 'when')) {
      index = endOfCondition(nodes, index);
    } else if (type !== null) {
      yield { node, type, called: false };
      index = end;
    } else {
      const called = nodes[index + 1]?.kind === 'group';
      yield { node, type, called };
      if (node.kind === 'group') yield* operands(node.nodes);
      index += called && isWord(node, ...wholeNumbers, 'filter', 'over', 'in') ? 2 : 1;
    }
  }
}

/** Whether the expression has a float in it that no cast (or floor or ceil) has made exact. */
export function hasFloat(nodes: readonly Node[], floats: ReadonlySet<string>): boolean {
  return [...operands(nodes)].some(
    ({ node, type, called }) => type === 'double precision' || (type === null && node.kind === 'word' && !called && floats.has(node.text)),
  );
}

/** Whether the expression has a text in it that is no column: a literal, or something cast to text. */
export function hasMadeText(nodes: readonly Node[]): boolean {
  return [...operands(nodes)].some(({ node, type }) => type === 'varchar' || (type === null && node.kind === 'text'));
}

/** Of `case x when`, `case when` and `when … then`: what comes after. */
function endOfCondition(nodes: readonly Node[], index: number): number {
  const until = isWord(nodes[index], 'case') ? 'when' : 'then';
  const found = nodes.findIndex((node, at) => at > index && isWord(node, until));
  return found === -1 ? nodes.length : found;
}

/** The keys after the first `order by` or `partition by` of a list. */
export function keysOf(list: readonly Node[], word: 'order' | 'partition'): Node[][] {
  const start = list.findIndex((node) => isWord(node, word));
  if (start === -1) return [];
  const rest = list.slice(start + 2);
  const stop = rest.findIndex((node) => isWord(node, 'order', 'rows', 'range', 'limit', 'union'));
  return split(stop === -1 ? rest : rest.slice(0, stop), (node) => isSymbol(node, ','));
}

/** The column a key is, if it is no more than that: `orders.order_id collate "C" desc nulls last` is order_id. */
export function keyColumn(key: readonly Node[]): string | null {
  const stop = key.findIndex((node) => isWord(node, 'asc', 'desc', 'nulls', 'collate'));
  const name = stop === -1 ? key : key.slice(0, stop);
  const last = name.at(-1);
  if (last === undefined || last.kind === 'group' || last.kind === 'symbol') return null;
  return name.length === 1 || (name.length === 3 && isSymbol(name[1], '.')) ? last.text : null;
}
