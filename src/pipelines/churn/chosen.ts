import type { Localized } from '../../lib/localized.ts';
import type { Contest } from '../../forecast/churn/contest.ts';
import { bestOf, selectable } from '../../forecast/churn/evaluation.ts';
import type { Fold } from '../../forecast/churn/folds.ts';
import type { Scores } from '../../forecast/churn/scores.ts';
import { codeOf } from '../../views/codes.ts';
import type { FactText } from '../../views/facts.ts';
import { steepest } from '../../stats/recalibration.ts';
import { areaOf, scoredArea } from '../../views/forecast/area-facts.ts';
import { contenderTitle } from '../../views/forecast/words.ts';

/** The way that scores the customers now, and how the way chosen before the latest past window did in that window. */
export function chosenFacts({ past }: Contest, scores: Scores, folds: readonly Fold[]): FactText[] {
  const { contender, tests } = scores;
  const own = tests.find((test) => test.contender === contender);
  const best = bestOf(tests);
  const [latest] = folds;
  const facts: FactText[] = [
    {
      id: 'chosen',
      title: { en: 'Scored by', 'zh-CN': '评估方法' },
      type: 'text',
      value: contenderTitle(contender),
      code: codeOf(contender.id),
      basis: whyChosen(scores),
    },
    {
      id: 'chosen_auc',
      title: { en: 'AUC in the back-test', 'zh-CN': '回测 AUC' },
      type: 'number',
      ...areaOf(latest?.own.area),
      basis: whatWasTested(latest),
    },
    scoredArea(latest),
  ];
  if (own !== undefined && best !== null && best !== own && (best.area?.area ?? 0) > (own.area?.area ?? 0))
    facts.push({
      id: 'better',
      title: { en: 'Better in the test', 'zh-CN': '回测更优的方法' },
      type: 'text',
      value: contenderTitle(best.contender),
      code: codeOf(best.contender.id),
      basis: { en: 'The method with the highest AUC in the latest past window.', 'zh-CN': '最近一个历史窗口中 AUC 最高的方法。' },
    });
  facts.push({
    id: 'calibrated',
    title: { en: 'Probabilities', 'zh-CN': '概率校准' },
    type: 'text',
    value: correctionText(scores, past.length),
    code: correctionCode(scores),
    basis: correctionBasis(scores),
  });
  return facts;
}

function correctionText({ contender, recalibration }: Scores, windows: number): Localized {
  if (contender.trained) return { en: `learned from ${windows} past windows`, 'zh-CN': `由 ${windows} 个历史窗口学习得到` };
  if (recalibration === null)
    return { en: 'of the model, not corrected: no past window that could teach it', 'zh-CN': '模型原始概率，没有可供校准的历史窗口' };
  if (recalibration.kind === 'none')
    return {
      en: 'of the model, not corrected: in the latest past window it gave all customers nearly the same probability',
      'zh-CN': '模型原始概率，未校准：在最近一个历史窗口中各客户的概率几乎相同，无从校准',
    };
  const isHeld = recalibration.kind === 'platt' && recalibration.slope === steepest;
  const kind = `${recalibration.kind}${isHeld ? `, slope ≤ ${steepest}` : ''}`;
  return { en: `corrected by the latest past window (${kind})`, 'zh-CN': `按最近一个历史窗口校准（${kind.replace(', slope', '，斜率')}）` };
}

function correctionCode({ contender, recalibration }: Scores): string {
  if (contender.trained) return 'learned';
  return recalibration === null || recalibration.kind === 'none' ? 'not_corrected' : 'corrected';
}

function correctionBasis({ beyond }: Scores): Localized {
  const text = {
    en: 'Whether the probabilities fit how many customers stopped in past windows.',
    'zh-CN': '概率是否已按历史窗口中的实际停购比例校准。',
  };
  if (beyond === 0) return text;
  return {
    en: `${text.en} Customers beyond what that window saw, corrected as its farthest: ${beyond}.`,
    'zh-CN': `${text['zh-CN']}超出该窗口概率范围、按其边界值校准的客户数：${beyond}。`,
  };
}

function whyChosen({ chosen, tests }: Scores): Localized {
  if (chosen === 'asked') return { en: 'As asked for.', 'zh-CN': '按指定采用。' };
  if (chosen === 'untested')
    return {
      en: 'No earlier window to test on, or the one asked for needs one.',
      'zh-CN': '没有更早的窗口可供检验，或所指定的方法需要更早的窗口。',
    };
  const count = selectable(tests).length;
  const origin = tests[0]!.origin;
  return {
    en: `Chosen anew with the newest window: best of ${count} at ${origin}, by AUC, then Brier score.`,
    'zh-CN': `已用最新窗口重新选择：在 ${origin} 的回测中为 ${count} 种方法之最优（先比 AUC，再比 Brier 分）。`,
  };
}

function whatWasTested(latest: Fold | undefined): Localized {
  if (latest === undefined) return { en: 'No past window to hold out.', 'zh-CN': '没有可供回测的历史窗口。' };
  const title = contenderTitle(latest.own.contender);
  const { origin } = latest.data;
  return {
    en: `How often a customer who then bought nothing ranked above one who bought, after ${origin}, by what was chosen before it (${title.en}); 0.5 is chance.`,
    'zh-CN': `在 ${origin} 之后的窗口中，未购客户排在购买客户之前的概率，按此前选定的方法（${title['zh-CN']}）计算；0.5 为随机。`,
  };
}
