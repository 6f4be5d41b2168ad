import { z } from 'zod';
import { isIsoDate } from '../lib/dates.ts';
import { shiftOf, weekdays } from '../lib/working-calendar.ts';
import { workingTime } from './parameter-defaults.ts';

const day = z.string().refine(isIsoDate, 'a date is written yyyy-mm-dd');

const shift = z.string().refine((text) => shiftOf(text) !== null, 'a shift is written 09:00-18:00 and ends after it starts');

const shifts = z
  .array(shift)
  .min(1)
  .max(6)
  .refine((texts) => followOn(texts), 'shifts follow one another');

function followOn(texts: readonly string[]): boolean {
  const known = texts.flatMap((text) => shiftOf(text) ?? []);
  return known.every(({ from }, index) => index === 0 || known[index - 1]!.to <= from);
}

/**
 * When people work, in the local time of the files. `holidays`: `cn` are the public holidays of mainland China with the days worked for them;
 * none by default, since the files do not say where people work. `workdays` are worked whatever else holds.
 */
export const calendar = z
  .object({
    hours: z.union([shift, shifts]).default(workingTime.hours),
    weekend: z
      .array(z.enum(weekdays))
      .max(6)
      .default([...workingTime.weekend]),
    holidays: z.union([z.enum(['cn', 'none']), z.array(day)]).default(workingTime.holidays),
    workdays: z.array(day).default([]),
  })
  .prefault({});
