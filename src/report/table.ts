import { Chalk } from 'chalk';
import { places, type Result, type Section, type TableSection } from '../result/result.ts';
import type { ReportOptions } from './contract.ts';
import { chosenSections } from './sections.ts';
import { factLines } from './table-facts.ts';
import { findingLines, notComputedLines, summaryLines } from './table-findings.ts';
import { answerLines, inputLines, moreSections, titleLine } from './table-head.ts';
import { recordLines } from './table-records.ts';
import { tableLines } from './table-rows.ts';
import type { Terminal } from './terminal.ts';
import { hanging, wrapToWidth } from './text-width.ts';
import { visible } from './visible.ts';

/** Narrower than this nothing would be readable; such lines are left to the terminal to wrap. */
const leastWidth = 40;

/** For people at a terminal: what was found, the lists, what they rest on, then files and findings, and the sum of it all in the last line. */
export async function renderTable(result: Result, options: ReportOptions): Promise<string> {
  const terminal: Terminal = {
    lang: result.lang,
    width: Math.max(leastWidth, options.width),
    paint: new Chalk({ level: options.color ? 1 : 0 }),
  };
  const { detail } = options;
  const isAsked = options.sections !== null;
  const shown = isAsked ? chosenSections(result, options) : unasked(beforeChapters(result, detail), detail);
  const blocks = [[titleLine(result, options.amounts, terminal)]];
  // Who asks for a section in silence wants the section.
  if (!isAsked || detail !== 'answer') blocks.push(answerLines(result.answer, terminal));
  for (const section of shown) {
    const basis = isAsked || detail === 'everything';
    const tableOf = options.record === true ? recordLines : tableLines;
    const lines = section.kind === 'facts' ? factLines(section, terminal, { basis }) : tableOf(section, options, terminal);
    blocks.push([...wrapToWidth(visible(section.title), terminal.width).map((line) => terminal.paint.bold(line)), ...lines]);
  }
  if (!isAsked) blocks.push(chapterLines(result, terminal));
  if (detail !== 'answer') {
    if (!isAsked)
      blocks.push(
        moreSections(
          result.sections.filter((section) => !shown.includes(section)),
          terminal,
        ),
      );
    blocks.push(
      inputLines(result, detail, terminal),
      findingLines(result.findings, detail, terminal),
      detail === 'everything' ? notComputedLines(result.not_computed, terminal) : [],
      summaryLines(result, terminal),
    );
  }
  const texts = blocks.filter((block) => block.length > 0).map((block) => block.join('\n'));
  return `${texts.join('\n\n')}\n`;
}

/** Of a report what stands before its chapters, unless everything is wanted. */
function beforeChapters({ sections, chapters }: Result, detail: ReportOptions['detail']): readonly Section[] {
  if (chapters === undefined || detail === 'everything') return sections;
  const inside = new Set(chapters.flatMap((chapter) => chapter.sections));
  return sections.filter(({ id }) => !inside.has(id));
}

/** What each chapter of a report found, a line each. */
function chapterLines({ chapters = [] }: Result, { width }: Terminal): string[] {
  return chapters.flatMap(({ number, name, title }) => hanging(visible(`${number} ${title === name ? name : `${name}: ${title}`}`), width));
}

/** In the order in which they are read; tables for other programs are never shown unasked. */
function unasked(sections: readonly Section[], detail: ReportOptions['detail']): readonly Section[] {
  const wanted = { answer: places.slice(0, 2), usual: places.slice(0, 3), everything: places }[detail];
  return wanted.flatMap((place) => sections.filter((section) => section.place === place && (section.kind === 'facts' || isSeen(section))));
}

/** Where nothing needs doing there is nothing to head the lists. */
function isSeen({ place, glance, total }: TableSection): boolean {
  return glance.most !== 0 && (place !== 'headline' || total > 0);
}
