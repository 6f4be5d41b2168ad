import { resolve } from 'node:path';
import { CrmEvalError } from '../errors.ts';
import type { BasketSettings } from '../pipelines/cross-sell/baskets.ts';
import { basketResult } from '../pipelines/cross-sell/baskets.ts';
import { readBasketLines } from '../source/basket-lines.ts';
import type { Call } from './call.ts';
import { checkOutputs } from './check-outputs.ts';
import { emitResult } from './emit.ts';

/** The rules of a file of baskets, which has neither customers nor dates. Throws a usage error where other files are given beside it. */
export async function printBasketRules(
  { run, flags, given }: Call,
  file: string,
  files: readonly string[],
  settings: Omit<BasketSettings, 'lang'>,
): Promise<void> {
  if (files.length > 0) throw besideFiles();
  const path = resolve(run.folder, file);
  await checkOutputs(run, flags, [{ path }]);
  const baskets = await readBasketLines(path, file, flags.encoding);
  await emitResult(run, flags, basketResult(baskets, { ...settings, lang: run.lang }), { limit: given.limit ?? null });
}

function besideFiles(): CrmEvalError {
  return new CrmEvalError(
    'baskets-beside-files',
    'usage',
    {
      en: 'a file of baskets has no customers: --baskets stands without other files',
      'zh-CN': '购物篮文件没有客户信息：--baskets 不能与其他文件同时使用',
    },
    { fix: { en: 'give either --baskets FILE or the exports', 'zh-CN': '请只指定 --baskets 文件，或只提供导出文件' } },
  );
}
