import { both } from '../../lib/localized.ts';
import type { Chapter } from './chapter.ts';
import { poolFinding, repsFinding, targetsFinding } from './chapter-findings.ts';
import { poolNote, repsNote, targetsNote } from './chapter-notes.ts';
import { paceSection, trendSection } from './made/sales-months.ts';
import { sourcesSection } from './made/sources.ts';
import { funnelSection } from './made/steps.ts';
import { yearSection } from './made/year.ts';

/** What is said of leads, targets and reps. */
export const salesChapters = {
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
} as const satisfies Readonly<Record<string, Chapter>>;
