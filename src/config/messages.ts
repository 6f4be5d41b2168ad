import { afterChinese, type Localized } from '../lib/localized.ts';
import { textKinds } from './text-kinds.ts';

/** What a key says, in both languages; the JSON Schema takes the English as its description. */
export function about(en: string, zh: string, ...examples: readonly unknown[]) {
  return { description: en, 'x-zh-CN': zh, ...(examples.length === 0 ? {} : { examples: [...examples] }) };
}

/** What the rules of the config say that zod has no words for. */
export const messages = {
  tableOrFiles: { en: 'a source has files or a table, not both', 'zh-CN': '同一来源只能填 files 或 table 之一' },
  whereWithoutTable: { en: 'where belongs to a table', 'zh-CN': 'where 只能与 table 一起使用' },
  rates: {
    en: 'rates name a currency as "to" and for each other one a number, or numbers by date: {to: CNY, USD: 7.1}',
    'zh-CN': 'rates 需用 to 指明目标币种，其余各币种为数字，或按日期给出数字：{to: CNY, USD: 7.1}',
  },
  rateDay: { en: 'a rate holds from a day or a month on: 2024-07-15, 2024-07', 'zh-CN': '汇率的生效日期为日或月：2024-07-15、2024-07' },
  escalation: { en: 'escalation goes up: rep, manager, reassign', 'zh-CN': '升级天数须递增：rep、manager、reassign' },
  usedOrLeftOut: { en: 'a column is used or left out, not both', 'zh-CN': '同一列不能既采用又排除' },
  targetLimits: { en: 'limits go up: easy, ambitious, out_of_reach', 'zh-CN': '界限须递增：easy、ambitious、out_of_reach' },
  sectionTwice: { en: 'each section is named once', 'zh-CN': '每个章节只能写一次' },
  tierCount: { en: 'one entry for each tier: one more than there are cuts', 'zh-CN': '每个层级一项：比切分点多一个' },
} as const satisfies Record<string, Localized>;

/** What the rules of the metrics' settings say. */
const ofSettings: readonly Localized[] = [
  { en: 'cut points go up', 'zh-CN': '切分点必须递增' },
  { en: 'cuts go up', 'zh-CN': '切分点必须递增' },
  { en: 'cuts go down', 'zh-CN': '切分点必须递减' },
  { en: 'bands go up', 'zh-CN': '分档必须递增' },
  {
    en: 'a shift is written 09:00-18:00 and ends after it starts',
    'zh-CN': '工作时段写作 09:00-18:00，且结束晚于开始',
  },
  { en: 'shifts follow one another', 'zh-CN': '工作时段须按先后排列且不重叠' },
  { en: 'a date is written yyyy-mm-dd', 'zh-CN': '日期写作 yyyy-mm-dd' },
  { en: 'ages go up', 'zh-CN': '天数必须递增' },
  { en: 'a skill names reps or teams', 'zh-CN': '每项专长须写明 reps 或 teams' },
  { en: 'at least one basis has a weight above 0', 'zh-CN': '至少有一项依据的权重大于 0' },
  { en: 'the least is no more than the most', 'zh-CN': '下限不大于上限' },
  { en: 'each tier begins elsewhere', 'zh-CN': '各档的起点须互不相同' },
  { en: 'at least one factor has a weight above 0', 'zh-CN': '至少有一个因素的权重大于 0' },
];

const chinese = new Map<string, string>([
  ...[...Object.values(messages), ...ofSettings].map((message) => [message.en, message['zh-CN']] as const),
  ...Object.values(textKinds).map(({ expected }) => [expected.en, afterChinese('应为', expected['zh-CN'])] as const),
]);

/** The Chinese of a message; one that zod worded stands as it is, for zod was asked in Chinese. */
export function inChinese(message: string): string {
  return chinese.get(message) ?? message;
}
