import { both, type Localized } from '../../lib/localized.ts';

/** Words that only the page has. */
export const htmlWords = {
  skip: both('Skip to the text', '跳到正文'),
  contents: both('Contents', '目录'),
  overview: both('Overview', '概览'),
  accounting: both('Data accounting', '数据核对'),
  figures: both('Key figures', '关键数字'),
  paretoPoint: both('the top {n} hold {share}', '前 {n} 位占 {share}'),
  details: both('More detail', '更多明细'),
  allInWorkbook: both('{n} more {n|row|rows}: a workbook (--out FILE.xlsx) has them', '其余 {n} 行见工作簿（--out 文件.xlsx）'),
  before: both('before {value}', '上期 {value}'),
  target: both('target {value} · {share}', '目标 {value} · 完成 {share}'),
  change: both('change {value}', '较上期 {value}'),
  filter: both('Filter', '筛选'),
  sortBy: both('Sort by {title}', '按“{title}”排序'),
  rejected: both('▲ {n} {n|row was|rows were} rejected: figures may be too low', '▲ {n} 行无效，未计入：数字可能偏低'),
} as const satisfies Record<string, Localized>;
