import { findingOf } from '../../../result/finding.ts';
import type { Finding, Result } from '../../../result/result.ts';
import type { EarlierResult } from './earlier-result.ts';

/** A warning where a result was made of the very files that the earlier one was made of: an export that did not run. */
export function sameFiles({ inputs, as_of: asOf, lang }: Result, earlier: EarlierResult): Finding[] {
  const [now, before] = [inputs.map(({ sha256 }) => sha256), earlier.files].map((hashes) => [...new Set(hashes)].toSorted());
  if (now!.length === 0 || now!.join() !== before!.join()) return [];
  const [rest, zhRest] =
    asOf === earlier.asOf
      ? ['nothing can be new', '不会有新变化']
      : ['what is new is so by the as-of date alone', '变化仅来自统计日期的不同'];
  const finding = findingOf(
    {
      code: 'inputs-unchanged',
      level: 'warning',
      message: { en: `the files are those of the earlier result: ${rest}`, 'zh-CN': `文件与此前结果所用的完全相同：${zhRest}` },
      fix: { en: 'see whether the export ran', 'zh-CN': '请检查导出任务是否已执行' },
    },
    lang,
  );
  return [finding];
}
