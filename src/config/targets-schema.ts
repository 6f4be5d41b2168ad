import { z } from 'zod';
import { calendarSchema } from './calendar-schema.ts';
import { about } from './messages.ts';

/** `targets:` */
export const targets = z
  .strictObject({
    calendar: calendarSchema.meta(
      about(
        'Days that are worked: time progress and what is needed a day are counted in them.',
        '工作日历：时间进度与每日需完成按工作日计算。',
      ),
    ),
  })
  .prefault({})
  .meta(about('The targets commands.', 'targets 命令。'));
