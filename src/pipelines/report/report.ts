import type { Ingested } from '../../ingest/contract.ts';
import type { Period } from '../../lib/dates.ts';
import { both, capitalised, type Lang, type Localized } from '../../lib/localized.ts';
import type { MoneyDisplay } from '../../lib/money-display.ts';
import type { Finding, Result, Section, TableSection } from '../../result/result.ts';
import { analysisResult } from '../parts/analysis-result.ts';
import { attentionOf, attentionSection } from './attention.ts';
import type { EarlierResult } from '../parts/since/earlier-result.ts';
import { reportCard } from './card.ts';
import type { ReportChapter } from '../../metrics/choices.ts';
import type { Chapter, Part } from './chapter.ts';
import { chapters, type Layout } from './chapters.ts';
import { runningText, withoutOrders } from './covered-period.ts';
import { figuresSection } from './figures-section.ts';
import { figuresOf } from './figures.ts';
import { historySection } from './figure-history.ts';
import { headlineOf } from './headline.ts';
import { actionKindsSection } from './made/action-kinds.ts';
import { type Runs, sectionOf, tableOf } from './runs.ts';
import { sinceReport } from './since-report.ts';

export interface ReportInput {
  readonly ingested: Pick<Ingested, 'asOf' | 'inputs' | 'findings'>;
  readonly lang: Lang;
  readonly money: MoneyDisplay;
  /** Null: the files hold no date. */
  readonly period: Period | null;
  /** What it is called. */
  readonly layout: Layout;
  /** What is in it, in this order. */
  readonly chapters: readonly ReportChapter[];
  readonly runs: Runs;
  /** Whether there are orders, but none of the period. */
  readonly isEmpty?: boolean;
  /** The report before, to say what is new; null: none is given. */
  readonly earlier?: EarlierResult | null;
}

/** What several commands say of one period, arranged: nothing is computed here that they did not compute. */
export function report(input: ReportInput): Result {
  const { lang, money, period, layout, runs, earlier = null } = input;
  const figures = figuresOf(runs, lang, period);
  const history = historySection(figures, runs, period, lang);
  const parts: readonly Chapter[] = input.chapters.map((id) => chapters[id]);
  const arranged = parts.map((chapter, index) => arrange(chapter, index + 1, input));
  const headline = headlineOf(runs, figures, period, money);
  // Without sales the chapters say what there is.
  const found = parts.flatMap((chapter) => chapter.finding(runs, money) ?? []).slice(0, mostFound);
  const attention = attentionOf(runs, money, input.chapters);
  const news =
    earlier?.lists.has('attention') !== true ? null : sinceReport({ earlier, attention, chapters: input.chapters, figures, runs, lang });
  const none = input.isEmpty === true && period !== null ? withoutOrders(period, lang) : null;
  const running = none !== null || period === null || input.ingested.asOf === null ? null : runningText(period, input.ingested.asOf);
  return {
    ...analysisResult({ ...reportCard, title: titles[layout] }, input, {
      period,
      comparedWith: runs.results.get('compare')?.compared_with,
      answer: [
        ...(none === null ? [] : [none.sentence]),
        ...(headline.length > 0 ? headline : found),
        ...(running === null ? [] : [running]),
        ...(news === null ? [] : [news.sentence]),
      ],
      sections: [
        ...(figures.length === 0 ? [] : [figuresSection(figures, lang, history?.id)]),
        attentionSection(
          attention,
          parts.map(({ id, name }, index) => ({ id, title: `${index + 1} ${name[lang]}` })),
          lang,
        ),
        ...(news === null ? [] : [news.section]),
        ...actionsSections(runs, lang),
        ...arranged.flatMap(({ sections }) => sections),
        ...(history === null ? [] : [history]),
      ],
      findings: [...(none?.findings ?? []), ...ownFindings(runs, input.ingested.findings)],
      notComputed: notComputed(runs),
    }),
    chapters: arranged.map(({ chapter }) => chapter),
  };
}

/** What a report is called, by what is in it. */
const titles: Readonly<Record<Layout, Localized>> = {
  monthly: reportCard.title,
  customers: both('Customer review', '客户评审'),
  pool: both('Pool review', '公海评审'),
  reps: both('Sales team review', '销售团队评审'),
  targets: both('Target review', '目标评审'),
};

/** So many stand in the answer. */
const mostFound = 2;

/** What is to be done: kind by kind on the first page, each to be looked up. */
function actionsSections(runs: Runs, lang: Lang): Section[] {
  const [kinds, actions] = [actionKindsSection(runs, lang), tableOf(runs, 'reps', 'actions')];
  return kinds === null || actions === null ? [] : [kinds, { ...actions, place: 'detail' }];
}

/** What the commands found besides what is known of the files, each once. */
function ownFindings({ results }: Runs, ofFiles: readonly Finding[]): Finding[] {
  const known = new Set(ofFiles.map((finding) => JSON.stringify(finding)));
  return [...results.values()]
    .flatMap(({ findings }) => findings)
    .filter((finding) => {
      const text = JSON.stringify(finding);
      if (known.has(text)) return false;
      known.add(text);
      return true;
    });
}

function arrange(
  chapter: Chapter,
  number: number,
  { lang, money, runs, period }: ReportInput,
): { chapter: NonNullable<Result['chapters']>[number]; sections: Section[] } {
  const name = chapter.name[lang];
  const sections = chapter.parts.flatMap((part): Section[] => {
    const section = typeof part.from === 'string' ? sectionOf(runs, part.command, part.from) : part.from(runs, { lang, period });
    if (section === null || (section.kind === 'table' && section.total === 0)) return [];
    if (section.kind === 'table' && saysNothing(section, part)) return [];
    return [
      { ...(section.kind === 'table' ? seenAs(section, part, lang) : section), id: `${chapter.id}_${part.id}`, place: 'answer' as const },
    ];
  });
  const refusal =
    sections.length > 0 ? undefined : chapter.parts.map(({ command }) => runs.refusals.get(command)).find((each) => each !== undefined);
  const isAbsent = sections.length === 0;
  const title = isAbsent ? chapter.absent.title[lang] : (chapter.finding(runs, money)?.[lang] ?? name);
  const needed = both(`crm-eval schema ${chapter.absent.table} lists the columns`, `所需列见 crm-eval schema ${chapter.absent.table}`)[
    lang
  ];
  const fix = refusal?.fix?.[lang];
  const why = [...(fix === undefined ? [] : [lang === 'en' ? capitalised(fix) : fix]), needed].join(lang === 'en' ? '; ' : '；');
  return {
    chapter: {
      id: chapter.id,
      number,
      name,
      title,
      missing: isAbsent ? why : null,
      note: isAbsent ? null : (chapter.note(runs)?.[lang] ?? null),
      sections: sections.map(({ id }) => id),
    },
    sections,
  };
}

/** Of the columns that the report would show, none but the first holds anything. */
function saysNothing({ columns: all, glance, rows }: TableSection, { columns = [], below = [] }: Part): boolean {
  const isFilled = (id: string): boolean => {
    for (const row of rows) if ((row[id] ?? '') !== '') return true;
    return false;
  };
  const holds = (id: string): boolean => all.some((column) => column.id === id) && !glance.hidden.includes(id) && isFilled(id);
  const shown = [...columns, ...below].map((each) => [each].flat().some(holds));
  return shown.length > 1 && !shown.slice(1).includes(true);
}

/** A table of a command as the report has it: other columns first, another picture, fewer rows. */
function seenAs(section: TableSection, { name, columns, below, most, chart, title }: Part, lang: Lang): TableSection {
  const { glance } = section;
  return {
    ...section,
    title: title?.[lang] ?? section.title,
    name: name[lang],
    glance: {
      ...glance,
      first: columns === undefined ? glance.first : columns.map((each) => (typeof each === 'string' ? each : [...each])),
      below: below === undefined ? glance.below : [...below],
      most: most ?? glance.most,
    },
    chart: chart === undefined ? section.chart : chart,
  };
}

function notComputed({ results }: Runs): Result['not_computed'] {
  const seen = new Set<string>();
  return [...results.values()]
    .flatMap((result) => result.not_computed)
    .filter(({ metric }) => !seen.has(metric) && seen.add(metric) !== undefined);
}
