import { readFile, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { text as textOf } from 'node:stream/consumers';
import { CrmEvalError } from '../errors.ts';
import type { Localized } from '../lib/localized.ts';
import { visible } from '../report/visible.ts';
import { type Result, resultSchema } from '../result/result.ts';
import { unfitValue } from '../result/unfit-value.ts';
import type { Call } from './call.ts';
import { checkOutputs } from './check-outputs.ts';
import { emitResult } from './emit.ts';
import { errorCode } from './error-code.ts';
import { type OwnLook, ownLook } from './letterhead.ts';
import { filesIn, type SetOptions, setPlan, withPlace, writeSet } from './set/write-set.ts';

/** Shows a Result that was saved as JSON, as the run that computed it would have. */
export async function renderSaved(call: Call, file: string, options: SetOptions): Promise<void> {
  const { run, flags, given } = call;
  const plan = setPlan(run, flags, options);
  if (plan === null) await checkOutputs(run, flags, file === '-' ? [] : [{ path: file }]);
  const saved = parsed(await savedText(run, file), file);
  const { lang } = saved;
  run.speak(lang);
  const path = given.template === undefined ? null : resolve(run.folder, given.template);
  // A set has pages and workbooks.
  const look = await ownLook(plan === null ? call : { ...call, flags: { ...flags, format: 'html' } }, {
    template: path,
    company: saved.company ?? null,
    lang,
  });
  for (const { code, file: template, message } of look.findings)
    if (code === 'template-picture-unfit') run.stderr.write(`${template}: ${message}\n`);
  const result = look.letterhead === null ? saved : inLook(saved, look);
  const shown = { limit: given.limit ?? null, money: { unit: given.unit, currency: given.currency }, letterhead: look.letterhead };
  if (plan === null) return emitResult(run, flags, result, shown);
  const written = await withPlace(plan, flags, async () =>
    writeSet(run, flags, plan, { whole: result, names: [], parts: [], leftOut: [] }, shown),
  );
  if (flags.quiet !== true) run.stderr.write(`${filesIn(written)[result.lang]}\n`);
}

/** A saved Result with what its template says and what was found in it. */
function inLook(result: Result, { company, findings }: OwnLook): Result {
  return { ...result, ...(company === null ? {} : { company }), findings: [...result.findings, ...findings] };
}

async function savedText({ stdin, folder }: Call['run'], file: string): Promise<string> {
  if (file === '-') return textOf(stdin);
  try {
    const path = resolve(folder, file);
    if (!(await stat(path)).isFile()) throw resultUnfit(file, { en: 'it is no file', 'zh-CN': '不是文件' });
    return await readFile(path, 'utf8');
  } catch (error) {
    if (error instanceof CrmEvalError) throw error;
    const isMissing = errorCode(error) === 'ENOENT';
    throw resultUnfit(
      file,
      isMissing ? { en: 'it is not there', 'zh-CN': '文件不存在' } : { en: String(error), 'zh-CN': String(error) },
      error,
    );
  }
}

function parsed(text: string, file: string): Result {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw resultUnfit(file, { en: 'it is no JSON', 'zh-CN': '不是 JSON' }, error);
  }
  const read = resultSchema.safeParse(value);
  const place = read.success ? unfitValue(value as Result) : placeOf(read.error.issues[0]);
  // As it was written: parsing would put its keys into another order.
  if (place === null) return value as Result;
  throw resultUnfit(file, {
    en: `it is no result of crm-eval in JSON${place === '' ? '' : ` (${place})`}`,
    'zh-CN': `不是 crm-eval 的 JSON 结果${place === '' ? '' : `（${place}）`}`,
  });
}

function placeOf(issue: { readonly path: readonly PropertyKey[]; readonly message: string } | undefined): string {
  return issue === undefined || issue.path.length === 0 ? '' : `${issue.path.map(String).join('.')}: ${issue.message}`;
}

function resultUnfit(file: string, reason: Localized, cause?: unknown): CrmEvalError {
  const name = visible(file);
  return new CrmEvalError(
    'result-unfit',
    'inputUnreadable',
    { en: `${name} cannot be rendered: ${visible(reason.en)}`, 'zh-CN': `无法输出 ${name}：${visible(reason['zh-CN'])}` },
    {
      ...(cause === undefined ? {} : { cause }),
      fix: { en: 'give what a command wrote with --out FILE.json', 'zh-CN': '请给出某个命令用 --out 文件.json 写出的结果' },
    },
  );
}
