import { both, type Lang, type Localized } from '../../lib/localized.ts';
import type { ResultRow, TableSection } from '../../result/result.ts';
import type { Columns } from '../../views/columns.ts';
import { table } from '../../views/table.ts';
import type { EarlierResult } from '../parts/since/earlier-result.ts';
import type { Attention } from './attention.ts';
import { mostAttention } from './attention.ts';
import type { Figure } from './figures.ts';
import { rowsOf, type Runs } from './runs.ts';

type News = 'attention' | 'settled' | 'verdict' | 'done' | 'late';

/** Something that is otherwise than in the report before. */
interface Change {
  readonly news: News;
  readonly what: string;
  readonly who: string | null;
  readonly before: string | null;
  readonly now: string | null;
}

interface Compared {
  readonly earlier: EarlierResult;
  /** All of it, also what is not shown. */
  readonly attention: readonly Attention[];
  /** The ids of the chapters of this report. */
  readonly chapters: readonly string[];
  readonly figures: readonly Figure[];
  readonly runs: Runs;
  readonly lang: Lang;
}

const kinds: Readonly<Record<News, Localized>> = {
  attention: both('Needs attention anew', '新增需要关注'),
  verdict: both('Verdict changed', '结论变化'),
  late: both('Action late', '行动逾期'),
  done: both('Action done', '行动已完成'),
  settled: both('No longer a concern', '不再需要关注'),
};

/** What is new since the report before: in a table, and in a sentence. */
export function sinceReport(compared: Compared): { readonly section: TableSection; readonly sentence: Localized } {
  const { earlier, lang } = compared;
  const changes = [
    ...attentionChanges(compared),
    ...actionChanges(compared, 'late'),
    ...verdictChanges(compared),
    ...actionChanges(compared, 'done'),
  ];
  const ordered = changes.toSorted((one, other) => order.indexOf(one.news) - order.indexOf(other.news));
  const sentence = sentenceOf(ordered, earlier.asOf);
  const day = dayOf(earlier.asOf);
  return {
    sentence,
    section: table<Change>(
      lang,
      {
        id: 'since',
        title: ordered.length === 0 ? sentence : both(`What is new since ${day.en}`, `自${day['zh-CN']}以来的变化`),
        name: both('Since the last report', '较上次报告'),
        place: 'headline',
        glance: { first: ['news', 'what', 'who', 'before', 'now'], most: mostShown },
      },
      columns,
      ordered,
    ),
  };
}

const order = Object.keys(kinds) as News[];
const mostShown = 8;

/** Of the chapters that both reports have: what only one of them tells of is neither new nor settled. */
function attentionChanges({ earlier, attention, chapters, lang }: Compared): Change[] {
  const before = earlier.lists.get('attention') ?? [];
  const known = new Set(before.map(({ id }) => id));
  const wasTold = ({ chapter }: Attention): boolean => earlier.chapters?.includes(chapter) ?? true;
  const isTold = ({ chapter_code: chapter }: ResultRow): boolean => typeof chapter !== 'string' || chapters.includes(chapter);
  const standing = new Set<unknown>(attention.map(({ id }) => id));
  return [
    ...attention
      .slice(0, mostAttention)
      .filter((each) => !known.has(each.id) && wasTold(each))
      .map(({ text }): Change => ({ news: 'attention', what: text[lang], who: null, before: null, now: null })),
    ...before
      .filter((row) => !standing.has(row['id']) && isTold(row))
      .map((row): Change => ({ news: 'settled', what: textOf(row, 'what') ?? '', who: null, before: null, now: null })),
  ];
}

/** Of figures that both reports have a verdict of. */
function verdictChanges({ earlier, figures, lang }: Compared): Change[] {
  const before = new Map((earlier.lists.get('figures') ?? []).map((row) => [row['id'], row]));
  return figures.flatMap((figure): Change[] => {
    const row = before.get(figure.id);
    const [was, is] = [row?.['verdict_code'] ?? null, figure.verdict_code];
    if (row === undefined || was === null || is === null || was === is) return [];
    const what = typeof figure.title === 'string' ? figure.title : figure.title[lang];
    return [
      { news: 'verdict', what, who: null, before: textOf(row, 'verdict'), now: figure.verdict === null ? null : String(figure.verdict) },
    ];
  });
}

/** What became of the actions of the report before: those done, or those late that were not. */
function actionChanges({ earlier, runs, lang }: Compared, state: 'done' | 'late'): Change[] {
  const before = new Map((earlier.lists.get('actions') ?? []).map((row) => [row['action_id'], row]));
  return [...rowsOf(runs, 'reps', 'last_review')].flatMap((row): Change[] => {
    const known = before.get(row['action_id'] ?? null);
    if (row['state_code'] !== state || known?.['state_code'] === state) return [];
    const [action, about] = [textOf(row, 'action') ?? '', textOf(row, 'about')];
    return [
      {
        news: state,
        what: about === null ? action : `${action}${lang === 'zh-CN' ? '：' : ': '}${about}`,
        who: textOf(row, 'rep'),
        before: known === undefined ? null : textOf(known, 'state'),
        now: textOf(row, 'evidence'),
      },
    ];
  });
}

function textOf(row: ResultRow, id: string): string | null {
  const value = row[id] ?? null;
  return value === null ? null : String(value);
}

function dayOf(asOf: string | null): Localized {
  return asOf === null ? both('the last report', '上次报告') : both(asOf, ` ${asOf} `);
}

/** `Since 2026-09-30: 2 items need attention anew, 3 actions done.` */
function sentenceOf(changes: readonly Change[], asOf: string | null): Localized {
  const day = dayOf(asOf);
  if (changes.length === 0) return both(`Nothing new since ${day.en}.`, `自${day['zh-CN']}以来无变化。`);
  const parts = order.flatMap((news) => {
    const n = changes.filter((change) => change.news === news).length;
    return n === 0 ? [] : [counts[news](n)];
  });
  return both(
    `Since ${day.en}: ${parts.map(({ en }) => en).join(', ')}.`,
    `自${day['zh-CN']}以来：${parts.map((part) => part['zh-CN']).join('，')}。`,
  );
}

const plural = (n: number, one: string, many: string): string => `${n} ${n === 1 ? one : many}`;

const counts: Readonly<Record<News, (n: number) => Localized>> = {
  attention: (n) => both(`${plural(n, 'item needs', 'items need')} attention anew`, `新增需要关注 ${n} 项`),
  late: (n) => both(`${plural(n, 'action', 'actions')} now late`, `新逾期行动 ${n} 项`),
  verdict: (n) => both(`${plural(n, 'verdict', 'verdicts')} changed`, `结论变化 ${n} 项`),
  done: (n) => both(`${plural(n, 'action', 'actions')} done`, `完成行动 ${n} 项`),
  settled: (n) => both(`${plural(n, 'item is', 'items are')} no longer a concern`, `不再需要关注 ${n} 项`),
};

const columns: Columns<Change> = {
  news: {
    title: both('News', '变化'),
    type: 'text',
    basis: both('Against the report named by --since', '与 --since 指定的报告相比'),
    value: ({ news }) => kinds[news],
    code: ({ news }) => news,
  },
  what: {
    title: both('What', '事项'),
    type: 'text',
    basis: both(
      'Attention, figure or action; what is settled in the words of that report',
      '需要关注的事项、数字或行动；不再需要关注的按上次报告原文',
    ),
    value: ({ what }) => what,
  },
  who: { title: both('Who', '负责人'), type: 'text', basis: both('Of an action', '行动的负责人'), value: ({ who }) => who },
  before: {
    title: both('Before', '此前'),
    type: 'text',
    basis: both('Verdict or state in that report', '上次报告中的结论或状态'),
    value: ({ before }) => before,
  },
  now: {
    title: both('Now', '现在'),
    type: 'text',
    basis: both('Verdict now, or what the files show of the action', '现在的结论，或数据对行动的证明'),
    value: ({ now }) => now,
  },
};
