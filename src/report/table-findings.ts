import { fill } from '../lib/localized.ts';
import { isMoneySaid } from '../result/finding.ts';
import type { Finding, Result } from '../result/result.ts';
import { groupFindings, kindsOf } from '../result/finding-groups.ts';
import { placeOf } from './finding-place.ts';
import { formatCount, formatValue } from './format.ts';
import { totalBalance } from './reconciliation.ts';
import type { ReportOptions } from './contract.ts';
import type { Terminal } from './terminal.ts';
import { hanging, widthOf, wrapToWidth } from './text-width.ts';
import { visible } from './visible.ts';
import { levelWords, reportWords } from './words.ts';

const symbols = { error: '✖', warning: '!', info: 'i' } as const;

/** One entry a code: level as symbol and word, how often, how much money where the message does not say it, the first place, what is wrong and how to mend it; in short errors and warnings alone, in one line each and without the place. */
export function findingLines(findings: readonly Finding[], detail: ReportOptions['detail'], terminal: Terminal): string[] {
  const isShort = detail !== 'everything';
  const groups = groupFindings(findings).filter(({ level }) => !isShort || level !== 'info');
  if (groups.length === 0) return [];
  const { lang, width, paint } = terminal;
  const colors = { error: paint.red, warning: paint.yellow, info: paint.cyan } as const;
  const indented = (text: string): string[] => wrapToWidth(text, width - 4).map((line) => `    ${line}`);
  const lines = [paint.bold(fill(reportWords.findings, lang))];
  for (const { code, level, count, first, money } of groups) {
    const plain = `${symbols[level]} ${fill(levelWords[level], lang)}`;
    const mark = colors[level](plain);
    const held =
      money === null || money === 0 || isMoneySaid(first.message, money)
        ? []
        : [fill(reportWords.inAll, lang, { sum: formatValue(money, 'money', lang) })];
    const head = [visible(code), fill(reportWords.times, lang, { n: formatCount(count) }), ...held].join(' · ');
    const fix = first.fix === null ? [] : [fill(reportWords.fixOf, lang, { fix: visible(first.fix) })];
    if (isShort) {
      const [start = '', ...rest] = hanging([`${plain} ${head}`, visible(first.message), ...fix].join(' · '), width);
      lines.push(start.replace(plain, mark), ...rest);
      continue;
    }
    const place = placeOf(first);
    lines.push(`  ${mark} ${head}`, ...[...(place === '' ? [] : [place]), visible(first.message), ...fix].flatMap(indented));
  }
  return lines;
}

/** Metrics that lack the same fields share a line. */
export function notComputedLines(notComputed: Result['not_computed'], { lang, width, paint }: Terminal): string[] {
  const separator = fill(reportWords.listSeparator, lang);
  return metricsByNeed(notComputed).flatMap(({ metrics, needs }) => {
    const word = metrics.length === 1 ? reportWords.notComputed : reportWords.notComputedMany;
    const text = fill(word, lang, { metrics: metrics.join(separator), fields: needs.join(separator) });
    return wrapToWidth(visible(text), width).map((line) => paint.dim(line));
  });
}

export function metricsByNeed(notComputed: Result['not_computed']): { metrics: string[]; needs: readonly string[] }[] {
  const groups = new Map<string, { metrics: string[]; needs: readonly string[] }>();
  for (const { metric, needs } of notComputed) {
    const key = JSON.stringify(needs);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { metrics: [metric], needs });
    else group.metrics.push(metric);
  }
  return [...groups.values()];
}

/** How many findings of each level, or that there are none; of a part of a result where the others are. */
export function findingsSaid({ findings, findings_in_whole: isPart, lang }: Result): string {
  const whole = isPart === true ? [fill(reportWords.findingsInWhole, lang)] : [];
  if (findings.length === 0) return whole[0] ?? fill(reportWords.noFindings, lang);
  const { error, warning, info } = kindsOf(findings);
  const counts = { error: formatCount(error), warning: formatCount(warning), info: formatCount(info) };
  return [fill(reportWords.levelCounts, lang, counts), ...whole].join(' · ');
}

/** The last line, two where it is narrow: all rows accounted for, and how many findings of each level. The one input there is has its account in its own line. */
export function summaryLines(result: Result, { lang, width, paint }: Terminal): string[] {
  const found = findingsSaid(result);
  const [first, ...others] = result.inputs;
  const isSaid = first === undefined || (others.length === 0 && first.idle !== true);
  const rows = isSaid ? [] : [totalBalance(result.inputs, lang)];
  const line = [...rows, found].join(' · ');
  return (widthOf(line) <= width ? [line] : [...rows, found]).map((part) => paint.bold(part));
}
