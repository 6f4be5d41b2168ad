import type { ActionSource } from './action.ts';
import { weaknessesToMend } from './coaching.ts';
import { customersToCall } from './customers.ts';
import { dealsToMove } from './deals.ts';
import { leadsToWork } from './leads.ts';
import { targetsToFill } from './targets.ts';
import { tasksOfPlans } from './tasks.ts';

/** All parts of the review that call for action; see `ActionSource` for how to add one. */
export const actionSources: readonly ActionSource[] = [
  customersToCall,
  dealsToMove,
  targetsToFill,
  leadsToWork,
  weaknessesToMend,
  tasksOfPlans,
];
