import { capitalised, type Lang, type Localized } from '../../lib/localized.ts';
import { isMoneySaid } from '../../result/finding.ts';
import type { Finding, Section } from '../../result/result.ts';
import { type Said, saidBy } from '../../views/answer.ts';
import { amountText, moneyText } from '../../views/number-words.ts';

/** What is wrong with the files, the most money first, what settles it, and how many rows count; findings are in `lang` alone. */
export function checkAnswer(sections: readonly Section[], findings: readonly Finding[], lang: Lang): Localized[] {
  const said = saidBy(sections);
  const [first] = findings.filter(({ level }) => level !== 'info').toSorted((one, other) => gravity(other) - gravity(one));
  if (first === undefined && said.figure('overview', 'rows_used') === 0 && (said.figure('overview', 'rows_read') ?? 0) > 0)
    return [{ en: 'No row of the files can be used.', 'zh-CN': '文件中没有可用的行。' }, rowsThatCount(said)];
  if (first === undefined)
    return [{ en: 'Nothing in the files has to be mended.', 'zh-CN': '文件没有需要处理的问题。' }, rowsThatCount(said)];
  const level = (id: string): number => said.figure('overview', id) ?? 0;
  const [errors, warnings] = [level('error_kinds'), level('warning_kinds')];
  const places = level('errors') + level('warnings');
  const found: Localized = {
    en: `${[counted(errors, 'error'), counted(warnings, 'warning')].filter((text) => text !== '').join(' and ')}${places > errors + warnings ? ` in ${amountText(places)} places` : ''}`,
    'zh-CN': `${[errors > 0 ? `错误 ${amountText(errors)} 类` : '', warnings > 0 ? `警告 ${amountText(warnings)} 类` : '']
      .filter((text) => text !== '')
      .join('、')}${places > errors + warnings ? `，共 ${amountText(places)} 处` : ''}`,
  };
  const held = first.money === undefined || isMoneySaid(first.message, first.money) ? null : moneyText(Math.abs(first.money));
  const times = [first.count === 1 ? null : `${amountText(first.count)}×`, held].filter((part) => part !== null).join(', ');
  const zhTimes = [first.count === 1 ? null : `${amountText(first.count)} 处`, held === null ? null : `合计 ${held}`]
    .filter((part) => part !== null)
    .join('，');
  const [largest, zhLargest] = first.money === undefined ? ['first of all', '首先是'] : ['the most money is in this', '涉及金额最大的是'];
  return [
    {
      en: `The files have ${found.en}; ${largest}: ${shortMessage(first, 'en')}${times === '' ? '' : ` (${times})`}.`,
      'zh-CN': `文件有${found['zh-CN']}；${zhLargest}：${shortMessage(first, 'zh-CN')}${zhTimes === '' ? '' : `（${zhTimes}）`}。`,
    },
    ...(first.fix === null ? [] : [settles(first.fix, lang)]),
    rowsThatCount(said),
  ];
}

/** With its file, of which a sentence has no room for folders; the finding below names it in full. */
function shortMessage({ message, file }: Finding, lang: Lang): string {
  if (file === null) return message;
  const name = file.split(/[\\/]/).at(-1) ?? file;
  return message.includes(file) ? message.replaceAll(file, name) : `${name}${lang === 'en' ? ': ' : '：'}${message}`;
}

/** By money, whatever the level; of those without money the errors first. */
function gravity({ level, money }: Finding): number {
  return money === undefined ? (level === 'error' ? 0 : -1) : Math.abs(money);
}

function counted(count: number, word: string): string {
  return count === 0 ? '' : `${amountText(count)} ${word}${count === 1 ? '' : 's'}`;
}

function settles(fix: string, lang: Lang): Localized {
  const text = lang === 'en' ? capitalised(fix) : fix;
  return { en: `What settles it: ${text}.`, 'zh-CN': `处理：${text}。` };
}

/** How much of the files figures rest on. */
function rowsThatCount(said: Said): Localized {
  const [read = 0, used = 0, aside = 0, rejected = 0] = ['rows_read', 'rows_used', 'rows_set_aside', 'rows_rejected'].map(
    (id) => said.figure('overview', id) ?? 0,
  );
  if (used === read) return { en: `All ${amountText(read)} rows count.`, 'zh-CN': `全部 ${amountText(read)} 行均计入。` };
  const parts: Localized[] = [];
  if (aside > 0)
    parts.push({
      en: `${amountText(aside)} ${aside === 1 ? 'is set aside for its status or for what it lacks' : 'are set aside for their status or for what they lack'}`,
      'zh-CN': `${amountText(aside)} 行因状态或缺少信息未计入`,
    });
  if (rejected > 0)
    parts.push({
      en: `${amountText(rejected)} ${rejected === 1 ? 'is' : 'are'} rejected for a fault`,
      'zh-CN': `${amountText(rejected)} 行有错误，无效`,
    });
  return {
    en: `${amountText(used)} of ${amountText(read)} rows count; ${parts.map(({ en }) => en).join(', ')}.`,
    'zh-CN': `${amountText(read)} 行中计入 ${amountText(used)} 行；${parts.map((part) => part['zh-CN']).join('，')}。`,
  };
}
