import { type ReportChapter, reportChapters } from '../../metrics/choices.ts';
import { both } from '../../lib/localized.ts';
import type { Chapter } from './chapter.ts';
import { churnFinding, cohortsFinding, poolFinding, repsFinding, targetsFinding, tiersFinding } from './chapter-findings.ts';
import { crossSellFinding, crossSellNote } from './cross-sell-words.ts';
import { satisfactionFinding, satisfactionNote } from './satisfaction-words.ts';
import { churnNote, cohortsNote, poolNote, repsNote, targetsNote, tiersNote } from './chapter-notes.ts';
import { moversSection } from './made/movers.ts';
import { sourcesSection } from './made/sources.ts';
import { paceSection, trendSection } from './made/sales-months.ts';
import { funnelSection, revenuePartsSection } from './made/steps.ts';
import { yearSection } from './made/year.ts';

const risks = {
  columns: [['customer_name', 'customer_id'], 'owner', 'tier', 'value_at_risk', 'probability'],
  below: ['reasons'],
  most: 6,
  chart: { kind: 'bars', label: 'customer_name', value: 'value_at_risk' },
} as const;

export const chapters = {
  tiers: {
    id: 'tiers',
    name: both('Tiers', '客户分层'),
    absent: { title: both('No orders with customers: nothing is scored', '没有带客户的订单，未做客户分层'), table: 'orders' },
    parts: [
      {
        id: 'ranking',
        name: both('Tiers', '客户分层'),
        command: 'score',
        from: 'ranking',
        title: both('Share of the sales that the largest customers bring', '累计销售额占比'),
        columns: ['rank', ['customer_name', 'customer_id'], 'owner', 'tier', 'score', 'revenue', 'revenue_share'],
        below: [],
        chart: { kind: 'pareto', label: 'customer_name', value: 'revenue' },
      },
      { id: 'tier_migration', name: both('Tier moves', '层级迁移'), command: 'compare', from: 'tier_migration' },
      {
        id: 'tiers',
        name: both('Tier totals', '各层合计'),
        command: 'score',
        from: 'tiers',
        columns: ['tier', 'customers', 'revenue', 'revenue_share', 'act_now', 'action'],
      },
      { id: 'gains', name: both('Grew most', '增长最多'), command: 'compare', from: (runs, { lang }) => moversSection(runs, 'up', lang) },
      {
        id: 'losses',
        name: both('Fell most', '减少最多'),
        command: 'compare',
        from: (runs, { lang }) => moversSection(runs, 'down', lang),
      },
      {
        id: 'act_now',
        name: both('Top tier to act on', '高层待办'),
        command: 'score',
        from: 'act_now',
        columns: [['customer_name', 'customer_id'], 'owner', 'state', 'expected_value'],
        most: 6,
      },
    ],
    finding: tiersFinding,
    note: tiersNote,
  },
  churn: {
    id: 'churn',
    name: both('Churn risk', '流失风险'),
    absent: {
      title: both('No orders with customers and dates: churn is not computed', '没有带客户与日期的订单，未评估流失'),
      table: 'orders',
    },
    parts: [
      { id: 'at_risk', name: both('Churn', '流失风险'), command: 'churn', from: 'at_risk', ...risks },
      { id: 'watch', name: both('Watch list', '关注客户'), command: 'churn', from: 'watch', ...risks },
      { id: 'largest_months', name: both('First at risk', '高风险首位客户'), command: 'churn', from: 'largest_months' },
      {
        id: 'calibration',
        name: both('Calibration', '概率校准'),
        command: 'churn',
        from: 'calibration',
        columns: ['decile', 'customers', 'predicted', 'observed'],
        title: both('Chance of no order: predicted (hollow) and what came, on the past', '不购概率：历史窗口中的预测（空心）与实际'),
      },
      { id: 'turnover', name: both('Lost and won back', '流失与挽回'), command: 'compare', from: 'turnover' },
    ],
    finding: churnFinding,
    note: churnNote,
  },
  cohorts: {
    id: 'cohorts',
    name: both('Retention', '留存'),
    absent: {
      title: both('No orders with customers and dates: retention is not computed', '没有带客户与日期的订单，未计算留存'),
      table: 'orders',
    },
    parts: [
      {
        id: 'retention',
        name: both('Retention', '留存'),
        command: 'cohorts',
        from: 'retention',
        title: both('By quarter of the first purchase: who bought again so many quarters later', '各首购季度的客户，此后每季仍购买的比例'),
      },
      {
        id: 'revenue_retention',
        name: both('GRR and NRR', '收入留存'),
        command: 'cohorts',
        from: 'revenue_retention',
        columns: ['last_on', 'customers', 'gross_retention', 'net_retention'],
        most: 6,
      },
      {
        id: 'revenue_parts',
        name: both('Revenue kept', '收入去向'),
        command: 'cohorts',
        from: (runs, { lang }) => revenuePartsSection(runs, lang),
      },
    ],
    finding: cohortsFinding,
    note: cohortsNote,
  },
  pool: {
    id: 'pool',
    name: both('Leads and pool', '线索与公海'),
    absent: { title: both('No leads: conversion and the pool are not computed', '没有线索文件，未计算转化与公海'), table: 'leads' },
    parts: [
      { id: 'funnel', name: both('Pool', '线索公海'), command: 'pool', from: (runs, { lang }) => funnelSection(runs, lang) },
      { id: 'conversion', name: both('Lead sources', '线索来源'), command: 'pool', from: (runs) => sourcesSection(runs) },
      { id: 'rep_limits', name: both('Conversion by rep', '各人转化'), command: 'pool', from: 'rep_limits' },
      {
        id: 'flow',
        name: both('Lead flow', '线索流转'),
        command: 'pool',
        from: 'flow',
        columns: ['rep', 'taken', 'recycled_uncontacted', 'recycle_rate', 'converted', 'conversion_rate'],
        below: [],
        most: 6,
        chart: null,
      },
      {
        id: 'speed_bands',
        name: both('Response time', '跟进时效'),
        command: 'pool',
        from: 'speed_bands',
        columns: ['speed_band', 'leads', 'converted', 'incidence'],
      },
      {
        id: 'follow_ups_by_rep',
        name: both('Follow-ups', '待跟进'),
        command: 'pool',
        from: 'follow_ups_by_rep',
        columns: ['rep', 'leads', 'overdue', 'uncontacted', 'worst_days'],
        most: 6,
      },
    ],
    finding: poolFinding,
    note: poolNote,
  },
  targets: {
    id: 'targets',
    name: both('Targets and pace', '目标与进度'),
    absent: { title: both('No targets: attainment is not computed', '没有目标文件，未计算完成率'), table: 'targets' },
    parts: [
      {
        id: 'trend',
        name: both('Sales by month', '逐月销售'),
        command: 'targets track',
        from: (runs, { lang }) => trendSection(runs, lang),
      },
      {
        id: 'pace',
        name: both('Pace', '全年进度'),
        command: 'targets track',
        from: (runs, { lang, period }) => paceSection(runs, period, lang),
      },
      { id: 'year', name: both('Year', '全年目标'), command: 'targets track', from: (runs, { lang }) => yearSection(runs, lang) },
      {
        id: 'attainment',
        name: both('Targets', '目标'),
        command: 'targets track',
        from: 'attainment',
        columns: ['owner', 'standing', 'metric', 'attainment', 'actual', 'target', 'gap'],
      },
      {
        id: 'by_category',
        name: both('Categories', '品类'),
        command: 'compare',
        from: 'by_category',
        columns: ['member', 'before_revenue', 'after_revenue', 'revenue_difference'],
      },
      {
        id: 'forecast_check',
        name: both('Forecast check', '预测回测'),
        command: 'targets track',
        from: 'forecast_check',
        columns: ['level', 'reach', 'tests', 'coverage', 'error', 'run_rate_error', 'verdict'],
      },
    ],
    finding: targetsFinding,
    note: targetsNote,
  },
  reps: {
    id: 'reps',
    name: both('Reps', '销售人员'),
    absent: {
      title: both('No orders or deals with a rep: reps are not reviewed', '没有带负责人的订单或商机，未做销售复盘'),
      table: 'orders',
    },
    parts: [
      { id: 'revenue_bridge', name: both('Revenue bridge', '销售额变动'), command: 'compare', from: 'revenue_bridge' },
      {
        id: 'ranking',
        name: both('Reps', '销售人员'),
        command: 'reps',
        from: 'ranking',
        columns: ['rep', 'team', 'attainment', 'revenue', 'rank_range', 'verdict', 'stands_out'],
        most: 12,
      },
      {
        id: 'drivers',
        name: both('Changes by rep', '各人变化'),
        command: 'reps',
        from: 'drivers',
        columns: ['rep', 'before_revenue', 'after_revenue', 'revenue_difference', 'reasons'],
      },
      {
        id: 'pipeline',
        name: both('Pipeline', '商机'),
        command: 'reps',
        from: 'pipeline',
        columns: ['rep', 'won', 'lost', 'win_rate', 'open', 'open_amount', 'at_risk'],
      },
      {
        id: 'coaching',
        name: both('Coaching', '辅导'),
        command: 'reps',
        from: 'coaching',
        columns: ['rep', 'measure', 'value', 'median', 'worth'],
        most: 6,
      },
      {
        id: 'neglected',
        name: both('Neglected', '久未联系'),
        command: 'reps',
        from: 'neglected',
        columns: [['customer_name', 'customer_id'], 'rep', 'silent_days', 'rhythm_days', 'revenue_year'],
        most: 6,
      },
      {
        id: 'last_review',
        name: both('Last review', '上次行动'),
        command: 'reps',
        from: 'last_review',
        columns: ['rep', 'action', 'about', 'due_on', 'state', 'revenue_since'],
        most: 6,
      },
    ],
    finding: repsFinding,
    note: repsNote,
  },
  satisfaction: {
    id: 'satisfaction',
    name: both('Satisfaction', '客户满意度'),
    absent: { title: both('No feedback: satisfaction is not computed', '没有客户反馈，未计算满意度'), table: 'feedback' },
    parts: [
      {
        id: 'to_call',
        name: both('Customers to call', '待联系客户'),
        command: 'satisfaction',
        from: 'to_call',
        columns: [['customer_name', 'customer_id'], 'owner', 'calls_for', 'open_days', 'nps', 'revenue'],
        below: ['why'],
        most: 6,
      },
      {
        id: 'trend',
        name: both('NPS by quarter', '净推荐值逐季'),
        command: 'satisfaction',
        from: 'trend',
        columns: ['quarter', 'nps', 'answers', 'csat', 'complaint_rate'],
        most: 12,
      },
      {
        id: 'dimensions',
        name: both('Dimensions', '满意度维度'),
        command: 'satisfaction',
        from: 'dimensions',
        columns: ['dimension', 'mean', 'previous_mean', 'answers'],
      },
      {
        id: 'topics',
        name: both('Topics', '不满意原因'),
        command: 'satisfaction',
        from: 'topics',
        columns: ['topic', 'mentions', 'open', 'overdue', 'open_revenue'],
        most: 6,
        chart: { kind: 'bars', label: 'topic', value: 'open' },
      },
      {
        id: 'drivers',
        name: both('What moves the score', '评分的影响因素'),
        command: 'satisfaction',
        from: 'drivers',
        columns: ['dimension', 'share', 'mean', 'answers'],
      },
    ],
    finding: satisfactionFinding,
    note: satisfactionNote,
  },
  cross_sell: {
    id: 'cross_sell',
    name: both('Cross-selling', '交叉销售'),
    absent: {
      title: both('No orders with customers and products: nothing is offered', '没有带客户与产品的订单，未作交叉销售推荐'),
      table: 'orders',
    },
    parts: [
      {
        id: 'opportunities',
        name: both('Offers', '推荐'),
        command: 'cross-sell',
        from: 'opportunities',
        columns: [['customer_name', 'customer_id'], 'owner', 'item', 'chance', 'expected_value'],
        below: ['reason'],
        most: 6,
      },
      {
        id: 'rules',
        name: both('Bought together', '一起购买'),
        command: 'cross-sell',
        from: 'rules',
        columns: ['left_items', 'right_item', 'both_count', 'left_count', 'confidence', 'lift'],
        most: 6,
      },
    ],
    finding: crossSellFinding,
    note: crossSellNote,
  },
} as const satisfies Readonly<Record<ReportChapter, Chapter>>;

/** What is in a report, by the name of its layout. */
export const layouts = {
  monthly: reportChapters,
  customers: ['tiers', 'churn', 'cohorts', 'satisfaction', 'cross_sell'],
  pool: ['pool'],
  reps: ['targets', 'reps'],
  targets: ['targets'],
} as const satisfies Readonly<Record<string, readonly ReportChapter[]>>;

export type Layout = keyof typeof layouts;

/** What a report holds: of the layout that was asked for, else what the config names, else all of the month. */
export function chaptersOf(layout: Layout | null, configured: readonly ReportChapter[] | undefined): readonly ReportChapter[] {
  return layout === null ? (configured ?? layouts.monthly) : layouts[layout];
}
