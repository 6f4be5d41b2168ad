import { trusted } from '../../engine/sql.ts';

const half = 'am|pm|上午|下午|晚上';
const time = `(${half})?\\s*([0-9]{1,2}):([0-9]{2})(?::([0-9]{2})(?:[.,]([0-9]{1,6})[0-9]*)?)?\\s*(${half})?\\s*(?:(?:utc|gmt)?([+-][0-9]{2}(?::?[0-9]{2})?|z|utc|gmt))?(?:\\s*\\([^)]*\\))?`;
const rest = `(?:[t\\s,]+(.*))?$`;
/** A day of the week says nothing that the date does not. */
const weekday =
  '[(（]?(?:(?:星期|礼拜|周|週)[一二三四五六日天]|\\b(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\\b)[)）]?[.,，]?|[(（][一二三四五六月火水木金土日월화수목금토일][)）]';
const months = `['jan','feb','mar','apr','may','jun','jul','aug','sep','oct','nov','dec']`;

/** The instants a file can mean; outside them a date is a typing error or an epoch of 0. */
const earliest = `timestamp '1970-01-02'`;
const latest = `timestamp '2100-01-01'`;

/**
 * Dates as exports write them. `crm_instant_as_written(x, ordering)` and `crm_instant_in_zone(x, ordering, zone)`: `ordering` is 'dmy', 'mdy' or 'ymd' (24-01-05) for the whole column, null where no value needs it
 * (31/01/2024 is then no date); as written, an offset is dropped; in a zone, it is counted in. What cannot be read is null.
 *
 * A macro repeats its argument wherever it names it: a pattern's parts are bound once, by a lambda over a list of one. Without that the expression
 * takes half a second to plan, and the optimizer, which sees the same pattern many times, moves it out of `coalesce` and runs it for every row.
 */
export const dateMacros = [
  `create macro crm_without_weekday(s) as trim(regexp_replace(s, '${weekday}', ' '))`,
  `create macro crm_plausible(t) as case when t >= ${earliest} and t < ${latest} then t end`,
  `create macro crm_year(y) as case when length(y) = 2 then (case when y::integer < 69 then 2000 else 1900 end + y::integer)::varchar else y end`,
  `create macro crm_hour(h, mark) as case when mark in ('pm', '下午', '晚上') and h::integer < 12 then h::integer + 12 when mark in ('am', '上午') and h::integer = 12 then 0 else h::integer end`,
  `create macro crm_offset_minutes(o) as case when o is null or o = '' or o in ('z', 'utc', 'gmt') then 0
     else (case when o[1] = '-' then -1 else 1 end) * (substr(o, 2, 2)::integer * 60 + case when length(o) > 3 then right(o, 2)::integer else 0 end) end`,
  `create macro crm_local(t, o, zone) as case when zone is null or o is null or o = '' then t else timezone(zone, timezone('UTC', t - to_minutes(crm_offset_minutes(o)))) end`,
  `create macro crm_clock_parts(s) as regexp_extract(coalesce(s, ''), '^${time}$', ['before', 'hour', 'minute', 'second', 'fraction', 'after', 'zone'])`,
  `create macro crm_clock(day, p, zone) as case when p.hour <> '' and (p.before = '' or p.after = '') then
     crm_local(try_cast(day || ' ' || crm_hour(p.hour, p.before || p.after) || ':' || p.minute || ':' || coalesce(nullif(p.second, ''), '00') || case when p.fraction = '' then '' else '.' || p.fraction end as timestamp), p.zone, zone) end`,
  `create macro crm_day(y, m, d) as crm_year(y) || '-' || m || '-' || d`,
  `create macro crm_ymd(s) as regexp_extract(s, '^([0-9]{4})\\s*[-/.年]\\s*([0-9]{1,2})\\s*[-/.月]\\s*([0-9]{1,2})\\s*日?${rest.replace('[t\\s,]+', '[t\\s,]*')}', ['y', 'm', 'd', 'rest'])`,
  `create macro crm_two(s) as regexp_extract(s, '^([0-9]{1,2})[-/. ]([0-9]{1,2})[-/. ]([0-9]{4}|[0-9]{1,2})${rest}', ['a', 'b', 'y', 'rest'])`,
  `create macro crm_named_day_first(s) as regexp_extract(s, '^([0-9]{1,2})[-\\s/.]*([a-z]{3,9})[-\\s/.,]*([0-9]{4}|[0-9]{2})${rest}', ['d', 'm', 'y', 'rest'])`,
  `create macro crm_named_month_first(s) as regexp_extract(s, '^(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,?\\s+)?([a-z]{3,9})[-\\s/.]*([0-9]{1,2})(?:st|nd|rd|th)?[-\\s/.,]+([0-9]{4})${rest}', ['m', 'd', 'y', 'rest'])`,
  `create macro crm_month(word) as nullif(coalesce(list_position(${months}, substr(word, 1, 3)), 0), 0)::varchar`,
  `create macro crm_compact(s) as regexp_extract(s, '^(19[7-9][0-9]|20[0-9]{2})([01][0-9])([0-3][0-9])(?:([0-2][0-9])([0-5][0-9])([0-5][0-9]))?$', ['y', 'm', 'd', 'h', 'i', 's'])`,
  `create macro crm_compact_instant(p) as try_cast(p.y || '-' || p.m || '-' || p.d || case when p.h = '' then '' else ' ' || p.h || ':' || p.i || ':' || p.s end as timestamp)`,
  `create macro crm_epoch(s, zone) as crm_local(case when length(s) = 13 then make_timestamp(try_cast(s as bigint) * 1000) else make_timestamp(try_cast(s as bigint) * 1000000) end, 'z', zone)`,
  `create macro crm_serial(s) as case when try_cast(s as double) >= 25570 and try_cast(s as double) < 73051 then timestamp '1899-12-30' + to_milliseconds(round(try_cast(s as double) * 86400)::bigint * 1000) end`,
  `create macro crm_numeric_instant(s, zone) as case when regexp_full_match(s, '[0-9]{13}|[0-9]{10}') then crm_epoch(s, zone)
     when regexp_full_match(s, '[0-9]{8}|[0-9]{14}') then crm_compact_instant(crm_compact(s)) when regexp_full_match(s, '[0-9]{5}(\\.[0-9]+)?') then crm_serial(s) end`,
  `create macro crm_clocked(day, s, zone) as case when coalesce(trim(s), '') = '' then try_cast(day as timestamp)
     else list_transform([crm_clock_parts(s)], lambda clock: crm_clock(day, clock, zone))[1] end`,
  `create macro crm_ordered(p, ordering, zone) as case when p.y <> '' and ordering is not null then
     crm_clocked(case when ordering = 'ymd' then case when length(p.y) < 4 and length(p.a) = 2 then crm_day(p.a, p.b, p.y) end
       else crm_day(p.y, case when ordering = 'dmy' then p.b else p.a end, case when ordering = 'dmy' then p.a else p.b end) end, p.rest, zone) end`,
  `create macro crm_swapped_back(s) as regexp_replace(s, '^(\\s*[0-9]{4}[-/.年])(0?[1-9]|1[0-2])([-/.月])(0?[1-9]|1[0-2])([^0-9]|$)', '\\1\\4\\3\\2\\5')`,
  `create macro crm_named(p, zone) as case when p.y <> '' then crm_clocked(crm_day(p.y, crm_month(p.m), p.d), p.rest, zone) end`,
  `create macro crm_instant_slow(s, ordering, zone) as case
     when regexp_full_match(s, '[0-9.]{5,24}') and not regexp_matches(s, '\\..*\\.') then crm_numeric_instant(s, zone)
     else coalesce(
       list_transform([crm_ymd(s)], lambda p: case when p.y <> '' then crm_clocked(crm_day(p.y, p.m, p.d), p.rest, zone) end)[1],
       list_transform([crm_two(s)], lambda p: crm_ordered(p, ordering, zone))[1],
       list_transform([crm_named_day_first(s)], lambda p: crm_named(p, zone))[1],
       list_transform([crm_named_month_first(s)], lambda p: crm_named(p, zone))[1]) end`,
  `create macro crm_date_text(x) as crm_without_weekday(lower(crm_trim(translate(x, '０１２３４５６７８９／－：．', '0123456789/-:.'))))`,
  `create macro crm_instant_careful(x, ordering, zone) as list_transform([list_transform([crm_date_text(x)], lambda s: crm_instant_slow(s, ordering, zone))[1]], lambda t: crm_plausible(t))[1]`,
  `create macro crm_instant_as_written(x, ordering) as coalesce(crm_plausible(try_cast(x as timestamp)), crm_instant_careful(x, ordering, null::varchar))`,
  `create macro crm_instant_in_zone(x, ordering, zone) as coalesce(
     case when length(x) between 8 and 19 and not suffix(x, 'Z') and not contains(x, '+') and not contains(substr(x, 12), '-') then crm_plausible(try_cast(x as timestamp)) end,
     crm_instant_careful(x, ordering, zone))`,
].map(trusted);
