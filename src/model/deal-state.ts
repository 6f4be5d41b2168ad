import { headerWithoutRemark, normaliseWord } from './names.ts';
import type { ChoiceWords } from './words.ts';

/** States of a deal; stages that say neither are open (see `dealState`). */
export const dealStateWords: ChoiceWords<'open' | 'won' | 'lost'> = {
  won: [
    'won',
    'closed won',
    '赢单',
    '已赢单',
    '赢',
    '成交',
    '已成交',
    '成交关闭',
    '签单',
    '已签单',
    '已签约',
    '成功',
    '成功结案',
    '赢单关闭',
  ],
  lost: [
    'lost',
    'closed lost',
    '输单',
    '已输单',
    '输',
    '丢单',
    '已丢单',
    '失败',
    '无效',
    '流失',
    '输单关闭',
    '已关闭丢失',
    'closed lost to competition',
    'abandoned',
    'disqualified',
  ],
  open: [
    'open',
    '进行中',
    '跟进中',
    '未结束',
    '未成交',
    'in progress',
    'engaging',
    'prospecting',
    'prospect',
    'qualification',
    'needs analysis',
    'value proposition',
    'id. decision makers',
    'identify decision makers',
    'perception analysis',
    'initial offer',
    'proposal/price quote',
    'proposal',
    'negotiation/review',
    'negotiation',
    'appointmentscheduled',
    'qualifiedtobuy',
    'presentationscheduled',
    'decisionmakerboughtin',
    'contractsent',
    '初步接触',
    '初步沟通',
    '需求分析',
    '需求确认',
    '方案报价',
    '方案',
    '报价',
    '商务谈判',
    '谈判',
    '合同签订中',
    '验证客户',
    '立项',
  ],
};

export type DealState = keyof typeof dealStateWords;

const states: ReadonlyMap<string, DealState> = new Map(
  (['won', 'lost', 'open'] as const).flatMap((state) => dealStateWords[state].map((word) => [normaliseWord(word), state] as const)),
);

/** What makes a stage of unknown name too doubtful to call it open. */
const decisive = ['won', 'lost', 'close', '赢', '输', '丢', '成交', '签约', '签单', '成功', '失败', '关闭', '结束', '流失', '无效'];

/** Words that decide wherever they stand: `Closed Won - Renewals`, `6. Closed Lost`. */
const closing: readonly (readonly [sign: string, state: DealState])[] = [
  ['closedwon', 'won'],
  ['closedlost', 'lost'],
];

/**
 * The state of a deal by the name of its stage, for files that have no state: won and lost by their own words, with or without the pipeline in brackets; any other stage is open,
 * for pipelines have names of their own. Null for a blank, and for an unknown stage that speaks of winning, losing or closing.
 */
export function dealState(stage: string): DealState | null {
  const word = normaliseWord(stage);
  if (word === '') return null;
  const known = knownDealState(stage);
  if (known !== null) return known;
  return decisive.some((sign) => word.includes(sign)) ? null : 'open';
}

/** The state that the name of a stage says; null for one that is none of the names known. */
export function knownDealState(stage: string): DealState | null {
  const word = normaliseWord(stage);
  return (
    states.get(word) ??
    states.get(headerWithoutRemark(stage) ?? '') ??
    closing.find(([sign]) => word.includes(sign) && !word.startsWith('not'))?.[1] ??
    null
  );
}
