import { type Sql, trusted } from '../../engine/sql.ts';
import { CrmEvalError } from '../../errors.ts';
import type { Localized } from '../../lib/localized.ts';

/**
 * The condition of the config as SQL: the one text of a user that is spliced, because it is meant to be SQL. It stays inside the brackets
 * it is given: outside quotes it has no semicolon and closes no bracket that it has not opened, no quote is left open, and what would have
 * to be read as the server reads it is refused (block comments, which nest; $…$; a backslash before a quote, which escapes it in E'…').
 * A line break before the closing bracket ends a last comment. Throws `where-invalid` (usage).
 */
export function conditionOf(entity: string, where: string): Sql {
  const reason = troubleOf(where);
  if (reason !== null) throw whereInvalid(entity, reason);
  return trusted(`(${where}\n)`);
}

export function whereInvalid(entity: string, reason: Localized, cause?: unknown): CrmEvalError {
  return new CrmEvalError(
    'where-invalid',
    'usage',
    { en: `sources.${entity}.where: ${reason.en}`, 'zh-CN': `sources.${entity}.where：${reason['zh-CN']}` },
    {
      fix: {
        en: `write one condition over columns of the table, as it stands after WHERE: dt = '2026-10-31'`,
        'zh-CN': `请写一个针对该表各列的条件，即 WHERE 之后的部分：dt = '2026-10-31'`,
      },
      ...(cause === undefined ? {} : { cause }),
    },
  );
}

const texts = {
  blank: { en: 'it is blank', 'zh-CN': '内容为空' },
  nul: { en: 'it holds a NUL character', 'zh-CN': '含有 NUL 字符' },
  semicolon: { en: 'a semicolon is not taken', 'zh-CN': '不能含分号' },
  brackets: { en: 'its brackets do not pair', 'zh-CN': '括号不成对' },
  open: { en: 'a quote is never closed', 'zh-CN': '引号没有闭合' },
  backslash: {
    en: "a backslash before a quote is not taken; write the quote twice: ''",
    'zh-CN': "引号前不能有反斜杠；请把引号写两遍：''",
  },
  dollar: { en: '$ is not taken outside of quotes', 'zh-CN': '引号之外不能有 $' },
  comment: { en: 'comments in /* */ are not taken', 'zh-CN': '不接受 /* */ 注释' },
} as const satisfies Record<string, Localized>;

/** A text, a quoted name, a comment to the end of the line, or a sign that matters. */
const token = /'(?:[^']|'')*('?)|"(?:[^"]|"")*("?)|--[^\r\n]*|\/\*|[;()$]/g;

function troubleOf(where: string): Localized | null {
  if (where.trim() === '') return texts.blank;
  if (where.includes('\0')) return texts.nul;
  let depth = 0;
  for (const [text, quote, doubleQuote] of where.matchAll(token)) {
    if (text === '(') depth += 1;
    else if (text === ')') depth -= 1;
    const trouble = depth < 0 ? texts.brackets : tokenTrouble(text, quote ?? doubleQuote);
    if (trouble !== null) return trouble;
  }
  return depth === 0 ? null : texts.brackets;
}

/** `closing` is the quote at the end, `''` where there is none. */
function tokenTrouble(text: string, closing: string | undefined): Localized | null {
  if (text === ';') return texts.semicolon;
  if (text === '/*') return texts.comment;
  if (text === '$') return texts.dollar;
  if (closing === '') return texts.open;
  return text.startsWith("'") && text.includes(String.raw`\'`) ? texts.backslash : null;
}
