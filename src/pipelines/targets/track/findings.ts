import { groupedBy } from '../../../lib/groups.ts';
import type { Finding } from '../../../result/result.ts';
import { findingsOf, type Note, type NoteKinds, noteOf } from '../../../views/notes.ts';
import { targetDoubts } from '../../parts/target-doubts.ts';
import { targetNotes } from '../../parts/target-notes.ts';
import { rowNotes } from './row-findings.ts';
import type { Goal } from './rows.ts';
import type { TrackInput } from './run.ts';
import { metricWords } from '../../parts/target-words.ts';
import { sourceWords } from './words.ts';

/** What a reader has to know of the targets: owners that match nobody, a unit that is missing, metrics that no file tells, blanks, managers. */
export async function trackFindings(input: TrackInput, goals: readonly Goal[]): Promise<Finding[]> {
  const own = goals.filter(({ reach }) => reach === 'period');
  const notes = [...(await targetDoubts(input)), ...(await rowNotes(input)), ...untold(own), ...blanks(own), ...managers(own)];
  return findingsOf(notes, input.lang);
}

function untold(own: readonly Goal[]): Note[] {
  const groups = groupedBy(
    own.filter(({ missing }) => missing === 'source'),
    ({ metric }) => metric,
  );
  return [...groups].map(([metric, goals]) => noteOf(trackNotes, 'target-metrics-untold', { metric, n: goals.length }));
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
  'target-metrics-untold': {
    level: 'warning',
    text: ({ metric, n }: { readonly metric: string; readonly n: number }) => ({
      message: {
        en: `no actual of ${n} target${n === 1 ? '' : 's'} of ${metricWords[metric]!.word.en}: it takes ${sourceWords[metric]!.en}`,
        'zh-CN': `${n} 个${metricWords[metric]!.word['zh-CN']}目标没有实际值：需要${sourceWords[metric]!['zh-CN']}`,
      },
      fix: { en: 'add the file', 'zh-CN': '请加上相应文件' },
    }),
  },
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
