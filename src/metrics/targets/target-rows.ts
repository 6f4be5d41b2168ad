import { z } from 'zod';
import { sql } from '../../engine/sql.ts';
import { both, column } from '../columns.ts';
import { defineMetric } from '../define.ts';

const notSaid = both('The file does not say.', '文件中没有。');

export const targetRows = defineMetric({
  id: 'target_rows',
  question: both('Which targets are there, whose are they, and what counts for each?', '有哪些目标，分别属于谁，以什么计？'),
  grain: ['target_order'],
  columns: {
    target_order: column.count(
      both('Number', '序号'),
      both('By period, metric, level, owner and ambition.', '按期间、指标、层级、对象与档位排序。'),
    ),
    level: column.id(
      both('Level', '层级'),
      both(
        'company, team, rep, customer or product: as the file says, else by whom or what the owner is; unknown where nothing tells.',
        'company 公司、team 团队、rep 个人、customer 客户、product 产品：按文件，没有时由目标对象判断；无法判断时为 unknown。',
      ),
    ),
    scope: column.id(
      both('Counted by', '计入范围'),
      both(
        'What counts: company all; team the reps of that team; manager the reps whom the owner leads, and the owner; region its customers; rep, customer, product, category: the own; unknown: nothing is known of the owner.',
        'company 全部；team 该团队的销售；manager 该主管及其下属；region 该区域的客户；rep、customer、product、category 自身；unknown 对象不明。',
      ),
    ),
    scope_key: column.text(
      both('Of', '范围取值'),
      both(
        'Name of the team, manager, region, rep, product or category, or id of the customer.',
        '团队、主管、区域、销售、产品、品类的名称，或客户编号。',
      ),
      { empty: both('The company, or nothing is known of the owner.', '公司，或对象不明。') },
    ),
    is_stated: column.flag(both('Level stated', '层级已写明'), both('Whether the file says the level.', '文件是否写明层级。')),
    owner: column.text(
      both('Owner', '目标对象'),
      both('As the file has it; of a rep the name of the list of reps.', '按文件原样；销售取销售人员表中的姓名。'),
      {
        empty: both('The company has the target, or the file names nobody.', '公司目标，或文件未写对象。'),
      },
    ),
    parent: column.text(both('Part of', '上级目标'), both('Owner of the target that it is part of.', '所属上级目标的对象。'), {
      empty: notSaid,
    }),
    metric: column.id(both('Metric', '指标'), both('As in the field targets.metric.', '同字段 targets.metric。')),
    counted_as: column.id(
      both('Counted as', '计数口径'),
      both(
        'How target_days counts it: csat_share and nps_share for targets of satisfaction and NPS of at most 1 (a share), else the metric.',
        'target_days 的计数口径：满意度与 NPS 目标不大于 1 时为 csat_share、nps_share（占比），其余同指标。',
      ),
    ),
    ambition: column.id(both('Ambition', '档位'), both('base, stretch or challenge.', 'base 目标、stretch 冲刺、challenge 挑战。')),
    period_start: column.date(both('From', '开始'), both('First day.', '第一天。'), { empty: notSaid }),
    period_end: column.date(both('To', '结束'), both('Last day.', '最后一天。'), { empty: notSaid }),
    value: column.wide(
      both('Target', '目标值'),
      both(
        'In whole units: 181.3 with a unit of ten thousand is 1,813,000; a rate of 85% is 0.85.',
        '以基本单位计：181.3 万元为 1,813,000；85% 为 0.85。',
      ),
      { empty: both('The cell is blank.', '未填写。') },
    ),
    unit: column.text(both('Unit', '单位'), both('As the file has it.', '按文件原样。'), { empty: notSaid }),
    baseline: column.wide(both('Baseline', '基准值'), both('As the file has it, in the same units.', '按文件，单位同目标值。'), {
      empty: notSaid,
    }),
    set_on: column.date(both('Set on', '制定日期'), both('Day the target was set.', '目标制定的日期。'), { empty: notSaid }),
  },
  requires: [['targets.value', 'targets.owner']],
  reads: [
    'targets.level',
    'targets.owner',
    'targets.owner_plain',
    'targets.parent',
    'targets.metric',
    'targets.ambition',
    'targets.version',
    'targets.value',
    'targets.unit',
    'targets.baseline',
    'targets.period_start',
    'targets.period_end',
    'targets.set_on',
    'reps.team',
    'customers.customer_id',
    'customers.name',
    'customers.region',
    'orders.product',
    'orders.category',
  ],
  uses: ['rep_names'],
  source:
    'Definition: the rows of the targets, of several versions the last by its name; owners by the list of reps, else by who is named elsewhere.',
  parameters: z.object({}),
  sql: () => sql`
    with stated as (
      select
        row_number() over (
          order by owner nulls last, metric nulls last, ambition nulls last, period_start nulls last, period_end nulls last, value nulls last,
            level nulls last, parent nulls last, unit nulls last, baseline nulls last, set_on nulls last, version nulls last, same_order
        ) as target_id,
        level, owner, owner_plain, parent, coalesce(metric, 'revenue') as metric, coalesce(ambition, 'base') as ambition, period_start, period_end, unit, set_on,
        value, baseline, version,
        max(version) over (partition by owner, metric, ambition, period_start, period_end) as last_version
      from (select targets.*, 0 as same_order from targets) as rows_of_targets
    ),
    latest as (select * from stated where version is not distinct from last_version),
    teams as (select team as owner, team from reps where team is not null group by team),
    managers as (select manager as leader, manager as led_by from rep_names where manager is not null group by manager),
    parents as (select parent as owner, true as is_parent from latest where parent is not null group by parent),
    regions as (select region as owner, region from customers where region is not null group by region),
    buyers as (
      select name as owner, max(customer_id) as customer_id from customers where name is not null and customer_id is not null group by name
    ),
    ids as (select customer_id as owner, customer_id from customers where customer_id is not null group by customer_id),
    goods as (select product as owner, product from orders where product is not null group by product),
    kinds as (select category as owner, category from orders where category is not null group by category),
    named as (select key as owner, rep, manager from rep_names),
    forms as (
      select target_id, 1 as form, owner, level, parent, metric, ambition, period_start, period_end, unit, set_on, value, baseline from latest
      union all
      select target_id, 2, owner_plain, level, parent, metric, ambition, period_start, period_end, unit, set_on, value, baseline
      from latest
      where owner_plain <> owner
    ),
    called as (
      select forms.*, named.rep, named.manager, coalesce(named.rep, forms.owner) as leader
      from forms
      left join named on named.owner = forms.owner
    ),
    found as (
      select
        called.*, teams.team, managers.led_by, regions.region, goods.product, kinds.category,
        coalesce(ids.customer_id, buyers.customer_id) as customer_id, coalesce(parents.is_parent, false) as is_parent
      from called
      left join teams on teams.owner = called.owner
      left join managers on managers.leader = called.leader
      left join regions on regions.owner = called.owner
      left join buyers on buyers.owner = called.owner
      left join ids on ids.owner = called.owner
      left join goods on goods.owner = called.owner
      left join kinds on kinds.owner = called.owner
      left join parents on parents.owner = called.owner
    ),
    known as (
      select
        found.*,
        case
          when coalesce(rep, team, led_by, region, product, category, customer_id) is not null or is_parent then form else 3
        end as known_as
      from found
    ),
    matched as (
      select *
      from (select known.*, min(known_as) over (partition by target_id) as first_known from known) as ranked
      where form = case when first_known = 2 then 2 else 1 end
    ),
    years as (
      select matched.*, coalesce(extract(year from period_start), 0) as target_year
      from matched
    ),
    rep_years as (
      select manager, rep as report, metric, ambition, target_year, sum(value) as value
      from years
      where manager is not null and rep <> manager and coalesce(level, 'rep') = 'rep'
      group by manager, rep, metric, ambition, target_year
    ),
    led as (
      select manager as leader, metric, ambition, target_year, sum(value) as led_value, max(value) as largest
      from rep_years
      group by manager, metric, ambition, target_year
    ),
    own_years as (
      select leader, metric, ambition, target_year, sum(value) as own_value
      from years
      where led_by is not null
      group by leader, metric, ambition, target_year
    ),
    judged as (
      select
        years.*,
        coalesce(years.led_by is not null and (own_years.own_value * 2 >= led.led_value or own_years.own_value >= led.largest * 2), false) as is_team_row
      from years
      left join led
        on led.leader = years.leader and led.metric = years.metric and led.ambition = years.ambition and led.target_year = years.target_year
      left join own_years
        on own_years.leader = years.leader and own_years.metric = years.metric and own_years.ambition = years.ambition
        and own_years.target_year = years.target_year
    ),
    scoped as (
      select
        judged.*,
        case
          when level = 'company' or (level is null and owner is null) then 'company'
          when level = 'customer' then case when customer_id is not null then 'customer' else 'unknown' end
          when level = 'product' then case when product is not null then 'product' when category is not null then 'category' else 'unknown' end
          when level = 'team' then case when team is not null then 'team' when led_by is not null then 'manager' when region is not null then 'region' else 'unknown' end
          when level = 'rep' then case when rep is not null then 'rep' else 'unknown' end
          when is_team_row then 'manager'
          when rep is not null then 'rep'
          when team is not null then 'team'
          when customer_id is not null then 'customer'
          when product is not null then 'product'
          when category is not null then 'category'
          when region is not null then 'region'
          when is_parent and parent is null then 'company'
          else 'unknown'
        end as scope
      from judged
    ),
    leveled as (
      select
        scoped.*,
        parent as parent_id,
        coalesce(level, case scope when 'manager' then 'team' when 'region' then 'team' when 'category' then 'product' else scope end) as stands_at
      from scoped
    )
    select
      row_number() over (
        order by period_start nulls last, period_end nulls last, metric, stands_at, owner nulls last, ambition, value nulls last, parent_id
      ) as target_order,
      stands_at as level,
      scope,
      case scope
        when 'team' then team when 'manager' then led_by when 'region' then region when 'rep' then rep when 'customer' then customer_id
        when 'product' then product when 'category' then category
      end as scope_key,
      level is not null as is_stated,
      case scope when 'rep' then rep when 'manager' then led_by else owner end as owner,
      parent, metric,
      case when metric in ('csat', 'nps') and abs(value) <= 1 then metric || '_share' else metric end as counted_as,
      ambition, period_start, period_end, value, unit, baseline, set_on
    from leveled`,
});
