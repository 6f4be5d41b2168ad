import type { IsoDate } from '../../../lib/dates.ts';
import type { Localized } from '../../../lib/localized.ts';
import type { People } from '../people.ts';
import type { RepsInput } from '../run.ts';

/** What an action is about: with the id of that it makes the id of the action, so that it is known again in the next review. */
export type ActionSubject = 'customer' | 'deal' | 'target' | 'leads' | 'rep' | 'task';

/** Something that one rep should do. Texts may change from run to run; subject and id may not. */
export interface Action {
  readonly subject: ActionSubject;
  /** Of the customer, deal … in the files. */
  readonly id: string;
  /** Whose it is, as in rep_names. */
  readonly rep: string;
  /** Of what kind it is, in every language: `complaint`. */
  readonly kind: string;
  /** What to do, in few words, without figures and names. */
  readonly what: Localized;
  /** Whom or what it is about, by name; null where that is clear. */
  readonly about: Localized | null;
  /** The figures behind it, without a full stop. */
  readonly why: Localized;
  /** Working days from the as-of date within which it is to be done. */
  readonly days: number;
  /** What it is expected to bring, in money; null: nothing in the files tells. */
  readonly value: number | null;
  /** Days that it has waited: of two alike in value the older is first. */
  readonly waited?: number | null;
  /** How `value` was estimated; null where there is none. */
  readonly estimate: Localized | null;
  /** Whose money it is; null: nobody's in particular. Of several actions for one customer a sum has the largest value. */
  readonly customer: string | null;
  /** The value is what others add up to, such as the gap to a target: a sum leaves it out. */
  readonly isGoal?: true;
  /** Somebody has set it before: then it has a day and a state of its own, and no limit. */
  readonly given?: { readonly dueOn: IsoDate | null; readonly state: ActionState; readonly doneOn: IsoDate | null };
}

export type ActionState = 'open' | 'late' | 'done' | 'dropped';

/** That an action was done, and when; the day is null where the files do not tell. */
export interface Done {
  readonly on: IsoDate | null;
  readonly how: Localized;
}

export interface ActionInput extends RepsInput {
  readonly asOf: IsoDate;
  readonly people: People;
  /** How many actions a rep is given. */
  readonly most: number;
}

/** An action of an earlier review: as much as is needed to judge it. */
export interface EarlierAction {
  readonly key: string;
  readonly subject: ActionSubject;
  readonly id: string;
  readonly rep: string;
  readonly kind: string;
  readonly what: string;
  readonly about: string | null;
  readonly customer: string | null;
  readonly value: number | null;
  readonly raisedOn: IsoDate;
  readonly dueOn: IsoDate | null;
}

/** What a source finds: of each rep the `most` of the largest value and those of `wanted`, and how many further ones there are. */
export interface Found {
  readonly actions: readonly Action[];
  readonly further: number;
}

/**
 * One part of the review, as far as it calls for action. To add one: a file beside this with a constant of this type, and a line in
 * `sources.ts`. Actions of several sources about one customer (`subject` and `id` alike) become one, whose reasons stand side by side, so a
 * source says what it sees and need not know the others.
 */
export interface ActionSource {
  /** `wanted` are ids of its subject that have to be found whatever their rank, if they still apply: those of the last review. */
  readonly find: (input: ActionInput, wanted: readonly string[]) => Promise<Found>;
  readonly subject: ActionSubject;
  /** Which of the earlier actions of its subject the files show to be done since, by their ids; without it none can be. */
  readonly done?: (input: ActionInput, earlier: readonly EarlierAction[]) => Promise<ReadonlyMap<string, Done>>;
}

/** `customer:C0017` */
export function keyOf({ subject, id }: Pick<Action, 'subject' | 'id'>): string {
  return `${subject}:${id}`;
}
