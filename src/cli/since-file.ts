import { readFile, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { CrmEvalError } from '../errors.ts';
import type { Lang } from '../lib/localized.ts';
import { earlierTable, type EarlierResult, readEarlier, sinceUnfit } from '../pipelines/parts/since/earlier-result.ts';
import { visible } from '../report/visible.ts';
import type { Call } from './call.ts';
import { errorCode } from './error-code.ts';

/** The earlier result of `--since`, read whole before anything is written; null where it is not there yet, which is said. */
export async function readSince({ run, card }: Call, file: string, lang: Lang): Promise<EarlierResult | null> {
  if (card.sections.every(({ list }) => list === undefined))
    throw sinceUnfit(
      file,
      { en: `${card.name} has no list to follow`, 'zh-CN': `${card.name} 没有可跟踪的名单` },
      {
        fix: { en: 'churn, score, query and reps have lists', 'zh-CN': '可用于 churn、score、query 与 reps' },
      },
    );
  let text: string;
  try {
    const path = resolve(run.folder, file);
    const found = await stat(path);
    if (found.isDirectory()) throw sinceUnfit(file, { en: 'it is a folder', 'zh-CN': '它是文件夹' });
    if (!found.isFile()) throw sinceUnfit(file, { en: 'it is no file', 'zh-CN': '它不是文件' });
    text = await readFile(path, 'utf8');
  } catch (error) {
    if (error instanceof CrmEvalError) throw error;
    if (errorCode(error) !== 'ENOENT') throw sinceUnfit(file, { en: String(error), 'zh-CN': String(error) }, { cause: error });
    const note = {
      en: `${visible(file)} is not there yet: nothing counts as new`,
      'zh-CN': `${visible(file)} 尚不存在：本次不计新增`,
    };
    run.stderr.write(`${note[lang]}\n`);
    return null;
  }
  if (!/\.csv$/i.test(file)) return readEarlier(text, visible(file), card);
  const { default: Papa } = await import('papaparse');
  const { data } = Papa.parse<Record<string, string>>(text.replace(/^\uFEFF/, ''), { header: true, skipEmptyLines: true });
  return earlierTable(data, visible(file), card);
}
