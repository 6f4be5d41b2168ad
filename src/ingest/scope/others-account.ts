import { type Scope, scopeText } from '../../lib/scope.ts';
import { type Trouble, trouble } from '../../quality/check.ts';
import type { Input } from '../../result/result.ts';

/** The account of a table with the records of others, counted and not summed: what they hold is nobody's to see. */
export function withOthers(input: Input, others: number): Input {
  if (others === 0) return input;
  return {
    ...input,
    rows_read: input.rows_read + others,
    rows_set_aside: input.rows_set_aside + others,
    reasons: { ...input.reasons, 'out-of-scope': others },
  };
}

/** That the figures are those of some people alone. */
export function scopeNote(scope: Scope | null, others: ReadonlyMap<string, number>, isFittedOnAll: boolean): Trouble[] {
  if (scope === null) return [];
  const rows = [...others.values()].reduce((sum, n) => sum + n, 0);
  const given = scopeText(scope);
  const message = isFittedOnAll
    ? {
        en: `rows of others, of nobody and of the company are set aside: sums and counts are of --scope ${given} alone; probabilities, scores, tiers, ranks and rates come from models and cut points of the whole company`,
        'zh-CN': `行属于他人、无归属或属于公司，未计入：合计与数量仅为 --scope ${given} 的数据；概率、得分、分层、排名与各类比率取自全公司的模型与分界`,
      }
    : {
        en: `rows of others, of nobody and of the company are set aside: all figures are of --scope ${given} alone`,
        'zh-CN': `行属于他人、无归属或属于公司，未计入：全部数字仅为 --scope ${given} 的数据`,
      };
  return [trouble('out-of-scope', 'info', rows, message, null)];
}
