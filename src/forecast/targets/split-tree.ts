import { apportion, type Bounds, isFeasible } from '../../stats/apportion.ts';
import { rake } from '../../stats/rake.ts';
import { roundTable } from '../../stats/round-table.ts';

/** Whoever gets a part of a number, and among whom it is shared out again. */
export interface SplitNode<T> {
  readonly of: T;
  /** Its part among its siblings is in proportion to it. */
  readonly weight: number;
  /** In whole steps. */
  readonly bounds: Bounds;
  /** Weight of each period where the node has a season of its own; null: that of what it is a part of. */
  readonly season: readonly number[] | null;
  readonly children: readonly SplitNode<T>[];
}

/** What a node gets in each period, in the smallest unit. */
export interface SplitPart<T> {
  readonly of: T;
  readonly values: readonly number[];
}

/** A number in whole steps a period, and what is left of each period that is less than a step; a step has so many of the smallest unit. */
export interface SplitAmounts {
  readonly steps: readonly number[];
  readonly rests: readonly number[];
  readonly step: number;
}

const unbounded: Bounds = { least: 0, most: Infinity };

/** Which bounds had to be given up: `least` where the parts could not have so much, `most` where they could not take so much. */
export type GivenUp = 'least' | 'most';

/** Nodes with bounds that can be kept, and what had to be given up for that. */
export interface Fitted<T> {
  readonly nodes: readonly SplitNode<T>[];
  /** Of all; null where the bounds leave room for the number. */
  readonly givenUp: GivenUp | null;
  /** What all parts may have together, in steps. */
  readonly room: Bounds;
  /** Nodes whose own bounds cannot hold beside those of what they are made of. */
  readonly conflicts: readonly T[];
}

/** Bounds from the bottom up: a node has at least and at most what its children have together, and what it is bound to itself. */
export function fitBounds<T>(nodes: readonly SplitNode<T>[], total: number): Fitted<T> {
  const conflicts: T[] = [];
  const fitted = nodes.map((node) => fittedNode(node, conflicts));
  const room = roomOf(fitted);
  const givenUp = isFeasible(
    total,
    fitted.map(({ bounds }) => bounds),
  )
    ? null
    : total > room.most
      ? 'most'
      : 'least';
  return { nodes: givenUp === null ? fitted : fitted.map((node) => without(node, givenUp)), givenUp, room, conflicts };
}

function fittedNode<T>(node: SplitNode<T>, conflicts: T[]): SplitNode<T> {
  const children = node.children.map((child) => fittedNode(child, conflicts));
  const room = children.length === 0 ? unbounded : roomOf(children);
  const bounds = { least: Math.max(node.bounds.least, room.least), most: Math.min(node.bounds.most, room.most) };
  if (bounds.least <= bounds.most) return { ...node, children, bounds };
  conflicts.push(node.of);
  return { ...node, children, bounds: room };
}

function roomOf(nodes: readonly SplitNode<unknown>[]): Bounds {
  const sum = (side: keyof Bounds): number => nodes.reduce((whole, { bounds }) => whole + bounds[side], 0);
  return { least: sum('least'), most: sum('most') };
}

function without<T>(node: SplitNode<T>, side: GivenUp): SplitNode<T> {
  return {
    ...node,
    bounds: side === 'most' ? { ...node.bounds, most: Infinity } : { ...node.bounds, least: 0 },
    children: node.children.map((child) => without(child, side)),
  };
}

/**
 * Shares a number out to nodes, theirs to their children and so on, each in whole steps by period. In each period the parts add up to what they
 * are parts of, and a node's periods to its total: the totals are shared out first, then both sums are kept while the table of nodes and periods
 * is rounded. What is less than a step goes with the largest part that may have more. The bounds have to be fitted.
 */
export function splitTree<T>(nodes: readonly SplitNode<T>[], { steps, rests, step }: SplitAmounts): SplitPart<T>[] {
  if (nodes.length === 0) return [];
  const total = steps.reduce((sum, each) => sum + each, 0);
  const totals = apportion(
    total,
    nodes.map(({ weight }) => weight),
    nodes.map(({ bounds }) => bounds),
  );
  const table = roundTable(amountsOf(nodes, totals, steps, total), totals, steps);
  const largest = largestPart(nodes, totals);
  return nodes.flatMap(({ of, children }, index) => {
    const own = { steps: table[index]!, rests: index === largest ? rests : rests.map(() => 0), step };
    const values = own.steps.map((count, period) => count * step + own.rests[period]!);
    return [{ of, values }, ...splitTree(children, own)];
  });
}

function amountsOf(nodes: readonly SplitNode<unknown>[], totals: readonly number[], steps: readonly number[], total: number): number[][] {
  if (nodes.every(({ season }) => season === null))
    return totals.map((own) => steps.map((count) => (total === 0 ? 0 : (own / total) * count)));
  return rake(
    nodes.map(({ season }, index) => (season ?? steps).map((weight) => weight * totals[index]!)),
    totals,
    steps,
  );
}

function largestPart(nodes: readonly SplitNode<unknown>[], totals: readonly number[]): number {
  const order = [...totals.keys()].toSorted((one, other) => totals[other]! - totals[one]! || one - other);
  return order.find((index) => totals[index]! < nodes[index]!.bounds.most) ?? order[0]!;
}
