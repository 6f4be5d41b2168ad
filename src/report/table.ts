import { Chalk } from 'chalk';
import type { Result } from '../result/result.ts';
import type { ReportOptions } from './contract.ts';
import { chosenSections } from './sections.ts';
import { factLines } from './table-facts.ts';
import { findingLines, notComputedLines, summaryLines } from './table-findings.ts';
import { inputLines, titleLine } from './table-head.ts';
import { tableLines } from './table-rows.ts';
import type { Terminal } from './terminal.ts';
import { visible } from './visible.ts';

/** Narrower than this nothing would be readable; such lines are left to the terminal to wrap. */
const leastWidth = 40;

/** For people at a terminal: what was computed from what, each section, the findings, and the sum of it all in the last line. */
export async function renderTable(result: Result, options: ReportOptions): Promise<string> {
  const terminal: Terminal = {
    lang: result.lang,
    width: Math.max(leastWidth, options.width),
    paint: new Chalk({ level: options.color ? 1 : 0 }),
  };
  const blocks = [[titleLine(result, terminal)], inputLines(result.inputs, terminal)];
  for (const section of chosenSections(result, options)) {
    if (options.section === undefined && section.kind === 'table' && section.glance.most === 0) continue;
    const lines = section.kind === 'facts' ? factLines(section, terminal) : tableLines(section, options, terminal);
    blocks.push([terminal.paint.bold(visible(section.title)), ...lines]);
  }
  blocks.push(findingLines(result.findings, terminal), notComputedLines(result.not_computed, terminal), summaryLines(result, terminal));
  const texts = blocks.filter((block) => block.length > 0).map((block) => block.join('\n'));
  return `${texts.join('\n\n')}\n`;
}
