import type { DuckDbEngine } from '../../engine/duckdb.ts';
import { identifier, literal, sql } from '../../engine/sql.ts';
import type { Localized } from '../../lib/localized.ts';
import { type Trouble, trouble } from '../../quality/check.ts';
import { reasonCode } from '../../model/row-reasons.ts';
import { type Export, nameIn } from './several-exports.ts';

/** What becomes of rows that two exports have: the other one counts, as it stands or as it is by now; or both count. */
type Kind = 'elsewhere' | 'superseded' | 'both';

/** Rows of one export that another one has, too. */
type Between = {
  readonly place: number;
  readonly other: number;
  readonly kind: Kind;
  readonly n: number;
  readonly amount: number | null;
  readonly first: number;
  /** Used rows of the export before. */
  readonly used: number;
};

/** Sets the rows in `twice_rows` (place, line, amount, other, kind) aside, each in its export, and says so with rows and money. */
export async function settleTwice(exports: readonly Export[], engine: DuckDbEngine, by: 'number' | 'equal'): Promise<Trouble[]> {
  const found: Between[] = [];
  const touched = await engine.rows<{ place: number }>(sql`select distinct place from twice_rows`);
  const places = new Set(touched.map(({ place }) => place));
  for (const { loaded, place } of exports.filter((one) => places.has(one.place))) {
    const name = identifier(loaded.name);
    found.push(
      ...(await engine.rows<Between>(
        sql`select place, other, kind, count(*) as n, sum(amount) as amount, min(line) as first, (select count(*) from ${name} where _reason = 0) as used
          from twice_rows where place = ${literal(place)} group by place, other, kind order by kind, other`,
      )),
    );
    for (const [kind, reason] of [
      ['superseded', 'order-superseded'],
      ['elsewhere', 'line-elsewhere'],
    ] as const) {
      await engine.run(sql`update ${name} set _reason = ${reasonCode(reason)}
        where _reason = 0 and rowid in (select line from twice_rows where place = ${literal(place)} and kind = ${kind})`);
    }
  }
  return found.map((between) => note(exports, between, by));
}

function note(exports: readonly Export[], { place, other, kind, n, amount, first, used }: Between, by: 'number' | 'equal'): Trouble {
  const at = (wanted: number): Export => exports.find((candidate) => candidate.place === wanted)!;
  const name = nameIn(at(other), exports);
  const where = { table: at(place).loaded, record: first, money: amount };
  if (kind === 'both') return trouble('order-in-two-files', 'warning', n, (inAll) => both(name, inAll, by), remove, where);
  if (kind === 'superseded') return trouble('order-superseded', 'warning', n, (inAll) => superseded(name, inAll), null, where);
  const isAll = n === used;
  return trouble(
    'line-elsewhere',
    by === 'number' ? 'info' : 'warning',
    n,
    (inAll) => elsewhere(name, inAll, isAll, by),
    by === 'number' ? null : remove,
    where,
  );
}

function elsewhere(name: string, inAll: Localized, all: boolean, by: 'number' | 'equal'): Localized {
  const [what, zhWhat] =
    by === 'number' ? ['stand with the same order number, day and amount', '（订单号、日期、金额相同）'] : ['stand equal', '（内容相同）'];
  const [whole, zhWhole] = all ? [': it holds all that counts here', '，其中包含本表的全部有效行'] : ['', ''];
  return {
    en: `rows ${what} in ${name}${whole}${inAll.en}; they count once, there`,
    'zh-CN': `行也在 ${name} 中${zhWhat}${zhWhole}${inAll['zh-CN']}；只在那里计一次`,
  };
}

function superseded(name: string, inAll: Localized): Localized {
  return {
    en: `rows of orders that have another status or amount in ${name}, the later export${inAll.en}; they count as they are there`,
    'zh-CN': `行所属订单的状态或金额在较晚导出的 ${name} 中已变${inAll['zh-CN']}；以其中的为准`,
  };
}

function both(name: string, inAll: Localized, by: 'number' | 'equal'): Localized {
  return by === 'number'
    ? {
        en: `rows of orders that ${name} has too, with other lines${inAll.en}; the lines of both count`,
        'zh-CN': `行所属的订单也在 ${name} 中，但明细不同${inAll['zh-CN']}；两处的明细都计入`,
      }
    : {
        en: `rows have the customer, day and amount of rows of ${name}${inAll.en}; both count`,
        'zh-CN': `行与 ${name} 中的行客户、日期、金额相同${inAll['zh-CN']}；两处都计入`,
      };
}

const remove: Localized = {
  en: 'if that is wrong, leave out one of the two files or sheets',
  'zh-CN': '如不对，请去掉两个文件（工作表）中的一个',
};
