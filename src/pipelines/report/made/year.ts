import { both, type Lang } from '../../../lib/localized.ts';
import type { TableSection } from '../../../result/result.ts';
import { numberOf } from '../../../views/number-of.ts';
import { tableOf, type Runs } from '../runs.ts';

const title = both('Attainment of the year; the line is how much of it is over', '全年达成率；竖线为时间进度');

/** Fewer are seen of a list that begins with neither the company nor teams. */
const fewest = 5;
const most = 8;

/** The targets of the year, each beside how much of the year is over; the company and its teams are seen, they stand first. Null where no attainment is known. */
export function yearSection(runs: Runs, lang: Lang): TableSection | null {
  const year = tableOf(runs, 'targets track', 'year');
  const rows = [...(year?.rows ?? [])];
  if (year === null || rows.every(({ attainment }) => numberOf(attainment) === null)) return null;
  const firstOthers = rows.findIndex(({ level_code: level }) => level !== 'company' && level !== 'team');
  return {
    ...year,
    title: title[lang],
    glance: {
      ...year.glance,
      first: ['owner', 'metric', 'gap', 'attainment'],
      below: [],
      most: Math.min(most, Math.max(fewest, firstOthers)),
    },
    chart: { kind: 'columns', label: 'owner', value: 'attainment', against: 'time_progress' },
  };
}
