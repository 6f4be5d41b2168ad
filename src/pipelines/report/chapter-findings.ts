import { both, capitalised, type Localized } from '../../lib/localized.ts';
import type { MoneyDisplay } from '../../lib/money-display.ts';
import { withSign } from '../../lib/with-sign.ts';
import type { ResultRow } from '../../result/result.ts';
import { numberOf } from '../../views/number-of.ts';
import { amountText, moneyText, percentText } from '../../views/number-words.ts';
import { changesOf } from './changes.ts';
import { factOf, rowsOf, rowWhere, type Runs, sectionOf } from './runs.ts';
import { shortName } from './short-name.ts';
import { wholePeriod, wholeYear } from './whole-target.ts';

export function tiersFinding(runs: Runs): Localized | null {
  const top = rowsOf(runs, 'score', 'tiers').slice(0, 1)[0];
  const [customers, share] = [numberOf(top?.['customers']), numberOf(top?.['revenue_share'])];
  if (customers === null || share === null) return null;
  const { up, down } = moved(runs);
  const tier = String(top?.['tier'] ?? '');
  const held = both(
    `Tier ${tier}: ${amountText(customers)} customers bring ${percentText(share)} of sales`,
    `层级“${tier}”的 ${amountText(customers)} 位客户贡献 ${percentText(share)} 的销售额`,
  );
  if (up + down === 0) return held;
  return both(
    `${held.en}; ${amountText(up)} moved up a tier, ${amountText(down)} down`,
    `${held['zh-CN']}；${amountText(up)} 位升层，${amountText(down)} 位降层`,
  );
}

/** Customers who changed their tier, by the table of rows before and columns after. */
function moved(runs: Runs): { readonly up: number; readonly down: number } {
  const tiers = [...rowsOf(runs, 'compare', 'tier_migration')].filter(({ from_id: from }) => String(from).startsWith('tier_'));
  let [up, down] = [0, 0];
  tiers.forEach((row, before) =>
    tiers.forEach(({ from_id: to }, after) => {
      const count = numberOf(row[String(to)]) ?? 0;
      if (after < before) up += count;
      if (after > before) down += count;
    }),
  );
  return { up, down };
}

/** So much of a sum with one is worth saying. */
const most = 0.5;

export function churnFinding(runs: Runs, money: MoneyDisplay): Localized | null {
  if (sectionOf(runs, 'churn', 'at_risk') === null) return null;
  const rows = [...rowsOf(runs, 'churn', 'at_risk')];
  if (rows.length === 0) return both('No customer is about to leave', '没有客户有流失风险');
  const valued = rows.flatMap((row) => {
    const value = numberOf(row['value_at_risk']);
    return value === null ? [] : [{ row, value }];
  });
  const [first] = valued;
  if (first === undefined) return both(`${amountText(rows.length)} customers may leave`, `${amountText(rows.length)} 位客户有流失风险`);
  const sum = valued.reduce((all, { value }) => all + value, 0);
  const said = both(
    `${amountText(rows.length)} customers may leave, ${moneyText(sum, money)} at risk`,
    `${amountText(rows.length)} 位客户有流失风险，涉及 ${moneyText(sum, money)}`,
  );
  if (!isForetold(runs)) return both(`${said.en}: no better than chance on the past`, `${said['zh-CN']}；历史检验不优于随机`);
  if (rows.length === 1 || sum <= 0 || first.value < sum * most) return said;
  const name = shortName(runs, first.row);
  return both(
    `${said.en}: ${percentText(first.value / sum)} with ${name}`,
    `${said['zh-CN']}，其中${name}占 ${percentText(first.value / sum)}`,
  );
}

/** Whether who stops could be told on the past, as far as that was tested. */
export function isForetold({ results }: Runs): boolean {
  return results.get('churn')?.findings.some(({ code }) => code === 'churn-not-predictable') !== true;
}

export function cohortsFinding(runs: Runs): Localized | null {
  const net = factOf(runs, 'cohorts', 'overview', 'net_retention');
  const [value, low, high] = [net?.value, net?.low, net?.high].map(numberOf);
  const kept = numberOf(rowsOf(runs, 'churn', 'retention').slice(0, 1)[0]?.['retention_rate']);
  const parts = [
    ...(kept === null ? [] : [both(`${percentText(kept)} of the customers of a year before stayed`, `上年客户留下 ${percentText(kept)}`)]),
    ...(value === null || value === undefined ? [] : [revenueKept(value, low ?? null, high ?? null)]),
  ];
  return parts.length === 0 ? null : both(capitalised(parts.map(({ en }) => en).join('; ')), parts.map((part) => part['zh-CN']).join('；'));
}

/** What those who stayed buy, and whether that is less or more by more than chance: 100% lies outside the interval. */
function revenueKept(value: number, low: number | null, high: number | null): Localized {
  const said = both(`revenue kept ${percentText(value)}`, `净收入留存 ${percentText(value)}`);
  const more =
    high !== null && high < 1
      ? both('they buy less', '留下的客户买得少了')
      : low !== null && low > 1
        ? both('they buy more', '留下的客户买得多了')
        : null;
  if (more !== null) return both(`${said.en}: ${more.en}`, `${said['zh-CN']}：${more['zh-CN']}`);
  return low === null || high === null ? said : both(`${said.en}, 100% is within chance`, `${said['zh-CN']}，与 100% 之差属随机波动`);
}

export function poolFinding(runs: Runs): Localized | null {
  const fact = factOf(runs, 'pool', 'overview', 'conversion_rate_all');
  const rate = numberOf(fact?.value);
  if (rate === null) return null;
  const n = amountText(fact?.n ?? 0);
  const said = both(`Of ${n} leads ${percentText(rate)} converted`, `${n} 条线索转化 ${percentText(rate)}`);
  const rows = [...rowsOf(runs, 'pool', 'flow')];
  const unlike = rows.filter(({ signals }) => signals !== null && signals !== undefined && signals !== '');
  if (unlike.length === 0) return said;
  const [first] = unlike;
  if (unlike.length === 1 && isMostOf(rows, first!, 'taken', 1) && isMostOf(rows, first!, 'conversion_rate', -1)) {
    const rep = String(first!['rep']);
    return both(
      `${said.en}; ${rep} takes most and converts least, beyond chance`,
      `${said['zh-CN']}；${rep}取得最多、转化最低，超出随机波动`,
    );
  }
  const named = unlike.slice(0, mostNamed).map(({ rep }) => String(rep));
  const others = unlike.length - named.length;
  return both(
    `${said.en}; ${named.join(', ')}${others > 0 ? ` and ${others} more` : ''}: unlike others, beyond chance`,
    `${said['zh-CN']}；${named.join('、')}${others > 0 ? `等 ${unlike.length} 人` : ''}与他人差异明显，超出随机波动`,
  );
}

const mostNamed = 2;

function isMostOf(rows: readonly ResultRow[], row: ResultRow, id: string, sign: 1 | -1): boolean {
  const own = numberOf(row[id]);
  return own !== null && rows.every((other) => other === row || (numberOf(other[id]) ?? -Infinity * sign) * sign < own * sign);
}

export function targetsFinding(runs: Runs, money: MoneyDisplay): Localized | null {
  if (targetsNameNobody(runs))
    return both('Targets name nobody in the files: attainment is not known', '目标对象在文件中均未找到，无法计算达成率');
  const year = wholeYear(runs);
  const row = year ?? wholePeriod(runs);
  const [target, actual, gap] = ['target', 'actual', 'gap'].map((id) => numberOf(row?.[id]));
  if (target === null || target === undefined || target <= 0 || actual === null || actual === undefined) return salesFinding(runs);
  const whose = year === null ? both('target of the period', '本期目标') : both('target of the year', '全年目标');
  if (gap !== null && gap !== undefined && gap <= 0)
    return both(`The ${whose.en} is reached: ${percentText(actual / target)}`, `${whose['zh-CN']}已达成：${percentText(actual / target)}`);
  const needed = numberOf(row?.['needed_per_day']);
  const said = both(
    `${percentText(actual / target)} of the ${whose.en}, ${moneyText(gap ?? 0, money)} to go`,
    `完成${whose['zh-CN']}的 ${percentText(actual / target)}，还差 ${moneyText(gap ?? 0, money)}`,
  );
  if (needed === null) return said;
  return both(`${said.en}: ${moneyText(needed, money)} a working day`, `${said['zh-CN']}：每工作日须 ${moneyText(needed, money)}`);
}

/** How sales went, where nothing is known of a target of all of them. */
function salesFinding(runs: Runs): Localized | null {
  const row = rowWhere(changesOf(runs), { measure: 'revenue' });
  const rise = numberOf(row?.['relative_difference']);
  if (row === null || rise === null) return null;
  const share = withSign(rise, percentText(Math.abs(rise)));
  const verdict = typeof row['verdict'] === 'string' ? both(`, ${row['verdict']}`, `，${row['verdict']}`) : both('', '');
  const without = runs.refusals.has('targets track') ? both('No targets; sales', '没有目标文件；销售额') : both('Sales', '销售额');
  return both(`${without.en} ${share} on the period before${verdict.en}`, `${without['zh-CN']}较上期 ${share}${verdict['zh-CN']}`);
}

/** All of them are of owners that no other file knows. */
function targetsNameNobody(runs: Runs): boolean {
  const rows = [...rowsOf(runs, 'targets track', 'attainment')];
  return rows.length > 0 && rows.every(({ scope, actual }) => scope === 'unknown' && numberOf(actual) === null);
}

/** Whose part of the gap is worth naming. */
const largePart = 0.3;

export function repsFinding(runs: Runs): Localized | null {
  const title = sectionOf(runs, 'reps', 'ranking')?.title;
  const gaps = [...rowsOf(runs, 'reps', 'drivers_target')].flatMap((row) => {
    const gap = numberOf(row['target_difference']);
    return gap === null || gap >= 0 ? [] : [{ rep: String(row['rep']), gap }];
  });
  const sum = gaps.reduce((all, { gap }) => all + gap, 0);
  const [first] = gaps.toSorted((one, other) => one.gap - other.gap);
  const ranked = title === undefined ? null : both(title, title);
  if (first === undefined || gaps.length < 2 || first.gap > sum * largePart) return ranked;
  const share = percentText(first.gap / sum);
  const said = both(`${share} of what reps are short lies with ${first.rep}`, `各人缺口合计的 ${share} 在${first.rep}一人`);
  return ranked === null
    ? said
    : both(`${said.en}; ${ranked.en.charAt(0).toLowerCase()}${ranked.en.slice(1)}`, `${said['zh-CN']}；${ranked['zh-CN']}`);
}
