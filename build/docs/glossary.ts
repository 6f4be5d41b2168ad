import { both, type Lang, type Localized } from '../../src/lib/localized.ts';
import { inCell, markdownTable } from './markdown.ts';

/** One name for one idea, in both languages. */
interface Term {
  readonly name: Localized;
  readonly meaning: Localized;
  /** What texts do not call it. */
  readonly never?: Readonly<Record<Lang, readonly string[]>>;
}

export const terms: readonly Term[] = [
  {
    name: both('as-of date', '截止日期'),
    meaning: both('The day that counts as today: nothing later is known.', '被当作“今天”的日期，此后的数据不计。'),
  },
  {
    name: both('period · period before', '本期 · 对比期'),
    meaning: both('The time under review, and the one it is compared with.', '所考察的时期，以及与之比较的时期。'),
  },
  {
    name: both('horizon', '预测窗口'),
    meaning: both('How far ahead a forecast looks, in days.', '预测向前看的天数。'),
  },
  {
    name: both('back-test · past window', '回测 · 历史窗口'),
    meaning: both(
      'A forecast made with what was known on a past day, held against what came. The time it forecast is a past window.',
      '仅用过去某日已知的数据作预测，再与之后的实际相比；被预测的那段时间称为历史窗口。',
    ),
    never: { en: ['hold-out', 'holdout sample', 'out-of-sample'], 'zh-CN': ['留出法', '留出期', '留出窗口'] },
  },
  {
    name: both('basket · rule', '购物篮 · 规则'),
    meaning: both(
      'What stands together in an order, or in all that a customer bought; that whoever buys some items also buys another more often than chance gives.',
      '同一订单、或同一客户历史中的品项；购买某些品项的同时也购买另一品项，且高于偶然水平。',
    ),
  },
  {
    name: both('offer · best seller', '推荐 · 热销品项'),
    meaning: both(
      'A product or category that a customer lacks and is told of; what most customers bought in the last half year.',
      '向客户推荐的、其尚未购买的产品或品类；近半年购买客户最多的品项。',
    ),
  },
  {
    name: both('used', '使用、计入'),
    meaning: both('Rows that figures rest on.', '参与计算的行。'),
  },
  {
    name: both('set aside', '未计入'),
    meaning: both(
      'Rows that are right and do not count: cancelled, refunded, later than the as-of date.',
      '数据正确但不参与计算的行：已取消、已退款、晚于截止日期等。',
    ),
    never: { en: ['put aside', 'skipped rows'], 'zh-CN': ['搁置', '跳过的行'] },
  },
  {
    name: both('rejected', '无效'),
    meaning: both('Rows with a fault, which cannot be used.', '有错误、无法使用的行。'),
    never: { en: ['discarded', 'dropped rows'], 'zh-CN': ['剔除', '丢弃'] },
  },
  {
    name: both('revenue', '销售额'),
    meaning: both('Sum of the amounts of orders, returns taken off.', '订单金额合计，已扣除退货。'),
    never: { en: ['turnover', 'sales revenue'], 'zh-CN': ['营业额', '营收'] },
  },
  {
    name: both('average order', '客单价'),
    meaning: both('Revenue of orders divided by their number.', '订单金额 ÷ 订单数。'),
    never: { en: ['AOV', 'basket value'], 'zh-CN': ['笔单价'] },
  },
  {
    name: both('usual gap', '通常购买间隔'),
    meaning: both(
      'Mean of the days between the purchases of a customer; with fewer than three purchase days that of repeat customers.',
      '客户历次购买间隔天数的均值；购买不足三天者取复购客户的中位数。',
    ),
    never: { en: ['own cycle', 'own pace'], 'zh-CN': ['自身周期', '自身购买周期', '自身节奏'] },
  },
  {
    name: both('usual spend', '通常购买额'),
    meaning: both('What a customer spends within the horizon if it goes on as before.', '照以往节奏，客户在预测窗口内的购买额。'),
    never: { en: ['value at own pace'], 'zh-CN': ['按自身节奏'] },
  },
  {
    name: both('silent', '沉默、未购'),
    meaning: both('Without a purchase since so many days.', '若干天没有购买。'),
  },
  {
    name: both('overdue', '超期未购'),
    meaning: both(
      'Silent for longer than the usual gap. Of payments: owed past the due date; of complaints and actions: open past their due day.',
      '沉默超过通常购买间隔；款项过期未付、投诉与措施过期未办结称逾期。',
    ),
  },
  {
    name: both('no order this period', '本期未购'),
    meaning: both(
      'Bought in the period before and not in this one; most of them are between two orders.',
      '对比期有购买、本期没有，多数只是处于两单之间。',
    ),
  },
  {
    name: both('lost', '已流失'),
    meaning: both('Silent beyond the limit of the config, or marked so in the file.', '沉默超过配置的界限，或在文件中标记为流失。'),
  },
  {
    name: both('chance of no order', '不购概率'),
    meaning: both(
      'Probability that a customer buys nothing within the horizon; lists are ordered by it.',
      '客户在预测窗口内不再购买的概率，名单据此排序。',
    ),
    never: { en: ['probability counted'], 'zh-CN': ['计入的不购概率'] },
  },
  {
    name: both('value at risk', '风险金额'),
    meaning: both('Chance of no order × usual spend.', '不购概率 × 通常购买额。'),
  },
  {
    name: both('tier', '客户分层'),
    meaning: both('Class of a customer by its score or revenue.', '按得分或销售额划分的客户层级。'),
  },
  {
    name: both('cohort', '批次'),
    meaning: both('Customers whose first purchase was in one period.', '首次购买在同一时期的客户。'),
    never: { en: [], 'zh-CN': ['同期群', '队列分析'] },
  },
  {
    name: both('NPS · promoter, passive, detractor', '净推荐值 · 推荐者、被动者、贬损者'),
    meaning: both(
      'Share of answers of 9 and 10 less that of 0 to 6 to the question how likely one is to recommend us, × 100.',
      '“您有多大可能推荐我们”的回答中，9–10 分占比减 0–6 分占比，再乘 100。',
    ),
    never: { en: [], 'zh-CN': ['批评者', '中立者'] },
  },
  {
    name: both('satisfied answers (CSAT)', '满意率（CSAT）'),
    meaning: both(
      'Share of the answers on overall satisfaction in the top two points of the scale.',
      '总体满意度的回答中，落在量表最高两档的占比。',
    ),
  },
  {
    name: both('complaints per order · customers who complained', '投诉率（按订单 · 按客户）'),
    meaning: both(
      'Complaints of a period ÷ its orders; customers with an order in it who complained ÷ all with one.',
      '本期投诉数 ÷ 本期订单数；本期有订单且有投诉的客户数 ÷ 本期有订单的客户数。',
    ),
    never: { en: [], 'zh-CN': ['客诉率'] },
  },
  {
    name: both('percentage point (pp)', '百分点'),
    meaning: both('What one rate is above another: from 7% to 9% is 2 pp.', '两个比率之差：7% 到 9% 为 2 个百分点。'),
  },
];

const words = {
  title: both('Glossary', '术语表'),
  other: both('[中文](glossary.zh-CN.md)', '[English](glossary.md)'),
  made: both(
    '<!-- Made of build/docs/glossary.ts by npm run docs; do not edit. -->',
    '<!-- 由 npm run docs 根据 build/docs/glossary.ts 生成，请勿手工修改。 -->',
  ),
  intro: both('One name for one idea, in help, messages, tables and these pages.', '帮助、消息、表格与文档中，一个概念只用一个名称。'),
  heads: { en: ['term', '中文', 'meaning'], 'zh-CN': ['术语', 'English', '含义'] },
} as const;

/** docs/glossary.md: the terms of the program with their names in both languages. */
export function glossaryPage(lang: Lang): string {
  const other = lang === 'en' ? 'zh-CN' : 'en';
  const rows = terms.map(({ name, meaning }) => [inCell(name[lang]), inCell(name[other]), inCell(meaning[lang])]);
  return `${[`# ${words.title[lang]}`, words.made[lang], words.other[lang], words.intro[lang], markdownTable(words.heads[lang], rows)].join('\n\n')}\n`;
}
