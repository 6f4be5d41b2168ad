/** Whose figures a run may see: those of reps, of teams, or of managers with all below them. */
export interface Scope {
  readonly of: 'rep' | 'team' | 'manager';
  /** Names or numbers, as the files have them; at least one. */
  readonly names: readonly string[];
}

/** Who is in a scope by the files, and who is not. */
export interface Sight {
  /** Names and numbers whose rows are those in scope. */
  readonly people: ReadonlySet<string>;
  /** Teams of which nobody is out of scope. */
  readonly teams: ReadonlySet<string>;
  /** Names and numbers that are not to be told. */
  readonly others: ReadonlySet<string>;
  /** Somebody out of scope has the name of somebody in it: what is known by that name alone is of both. */
  readonly hasNamesake: boolean;
}

/** Reads `rep=王芳,李明`, `team=华东` or `manager=陈立群`; null for any other text. */
export function readScope(text: string): Scope | null {
  const match = /^\s*(rep|team|manager)\s*[=＝](.*)$/isu.exec(text);
  if (match === null) return null;
  const [, of = '', rest = ''] = match;
  const names = rest.split(/[,，、]/u).map((name) => name.trim());
  return names.includes('') ? null : { of: of.toLowerCase() as Scope['of'], names: [...new Set(names)] };
}

/** As it was given: `rep=王芳,李明`. */
export function scopeText({ of, names }: Scope): string {
  return `${of}=${names.join(',')}`;
}
