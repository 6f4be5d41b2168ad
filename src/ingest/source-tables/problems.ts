import type { ErrorCode } from '../../codes.ts';
import { CrmEvalError } from '../../errors.ts';
import { nearest } from '../../lib/nearest.ts';
import type { Localized } from '../../lib/localized.ts';
import { columnsOfHeader, headerRow } from '../../model/header-row.ts';
import type { HeaderMatches } from '../../model/match-headers.ts';
import type { Mapping } from '../contract.ts';
import { fits, needOf, suggestedCast } from './column-types.ts';
import type { Relation } from './catalog.ts';
import { nameOf, written } from './name.ts';
import type { SourceField, SourcePlan } from './plan.ts';

/** Something about the sources that has to be put right before any work. */
export interface Problem {
  readonly code: ErrorCode;
  readonly text: Localized;
  readonly fix: Localized;
}

/** Throws them all as one usage error, under the code of the first. */
export function refuse(problems: readonly Problem[]): void {
  const [first] = problems;
  if (first === undefined) return;
  const joined = (texts: readonly Localized[]): Localized => {
    const all = (lang: keyof Localized): string[] => [...new Set(texts.map((text) => text[lang]))];
    return { en: all('en').join('; '), 'zh-CN': all('zh-CN').join('；') };
  };
  throw new CrmEvalError(first.code, 'usage', joined(problems.map((problem) => problem.text)), {
    fix: joined(problems.map((problem) => problem.fix)),
  });
}

/** `elsewhere`: tables of this name in other schemas; `known`: every name. */
export function tableMissing(entity: string, table: string, elsewhere: readonly string[], known: readonly string[]): Problem {
  const meant = elsewhere[0] ?? nearest(table, known);
  return {
    code: 'table-missing',
    text: { en: `sources.${entity}: there is no table ${table}`, 'zh-CN': `sources.${entity}：没有表 ${table}` },
    fix:
      meant === null
        ? { en: 'check the name and the database of the URL', 'zh-CN': '请检查表名和 URL 中的数据库' }
        : { en: `did you mean ${meant}?`, 'zh-CN': `是不是想写 ${meant}？` },
  };
}

export function rightMissing(relation: Relation, what: string | null): Problem {
  const name = nameOf(relation);
  const column = what === null ? '' : ` (${written(what)})`;
  const grants = [
    ...(relation.reachable ? [] : [`grant usage on schema ${written(relation.schema)}`]),
    `grant select${column} on ${name}`,
  ].join(', ');
  return {
    code: 'table-right-missing',
    text: { en: `there is no right to read ${name}${column}`, 'zh-CN': `没有读取 ${name}${column} 的权限` },
    fix: { en: `let its owner: ${grants} to the user of the URL`, 'zh-CN': `请表的所有者执行：${grants}（授予 URL 中的用户）` },
  };
}

/** What a table lacks: columns that the config names, and columns that its role cannot do without. */
export function columnProblems(
  { entity, relation }: SourcePlan,
  { matches, missing }: HeaderMatches,
  mappings: readonly Mapping[],
): Problem[] {
  const name = nameOf(relation);
  const columns = relation.columns.map((column) => column.name);
  const list = columns.slice(0, 40).join(', ');
  const named = mappings
    .filter(({ field, header }) => !isMatched(columns[matches.get(field)?.index ?? -1], header))
    .map(({ field, header }): Problem => {
      const [hidden] = columnsOfHeader(headerRow(columns), header);
      if (hidden !== undefined && !relation.columns[hidden]!.readable) return rightMissing(relation, columns[hidden]!);
      const meant = nearest(header, columns);
      return {
        code: 'column-missing',
        text: {
          en: `${name} has no column "${header}" for ${entity.id}.${field}`,
          'zh-CN': `${name} 没有列“${header}”（用于 ${entity.id}.${field}）`,
        },
        fix:
          meant === null
            ? { en: `its columns are ${list}`, 'zh-CN': `它的列有：${list}` }
            : { en: `did you mean "${meant}"?`, 'zh-CN': `是不是想写“${meant}”？` },
      };
    });
  if (named.length > 0) return named;
  const noCustomer = entity.id === 'orders' && !matches.has('customer_id') && !matches.has('customer') && missing.length === 0;
  const needs = noCustomer ? [['customer_id', 'customer']] : missing;
  return needs.map((group) => ({
    code: 'column-missing',
    text: {
      en: `${name} has no column for ${group.slice(0, 4).join(' or ')}, which ${entity.id} need`,
      'zh-CN': `${name} 缺少${entity.title['zh-CN']}必需的列：${group.slice(0, 4).join(' 或 ')}`,
    },
    fix: {
      en: `name it as sources.${entity.id}.columns.${group[0]!}; the columns are ${list}`,
      'zh-CN': `请在 sources.${entity.id}.columns.${group[0]!} 中指定；现有的列：${list}`,
    },
  }));
}

function isMatched(column: string | undefined, header: string): boolean {
  return column !== undefined && columnsOfHeader(headerRow([column]), header).length > 0;
}

export function typeProblems({ entity, relation, fields }: SourcePlan): Problem[] {
  // Yes and no are words of what judges rows.
  const isFlag = ({ definition, column }: SourceField): boolean =>
    definition.judging === true && definition.type === 'choice' && column.kind === 'boolean';
  return fields
    .filter((field) => !fits(field.definition.type, field.column.kind) && !isFlag(field))
    .map((field) => typeProblem(entity.id, relation, field));
}

function typeProblem(entity: string, relation: Relation, { name: field, definition, column }: SourceField): Problem {
  const place = `${nameOf(relation)}.${written(column.name)}`;
  const need = needOf(definition.type);
  const quoted = written(column.name);
  const view = `create view … as select …, ${suggestedCast(definition.type, column.kind, quoted)} as ${quoted} from ${nameOf(relation)}`;
  return {
    code: 'column-type-unfit',
    text: {
      en: `${place} is ${column.type}; ${entity}.${field} needs ${need.en}`,
      'zh-CN': `${place} 的类型是 ${column.type}；${entity}.${field} 需要 ${need['zh-CN']}`,
    },
    fix: {
      en: `name another column as sources.${entity}.columns.${field}, or cast it in a view and name the view as sources.${entity}.table: ${view}`,
      'zh-CN': `请在 sources.${entity}.columns.${field} 中改用另一列，或在数据仓库中建视图转换类型，并把 sources.${entity}.table 改为该视图：${view}`,
    },
  };
}

export function roleUnsupported(entity: string): Problem {
  return {
    code: 'table-role-unsupported',
    text: {
      en: `sources.${entity}: a table cannot be the list of ${entity}`,
      'zh-CN': `sources.${entity}：不支持用数据仓库的表作为退货清单`,
    },
    fix: {
      en: 'net returns in the order table: a column refunded_amount, or the status refunded',
      'zh-CN': '请在订单表中体现退货：用退款金额列（refunded_amount）或“已退款”状态',
    },
  };
}
