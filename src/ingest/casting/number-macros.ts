import { trusted } from '../../engine/sql.ts';

/** One pattern takes an amount apart: brackets, sign, currency, digits, unit, a note in brackets. Linear (RE2). */
const amount =
  '^(\\()?([+-]?)(?:rmb|cny|usd|eur|us\\$|hk\\$|[¥$€£])?([+-]?)((?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\\.[0-9]*)?(?:e[+-]?[0-9]{1,2})?|\\.[0-9]+)' +
  '(百万|千万|万|亿|千|k|w|mm|m|bn|b)?(?:人民币|元整|元|圆|rmb|cny|usd|eur|[¥$€£])?(%)?(\\))?(?:\\([^0-9]*\\))?(-)?$';

/**
 * Amounts as exports write them: ¥1,234.50 · $45k · 12.5万元 · （1,234） · 499.00（系统计算中，该值仅供参考）. The plain cast is tried first, so a clean column
 * pays nothing; with `comma` the decimal mark is a comma (1.234,50), which is decided for a whole column. `factor` is the unit of the header, which
 * an amount with a unit of its own does not take. The parts are bound once, by a lambda: see date-macros.ts.
 */
export const numberMacros = [
  `create macro crm_sober(x) as case when x between -1000000000000 and 1000000000000 then x end`,
  `create macro crm_number_text(x) as lower(regexp_replace(translate(x, '０１２３４５６７８９．，－＋（）％￥＄−', '0123456789.,-+()%¥$-'), '[\\s\\x{00a0}\\x{3000}\\x{200b}\\x{feff}''\`"=]', '', 'g'))`,
  `create macro crm_number_parts(s) as regexp_extract(s, '${amount}', ['open', 'sign', 'inner_sign', 'digits', 'unit', 'percent', 'close', 'trailing'])`,
  `create macro crm_number_unit(u) as case u when '千' then 1000 when 'k' then 1000 when '万' then 10000 when 'w' then 10000 when '百万' then 1000000 when 'm' then 1000000
     when 'mm' then 1000000 when '千万' then 10000000 when '亿' then 100000000 when 'bn' then 1000000000 when 'b' then 1000000000 else 1 end::decimal(12,0)`,
  `create macro crm_number_value(p) as try_cast(replace(p.digits, ',', '') as decimal(26,8)) * crm_number_unit(p.unit)
     * (case when (p.open = '(') <> (p.close = ')') or p.sign <> '' and p.inner_sign <> '' then null when (p.open = '(') <> (p.sign = '-' or p.inner_sign = '-' or p.trailing = '-') then -1 else 1 end)::decimal(1,0)`,
  `create macro crm_number_slow(x, factor) as list_transform([crm_number_parts(crm_number_text(x))],
     lambda p: case when p.percent = '' then crm_number_value(p) * (case when p.unit = '' then factor else 1 end)::decimal(10,0) end)[1]`,
  `create macro crm_percent_slow(x) as list_transform([crm_number_parts(crm_number_text(x))], lambda p: case when p.percent = '%' then crm_number_value(p) / 100 end)[1]`,
  `create macro crm_comma(x) as translate(x, '.,', ',.')`,
].map(trusted);
