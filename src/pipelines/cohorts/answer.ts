import { capitalised, type Localized } from '../../lib/localized.ts';
import type { CohortUnit } from '../../metrics/choices.ts';
import type { Section } from '../../result/result.ts';
import { type Said, saidBy } from '../../views/answer.ts';
import { amountText, oneDecimal, percentText } from '../../views/number-words.ts';
import { periodCount, unitWords } from './words.ts';

/** With fewer customers behind a share a point or two says nothing. */
const fewCustomers = 100;

/** What stands out and what to do; how many new customers come back, whether that gets better; what last year's bring now. */
export function cohortAnswer(sections: readonly Section[], unit: CohortUnit): Localized[] {
  const said = saidBy(sections);
  const returning = comeBack(said, unit);
  if (returning === null)
    return [
      {
        en: 'The orders do not reach far enough to say how many customers come back.',
        'zh-CN': '订单时间跨度不足，尚无法判断有多少客户会再次购买。',
      },
    ];
  const { topic, sentence } = finding(said);
  const [kept, trend] = [topic === 'revenue' ? null : revenueKept(said), topic === 'course' ? null : trendOf(said)];
  const parts = [...returning, ...(trend === null ? [] : [trend]), ...fewBehind(said, unit)];
  return [
    sentence,
    { en: `${parts.map(({ en }) => en).join('; ')}.`, 'zh-CN': `${parts.map((part) => part['zh-CN']).join('；')}。` },
    ...(kept === null ? [] : [found(null, null, kept).sentence]),
  ];
}

interface FindingOf {
  /** What the sentence has said, and the others need not. */
  readonly topic: 'course' | 'revenue' | null;
  readonly sentence: Localized;
}

/** What calls for action most, and the action: newer customers who come back less, revenue that went, customers who bought once; else that nothing does. */
function finding(said: Said): FindingOf {
  const [net, repeated] = ['net_retention', 'repeat_rate'].map((id) => said.figure('overview', id));
  const [trend, kept] = [trendOf(said), revenueKept(said)];
  if (courseOf(said) === 'worse' && trend !== null)
    return found('course', trend, {
      en: 'find out what changed in how customers are won and looked after; the table shows since when',
      'zh-CN': '请查明获客与跟进方式有何变化，从下表可看出始于哪一批',
    });
  if (typeof net === 'number' && net < 1 && kept !== null)
    return found('revenue', kept, {
      en: 'win back what was lost; crm-eval compare names who buys less, crm-eval churn who is about to leave',
      'zh-CN': '请先挽回流失的收入，crm-eval compare 列出少买的客户，crm-eval churn 列出即将流失的客户',
    });
  if (typeof repeated === 'number' && repeated < 0.5) {
    const once = percentText(1 - repeated);
    return found(
      null,
      { en: `${once} of all customers have bought only once`, 'zh-CN': `${once} 的客户只买过一次` },
      { en: 'bring new ones to a second purchase soon', 'zh-CN': '请尽快促成新客户的第二次购买' },
    );
  }
  const nothing: Localized = {
    en: 'nothing here calls for action; crm-eval churn names who is about to leave',
    'zh-CN': '目前无需特别处理，crm-eval churn 列出即将流失的客户',
  };
  if (kept !== null) return found('revenue', kept, nothing);
  return trend === null ? found(null, null, nothing) : found('course', trend, nothing);
}

function found(topic: FindingOf['topic'], what: Localized | null, action: Localized): FindingOf {
  const text = (lang: keyof Localized, colon: string): string =>
    capitalised(what === null ? action[lang] : `${what[lang]}${colon}${action[lang]}`);
  return { topic, sentence: { en: `${text('en', ': ')}.`, 'zh-CN': `${text('zh-CN', '：')}。` } };
}

/** Of a hundred; small shares keep a digit. */
function hundredth(share: number): string {
  return share < 0.1 ? oneDecimal(100 * share) : String(Math.round(100 * share));
}

/** How many of a hundred new customers buy after some time, and how many keep buying; null where it is not known. */
function comeBack(said: Said, unit: CohortUnit): Localized[] | null {
  const [early, late] = unitWords[unit].said;
  const [first, second] = [early, late].map((age) => said.figure('overview', `retention_${age}`));
  if (typeof first !== 'number') return null;
  const [after, later] = [periodCount(unit, early), periodCount(unit, late)];
  const still = said.figure('overview', `survival_${unitWords[unit].year}`);
  const year = periodCount(unit, unitWords[unit].year);
  const parts: Localized[] = [
    typeof second === 'number'
      ? {
          en: `Of 100 new customers ${hundredth(first)} buy ${after.en} after their first purchase and ${hundredth(second)} after ${later.en}`,
          'zh-CN': `每 100 个新客户中，首购后第 ${after['zh-CN']}有 ${hundredth(first)} 个购买，第 ${later['zh-CN']}有 ${hundredth(second)} 个`,
        }
      : {
          en: `Of 100 new customers ${hundredth(first)} buy ${after.en} after their first purchase`,
          'zh-CN': `每 100 个新客户中，首购后第 ${after['zh-CN']}有 ${hundredth(first)} 个购买`,
        },
  ];
  if (still !== null)
    parts.push({
      en: `${hundredth(still)} keep buying for ${year.en} or longer`,
      'zh-CN': `${hundredth(still)} 个在 ${year['zh-CN']}后仍会购买`,
    });
  return parts;
}

type Course = 'better' | 'worse' | 'alike';

/** Whether newer cohorts come back more often than those before; null where there are too few. */
function courseOf(said: Said): Course | null {
  const change = said.fact('overview', 'retention_change');
  if (change === null || change.low === null || change.high === null) return null;
  if (change.low > 0) return 'better';
  return change.high < 0 ? 'worse' : 'alike';
}

function trendOf(said: Said): Localized | null {
  const course = courseOf(said);
  const [newer, older] = ['retention_newer', 'retention_older'].map((id) => said.figure('overview', id));
  if (course === null || typeof newer !== 'number' || typeof older !== 'number') return null;
  const [now, before] = [hundredth(newer), hundredth(older)];
  return {
    better: {
      en: `newer customers come back more often than those before (${now} against ${before})`,
      'zh-CN': `新近的客户比此前的更常回购（${now} 对 ${before}）`,
    },
    worse: {
      en: `newer customers come back less often than those before (${now} against ${before})`,
      'zh-CN': `新近的客户不如此前的常回购（${now} 对 ${before}）`,
    },
    alike: {
      en: 'newer customers do not clearly differ from those before',
      'zh-CN': '新近的客户与此前的无明显差别',
    },
  }[course];
}

/** GRR and NRR in words; null where two years are not known. */
function revenueKept(said: Said): Localized | null {
  const [net, gross] = ['net_retention', 'gross_retention'].map((id) => said.figure('overview', id));
  if (typeof net !== 'number' || typeof gross !== 'number') return null;
  const [lost, gained, size] = [1 - gross, net - gross, Math.abs(net - 1)].map(percentText);
  const isLess = net < 1;
  return {
    en: `customers of the year before spend ${size} ${isLess ? 'less' : 'more'} than then (${lost} went with those who left or buy less, ${gained} came from those who buy more)`,
    'zh-CN': `上年的老客户近 12 个月消费${isLess ? '减少' : '增加'} ${size}（因流失或少买减少 ${lost}，因多买增加 ${gained}）`,
  };
}

/** Where few customers are behind the shares. */
function fewBehind(said: Said, unit: CohortUnit): Localized[] {
  const base = said.fact('overview', `retention_${unitWords[unit].said[0]}`)?.n ?? null;
  if (base === null || base >= fewCustomers) return [];
  return [
    {
      en: `only ${amountText(base)} customer${base === 1 ? ' is' : 's are'} behind these shares, so take them as rough`,
      'zh-CN': `以上占比仅基于 ${amountText(base)} 个客户，只能作粗略参考`,
    },
  ];
}
