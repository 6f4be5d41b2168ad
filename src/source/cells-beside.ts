import { cleanLine } from './clean-text.ts';
import { decodeFile, scratchPath, writeTexts } from './decode.ts';
import type { SheetGrid } from './grid.ts';
import type { Header } from './header.ts';
import type { OpenOptions, RecordProblem } from './raw-table.ts';
import { columnShapes, surplusCell } from './row-step.ts';
import { createTextParser } from './text-parser.ts';

/** From this share of the records on, cells beyond the header are a column without a name. */
const columnShare = 0.2;

/**
 * A sheet without the records that are pushed out of step into the place right beyond its last name, as far as their dates and figures show it;
 * the other ones with a cell there are told. The sheet itself where there are none: only then is it read once more.
 */
export async function withoutShifted(grid: SheetGrid, header: Header, options: OpenOptions): Promise<SheetGrid> {
  const width = header.columns.findLastIndex((name) => name.trim() !== '') + 1;
  const data = grid.head.slice(header.taken).map(({ cells }, index) => [header.taken + index, cells] as const);
  const isFilled = (cells: readonly string[]): boolean => (cells[width] ?? '').trim() !== '';
  const isBeside = (record: number, cells: readonly string[]): boolean => isFilled(cells) || grid.lengthOf(record) > width;
  const beside = data.filter(([record, cells]) => isBeside(record, cells)).length;
  if (
    header.line === 0 ||
    width === 0 ||
    width >= Math.max(grid.width, grid.longest) ||
    beside * 2 > data.length ||
    (beside > 2 && beside > data.length * columnShare)
  )
    return grid;
  const shapes = columnShapes(
    data.filter(([record, cells]) => !isBeside(record, cells)).map(([, cells]) => cells),
    width,
  );
  if (shapes === null) return grid;
  const shifted = new Map<number, readonly string[]>();
  const problems: RecordProblem[] = [];
  for await (const [record, cells] of recordsOf(grid)) {
    if (record < header.taken || !isBeside(record, cells)) continue;
    if (surplusCell(cells, shapes) !== null) shifted.set(record, cells);
    else if (isFilled(cells))
      problems.push({ code: 'cell-beside', record, line: 0, cell: null, column: null, value: cells[width] ?? null });
  }
  const lines = await grid.linesOf([...shifted.keys(), ...problems.map(({ record }) => record ?? 0)]);
  const told = problems.map((problem, index) => ({ ...problem, line: lines[shifted.size + index] ?? 0 }));
  if (shifted.size === 0) return { ...grid, problems: [...grid.problems, ...told] };
  const rejected = [...shifted.values()].map((cells, index): RecordProblem => {
    return { code: 'extra-cell', record: null, line: lines[index] ?? 0, cell: null, column: null, value: cells[width] ?? null, cells };
  });
  return without({ ...grid, problems: [...grid.problems, ...told], rejected: [...grid.rejected, ...rejected] }, shifted, options);
}

/** The sheet without these records. */
async function without(grid: SheetGrid, gone: ReadonlyMap<number, unknown>, { scratch, signal }: OpenOptions): Promise<SheetGrid> {
  const kept: number[] = [];
  async function* texts(): AsyncGenerator<string> {
    for await (const [record, cells] of recordsOf(grid)) {
      if (gone.has(record)) continue;
      kept.push(record);
      yield cleanLine(cells);
    }
  }
  const path = scratchPath(scratch, 'sheet');
  await writeTexts(path, texts(), signal);
  const places = new Map(kept.map((record, index) => [record, index]));
  return {
    ...grid,
    text: { ...grid.text, path },
    head: grid.head.filter((_, record) => !gone.has(record)),
    problems: grid.problems.flatMap((problem) => {
      if (problem.record === null) return [problem];
      const record = places.get(problem.record);
      return record === undefined ? [] : [{ ...problem, record }];
    }),
    linesOf: (records) => grid.linesOf(records.map((record) => kept[record] ?? 0)),
    lengthOf: (record) => grid.lengthOf(kept[record] ?? 0),
  };
}

async function* recordsOf(grid: SheetGrid): AsyncGenerator<[number, string[]]> {
  const { path, dialect } = grid.text;
  const parser = createTextParser({ dialect, returnEndsRecord: false, blankBeforeQuote: false });
  let record = 0;
  const utf8 = { name: 'utf-8', encoding: 'utf-8', markLength: 0, damaged: false, guessed: false };
  for await (const chunk of decodeFile(path, utf8)) for (const { cells } of parser.push(chunk)) yield [record++, cells];
  for (const { cells } of parser.end()) yield [record++, cells];
}
