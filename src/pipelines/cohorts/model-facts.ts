import { sql } from '../../engine/sql.ts';
import type { Localized } from '../../lib/localized.ts';
import type { CohortUnit } from '../../metrics/choices.ts';
import type { ResultRow } from '../../result/result.ts';
import type { FactText } from '../../views/facts.ts';
import { type ProjectionCheck, projectionCaution, projectionVerdict } from '../../views/forecast/projection-verdict.ts';
import { projectionCheck } from './check.ts';
import type { CohortInput } from './run.ts';
import { cannotTell, periodCount, periodOf, unitWords } from './words.ts';

/** When survival is known, what the model projects, and whether it would have been right some periods ago. */
export async function modelFacts({ engine, unit }: CohortInput): Promise<FactText[]> {
  const [all] = await engine.rows<ResultRow>(sql`select * from cohort_model where fit = 'all'`);
  const check = await projectionCheck(engine);
  const projected = await engine.rows<ResultRow>(sql`select age, projected, low, high from cohort_projection order by age`);
  return all === undefined ? [] : [settlingFact(unit, all), projectionFact(unit, all, projected, check), checkFact(unit, check)];
}

function settlingFact(unit: CohortUnit, { settling_periods: periods = null, settled_on: settled }: ResultRow): FactText {
  const count = periodCount(unit, Number(periods));
  const label = periodOf(unit, settled);
  return {
    id: 'settling_periods',
    title: { en: 'Periods until survival is known', 'zh-CN': '判断存续所需期数' },
    type: 'integer',
    value: periods,
    basis: {
      en: `From any period on, 95% of those who came back did so within ${count.en}: survival is shown through ${label}, and is a little low even there.`,
      'zh-CN': `从任一期起算，95% 的回头客在 ${count['zh-CN']}内再次购买，因此存续率显示至 ${label}，且仍略偏低。`,
    },
  };
}

/**
 * The share at the last age of the projection; the basis also tells that at a rounder one before it. That the projection failed its check is
 * said in the same line.
 */
function projectionFact(unit: CohortUnit, all: ResultRow, projected: readonly ResultRow[], check: ProjectionCheck | null): FactText {
  const fact = { id: 'projected_survival', type: 'ratio', n: Number(all['customers']) } as const;
  const last = projected.at(-1);
  if (all['kind'] === 'undetermined' || last === undefined)
    return { ...fact, title: { en: 'Survival, projected', 'zh-CN': '存续率（预测）' }, value: null, basis: undetermined(all) };
  const after = periodCount(unit, Number(last['age']));
  const sooner = projected.filter((row) => row['age'] === unitWords[unit].year);
  const basis = projectionBasis(all, unit, [...sooner, last]);
  const failed = check !== null && !check.inside;
  return {
    ...fact,
    title: {
      en: `Still customers after ${after.en}, projected${failed ? ' (failed its check)' : ''}`,
      'zh-CN': `${after['zh-CN']}后仍存续（预测${failed ? '，未通过回测' : ''}）`,
    },
    value: last['projected'] ?? null,
    low: Number(last['low']),
    high: Number(last['high']),
    basis: failed ? cautious(basis, check) : basis,
  };
}

function projectionBasis(all: ResultRow, unit: CohortUnit, rows: readonly ResultRow[]): Localized {
  const shares = rows.map((row): Localized => {
    const [share, low, high] = ['projected', 'low', 'high'].map((name) => (100 * Number(row[name])).toFixed(0));
    const after = periodCount(unit, Number(row['age']));
    return { en: `${share} (${low} to ${high}) after ${after.en}`, 'zh-CN': `${after['zh-CN']}后 ${share} 位（${low}–${high}）` };
  });
  const rate = (100 * Number(all['churn_rate'])).toFixed(1);
  const shape: Localized =
    all['kind'] === 'constant'
      ? { en: `The same share, ${rate}%, is lost in every period.`, 'zh-CN': `每期流失比例相同，为 ${rate}%。` }
      : { en: 'The longer customers stay, the fewer leave.', 'zh-CN': '客户留得越久，流失越少。' };
  return {
    en: `Of 100 new customers expected to buy then or later: ${shares.map(({ en }) => en).join(', ')}. ${shape.en} sBG model: without contracts it projects "buys again", not a renewal.`,
    'zh-CN': `每 100 位新客户中，预计当期或之后仍会购买的：${shares.map((share) => share['zh-CN']).join('，')}。${shape['zh-CN']}sBG 模型：没有合同，预测的是“会再购买”而非续约。`,
  };
}

function undetermined(all: ResultRow): Localized {
  const reason = cannotTell.get(String(all['reason'])) ?? { en: 'no reason given', 'zh-CN': '原因未知' };
  return {
    en: `The data cannot tell how retention goes on: ${reason.en}.`,
    'zh-CN': `数据不足以判断今后的留存：${reason['zh-CN']}。`,
  };
}

function cautious(shares: Localized, check: ProjectionCheck): Localized {
  const caution = projectionCaution(check);
  return { en: `${caution.en}${shares.en}`, 'zh-CN': `${caution['zh-CN']}${shares['zh-CN']}` };
}

/** Expected over actual survivors, less 1. */
function checkFact(unit: CohortUnit, check: ProjectionCheck | null): FactText {
  return {
    id: 'projection_error',
    title: { en: 'Projection error when checked', 'zh-CN': '预测误差（回测）' },
    type: 'ratio',
    value: check?.error ?? null,
    n: check?.base ?? null,
    low: check === null ? null : check.low / check.actual - 1,
    high: check === null ? null : check.high / check.actual - 1,
    basis:
      check === null
        ? notChecked
        : projectionVerdict(check, { periods: periodCount(unit, check.heldPeriods), target: periodOf(unit, check.targetOn) }),
  };
}

const notChecked: Localized = {
  en: 'Not checked: the data are too short to hold periods back.',
  'zh-CN': '未回测：数据太短，没有可用于回测的时期。',
};
