import type { ErrorCode } from '../../codes.ts';
import { CrmEvalError } from '../../errors.ts';
import type { Localized } from '../../lib/localized.ts';

/** A customer or a lead as people tell it from others. */
export interface Named {
  readonly id: string;
  readonly name: string;
  readonly owner: string | null;
}

interface Kind {
  readonly code: ErrorCode;
  readonly message: (count: number, name: string) => Localized;
  readonly id: Localized;
}

const customerNumber: Localized = { en: 'id', 'zh-CN': '客户编号' };

/** What several have in common: the whole name of a customer, a part of it, or the company of a lead. */
const kinds = {
  name: {
    code: 'customer-ambiguous',
    message: (count, name) => ({ en: `${count} customers are called ${name}`, 'zh-CN': `有 ${count} 个客户叫“${name}”` }),
    id: customerNumber,
  },
  part: {
    code: 'customer-ambiguous',
    message: (count, name) => ({ en: `${count} customers have "${name}" in their name`, 'zh-CN': `有 ${count} 个客户的名称含“${name}”` }),
    id: customerNumber,
  },
  company: {
    code: 'lead-ambiguous',
    message: (count, name) => ({ en: `${count} leads are of ${name}`, 'zh-CN': `有 ${count} 条线索属于“${name}”` }),
    id: { en: 'id', 'zh-CN': '线索编号' },
  },
} as const satisfies Readonly<Record<string, Kind>>;

/** More are no help in choosing. */
const most = 10;

export function ambiguous(name: string, found: readonly Named[], by: keyof typeof kinds): CrmEvalError {
  const { code, message, id } = kinds[by];
  return new CrmEvalError(code, 'usage', message(found.length, name), {
    fix: { en: `give the ${id.en}, such as ${found[0]!.id}`, 'zh-CN': `请给出${id['zh-CN']}，例如 ${found[0]!.id}` },
    choices: found.slice(0, most).map((each) => [`${each.id}  ${each.name}`, ...(each.owner === null ? [] : [each.owner])].join(' · ')),
  });
}
