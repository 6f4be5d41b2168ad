import type { Localized } from '../../lib/localized.ts';
import type { CohortUnit } from '../../metrics/choices.ts';
import type { Section } from '../../result/result.ts';
import { type Said, saidBy } from '../../views/answer.ts';
import { amountText, oneDecimal, percentText } from '../../views/number-words.ts';
import { periodCount, unitWords } from './words.ts';

/** With fewer customers behind a share a point or two says nothing. */
const fewCustomers = 100;

/** How many new customers come back, whether that gets better, what last year's bring now, and what to do. */
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
  const kept = revenueKept(said);
  return [returning, ...(kept === null ? [] : [kept]), todo(said, unit)];
}

/** Of a hundred; small shares keep a digit. */
function hundredth(share: number): string {
  return share < 0.1 ? oneDecimal(100 * share) : String(Math.round(100 * share));
}

function comeBack(said: Said, unit: CohortUnit): Localized | null {
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
  const trend = trendOf(said);
  if (trend !== null) parts.push(trend);
  return { en: `${parts.map(({ en }) => en).join('; ')}.`, 'zh-CN': `${parts.map((part) => part['zh-CN']).join('；')}。` };
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
    en: `Customers of the year before spend ${size} ${isLess ? 'less' : 'more'} than then: ${lost} went with those who left or buy less, ${gained} came from those who buy more.`,
    'zh-CN': `上年的老客户近 12 个月消费${isLess ? '减少' : '增加'} ${size}：因流失或少买减少 ${lost}，因多买增加 ${gained}。`,
  };
}

function todo(said: Said, unit: CohortUnit): Localized {
  const action = actionOf(said);
  const base = said.fact('overview', `retention_${unitWords[unit].said[0]}`)?.n ?? null;
  if (base === null || base >= fewCustomers) return { en: `${action.en}.`, 'zh-CN': `${action['zh-CN']}。` };
  return {
    en: `${action.en}; only ${amountText(base)} customer${base === 1 ? ' is' : 's are'} behind these shares, so take them as rough.`,
    'zh-CN': `${action['zh-CN']}；以上占比仅基于 ${amountText(base)} 个客户，只能作粗略参考。`,
  };
}

function actionOf(said: Said): Localized {
  const [net, repeated] = ['net_retention', 'repeat_rate'].map((id) => said.figure('overview', id));
  if (courseOf(said) === 'worse')
    return {
      en: 'Find out what changed in how customers are won and looked after; the table shows since when',
      'zh-CN': '请查明获客与跟进方式有何变化；从下表可看出始于哪一批',
    };
  if (typeof net === 'number' && net < 1)
    return {
      en: 'Win back what was lost: crm-eval compare names who buys less, crm-eval churn who is about to leave',
      'zh-CN': '请先挽回流失的收入：crm-eval compare 列出少买的客户，crm-eval churn 列出即将流失的客户',
    };
  if (typeof repeated === 'number' && repeated < 0.5) {
    const once = percentText(1 - repeated);
    return {
      en: `Bring new customers to a second purchase soon: ${once} have bought only once`,
      'zh-CN': `请尽快促成新客户的第二次购买：${once} 的客户只买过一次`,
    };
  }
  return {
    en: 'Nothing here calls for action; crm-eval churn names who is about to leave',
    'zh-CN': '目前无需特别处理；crm-eval churn 列出即将流失的客户',
  };
}
