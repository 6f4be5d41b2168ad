import { z } from 'zod';
import { calendar } from './calendar-parameter.ts';
import { window } from './window-parameter.ts';

/** How targets are followed: time is counted in days that are worked by this calendar. */
export const targets = z.object({ calendar }).prefault({});

/** The targets under review are those of this period; null: of the shortest ones that the as-of date lies in, else of the last that are over. */
export const targetPeriod = window.nullable().default(null);
