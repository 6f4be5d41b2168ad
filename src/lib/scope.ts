/** Whose figures a run may see: those of reps, of teams, or of managers with all below them. */
export interface Scope {
  readonly of: 'rep' | 'team' | 'manager';
  /** Names or numbers, as the files have them; at least one. */
  readonly names: readonly string[];
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
