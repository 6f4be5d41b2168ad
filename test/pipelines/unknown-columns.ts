import type { Result } from '../../src/result/result.ts';

/** What the glance or the chart of a table names and its columns do not have, as `section.column`. */
export function unknownColumns({ sections }: Result): string[] {
  return sections.flatMap((section) => {
    if (section.kind === 'facts') return [];
    const { id: at, columns, glance, chart } = section;
    const drawn = chart === null ? [] : Object.entries(chart).flatMap(([part, ids]) => (part === 'kind' ? [] : ids));
    const named = [...glance.first.flat(), ...glance.hidden, ...drawn];
    return named.filter((name) => !columns.some(({ id }) => id === name)).map((name) => `${at}.${name}`);
  });
}
