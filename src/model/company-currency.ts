import { headerWithoutRemark, normaliseHeader } from './names.ts';
import { asSimplified } from './traditional-characters.ts';

const chinese = '(?:公司)?(?:本位币|本币|记账本位币)|折人民币|折本位币';
const english = '(?:(?:in )?(?:the )?(?:base|company|home|local|functional|reporting) currency|base|converted|bcy)';

/** `价税合计(本位币)`, `Total (base)`, `Amount (company currency)`: in a bracket at the end. */
const bracketed = new RegExp(`[(（【[]\\s*(?:${chinese}|${english})(?:[\\s:：,，][^)）】\\]]*)?[)）】\\]]\\s*$`, 'iu');
/** `价税合计_本位币`, `Total in base currency`. */
const behind = new RegExp(`[\\s_/-]+(?:${chinese}|in (?:the )?(?:base|company|home|local|functional|reporting) currency)\\s*$`, 'iu');
/** `本位币价税合计`, `本币订单金额`. */
const before = /^(?:公司)?(?:本位币|本币)[\s_-]*(?=\S)/u;

/** No header is longer that says something. */
const longest = 200;

/** A header without the remark that its money is in the currency of the company, normalised; null for a header without one. */
export function withoutCompanyCurrency(header: string): string | null {
  if (header.length > longest) return null;
  const folded = asSimplified(header.normalize('NFKC').trim());
  if (bracketed.test(folded)) return headerWithoutRemark(folded) ?? normaliseHeader(folded.replace(bracketed, ''));
  for (const mark of [behind, before]) if (mark.test(folded)) return normaliseHeader(folded.replace(mark, ''));
  return null;
}
