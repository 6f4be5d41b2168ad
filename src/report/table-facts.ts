import { fill, type Lang } from '../lib/localized.ts';
import type { Fact, FactsSection } from '../result/result.ts';
import { formatCount, formatValue, isNumeric, unitOf } from './format.ts';
import type { Terminal } from './terminal.ts';
import { padTo, widthOf, wrapToWidth } from './text-width.ts';
import { visible } from './visible.ts';
import { reportWords } from './words.ts';

const widestTitle = 32;
const widestValue = 24;
const leastBasis = 24;

/** Aligned lines `title  value  (n, low–high)  basis`, the last only where it is wanted: without it there are only the facts of the first glance; a basis for which there is no room goes below, and one of several facts in turn is said of the last. */
export function factLines(section: FactsSection, terminal: Terminal, { basis: withBasis }: { readonly basis: boolean }): string[] {
  const { lang, paint } = terminal;
  const facts = section.facts.filter(({ id }) => withBasis || section.first?.includes(id) !== false);
  if (facts.length === 0) return [paint.dim(`  ${fill(reportWords.noRows, lang)}`)];
  const cells = facts.map((fact, index) => ({
    title: visible(fact.title),
    value: valueWithUnit(fact, lang),
    right: isNumeric(fact.type),
    base: baseOf(fact, lang),
    basis: !withBasis || fact.basis === null || fact.basis === facts[index + 1]?.basis ? '' : visible(fact.basis),
  }));
  const titleWidth = widest(
    cells.map((cell) => cell.title),
    widestTitle,
  );
  const valueWidth = widest(
    cells.filter((cell) => cell.right).map((cell) => cell.value),
    widestValue,
  );
  const baseWidth = widest(
    cells.map((cell) => cell.base),
    terminal.width,
  );
  const start = 2 + titleWidth + 2;
  const room = terminal.width - start - valueWidth - 2 - (baseWidth === 0 ? 0 : baseWidth + 2);
  return cells.flatMap((cell) => {
    const title = `  ${padTo(cell.title, titleWidth, 'left')}  `;
    if (!cell.right) {
      const lines = wrapToWidth(cell.value, Math.max(leastBasis, terminal.width - start));
      return [title + (lines[0] ?? ''), ...lines.slice(1).map((line) => ' '.repeat(start) + line), ...below(cell.basis, terminal)];
    }
    const figure = padTo(cell.value, valueWidth, 'right') + (baseWidth === 0 ? '' : `  ${padTo(cell.base, baseWidth, 'left')}`);
    if (widthOf(title + figure.trimEnd()) > terminal.width)
      return [title + padTo(cell.value, valueWidth, 'right'), ...below(cell.base, terminal), ...below(cell.basis, terminal)];
    if (cell.basis !== '' && widthOf(cell.basis) <= room) return [`${title}${figure}  ${paint.dim(cell.basis)}`];
    return [(title + figure).trimEnd(), ...below(cell.basis, terminal)];
  });
}

function below(basis: string, { width, paint }: Terminal): string[] {
  return basis === '' ? [] : wrapToWidth(basis, width - 6).map((line) => `      ${paint.dim(line)}`);
}

function widest(texts: readonly string[], cap: number): number {
  return Math.min(
    cap,
    texts.reduce((most, text) => Math.max(most, widthOf(text)), 0),
  );
}

export function valueWithUnit(fact: Fact, lang: Lang): string {
  const value = visible(formatValue(fact.value, fact, lang));
  const unit = fact.value === null ? null : unitOf(fact, lang);
  return unit === null ? value : `${value} ${visible(unit)}`;
}

/** `(n = 412, 14.6%–22.0%)`, or '' where the fact is no rate. */
function baseOf(fact: Fact, lang: Lang): string {
  if (fact.n === null) return '';
  const n = formatCount(fact.n);
  if (fact.low === null || fact.high === null) return `(${fill(reportWords.baseOf, lang, { n })})`;
  const [low, high] = [formatValue(fact.low, fact, lang), formatValue(fact.high, fact, lang)];
  return `(${fill(reportWords.baseAndInterval, lang, { n, low, high })})`;
}
