import { sql } from '../../../engine/sql.ts';
import type { IsoDate } from '../../../lib/dates.ts';
import { both, type Localized } from '../../../lib/localized.ts';
import { targets as entity } from '../../../model/targets.ts';
import type { ResultRow, TableSection } from '../../../result/result.ts';
import type { Columns, Heading } from '../../../views/columns.ts';
import { metricHeading } from '../../../views/of-metrics.ts';
import { table } from '../../../views/table.ts';
import type { SplitInput, SplitRun } from './run.ts';
import { ambitionWords, levelWords, metricWords } from '../../parts/target-words.ts';
import { unnamedCompany } from './words.ts';

type Row = ResultRow & { readonly period_start: IsoDate; readonly period_end: IsoDate };

/** The split as a targets file: its columns have the names that such a file is read by. */
export async function targetsSection(input: SplitInput, { plan, split }: SplitRun): Promise<TableSection> {
  const { engine, lang, ingested } = input;
  const rows = await engine.rows<Row>(sql`select * from split_targets order by target_order`);
  const company: Localized = plan.company === null ? unnamedCompany : both(plan.company, plan.company);
  const { title: measure, shows: type } = metricWords[split.metric]!;
  const named = (name: keyof typeof entity.fields): Pick<Heading, 'title'> => ({ title: entity.fields[name].title });
  const hasAmbitions = split.stretch !== null || split.challenge !== null;
  const of = (name: keyof typeof entity.fields): Heading => ({ ...metricHeading('split_targets', name), ...named(name) });
  const columns: Columns<Row> = {
    level: { ...of('level'), type: 'text', value: ({ level }) => levelWords[String(level)]! },
    owner: { ...of('owner'), type: 'text', value: ({ level, owner = null }) => (level === 'company' ? company : owner) },
    parent: { ...of('parent'), type: 'text', value: ({ parent = null }) => (parent === '' ? company : parent) },
    metric: { ...named('metric'), type: 'text', basis: both('What is to be reached.', '要达成的指标。'), value: () => measure },
    ...(hasAmbitions
      ? { ambition: { ...of('ambition'), type: 'text' as const, value: ({ ambition }: Row) => ambitionWords[String(ambition)]! } }
      : {}),
    period_start: { ...of('period_start'), value: (row) => row.period_start },
    period_end: { ...of('period_end'), value: (row) => row.period_end },
    value: { ...of('value'), type, value: ({ value = null }) => value },
    unit: {
      ...named('unit'),
      type: 'text',
      basis: both('Currency of the files; none of what is counted.', '文件的币种；计数类指标没有单位。'),
      value: () => (type === 'money' ? (ingested.currency ?? null) : null),
    },
    baseline: { ...of('baseline'), type, value: ({ baseline = null }) => baseline },
  };
  return table(lang, { id: 'targets', title: both('Targets file', '目标文件'), glance: { most: 4 } }, columns, rows);
}
