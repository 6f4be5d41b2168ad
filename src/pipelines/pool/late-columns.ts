import { sql } from '../../engine/sql.ts';
import { both, type Localized } from '../../lib/localized.ts';
import type { ResultRow, TableSection } from '../../result/result.ts';
import { percentText, pText } from '../../views/number-words.ts';
import { metricColumns, metricHeading } from '../../views/of-metrics.ts';
import { table } from '../../views/table.ts';
import { attributeName } from './attribute-words.ts';
import type { PoolInput } from './run.ts';

/** Every attribute by itself: how much it tells, and why some are in no model. */
export async function leadColumnsSection({ engine, lang }: Pick<PoolInput, 'engine' | 'lang'>): Promise<TableSection> {
  const rows = await engine.rows<ResultRow>(sql`select * from lead_columns order by attribute_order`);
  return table<ResultRow>(
    lang,
    {
      id: 'lead_columns',
      title: both('Attributes of leads by themselves', '线索各属性单独的区分度'),
      place: 'detail',
      glance: { first: ['attribute', 'area', 'filled', 'p_adjusted', 'evidence'] },
    },
    {
      attribute: {
        ...metricHeading('lead_columns', 'attribute'),
        value: ({ attribute }) => attributeName(String(attribute)),
        code: ({ attribute = null }) => attribute,
      },
      evidence: {
        title: both('After the fact', '事后填写'),
        type: 'text',
        basis: both(
          'Why the column is taken for one that is filled in after the fact, and is in no model.',
          '被判为事后填写、不进入模型的依据。',
        ),
        value: (row) => (row['after_the_fact'] === null ? null : evidenceText(row)),
        code: ({ after_the_fact: reason = null }) => reason,
      },
      ...metricColumns(
        'lead_columns',
        'area',
        'area_low',
        'area_high',
        'filled',
        'blank_converted',
        'blank_others',
        'p_adjusted',
        'kind',
        'attribute_order',
      ),
    },
    rows,
  );
}

/** Why a column is taken for one that is filled in after the fact. */
function evidenceText(row: ResultRow): Localized {
  const area = Number(row['area']).toFixed(2);
  const [own, others] = [percentText(Number(row['blank_converted'])), percentText(Number(row['blank_others']))];
  switch (row['after_the_fact']) {
    case 'said':
      return both('left out by the config (pool.attributes.leave_out)', '由配置排除（pool.attributes.leave_out）');
    case 'repeats_outcome':
      return both('repeats the outcome', '与结果一致');
    case 'too_good':
      return both(`by itself ranks leads too well to be known before (AUC ${area})`, `单独即可几乎完全区分（AUC ${area}），不可能事先知道`);
    case 'blank_by_outcome':
      return both(
        `blank for ${own} of the leads that converted, ${others} of the others`,
        `已转化线索中空缺 ${own}，未转化中空缺 ${others}`,
      );
    default: {
      const p = pText(Number(row['p_adjusted']));
      const blanks = Math.abs(Number(row['blank_converted']) - Number(row['blank_others'])) >= 0.1;
      return both(
        `by its name written while a lead is worked, and depends on the outcome (${blanks ? `blank for ${own} of converted, ${others} of others; ` : ''}${p})`,
        `列名表明在跟进中填写，且与结果相关（${blanks ? `空缺：已转化 ${own}、未转化 ${others}；` : ''}${p}）`,
      );
    }
  }
}

const reasonWords: Readonly<Record<string, Localized>> = {
  said: both('left out by the config', '由配置排除'),
  repeats_outcome: both('repeats the outcome', '与结果一致'),
  too_good: both('ranks too well by itself', '单独区分度过高'),
  blank_by_outcome: both('blank by outcome', '空缺与结果对应'),
  late_name: both('by its name written while a lead is worked, and depends on the outcome', '列名表明在跟进中填写，且与结果相关'),
};

/** `repeats the outcome: Done; ranks too well by itself: Tags (AUC 0.92); …`. */
export function lateColumnsText(rows: readonly ResultRow[]): Localized {
  const groups = Object.entries(reasonWords).flatMap(([reason, words]) => {
    const own = rows.filter(({ after_the_fact: found }) => found === reason);
    if (own.length === 0) return [];
    const names = own.map((row) => {
      const name = attributeName(String(row['attribute']));
      const area = reason === 'too_good' ? Number(row['area']).toFixed(2) : null;
      return both(`${name.en}${area === null ? '' : ` (AUC ${area})`}`, `${name['zh-CN']}${area === null ? '' : `（AUC ${area}）`}`);
    });
    return [
      both(`${words.en}: ${names.map(({ en }) => en).join(', ')}`, `${words['zh-CN']}：${names.map((each) => each['zh-CN']).join('、')}`),
    ];
  });
  return both(groups.map(({ en }) => en).join('; '), groups.map((each) => each['zh-CN']).join('；'));
}
