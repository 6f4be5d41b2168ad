import type { CrmEvalError } from '../../errors.ts';
import type { FindingCode } from '../../codes.ts';
import type { Lang, Localized } from '../../lib/localized.ts';
import type { Finding } from '../../result/result.ts';
import { findingsOf, type Note } from '../../views/notes.ts';

type InspectNote = Extract<FindingCode, 'only-head-read' | 'check-refuses'>;

/** A finding about the look itself. */
export function noteFinding(code: InspectNote, error: CrmEvalError | null, lang: Lang): Finding {
  const { message, fix } = error === null ? onlyHead : { message: error.text, fix: error.fix };
  const note: Note = { code, level: code === 'check-refuses' ? 'warning' : 'info', message, ...(fix === null ? {} : { fix }) };
  return findingsOf([note], lang)[0]!;
}

const onlyHead: { readonly message: Localized; readonly fix: Localized } = {
  message: {
    en: 'only the first records were looked at: the rest of the file may hold problems',
    'zh-CN': '只查看了开头的记录，其余部分可能还有问题',
  },
  fix: { en: 'crm-eval check FILE reads all of it', 'zh-CN': '可用 crm-eval check 文件 检查全部' },
};
