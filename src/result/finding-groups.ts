import type { Finding } from './result.ts';

const levels = ['info', 'warning', 'error'] as const satisfies readonly Finding['level'][];

export interface FindingGroup {
  readonly code: string;
  readonly level: Finding['level'];
  /** Occurrences of all findings of the code. */
  readonly count: number;
  readonly first: Finding;
  /** Of those findings of the code of which it is known; null of none. */
  readonly money: number | null;
}

/** Findings by code, the grave ones last; within a level those that touch the most money first, then in the order of the Result. */
export function groupFindings(findings: readonly Finding[]): FindingGroup[] {
  const groups = new Map<string, FindingGroup>();
  for (const finding of findings) {
    const key = `${finding.level} ${finding.code}`;
    const group = groups.get(key);
    groups.set(key, {
      code: finding.code,
      level: finding.level,
      count: (group?.count ?? 0) + finding.count,
      first: group?.first ?? finding,
      money: finding.money === undefined ? (group?.money ?? null) : (group?.money ?? 0) + Math.abs(finding.money),
    });
  }
  return levels.flatMap((level) =>
    [...groups.values()].filter((group) => group.level === level).toSorted((one, other) => (other.money ?? -1) - (one.money ?? -1)),
  );
}

/** How many findings there are of each level: kinds of trouble, not the rows that show them. */
export function kindsOf(findings: readonly Finding[]): Record<Finding['level'], number> {
  const kinds = { error: 0, warning: 0, info: 0 };
  for (const { level } of groupFindings(findings)) kinds[level] += 1;
  return kinds;
}
