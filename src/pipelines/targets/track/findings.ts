import { groupedBy } from '../../../lib/groups.ts';
import { missingData } from '../../../metrics/targets/parts/target-data.ts';
import type { Finding } from '../../../result/result.ts';
import { findingsOf, type Note, type NoteKinds, noteOf } from '../../../views/notes.ts';
import { targetDoubts } from '../../parts/target-doubts.ts';
import { targetNotes } from '../../parts/target-notes.ts';
import { rowNotes } from './row-findings.ts';
import type { Goal } from './rows.ts';
import type { TrackInput } from './run.ts';

/** What a reader has to know of the targets: owners that match nobody, a unit that is missing, metrics that no file tells, blanks, managers. */
export async function trackFindings(input: TrackInput, goals: readonly Goal[]): Promise<Finding[]> {
  const own = goals.filter(({ reach }) => reach === 'period');
  const notes = [
    ...(await targetDoubts(input)),
    ...(await rowNotes(input)),
    ...(await untold(input, own)),
    ...blanks(own),
    ...managers(own),
  ];
  return findingsOf(notes, input.lang);
}

/** Targets of metrics that no file tells, by the field that is missing. */
async function untold({ engine, ingested: { inputs } }: TrackInput, own: readonly Goal[]): Promise<Note[]> {
  const goals = own.filter(({ missing }) => missing === 'source');
  if (goals.length === 0) return [];
  const fields = await missingData((query) => engine.rows(query));
  // Of the market a year may be missing alone.
  const groups = groupedBy(goals, ({ metric }) => fields.get(metric) ?? 'market.size');
  return [...groups].map(([field, rows]) =>
    noteOf(trackNotes, 'target-data-missing', { n: rows.length, metrics: [...new Set(rows.map(({ metric }) => metric))], field, inputs }),
  );
}

function blanks(own: readonly Goal[]): Note[] {
  const blank = own.reduce((sum, goal) => sum + goal.blanks, 0);
  const zero = own.filter(({ target }) => target === 0).length;
  const below = own.filter(({ target }) => target !== null && target < 0).length;
  return blank + zero + below === 0 ? [] : [noteOf(trackNotes, 'target-values-blank', { blank, zero, below })];
}

function managers(own: readonly Goal[]): Note[] {
  const rows = own.filter(({ scope }) => scope === 'manager');
  const [first] = rows;
  return first === undefined || !own.some(({ level }) => level === 'rep')
    ? []
    : [noteOf(trackNotes, 'target-manager-rows', { n: rows.length, owner: first.owner })];
}

const trackNotes = {
  ...targetNotes,
  'target-values-blank': {
    level: 'info',
    text: ({ blank, zero, below }: { readonly blank: number; readonly zero: number; readonly below: number }) => ({
      message: {
        en: `${counted(
          [
            [blank, 'blank'],
            [zero, 'zero'],
            [below, 'below zero'],
          ],
          ' and ',
        )} among the targets: no attainment is given for them, what was done counts`,
        'zh-CN': `目标中有 ${counted(
          [
            [blank, '个未填写'],
            [zero, '个为零'],
            [below, '个为负'],
          ],
          '、',
        )}：不给出达成率，实际值照计`,
      },
      fix: { en: 'fill in the targets, or leave out the rows', 'zh-CN': '请补齐目标值，或删去这些行' },
    }),
  },
} as const satisfies NoteKinds;

function counted(parts: readonly (readonly [number, string])[], and: string): string {
  return parts
    .filter(([n]) => n > 0)
    .map(([n, word]) => `${n} ${word}`)
    .join(and);
}
