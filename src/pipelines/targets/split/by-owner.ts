import { sql } from '../../../engine/sql.ts';
import type { IsoDate } from '../../../lib/dates.ts';
import { groupedBy } from '../../../lib/groups.ts';
import { both, type Localized } from '../../../lib/localized.ts';
import { exactSum } from '../../../metrics/targets/parts/exact-sum.ts';
import type { ResultRow, TableSection } from '../../../result/result.ts';
import type { Column, Columns } from '../../../views/columns.ts';
import { metricHeading } from '../../../views/of-metrics.ts';
import { table } from '../../../views/table.ts';
import type { SplitInput, SplitRun } from './run.ts';
import { levelWords, metricWords } from '../../parts/target-words.ts';
import { unnamedCompany } from './words.ts';

/** One row an owner, whoever it is part of before it: the whole, last year, the change, and each quarter and month. */
export async function byOwnerSection({ engine, lang }: SplitInput, { plan, split }: SplitRun): Promise<TableSection> {
  const rows = await engine.rows<ResultRow>(sql`
    select owners.*, weights.name
    from split_owners as owners
    left join split_weights as weights on weights.level = owners.level and weights.owner = owners.owner
    order by place`);
  const cells = await engine.rows<ResultRow>(
    sql`select level, owner, period_start, value from split_targets where ambition = 'base' order by target_order`,
  );
  const values = new Map(cells.map(({ level, owner, period_start: start, value }) => [`${level} ${owner} ${start}`, Number(value)]));
  const { shows: type } = metricWords[split.metric]!;
  const starts = [...new Set(cells.map(({ period_start: start }) => String(start)))];
  const periodColumn = (period: string, own: readonly IsoDate[]): Column<ResultRow> => ({
    title: both(period, period),
    type,
    basis: both('Target of the period.', '该期间的目标。'),
    value: ({ level, owner }) => exactSum(own.map((start) => values.get(`${level} ${owner} ${start}`) ?? 0)),
  });
  const company: Localized = plan.company === null ? unnamedCompany : both(plan.company, plan.company);
  const of = (name: string) => metricHeading('split_owners', name);
  const bounded = rows.some(({ least, most }) => (least ?? most ?? null) !== null);
  const hasIds = rows.some(({ level }) => level === 'customer');
  const quarters = split.each === 'year' ? new Map<string, IsoDate[]>() : groupedBy(starts, quarterOf);
  return table<ResultRow>(
    lang,
    {
      id: 'by_owner',
      title: both('Targets by owner', '各对象目标'),
      place: 'headline',
      glance: {
        first: ['level', 'owner', 'total', 'last_value', 'change', ...[...quarters.keys()].map((quarter) => idOf(quarter))].slice(0, 8),
        most: 30,
      },
    },
    {
      level: {
        ...of('level'),
        type: 'text',
        value: ({ level }) => levelWords[String(level)]!,
        code: ({ level = null }) => level,
      },
      owner: {
        ...of('owner'),
        title: both('Owner', '目标对象'),
        value: ({ level, owner = null, name = null }) => (level === 'company' ? company : (name ?? owner)),
      },
      ...(hasIds
        ? {
            customer_id: {
              ...metricHeading('customer_potential', 'customer_id'),
              value: ({ level, owner = null }: ResultRow) => (level === 'customer' ? owner : null),
            },
          }
        : {}),
      parent: { ...of('parent'), value: ({ parent = null }) => (parent === '' ? company : parent) },
      total: { ...of('total'), type, value: ({ total = null }) => total },
      last_value: { ...of('last_value'), type, value: ({ last_value: last = null }) => last },
      change: { ...of('change'), value: ({ change = null }) => change },
      ...(bounded
        ? {
            least: { ...of('least'), type, value: ({ least = null }: ResultRow) => least },
            most: { ...of('most'), type, value: ({ most = null }: ResultRow) => most },
            held_at: {
              ...of('held_at'),
              type: 'text' as const,
              value: ({ held_at: at = null }: ResultRow) =>
                at === 'least' ? both('floor', '下限') : at === 'most' ? both('cap', '上限') : null,
              code: ({ held_at: at = null }: ResultRow) => at,
            },
          }
        : {}),
      ...Object.fromEntries([...quarters].map(([quarter, months]) => [idOf(quarter), periodColumn(quarter, months)])),
      ...(split.each === 'month'
        ? Object.fromEntries(starts.map((start) => [idOf(start.slice(0, 7)), periodColumn(start.slice(0, 7), [start])]))
        : {}),
    } satisfies Columns<ResultRow>,
    rows,
  );
}

/** `2027-Q1`. */
function quarterOf(start: IsoDate): string {
  return `${start.slice(0, 4)}-Q${Math.ceil(Number(start.slice(5, 7)) / 3)}`;
}

/** `t2027_q1`, `t2027_01`. */
function idOf(period: string): string {
  return `t${period.toLowerCase().replace('-', '_')}`;
}
