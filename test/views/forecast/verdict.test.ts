import { describe, expect, it } from 'vitest';
import { verdictOf } from '../../../src/views/forecast/verdict.ts';
import { churnFindings } from '../../../src/pipelines/churn/findings.ts';
import { foldOf, type PlainFold } from '../../forecast/churn/fold.ts';

const said = (plain: PlainFold) => verdictOf([foldOf(plain)])!;
const repeated = (values: readonly number[], times: number): number[] => Array.from({ length: times }, () => values).flat();

/** 400 customers, half of whom stop. */
const silent = repeated([1, 1, 0, 0], 100);
const perfectBut = (share: number): number[] => silent.map((value, row) => ((row * 37) % 100 < share * 100 ? 1 - value : value));
const random = silent.map((_, row) => (row * 7919) % 13);
/** 63 customers, of whom three stop. */
const few = { silent: [1, 1, 1, ...repeated([0], 60)], own: [59, 40, 20, ...Array(60).keys()], recency: [59, 40, 20, ...Array(60).keys()] };
const good = perfectBut(0.1);
const fair = perfectBut(0.3);

describe('the ranking in the verdict', () => {
  it('is judged by the interval of the difference to the best naive rule', () => {
    expect(said({ silent, own: good, recency: fair }).en).toContain(
      'a customer who stops ranks above one who stays 90% of the time (AUC 0.900, logistic regression), better than recency alone (0.700);',
    );
    expect(said({ silent, own: fair, recency: good }).en).toContain(', worse than the naive rule recency alone (0.900);');
    const almost = fair.map((value, row) => (row < 4 ? 1 - value : value));
    expect(said({ silent, own: almost, recency: fair }).en).toContain(', no different from recency alone (0.700);');
    expect(said({ silent, own: good, recency: fair })['zh-CN']).toContain(
      '停购客户排在留存客户之前的概率为 90%（AUC 0.900，逻辑回归），优于“仅看最近购买”（0.700）；',
    );
    expect(said({ silent, own: fair, recency: good })['zh-CN']).toContain('，不如简单规则“仅看最近购买”（0.900）；');
    expect(said({ silent, own: almost, recency: fair })['zh-CN']).toContain('，与“仅看最近购买”（0.700）无显著差异；');
  });

  it('says so where the default is the best naive rule itself', () => {
    const verdict = said({ silent, own: good, recency: good, by: 'recency' });
    expect(verdict.en).toContain('(AUC 0.900, recency alone), itself the best naive rule;');
    expect(verdict['zh-CN']).toContain('，该方法即最佳简单规则；');
  });

  it('is no better than a coin where the interval holds a half, and worse than a naive rule that knows', () => {
    const verdict = said({ silent, own: random, recency: random });
    expect(verdict.en).toMatch(/, telling who stops is no better than a coin \(AUC 0\.497, 95% 0\.441–0\.554, logistic regression\); prob/);
    expect(verdict['zh-CN']).toMatch(/识别停购客户不比抛硬币强（AUC 0\.497，95% 区间 0\.441–0\.554，逻辑回归）；/);
    expect(said({ silent, own: random, recency: good }).en).toContain(', worse than the naive rule recency alone (0.900);');
    const upsideDown = good.map((value) => -value);
    expect(said({ silent, own: upsideDown, recency: upsideDown }).en).toContain('telling who stops is worse than a coin (AUC 0.100');
  });

  it('may be chance where few stopped', () => {
    const fold = foldOf(few);
    expect(verdictOf([fold])!.en).toContain('; with only 3 who stopped that may be chance), no different from recency alone');
    expect(verdictOf([fold])!['zh-CN']).toContain('；仅 3 位停购，可能出于偶然），与');
  });

  it('says that customers long gone are among them where those scored cannot be told', () => {
    expect(said({ silent, own: good, recency: fair }).en).toContain(': among all customers, long gone ones too, which are easy to tell');
    expect(said({ silent, own: good, recency: fair })['zh-CN']).toContain('在全部客户中（含早已流失');
  });

  it('is that of the customers churn would have scored, where it can be told', () => {
    const kept = silent.map((_, row) => row < 200);
    const own = good.map((value, row) => (row < 200 ? random[row]! / 100 : value));
    const verdict = said({ silent, own, recency: fair, kept });
    expect(verdict.en).toMatch(/: among the 200 customers churn would have scored, telling who stops is no better than a coin/);
    expect(verdict.en).toContain(', worse than the naive rule recency alone (0.700);');
    expect(verdict['zh-CN']).toContain('在当时可评估的 200 位客户中，识别停购客户不比抛硬币强');
    const alike = silent.map((value) => value === 1);
    expect(said({ silent, own: good, recency: fair, kept: alike }).en).toContain(': a customer who stops ranks above');
    expect(said({ silent: repeated([1], 40), own: repeated([1], 40), recency: repeated([1], 40) }).en).toContain('cannot be ranked');
  });
});

describe('the forecast in the verdict', () => {
  const base = { silent, own: good, recency: fair };
  const actual = { orders: 1000, revenue: 5000 };

  it('sets orders and revenue against what came and against the last period', () => {
    const verdict = said({ ...base, actual, forecast: { orders: 740, revenue: 2760 }, lastPeriod: { orders: 690, revenue: 3235 } });
    expect(verdict.en).toContain(
      '; the models under-predict orders by 26% (MBG/NBD, 740 / 1,000), nearer than repeating the last period (-31%); revenue is under-predicted by 45%, farther off than repeating the last period (-35%).',
    );
    expect(verdict['zh-CN']).toContain(
      '；模型低估订单 26%（MBG/NBD，预测/实际 740 / 1,000），比沿用上期（-31%）准确；销售额低估 45%，不如沿用上期（-35%）准确。',
    );
  });

  it('says what is right, too much and equally near', () => {
    const verdict = said({ ...base, actual, forecast: { orders: 1010, revenue: 6000 }, lastPeriod: { orders: 1010, revenue: 5000 } });
    expect(verdict.en).toContain(
      '; MBG/NBD forecasts orders right (1,010 / 1,000), as near as repeating the last period (+1%); revenue is over-predicted by 20%, farther off than repeating the last period (0%).',
    );
  });

  it('does not set two forecasts against each other that are both right', () => {
    const verdict = said({ ...base, actual, forecast: { orders: 1004, revenue: 5000 }, lastPeriod: { orders: 1000, revenue: 5000 } });
    expect(verdict.en).toContain('forecasts orders right (1,004 / 1,000), as near as repeating the last period (0%);');
  });

  it('says that nothing was forecast where no model could be fitted and no order came', () => {
    const verdict = said({ ...base, isModelMissing: true, lastPeriod: { orders: 135, revenue: 0 }, actual: { orders: 0, revenue: 0 } });
    expect(verdict.en).toMatch(/; no model could be fitted; no order came, and repeating the last period would have been 135\.$/);
  });

  it('is silent on revenue where amounts are missing, and on models where none could be fitted', () => {
    const verdict = said({
      ...base,
      isModelMissing: true,
      lastPeriod: { orders: 900, revenue: null },
      actual: { orders: 1000, revenue: null },
    });
    expect(verdict.en).toMatch(
      /; no model could be fitted, and repeating the last period under-predicts orders by 10% \(900 \/ 1,000\)\.$/,
    );
    expect(verdict['zh-CN']).not.toContain('销售额');
    expect(said({ ...base, actual: { orders: 0, revenue: 0 } }).en).toMatch(/; no order came, 100 were forecast\.$/);
  });

  it('says nothing of a correction where too few stopped to teach one', () => {
    expect(said(few).en).toMatch(/% did\); /);
    expect(said(few)['zh-CN']).not.toContain('校准后');
  });

  it('makes fewer groups of few customers', () => {
    const some = (customers: number) =>
      said({ silent: silent.slice(0, customers), own: good.slice(0, customers), recency: fair.slice(0, customers) }).en;
    expect(some(400)).toContain('(worst tenth; ');
    expect(some(72)).toContain('(worst of 3 groups; ');
    expect(some(16)).toMatch(/; probabilities are off by \d+ points? \(\d+% were expected to stop/);
  });

  it('has the largest gap of a tenth, of the customers that the ranking is about', () => {
    const probabilities = silent.map((_, row) => (row < 200 ? 0.5 : 0.99));
    expect(said({ ...base, probabilities }).en).toContain(
      '; probabilities are off by up to 49 points (worst tenth; 75% were expected to stop, 50% did), by up to 0 once corrected by what came;',
    );
    const kept = silent.map((_, row) => row < 200);
    expect(said({ ...base, probabilities, kept }).en).toContain(
      '; probabilities are off by up to 0 points (worst tenth; 50% were expected to stop, 50% did), by up to',
    );
    expect(said({ ...base, probabilities })['zh-CN']).toContain(
      '；概率最多偏差 49 个百分点（最差的十分位；预测 75% 停购，实际 50%），按实际结果校准后最多 0 个百分点；',
    );
  });
});

describe('the findings of churn', () => {
  it('warn where the order tells nothing, note where too few stopped, and say nothing where it is of use', () => {
    expect(churnFindings([foldOf({ silent, own: good, recency: fair })], 'en')).toEqual([]);
    expect(churnFindings([], 'en')).toEqual([]);
    const [warning] = churnFindings([foldOf({ silent, own: random, recency: fair })], 'en');
    expect(warning).toMatchObject({ code: 'churn-not-predictable', level: 'warning', count: 1 });
    expect(warning?.message).toContain('no better than a coin (AUC 0.497, 95% 0.441–0.554)');
    expect(warning?.fix).toBe('look farther ahead (--horizon 180), or add older orders');
    const [note] = churnFindings([foldOf(few)], 'zh-CN');
    expect(note).toMatchObject({ code: 'churn-hardly-tested', level: 'info' });
    expect(note?.message).toContain('仅 3 位停购');
  });
});
