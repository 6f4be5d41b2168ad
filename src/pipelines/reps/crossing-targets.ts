import { sql } from '../../engine/sql.ts';
import { type Note, type NoteKinds, noteOf } from '../../views/notes.ts';
import type { RepsInput } from './run.ts';

/** That targets of a rep share days, of which the first alone counts. Empty where none do. */
export async function crossingTargets({ engine }: Pick<RepsInput, 'engine'>): Promise<Note[]> {
  const reps = await engine.rows<{ rep: string; overlaps: number }>(
    sql`select rep, rep_targets.overlaps from rep_targets where rep_targets.overlaps > 0 order by rep`,
  );
  const [first] = reps;
  if (first === undefined) return [];
  return [noteOf(kinds, 'targets-overlapping', { n: reps.reduce((sum, { overlaps }) => sum + overlaps, 0), rep: first.rep })];
}

const kinds = {
  'targets-overlapping': {
    level: 'warning',
    text: ({ n, rep }: { readonly n: number; readonly rep: string }) => ({
      message: {
        en: `${n} target${n === 1 ? ' shares' : 's share'} days with an earlier one of the same rep (such as ${rep}): the earlier one counts, for what was sold on those days would count twice`,
        'zh-CN': `${n} 个目标与同一销售较早的目标期间交叉（如 ${rep}）：仅计较早的一个，以免交叉日期的业绩重复计算`,
      },
      fix: { en: 'give each target days of its own', 'zh-CN': '请调整期间，使其不交叉' },
    }),
  },
} as const satisfies NoteKinds;
