import { CrmEvalError } from '../../errors.ts';
import type { RoleDecision } from '../roles.ts';

/** Throws `file-twice` (usage) where two files that would be used are equal byte for byte: their rows would be counted twice. */
export async function refuseIdenticalFiles(decisions: readonly RoleDecision[]): Promise<void> {
  const files = new Map(decisions.filter(({ role }) => role !== null).map((decision) => [decision.table.file, decision]));
  const alike = new Map<string, number>();
  for (const decision of files.values()) alike.set(headOf(decision), (alike.get(headOf(decision)) ?? 0) + 1);
  const seen = new Map<string, string>();
  for (const [file, decision] of files) {
    if (alike.get(headOf(decision)) === 1) continue;
    const hash = await decision.table.sha256;
    const before = seen.get(hash);
    if (before !== undefined) throw identical(before, file);
    seen.set(hash, file);
  }
}

/** What equal files have in common and can be compared at once; only then their bytes are waited for. */
function headOf({ table }: RoleDecision): string {
  return JSON.stringify([table.columns, table.head.slice(0, 20)]);
}

function identical(before: string, file: string): CrmEvalError {
  return new CrmEvalError(
    'file-twice',
    'usage',
    { en: `two files are the same, byte for byte: ${before}, ${file}`, 'zh-CN': `两个文件的内容完全相同：${before}，${file}` },
    {
      fix: {
        en: 'give each export once; its rows would be counted twice',
        'zh-CN': '每份导出只给一次，否则其中的行会被重复计算',
      },
    },
  );
}
