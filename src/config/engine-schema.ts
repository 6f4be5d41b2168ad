import { z } from 'zod';
import { about } from './messages.ts';
import { optionKey } from './option-schema.ts';
import { settingOptions } from './options.ts';

/** `engine:` */
export const engine = z
  .strictObject({
    url: optionKey(settingOptions.engine),
    schema: optionKey(settingOptions.schema),
    statement_timeout: z
      .number()
      .positive()
      .optional()
      .meta(
        about(
          'Seconds that one statement may take in the database (default: that of the server).',
          '数据库中单条语句的时间上限，单位：秒（默认：随服务器）。',
          600,
        ),
      ),
    memory_limit: optionKey(settingOptions.memoryLimit),
    threads: optionKey(settingOptions.threads),
    temp_dir: optionKey(settingOptions.tempDir, { en: 'relative to the config', 'zh-CN': '相对于配置文件' }),
  })
  .prefault({})
  .meta(about('Where figures are computed, and with how much of the machine.', '计算引擎及其可用资源。'));
