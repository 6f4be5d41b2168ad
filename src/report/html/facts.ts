import { fill, type Lang } from '../../lib/localized.ts';
import type { Fact, FactsSection, ResultRow, Section, TableSection } from '../../result/result.ts';
import { formatCount, formatValue, isNumeric, unitOf } from '../format.ts';
import { cellOf, cellShape } from '../sections.ts';
import { reportWords } from '../words.ts';
import { keyFigures, type KeyFigure } from '../key-figures.ts';
import { numberIn } from '../chart-spans.ts';
import { type SparkPoint, sparkColumns } from './charts/spark.ts';
import { type Markup, markup } from './markup.ts';
import { htmlWords } from './words.ts';

/** The figures of the first glance, side by side: those of a report, else the facts; nothing where there is none. */
export function keyFiguresMarkup(sections: readonly Section[], lang: Lang): Markup | null {
  const drawn = sections.find((section) => section.kind === 'table' && section.chart?.kind === 'figures');
  if (drawn?.kind !== 'table' || drawn.chart?.kind !== 'figures') {
    const figures = keyFigures(sections).map((figure) => keyFigure(figure, lang));
    return figures.length === 0 ? null : grid(figures, null, lang);
  }
  const { history } = drawn.chart;
  const earlier = sections.find((section) => section.kind === 'table' && section.id === history);
  const courses = earlier?.kind === 'table' ? coursesOf(earlier) : new Map<string, SparkPoint[]>();
  return grid(reportFigures(drawn, courses, lang), courses.size === 0 ? null : legend(lang), lang);
}

function grid(figures: readonly Markup[], below: Markup | null, lang: Lang): Markup {
  return markup`<section class="key" aria-label="${fill(htmlWords.figures, lang)}"><div class="grid">${figures}</div>${below}</section>\n`;
}

/** What the small columns are. */
function legend(lang: Lang): Markup {
  const key = (style: string, word: keyof typeof htmlWords): Markup =>
    markup`<span><svg viewBox="0 0 12 12" width="12" height="12" aria-hidden="true"><rect width="12" height="${style === 'tick-key' ? 2 : 12}" y="${style === 'tick-key' ? 5 : 0}" class="${style}"/></svg>${fill(htmlWords[word], lang)}</span>`;
  return markup`<p class="legend">${key('actual', 'legendActual')}${key('previous', 'legendEarlier')}${key('tick-key', 'legendTarget')}<span>${fill(htmlWords.legendNote, lang)}</span></p>`;
}

/** What each figure was, by its id. */
function coursesOf({ rows }: TableSection): Map<string, SparkPoint[]> {
  const courses = new Map<string, SparkPoint[]>();
  for (const row of rows) {
    const id = String(cellOf(row, 'id'));
    courses.set(id, [...(courses.get(id) ?? []), { figure: numberIn(cellOf(row, 'value')), target: numberIn(cellOf(row, 'target')) }]);
  }
  return courses;
}

/** Each row large: its value, what it is held against, and what is to be thought of the change. */
function reportFigures(section: TableSection, courses: ReadonlyMap<string, readonly SparkPoint[]>, lang: Lang): Markup[] {
  return Array.from(section.rows, (row) => {
    const cell = (id: string): string =>
      formatValue(
        cellOf(row, id),
        cellShape(
          row,
          section.columns.find((column) => column.id === id)!,
        ),
        lang,
      );
    const has = (id: string): boolean => cellOf(row, id) !== null;
    const unit = has('unit') ? cell('unit') : null;
    const said = [
      ...(has('target')
        ? [
            fill(htmlWords.target, lang, {
              name: has('target_name') ? cell('target_name') : fill(htmlWords.targetName, lang),
              value: cell('target'),
              share: cell('attainment'),
            }),
          ]
        : []),
      ...(has('difference')
        ? [fill(htmlWords.change, lang, { value: [cell('difference'), ...(has('relative') ? [cell('relative')] : [])].join(' · ') })]
        : has('before')
          ? [fill(htmlWords.before, lang, { value: cell('before') })]
          : []),
      ...(has('low') ? [fill(reportWords.baseAndInterval, lang, { n: cell('n'), low: cell('low'), high: cell('high') })] : []),
    ];
    return markup`<div class="figure"${has('meaning') && markup` title="${cell('meaning')}"`}><p class="name">${cell('figure')}</p><p class="value">${cell('value').replaceAll(' ', '\u00a0')}${unit !== null && markup`<small>${unit}</small>`}</p>${said.map((each) => markup`<p class="beside">${each}</p>`)}${has('verdict') && markup`<p class="verdict ${verdictStyle(row)}">${verdictMark(row)}${cell('verdict')}</p>`}${sparkColumns(courses.get(String(row['id'])) ?? [])}</div>`;
  });
}

/** Coloured only where the change is more than chance and one way is favourable. */
function verdictStyle(row: ResultRow): '' | 'better' | 'worse' {
  const judgement = cellOf(row, 'judgement');
  return judgement === 'better' || judgement === 'worse' ? judgement : '';
}

function verdictMark(row: ResultRow): string {
  const style = verdictStyle(row);
  return style === '' ? '' : style === 'worse' ? '▼ ' : '▲ ';
}

function keyFigure({ fact, before }: KeyFigure, lang: Lang): Markup {
  const unit = unitOf(fact, lang);
  const base = baseOf(fact, lang);
  const said = [
    ...(before === null ? [] : [fill(htmlWords.before, lang, { value: formatValue(before.value, before, lang) })]),
    ...(base === '' ? [] : [base]),
  ];
  return markup`<div class="figure"${fact.basis !== null && markup` title="${fact.basis}"`}><p class="name">${fact.title}</p><p class="value">${formatValue(fact.value, fact, lang)}${unit !== null && markup`<small>${unit}</small>`}</p>${said.map((each) => markup`<p class="beside">${each}</p>`)}</div>`;
}

/** `n = 412，14.6%–22.0%`, or '' where the fact is no rate. */
function baseOf(fact: Fact, lang: Lang): string {
  const { n, low, high } = fact;
  if (n === null) return '';
  const count = formatCount(n);
  if (low === null || high === null) return fill(reportWords.baseOf, lang, { n: count });
  return fill(reportWords.baseAndInterval, lang, { n: count, low: formatValue(low, fact, lang), high: formatValue(high, fact, lang) });
}

/** Every figure of a section with what it rests on. */
export function factsTable({ facts }: FactsSection, lang: Lang): Markup {
  const rows = facts.map((fact) => {
    const unit = fact.value === null ? null : unitOf(fact, lang);
    return markup`<tr><th scope="row">${fact.title}</th><td class="${isNumeric(fact.type) ? 'number' : ''}">${formatValue(fact.value, fact, lang)}${unit !== null && ` ${unit}`}</td><td>${baseOf(fact, lang)}</td><td class="sentence">${fact.basis ?? ''}</td></tr>\n`;
  });
  const head = [reportWords.figure, reportWords.value, reportWords.base, reportWords.basis].map(
    (title, index) => markup`<th scope="col"${index === 1 && markup` class="number"`}>${fill(title, lang)}</th>`,
  );
  return markup`<table><thead><tr>${head}</tr></thead><tbody>\n${rows}</tbody></table>`;
}
