import { z } from 'zod';
import type { Entity } from '../model/define.ts';
import { entities } from '../model/entities.ts';
import { about, messages } from './messages.ts';

const text = z.string().min(1);

function sourceOf(entity: Entity) {
  const fields = Object.entries(entity.fields);
  const column = ([id, field]: (typeof fields)[number]) =>
    [id, text.optional().meta(about(field.meaning.en, field.meaning['zh-CN']))] as const;
  const reading = z.record(text, z.union([text, z.array(text)]));
  return z
    .strictObject({
      files: z
        .array(text)
        .optional()
        .meta(
          about(
            'Files read when the command names none, relative to the config; * and ? match any names.',
            '命令未给出文件时读取的文件，相对于配置文件；* 和 ? 为通配符。',
          ),
        ),
      table: text
        .optional()
        .meta(
          about(
            'In place of files: a table or view of the database of the engine, such as dwd.sales_order; unusual names in double quotes.',
            '代替 files：引擎所连数据库中的表或视图，例如 dwd.sales_order；特殊名称用双引号括起。',
          ),
        ),
      where: text
        .optional()
        .meta(about("Which rows of the table count, in SQL: dt = '2026-10-31'.", "统计表中的哪些行，写 SQL 条件：dt = '2026-10-31'。")),
      columns: z
        .strictObject(Object.fromEntries(fields.map(column)))
        .optional()
        .meta(about('Field → header of its column, where the header does not tell.', '字段 → 列名，用于按表头识别不出的列。')),
      values: z
        .partialRecord(z.enum(fields.map(([id]) => id)), reading)
        .optional()
        .meta(
          about(
            'How values are read: {ordered_at: {order: day-first}}, {amount: {decimal: comma}}, {status: {completed: [已归档]}}.',
            '值的读法：{ordered_at: {order: day-first}}、{amount: {decimal: comma}}、{status: {completed: [已归档]}}。',
          ),
        ),
    })
    .refine(({ files, table }) => files === undefined || table === undefined, { path: ['table'], message: messages.tableOrFiles.en })
    .refine(({ table, where }) => where === undefined || table !== undefined, { path: ['where'], message: messages.whereWithoutTable.en })
    .meta(about(entity.grain.en, entity.grain['zh-CN']));
}

export const sources = z
  .strictObject(Object.fromEntries(entities.map((entity) => [entity.id, sourceOf(entity).optional()])))
  .meta(about('Where each table comes from and which columns hold its fields.', '每张表的来源，以及各字段所在的列。'));
