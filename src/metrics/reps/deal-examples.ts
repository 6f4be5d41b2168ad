import { z } from 'zod';
import { sql } from '../../engine/sql.ts';
import { both, column } from '../columns.ts';
import { defineMetric } from '../define.ts';
import { dealRows } from './deal-rows.ts';
import { type Attribute, readCases } from './parts/cases.ts';

export const dealExamples = defineMetric({
  id: 'deal_examples',
  question: both('Which deals show best why deals are won and lost?', '哪些商机最能说明赢单与输单的规律？'),
  grain: ['deal_order'],
  columns: {
    deal_order: dealRows.columns['deal_order']!,
    fits: column.count(
      both('Patterns it shows', '符合规律数'),
      both(
        'Patterns of win_patterns that hold and that the deal shows: of a deal won those won more often, of a deal lost those won less often.',
        '该商机符合的、站得住的规律（win_patterns）：赢单取赢面高的，输单取赢面低的。',
      ),
    ),
    patterns: column.text(
      both('Patterns', '符合的规律'),
      both('Those patterns, as attribute=kind; blank for none.', '上述规律，写作 维度=类型；没有为空文本。'),
    ),
  },
  requires: [],
  uses: ['win_patterns', 'deal_features'],
  source: 'Definition: decided deals by the patterns of win_patterns that they show.',
  parameters: z.object({}),
  compute: async (_, read) => {
    const found = await readCases(read);
    if (found?.of !== 'deals') return [];
    const holding = await read(sql`
      select attribute, kind, verdict from win_patterns where verdict <> 'within' order by p, attribute, kind`);
    return found.cases.map(({ deal, succeeded, kinds }) => {
      const shown = holding.filter(
        ({ attribute, kind, verdict }) => kinds[attribute as Attribute] === kind && verdict === (succeeded ? 'above' : 'below'),
      );
      return {
        deal_order: deal!,
        fits: shown.length,
        patterns: shown.map(({ attribute, kind }) => `${String(attribute)}=${String(kind)}`).join(';'),
      };
    });
  },
});
