import type { Localized } from '../../../lib/localized.ts';
import type { ResultRow, TableSection } from '../../../result/result.ts';
import type { People } from '../people.ts';
import type { Reviewed, RepsInput } from '../run.ts';
import type { ActionInput } from './action.ts';
import { gatherActions } from './gathered.ts';
import { doneSince, earlierActions, judgeActions } from './last-review.ts';
import { actionsSection, lastReviewSection } from './sections.ts';
import { actionsSentence } from './sentence.ts';
import { actionSources } from './sources.ts';

/** What is to be done, what became of the actions of the last review, and both in a sentence; null where there is nothing to say. */
export async function actionsOf(
  input: RepsInput,
  { asOf }: Reviewed,
  people: People,
): Promise<{ readonly sections: readonly TableSection[]; readonly sentence: Localized | null }> {
  const asked: ActionInput = { ...input, asOf, people, most: input.settings.most_actions };
  const rows: readonly ResultRow[] | null = input.earlier?.lists.get('actions') ?? null;
  const before = rows === null ? [] : earlierActions(rows, people.includes);
  const done = await doneSince(asked, actionSources, before);
  // What is done and called for again is an action of its own.
  const undone = before.filter(({ key }) => !done.has(key));
  const gathered = await gatherActions(asked, actionSources, undone);
  const judged = rows === null ? null : await judgeActions(asked, before, { done, applying: gathered.applying });
  return {
    sections: [actionsSection(input, gathered), ...(judged === null ? [] : [lastReviewSection(input, judged)])],
    sentence: actionsSentence(input, gathered, judged),
  };
}
