import { both, type Localized } from '../../../lib/localized.ts';

/** How a target stands: a traffic light in words, its colours left to the reader. */
export type Standing = keyof typeof standingWords;

export const standingWords = {
  missed: both('missed', '未达成'),
  behind: both('behind', '落后'),
  close: both('just missed', '接近达成'),
  at_risk: both('at risk', '有风险'),
  on_track: both('on track', '进度正常'),
  reached: both('reached', '已达成'),
  reached_own: both('reached for own days', '按在岗天数达成'),
  no_target: both('no target', '无目标'),
  zero_target: both('target is zero', '目标为零'),
  unknown: both('cannot be told', '无法判断'),
} as const satisfies Record<string, Localized>;

/** What a standing goes by. */
export interface StandingFigures {
  readonly target: number | null;
  readonly actual: number | null;
  /** What is due for the days in which the rep was there; the target of everybody else. */
  readonly due: number | null;
  readonly isOver: boolean;
  /** Chance to reach the target; null where too little is known. */
  readonly chance: number | null;
  readonly pace: number | null;
}

/** From this chance on a target is on track, from that on it is at risk. */
const chances = { onTrack: 0.6, atRisk: 0.3 } as const;

/** The same of the pace, where no chance is known, and of the attainment at the end. */
const shares = { onTrack: 1, atRisk: 0.9 } as const;

/** The basis of the column. */
export const standingBasis: Localized = both(
  'Over: reached, just missed (90% and more), missed. Running: by the chance to reach it (60% and more on track, 30% at risk, below behind), without one by the pace (1, 0.9). A target below zero is reached by an actual that is not lower. Reps who joined or left within the period are judged by the target for their own working days; who left, as if it were over.',
  '已结束：达成、接近达成（90% 及以上）、未达成。进行中：按达成概率（60% 及以上正常，30% 及以上有风险，以下落后），无概率时按进度比（1、0.9）。负目标以实际不低于目标为达成。期内入职或离职的销售按在岗工作日折算的目标判断，离职者按期末判断。',
);

/** Whether a target is reached, will be, or is in doubt. */
export function standingOf({ target, actual, due, isOver, chance, pace }: StandingFigures): Standing {
  if (actual === null) return 'unknown';
  if (target === null) return 'no_target';
  if (target === 0) return 'zero_target';
  if (actual >= target) return 'reached';
  const share = target > 0 && due !== null && due > 0 ? actual / due : 0;
  if (isOver && share >= shares.onTrack) return 'reached_own';
  if (isOver) return share >= shares.atRisk ? 'close' : 'missed';
  if (chance !== null) return chance >= chances.onTrack ? 'on_track' : chance >= chances.atRisk ? 'at_risk' : 'behind';
  const known = pace ?? share;
  return known >= shares.onTrack ? 'on_track' : known >= shares.atRisk ? 'at_risk' : 'behind';
}

/** Something has to be done: a traffic light would be red. */
export function isRed(standing: Standing): boolean {
  return standing === 'missed' || standing === 'behind';
}
