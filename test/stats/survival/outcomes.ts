import type { OutcomeCounts } from '../../../src/stats/survival/risk-table.ts';

/** One row a subject: converted, lost, or open when last seen. */
export function won(duration: number, subjects = 1): OutcomeCounts {
  return { duration, events: subjects, competing: 0, censored: 0 };
}

export function lost(duration: number, subjects = 1): OutcomeCounts {
  return { duration, events: 0, competing: subjects, censored: 0 };
}

export function open(duration: number, subjects = 1): OutcomeCounts {
  return { duration, events: 0, competing: 0, censored: subjects };
}

/** Ten leads of whom three are won and three lost; four are open, two of them last seen on a day on which others leave. */
export const tenLeads = [won(1), lost(2), open(2), won(3), open(4), lost(5), won(6), open(6), open(7), lost(8)];
