import type { Localized } from '../../lib/localized.ts';
import type { Section } from '../../result/result.ts';
import { saidBy } from '../../views/answer.ts';
import { whatToMend } from './answer/mend.ts';
import { howItStands, nothingHeard } from './answer/standing.ts';
import { whatWaits, whomToCall } from './answer/whom.ts';
import type { SatisfactionInput, SatisfactionRun } from './run.ts';

/** Whom to call, what to mend first, and how it stands against before. */
export async function satisfactionAnswer(
  input: SatisfactionInput,
  run: SatisfactionRun,
  sections: readonly Section[],
): Promise<Localized[]> {
  const said = saidBy(sections);
  return [
    run.has('satisfaction_customers') ? await whomToCall(input, said) : whatWaits(said),
    whatToMend(said),
    (await nothingHeard(input, run)) ?? howItStands(said, run),
  ].filter((sentence) => sentence !== null);
}
