import { CrmEvalError } from '../../errors.ts';
import { schemaCard } from './card.ts';
import type { Lang } from '../../lib/localized.ts';
import { nearest } from '../../lib/nearest.ts';
import type { Entity, Field } from '../../model/define.ts';
import type { Result, TableSection } from '../../result/result.ts';
import { table } from '../../views/table.ts';
import { blankResult } from '../parts/analysis-result.ts';

/** The canonical tables (`entity` null), or the fields of one. Throws `table-unknown`. */
export function schema(input: { readonly entities: readonly Entity[]; readonly entity: string | null; readonly lang: Lang }): Result {
  const { entities, lang } = input;
  const result = blankResult(schemaCard, lang);
  if (input.entity === null) return { ...result, sections: [tables(entities, lang)] };
  const entity = entities.find((candidate) => candidate.id === input.entity);
  if (entity === undefined) throw unknownTable(input.entity, entities);
  return { ...result, sections: [fields(entity, lang)] };
}

function tables(entities: readonly Entity[], lang: Lang): TableSection {
  return table(
    lang,
    { id: 'tables', title: { en: 'Canonical tables', 'zh-CN': '标准表' }, glance: { most: null } },
    {
      table: {
        title: { en: 'Table', 'zh-CN': '表' },
        type: 'id',
        basis: { en: 'Its id: crm-eval schema ID lists its fields.', 'zh-CN': '表编号，字段见 crm-eval schema 编号。' },
        value: (entity) => entity.id,
      },
      title: {
        title: { en: 'Name', 'zh-CN': '名称' },
        type: 'text',
        basis: { en: 'What the table is called.', 'zh-CN': '表的名称。' },
        value: (entity) => entity.title,
      },
      grain: {
        title: { en: 'One row is', 'zh-CN': '每行代表' },
        type: 'text',
        basis: { en: 'What a row of the file must stand for.', 'zh-CN': '文件中一行所代表的内容。' },
        value: (entity) => entity.grain,
      },
      needs: {
        title: { en: 'Needs', 'zh-CN': '必需字段' },
        type: 'text',
        basis: {
          en: 'Fields without which a file is no such table; | stands between alternatives.',
          'zh-CN': '缺少则不能识别为该表的字段；| 表示任选其一。',
        },
        value: (entity) => entity.needs.map((any) => any.join(' | ')).join(', '),
      },
      fields: {
        title: { en: 'Fields', 'zh-CN': '字段数' },
        type: 'integer',
        basis: { en: 'Fields that are read where a file has them.', 'zh-CN': '文件中有则读取的字段数。' },
        value: (entity) => Object.keys(entity.fields).length,
      },
    },
    entities,
  );
}

function fields(entity: Entity, lang: Lang): TableSection {
  return table<readonly [string, Field]>(
    lang,
    {
      id: 'fields',
      title: { en: `Fields of ${entity.id}`, 'zh-CN': `${entity.title['zh-CN']}（${entity.id}）的字段` },
      glance: { most: null },
    },
    {
      field: {
        title: { en: 'Field', 'zh-CN': '字段' },
        type: 'id',
        basis: { en: 'What --map and the config call it.', 'zh-CN': '--map 与配置中使用的字段名。' },
        value: ([id]) => `${entity.id}.${id}`,
      },
      title: {
        title: { en: 'Name', 'zh-CN': '名称' },
        type: 'text',
        basis: { en: 'What the field is called.', 'zh-CN': '字段的名称。' },
        value: ([, field]) => field.title,
      },
      type: {
        title: { en: 'Type', 'zh-CN': '类型' },
        type: 'text',
        basis: { en: 'How the cells of the column are understood.', 'zh-CN': '单元格按何种类型理解。' },
        value: ([, field]) => field.type,
      },
      unit: {
        title: { en: 'Unit', 'zh-CN': '单位' },
        type: 'text',
        basis: { en: 'Of the values, where they have one.', 'zh-CN': '取值的单位（如有）。' },
        value: ([, field]) => field.unit ?? null,
      },
      meaning: {
        title: { en: 'Meaning', 'zh-CN': '含义' },
        type: 'text',
        basis: { en: 'What the value says, with its bounds.', 'zh-CN': '取值的含义与范围。' },
        value: ([, field]) => field.meaning,
      },
      values: {
        title: { en: 'Values', 'zh-CN': '取值' },
        type: 'text',
        basis: { en: 'All that there are, where there are only some.', 'zh-CN': '取值固定时的全部取值。' },
        value: ([, field]) => (field.choices === undefined ? null : Object.keys(field.choices).join(', ')),
      },
      aliases: {
        title: { en: 'Headers read', 'zh-CN': '可识别的表头' },
        type: 'text',
        basis: {
          en: 'Headers of exports that stand for the field, beside its own name.',
          'zh-CN': '除字段名外，可识别为该字段的导出表头。',
        },
        value: ([, field]) => field.aliases.join(', '),
      },
    },
    Object.entries(entity.fields),
  );
}

function unknownTable(id: string, entities: readonly Entity[]): CrmEvalError {
  const known = [...entities.map((entity) => entity.id), 'config'];
  const meant = nearest(id, known);
  const fix =
    meant === null
      ? { en: `choose one of ${known.join(', ')}`, 'zh-CN': `可选：${known.join('、')}` }
      : { en: `did you mean ${meant}?`, 'zh-CN': `是不是想写 ${meant}？` };
  return new CrmEvalError('table-unknown', 'usage', { en: `there is no table ${id}`, 'zh-CN': `没有表 ${id}` }, { fix });
}
