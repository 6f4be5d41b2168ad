import type { TableReport } from '../../ingest/contract.ts';
import type { Localized } from '../../lib/localized.ts';
import type { Finding } from '../../result/result.ts';
import { roleTitle } from '../parts/input-words.ts';
import { amountText } from '../../views/number-words.ts';

/** What the files are taken for, what is missing for which command, and what is wrong with them. */
export function inspectAnswer(reports: readonly TableReport[], findings: readonly Finding[]): Localized[] {
  const troubles = troublesOf(findings);
  return [takenFor(reports), missing(reports, findings), ...(troubles === null ? [] : [troubles])];
}

const mostNames = 5;

function names(all: readonly string[], separator: string): string {
  return all.slice(0, mostNames).join(separator) + (all.length > mostNames ? ' …' : '');
}

function nameOf({ table: { file, sheet } }: TableReport): string {
  return sheet ?? file.replace(/^.*[\\/]/, '');
}

function takenFor(reports: readonly TableReport[]): Localized {
  const [only] = reports;
  if (reports.length === 1 && only !== undefined) return oneTable(only);
  const unknown = reports.filter(({ role }) => role === null).map(nameOf);
  const count = amountText(reports.length);
  if (unknown.length === 0) return { en: `All ${count} tables are known by their headers.`, 'zh-CN': `${count} 张表均已按表头识别。` };
  return {
    en: `${amountText(reports.length - unknown.length)} of ${count} tables are known by their headers; not used: ${names(unknown, ', ')}.`,
    'zh-CN': `${count} 张表中识别出 ${amountText(reports.length - unknown.length)} 张；未使用：${names(unknown, '、')}。`,
  };
}

function oneTable(report: TableReport): Localized {
  const { role, columns } = report;
  const name = nameOf(report);
  if (role === null)
    return {
      en: `${name} is no table that crm-eval knows; --orders FILE or --customers FILE says what it is.`,
      'zh-CN': `${name} 不是已知的表；可用 --orders 文件 或 --customers 文件 指明。`,
    };
  const title: Localized = { en: role, 'zh-CN': `${roleTitle(role)['zh-CN']}（${role}）` };
  const unread = columns.filter(({ field }) => field === null).map(({ header }) => header);
  const known = amountText(columns.length - unread.length);
  const all = amountText(columns.length);
  if (unread.length === 0)
    return {
      en: `${name} is read as ${title.en}, with all of its ${all} columns.`,
      'zh-CN': `${name} 识别为${title['zh-CN']}，${all} 列全部用到。`,
    };
  return {
    en: `${name} is read as ${title.en}, with ${known} of its ${all} columns; not used: ${names(unread, ', ')}.`,
    'zh-CN': `${name} 识别为${title['zh-CN']}，${all} 列中用到 ${known} 列；未使用：${names(unread, '、')}。`,
  };
}

/** Where customer or amount are missing the findings say so: several columns may stand for either. */
function missing(reports: readonly TableReport[], findings: readonly Finding[]): Localized {
  const roles = new Set(reports.map(({ role }) => role));
  const fields = new Set(reports.flatMap(({ columns }) => columns.map(({ field }) => field)));
  const isFound = (wanted: Finding['code']): boolean => findings.some(({ code }) => code === wanted);
  if (!roles.has('orders') && roles.has('opportunities'))
    return {
      en: 'Without orders, won deals count as orders for score, churn, cohorts, compare and backtest.',
      'zh-CN': '没有订单时，score、churn、cohorts、compare、backtest 以赢单商机作为订单。',
    };
  if (!roles.has('orders'))
    return {
      en: 'churn, cohorts, compare and backtest need orders: add the order file.',
      'zh-CN': 'churn、cohorts、compare、backtest 需要订单：请加上订单文件。',
    };
  if (isFound('customer-column-missing'))
    return {
      en: 'The orders name no customer, which every analysis needs: --map orders.customer_id=HEADER.',
      'zh-CN': '订单没有客户列，无法分析：请用 --map orders.customer_id=列名 指定。',
    };
  if (!fields.has('orders.ordered_at'))
    return {
      en: 'churn, cohorts, compare and backtest need the date of the orders: --map orders.ordered_at=HEADER.',
      'zh-CN': 'churn、cohorts、compare、backtest 需要订单日期：请用 --map orders.ordered_at=列名 指定。',
    };
  if (isFound('amount-column-missing'))
    return {
      en: 'No revenue is known without the amount of the orders: --map orders.amount=HEADER.',
      'zh-CN': '没有订单金额，无法得知销售额：请用 --map orders.amount=列名 指定。',
    };
  return {
    en: 'Nothing is missing for score, churn, cohorts, compare and backtest.',
    'zh-CN': 'score、churn、cohorts、compare、backtest 所需的列均已具备。',
  };
}

function troublesOf(findings: readonly Finding[]): Localized | null {
  const of = (level: Finding['level']): number => findings.filter((finding) => finding.level === level).length;
  const [errors, warnings] = [of('error'), of('warning')];
  if (errors + warnings === 0) return null;
  const found: Localized[] = [];
  if (errors > 0) found.push({ en: `${errors} error${errors === 1 ? '' : 's'}`, 'zh-CN': `错误 ${errors} 类` });
  if (warnings > 0) found.push({ en: `${warnings} warning${warnings === 1 ? '' : 's'}`, 'zh-CN': `警告 ${warnings} 类` });
  return {
    en: `See to the ${found.map(({ en }) => en).join(' and ')} under Findings before you trust the figures.`,
    'zh-CN': `采信结果之前，请先处理“数据问题”中的${found.map((part) => part['zh-CN']).join('、')}。`,
  };
}
