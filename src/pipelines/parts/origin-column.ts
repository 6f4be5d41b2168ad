import type { Column } from '../../views/columns.ts';

/** The day after which a window is held out, in every section. */
export function originColumn<T>(day: (record: T) => string): Column<T> {
  return {
    title: { en: 'Held out after', 'zh-CN': '回测起点' },
    type: 'date',
    basis: { en: 'The forecast knows nothing of what came after this day.', 'zh-CN': '预测仅用截至该日的数据。' },
    value: day,
  };
}
