import { both } from '../../lib/localized.ts';
import type { Chapter } from './chapter.ts';
import { churnFinding, cohortsFinding, tiersFinding } from './chapter-findings.ts';
import { churnNote, cohortsNote, tiersNote } from './chapter-notes.ts';
import { crossSellFinding, crossSellNote } from './cross-sell-words.ts';
import { satisfactionFinding, satisfactionNote } from './satisfaction-words.ts';
import { latestQuarters } from './made/latest-quarters.ts';
import { moversSection } from './made/movers.ts';
import { revenuePartsSection } from './made/steps.ts';

const risks = {
  columns: [['customer_name', 'customer_id'], 'owner', 'tier', 'value_at_risk', 'probability'],
  below: ['reasons'],
  most: 6,
  chart: { kind: 'bars', label: 'customer_name', value: 'value_at_risk' },
} as const;

/** What is said of the customers. */
export const customerChapters = {
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
        from: latestQuarters,
        columns: ['quarter', 'nps', 'answers', 'csat', 'complaint_rate'],
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
} as const satisfies Readonly<Record<string, Chapter>>;
