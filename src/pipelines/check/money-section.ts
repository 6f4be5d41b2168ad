import type { Lang, Localized } from '../../lib/localized.ts';
import { type FindingGroup, groupFindings } from '../../result/finding-groups.ts';
import type { Finding, Input, ResultCell, TableSection } from '../../result/result.ts';
import { table } from '../../views/table.ts';

const levels: Readonly<Record<Finding['level'], Localized>> = {
  error: { en: 'error', 'zh-CN': '错误' },
  warning: { en: 'warning', 'zh-CN': '警告' },
  info: { en: 'note', 'zh-CN': '提示' },
};

/** Said in a sentence of its own, of which the others are the parts. */
const inAll = 'money-left-out';

/** What touches money, notes as well, the most of it first; a screen has it where anything does. */
export function moneySection(lang: Lang, findings: readonly Finding[], inputs: readonly Input[]): TableSection {
  const groups = groupFindings(findings)
    .filter(({ code, money }) => code !== inAll && money !== null && money !== 0)
    .toSorted((one, other) => other.money! - one.money!);
  const counted = inputs.reduce((sum, { role, sum_used }) => sum + (role === 'orders' ? (sum_used ?? 0) : 0), 0);
  return table<FindingGroup>(
    lang,
    {
      id: 'money',
      place: groups.length > 0 ? 'answer' : 'detail',
      title: { en: 'Money that is in doubt, or does not count', 'zh-CN': '有疑问或未计入的金额' },
      glance: { first: ['money', 'share', 'times', 'level'], below: ['what', 'fix'] },
    },
    {
      what: {
        title: { en: 'What', 'zh-CN': '问题' },
        type: 'text',
        basis: { en: 'What was found; the first place of it, where there are several.', 'zh-CN': '发现的问题；有多处时为第一处。' },
        value: ({ first }) => first.message,
        code: ({ code }): ResultCell => code,
      },
      money: {
        title: { en: 'Money', 'zh-CN': '金额' },
        type: 'money',
        basis: { en: 'Of the rows that it is about, without its sign.', 'zh-CN': '所涉及行的金额，不计正负。' },
        value: ({ money }) => money,
      },
      share: {
        title: { en: 'Of what counts', 'zh-CN': '相当于计入金额' },
        type: 'ratio',
        basis: { en: 'That money ÷ the money of the orders that counts.', 'zh-CN': '该金额 ÷ 已计入的订单金额。' },
        value: ({ money }) => (counted > 0 ? money! / counted : null),
      },
      times: {
        title: { en: 'Places', 'zh-CN': '处数' },
        type: 'integer',
        basis: { en: 'Rows, cells or names that it is about.', 'zh-CN': '涉及的行、单元格或名称数。' },
        value: ({ count }) => count,
      },
      level: {
        title: { en: 'Level', 'zh-CN': '级别' },
        type: 'text',
        basis: { en: 'How grave it is; the config can set it (findings).', 'zh-CN': '严重程度，可在配置 findings 中设置。' },
        value: ({ level }) => levels[level],
        code: ({ level }) => level,
      },
      fix: {
        title: { en: 'What settles it', 'zh-CN': '处理办法' },
        type: 'text',
        basis: { en: 'What to change in the files or to say with an option.', 'zh-CN': '应修改文件或使用的选项。' },
        value: ({ first }) => first.fix,
      },
    },
    groups,
  );
}
