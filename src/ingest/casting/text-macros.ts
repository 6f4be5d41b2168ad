import { trusted } from '../../engine/sql.ts';

/** Blanks that exports put around values: no-break, full-width and zero-width spaces beside the ordinary ones. */
const blanks = ' \t\r\n\u00a0\u3000\u200b\ufeff';

/** Words that stand for "no value" in a typed column; compared in lower case. */
const blankWords = [
  'null',
  'n/a',
  'na',
  '#n/a',
  '-',
  '--',
  '—',
  '/',
  '无',
  '空',
  '暂无',
  '未填写',
  'none',
  'nil',
  'nan',
  'tbd',
  'tba',
  '待定',
  '未知',
  'select',
  '请选择',
  '\\\\n',
];

/** As a part of a regular expression. A list behind `in` would do, but DuckDB makes a join of it, which every cell of a file then pays for. */
function quoted(word: string): string {
  return word.replaceAll(/[\\/.*+?^$()|[\]{}-]/g, '\\$&');
}

/**
 * Cheap tests first: most cells need no cleaning, and comparing first and last characters costs a tenth of trimming (measured on 10 M cells:
 * 0.3 s against 2 s). `crm_*_marked` is true where a value may need cleaning.
 */
export const textMacros = [
  `create macro crm_trim(x) as trim(x, '${blanks}')`,
  `create macro crm_outer_blank(x) as x < '!' or suffix(x, ' ') or suffix(x, chr(9)) or suffix(x, chr(13)) or suffix(x, chr(10))
     or (x >= chr(160) and x < chr(161)) or (x >= chr(8203) and x < chr(8204)) or (x >= chr(12288) and x < chr(12289)) or (x >= chr(65279) and x < chr(65280))
     or suffix(x, chr(160)) or suffix(x, chr(12288)) or suffix(x, chr(8203)) or suffix(x, chr(65279))`,
  `create macro crm_null_word(x) as x = 'NULL' or x = '#N/A' or x = 'null' or x = ''`,
  `create macro crm_no_null(x) as case when crm_null_word(x) then null else x end`,
  `create macro crm_text(x) as case when crm_outer_blank(x) then crm_no_null(crm_trim(x)) else crm_no_null(x) end`,
  `create macro crm_blank_word(x) as regexp_full_match(lower(crm_trim(x)), '(${blankWords.map(quoted).join('|')})?')`,
  ...idMacros(),
  `create macro crm_person_clean(x) as regexp_replace(regexp_replace(crm_trim(x), '(?:\\s*[（(\\[【](?:[^）)\\]】]+[0-9][^）)\\]】]*|[^）)\\]】]*[0-9][^）)\\]】]+|[^）)\\]】]*(?:停用|离职|disabled|inactive|resigned)[^）)\\]】]*)[）)\\]】])+\\s*($|[,，;；、|/])', '\\1', 'g'), '^([\\p{Han}·]{2,8})\\s*[,，;；、|/].*$|^([^;；、]+?)\\s*[;；、].*$', '\\1\\2')`,
  `create macro crm_person(x) as case when crm_outer_blank(x) or contains(x, '(') or contains(x, '（') or contains(x, '[') or contains(x, '【') or contains(x, ',')
     or contains(x, '，') or contains(x, ';') or contains(x, '；') or contains(x, '、') or contains(x, '|') or contains(x, '/')
     then list_transform([crm_person_clean(x)], lambda person: crm_no_null(person))[1] else crm_no_null(x) end`,
].map(trusted);

/**
 * Ids: ="001", a leading or trailing tab; 8.68533E+14 has lost digits and is no id any more. `mark` and `decimals`: whether the column as a
 * whole has '001 for 001, and 17850.0 for 17850; in other columns they belong to the id. `crm_customer` keeps the words for "no value", which
 * are told of later: somebody may be called so.
 */
function idMacros(): string[] {
  return [
    `create macro crm_id_marked(x) as x < '+' or (x >= '=' and x < '>') or (x >= '\`' and x < 'a') or strlen(x) <> length(x)
       or suffix(x, ' ') or suffix(x, chr(9)) or suffix(x, chr(13)) or suffix(x, chr(10)) or suffix(x, '.0') or suffix(x, '.00') or contains(x, '+')`,
    `create macro crm_id_unquoted(x, mark) as regexp_replace(regexp_replace(crm_trim(x), '^=?"(.*)"$', '\\1'), case when mark then '^[=''\`]\\s*' else '^=\\s*' end, '')`,
    `create macro crm_id_clean(x, decimals) as case when regexp_full_match(x, '[''\`]?[0-9](\\.[0-9]+)?[eE]\\+[0-9]+') then null
       when decimals and regexp_full_match(x, '-?[0-9]+\\.0+') then regexp_replace(x, '\\.0+$', '') else crm_trim(x) end`,
    `create macro crm_id_bare(x, mark, decimals) as list_transform([crm_id_unquoted(x, mark)], lambda bare: crm_id_clean(bare, decimals))[1]`,
    `create macro crm_no_id(x) as case when x = 'nan' or x = 'NaN' or x = 'N/A' then null else x end`,
    `create macro crm_id(x, mark, decimals) as case when crm_id_marked(x)
       then list_transform([crm_id_bare(x, mark, decimals)], lambda id: crm_no_id(crm_no_null(id)))[1] else crm_no_id(crm_no_null(x)) end`,
    `create macro crm_customer(x, mark, decimals) as case when crm_id_marked(x) then nullif(crm_id_bare(x, mark, decimals), '') else x end`,
    `create macro crm_customer_name(x) as case when crm_outer_blank(x) then nullif(crm_trim(x), '') else x end`,
  ];
}
