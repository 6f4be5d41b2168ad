import { groupedBy } from '../../lib/groups.ts';
import type { ResultRow } from '../../result/result.ts';
import { numberOf } from '../../views/number-of.ts';
import { dimensionTitles, differs, figureOf } from './group-words.ts';

/** Groups of a dimension that stand where they belong; the others follow at the end of the table. */
const largest = 10;

/**
 * All leads, then the dimension with the strongest evidence of a difference, its groups by conversion; groups that are not among the ten
 * largest of their dimension, and do not differ, stand at the end in the same order.
 */
export function inOrderOfEvidence(rows: readonly ResultRow[]): ResultRow[] {
  const order = Object.keys(dimensionTitles);
  const place = ({ dimension }: ResultRow): number => order.indexOf(String(dimension));
  const dimensions = [...groupedBy(rows, place)].map(([at, groups]) => {
    const sizes = groups.map(({ leads }) => numberOf(leads) ?? 0).toSorted((one, other) => other - one);
    return { at, groups: groups.toSorted(byConversion), evidence: evidenceOf(groups), least: sizes[largest - 1] ?? 0 };
  });
  dimensions.sort(
    (one, other) =>
      Number(one.at > 0) - Number(other.at > 0) ||
      one.evidence[0] - other.evidence[0] ||
      one.evidence[1] - other.evidence[1] ||
      one.at - other.at,
  );
  const isMain = (row: ResultRow, least: number): boolean => differs(row) || (numberOf(row['leads']) ?? 0) >= least;
  return [
    ...dimensions.flatMap(({ groups, least }) => groups.filter((row) => isMain(row, least))),
    ...dimensions.flatMap(({ groups, least }) => groups.filter((row) => !isMain(row, least))),
  ];
}

/** How likely the groups are alike, then how likely the most different one is like the others; 2 where that cannot be told. */
function evidenceOf(groups: readonly ResultRow[]): readonly [number, number] {
  const least = groups.reduce((smallest, { p_adjusted: p }) => Math.min(smallest, numberOf(p) ?? 2), 2);
  return [numberOf(groups[0]?.['alike_p']) ?? 2, least];
}

function byConversion(one: ResultRow, other: ResultRow): number {
  return (
    (figureOf(other) ?? -1) - (figureOf(one) ?? -1) ||
    (numberOf(other['leads']) ?? 0) - (numberOf(one['leads']) ?? 0) ||
    (String(one['value']) < String(other['value']) ? -1 : 1)
  );
}
