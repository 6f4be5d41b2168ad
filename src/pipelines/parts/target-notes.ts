import { both, type Localized } from '../../lib/localized.ts';
import { amountText } from '../../views/number-words.ts';
import type { NoteKinds } from '../../views/notes.ts';
import type { Slip } from '../../metrics/targets/parts/units.ts';
import type { Input } from '../../result/result.ts';
import { adding, noneCounts } from './missing-data-words.ts';
import { metricWords, slipText, slipWords } from './target-words.ts';

interface Unknown {
  readonly n: number;
  /** Owners in all. */
  readonly all: number;
  /** One of those whom nobody knows. */
  readonly owner: string;
}

interface Unit {
  readonly metric: string;
  /** What is usual, or was reached, over the target: so many times, or a part. */
  readonly factor: number;
  /** Targets of which it is so. */
  readonly n: number;
  /** One of them: whose, and how much. */
  readonly example: Localized;
}

interface Unusable {
  readonly n: number;
  /** One of them: whose, for which metric, how much, and why that cannot be. */
  readonly example: Localized;
  readonly metric: string;
  readonly value: number;
  readonly slip: Slip;
}

interface Unmeasured {
  readonly n: number;
  readonly metrics: readonly string[];
  /** The canonical field that no file has. */
  readonly field: string;
  readonly inputs: readonly Input[];
}

interface TeamRows {
  readonly n: number;
  /** Whose row is one of them; null where that is not known. */
  readonly owner: string | null;
}

/** What the unit is called that a target lacks, and how it is written, by the factor. */
const units: Readonly<Record<number, { readonly name: Localized; readonly written: string }>> = {
  1000: { name: both('thousands', '千'), written: '千元, k' },
  10_000: { name: both('units of 10,000 (万)', '万'), written: '万元' },
  1_000_000: { name: both('millions', '百万'), written: '百万元, M' },
};

/** What check and track both say of targets, in the same words. */
export const targetNotes = {
  'target-unit-doubtful': {
    level: 'warning',
    text: ({ metric, factor, n, example }: Unit) => {
      const { word } = metricWords[metric]!;
      const isSmall = factor > 1;
      const times = Math.round(isSmall ? factor : 1 / factor);
      const unit = units[times]!;
      const rows = {
        en: `${amountText(n)} ${n === 1 ? 'row' : 'rows'}, such as ${example.en}`,
        'zh-CN': `共 ${amountText(n)} 条，如 ${example['zh-CN']}`,
      };
      if (!isSmall)
        return {
          message: {
            en: `the ${word.en} targets are about ${amountText(times)} times what was reached before (${rows.en}): they or the data are probably in another unit`,
            'zh-CN': `${word['zh-CN']}目标约为历史水平的 ${amountText(times)} 倍（${rows['zh-CN']}）：目标与数据的单位可能不一致`,
          },
          fix: {
            en: 'correct the unit of the targets, or that of the amounts in the data; until then attainment and reach are wrong',
            'zh-CN': '请更正目标的单位或数据的金额单位；在此之前达成率与可实现性不可用',
          },
        };
      return {
        message: {
          en: `the ${word.en} targets are about 1/${amountText(times)} of what was reached (${rows.en}): they are probably in ${unit.name.en}, and the file does not say so`,
          'zh-CN': `${word['zh-CN']}目标约为实际水平的 1/${amountText(times)}（${rows['zh-CN']}）：可能以${unit.name['zh-CN']}为单位，但文件未写明`,
        },
        fix: {
          en: `add a column Unit (${unit.written}), or write whole amounts; until then attainment and reach are wrong`,
          'zh-CN': `请增加“单位”列（${unit.written}），或填写完整数值；在此之前达成率与可实现性不可用`,
        },
      };
    },
  },
  'target-values-unusable': {
    level: 'warning',
    text: ({ n, example, metric, value, slip }: Unusable) => {
      const [{ word }, { why, fix }, text] = [metricWords[metric]!, slipWords[slip], slipText(slip, value)];
      return {
        message: {
          en: `${n} ${n === 1 ? 'target has a value that is none' : 'targets have a value that is none'} of the metric, first ${example.en}, ${word.en}: ${text} (${why.en}): counted nowhere, as if blank`,
          'zh-CN': `${n} 条目标的取值不可能是该指标的值，如 ${example['zh-CN']} ${word['zh-CN']}：${text}（${why['zh-CN']}）：按未填写处理，不计入任何合计`,
        },
        fix,
      };
    },
  },
  'target-data-missing': {
    level: 'warning',
    text: ({ n, metrics, field, inputs }: Unmeasured) => {
      const why = noneCounts(field, inputs) ?? both(`no file has ${field}`, `没有文件含 ${field}`);
      const words = metrics.map((metric) => metricWords[metric]!.word);
      const [en, zh] = [words.map((word) => word.en).join(', '), words.map((word) => word['zh-CN']).join('、')];
      return {
        message: {
          en: `${n} ${n === 1 ? 'target' : 'targets'} for ${en} cannot be measured: ${why.en}`,
          'zh-CN': `${n} 条${zh}目标无法衡量：${why['zh-CN']}`,
        },
        fix: adding(field, inputs),
      };
    },
  },
  'target-manager-rows': {
    level: 'info',
    text: ({ n, owner }: TeamRows) => ({
      message: {
        en: `${n} ${n === 1 ? 'row' : 'rows'} of managers or teams${owner === null ? '' : `, such as ${owner},`} ${n === 1 ? 'stands' : 'stand'} beside the rows of their own reps: taken for the targets of the teams, and not added to those of the reps`,
        'zh-CN': `${n} 条主管或团队目标${owner === null ? '' : `（如 ${owner}）`}与其下属的个人目标并列：计为团队目标，不与个人目标重复相加`,
      },
      fix: {
        en: 'name the manager or team as the Parent of the reps, and both are checked against each other',
        'zh-CN': '请把主管或团队写作个人目标的“上级目标”，即可逐级核对',
      },
    }),
  },
  'target-owners-unknown': {
    level: 'warning',
    text: ({ n, all, owner }: Unknown) => ({
      message: {
        en: `no other file knows ${n === all ? (n === 1 ? 'the owner' : `any of the ${n} owners`) : `${n} of ${all} owners`} of targets, such as ${owner}: nothing tells what counts for them; their names or numbers may be those of another system`,
        'zh-CN': `${all} 个目标对象中有 ${n} 个在其他文件中找不到（如 ${owner}）：无法得知什么计入其目标；其姓名或编号可能来自另一系统`,
      },
      fix: {
        en: 'add the list of reps with both numbers (rep_id and other_id), or write owners as the orders do',
        'zh-CN': '请加入含两种编号的销售人员表（rep_id 与 other_id），或按订单中的写法填写目标对象',
      },
    }),
  },
} as const satisfies NoteKinds;
