/**
 * What the SQL of a metric may be made of, so that DuckDB, PostgreSQL and what speaks like it (Citus, Greenplum, Hologres) run the same
 * text and yield the same rows. The tests hold every metric and every query of a pipeline to it.
 */

/** A construct that metrics do without. */
export interface PortableRule {
  readonly forbids: string;
  /** What goes wrong with it, and what is written instead. */
  readonly why: string;
  /** Where the limit is documented, if it is one of a cluster. */
  readonly source?: string;
}

function setOf(...lists: readonly string[]): ReadonlySet<string> {
  return new Set(lists.flatMap((list) => list.split(' ')));
}

/** Functions that are known to give the same value everywhere for the arguments metrics give them. `cast` and `extract` have a grammar of their own. */
export const portableFunctions = setOf(
  'abs cast ceil coalesce date_trunc extract floor greatest least mod nullif sign sqrt',
  'count max min percentile_cont sum',
  'dense_rank lag lead rank row_number',
);

/** Types of a cast; a decimal says its digits and decimals. */
export const portableTypes: ReadonlySet<string> = new Set([
  ...setOf('bigint boolean date decimal integer timestamp varchar'),
  'double precision',
]);

export const portableOperators = setOf('+ - * / = <> < <= > >= || :: . ,');

/** The words of the grammar; every other word is the name of a table, a column or a function. */
export const grammarWords = setOf(
  'all and as asc between by case collate cross current desc distinct else end except',
  'exists false filter first following from full group having in inner intersect is join',
  'last left like limit not null nulls offset on or order outer over partition preceding',
  'range right row rows select then true unbounded union using when where with within',
);

const citusLimits = 'https://docs.citusdata.com/en/stable/develop/reference_workarounds.html';
const citusJoins = 'https://docs.citusdata.com/en/stable/develop/reference_sql.html';

const dialect = {
  query: { forbids: 'anything but one query that begins with select or with', why: 'only DuckDB begins a query with from.' },
  function: {
    forbids: 'functions that are not in the list of portable ones',
    why: 'try_cast, list, quantile_cont, date_diff, arg_max, any_value, median and so on exist in one engine only; upper, lower and regular expressions follow the locale of the server; avg, stddev_samp and regr_slope add up floats in no fixed order (sum exactly, divide once); ln, exp and power differ between C libraries in the last digit (models belong to src/stats); round(2.5) of a float is 2 or 3.',
  },
  word: {
    forbids: 'clauses of one engine',
    why: 'exclude, qualify, pivot, using sample, group by all, ilike, asof, semi, anti and positional joins and so on are not known to the others, or are read differently; a column called at is written "at" or t.at.',
  },
  clock: {
    forbids: 'the clock, the user and chance',
    why: 'the same inputs give the same bytes: the as-of date is a parameter.',
  },
  operator: {
    forbids: 'operators, brackets and marks that are not in the list of portable ones',
    why: '// is of DuckDB alone, % takes no float in PostgreSQL, ^ is a power or not, != is written <>, lists, structs, lambdas, JSON arrows and regular expression marks differ.',
  },
  number: {
    forbids: 'numbers with an exponent',
    why: '1e3 is a float in DuckDB and a decimal in PostgreSQL.',
  },
  name: {
    forbids: 'unquoted names with capitals, and names over 63 bytes',
    why: 'PostgreSQL turns the former to lower case and cuts the latter.',
  },
  alias: {
    forbids: 'an alias without as, and a literal with its type before it',
    why: "without as every new keyword of an engine is a syntax error; a date is written '2026-01-31'::date.",
  },
  cast: {
    forbids: 'casts to other than the portable types, and to a decimal without digits and decimals (38 at most)',
    why: 'double, float, text, int and numeric have other names or other digits elsewhere: decimal is (18,3) in DuckDB and any number of digits in PostgreSQL.',
  },
  float_to_exact: {
    forbids: 'a cast of a float to a decimal or an integer, unless it has been rounded by floor or ceil',
    why: 'PostgreSQL rounds to 15 digits on the way to a decimal, DuckDB multiplies: a sum over them differs.',
  },
  division: {
    forbids: 'a division without ::double precision at the end of the dividend or of the divisor',
    why: 'of integers PostgreSQL takes the whole part and DuckDB a float; of decimals PostgreSQL yields a decimal.',
  },
  decimal_product: {
    forbids: 'a product with a ::decimal of at most 18 digits, unless the other factor is cast to a wider one',
    why: 'DuckDB keeps the product of two such decimals to 18 digits and fails beyond them.',
  },
  float_sum: {
    forbids: 'the sum of floats',
    why: 'it depends on the order of the rows, on threads and on nodes: sum integers and decimals, and divide last.',
  },
  percentile: {
    forbids: 'percentile_cont over anything but ::double precision',
    why: 'of decimals and dates DuckDB yields decimals and dates, PostgreSQL floats or nothing.',
  },
  date_trunc: {
    forbids: 'date_trunc of anything but ::timestamp',
    why: 'of a date DuckDB yields a date, PostgreSQL an instant in the zone of the session; cast the result to date.',
  },
  distinct: {
    forbids: 'distinct, except in is distinct from',
    why: 'clusters take distinct aggregates only where the rows are grouped by the distribution column, and distinct on takes any row: group first.',
    source: citusJoins,
  },
  null_order: {
    forbids: 'desc without nulls first or nulls last',
    why: 'nulls come first in PostgreSQL and last in DuckDB.',
  },
  total_order: {
    forbids: 'row_number, lag, lead and frames of rows whose order has ties',
    why: 'rows with the same key come in any order: the last key is one that ends with _id or _order; lag and lead may also read the one key they are ordered by.',
  },
  text_order: {
    forbids: 'min, max and an order over a literal text or something cast to text',
    why: 'columns are ordered by their bytes everywhere, other texts by the locale of the database.',
  },
  limit: { forbids: 'a limit without an order', why: 'it yields any rows.' },
} as const satisfies Readonly<Record<string, PortableRule>>;

const cluster = {
  cluster_word: {
    forbids: 'recursive queries, lateral, grouping sets, rollup, cube, tablesample, for update, and statements that write',
    why: 'Citus runs them on one node only, or not at all.',
    source: citusLimits,
  },
  subquery: {
    forbids: 'a query in brackets anywhere but after from, join or as',
    why: 'one inside an expression may be correlated, which Citus takes only on the distribution column: join it.',
    source: citusLimits,
  },
  join: {
    forbids:
      'a join that does not equate a column of the same name on both sides, for a distributed table its distribution column (an inner join with a query in brackets or a name from with may do without); a full join on anything else besides',
    why: 'an outer join of distributed tables works only on the distribution column, an inner one elsewhere moves the rows between the nodes.',
    source: citusLimits,
  },
  cross_join: {
    forbids: 'tables separated by commas, and a cross join with a table (rather than a query in brackets or a name from with)',
    why: 'Citus refuses the product of two distributed tables.',
    source: citusJoins,
  },
  window: {
    forbids: 'a window over a distributed table that is not partitioned by its distribution column',
    why: 'every line of every order would travel to one node: aggregate first, then look at the few rows that remain.',
    source: citusLimits,
  },
} as const satisfies Readonly<Record<string, PortableRule>>;

export const portableRules = { ...dialect, ...cluster } as const satisfies Readonly<Record<string, PortableRule>>;

export type PortableRuleId = keyof typeof portableRules;

/** Words that give away the clauses of a rule, wherever they stand unquoted. */
export const rejectedWords: Readonly<Record<'word' | 'clock' | 'cluster_word', ReadonlySet<string>>> = {
  word: setOf(
    'anti any array asof at exclude glob ilike interval isnull lambda list map materialized notnull',
    'pivot positional qualify sample semi similar some struct summarize unpivot values',
  ),
  clock: setOf('current_date current_time current_timestamp current_user localtime localtimestamp now random today'),
  cluster_word: setOf('cube delete for grouping insert lateral merge recursive rollup tablesample update'),
};
