import type { AnyMetric } from './define.ts';
import { actionEffects } from './feedback/action-effects.ts';
import { actionOwners } from './feedback/action-owners.ts';
import { complaintGroups } from './feedback/complaint-groups.ts';
import { complaintTimes } from './feedback/complaint-times.ts';
import { complaintTopics } from './feedback/complaint-topics.ts';
import { csatGroups } from './feedback/csat-groups.ts';
import { feedbackRows } from './feedback/feedback-rows.ts';
import { npsGroups } from './feedback/nps-groups.ts';
import { repurchaseByAnswer } from './feedback/repurchase-by-answer.ts';
import { respondents } from './feedback/respondents.ts';
import { satisfactionCustomers } from './feedback/satisfaction-customers.ts';
import { satisfactionQuarters } from './feedback/satisfaction-quarters.ts';
import { scoreDimensions } from './feedback/score-dimensions.ts';
import { scoreDrivers } from './feedback/score-drivers.ts';
import { surveyScales } from './feedback/survey-scales.ts';

/** Every metric of feedback; a new one is one file, one test and one line here. */
export const feedbackMetrics: readonly AnyMetric[] = [
  surveyScales,
  feedbackRows,
  npsGroups,
  csatGroups,
  satisfactionQuarters,
  satisfactionCustomers,
  scoreDimensions,
  scoreDrivers,
  complaintGroups,
  complaintTimes,
  complaintTopics,
  actionOwners,
  actionEffects,
  repurchaseByAnswer,
  respondents,
];
