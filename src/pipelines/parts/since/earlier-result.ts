import { z } from 'zod';
import type { Card } from '../../../config/card.ts';
import { CrmEvalError } from '../../../errors.ts';
import type { Localized } from '../../../lib/localized.ts';
import type { ResultRow } from '../../../result/result.ts';

/** The lists of an earlier Result of the same command, all of their rows. */
export interface EarlierResult {
  readonly asOf: string | null;
  /** What holds of its rows, where it has not all of them. */
  readonly where: readonly string[];
  /** Hashes of the files it was made of. */
  readonly files: readonly string[];
  /** By the id of the section; a list that was not written is not here. */
  readonly lists: ReadonlyMap<string, readonly ResultRow[]>;
  /** The ids of its chapters; absent where it does not say which it has. */
  readonly chapters?: readonly string[];
}

/** As much of a Result as is compared, so that those of earlier versions are read too. Rows are looked at cell by cell where they are used. */
const schema = z.object({
  schema: z.literal('crm-eval/result@1'),
  command: z.string(),
  as_of: z.string().nullable(),
  where: z.array(z.string()).optional(),
  inputs: z.array(z.object({ sha256: z.string() })).optional(),
  chapters: z.array(z.object({ id: z.string() })).optional(),
  sections: z.array(
    z.object({
      id: z.string(),
      kind: z.enum(['table', 'facts']),
      rows: z.array(z.custom<ResultRow>((row) => typeof row === 'object' && row !== null && !Array.isArray(row))).optional(),
      total: z.number().optional(),
    }),
  ),
});

/** Reads what `--out FILE.json` wrote; `name` is the file in messages. Throws `since-unfit` for anything that the command cannot be compared with. */
export function readEarlier(text: string, name: string, card: Card): EarlierResult {
  const parsed = schema.safeParse(parsedJson(text, name));
  if (!parsed.success) throw sinceUnfit(name, { en: 'it is no result of crm-eval in JSON', 'zh-CN': '不是 crm-eval 的 JSON 结果' });
  const { command, as_of: asOf, where = [], inputs = [], chapters, sections } = parsed.data;
  if (command !== card.name)
    throw sinceUnfit(name, { en: `it is a result of ${command}, not of ${card.name}`, 'zh-CN': `是 ${command} 而非 ${card.name} 的结果` });
  const ids = new Set(card.sections.flatMap(({ id, list }) => (list === undefined ? [] : [id])));
  const lists = new Map<string, readonly ResultRow[]>();
  for (const { id, rows, total } of sections) {
    if (rows === undefined || !ids.has(id)) continue;
    if (total !== undefined && total > rows.length)
      throw sinceUnfit(name, {
        en: `of ${id} it holds ${rows.length} rows of ${total}`,
        'zh-CN': `其中 ${id} 共 ${total} 行，只写入了 ${rows.length} 行`,
      });
    lists.set(id, rows);
  }
  // Who is on a list that is not there would be called new, or be overlooked.
  const lacking = card.sections.flatMap(({ id, list }) => (list === undefined || list.mayLack === true || lists.has(id) ? [] : [id]));
  if (lacking.length > 0)
    throw sinceUnfit(name, { en: `it lacks the lists ${lacking.join(', ')}`, 'zh-CN': `其中缺少名单：${lacking.join('、')}` });
  return {
    asOf,
    where,
    files: inputs.map(({ sha256 }) => sha256),
    lists,
    ...(chapters === undefined ? {} : { chapters: chapters.map(({ id }) => id) }),
  };
}

/**
 * The rows that `--out FILE.csv` wrote of the one list that a command judges itself: a table says neither its day nor its files. Throws
 * `since-unfit` where the command has no such list, or the rows are none of it.
 */
export function earlierTable(rows: readonly ResultRow[], name: string, card: Card): EarlierResult {
  const [list, ...others] = card.sections.filter((section) => section.list !== undefined);
  if (list?.list?.judged !== true || others.length > 0)
    throw sinceUnfit(name, { en: 'it is no result of crm-eval in JSON', 'zh-CN': '不是 crm-eval 的 JSON 结果' });
  if (rows.some(({ action_id: id, state_code: state }) => id === undefined || state === undefined))
    throw sinceUnfit(name, { en: `it is no list of ${list.id}`, 'zh-CN': `不是 ${list.id} 名单` });
  return { asOf: null, where: [], files: [], lists: new Map([[list.id, rows]]) };
}

function parsedJson(text: string, name: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw sinceUnfit(name, { en: 'it is no JSON', 'zh-CN': '不是 JSON' });
  }
}

const wholeResult: Localized = {
  en: 'give what the same command wrote with --out FILE.json, all rows of it',
  'zh-CN': '请给出同一命令用 --out 文件.json 写出的完整结果',
};

export function sinceUnfit(
  name: string,
  reason: Localized,
  options: { readonly fix?: Localized; readonly cause?: unknown } = {},
): CrmEvalError {
  return new CrmEvalError(
    'since-unfit',
    'usage',
    { en: `the result cannot be compared with ${name}: ${reason.en}`, 'zh-CN': `无法与 ${name} 比较：${reason['zh-CN']}` },
    { fix: wholeResult, ...options },
  );
}
