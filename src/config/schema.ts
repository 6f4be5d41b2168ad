import { z } from 'zod';
import { findingCodes } from '../codes.ts';
import { customerStates } from '../metrics/choices.ts';
import { rfm, rfmHigh, scorecard, tiers } from '../metrics/parameters.ts';
import { isPlausibleDate } from '../lib/dates.ts';
import { about } from './messages.ts';
import { engine } from './engine-schema.ts';
import { churn, valueSettings } from './forecast-schema.ts';
import { messages } from './messages.ts';
import { pool } from './pool-schema.ts';
import { report } from './report-schema.ts';
import { reps } from './reps-schema.ts';
import { satisfaction } from './satisfaction-schema.ts';
import { optionKey } from './option-schema.ts';
import { settingOptions } from './options.ts';
import { sources } from './sources-schema.ts';
import { targets } from './targets-schema.ts';
import type { SchemaNode } from './unknown-keys.ts';

const text = z.string().min(1);

const card = scorecard.unwrap().shape;

const score = z
  .strictObject({
    weights: card.weights.meta(
      about('A preset, or the weight of each factor; a factor that is not named has none.', '权重方案名，或逐项权重；未写出的因素不计入。'),
    ),
    industries: card.industries.meta(
      about('Weights for the customers of one industry, in place of the ones above.', '某行业客户使用的权重，替代上面的权重。'),
    ),
    bands: card.bands.meta(
      about('Points of a factor by bands of its value, in place of its percentile.', '按取值分档给分，替代百分位得分。'),
    ),
    min_coverage: card.min_coverage.meta(
      about(
        'Least share of the weight, of the factors that any customer has a value for, that a customer needs for a score.',
        '客户参与评分所需的最低数据覆盖率：其有值指标的权重 ÷ 至少一位客户有值的指标的权重。',
      ),
    ),
    tiers: tiers.meta(
      about(
        'How customers are put into tiers: by cumulative revenue, by quantile of the score, or by thresholds of it.',
        '分层方式：累计销售额、得分分位，或得分阈值。',
      ),
    ),
    tier_names: z
      .array(text)
      .min(2)
      .optional()
      .meta(
        about('Names of the tiers, best first; one more than there are cuts.', '层级名称，从高到低；比切分点多一个。', ['A', 'B', 'C']),
      ),
    tier_actions: z
      .array(text)
      .min(2)
      .optional()
      .meta(
        about(
          'What to do with the steady customers of each tier, best first; see state_actions.',
          '各层级正常客户的行动，从高到低；其他状态见 state_actions。',
          ['维护', '培育', '筛选'],
        ),
      ),
    state_actions: z
      .partialRecord(z.enum(customerStates), z.array(text).min(2))
      .optional()
      .meta(
        about('What to do with customers in a state, one text a tier, best first.', '某状态客户的行动，每个层级一条，从高到低。', {
          overdue: ['上门拜访', '致电', '短信提醒'],
        }),
      ),
    rfm: rfm.meta(about('How recency, frequency and monetary value become scores from 1 to 5.', 'R、F、M 如何换算成 1–5 分。')),
    rfm_high: rfmHigh.meta(about('What counts as high for the eight classes.', '八类客户中“高”的判断标准。')),
  })
  .refine((value) => fitsCuts(value.tier_names, value.tiers), { path: ['tier_names'], message: messages.tierCount.en })
  .refine((value) => fitsCuts(value.tier_actions, value.tiers), { path: ['tier_actions'], message: messages.tierCount.en })
  .refine(({ state_actions: own = {}, tiers: { cuts } }) => Object.values(own).every((list) => list?.length === cuts.length + 1), {
    path: ['state_actions'],
    message: messages.tierCount.en,
  })
  .prefault({})
  .meta(about('The score command.', 'score 命令。'));

function fitsCuts(list: readonly string[] | undefined, { cuts }: { readonly cuts: readonly number[] }): boolean {
  return list === undefined || list.length === cuts.length + 1;
}

const output = z
  .strictObject({
    limit: optionKey(settingOptions.limit),
    unit: optionKey(settingOptions.unit),
    currency: optionKey(settingOptions.currency),
  })
  .prefault({})
  .meta(about('How results are printed.', '结果输出。'));

const rate = z.number().positive();

const ratesByDay = z.record(text, rate).refine((value) => Object.keys(value).every(isRateDay), { message: messages.rateDay.en });

const rates = z
  .record(text, z.union([text, rate, ratesByDay]))
  .refine(
    (value) => typeof value['to'] === 'string' && Object.entries(value).every(([name, own]) => name === 'to' || typeof own !== 'string'),
    {
      message: messages.rates.en,
    },
  )
  .meta(
    about(
      'What one unit of each currency is worth in the one of `to`, or what from which day or month on; amounts in several currencies are converted by it, each by the rate of the latest date not after its own.',
      '各币种 1 单位折合 to 币种的金额，也可按日期或月份给出；金额为多种币种时按此换算，取不晚于业务日期的最近一次汇率。',
      { to: 'CNY', USD: 7.1, EUR: 7.8 },
      { to: 'CNY', USD: { '2024-01': 7.1, '2024-07-15': 7.2 } },
    ),
  );

function isRateDay(key: string): boolean {
  return isPlausibleDate(key.length === 7 ? `${key}-01` : key);
}

export const severities = ['silent', 'info', 'warning', 'error'] as const;

const findings = z
  .partialRecord(z.enum(findingCodes), z.enum(severities))
  .prefault({})
  .meta(
    about(
      'How grave a finding is, by its code (docs/codes.md): error, warning, info or silent. --strict and --max-errors go by it; rows that are rejected stay so.',
      '按代码（见 docs/codes.zh-CN.md）设定数据问题的级别：error、warning、info 或 silent（不提示）。--strict 与 --max-errors 以此为准；无效行仍然无效。',
      { 'amount-negative': 'silent', 'amount-zero': 'error' },
    ),
  );

/** Every key of crm-eval.config.yaml; what is not named here is an error. */
export const configSchema = z
  .strictObject({
    lang: optionKey(settingOptions.lang),
    timezone: optionKey(settingOptions.timezone),
    as_of: optionKey(settingOptions.asOf),
    period: optionKey(settingOptions.period),
    sources: sources.optional(),
    score,
    churn,
    value: valueSettings,
    pool,
    targets,
    reps,
    satisfaction,
    report,
    rates: rates.optional(),
    keep_placeholders: optionKey(settingOptions.keepPlaceholders),
    max_errors: optionKey(settingOptions.maxErrors),
    findings,
    engine,
    output,
  })
  .meta(about('Settings of crm-eval; options of the command line go before them.', 'crm-eval 的配置；命令行选项优先。'));

export type Config = z.output<typeof configSchema>;

/** For editors and for `crm-eval schema config`; objects refuse keys they do not name. */
export function configJsonSchema(): SchemaNode & Readonly<Record<string, unknown>> {
  return z.toJSONSchema(configSchema, {
    io: 'input',
    override: ({ jsonSchema }) => {
      if (jsonSchema.properties !== undefined) jsonSchema.additionalProperties ??= false;
    },
  }) as SchemaNode & Record<string, unknown>;
}
