import type { Letterhead } from '../../lib/letterhead.ts';
import { fill, type Lang } from '../../lib/localized.ts';
import { groupFindings } from '../../result/finding-groups.ts';
import type { Result, Section } from '../../result/result.ts';
import { placeOf } from '../finding-place.ts';
import { definitionsOf, isOnPage } from '../definitions.ts';
import { formatCount, formatSum } from '../format.ts';
import { amountRead, fileAndSheet, reasonList, roleOf, totalBalance } from '../reconciliation.ts';
import { metricsByNeed } from '../table-findings.ts';
import { levelWords, reportWords } from '../words.ts';
import { type Content, type Markup, markup } from './markup.ts';
import { plainFix } from './plain-fix.ts';
import { htmlWords } from './words.ts';

const marks = { error: '▲', warning: '◆', info: '●' } as const;

/** Every file with what became of its rows, what was found in them, and what could not be computed. */
export function accountingMarkup(result: Result, letterhead: Letterhead | null): Markup {
  const { lang, inputs, findings } = result;
  const word = (id: keyof typeof reportWords): string => fill(reportWords[id], lang);
  const head = [
    word('file'),
    word('role'),
    word('rowsRead'),
    word('rowsUsed'),
    word('rowsSetAside'),
    word('rowsRejected'),
    word('sumUsed'),
    word('reasons'),
  ];
  const rows = inputs.map((input) => {
    const counts = [input.rows_read, input.rows_used, input.rows_set_aside, input.rows_rejected].map(formatCount);
    const said = [reasonList(input, lang), amountRead(input, lang) ?? ''].filter((each) => each !== '');
    return markup`<tr><th scope="row">${fileAndSheet(input)}</th><td>${roleOf(input)}</td>${counts.map((count) => markup`<td class="number">${count}</td>`)}<td class="number">${formatSum(input.sum_used)}</td><td class="sentence">${said.join(' · ')}</td></tr>\n`;
  });
  const table =
    inputs.length > 0 &&
    markup`<div class="scroll" role="region" aria-label="${word('inputs')}" tabindex="0"><table><thead><tr>${head.map((title, index) => markup`<th scope="col"${markup` class="${index > 1 && index < 7 ? 'number short' : 'short'}"`}>${title}</th>`)}</tr></thead><tbody>\n${rows}</tbody></table></div><p class="note">${totalBalance(inputs, lang)}</p>`;
  const found = groupFindings(findings)
    .toReversed()
    .map(({ level, code, count, first }) => {
      const place = placeOf(first);
      return markup`<li class="${level}"><b>${marks[level]} ${fill(levelWords[level], lang)}</b> ${first.message}${first.fix !== null && ` ${fixText(first.fix, lang)}`} <small>${[code, fill(reportWords.times, lang, { n: formatCount(count) }), place].filter((each) => each !== '').join(' · ')}</small></li>\n`;
    });
  const template =
    letterhead !== null &&
    markup`<p class="note">${fill(reportWords.textOf, lang, { title: word('template'), text: `${letterhead.file} · SHA-256 ${letterhead.sha256}` })}</p>`;
  return markup`${table}${template}${found.length > 0 && markup`<h3>${word('findings')}</h3><ul class="findings">\n${found}</ul>`}${notComputed(result)}`;
}

/** What to do in words; how a command is told to do it stands in the workbook. */
function fixText(fix: string, lang: Lang): string {
  const { text, isWhole } = plainFix(fix);
  const sheet = fill(reportWords.findings, lang);
  if (text === null) return fill(htmlWords.fixInWorkbook, lang, { sheet });
  const said = fill(reportWords.fixOf, lang, { fix: text });
  return isWhole ? said : fill(htmlWords.fixHow, lang, { fix: said, sheet });
}

/** For whoever adds columns: behind a line that opens it. */
function notComputed({ not_computed: missing, lang }: Result): Content {
  if (missing.length === 0) return null;
  const separator = fill(reportWords.listSeparator, lang);
  const items = metricsByNeed(missing).map(
    ({ metrics, needs }) =>
      markup`<li>${metrics.join(separator)}: ${fill(reportWords.needs, lang, { fields: needs.join(separator) })}</li>\n`,
  );
  return markup`<details><summary>${fill(reportWords.notComputedTitle, lang)} (${formatCount(missing.length)})</summary><ul class="findings">\n${items}</ul></details>`;
}

/** What every figure and column is computed from, each once. */
export function definitionsMarkup(sections: readonly Section[], { lang }: Result): Markup {
  const rows = definitionsOf(sections, lang, isOnPage).map(
    ({ title, unit, basis }) => markup`<tr><th scope="row">${title}</th><td>${unit ?? ''}</td><td class="sentence">${basis}</td></tr>\n`,
  );
  const head = [reportWords.figure, reportWords.unit, reportWords.basis].map((title) => markup`<th scope="col">${fill(title, lang)}</th>`);
  return markup`<div class="scroll" role="region" aria-label="${fill(reportWords.definitions, lang)}" tabindex="0"><table><thead><tr>${head}</tr></thead><tbody>\n${rows}</tbody></table></div>`;
}
