import { z } from 'zod';
import { memoryLimit, mostThreads } from '../lib/engine-limits.ts';
import { isSchemaName } from '../lib/schema-names.ts';
import { about, messages } from './messages.ts';

const text = z.string().min(1);

/** `engine:` */
export const engine = z
  .strictObject({
    url: z
      .string()
      .regex(/^(?:duckdb|postgres(?:ql)?:\/\/.*)$/is, messages.engineUrl.en)
      .optional()
      .meta(
        about(
          'duckdb, or the database that computes; leave the password to PGPASSWORD or the pass file (duckdb where it is not given).',
          'duckdb，或用于计算的数据库地址；密码请放在 PGPASSWORD 或密码文件中（未设置时为 duckdb）。',
          'postgres://analyst@warehouse:5432/dwh',
        ),
      ),
    schema: text
      .refine(isSchemaName, messages.schema.en)
      .optional()
      .meta(
        about(
          'Schema of the database that load fills and that is read where no files are given (crm_eval where it is not given).',
          '数据库中的 schema：load 写入它，未给出文件时从它读取（未设置时为 crm_eval）。',
          'crm_eval',
        ),
      ),
    statement_timeout: z
      .number()
      .positive()
      .optional()
      .meta(
        about(
          'Seconds that one statement may take in the database (that of the server where it is not given).',
          '数据库中单条语句的时间上限，单位秒（未设置时随服务器）。',
          600,
        ),
      ),
    memory_limit: z
      .string()
      .refine((value) => memoryLimit(value) !== null, messages.memoryLimit.en)
      .optional()
      .meta(
        about(
          'Memory of the engine; what needs more goes to the temporary folder (80 % of the machine where it is not given).',
          '计算引擎的内存上限，超出部分写入临时目录（未设置时为物理内存的 80%）。',
          '8GB',
        ),
      ),
    threads: z
      .int()
      .min(1)
      .max(mostThreads)
      .optional()
      .meta(about('Threads of the engine (all cores where it is not given).', '计算线程数（未设置时为全部核心）。', 4)),
    temp_dir: text
      .optional()
      .meta(
        about(
          'Folder for temporary files, relative to the config (that of the system where it is not given).',
          '临时文件目录，相对于配置文件（未设置时为系统临时目录）。',
          '/data/tmp',
        ),
      ),
  })
  .prefault({})
  .meta(about('Where figures are computed, and with how much of the machine.', '计算引擎及其可用资源。'));
