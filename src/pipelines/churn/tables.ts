import { sql } from '../../engine/sql.ts';
import type { Localized } from '../../lib/localized.ts';
import type { ResultCell, TableSection } from '../../result/result.ts';
import { wilson } from '../../stats/wilson.ts';
import type { ChurnInput } from './settings.ts';
import { actionWords, dimensionWords, eventWords } from './words.ts';
import { tiersOf } from '../score/settings.ts';
import { type PlainColumn, plainTable } from '../table-section.ts';

interface Rate {
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

function rateOf(successes: number | null, trials: number | null): Rate {
  if (successes === null || trials === null || trials === 0) return { value: null, low: null, high: null };
  return { value: successes / trials, ...wilson(successes, trials)! };
}

/** The columns of a rate: value, lower and upper bound. */
function rateColumns<T>(id: string, title: Localized, rate: (row: T) => Rate): Record<string, PlainColumn<T>> {
  return {
    [id]: { title, type: 'ratio', value: (row) => rate(row).value },
    [`${id}_low`]: { title: { en: 'low', 'zh-CN': '下限' }, type: 'ratio', value: (row) => rate(row).low },
    [`${id}_high`]: { title: { en: 'high', 'zh-CN': '上限' }, type: 'ratio', value: (row) => rate(row).high },
  };
}

interface RetentionRow {
  readonly [column: string]: ResultCell;
  readonly customers_before: number | null;
  readonly kept: number | null;
  readonly buyers: number | null;
  readonly repeat_buyers: number | null;
}

const begunBefore: Localized = {
  en: 'Of the customers of the period right before; null where the data begin after that period does.',
  'zh-CN': '以紧邻的上一期有购买的客户计；数据未覆盖整个上一期时为空。',
};

const begunThen: Localized = {
  en: 'Customers with a purchase in the period (repeat: on two or more days of it); null where the data begin after the period does, which would take a part for the whole.',
  'zh-CN': '本期有购买的客户（复购：本期在两天及以上有购买）；数据未从该期第一天起覆盖整期时为空，以免把部分当作整期。',
};

const retentionBasis: ReadonlyMap<string, Localized> = new Map([
  ...['customers_before', 'kept', 'retention_rate', 'churn_rate'].map((id) => [id, begunBefore] as const),
  ...['buyers', 'repeat_buyers', 'repeat_rate'].map((id) => [id, begunThen] as const),
]);

const customers = { type: 'integer', unit: 'customers' } as const;

/** 客户保持率, 流失率 and 复购率 of the period and those before, latest first. */
export async function retentionSection({ engine, lang }: ChurnInput): Promise<TableSection> {
  const rows = await engine.rows<RetentionRow>(sql`select * from retention_rates order by period_from desc nulls last`);
  const lost = (row: RetentionRow): number | null =>
    row.customers_before === null || row.kept === null ? null : row.customers_before - row.kept;
  const section = plainTable<RetentionRow>(
    { id: 'retention', title: { en: 'Retention by period', 'zh-CN': '各期保持率、流失率与复购率' }, lang },
    {
      period_from: { title: { en: 'From', 'zh-CN': '起' }, type: 'date', value: (row) => row['period_from'] ?? null },
      period_to: { title: { en: 'To', 'zh-CN': '止' }, type: 'date', value: (row) => row['period_to'] ?? null },
      customers_before: { title: { en: 'Customers before', 'zh-CN': '上期客户数' }, ...customers, value: (row) => row.customers_before },
      kept: { title: { en: 'Kept', 'zh-CN': '保持客户数' }, ...customers, value: (row) => row.kept },
      ...rateColumns<RetentionRow>('retention_rate', { en: 'Retention', 'zh-CN': '客户保持率' }, (row) =>
        rateOf(row.kept, row.customers_before),
      ),
      ...rateColumns<RetentionRow>('churn_rate', { en: 'Churn', 'zh-CN': '流失率' }, (row) => rateOf(lost(row), row.customers_before)),
      buyers: { title: { en: 'Buyers', 'zh-CN': '购买客户数' }, ...customers, value: (row) => row.buyers },
      repeat_buyers: { title: { en: 'Repeat buyers', 'zh-CN': '复购客户数' }, ...customers, value: (row) => row.repeat_buyers },
      ...rateColumns<RetentionRow>('repeat_rate', { en: 'Repeat', 'zh-CN': '复购率' }, (row) => rateOf(row.repeat_buyers, row.buyers)),
    },
    rows,
  );
  return { ...section, columns: section.columns.map((column) => ({ ...column, basis: retentionBasis.get(column.id)?.[lang] ?? null })) };
}

type ReasonRow = {
  readonly dimension: string;
  readonly member: string;
  readonly reason: string;
  readonly customers: number;
  readonly revenue: number | null;
};

const notSaid: Localized = { en: 'not said', 'zh-CN': '未填写' };

/** Why customers were lost: over all, then by tier, level, owner and industry; most customers first. */
export async function churnReasonsSection(input: ChurnInput): Promise<TableSection> {
  const { engine, lang } = input;
  const rows = await engine.rows<ReasonRow>(sql`
    select * from churn_reasons
    order by case dimension when 'all' then 1 when 'tier' then 2 when 'level' then 3 when 'owner' then 4 else 5 end,
      member, customers desc nulls last, reason`);
  const totals = new Map<string, number>();
  const key = (row: ReasonRow): string => `${row.dimension} ${row.member}`;
  for (const row of rows) totals.set(key(row), (totals.get(key(row)) ?? 0) + row.customers);
  const tiers = tiersOf(input);
  const member = ({ dimension, member: own }: ReasonRow): string | null => {
    if (dimension === 'all') return null;
    if (own === '') return notSaid[lang];
    return dimension === 'tier' ? (tiers[Number(own) - 1]?.name ?? own) : own;
  };
  const share = (row: ReasonRow): Rate => rateOf(row.customers, totals.get(key(row))!);
  // A dimension of which nothing is known says nothing beyond `all`.
  const known = new Set(rows.filter((row) => row.member !== '').map((row) => row.dimension));
  return plainTable<ReasonRow>(
    { id: 'churn_reasons', title: { en: 'Why customers left', 'zh-CN': '流失原因' }, lang },
    {
      dimension: { title: { en: 'By', 'zh-CN': '维度' }, type: 'text', value: (row) => dimensionWords.get(row.dimension)?.[lang] ?? null },
      member: { title: { en: 'Group', 'zh-CN': '分组' }, type: 'text', value: member },
      reason: {
        title: { en: 'Reason', 'zh-CN': '流失原因' },
        type: 'text',
        value: (row) => (row.reason === '' ? notSaid[lang] : row.reason),
      },
      customers: { title: { en: 'Customers lost', 'zh-CN': '流失客户数' }, ...customers, value: (row) => row.customers },
      ...rateColumns<ReasonRow>('share', { en: 'Share', 'zh-CN': '占比' }, share),
      revenue: { title: { en: 'Revenue lost', 'zh-CN': '流失销售额' }, type: 'money', value: (row) => row.revenue },
    },
    rows.filter((row) => row.dimension === 'all' || known.has(row.dimension)),
  );
}

type WinBackRow = {
  readonly event: string;
  readonly action: string;
  readonly events: number;
  readonly returned_early: number;
  readonly followed: number;
  readonly returned: number;
};

/** What became of customers who fell silent or were marked as lost, by what was done about it. */
export async function winBackSection({ engine, lang, ingested }: ChurnInput): Promise<TableSection> {
  const rows = await engine.rows<WinBackRow>(
    sql`select * from win_back order by case event when 'warning' then 1 else 2 end, case action when 'none' then 2 else 1 end, events desc nulls last, action`,
  );
  const known = ingested.available.has('activities.customer_id') && ingested.available.has('activities.at');
  const action = (row: WinBackRow): string => (known ? row.action : 'unknown');
  const count = { type: 'integer' } as const;
  return plainTable<WinBackRow>(
    { id: 'win_back', title: { en: 'Won back', 'zh-CN': '挽回效果' }, lang },
    {
      event: { title: { en: 'Event', 'zh-CN': '事件' }, type: 'text', value: (row) => eventWords.get(row.event)?.[lang] ?? row.event },
      action: {
        title: { en: 'First action', 'zh-CN': '首个挽回动作' },
        type: 'text',
        value: (row) => actionWords.get(action(row))?.[lang] ?? row.action,
      },
      events: { title: { en: 'Events', 'zh-CN': '事件数' }, ...count, value: (row) => row.events },
      returned_early: { title: { en: 'Back already', 'zh-CN': '已先行回购' }, ...count, value: (row) => row.returned_early },
      followed: { title: { en: 'Followed', 'zh-CN': '观察数' }, ...count, value: (row) => row.followed },
      returned: { title: { en: 'Came back', 'zh-CN': '挽回数' }, ...count, value: (row) => row.returned },
      ...rateColumns<WinBackRow>('return_rate', { en: 'Came back', 'zh-CN': '挽回率' }, (row) => rateOf(row.returned, row.followed)),
    },
    rows,
  );
}
