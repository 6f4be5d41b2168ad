import { findingOf } from '../../../result/finding.ts';
import type { Finding, Result } from '../../../result/result.ts';
import type { EarlierResult } from './earlier-result.ts';

/** A warning where the result that is called the earlier one is of a later day: what is said to be new was so before. */
export function laterResult({ as_of: asOf, lang }: Result, { asOf: other }: EarlierResult): Finding[] {
  if (asOf === null || other === null || other <= asOf) return [];
  const finding = findingOf(
    {
      code: 'since-later',
      level: 'warning',
      message: {
        en: `the result given with --since is of ${other}, after this one (${asOf}): what is called new was so already, and what is called gone came later`,
        'zh-CN': `--since 给出的结果截止 ${other}，晚于本次的 ${asOf}：所谓新增其实在前，所谓移出其实在后`,
      },
      fix: { en: 'give the result before this one', 'zh-CN': '请给出早于本次的结果' },
    },
    lang,
  );
  return [finding];
}
