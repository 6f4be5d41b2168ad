import { CrmEvalError } from '../errors.ts';
import type { Lang } from '../lib/localized.ts';
import { nearest } from '../lib/nearest.ts';
import type { Entity, Field } from '../model/define.ts';
import type { Result } from '../result/result.ts';
import { blankResult } from './blank-result.ts';
import { plainTable } from './table-section.ts';

/** The canonical tables (`entity` null), or the fields of one. Throws `table-unknown`. */
export function schema(input: { readonly entities: readonly Entity[]; readonly entity: string | null; readonly lang: Lang }): Result {
  const { entities, lang } = input;
  const result = blankResult('schema', lang);
  if (input.entity === null) return { ...result, sections: [tables(entities, lang)] };
  const entity = entities.find((candidate) => candidate.id === input.entity);
  if (entity === undefined) throw unknownTable(input.entity, entities);
  return { ...result, sections: [fields(entity, lang)] };
}

function tables(entities: readonly Entity[], lang: Lang) {
  return plainTable<Entity>(
    { id: 'tables', title: { en: 'Canonical tables', 'zh-CN': '标准表' }, lang },
    {
      table: { title: { en: 'Table', 'zh-CN': '表' }, type: 'id', value: (entity) => entity.id },
      title: { title: { en: 'Name', 'zh-CN': '名称' }, type: 'text', value: (entity) => entity.title[lang] },
      grain: { title: { en: 'One row is', 'zh-CN': '每行代表' }, type: 'text', value: (entity) => entity.grain[lang] },
      needs: {
        title: { en: 'Needs', 'zh-CN': '必需字段' },
        type: 'text',
        value: (entity) => entity.needs.map((any) => any.join(' | ')).join(', '),
      },
      fields: { title: { en: 'Fields', 'zh-CN': '字段数' }, type: 'integer', value: (entity) => Object.keys(entity.fields).length },
    },
    entities,
  );
}

function fields(entity: Entity, lang: Lang) {
  return plainTable<readonly [string, Field]>(
    { id: 'fields', title: { en: `Fields of ${entity.id}`, 'zh-CN': `${entity.title['zh-CN']}（${entity.id}）的字段` }, lang },
    {
      field: { title: { en: 'Field', 'zh-CN': '字段' }, type: 'id', value: ([id]) => `${entity.id}.${id}` },
      title: { title: { en: 'Name', 'zh-CN': '名称' }, type: 'text', value: ([, field]) => field.title[lang] },
      type: { title: { en: 'Type', 'zh-CN': '类型' }, type: 'text', value: ([, field]) => field.type },
      unit: { title: { en: 'Unit', 'zh-CN': '单位' }, type: 'text', value: ([, field]) => field.unit ?? null },
      meaning: { title: { en: 'Meaning', 'zh-CN': '含义' }, type: 'text', value: ([, field]) => field.meaning[lang] },
      values: {
        title: { en: 'Values', 'zh-CN': '取值' },
        type: 'text',
        value: ([, field]) => (field.choices === undefined ? null : Object.keys(field.choices).join(', ')),
      },
      aliases: { title: { en: 'Headers read', 'zh-CN': '可识别的表头' }, type: 'text', value: ([, field]) => field.aliases.join(', ') },
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
