import { join, literal, type Sql, sql } from '../engine/sql.ts';
import { percentUnits, scales } from '../model/names.ts';
import type { FieldPlan } from './table-plan.ts';

/** Marks and money that a unit may have about it: `万元`, `k€`, `'000 USD`, `Mio. EUR`. */
const marks = " '’‘`.,¥￥$€£";
const money = '人民币|美元|欧元|港元|日元|元|圆|块|rmb|cny|usd|eur|gbp|hkd|jpy|in';

const units = scales.flatMap(([scale, words]) => words.split(' ').map((word) => ({ word, scale })));
const isChinese = /\p{Script=Han}/u;
/** The longest first: 百万 is not 百. */
const ofChinese = units.filter(({ word }) => isChinese.test(word)).toSorted((one, other) => other.word.length - one.word.length);

/** Units of measure that begin as a number does: 千克 is no thousand of anything. */
const measures = ['千克', '千米', '千瓦', '千卡', '千焦', '千帕', '千赫'];

const percents = [...percentUnits, '％'];
const written = units.filter(({ word }) => !isChinese.test(word));

/** The word of a unit without the marks and the money about it, in SQL that DuckDB and PostgreSQL both take: `k` of `k€`, `000` of `'000 USD`; `teur` is one. */
export function wordOfUnit(unit: Sql): Sql {
  const text = sql`replace(lower(${unit}), ' ', '')`;
  const known = join([...percents, ...written.map(({ word }) => word)].map((word) => literal(word)));
  return sql`case when ${text} in (${known}) then ${text} else regexp_replace(translate(${text}, ${marks}, ''), ${money}, '', 'g') end`;
}

/**
 * What a number is multiplied by whose unit stands beside it, by the word of the unit: 10,000 for 万元, 万 and 万件, 1,000 for k€ and '000,
 * 0.01 for %; 1 where it is no multiple. The word is asked for many times: it has to be a column, or it is made as often.
 */
export function factorOfWord(word: Sql): Sql {
  const begins = (by: string, factor: number): Sql => sql`when ${word} like ${`${by}%`} then ${factor}`;
  const branches = [
    sql`when ${word} is null then 1`,
    ...percents.map((percent) => sql`when ${word} = ${percent} then 0.01`),
    begins('百分', 0.01),
    ...written.map(({ word: own, scale }) => sql`when ${word} = ${own} then ${scale}`),
    ...measures.map((measure) => begins(measure, 1)),
    ...ofChinese.map(({ word: own, scale }) => begins(own, scale)),
  ];
  return sql`case ${join(branches, ' ')} else 1 end`;
}

/** The column beside a number that says its unit row by row; null where there is none, or the header of the number says it. */
export function unitBeside<F extends FieldPlan>({ definition, reading }: FieldPlan, fields: readonly F[]): F | null {
  if (definition.percents !== true || reading.multiplier !== 1 || reading.percent) return null;
  return fields.find(({ name }) => name === 'unit') ?? null;
}
