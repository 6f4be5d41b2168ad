import { z } from 'zod';
import { sql } from '../../engine/sql.ts';
import { both, column } from '../columns.ts';
import { defineMetric } from '../define.ts';
import { repNames } from './rep-names.ts';

export const repPeople = defineMetric({
  id: 'rep_people',
  question: both('Which reps are there, and who leads them?', '有哪些销售，由谁带领？'),
  grain: ['rep'],
  columns: {
    rep: repNames.columns['rep']!,
    team: repNames.columns['team']!,
    manager: repNames.columns['manager']!,
    joined_on: repNames.columns['joined_on']!,
    is_listed: repNames.columns['is_listed']!,
    leads: column.count(both('Reps led', '下属人数'), both('Reps of the list whose manager it is.', '以其为主管的在册销售人数。'), {
      unit: 'reps',
    }),
  },
  requires: [],
  uses: ['rep_names'],
  source: 'Definition: rep_names, one row a person.',
  parameters: z.object({}),
  sql: () => sql`
    with people as (
      select rep, max(team) as team, max(manager) as manager, min(joined_on) as joined_on, max(case when is_listed then 1 else 0 end) as listed
      from rep_names
      group by rep
    ),
    led as (select manager as rep, count(*) as leads from people where manager is not null group by manager)
    select
      people.rep, people.team, people.manager, people.joined_on, people.listed = 1 as is_listed, coalesce(led.leads, 0) as leads
    from people
    left join led on led.rep = people.rep`,
});
