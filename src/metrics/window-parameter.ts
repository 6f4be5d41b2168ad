import { z } from 'zod';
import { isIsoDate } from '../lib/dates.ts';

/** A day that a setting names. */
export const isoDate = z.string().refine(isIsoDate, 'a date is written yyyy-mm-dd');

/** A stretch of time that a setting names; half-open. */
export const window = z.object({ from: isoDate, to: isoDate }).refine((value) => value.from < value.to, 'a period ends after it starts');
