import { fill, type Lang } from '../../lib/localized.ts';
import type { Fact, FactsSection, ResultRow, Section, TableSection } from '../../result/result.ts';
import { formatCount, formatValue, isNumeric, unitOf } from '../format.ts';
import { cellOf, cellType } from '../sections.ts';
import { reportWords } from '../words.ts';
import { keyFigures, type KeyFigure } from '../key-figures.ts';
import { type Markup, markup } from './markup.ts';
import { htmlWords } from './words.ts';

/** The figures of the first glance, side by side: those of a report, else the facts; nothing where there is none. */
export function keyFiguresMarkup(sections: readonly Section[], lang: Lang): Markup | null {
  const drawn = sections.find((section) => section.kind === 'table' && section.chart?.kind === 'figures');
  const figures = drawn?.kind === 'table' ? reportFigures(drawn, lang) : keyFigures(sections).map((figure) => keyFigure(figure, lang));
  if (figures.length === 0) return null;
  return markup`<section class="key" aria-label="${fill(htmlWords.figures, lang)}"><div class="grid">${figures}</div></section>\n`;
}

/** Each row large: its value, what it is held against, and what is to be thought of the change. */
function reportFigures(section: TableSection, lang: Lang): Markup[] {
  return Array.from(section.rows, (row) => {
    const cell = (id: string): string =>
      formatValue(
        cellOf(row, id),
        cellType(
          row,
          section.columns.find((column) => column.id === id)!,
        ),
        lang,
      );
    const has = (id: string): boolean => cellOf(row, id) !== null;
    const signed = (id: string): string => `${Number(cellOf(row, id)) > 0 ? '+' : ''}${cell(id).replace('-', '−')}`;
    const unit = has('unit') ? cell('unit') : null;
    const said = [
      ...(has('target') ? [fill(htmlWords.target, lang, { value: cell('target'), share: cell('attainment') })] : []),
      ...(has('difference')
        ? [fill(htmlWords.change, lang, { value: [signed('difference'), ...(has('relative') ? [signed('relative')] : [])].join(' · ') })]
        : []),
      ...(has('low') ? [fill(reportWords.baseAndInterval, lang, { n: cell('n'), low: cell('low'), high: cell('high') })] : []),
    ];
    return markup`<div class="figure"${has('meaning') && markup` title="${cell('meaning')}"`}><h3>${cell('figure')}</h3><p class="value">${cell('value')}${unit !== null && markup`<small>${unit}</small>`}</p>${said.map((each) => markup`<p class="beside">${each}</p>`)}${has('verdict') && markup`<p class="verdict ${verdictStyle(row)}">${cell('verdict')}</p>`}</div>`;
  });
}

/** Coloured only where the change is more than chance. */
function verdictStyle(row: ResultRow): string {
  if (row['verdict_code'] !== 'more_than_chance') return '';
  return Number(row['difference']) < 0 ? 'worse' : 'better';
}

function keyFigure({ fact, before }: KeyFigure, lang: Lang): Markup {
  const unit = unitOf(fact, lang);
  const base = baseOf(fact, lang);
  const said = [
    ...(before === null ? [] : [fill(htmlWords.before, lang, { value: formatValue(before.value, before.type, lang) })]),
    ...(base === '' ? [] : [base]),
  ];
  return markup`<div class="figure"${fact.basis !== null && markup` title="${fact.basis}"`}><h3>${fact.title}</h3><p class="value">${formatValue(fact.value, fact.type, lang)}${unit !== null && markup`<small>${unit}</small>`}</p>${said.map((each) => markup`<p class="beside">${each}</p>`)}</div>`;
}

/** `n = 412，14.6%–22.0%`, or '' where the fact is no rate. */
function baseOf({ n, low, high, type }: Fact, lang: Lang): string {
  if (n === null) return '';
  const count = formatCount(n);
  if (low === null || high === null) return fill(reportWords.baseOf, lang, { n: count });
  return fill(reportWords.baseAndInterval, lang, { n: count, low: formatValue(low, type, lang), high: formatValue(high, type, lang) });
}

/** Every figure of a section with what it rests on. */
export function factsTable({ facts }: FactsSection, lang: Lang): Markup {
  const rows = facts.map((fact) => {
    const unit = fact.value === null ? null : unitOf(fact, lang);
    return markup`<tr><th scope="row">${fact.title}</th><td class="${isNumeric(fact.type) ? 'number' : ''}">${formatValue(fact.value, fact.type, lang)}${unit !== null && ` ${unit}`}</td><td>${baseOf(fact, lang)}</td><td class="sentence">${fact.basis ?? ''}</td></tr>\n`;
  });
  const head = [reportWords.figure, reportWords.value, reportWords.base, reportWords.basis].map(
    (title, index) => markup`<th scope="col"${index === 1 && markup` class="number"`}>${fill(title, lang)}</th>`,
  );
  return markup`<table><thead><tr>${head}</tr></thead><tbody>\n${rows}</tbody></table>`;
}
