import { both, column } from '../../columns.ts';

/** The grain of figures of groups of leads. */
export const groupColumns = {
  dimension: column.text(
    both('By', '维度'),
    both(
      'all: all leads; else source, batch, industry, region, size, product, pool or month of entry. One in which all leads are alike, or that has over 1,000 values, is left out. By rep: rep_conversion, from the day each rep got a lead.',
      'all 全部线索；其余为 source 来源、batch 批次、industry 行业、region 区域、size 规模、product 意向产品、pool 公海、month 进入月份。所有线索取值相同或取值超过 1,000 个的维度不列出。按销售见 rep_conversion，自各销售取得线索之日起计。',
    ),
  ),
  value: column.text(both('Group', '分组'), both('As the lead file has it; empty where it does not say.', '按线索表原样；未填写为空。')),
};
