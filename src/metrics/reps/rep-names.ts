import { z } from 'zod';
import { sql } from '../../engine/sql.ts';
import { both, column } from '../columns.ts';
import { defineMetric } from '../define.ts';

export const repNames = defineMetric({
  id: 'rep_names',
  question: both('Who is meant by each name and number of a rep?', '销售的各种姓名与编号各指谁？'),
  grain: ['key'],
  columns: {
    key: column.text(
      both('Written', '写法'),
      both(
        'A name or number of the list of reps (name, rep_id, other_id), or a name that other files have. One that stands for several reps is left out.',
        '销售人员表中的姓名或编号（name、rep_id、other_id），或其他文件中的姓名。同时指多人的不列出。',
      ),
    ),
    rep: column.text(
      both('Rep', '销售'),
      both(
        'The name in the list of reps, else the number there; of others as they are written.',
        '销售人员表中的姓名，没有时为编号；不在表中的按原样。',
      ),
    ),
    team: column.text(both('Team', '团队'), both('Of the list of reps.', '取自销售人员表。'), {
      empty: both('The list does not say, or has no such rep.', '表中没有。'),
    }),
    manager: column.text(both('Manager', '主管'), both('Name of who leads the rep.', '直接上级的姓名。'), {
      empty: both('The list does not say, or has no such rep.', '表中没有。'),
    }),
    joined_on: column.date(both('Joined on', '入职日期'), both('Of the list of reps.', '取自销售人员表。'), {
      empty: both('The list does not say, or has no such rep.', '表中没有。'),
    }),
    left_on: column.date(both('Left on', '离职日期'), both('Of the list of reps.', '取自销售人员表。'), {
      empty: both('The list does not say, or has no such rep.', '表中没有。'),
    }),
    is_listed: column.flag(both('In the list', '在册'), both('Whether the list of reps has it.', '是否在销售人员表中。')),
  },
  requires: [],
  reads: [
    'reps.name',
    'reps.rep_id',
    'reps.other_id',
    'reps.team',
    'reps.manager',
    'reps.joined_on',
    'reps.left_on',
    'orders.rep',
    'customers.owner',
    'opportunities.rep',
    'activities.rep',
  ],
  uses: [],
  source: 'Definition: the list of reps, and names that other files have for who sold, owns or called.',
  parameters: z.object({}),
  sql: () => sql`
    with people as (
      select coalesce(name, rep_id, other_id) as rep, max(team) as team, max(manager) as manager, min(joined_on) as joined_on, max(left_on) as left_on
      from reps
      where coalesce(name, rep_id, other_id) is not null
      group by coalesce(name, rep_id, other_id)
    ),
    written as (
      select name as key, name as rep from reps where name is not null
      union select rep_id as key, coalesce(name, rep_id) as rep from reps where rep_id is not null
      union select other_id as key, coalesce(name, rep_id, other_id) as rep from reps where other_id is not null
    ),
    listed as (select key, max(rep) as rep from written group by key having count(*) = 1),
    others as (
      select rep as key from orders where rep is not null
      union select owner as key from customers where owner is not null
      union select rep as key from opportunities where rep is not null
      union select rep as key from activities where rep is not null
    ),
    known as (
      select key, rep, true as is_listed from listed
      union all
      select others.key, others.key as rep, false as is_listed
      from others
      left join (select key from written group by key) as written on written.key = others.key
      where written.key is null
    ),
    leaders as (select key as manager, rep as leader from listed),
    led as (
      select people.rep, people.team, people.joined_on, people.left_on, coalesce(leaders.leader, people.manager) as manager
      from people
      left join leaders on leaders.manager = people.manager
    )
    select
      known.key, known.rep,
      case when known.is_listed then led.team end as team,
      case when known.is_listed then led.manager end as manager,
      case when known.is_listed then led.joined_on end as joined_on,
      case when known.is_listed then led.left_on end as left_on,
      known.is_listed
    from known
    left join led on led.rep = known.rep`,
});
