import { z } from 'zod';
import { reportChapters } from '../metrics/choices.ts';
import { both } from '../lib/localized.ts';
import { about, messages } from './messages.ts';
import { optionKey } from './option-schema.ts';
import { settingOptions } from './options.ts';

const unique = (ids: readonly string[]): boolean => new Set(ids).size === ids.length;

/** `report:` */
export const report = z
  .strictObject({
    sections: z
      .array(z.enum(reportChapters))
      .min(1)
      .refine(unique, messages.sectionTwice.en)
      .optional()
      .meta(
        about(
          'The sections of a report in their order; --layout goes before it. Without it those of the layout monthly.',
          '报告包含的章节及其顺序；--layout 优先。未设置时为 monthly 版式的章节。',
          ['targets', 'reps', 'tiers'],
        ),
      ),
    template: optionKey(settingOptions.template, both('relative to the folder of the config', '相对于配置文件所在目录')),
    company: z
      .string()
      .trim()
      .min(1)
      .max(80)
      .optional()
      .meta(
        about(
          'Whose figures they are: it stands above the title, in the properties of documents and at the head of printed pages. Without it the company of the template.',
          '数字所属的公司：显示在标题上方、文档属性与打印页眉中。未设置时取模板文档属性中的公司。',
          '华东精密仪器有限公司',
        ),
      ),
  })
  .prefault({})
  .meta(about('The report command, and how pages and workbooks look.', 'report 命令，以及网页与工作簿的样式。'));
