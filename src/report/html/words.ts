import { both, type Localized } from '../../lib/localized.ts';

/** Words that only the page has. */
export const htmlWords = {
  skip: both('Skip to the text', '跳到正文'),
  contents: both('Contents', '目录'),
  overview: both('Overview', '概览'),
  accounting: both('Data accounting', '数据核对'),
  figures: both('Key figures', '关键数字'),
  paretoPoint: both('the top {n} hold {share}', '前 {n} 个占 {share}'),
  paretoFifth: both('the top {n} (20%) hold {share}', '前 {n} 个（20%）占 {share}'),
  byRank: both('by rank, the largest first', '按金额由多到少'),
  toTarget: both('to target', '较目标'),
  goesOn: both('{share} go on', '{share} 进入下一步'),
  allFigures: both('The figures of the chart', '图中各点数值'),
  legendActual: both('this period', '本期'),
  legendEarlier: both('earlier', '以前'),
  legendTarget: both('target', '目标'),
  legendNote: both(
    'small columns: the last months, from 0; within chance: it could be chance alone',
    '小图为近几个月，自 0 画起；“未超出随机波动”指变化可能只是偶然',
  ),
  account: both(
    'All {read} rows accounted for: {used} used, {aside} set aside, {rejected} rejected',
    '{read} 行全部有去处：使用 {used}，未计入 {aside}，无效 {rejected}',
  ),
  howCounted: both('What every figure is computed from', '每个数怎么算'),
  metaIntervals: both('intervals are 95%', '区间均为 95%'),
  alone: both(
    'This page stands by itself: it asks for nothing from anywhere. The same files, config and as-of date give the same bytes.',
    '本页自成一体：不联网，不含外部资源。同样的文件、配置与截止日期得到逐字节相同的报告。',
  ),
  fixHow: both('{fix} (how: sheet “{sheet}” of the workbook)', '{fix}（写法见工作簿“{sheet}”）'),
  fixInWorkbook: both('(what to do: sheet “{sheet}” of the workbook)', '（处理办法见工作簿“{sheet}”）'),
  details: both('More detail', '更多明细'),
  allInWorkbook: both('{n} more {n|row|rows} in the workbook', '其余 {n} 行见工作簿'),
  allBeside: both(
    '{n} more {n|row|rows}: the first {most} in the workbook, all in {file}',
    '其余 {n} 行：前 {most} 行见工作簿，全部见 {file}',
  ),
  before: both('before {value}', '上期 {value}'),
  targetName: both('target', '目标'),
  target: both('{name} {value} · {share} of it', '{name} {value} · 完成 {share}'),
  change: both('change {value}', '较上期 {value}'),
  smallColumns: both('columns: {title}', '小图：{title}'),
  filter: both('Filter', '筛选'),
  sortBy: both('Sort by {title}', '按“{title}”排序'),
  rejected: both('▲ {n} {n|row was|rows were} rejected: figures may be too low', '▲ {n} 行无效，未计入：数字可能偏低'),
} as const satisfies Record<string, Localized>;
