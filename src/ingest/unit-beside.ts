import { join, literal, type Sql, sql } from '../engine/sql.ts';
import { percentUnits, scales } from '../model/names.ts';
import type { FieldPlan } from './table-plan.ts';

/** Marks and money that a unit may have about it: `万元`, `k€`, `'000 USD`, `Mio. EUR`. */
const about = "' ’ ‘ ` . , ¥ ￥ $ € £ 人民币 美元 欧元 港元 日元 元 圆 块 rmb cny usd eur gbp hkd jpy in".split(' ');

const units = scales.flatMap(([scale, words]) => words.split(' ').map((word) => ({ word, scale })));
const isChinese = /\p{Script=Han}/u;
/** The longest first: 百万 is not 百. */
const ofChinese = units.filter(({ word }) => isChinese.test(word)).toSorted((one, other) => other.word.length - one.word.length);

/** Units of measure that begin as a number does: 千克 is no thousand of anything. */
const measures = ['千克', '千米', '千瓦', '千卡', '千焦', '千帕', '千赫'];

const listOf = (words: Iterable<string>): Sql => join([...words].map((word) => literal(word)));

/**
 * What a number is multiplied by whose unit stands beside it: 10,000 for 万元, 万 and 万件, 1,000 for k€ and '000, 0.01 for %; 1 where it is no
 * multiple. In SQL that DuckDB and PostgreSQL both take.
 */
export function factorOfUnit(unit: Sql): Sql {
  const text = sql`replace(lower(trim(${unit})), ' ', '')`;
  const bare = about.reduce((rest, mark) => sql`replace(${rest}, ${mark}, '')`, text);
  const letters = scales.map(([scale, words]) => {
    const own = words.split(' ').filter((word) => !isChinese.test(word));
    return own.length === 0 ? sql`` : sql`when ${text} in (${listOf(own)}) or ${bare} in (${listOf(own)}) then ${literal(scale)}`;
  });
  return sql`case
    when ${unit} is null then 1
    when ${text} in (${listOf([...percentUnits, '％'])}) or ${bare} like '百分%' then 0.01
    ${join(letters, ' ')}
    ${join(
      measures.map((word) => sql`when ${bare} like ${`${word}%`} then 1`),
      ' ',
    )}
    ${join(
      ofChinese.map(({ word, scale }) => sql`when ${bare} like ${`${word}%`} then ${literal(scale)}`),
      ' ',
    )}
    else 1
  end`;
}

/** The column beside a number that says its unit row by row; null where there is none, or the header of the number says it. */
export function unitBeside<F extends FieldPlan>({ definition, reading }: FieldPlan, fields: readonly F[]): F | null {
  if (definition.percents !== true || reading.multiplier !== 1 || reading.percent) return null;
  return fields.find(({ name }) => name === 'unit') ?? null;
}
