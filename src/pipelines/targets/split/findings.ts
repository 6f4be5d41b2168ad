import { sql } from '../../../engine/sql.ts';
import { chineseHolidays } from '../../../lib/chinese-holidays.ts';
import { basesOf } from '../../../metrics/targets/parts/bases.ts';
import { readSplit } from '../../../metrics/targets/parts/split.ts';
import type { Finding } from '../../../result/result.ts';
import { findingsOf, type Note, noteOf } from '../../../views/notes.ts';
import { valueText } from '../../parts/target-words.ts';
import { splitNotes } from './notes.ts';
import type { SplitInput, SplitRun } from './run.ts';
import { seasonTest } from './season-test.ts';

/** What a reader of the split has to know. */
export async function splitFindings(input: SplitInput, run: SplitRun): Promise<Finding[]> {
  const notes = [
    ...(await boundNotes(input, run)),
    ...(await seasonNotes(input, run)),
    ...(await repNotes(input, run)),
    ...(await basisNotes(input, run)),
    ...(await monthNotes(input, run)),
  ];
  return findingsOf(notes, input.lang);
}

/** Bounds that could not be kept, and limits of nobody. */
async function boundNotes({ engine, ingested: { asOf }, settings, money }: SplitInput, { split, plan }: SplitRun): Promise<Note[]> {
  if (split.floor === null && split.cap === null && split.limits.length === 0) return [];
  const made = asOf === null ? null : await readSplit((query) => engine.rows(query), { asOf, split, calendar: settings.calendar });
  if (made === null) return [];
  const { givenUp, room, conflicts, targets } = made;
  const text = (value: number): string => valueText(split.metric, value, money);
  const owners = new Set(targets.get('base')!.map(({ owner }) => owner.owner));
  const unknown = split.limits.filter(({ owner }) => !owners.has(owner)).map(({ owner }) => owner);
  return [
    ...(givenUp === null || room === null
      ? []
      : [noteOf(splitNotes, 'split-bounds-given-up', { side: givenUp, room: text(room[givenUp]), value: text(plan.value) })]),
    ...(conflicts.length === 0 ? [] : [noteOf(splitNotes, 'split-limits-conflict', { owners: conflicts.map(({ owner }) => owner) })]),
    ...(unknown.length === 0 ? [] : [noteOf(splitNotes, 'split-limit-unknown', { owners: unknown })]),
  ];
}

/** That a season is not better than even months, was not tested, or could not be learned. */
async function seasonNotes({ engine }: SplitInput, { plan, split }: SplitRun): Promise<Note[]> {
  if (split.season !== 'learned') return [];
  if (plan.season !== 'learned') return [noteOf(splitNotes, 'split-season-unknown', { months: plan.last_months })];
  const test = await seasonTest(engine);
  if (test === null) return [noteOf(splitNotes, 'split-season-untested', {})];
  return test.learned < test.even ? [] : [noteOf(splitNotes, 'split-season-not-better', test)];
}

/** Reps who left, with what they had brought; reps in no list; nobody at all. */
async function repNotes({ engine, money }: SplitInput, { split }: SplitRun): Promise<Note[]> {
  if (!split.levels.includes('rep') && !split.levels.includes('team')) return [];
  const rows = await engine.rows<{ owner: string; state: string; last_value: number }>(sql`
    select owner, state, last_value from split_weights where level = 'rep' order by last_value desc nulls last, owner`);
  const left = rows.filter(({ state, last_value: last }) => state === 'left' && last > 0);
  const sum = left.reduce((all, { last_value: last }) => all + last, 0);
  const brought = valueText(split.metric, sum, money);
  return [
    ...(rows.some(({ state }) => state === 'gets') ? [] : [noteOf(splitNotes, 'split-owners-unknown', {})]),
    ...(left.length === 0
      ? []
      : [noteOf(splitNotes, 'split-reps-left', { reps: left.map(({ owner }) => owner), brought, months: split.left_months })]),
  ];
}

/** A basis of shares that the files say nothing of. */
async function basisNotes({ engine }: SplitInput, { split }: SplitRun): Promise<Note[]> {
  const [known] = await engine.rows<Readonly<Record<'history' | 'potential' | 'capacity', number>>>(sql`
    select count(history_share) as history, count(potential_share) as potential, count(capacity_share) as capacity
    from split_weights where level = 'rep'`);
  const bases = [...basesOf(split).keys()].filter((basis) => basis !== 'equal' && known !== undefined && known[basis] === 0);
  const hasReps = split.levels.includes('rep') || split.levels.includes('team');
  return hasReps && bases.length > 0 ? [noteOf(splitNotes, 'split-basis-unknown', { bases })] : [];
}

/** Months without a target of the company in the files, and years whose holidays are not known. */
async function monthNotes({ engine, settings }: SplitInput, { plan, split }: SplitRun): Promise<Note[]> {
  const empty = await engine.rows<{ period_start: string }>(sql`
    select period_start from split_targets where ambition = 'base' and level = 'company' and value = 0 order by period_start`);
  const { lastDay } = await chineseHolidays();
  const isBeyond = split.season === 'working-days' && settings.calendar.holidays === 'cn' && plan.period_to > lastDay;
  return [
    ...(plan.value_basis === 'file' && empty.length > 0
      ? [noteOf(splitNotes, 'split-months-missing', { months: empty.map(({ period_start: start }) => start.slice(0, 7)) })]
      : []),
    ...(isBeyond ? [noteOf(splitNotes, 'split-holidays-unknown', { lastDay })] : []),
  ];
}
