import type { Localized } from '../lib/localized.ts';

/** What a key says, in both languages; the JSON Schema takes the English as its description. */
export function about(en: string, zh: string, ...examples: readonly unknown[]) {
  return { description: en, 'x-zh-CN': zh, ...(examples.length === 0 ? {} : { examples: [...examples] }) };
}

/** What the rules of the config say that zod has no words for. */
export const messages = {
  asOf: { en: 'a date from 1970 to 2099 as 2026-10-31, or today', 'zh-CN': '应为 1970 至 2099 年间、形如 2026-10-31 的日期，或 today' },
  period: {
    en: 'a period as 2026, 2026-Q3, 2026-10, 2026-01..2026-03 or last-month',
    'zh-CN': '应为期间：2026、2026-Q3、2026-10、2026-01..2026-03 或 last-month',
  },
  timezone: { en: 'an IANA name such as Asia/Shanghai', 'zh-CN': '应为 IANA 时区名，例如 Asia/Shanghai' },
  memoryLimit: {
    en: 'a size of 64MB or more with its unit, such as 512MB or 8GB',
    'zh-CN': '应为不小于 64MB、带单位的大小，例如 512MB、8GB',
  },
  engineUrl: { en: 'duckdb, or a URL that begins with postgres://', 'zh-CN': '应为 duckdb，或以 postgres:// 开头的地址' },
  tableOrFiles: { en: 'a source has files or a table, not both', 'zh-CN': '同一来源只能填 files 或 table 之一' },
  whereWithoutTable: { en: 'where belongs to a table', 'zh-CN': 'where 只能与 table 一起使用' },
  schema: {
    en: 'a name of at most 63 bytes that does not begin with pg_ or crm_eval_run_',
    'zh-CN': '应为不超过 63 字节、不以 pg_ 或 crm_eval_run_ 开头的名称',
  },
  tierCount: { en: 'one entry for each tier: one more than there are cuts', 'zh-CN': '每个层级一项：比切分点多一个' },
} as const satisfies Record<string, Localized>;

/** What the rules of the metrics' settings say. */
const ofSettings: readonly Localized[] = [
  { en: 'cut points go up', 'zh-CN': '切分点必须递增' },
  { en: 'cuts go up', 'zh-CN': '切分点必须递增' },
  { en: 'cuts go down', 'zh-CN': '切分点必须递减' },
  { en: 'bands go up', 'zh-CN': '分档必须递增' },
  { en: 'at least one factor has a weight above 0', 'zh-CN': '至少有一个因素的权重大于 0' },
];

const chinese = new Map<string, string>([...Object.values(messages), ...ofSettings].map((message) => [message.en, message['zh-CN']]));

/** The Chinese of a message; one that zod worded stands as it is, for zod was asked in Chinese. */
export function inChinese(message: string): string {
  return chinese.get(message) ?? message;
}
