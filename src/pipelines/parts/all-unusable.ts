import { CrmEvalError } from '../../errors.ts';
import type { Ingested } from '../../ingest/contract.ts';
import type { Lang, Localized } from '../../lib/localized.ts';
import { reasonTitle } from './input-words.ts';
import type { Finding, Input } from '../../result/result.ts';

type Read = Pick<Ingested, 'inputs' | 'findingsIn' | 'tables'>;

/** So many findings and ways out are named; `check` lists all. */
const mostNamed = 4;

/** What is no reason why rows are not used, but tells of one. */
const telling = new Set(['formula-without-result', 'cell-error', 'orders-from-opportunities']);

/**
 * The refusal of tables whose rows are all of no use: by reason, with counts, what `check` finds of them and the options that mend it. Null
 * where rows of orders are used, or none were given, or no column says whose they are: that is another message.
 */
export async function allUnusable(read: Read): Promise<CrmEvalError | null> {
  const given = (role: string): Input[] => read.inputs.filter((input) => input.role === role && input.rows_read > 0);
  const orders = given('orders');
  const role = orders.length > 0 ? 'orders' : given('opportunities').length > 0 ? 'opportunities' : 'customers';
  const unusable = role === 'orders' ? orders : given(role);
  const whole = role !== 'opportunities';
  if (unusable.length === 0 || (whole && unusable.some(({ rows_used: used }) => used > 0)) || !namesCustomers(read, role)) return null;
  const english = await read.findingsIn('en');
  const chinese = await read.findingsIn('zh-CN');
  const of = (findings: readonly Finding[]): Finding[] => findings.filter((finding) => tells(finding, unusable));
  const say = (lang: Lang, findings: readonly Finding[]): string => unusableText(lang, unusable, whole, of(findings));
  return new CrmEvalError(
    'nothing-usable',
    'dataProblems',
    { en: say('en', english), 'zh-CN': say('zh-CN', chinese) },
    { fix: { en: fixes('en', of(english), unusable), 'zh-CN': fixes('zh-CN', of(chinese), unusable) } },
  );
}

/** Whether a column of these tables was read as their customer. */
function namesCustomers({ tables }: Read, role: string): boolean {
  const fields = new Set([`${role}.customer_id`, `${role}.customer`, `${role}.name`]);
  return tables.some((table) => table.role === role && table.columns.some(({ field }) => field !== null && fields.has(field)));
}

function tells({ level, code, file, sheet }: Finding, unusable: readonly Input[]): boolean {
  return (
    (level !== 'info' || telling.has(code)) && (file === null || unusable.some((input) => input.file === file && input.sheet === sheet))
  );
}

const words = {
  none: { en: 'no row of', 'zh-CN': '' },
  can: { en: 'can be used: ', 'zh-CN': ' 没有可用的行：' },
  deals: {
    en: ': no deal is won, with a customer and an amount, so that it could count as an order',
    'zh-CN': ' 中没有带客户和金额的赢单商机可计为订单',
  },
} satisfies Record<string, Localized>;

function unusableText(lang: Lang, unusable: readonly Input[], whole: boolean, findings: readonly Finding[]): string {
  const files = unusable.map(({ file, sheet }) => (sheet === null ? file : `${file} › ${sheet}`)).join(', ');
  const read = unusable.reduce((sum, input) => sum + input.rows_read, 0);
  const reasons = countsOf(unusable).map(({ id, rows }) => `${rows}/${read} ${reasonTitle(id)[lang]}`);
  const said = findings.slice(0, mostNamed).flatMap(({ code, count, message, value, column }) => {
    // Such a message has the words of its column with their counts.
    if (code === 'word-unknown') return [`"${column}" ${message}`];
    const cell = [column, value].filter((text) => text !== null && text !== '').map((text) => `"${text}"`);
    return cell.length === 0 ? [] : [`${cell.join(' ')} ${message} (${count})`];
  });
  const rest = findings.length > mostNamed ? ['…'] : [];
  const details = [...reasons, ...new Set(said), ...rest].join(separators[lang]);
  if (!whole) return `${files}${words.deals[lang]}${details === '' ? '' : `${separators[lang]}${details}`}`;
  return lang === 'en' ? `${words.none.en} ${files} ${words.can.en}${details}` : `${files}${words.can['zh-CN']}${details}`;
}

/** Rows by reason, over all tables, most first. */
function countsOf(unusable: readonly Input[]): readonly { readonly id: string; readonly rows: number }[] {
  const counts = new Map<string, number>();
  for (const { reasons } of unusable)
    for (const [reason, rows] of Object.entries(reasons)) counts.set(reason, (counts.get(reason) ?? 0) + rows);
  return [...counts].map(([id, rows]) => ({ id, rows })).toSorted((one, other) => other.rows - one.rows);
}

const laterFix: Localized = {
  en: 'give a later day as --as-of, or leave it out: these rows lie after it',
  'zh-CN': '请用 --as-of 指定更晚的日期，或不指定：这些行晚于该日期',
};

function fixes(lang: Lang, findings: readonly Finding[], unusable: readonly Input[]): string {
  const reasons = countsOf(unusable);
  // Nothing has to be mended in files that begin later: only the day is another.
  if (reasons[0]?.id === 'after-as-of') return [laterFix[lang], checkFix[lang]].join(separators[lang]);
  const own = reasons.map(({ id }) => id);
  const options = [
    ...findings.flatMap(({ fix }) => (fix === null ? [] : [fix])),
    ...(own.some((id) => fates.has(id)) ? [statusFix[lang]] : []),
    ...(unusable.some(({ role }) => role === 'opportunities') ? [dealFix[lang]] : []),
  ];
  return [...[...new Set(options)].slice(0, mostNamed), checkFix[lang]].join(separators[lang]);
}

const separators: Localized = { en: '; ', 'zh-CN': '；' };

/** Reasons that lie in what a status was taken for. */
const fates = new Set(['status-pending', 'status-cancelled', 'status-refunded']);

const statusFix: Localized = {
  en: 'to count rows of a status: --map orders.status.completed=WORD',
  'zh-CN': '若某状态应计入：--map orders.status.completed=状态词',
};

const dealFix: Localized = {
  en: 'say which stages are won: --map opportunities.state.won=WORD',
  'zh-CN': '请指明哪些阶段为赢单：--map opportunities.state.won=阶段名',
};

const checkFix: Localized = { en: 'crm-eval check FILES lists all findings', 'zh-CN': 'crm-eval check 文件 会列出全部发现' };
