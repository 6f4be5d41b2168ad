import type { NoteKinds } from '../../../views/notes.ts';
import { levelWords, metricWords } from '../../parts/target-words.ts';

/** How many, and the first of them. */
export interface Example {
  readonly n: number;
  readonly owner: string | null;
  readonly span: string;
}

/** `Jae, 2026-01`, of the company the period alone. */
function exampleText({ owner, span }: Example): string {
  return owner === null ? span : `${owner} ${span}`;
}

export const rowNoteKinds = {
  'target-rows-twice': {
    level: 'warning',
    text: (example: Example) => ({
      message: {
        en: `${example.n} target${example.n === 1 ? ' is' : 's are'} in the file more than once with the same value (${exampleText(example)}): counted once`,
        'zh-CN': `${example.n} 个目标在文件中重复出现且数值相同（如 ${exampleText(example)}）：只计一次`,
      },
      fix: { en: 'delete the repeated rows', 'zh-CN': '请删去重复的行' },
    }),
  },
  'target-rows-added': {
    level: 'warning',
    text: (example: Example) => ({
      message: {
        en: `${example.n} owner${example.n === 1 ? ' has' : 's have'} different targets for the same metric and period (${exampleText(example)}): they are added`,
        'zh-CN': `${example.n} 个对象在同一指标、同一期间有不同的目标（如 ${exampleText(example)}）：已相加`,
      },
      fix: {
        en: 'where one replaces the other, delete it or add a column Version: the last one counts',
        'zh-CN': '如为新旧版本，请删去旧行，或加“版本”列（取最后一版）',
      },
    }),
  },
  'targets-overlapping': {
    level: 'warning',
    text: (example: Example) => ({
      message: {
        en: `${example.n} targets share days with another one of the same owner and metric (such as ${exampleText(example)}): each stands for itself, what is reached on those days counts for both`,
        'zh-CN': `${example.n} 个目标与同一对象、同一指标的另一目标期间交叉（如 ${exampleText(example)}）：分别列出不相加，交叉日期的业绩计入两者`,
      },
      fix: { en: 'give each target days of its own', 'zh-CN': '请调整期间，使其不交叉' },
    }),
  },
  'target-periods-unusable': {
    level: 'warning',
    text: ({ undated, reversed, owner }: { readonly undated: number; readonly reversed: number; readonly owner: string | null }) => {
      const n = undated + reversed;
      const of = owner === null ? '' : owner;
      return {
        message: {
          en: `${n} target${n === 1 ? ' has' : 's have'} no period, or one that ends before it begins${of === '' ? '' : ` (such as of ${of})`}: left out`,
          'zh-CN': `${n} 个目标没有期间，或结束早于开始${of === '' ? '' : `（如 ${of}）`}：未计入`,
        },
        fix: { en: 'correct the dates of these rows', 'zh-CN': '请更正这些行的日期' },
      };
    },
  },
  'target-levels-mistaken': {
    level: 'warning',
    text: ({ n, owner, level }: { readonly n: number; readonly owner: string; readonly level: 'rep' | 'team' }) => {
      const is = level === 'rep' ? 'team' : 'rep';
      const others = n === 1 ? '' : ` (and ${n - 1} more)`;
      return {
        message: {
          en: `${owner}${others} has targets of a ${level}, but is a ${is} in the list of reps: nothing is counted for it`,
          'zh-CN': `${owner}${n === 1 ? '' : ` 等 ${n} 个对象`}的目标层级写作${levelWords[level]!['zh-CN']}，但在销售人员表中是${levelWords[is]!['zh-CN']}：未计入任何业绩`,
        },
        fix: {
          en: `write ${is} as the level of these targets, or leave it blank`,
          'zh-CN': `请将目标层级改为${levelWords[is]!['zh-CN']}，或留空`,
        },
      };
    },
  },
  'target-months-missing': {
    level: 'warning',
    text: ({ n, month, metric }: { readonly n: number; readonly month: string; readonly metric: string }) => ({
      message: {
        en: `the files hold nothing of ${metricWords[metric]!.word.en} for ${n} month${n === 1 ? '' : 's'} of the targets (first ${month}): actuals are too low there, and nothing is forecast over them`,
        'zh-CN': `目标期间内有 ${n} 个月没有任何${metricWords[metric]!.word['zh-CN']}数据（首个为 ${month}）：实际值偏低，且不跨缺失月份作预测`,
      },
      fix: { en: 'add the files of these months', 'zh-CN': '请补上这些月份的文件' },
    }),
  },
  'target-actuals-partial': {
    level: 'warning',
    text: ({ n, from, metric }: { readonly n: number; readonly from: string; readonly metric: string }) => ({
      message: {
        en: `the data of ${metricWords[metric]!.word.en} begin on ${from}, within the period of ${n} target${n === 1 ? '' : 's'}: what came before is not in the actual`,
        'zh-CN': `${metricWords[metric]!.word['zh-CN']}数据自 ${from} 起，晚于 ${n} 个目标的开始日期：此前的业绩未计入实际值`,
      },
      fix: { en: 'add the files from the first day of the period on', 'zh-CN': '请补上自期间首日起的文件' },
    }),
  },
  'target-parts-untold': {
    level: 'warning',
    text: ({ n, owner, part }: { readonly n: number; readonly owner: string; readonly part: string }) => ({
      message: {
        en: `${owner}${n === 1 ? ' has' : ` and ${n - 1} more have`} no actual: of one of its parts (${part}) nothing is known, and the sum of the others is not the whole`,
        'zh-CN': `${owner}${n === 1 ? '' : ` 等 ${n} 个对象`}没有实际值：其下级 ${part} 的业绩无法得知，不以其余下级之和代替`,
      },
      fix: { en: `write ${part} as the list of reps or the orders do`, 'zh-CN': `请按销售人员表或订单中的写法填写 ${part}` },
    }),
  },
} as const satisfies NoteKinds;
