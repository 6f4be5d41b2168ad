import { z } from 'zod';
import { reportChapters } from '../metrics/choices.ts';
import { about, messages } from './messages.ts';

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
  })
  .prefault({})
  .meta(about('The report command.', 'report 命令。'));
