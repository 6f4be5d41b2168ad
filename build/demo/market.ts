import type { Localized } from '../../src/lib/localized.ts';
import { column, words } from './table.ts';
import { industries } from './words.ts';

interface MarketYear {
  readonly industry: Localized;
  readonly year: number;
  /** Yuan. */
  readonly size: number;
  /** Per mille against the year before. */
  readonly growth: number;
  readonly competitor: Localized;
  /** Per mille of the market that is the competitor's. */
  readonly share: number;
}

export const competitors = [
  words('海德测量', 'Haide Metrology'),
  words('诺维精工', 'Nuowei Precision'),
  words('三河仪器', 'Sanhe Instruments'),
];

const years = [2024, 2025, 2026];

/** An industry's market in 2024 in yuan, its growth in the three years, its strongest competitor's place in the list and share. */
const markets: readonly (readonly [number, readonly number[], number, number])[] = [
  [4_200_000_000, [62, 45, 38], 0, 180],
  [3_600_000_000, [118, 143, 156], 1, 220],
  [1_900_000_000, [94, 101, 97], 1, 150],
  [2_500_000_000, [21, -14, -32], 2, 260],
  [1_200_000_000, [85, 92, 110], 0, 205],
];

export const marketYears: readonly MarketYear[] = industries.flatMap((industry, index) => {
  const [start, growth, competitor, share] = markets[index]!;
  let size = start;
  return years.map((year, step) => {
    if (step > 0) size = Math.round((size * (1000 + growth[step]!)) / 1_000_000) * 1000;
    return { industry: industry.name, year, size, growth: growth[step]!, competitor: competitors[competitor]!, share: share + step * 6 };
  });
});

export const marketColumns = [
  column<MarketYear>('行业', 'Industry', (row) => row.industry),
  column<MarketYear>('年份', 'Year', (row) => row.year),
  column<MarketYear>('市场规模', 'Market Size', (row) => row.size),
  column<MarketYear>('增长率', 'Growth', (row) => `${(row.growth / 10).toFixed(1)}%`),
  column<MarketYear>('竞争对手', 'Competitor', (row) => row.competitor),
  column<MarketYear>('市场份额', 'Market Share', (row) => `${(row.share / 10).toFixed(1)}%`),
];
