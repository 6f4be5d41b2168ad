import type { Result, TableSection } from '../../result/result.ts';
import { numberIn } from '../chart-spans.ts';
import { cellOf } from '../sections.ts';
import type { DrawnKind } from './charts/chart-plan.ts';
import { chartPlan } from './charts/plan-section.ts';
import type { SummaryParts } from './summary.ts';
import type { FigureHistory } from './summary-figures.ts';

/** A section and the sheet of its rows. */
export interface SectionSheet {
  readonly section: TableSection;
  readonly name: string;
}

/** What the first sheet of a report shows of its sections. */
export function summaryParts(
  result: Result,
  figures: TableSection,
  sheets: readonly SectionSheet[],
): Omit<SummaryParts, 'contents' | 'amounts' | 'logo'> {
  const headline = (hasColumn: string): TableSection | null =>
    sheets.find(({ section }) => section.place === 'headline' && section.columns.some(({ id }) => id === hasColumn))?.section ?? null;
  return {
    figures,
    history: historyOf(figures, sheets),
    attention: headline('level'),
    actions: headline('action'),
    charts: summaryCharts(result, sheets),
    sheetOf: (id) => sheetOf(result, sheets, id),
  };
}

/** The sheet of a section, or the first one of a chapter. */
function sheetOf({ chapters = [] }: Result, sheets: readonly SectionSheet[], id: string): string | undefined {
  const ids = chapters.find((chapter) => chapter.id === id)?.sections ?? [id];
  return sheets.find(({ section }) => ids.includes(section.id))?.name;
}

/** The kinds by what they tell first: time, then what changed, then how sure, then how much. */
const order: readonly DrawnKind[] = ['columns', 'waterfall', 'dots', 'bars', 'lines', 'pareto'];
const mostCharts = 4;

/** The first chart of each kind, of columns in time that of the largest amounts, then the others, as the chapters have them; at most four. */
function summaryCharts({ lang, chapters = [] }: Result, sheets: readonly SectionSheet[]): SummaryParts['charts'] {
  const inChapters = new Set(chapters.flatMap(({ sections }) => sections));
  const charts = sheets.flatMap(({ section, name }) => {
    const plan = inChapters.has(section.id) ? chartPlan(section, lang) : null;
    return plan === null ? [] : [{ plan, sheet: name, amount: amountOf(section) }];
  });
  const firsts = order.flatMap((kind) => {
    const own = charts.filter(({ plan }) => plan.kind === kind);
    return (kind === 'columns' ? own.toSorted((one, other) => other.amount - one.amount) : own).slice(0, 1);
  });
  return [...firsts, ...charts.filter((chart) => !firsts.includes(chart))].slice(0, mostCharts).map(({ plan, sheet }) => ({ plan, sheet }));
}

/** Sum of what the chart of a section draws: the sales of all weigh more than those of one customer. */
function amountOf({ chart, rows }: TableSection): number {
  if (chart === null || !('value' in chart)) return 0;
  let sum = 0;
  for (const row of rows) sum += Math.abs(numberIn(cellOf(row, chart.value)) ?? 0);
  return sum;
}

/** What the figures were, as the table says that the figures name. */
function historyOf({ chart }: TableSection, sheets: readonly SectionSheet[]): FigureHistory {
  const id = chart !== null && 'history' in chart ? chart.history : undefined;
  const rows = sheets.find(({ section }) => section.id === id)?.section.rows ?? [];
  const history = new Map<string, { month: string; value: number | null }[]>();
  for (const row of rows) {
    const figure = String(cellOf(row, 'id') ?? '');
    history.set(figure, [
      ...(history.get(figure) ?? []),
      { month: String(cellOf(row, 'month') ?? ''), value: numberIn(cellOf(row, 'value')) },
    ]);
  }
  return history;
}
