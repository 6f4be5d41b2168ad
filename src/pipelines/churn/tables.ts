import { sql } from '../../engine/sql.ts';
import type { Localized } from '../../lib/localized.ts';
import { actionWords, dimensionWords, eventWords } from './words.ts';
import type { ForecastInput } from '../parts/forecast-run.ts';
import { tiersOf } from '../parts/scoring.ts';
import { tierCode } from '../parts/scoring-words.ts';
import type { ResultCell, TableSection } from '../../result/result.ts';
import { codeOf } from '../../views/codes.ts';
import type { Columns } from '../../views/columns.ts';
import { wordOf } from '../../views/list-columns.ts';
import { metricColumns, metricHeading } from '../../views/of-metrics.ts';
import { notSaid, notSaidCode } from '../../views/not-said.ts';
import { rateColumns, rateOf } from '../../views/rates.ts';
import { table } from '../../views/table.ts';

type Row = Readonly<Record<string, ResultCell>>;

const begunBefore: Localized = {
  en: 'Of the customers of the period right before; null where the data begin after that period does.',
  'zh-CN': '以紧邻的上一期有购买的客户计；数据未覆盖整个上一期时为空。',
};

const begunThen: Localized = {
  en: 'Customers with a purchase in the period (repeat: on two or more days of it); null where the data begin after the period does, which would take a part for the whole.',
  'zh-CN': '本期有购买的客户（复购：本期在两天及以上有购买）；数据未从该期第一天起覆盖整期时为空，以免把部分当作整期。',
};

/** 客户保持率, 流失率 and 复购率 of the period and those before, latest first. */
export async function retentionSection({ engine, lang }: ForecastInput): Promise<TableSection> {
  const rows = await engine.rows<Row>(sql`select * from retention_rates order by period_from desc nulls last`);
  const lost = ({ customers_before: before = null, kept = null }: Row): number | null =>
    before === null || kept === null ? null : Number(before) - Number(kept);
  const counts = (basis: Localized, ...ids: readonly string[]): Columns<Row> =>
    Object.fromEntries(ids.map((id) => [id, { ...metricHeading('retention_rates', id), basis, value: (row) => row[id] ?? null }]));
  return table<Row>(
    lang,
    { id: 'retention', title: { en: 'Retention by period', 'zh-CN': '各期保持率、流失率与复购率' }, place: 'detail' },
    {
      ...metricColumns('retention_rates', 'period_from', 'period_to'),
      ...counts(begunBefore, 'customers_before', 'kept'),
      ...rateColumns('retention_rate', { title: { en: 'Retention', 'zh-CN': '客户保持率' }, basis: begunBefore }, (row) =>
        rateOf(row['kept'], row['customers_before']),
      ),
      ...rateColumns('churn_rate', { title: { en: 'Churn', 'zh-CN': '流失率' }, basis: begunBefore }, (row) =>
        rateOf(lost(row), row['customers_before']),
      ),
      ...counts(begunThen, 'buyers', 'repeat_buyers'),
      ...rateColumns('repeat_rate', { title: { en: 'Repeat', 'zh-CN': '复购率' }, basis: begunThen }, (row) =>
        rateOf(row['repeat_buyers'], row['buyers']),
      ),
    },
    rows,
  );
}

/** Why customers were lost: over all, then by tier, level, owner and industry; most customers first. */
export async function churnReasonsSection(input: ForecastInput): Promise<TableSection> {
  const { engine, lang } = input;
  const rows = await engine.rows<Row>(sql`
    select * from churn_reasons
    order by case dimension when 'all' then 1 when 'tier' then 2 when 'level' then 3 when 'owner' then 4 else 5 end,
      member, customers desc nulls last, reason`);
  const totals = new Map<string, number>();
  const group = (row: Row): string => `${row['dimension']} ${row['member']}`;
  for (const row of rows) totals.set(group(row), (totals.get(group(row)) ?? 0) + Number(row['customers']));
  const tiers = tiersOf(input);
  const member = ({ dimension, member: own = null }: Row): ResultCell => {
    if (dimension === 'all') return null;
    if (own === '') return notSaid[lang];
    return dimension === 'tier' ? (tiers[Number(own) - 1]?.name ?? own) : own;
  };
  /** Only tiers are a closed set: levels, owners and industries are as the files name them. */
  const memberCode = ({ dimension, member: own = null }: Row): ResultCell => {
    if (dimension === 'all') return null;
    if (own === '') return notSaidCode;
    return dimension === 'tier' ? tierCode(Number(own)) : null;
  };
  const dimensions = dimensionWords(lang);
  // A dimension of which nothing is known says nothing beyond `all`.
  const known = new Set(rows.filter((row) => row['member'] !== '').map((row) => row['dimension']));
  return table<Row>(
    lang,
    { id: 'churn_reasons', title: { en: 'Why customers left', 'zh-CN': '流失原因' }, place: 'detail' },
    {
      dimension: {
        ...metricHeading('churn_reasons', 'dimension'),
        type: 'text',
        basis: {
          en: 'All customers lost together, then by tier of the score, level, owner and industry, as far as the files tell.',
          'zh-CN': '先为全部流失客户，再按评分层级、客户级别、负责人、行业拆分（仅列文件中有数据的维度）。',
        },
        value: (row) => wordOf(dimensions, row['dimension'] ?? null),
        code: (row) => codeOf(row['dimension'] ?? null),
      },
      member: {
        ...metricHeading('churn_reasons', 'member'),
        basis: {
          en: 'Tier, level, owner or industry of the customers lost; “not said” where the files leave it blank.',
          'zh-CN': '流失客户的层级、级别、负责人或行业；文件中为空的记为“未填写”。',
        },
        value: member,
        code: memberCode,
      },
      reason: {
        ...metricHeading('churn_reasons', 'reason'),
        basis: {
          en: 'As the customer file says; “not said” where it leaves it blank.',
          'zh-CN': '按客户文件原样；未填写的记为“未填写”。',
        },
        value: (row) => (row['reason'] === '' ? notSaid[lang] : (row['reason'] ?? null)),
        code: (row) => (row['reason'] === '' ? notSaidCode : null),
      },
      ...metricColumns('churn_reasons', 'customers'),
      ...rateColumns(
        'share',
        {
          title: { en: 'Share', 'zh-CN': '占比' },
          basis: {
            en: 'Customers lost for this reason ÷ all customers lost of the group.',
            'zh-CN': '因该原因流失的客户数 ÷ 该组全部流失客户数。',
          },
        },
        (row) => rateOf(row['customers'], totals.get(group(row))),
      ),
      ...metricColumns('churn_reasons', 'revenue'),
    },
    rows.filter((row) => row['dimension'] === 'all' || known.has(row['dimension'])),
  );
}

/** What became of customers who fell silent or were marked as lost, by what was done about it. */
export async function winBackSection({ engine, lang, ingested }: ForecastInput): Promise<TableSection> {
  const rows = await engine.rows<Row>(
    sql`select * from win_back order by case event when 'warning' then 1 else 2 end, case action when 'none' then 2 else 1 end, events desc nulls last, action`,
  );
  const known = ingested.available.has('activities.customer_id') && ingested.available.has('activities.at');
  const [events, actions] = [eventWords(lang), actionWords(lang)];
  return table<Row>(
    lang,
    {
      id: 'win_back',
      place: 'detail',
      title: { en: 'Won back', 'zh-CN': '挽回效果' },
      chart: { kind: 'dots', label: 'action', value: 'return_rate', low: 'return_rate_low', high: 'return_rate_high' },
    },
    {
      event: {
        ...metricHeading('win_back', 'event'),
        type: 'text',
        basis: {
          en: 'Fell silent: bought nothing for two usual gaps (three purchase days at least) and one horizon; marked as lost: in the customer file.',
          'zh-CN': '沉默预警：沉默超过通常间隔的两倍（至少三个购买日）且超过一个窗口；标记流失：客户文件标记为流失。',
        },
        value: (row) => wordOf(events, row['event'] ?? null),
        code: (row) => codeOf(row['event'] ?? null),
      },
      action: {
        ...metricHeading('win_back', 'action'),
        title: { en: 'First action', 'zh-CN': '首个挽回动作' },
        type: 'text',
        basis: {
          en: 'How the customer was first contacted within a third of the horizon after the event.',
          'zh-CN': '事件后三分之一窗口内首次联系客户的方式。',
        },
        value: (row) => wordOf(actions, known ? (row['action'] ?? null) : 'unknown'),
        code: (row) => codeOf(known ? (row['action'] ?? null) : 'unknown'),
      },
      ...metricColumns('win_back', 'events', 'returned_early', 'followed', 'returned'),
      ...rateColumns(
        'return_rate',
        {
          title: { en: 'Came back', 'zh-CN': '挽回率' },
          basis: {
            en: 'Events after which the customer bought within one horizon after the first third ÷ events followed.',
            'zh-CN': '挽回数 ÷ 观察数：前三分之一窗口之后一个窗口内有购买的事件占比。',
          },
        },
        (row) => rateOf(row['returned'], row['followed']),
      ),
    },
    rows,
  );
}
