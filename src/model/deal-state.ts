import { normaliseWord } from './names.ts';
import { dealStateWords } from './deal-words.ts';

export type DealState = keyof typeof dealStateWords;

const states: ReadonlyMap<string, DealState> = new Map(
  (['won', 'lost', 'open'] as const).flatMap((state) => dealStateWords[state].map((word) => [normaliseWord(word), state] as const)),
);

/** What makes a stage of unknown name too doubtful to call it open. */
const decisive = ['won', 'lost', 'close', '赢', '输', '丢', '成交', '签约', '签单', '成功', '失败', '关闭', '结束', '流失', '无效'];

/**
 * The state of a deal by the name of its stage, for files that have no state: won and lost by their own words; any other stage is open,
 * for pipelines have names of their own. Null for a blank, and for an unknown stage that speaks of winning, losing or closing.
 */
export function dealState(stage: string): DealState | null {
  const word = normaliseWord(stage);
  if (word === '') return null;
  const known = states.get(word);
  if (known !== undefined) return known;
  return decisive.some((sign) => word.includes(sign)) ? null : 'open';
}
