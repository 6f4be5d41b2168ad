/** SQL as tokens, with what stands in round brackets one level down. Comments are gone. */
export type Node = Token | Group;

export interface Token {
  readonly kind: 'word' | 'quoted' | 'text' | 'number' | 'symbol';
  /** Words in lower case; a quoted name without its marks. */
  readonly text: string;
  /** As it was written. */
  readonly raw: string;
}

export interface Group {
  readonly kind: 'group';
  readonly nodes: readonly Node[];
}

const kinds = [
  ['skip', String.raw`\s+|--[^\n]*|/\*[^]*?\*/`],
  ['text', `'(?:[^']|'')*'`],
  ['quoted', `"(?:[^"]|"")*"`],
  ['number', String.raw`(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?`],
  ['word', String.raw`[A-Za-z_\u0080-\uffff][\w$\u0080-\uffff]*`],
  ['symbol', String.raw`::|<>|<=|>=|\|\||!=|==|->>|->|=>|:=|//|\*\*|[^]`],
] as const;

const token = new RegExp(kinds.map(([kind, pattern]) => `(?<${kind}>${pattern})`).join('|'), 'gu');

/** Throws where the brackets do not close. */
export function sqlTree(sql: string): Node[] {
  const open: Node[][] = [[]];
  for (const { groups = {}, 0: raw } of sql.matchAll(token)) {
    const kind = kinds.map(([name]) => name).find((name) => groups[name] !== undefined) ?? 'skip';
    if (kind === 'skip') continue;
    if (raw === '(') {
      open.push([]);
    } else if (raw === ')') {
      const nodes = open.pop() ?? [];
      const outer = open.at(-1);
      if (outer === undefined) throw new SyntaxError('a bracket closes that was not opened');
      outer.push({ kind: 'group', nodes });
    } else {
      open.at(-1)!.push({ kind, text: textOf(kind, raw), raw });
    }
  }
  if (open.length !== 1) throw new SyntaxError('a bracket is not closed');
  return open[0]!;
}

function textOf(kind: Token['kind'], raw: string): string {
  if (kind === 'word') return raw.toLowerCase();
  return kind === 'quoted' ? raw.slice(1, -1).replaceAll('""', '"') : raw;
}

/** The list itself and every list in brackets in it. */
export function* lists(nodes: readonly Node[]): Generator<readonly Node[]> {
  yield nodes;
  for (const node of nodes) if (node.kind === 'group') yield* lists(node.nodes);
}

export function isWord(node: Node | undefined, ...words: readonly string[]): boolean {
  return node?.kind === 'word' && words.includes(node.text);
}

export function isSymbol(node: Node | undefined, symbol: string): boolean {
  return node?.kind === 'symbol' && node.text === symbol;
}

export function isQuery(node: Node | undefined): boolean {
  return node?.kind === 'group' && isWord(node.nodes[0], 'select', 'with', 'values', 'from');
}

/** The parts of a list between separators that stand in no brackets. */
export function split(nodes: readonly Node[], separates: (node: Node) => boolean): Node[][] {
  const parts: Node[][] = [[]];
  for (const node of nodes) {
    if (separates(node)) parts.push([]);
    else parts.at(-1)!.push(node);
  }
  return parts;
}

/** SQL again, for messages. */
export function written(nodes: readonly Node[]): string {
  return nodes.map((node) => (node.kind === 'group' ? `(${written(node.nodes)})` : node.raw)).join(' ');
}
