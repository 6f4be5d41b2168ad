import { defineEntity } from './define.ts';
import { targetPeriods } from './targets-periods.ts';
import { repAliases, teamAliases } from './shared-aliases.ts';
import { targetAmbitionWords, targetLevelWords, targetMetricWords } from './target-words.ts';

export const targets = defineEntity({
  id: 'targets',
  title: { en: 'Targets', 'zh-CN': '目标' },
  grain: { en: 'one target of one owner, metric and period', 'zh-CN': '一行一个对象、指标与期间的目标' },
  names: ['target', 'quota', 'goal', '目标', '指标', '任务', '预算'],
  needs: [
    ['value', 'stretch_value', 'challenge_value', ...Object.keys(targetPeriods)],
    ['level', 'owner', 'metric', 'parent'],
  ],
  // Findings have a level and a value, too.
  excludes: ['Message', 'How to fix', '处理办法'],
  fields: {
    level: {
      type: 'choice',
      title: { en: 'Level', 'zh-CN': '目标层级' },
      meaning: {
        en: 'Whose target it is: company, team, rep, customer or product.',
        'zh-CN': '目标对象的层级：公司、团队、个人、客户、产品。',
      },
      aliases: ['目标层级', '层级', '目标对象类型', '对象类型', '考核对象类型', 'Target Level', 'Target Type', 'Owner Type'],
      choices: targetLevelWords,
      readsAllWords: true,
    },
    owner: {
      // A product may have its size in brackets: nothing is taken off, as it is of a person.
      type: 'text',
      title: { en: 'Owner', 'zh-CN': '目标对象' },
      meaning: { en: 'Person, team, customer or product that has the target.', 'zh-CN': '承担目标的人员、团队、客户或产品。' },
      aliases: [
        '目标对象名称',
        '目标对象',
        '考核对象',
        '对象',
        '姓名',
        '员工姓名',
        'Target Owner',
        'Quota Owner',
        'QuotaOwnerId',
        ...repAliases.filter((alias) => alias !== 'Owner'),
        'Employee ID',
        'Rep',
        'Name',
        ...teamAliases,
        'Team',
        '客户名称',
        '产品名称',
      ],
    },
    owner_plain: {
      type: 'text',
      title: { en: 'Owner without remark', 'zh-CN': '目标对象（不含备注）' },
      meaning: {
        en: 'Made of the owner: without a last bracket, and the first of several. Counts where nobody has the whole name.',
        'zh-CN': '由目标对象得出：去掉末尾括号、多人取第一个；仅在全名无人对应时采用。',
      },
      aliases: ['不含备注的目标对象', 'owner without remark'],
    },
    parent: {
      type: 'text',
      title: { en: 'Parent', 'zh-CN': '上级目标' },
      meaning: { en: 'Owner of the target that this one is part of.', 'zh-CN': '所属上级目标的对象。' },
      aliases: ['上级目标', '上级', '上级对象', '父目标', '所属上级', 'Parent Target', 'Parent Owner', 'Reports To'],
    },
    metric: {
      type: 'choice',
      title: { en: 'Metric', 'zh-CN': '指标' },
      meaning: { en: 'What is to be reached; revenue in files that do not say.', 'zh-CN': '要达成的指标；文件没有时为销售额。' },
      aliases: ['指标', '指标名称', '目标类型', '考核指标', '目标指标', 'KPI', 'Measure', 'Target Metric'],
      choices: targetMetricWords,
      readsAllWords: true,
    },
    value: {
      type: 'quantity',
      percents: true,
      title: { en: 'Target', 'zh-CN': '目标值' },
      meaning: {
        en: 'Value to be reached, in whole units of the metric: 181.3 beside a unit of 万元 is 1,813,000, 85 beside % is 0.85.',
        'zh-CN': '要达成的数值，以指标的基本单位计：单位为万元的 181.3 即 1,813,000，单位为 % 的 85 即 0.85。',
      },
      aliases: [
        '目标值',
        '目标金额',
        '目标',
        '目标额',
        '销售目标',
        '任务额',
        '计划值',
        'Target',
        'Target Value',
        'Target Amount',
        'Quota',
        'Quota Amount',
        'Goal',
        'month_value',
      ],
    },
    ambition: {
      type: 'choice',
      title: { en: 'Ambition', 'zh-CN': '目标档位' },
      meaning: {
        en: 'base: what is to be reached; stretch and challenge: more than that. base in files that do not say.',
        'zh-CN': 'base 目标、stretch 冲刺、challenge 挑战；文件没有时为目标。',
      },
      aliases: ['目标档位', '档位', '目标级别', '目标等级', 'Target Tier', 'Quota Tier'],
      choices: targetAmbitionWords,
      readsAllWords: true,
    },
    stretch_value: {
      type: 'quantity',
      percents: true,
      title: { en: 'Stretch target', 'zh-CN': '冲刺目标' },
      meaning: { en: 'More than the target; becomes a row of its own.', 'zh-CN': '高于目标的冲刺值；读入后单独成行。' },
      aliases: ['冲刺目标', '冲刺值', '冲刺', '冲刺目标值', '冲刺目标金额', 'Stretch Target', 'Stretch', 'Stretch Goal'],
      ambition: 'stretch',
    },
    challenge_value: {
      type: 'quantity',
      percents: true,
      title: { en: 'Challenge target', 'zh-CN': '挑战目标' },
      meaning: { en: 'More than the stretch target; becomes a row of its own.', 'zh-CN': '高于冲刺的挑战值；读入后单独成行。' },
      aliases: ['挑战目标', '挑战值', '挑战', '挑战目标值', '挑战目标金额', 'Challenge Target', 'Challenge', 'Challenge Goal'],
      ambition: 'challenge',
    },
    version: {
      type: 'text',
      title: { en: 'Version', 'zh-CN': '版本' },
      meaning: {
        en: 'Version of the plan; of several the last by its name counts.',
        'zh-CN': '目标的版本；有多个版本时取名称排序最后者。',
      },
      aliases: ['版本', '版本号', '目标版本', 'Plan Version', 'Revision'],
    },
    set_on: {
      type: 'date',
      title: { en: 'Set on', 'zh-CN': '制定日期' },
      meaning: { en: 'Day the target was set.', 'zh-CN': '目标制定或下达的日期。' },
      aliases: ['制定日期', '设定日期', '下达日期', '目标下达日期', 'Set Date', 'Assigned On', 'Agreed On'],
    },
    unit: {
      type: 'text',
      title: { en: 'Unit', 'zh-CN': '单位' },
      meaning: {
        en: "Unit of the value, as the file has it; multiples (万元, k€, '000, %) are reckoned in.",
        'zh-CN': "目标值的单位，按文件原样；倍数（万元、k€、'000、%）已换算。",
      },
      aliases: ['单位', '计量单位', '目标单位', 'Unit of Measure'],
    },
    baseline: {
      type: 'quantity',
      percents: true,
      title: { en: 'Baseline', 'zh-CN': '基准值' },
      meaning: { en: 'What was reached in the period compared with, in the same unit.', 'zh-CN': '对照期间的实际值，单位相同。' },
      aliases: ['基准值', '基数', '基期值', '上年实际', '去年实际', '上期实际', 'Base Value', 'Previous Actual', 'Last Year'],
    },
    period: {
      type: 'text',
      title: { en: 'Period', 'zh-CN': '期间' },
      meaning: {
        en: 'Month, quarter or year, written out (2026-10, 2026-Q4, 2026).',
        'zh-CN': '写明的月、季或年（2026-10、2026-Q4、2026）。',
      },
      aliases: ['期间', '周期', '目标期间', '考核期间', '月份', '季度', '年月', 'Target Period', 'Month', 'Quarter', 'Fiscal Period'],
    },
    year: {
      type: 'integer',
      title: { en: 'Year', 'zh-CN': '年份' },
      meaning: { en: 'Year of the period columns.', 'zh-CN': '各期间列所属的年份。' },
      aliases: ['年份', '年度', '目标年份', '年', 'Fiscal Year', 'Target Year'],
    },
    period_start: {
      type: 'date',
      title: { en: 'From', 'zh-CN': '开始日期' },
      meaning: { en: 'First day of the period.', 'zh-CN': '期间的第一天。' },
      aliases: ['开始日期', '开始时间', '起始日期', '期间开始', 'Start Date', 'From', 'Start', 'Valid From'],
    },
    period_end: {
      type: 'date',
      title: { en: 'To', 'zh-CN': '结束日期' },
      meaning: { en: 'Last day of the period as the file has it.', 'zh-CN': '期间的最后一天，按文件原样。' },
      aliases: ['结束日期', '结束时间', '截止日期', '期间结束', 'End Date', 'To', 'End', 'Valid To'],
    },
    ...targetPeriods,
  },
});
