/** The part of JSON Schema that a zod schema of plain data becomes. */
export interface SchemaNode {
  readonly properties?: Readonly<Record<string, SchemaNode>>;
  readonly additionalProperties?: SchemaNode | boolean;
  readonly propertyNames?: { readonly enum?: readonly string[] };
  readonly items?: SchemaNode | boolean;
  readonly anyOf?: readonly SchemaNode[];
  readonly oneOf?: readonly SchemaNode[];
  readonly const?: unknown;
}

export interface UnknownKey {
  readonly path: readonly PropertyKey[];
  /** The keys that may stand there. */
  readonly known: readonly string[];
}

/** The first key of the value that the schema does not name, or null. Where a `method` chooses among shapes, only its keys count. */
export function unknownKey(value: unknown, schema: SchemaNode, path: readonly PropertyKey[] = []): UnknownKey | null {
  const nodes = shapesFor(value, schema);
  if (Array.isArray(value))
    return first(
      value.map((item, index) => [index, item]),
      nodes,
      path,
    );
  if (typeof value !== 'object' || value === null) return null;
  const entries = Object.entries(value);
  const known = [...new Set(nodes.flatMap(keysOf))];
  const free = nodes.length === 0 || nodes.some((node) => known.length === 0 && node.additionalProperties !== false);
  const unknown = free ? undefined : entries.find(([key]) => !known.includes(key));
  if (unknown !== undefined) return { path: [...path, unknown[0]], known };
  return first(entries, nodes, path);
}

function first(
  entries: readonly (readonly [PropertyKey, unknown])[],
  nodes: readonly SchemaNode[],
  path: readonly PropertyKey[],
): UnknownKey | null {
  for (const [key, item] of entries) {
    const anyOf = nodes.flatMap((node) => childOf(node, key));
    const found = unknownKey(item, { anyOf }, [...path, key]);
    if (found !== null) return found;
  }
  return null;
}

function keysOf(node: SchemaNode): string[] {
  return [...Object.keys(node.properties ?? {}), ...(node.propertyNames?.enum ?? [])];
}

/** The shapes a value of this kind may have. */
function shapesFor(value: unknown, node: SchemaNode): SchemaNode[] {
  const options = [...(node.anyOf ?? []), ...(node.oneOf ?? [])];
  if (options.length > 0) return options.flatMap((option) => shapesFor(value, option));
  if (Array.isArray(value)) return node.items === undefined ? [] : [node];
  return (node.properties !== undefined || node.additionalProperties !== undefined) && constantsAgree(value, node) ? [node] : [];
}

function constantsAgree(value: unknown, node: SchemaNode): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const given = new Map<string, unknown>(Object.entries(value));
  return Object.entries(node.properties ?? {}).every(
    ([key, property]) => property.const === undefined || given.get(key) === property.const,
  );
}

function childOf(node: SchemaNode, key: PropertyKey): SchemaNode[] {
  const named = typeof key === 'string' && Object.hasOwn(node.properties ?? {}, key) ? node.properties?.[key] : undefined;
  const found = named ?? (typeof key === 'number' ? node.items : node.additionalProperties);
  return typeof found === 'object' ? [found] : [];
}
