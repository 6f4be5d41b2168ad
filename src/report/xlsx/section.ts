import type { Result, ResultCell, ResultColumn, TableSection } from '../../result/result.ts';
import { CrmEvalError } from '../../errors.ts';
import { fill, type Lang } from '../../lib/localized.ts';
import type { ReportOptions } from '../contract.ts';
import { formatCount, titleWithUnit } from '../format.ts';
import { cellsOf, cellType, chosenRows, firstRows } from '../sections.ts';
import { sentenceColumns, terminalColumns } from '../terminal-columns.ts';
import type { SheetMarks } from './marks.ts';
import { chartPlan } from './charts/plan-section.ts';
import { headRowOf, type TableSheet } from './plan.ts';
import { sectionRows } from './rows.ts';
import { reportWords } from '../words.ts';

/** Rows of a sheet. */
const rowsOfSheet = 1_048_576;
/** Columns that stay in view: up to the id, if it is among the first. */
const mostKeyColumns = 3;

/** The sheet of a table: what a decision needs first and on paper, then everything else; out of sight what is for other programs. */
export function sectionSheet(name: string, section: TableSection, options: ReportOptions, { lang, inputs }: Result): TableSheet {
  const all = chosenRows(section, options);
  const beside = options.longLists?.files.get(section.id);
  const chosen = beside === undefined ? all : firstRows(all, options.longLists?.most ?? all.length);
  const chart = chartPlan(section, lang);
  const mostRows = rowsOfSheet - headRowOf({ chart });
  if (chosen.length > mostRows) throw tooManyRows(section, chosen.length, mostRows);
  const { columns, decisive } = sheetColumns(section);
  const id = columns.slice(0, mostKeyColumns).findIndex((column) => column.type === 'id');
  return {
    id: section.id,
    name,
    chart,
    title: section.title,
    message: messageOf(section, chosen.length, beside, lang),
    columns: columns.map((column) => ({
      id: column.id,
      title: titleWithUnit(column, lang),
      type: column.type,
      ...(column.counted_in === undefined ? {} : { counted_in: column.counted_in }),
      ...(section.glance.hidden.includes(column.id) ? { hidden: true } : {}),
      ...(column.type_from === undefined ? {} : { types: Array.from(chosen, (row) => cellType(row, column)) }),
    })),
    rows: sectionRows(
      chosen,
      columns.map((column) => column.id),
    ),
    lang,
    keyColumns: Math.min(columns.length, Math.max(0, id) + 1),
    printed: decisive === 0 ? 'all' : decisive,
    isDetail: isLookedUp(section) && inputs.length > 0,
    marks: marksOf(section, columns, decisive),
  };
}

/** True for what nobody reads from top to bottom. */
export function isLookedUp({ place, glance }: TableSection): boolean {
  return place === 'detail' || glance.most === 0;
}

/** Those of the first glance, the sentences, the others, those out of sight. `decisive` is how many the first two are; 0 where all are alike. */
function sheetColumns(section: TableSection): { readonly columns: readonly ResultColumn[]; readonly decisive: number } {
  const { columns: seen, leading } = terminalColumns(section);
  const first = leading === seen.length || section.glance.first.length === 0 ? [] : seen.slice(0, leading);
  const decisive = first.length === 0 ? [] : [...first, ...sentenceColumns(section)];
  const rest = section.columns.filter((column) => !decisive.includes(column));
  const isHidden = ({ id }: ResultColumn): boolean => section.glance.hidden.includes(id);
  return {
    columns: [...decisive, ...rest.filter((column) => !isHidden(column)), ...rest.filter(isHidden)],
    decisive: decisive.length,
  };
}

function messageOf({ total }: TableSection, shown: number, beside: string | undefined, lang: Lang): string {
  const rows = fill(reportWords.rowCount, lang, { n: formatCount(total) });
  if (beside !== undefined) return `${rows} · ${fill(reportWords.rowsBeside, lang, { n: formatCount(shown), file: beside })}`;
  return shown === total ? rows : `${rows} · ${fill(reportWords.rowsShown, lang, { n: formatCount(shown) })}`;
}

/** Bars for the first amount, shades where the picture of the table is a heat map or a matrix, fills for tiers. */
function marksOf(section: TableSection, columns: readonly ResultColumn[], decisive: number): SheetMarks {
  const { chart } = section;
  const values = chart !== null && 'values' in chart && chart.kind !== 'lines' ? chart.values : [];
  const money = columns.findIndex(({ type }, index) => type === 'money' && index < decisive);
  const ranks = columns.flatMap((column, index): [number, ResultCell[]][] => {
    const code = section.columns.find(({ code_of: of }) => of === column.id);
    return code === undefined ? [] : [[index, [...cellsOf(section.rows, code.id)]]];
  });
  return {
    bars: money === -1 ? [] : [money],
    shades: columns.flatMap(({ id }, index) => (values.includes(id) ? [index] : [])),
    ranks: new Map(ranks),
  };
}

function tooManyRows(section: TableSection, rows: number, mostRows: number): CrmEvalError {
  return new CrmEvalError(
    'too-many-rows-for-xlsx',
    'usage',
    {
      en: `section ${section.id} has ${rows} rows, an Excel sheet holds ${mostRows}`,
      'zh-CN': `${section.id} 有 ${rows} 行，超过 Excel 工作表上限 ${mostRows} 行`,
    },
    { fix: { en: 'use --format csv, or --limit', 'zh-CN': '请改用 --format csv，或加 --limit' } },
  );
}
