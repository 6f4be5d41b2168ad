import type { IsoDate } from '../../../lib/dates.ts';
import { percentText } from '../../../views/number-words.ts';
import type { NoteKinds } from '../../../views/notes.ts';
import { basisWords } from './words.ts';

interface Owners {
  readonly owners: readonly string[];
}

const most = 5;

/** The first names, and how many more there are. */
function named(names: readonly string[]): { en: string; 'zh-CN': string } {
  const more = names.length - most;
  return {
    en: `${names.slice(0, most).join(', ')}${more > 0 ? ` and ${more} more` : ''}`,
    'zh-CN': `${names.slice(0, most).join('、')}${more > 0 ? ` 等 ${names.length} 个` : ''}`,
  };
}

export const splitNotes = {
  'split-bounds-given-up': {
    level: 'warning',
    text: ({ side, room, value }: { readonly side: 'least' | 'most'; readonly room: string; readonly value: string }) => ({
      message:
        side === 'most'
          ? {
              en: `the upper bounds allow ${room} in all, less than the ${value} to be split: they were not kept`,
              'zh-CN': `各上限合计 ${room}，小于要分解的 ${value}：上限未予执行`,
            }
          : {
              en: `the lower bounds ask for ${room} in all, more than the ${value} to be split: they were not kept`,
              'zh-CN': `各下限合计 ${room}，大于要分解的 ${value}：下限未予执行`,
            },
      fix: {
        en: 'choose a wider --floor or --cap, change targets.split.limits, or another --value',
        'zh-CN': '请放宽 --floor 或 --cap、调整 targets.split.limits，或更改 --value',
      },
    }),
  },
  'split-limits-conflict': {
    level: 'warning',
    text: ({ owners }: Owners) => ({
      message: {
        en: `the limits of ${named(owners).en} cannot hold beside those of whoever they are made of: the latter were kept`,
        'zh-CN': `${named(owners)['zh-CN']} 的限额与其下级的限额矛盾：以下级为准`,
      },
      fix: { en: 'change targets.split.limits', 'zh-CN': '请调整 targets.split.limits' },
    }),
  },
  'split-limit-unknown': {
    level: 'warning',
    text: ({ owners }: Owners) => ({
      message: {
        en: `targets.split.limits names ${named(owners).en}, who gets no target`,
        'zh-CN': `targets.split.limits 中的 ${named(owners)['zh-CN']} 不在分解对象中`,
      },
      fix: {
        en: 'write the name as the section by_owner has it, a customer by its id',
        'zh-CN': '请按 by_owner 部分的写法填写，客户写编号',
      },
    }),
  },
  'split-season-unknown': {
    level: 'warning',
    text: ({ months }: { readonly months: number }) => ({
      message: {
        en: `the orders cover ${months} full months, too few to learn a season of: months get even parts`,
        'zh-CN': `订单仅覆盖 ${months} 个完整月，不足以学习季节性：各月平均`,
      },
      fix: { en: 'add older orders, or choose --season working-days', 'zh-CN': '请加上更早的订单，或选择 --season working-days' },
    }),
  },
  'split-season-untested': {
    level: 'info',
    text: () => ({
      message: {
        en: 'the orders cover less than two years: whether the learned season does better than even months was not tested',
        'zh-CN': '订单不足两年：未能检验历史季节性是否优于各月平均',
      },
      fix: { en: 'add older orders, or choose --season even', 'zh-CN': '请加上更早的订单，或选择 --season even' },
    }),
  },
  'split-season-not-better': {
    level: 'warning',
    text: ({ years, learned, even }: { readonly years: number; readonly learned: number; readonly even: number }) => ({
      message: {
        en: `held out, the learned season does no better than even months: on average of ${years} years ${percentText(learned)} of the number stood in the wrong month, with even months ${percentText(even)}`,
        'zh-CN': `留出检验中历史季节性不优于各月平均：${years} 年平均有 ${percentText(learned)} 落在错误月份，各月平均为 ${percentText(even)}`,
      },
      fix: { en: 'choose --season even or working-days', 'zh-CN': '请选择 --season even 或 working-days' },
    }),
  },
  'split-reps-left': {
    level: 'info',
    text: ({ reps, brought, months }: { readonly reps: readonly string[]; readonly brought: string; readonly months: number }) => ({
      message: {
        en: `no target for ${named(reps).en}: in no list of reps and without a sale in ${months} months; the ${brought} of the last twelve months are asked of the others`,
        'zh-CN': `${named(reps)['zh-CN']} 不分配目标：不在销售人员表且 ${months} 个月内无成交；其近 12 个月的 ${brought} 由其他人承担`,
      },
      fix: {
        en: 'put who is still there into the list of reps, or change targets.split.left_months',
        'zh-CN': '仍在职者请加入销售人员表，或调整 targets.split.left_months',
      },
    }),
  },
  'split-owners-unknown': {
    level: 'warning',
    text: () => ({
      message: {
        en: 'the files name no rep: the number is split by month alone',
        'zh-CN': '文件中没有销售：仅按月分解',
      },
      fix: {
        en: 'add the list of reps, or name the column: --map orders.rep=HEADER, --map customers.owner=HEADER',
        'zh-CN': '请加上销售人员表，或指定列：--map orders.rep=列名、--map customers.owner=列名',
      },
    }),
  },
  'split-basis-unknown': {
    level: 'warning',
    text: ({ bases }: { readonly bases: readonly (keyof typeof basisWords)[] }) => ({
      message: {
        en: `the files do not say: ${bases.map((basis) => basisWords[basis].en).join(', ')}; shares rest on what is left, else on equal parts`,
        'zh-CN': `文件未提供：${bases.map((basis) => basisWords[basis]['zh-CN']).join('、')}；份额按其余依据，没有时均分`,
      },
      fix: {
        en: 'add the list of reps (capacity) or the customers with their owner (potential), or choose another --by',
        'zh-CN': '请加上销售人员表（库容）或带负责人的客户表（潜力），或选择其他 --by',
      },
    }),
  },
  'split-months-missing': {
    level: 'warning',
    text: ({ months }: { readonly months: readonly string[] }) => ({
      message: {
        en: `the files have no target of the company for ${named(months).en}: these months get none`,
        'zh-CN': `文件中没有 ${named(months)['zh-CN']} 的公司目标：这些月份为 0`,
      },
      fix: { en: 'add them to the targets file, or give --value', 'zh-CN': '请补全目标文件，或给出 --value' },
    }),
  },
  'split-holidays-unknown': {
    level: 'warning',
    text: ({ lastDay }: { readonly lastDay: IsoDate }) => ({
      message: {
        en: `public holidays of China are known up to ${lastDay}: after that all days but weekends count as worked`,
        'zh-CN': `法定节假日数据截至 ${lastDay}：此后除周末外均按工作日计算`,
      },
      fix: {
        en: 'list the days in targets.calendar, or update crm-eval',
        'zh-CN': '在 targets.calendar 中列出假期与上班日，或更新 crm-eval',
      },
    }),
  },
} as const satisfies NoteKinds;
