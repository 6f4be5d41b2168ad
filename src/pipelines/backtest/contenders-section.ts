import { contenders } from '../../forecast/churn/contenders.ts';
import type { Lang, Localized } from '../../lib/localized.ts';
import type { ResultCell, TableSection } from '../../result/result.ts';
import type { ViewContext } from '../../views/context.ts';
import { codeOf } from '../../views/codes.ts';
import { contenderTitle } from '../../views/forecast/words.ts';
import { from, type ListColumn, own, reads } from '../../views/list-columns.ts';
import { list } from '../../views/list.ts';
import { ascending, descending } from '../../views/list-source.ts';

/** How each contender ranked the customers of each hold-out; the default, chosen before the fact, first. */
export function contendersSection(input: ViewContext): Promise<TableSection> {
  return list(input, {
    id: 'contenders',
    title: { en: 'Who told best who would stop', 'zh-CN': '各方法识别停购客户的效果' },
    of: 'churn_contest',
    place: 'detail',
    order: [...descending('churn_contest', 'origin', 'chosen', 'auc'), ...ascending('churn_contest', 'position')],
    columns: [
      ...from('churn_contest', 'origin'),
      contender(input.lang),
      kind(input.lang),
      ...from('churn_contest', 'customers'),
      ...titled({ en: 'AUC', 'zh-CN': 'AUC' }, from('churn_contest', 'auc')),
      ...from('churn_contest', 'auc_low', 'auc_high', 'average_precision', 'lift', 'brier', 'scored_customers'),
      ...titled({ en: 'AUC of those scored', 'zh-CN': '可评估客户的 AUC' }, from('churn_contest', 'auc_scored')),
      ...from('churn_contest', 'auc_scored_low', 'auc_scored_high'),
    ],
    glance: { first: ['contender', 'auc', 'auc_low', 'auc_high', 'average_precision', 'lift', 'brier', 'origin'] },
    chart: { kind: 'dots', label: 'contender', value: 'auc', low: 'auc_low', high: 'auc_high' },
  });
}

function titled(title: Localized, columns: readonly ListColumn[]): ListColumn[] {
  return columns.map((column) => ({ ...column, title }));
}

function contender(lang: Lang): ListColumn {
  const usual = { en: 'the default: ', 'zh-CN': '默认：' }[lang];
  const titles = new Map<ResultCell, string>(contenders.map((each) => [each.id, contenderTitle(each)[lang]]));
  return own(
    'contender',
    {
      title: { en: 'Contender', 'zh-CN': '方法' },
      type: 'text',
      basis: {
        en: 'A way to tell who will buy nothing in the window; the default is the one chosen with earlier windows alone.',
        'zh-CN': '判断窗口内谁不再购买的方法；默认方法仅依据更早的窗口选出。',
      },
    },
    reads('churn_contest', 'contender', 'chosen'),
    (id = null, chosen = null) => `${chosen === 1 ? usual : ''}${titles.get(id) ?? id}`,
    (id = null) => codeOf(id),
  );
}

const kinds: ReadonlyMap<ResultCell, Localized> = new Map([
  ['default', { en: 'default', 'zh-CN': '默认' }],
  ['model', { en: 'model', 'zh-CN': '模型' }],
  ['naive', { en: 'naive rule', 'zh-CN': '简单规则' }],
  ['reference', { en: 'for reference', 'zh-CN': '仅供参考' }],
]);

function kind(lang: Lang): ListColumn {
  return own(
    'kind',
    {
      title: { en: 'Kind', 'zh-CN': '类别' },
      type: 'text',
      basis: {
        en: 'Naive rules need no model; what is for reference is measured, but never chosen.',
        'zh-CN': '简单规则无需模型；仅供参考者只作比较，不会被选用。',
      },
    },
    reads('churn_contest', 'kind', 'chosen'),
    (id = null, chosen = null) => kinds.get(chosen === 1 ? 'default' : id)?.[lang] ?? id,
    (id = null, chosen = null) => codeOf(chosen === 1 ? 'default' : id),
  );
}
