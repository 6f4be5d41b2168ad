import type { Finding } from '../../result/result.ts';
import { findingsOf, type NoteKinds, noteOf } from '../../views/notes.ts';
import type { PoolInput, PoolRun } from './run.ts';

/** Which of leads and customers is evaluated, where the files have both. */
export function recordFindings({ lang }: Pick<PoolInput, 'lang'>, { of, hasOther }: PoolRun): Finding[] {
  return findingsOf(hasOther ? [noteOf(recordNotes, 'pool-has-both', { of })] : [], lang);
}

const recordNotes = {
  'pool-has-both': {
    level: 'info',
    text: ({ of }: Pick<PoolRun, 'of'>) =>
      of === 'leads'
        ? {
            message: {
              en: 'the files have leads and customers of a pool: the leads are evaluated',
              'zh-CN': '文件中既有线索也有公海客户：本次评估线索',
            },
            fix: { en: 'for the customers: --of customers', 'zh-CN': '评估客户请用 --of customers' },
          }
        : {
            message: {
              en: 'the files have leads and customers of a pool: the customers are evaluated',
              'zh-CN': '文件中既有线索也有公海客户：本次评估客户',
            },
            fix: { en: 'for the leads: --of leads', 'zh-CN': '评估线索请用 --of leads' },
          },
  },
} as const satisfies NoteKinds;
