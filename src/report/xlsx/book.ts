import type { HeaderFooter, Worksheet } from 'exceljs';
import type { Lang } from '../../lib/localized.ts';
import { ChartData } from './charts/chart-data.ts';
import { chartPart } from './charts/chart-part.ts';
import type { ChartPlan } from './charts/chart-plan.ts';
import { type BarArea, dataBarExtension, dataBarRule } from './charts/data-bars.ts';
import { drawingPart } from './charts/drawing-part.ts';
import { endSheetWith, PackageParts } from './charts/package-parts.ts';
import { withFonts } from './charts/styles-part.ts';
import { Markup, markup } from '../html/markup.ts';
import type { PlacedLogo } from './logo.ts';
import { type Sparkline, sparklineExtension } from './charts/sparklines.ts';
import { createTableNames, tablePart } from './charts/table-part.ts';
import type { WorkbookWriter } from './styles.ts';
import type { WorkbookLook } from './workbook-look.ts';

/** A chart where it stands on a sheet. */
export interface SheetChart {
  readonly plan: ChartPlan;
  /** Column and row of the cell at its corner, from 0. */
  readonly at: readonly [column: number, row: number];
  /** In pixels. */
  readonly size: readonly [width: number, height: number];
}

/** Small columns in a cell: what it was, the earliest first. */
export interface SheetSparkline {
  readonly cell: string;
  readonly title: string;
  readonly labels: readonly string[];
  readonly figures: readonly (number | null)[];
}

/** What a sheet has besides its cells. */
export interface SheetExtras {
  readonly charts?: readonly SheetChart[];
  readonly logo?: PlacedLogo | null;
  /** The table of the sheet: what it is called, its cells and its heads. */
  readonly table?: { readonly id: string; readonly area: string; readonly heads: readonly string[] };
  readonly bars?: readonly BarArea[];
  readonly sparklines?: readonly SheetSparkline[];
}

/** The streaming writer has names of cells, its types do not. */
interface NamesOf {
  readonly definedNames: { add: (place: string, name: string) => void };
}

/** A workbook in the making: its sheets, and the parts that exceljs does not stream. */
export class Book {
  readonly workbook: WorkbookWriter;
  readonly lang: Lang;
  /** The first sheet, to which others lead back. */
  readonly cover: string;
  /** What stands at the edges of each printed page. */
  readonly edges: Partial<HeaderFooter>;
  readonly look: WorkbookLook;
  readonly #parts: PackageParts;
  readonly #charts: ChartData;
  readonly #tableName = createTableNames();
  readonly #cellNames = new Set<string>();
  #tables = 0;

  constructor(
    workbook: WorkbookWriter,
    {
      lang,
      cover,
      edges,
      look,
      company,
      chartData,
    }: Pick<Book, 'lang' | 'cover' | 'edges' | 'look'> & { readonly chartData: string; readonly company: string | undefined },
  ) {
    this.workbook = workbook;
    this.lang = lang;
    this.cover = cover;
    this.edges = edges;
    this.look = look;
    this.#charts = new ChartData(chartData);
    this.#parts = new PackageParts(workbook, (path, text) => {
      if (path === 'xl/styles.xml') return look.dressed(withFonts(text, lang));
      return path === 'docProps/app.xml' && company !== undefined ? withCompany(text, company) : text;
    });
  }

  /** Puts charts, table, bars and marks on a sheet; before it is committed. */
  finish(sheet: Worksheet, { charts = [], logo = null, table, bars = [], sparklines = [] }: SheetExtras): void {
    bars.forEach((area, index) => {
      sheet.addConditionalFormatting({ ref: area.area, rules: [dataBarRule(area, index) as never] });
    });
    endSheetWith(sheet, {
      drawing: charts.length === 0 && logo === null ? null : this.#drawing(charts, logo),
      table: table === undefined ? null : this.#table(table),
      extensions: [
        ...(bars.length === 0 ? [] : [dataBarExtension(bars)]),
        ...(sparklines.length === 0 ? [] : [this.#dressed(sparklineExtension(sparklines.map((each) => this.#sparkline(each))))]),
      ],
    });
  }

  #drawing(charts: readonly SheetChart[], logo: PlacedLogo | null): ReturnType<PackageParts['add']> {
    const parts = charts.map(({ plan, size: [width] }) =>
      this.#parts.add('chart', this.#dressed(chartPart(this.#charts.place(plan), { lang: this.lang, width }))),
    );
    const pictures = charts.map(({ plan, at, size }) => ({
      kind: 'chart' as const,
      name: plan.title,
      description: plan.description,
      at,
      size,
    }));
    if (logo === null) return this.#parts.add('drawing', drawingPart(pictures), parts);
    const image = { ...logo, kind: 'image' as const, description: logo.name };
    return this.#parts.add('drawing', drawingPart([...pictures, image]), [...parts, this.#parts.addImage(logo.picture)]);
  }

  #dressed({ text }: Markup): Markup {
    return new Markup(this.look.dressed(text));
  }

  #sparkline({ cell, title, labels, figures }: SheetSparkline): Sparkline {
    const series = [{ title, figures, look: 'actual' }] as const;
    const placed = this.#charts.place({ kind: 'columns', title, description: title, labelTitle: '', labels, series, type: 'number' });
    return { cell, source: placed.series[0]!.cells };
  }

  /** Gives a cell a name, by which formulas and programs find it every month; the first of a name keeps it. */
  name(name: string, sheet: string, cell: string): void {
    const clean = name.replace(/\W/g, '_');
    if (this.#cellNames.has(clean.toLowerCase())) return;
    this.#cellNames.add(clean.toLowerCase());
    (this.workbook as unknown as NamesOf).definedNames.add(`'${sheet}'!${cell}`, clean);
  }

  #table({ id, area, heads }: NonNullable<SheetExtras['table']>): ReturnType<PackageParts['add']> {
    this.#tables += 1;
    return this.#parts.add('table', tablePart({ number: this.#tables, name: this.#tableName(id), area, heads }));
  }

  /** Writes the sheet that charts draw from, if there is one; after all others. */
  writeChartData(): void {
    if (!this.#charts.isEmpty) this.#charts.write(this.workbook);
  }
}

/** The properties of the document with the company in them. */
function withCompany(properties: string, company: string): string {
  return properties.replace(/<Company>[^<]*<\/Company>|<Company\/>/, () => markup`<Company>${company}</Company>`.text);
}
