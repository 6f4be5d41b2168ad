import { both, type Localized } from '../../lib/localized.ts';

/** How a rep came to have a lead no more, by ended_by of lead_spells. */
export const spellEndWords: Readonly<Record<string, Localized>> = {
  return: both('given back', '退回'),
  recycle: both('recycled', '回收'),
  convert: both('converted', '转化'),
  invalidate: both('judged invalid', '判无效'),
  pass: both('passed on', '转给他人'),
};
