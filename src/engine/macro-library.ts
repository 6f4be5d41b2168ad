import { join, type Sql } from './sql.ts';

interface Macro {
  readonly definition: Sql;
  readonly calls: readonly string[];
}

/**
 * Functions in SQL, each made where a statement first calls it or another that does: to make sixty takes longer than to load a small file, which
 * calls half of them. A definition begins with `create macro NAME(` and stands behind those that it calls.
 */
export class MacroLibrary {
  /** By name, in the order of the definitions. */
  readonly #missing: Map<string, Macro>;

  constructor(definitions: readonly Sql[]) {
    this.#missing = new Map(
      definitions.map((definition) => {
        const [name = '', ...calls] = callsIn(definition.text);
        return [name, { definition, calls }];
      }),
    );
  }

  /** What makes those that a statement calls and that are not made yet; null where there are none. They count as made. */
  take(statement: string): Sql | null {
    if (this.#missing.size === 0) return null;
    const wanted = new Set<string>();
    const want = (name: string): void => {
      const macro = this.#missing.get(name);
      if (macro === undefined || wanted.has(name)) return;
      wanted.add(name);
      macro.calls.forEach(want);
    };
    callsIn(statement).forEach(want);
    if (wanted.size === 0) return null;
    const made = [...this.#missing].filter(([name]) => wanted.has(name));
    for (const name of wanted) this.#missing.delete(name);
    return join(
      made.map(([, { definition }]) => definition),
      ';\n',
    );
  }
}

/** The names before brackets. */
function callsIn(text: string): string[] {
  return Array.from(text.matchAll(/\b[a-z]\w*(?=\()/g), ([name]) => name);
}
