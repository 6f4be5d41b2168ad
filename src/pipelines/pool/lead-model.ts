import { sql } from '../../engine/sql.ts';
import { both, type Localized } from '../../lib/localized.ts';
import type { FactsSection, Finding, ResultRow } from '../../result/result.ts';
import { type FactText, factsSection } from '../../views/facts.ts';
import { amountText } from '../../views/number-words.ts';
import { numberOf } from '../../views/number-of.ts';
import { findingsOf, type Note, type NoteKinds, noteOf } from '../../views/notes.ts';
import { metricFact } from '../../views/of-metrics.ts';
import { isNamed } from '../../forecast/leads/columns.ts';
import { fieldMark } from '../../forecast/leads/training.ts';
import { meantOrListed } from '../../lib/nearest.ts';
import { lateColumnsText } from './late-columns.ts';
import type { PoolInput } from './run.ts';

/** The rows of lead_models by model, and the columns that are filled in after the fact. */
export interface LeadModelRows {
  readonly logistic: ResultRow | undefined;
  readonly bayes: ResultRow | undefined;
  readonly withLate: ResultRow | undefined;
  /** The one that scores leads. */
  readonly chosen: ResultRow | undefined;
  readonly late: readonly ResultRow[];
  /** All attributes, by their headers or fields. */
  readonly attributes: readonly string[];
}

export async function leadModelRows({ engine }: Pick<PoolInput, 'engine'>): Promise<LeadModelRows> {
  const rows = await engine.rows<ResultRow>(sql`select * from lead_models order by model`);
  const of = (model: string): ResultRow | undefined => rows.find((row) => row['model'] === model);
  const columns = await engine.rows<ResultRow>(sql`select * from lead_columns order by attribute_order`);
  return {
    logistic: of('logistic'),
    bayes: of('naive_bayes'),
    withLate: of('with_late_columns'),
    chosen: rows.find(({ is_chosen: isChosen }) => isChosen === true),
    late: columns.filter(({ after_the_fact: reason = null }) => reason !== null),
    attributes: columns.map(({ attribute }) => String(attribute)),
  };
}

/** What chances to convert rest on. */
export function leadModelSection({ lang }: PoolInput, { logistic, bayes, withLate, chosen, late }: LeadModelRows): FactsSection {
  const area = (id: string, title: Localized, row: ResultRow | undefined): FactText => ({
    ...metricFact('lead_models', 'area', {
      value: row?.['area'] ?? null,
      low: numberOf(row?.['area_low']),
      high: numberOf(row?.['area_high']),
      n: numberOf(row?.['leads']),
    }),
    id,
    title,
  });
  const facts: FactText[] = [
    metricFact('lead_models', 'leads', { value: logistic?.['leads'] ?? null }),
    metricFact('lead_models', 'converted', { value: logistic?.['converted'] ?? null }),
    metricFact('lead_models', 'known_leads', { value: logistic?.['known_leads'] ?? null }),
    {
      id: 'against',
      title: both('Compared with', '对照'),
      type: 'text',
      basis: both('Which leads count as not converted.', '哪些线索算作未转化。'),
      value: againstWords(logistic),
      code: logistic?.['against'] ?? null,
    },
    area('area_logistic', both('Area under the curve, logistic regression', 'AUC：逻辑回归'), logistic),
    area('area_naive_bayes', both('Area under the curve, naive Bayes', 'AUC：朴素贝叶斯'), bayes),
    area('area_with_late_columns', both('Area with columns filled in after the fact', 'AUC：含事后填写的列'), withLate),
    {
      id: 'model',
      title: both('Scores leads', '用于评分'),
      type: 'text',
      basis: both('The model with the larger area.', 'AUC 较大的模型。'),
      value: modelWords[String(chosen?.['model'])] ?? null,
      code: chosen?.['model'] ?? null,
    },
    metricFact('lead_models', 'calibration_error', { value: chosen?.['calibration_error'] ?? null }),
    metricFact('lead_models', 'largest_error', { value: chosen?.['largest_error'] ?? null }),
    metricFact('lead_models', 'top_rate', { value: chosen?.['top_rate'] ?? null }),
    {
      id: 'left_out',
      title: both('Columns left out', '未使用的列'),
      type: 'text',
      basis: both(
        'Columns that are filled in after the fact, by the evidence; section lead_columns has the figures.',
        '按依据判为事后填写的列；数据见 lead_columns 部分。',
      ),
      value: late.length === 0 ? null : lateColumnsText(late),
    },
  ];
  return factsSection(
    lang,
    { id: 'lead_model', title: both('What chances to convert rest on', '转化概率的依据'), place: 'detail' },
    logistic === undefined ? [] : facts,
  );
}

function againstWords(row: ResultRow | undefined): Localized | null {
  const days = row?.['least_days'];
  switch (row?.['against']) {
    case 'old':
      return both(
        `all that did not convert, lost or open, of leads that came in at least ${String(days)} days ago: within so many nine in ten conversions came`,
        `创建至少 ${String(days)} 天（九成转化在此天数内发生）的线索中全部未转化的，含流失与未决`,
      );
    case 'lost':
      return both(
        'leads marked lost or invalid; open ones are left out, as conversions have no dates',
        '标记为流失或无效的线索；转化没有日期，未决的不计',
      );
    case 'all':
      return both(
        'all leads that did not convert, as none is marked lost and conversions have no dates',
        '全部未转化线索（没有线索标记为流失，转化也没有日期）',
      );
    default:
      return null;
  }
}

const modelWords: Readonly<Record<string, Localized>> = {
  logistic: both('logistic regression', '逻辑回归'),
  naive_bayes: both('naive Bayes', '朴素贝叶斯'),
};

/** What was left out of the model, or why there is none. */
export function leadModelFindings(
  { lang, settings }: PoolInput,
  { logistic, bayes, withLate, chosen, late, attributes }: LeadModelRows,
): Finding[] {
  const notes: Note[] = [];
  const { use, leave_out: out } = settings.attributes;
  const unknown = [...use, ...out].filter((name) => !attributes.some((attribute) => isNamed(attribute, [name])));
  if (attributes.length > 0) notes.push(...unknown.map((name) => noteOf(leadNotes, 'lead-column-unknown', { name, attributes })));
  if (late.length > 0) {
    const text = lateColumnsText(late);
    notes.push(
      noteOf(leadNotes, 'lead-column-after-the-fact', {
        n: late.length,
        text,
        area: numberOf(chosen?.['area']),
        areaWith: numberOf(withLate?.['area']),
      }),
    );
  }
  const [leads, known] = [numberOf(logistic?.['leads']) ?? 0, numberOf(logistic?.['known_leads']) ?? 0];
  const areas = [logistic, bayes].map((row) => ({
    area: numberOf(row?.['area']),
    low: numberOf(row?.['area_low']),
    high: numberOf(row?.['area_high']),
  }));
  const [best = null] = areas.filter(({ area }) => area !== null).toSorted((one, other) => (other.area ?? 0) - (one.area ?? 0));
  if (leads > 0 && chosen === undefined)
    notes.push(noteOf(leadNotes, 'lead-model-missing', { leads, converted: numberOf(logistic?.['converted']) ?? 0, best }));
  if (known > leads) notes.push(noteOf(leadNotes, 'lead-model-sampled', { leads, known }));
  return findingsOf(notes, lang);
}

interface Late {
  readonly n: number;
  readonly text: Localized;
  readonly area: number | null;
  readonly areaWith: number | null;
}

interface Area {
  readonly area: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

interface NoModel {
  readonly leads: number;
  readonly converted: number;
  /** Of the better model; null where there is none. */
  readonly best: Area | null;
}

function areaText({ area, low, high }: Area): string {
  return `${area?.toFixed(2)}, ${low?.toFixed(2)}–${high?.toFixed(2)}`;
}

const leadNotes = {
  'lead-column-after-the-fact': {
    level: 'info',
    text: ({ n, text, area, areaWith }: Late) => {
      const [own, all] = [area?.toFixed(2), areaWith?.toFixed(2)];
      const known = own !== undefined && all !== undefined;
      return {
        message: {
          en: `${n} ${n === 1 ? 'column is' : 'columns are'} filled in after the fact and in no model: ${text.en}${known ? `; with them it would rank leads far too well (AUC ${all} in place of ${own})` : ''}`,
          'zh-CN': `${n} 列为事后填写，未进入模型：${text['zh-CN']}${known ? `；若使用，区分度会虚高（AUC ${all}，现为 ${own}）` : ''}`,
        },
      };
    },
  },
  'lead-column-unknown': {
    level: 'warning',
    text: ({ name, attributes }: { readonly name: string; readonly attributes: readonly string[] }) => ({
      message: {
        en: `pool.attributes names a column that tells nothing of the leads, or is not there: ${name}`,
        'zh-CN': `pool.attributes 所写的列不存在，或不含线索属性：${name}`,
      },
      fix: meantOrListed(
        name,
        attributes.map((attribute) => (attribute.startsWith(fieldMark) ? attribute.slice(fieldMark.length) : attribute)),
      ),
    }),
  },
  'lead-model-missing': {
    level: 'info',
    text: ({ leads, converted, best }: NoModel) =>
      best === null
        ? {
            message: {
              en: `no chances to convert are computed: of ${amountText(leads)} leads with a known outcome ${amountText(converted)} converted, and at least 30 have to be of either kind, with an attribute`,
              'zh-CN': `未计算转化概率：结果已知的 ${amountText(leads)} 条线索中 ${amountText(converted)} 条已转化，两类均须不少于 30 条且有可用属性`,
            },
          }
        : {
            message: {
              en: `no chances to convert are computed: what is known of the leads may rank them hardly better than chance (AUC ${areaText(best)}, chance is 0.50)`,
              'zh-CN': `未计算转化概率：按线索已知信息排序与随机可能相差无几（AUC ${areaText(best)}，随机为 0.50）`,
            },
          },
  },
  'lead-model-sampled': {
    level: 'info',
    text: ({ leads, known }: { readonly leads: number; readonly known: number }) => ({
      message: {
        en: `factors and chances to convert are learned from ${amountText(leads)} of ${amountText(known)} leads with a known outcome, always the same ones`,
        'zh-CN': `影响因素与转化概率取自结果已知的 ${amountText(known)} 条线索中的 ${amountText(leads)} 条，每次相同`,
      },
    }),
  },
} as const satisfies NoteKinds;
