import { addMonths, type IsoDate } from '../../../lib/dates.ts';
import type { Span } from './same-length.ts';

/** What is known of when a rep was there, beside the period of the target. */
export interface KnownDays extends Span {
  readonly joined: IsoDate | null;
  readonly left: IsoDate | null;
  readonly isListed: boolean;
  /** Whether there is a list of reps. */
  readonly hasList: boolean;
  /** First day of the orders. */
  readonly filesFrom: IsoDate | null;
  readonly firstSale: IsoDate | null;
  readonly lastSale: IsoDate | null;
}

/** The days of a period by which a target is judged. */
export interface OwnDays extends Span {
  readonly joinedWithin: boolean;
  readonly hasLeft: boolean;
  /** By the list of reps, or by first and last sale; null where the rep was there all the time. */
  readonly toldBy: 'list' | 'sales' | null;
}

interface Judged {
  readonly asOf: IsoDate;
  /** Who is in no list and sold nothing in so many months has left; who sold first so long after the files begin was not there before. */
  readonly quietMonths: number;
}

/** Days of joining and leaving count where the list has them, else first and last sale where these tell; all of the period where nothing does. */
export function ownDays(known: KnownDays, { asOf, quietMonths }: Judged): OwnDays {
  const { from, to } = known;
  const joined = known.joined ?? firstOfNew(known, quietMonths);
  const left = known.left ?? lastOfGone(known, addMonths(asOf, -quietMonths));
  const joinedWithin = joined !== null && joined > from && joined <= to;
  const hasLeft = left !== null && left < to && left < asOf;
  const bySales = (joinedWithin && known.joined === null) || (hasLeft && known.left === null);
  return {
    from: joinedWithin ? joined : from,
    to: hasLeft ? left : to,
    joinedWithin,
    hasLeft,
    toldBy: bySales ? 'sales' : joinedWithin || hasLeft ? 'list' : null,
  };
}

function firstOfNew({ filesFrom, firstSale }: KnownDays, quietMonths: number): IsoDate | null {
  return filesFrom !== null && firstSale !== null && addMonths(filesFrom, quietMonths) <= firstSale ? firstSale : null;
}

function lastOfGone({ isListed, hasList, lastSale }: KnownDays, since: IsoDate): IsoDate | null {
  return hasList && !isListed && lastSale !== null && lastSale < since ? lastSale : null;
}
