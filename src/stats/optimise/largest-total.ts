import type { Highs, ModelData } from 'highs';

/** A quantity that is chosen: a whole number from 0 to `most`. */
export interface Quantity {
  /** What each unit of it adds to the total. */
  readonly value: number;
  readonly most: number;
  /** The limits that it counts towards, by their place in the list. */
  readonly counts: readonly number[];
}

/** What the quantities that count towards it may add up to. */
export interface Limit {
  readonly least: number;
  readonly most: number;
}

/** Values are told apart to so many parts of 1: the last digits of a logarithm decide nothing. */
const parts = 1e9;

/** How far from a whole number an answer may be by rounding. */
const rounding = 1e-6;

/**
 * The quantities with the largest total value within all limits, by the simplex method of HiGHS (Huangfu & Hall 2018, Mathematical Programming
 * Computation 10, 119-142). Where limits are nested or apart, as those of a flow from givers to takers are, they are whole by themselves
 * (Hoffman & Kruskal 1956). The same problem has the same answer everywhere; in another order another one of the same total. Null where no
 * quantities keep within the limits. Throws a RangeError where the answer is not whole.
 */
export async function largestTotal(quantities: readonly Quantity[], limits: readonly Limit[]): Promise<number[] | null> {
  if (quantities.length === 0) return limits.some(({ least }) => least > 0) ? null : [];
  const solver = await openSolver();
  const { optimal } = solver.constants.modelStatus;
  return solver.withModel(programOf(quantities, limits, solver), (model) => {
    model.options.set({ output_flag: false, solver: 'simplex' });
    model.run();
    return model.getModelStatus() === optimal ? Array.from(model.getSolution().colValue, whole) : null;
  });
}

let opened: Promise<Highs> | null = null;

/** Several megabytes of machine code, read once there is something to solve. */
function openSolver(): Promise<Highs> {
  // Its types are declared as those of CommonJS; what is loaded is the ES module.
  opened ??= import('highs').then(({ default: load }) => (load as unknown as typeof load.default)());
  return opened;
}

function programOf(quantities: readonly Quantity[], limits: readonly Limit[], { constants, infinity }: Highs): ModelData {
  const bounded = (most: number): number => Math.min(most, infinity);
  const starts = new Int32Array(quantities.length + 1);
  for (const [index, { counts }] of quantities.entries()) starts[index + 1] = starts[index]! + counts.length;
  const [numCols, numRows] = [quantities.length, limits.length];
  return {
    numCols,
    numRows,
    sense: constants.objectiveSense.maximize,
    colCost: Float64Array.from(quantities, ({ value }) => Math.round(value * parts) / parts),
    colLower: new Float64Array(numCols),
    colUpper: Float64Array.from(quantities, ({ most }) => bounded(most)),
    rowLower: Float64Array.from(limits, ({ least }) => least),
    rowUpper: Float64Array.from(limits, ({ most }) => bounded(most)),
    matrix: {
      format: 'csc',
      numRows,
      numCols,
      starts,
      indices: Int32Array.from(quantities.flatMap(({ counts }) => counts)),
      values: new Float64Array(starts.at(-1)!).fill(1),
    },
  };
}

function whole(value: number): number {
  const rounded = Math.round(value);
  if (Math.abs(value - rounded) > rounding) throw new RangeError(`${value} is not whole`);
  return rounded === 0 ? 0 : rounded;
}
