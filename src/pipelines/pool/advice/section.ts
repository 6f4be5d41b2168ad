import { both, type Lang, type Localized } from '../../../lib/localized.ts';
import type { ResultRow, Section, TableSection } from '../../../result/result.ts';
import { saidBy } from '../../../views/answer.ts';
import type { Columns } from '../../../views/columns.ts';
import { table } from '../../../views/table.ts';
import type { AllocationRows } from '../allocation.ts';
import type { Signal } from '../flow.ts';
import { type Advice, type AdviceTopic, adviceText } from './advice.ts';
import { adviceOnGroups } from './on-groups.ts';
import { adviceOnReps } from './on-reps.ts';
import { adviceOnAllocation, adviceOnFollowUps, adviceOnScreening, adviceOnSpeed } from './on-work.ts';

/** What advice is made of. */
export interface PoolFigures {
  readonly sections: readonly Section[];
  readonly signals: readonly Signal[];
  /** Groups of leads in the order of their section. */
  readonly groups: readonly ResultRow[];
  readonly allocation: AllocationRows;
  /** The row of lead_models that scores leads. */
  readonly chosen: ResultRow | undefined;
  readonly serviceHours: number;
}

const most = 5;

/** What to do, in the order of what it brings: only what the figures carry, at most five. */
export function poolAdvice({ sections, signals, groups, allocation, chosen, serviceHours }: PoolFigures): Advice[] {
  const said = saidBy(sections);
  return [
    adviceOnReps(said, signals),
    adviceOnGroups(groups),
    adviceOnAllocation(allocation),
    adviceOnSpeed(said, serviceHours),
    adviceOnScreening(chosen),
    adviceOnFollowUps(said),
  ]
    .filter((advice) => advice !== null)
    .slice(0, most);
}

export function adviceSection(lang: Lang, advice: readonly Advice[]): TableSection {
  return table(
    lang,
    {
      id: 'advice',
      title: both('What to do, and by which figure', '建议与依据'),
      glance: { first: ['topic', 'section', 'figure', 'value'], below: ['advice'], hidden: ['found', 'shows'] },
    },
    columns,
    advice,
  );
}

const topicWords: Readonly<Record<AdviceTopic, Localized>> = {
  reps: both('reps', '销售'),
  groups: both('sources and groups', '来源与分组'),
  allocation: both('allocation', '分配'),
  speed: both('speed', '响应速度'),
  screening: both('screening', '筛选'),
  follow_ups: both('follow-ups', '跟进'),
};

const columns: Columns<Advice> = {
  topic: {
    title: both('On', '主题'),
    type: 'text',
    basis: both('What it is about.', '建议所涉及的方面。'),
    value: ({ topic }) => topicWords[topic],
    code: ({ topic }) => topic,
  },
  advice: {
    title: both('Advice', '内容'),
    type: 'text',
    basis: both('Only where the figure is more than chance, or counts what is there.', '仅在超出随机波动或为实际计数时给出。'),
    value: adviceText,
  },
  found: {
    title: both('Found', '发现'),
    type: 'text',
    basis: both('The advice without what to do.', '内容中发现的部分，不含建议。'),
    value: ({ found }) => found,
  },
  section: {
    title: both('Section', '所在部分'),
    type: 'id',
    basis: both('Where the figure stands.', '数字所在的部分。'),
    value: ({ section }) => section,
  },
  figure: { title: both('Figure', '指标'), type: 'id', basis: both('Its name there.', '该部分中的名称。'), value: ({ figure }) => figure },
  value: {
    title: both('Value', '数值'),
    type: 'number',
    typeFrom: 'shows',
    basis: both('Of the first that is named.', '首个被点名对象的数值。'),
    value: ({ value }) => value,
  },
  shows: {
    title: both('Kind of value', '数值类型'),
    type: 'id',
    basis: both('How the value is to be read.', '数值的读法。'),
    value: ({ shows }) => shows,
  },
};
