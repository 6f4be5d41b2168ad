import { both, type Localized } from '../../../lib/localized.ts';

/** Words that only charts of workbooks have. */
export const chartWords = {
  /** The name of the sheet that charts draw from. */
  data: both('_chart data', '_图表数据'),
  firstRows: both('{title}, the first {n}', '{title}（前 {n} 行）'),
  below: both('Interval, below', '区间向下'),
  above: both('Interval, above', '区间向上'),
  rises: both('Rise', '增加'),
  falls: both('Fall', '减少'),
  before: both('Before', '上期'),
  after: both('After', '本期'),
  base: both('Base', '底座'),
  rank: both('Rows, the largest first', '名次（由大到小）'),
  withinLimits: both('within chance', '未超出随机波动'),
  limit95: both('95% limit', '95% 界限'),
  limit998: both('99.8% limit', '99.8% 界限'),
  heldShare: both('Share of the total held', '累计占比'),
} as const satisfies Record<string, Localized>;
