import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../../src/lib/dates.ts';
import type { Row } from '../../../src/lib/rows.ts';
import { isWorkingDay, shiftsOf, type WorkingCalendar } from '../../../src/lib/working-calendar.ts';
import { type Input, rowsOf } from '../run.ts';

const as_of = '2026-03-31';
const speeds = (leads: readonly Row[], pool: unknown = {}, more: Input = {}): Promise<Row[]> =>
  rowsOf('lead_speed', { leads, ...more, parameters: { as_of, pool } });

/** A lead with these two times, contacted. */
const contacted = (lead_id: string, assigned_at: string, first_contact_at: string): Row => ({
  lead_id,
  owner: '张三',
  created_at: '2026-01-05 08:00:00',
  assigned_at,
  first_contact_at,
});
const hoursOf = (rows: readonly Row[]) => rows.map(({ working_hours }) => working_hours);

describe('lead_speed', () => {
  it('leaves nights and weekends out: what comes in then waits from the next opening', async () => {
    // 9 January 2026 is a Friday.
    const rows = await speeds([
      contacted('A', '2026-01-09 17:00:00', '2026-01-12 10:00:00'),
      contacted('B', '2026-01-09 22:00:00', '2026-01-12 09:30:00'),
      contacted('C', '2026-01-10 11:00:00', '2026-01-11 20:00:00'),
      contacted('D', '2026-01-12 07:30:00', '2026-01-12 08:00:00'),
      contacted('E', '2026-01-12 17:59:30', '2026-01-12 18:00:30'),
    ]);
    expect(hoursOf(rows)).toEqual([2, 0.5, 0, 0, 30 / 3600]);
    expect(rows.map(({ calendar_hours }) => calendar_hours)).toEqual([65, 59.5, 33, 0.5, 60 / 3600]);
    expect(rows.every(({ in_time }) => in_time)).toBe(true);
  });

  it('leaves lunch out where the day has several shifts', async () => {
    const rows = await speeds(
      [
        contacted('A', '2026-01-12 11:30:00', '2026-01-12 14:00:00'),
        contacted('B', '2026-01-12 12:10:00', '2026-01-12 13:20:00'),
        contacted('C', '2026-01-12 09:00:00', '2026-01-13 09:00:00'),
      ],
      { calendar: { hours: ['09:00-12:00', '13:30-18:00'] } },
    );
    expect(hoursOf(rows)).toEqual([1, 0, 7.5]);
  });

  it('counts the Saturday worked before the Spring Festival, and none of the days off', async () => {
    const leads = [contacted('A', '2026-02-13 17:00:00', '2026-02-24 10:00:00')];
    // Friday 1, Saturday 9, Tuesday 1; without the holidays six working days in between.
    expect(hoursOf(await speeds(leads, { calendar: { holidays: 'cn' } }))).toEqual([11]);
    expect(hoursOf(await speeds(leads))).toEqual([1 + 6 * 9 + 1]);
  });

  it('counts by the local clock, which skips no hour in spring', async () => {
    const calendar = { hours: '00:00-24:00', weekend: [] };
    const rows = await speeds([contacted('A', '2026-03-08 01:00:00', '2026-03-08 04:00:00')], { calendar });
    expect(rows[0]).toMatchObject({ working_hours: 3, calendar_hours: 3 });
  });

  it('tells how fast each was contacted by the service level and working days', async () => {
    const rows = await speeds([
      contacted('A', '2026-01-12 10:00:00', '2026-01-12 18:00:00'),
      contacted('B', '2026-01-12 10:00:00', '2026-01-13 10:00:00'),
      contacted('C', '2026-01-12 10:00:00', '2026-01-13 10:00:01'),
      contacted('D', '2026-01-12 10:00:00', '2026-01-15 10:00:00'),
      contacted('E', '2026-01-12 10:00:00', '2026-01-15 10:01:00'),
    ]);
    expect(rows.map(({ in_time, speed_band }) => [in_time, speed_band])).toEqual([
      [true, 'in_time'],
      [false, 'one_day'],
      [false, 'three_days'],
      [false, 'three_days'],
      [false, 'later'],
    ]);
    const [strict] = await speeds([contacted('A', '2026-01-12 10:00:00', '2026-01-12 18:00:00')], { service_hours: 7.5 });
    expect(strict).toMatchObject({ in_time: false, speed_band: 'one_day' });
  });

  it('holds the time that unanswered leads have waited apart, and judges only what is decided', async () => {
    // The file counts contacts: these have none.
    const open = { owner: '张三', status: 'working', contacts: 0 };
    const rows = await speeds([
      // 31 March 2026 is a Tuesday.
      { lead_id: 'A', ...open, created_at: '2026-03-31 15:00:00' },
      { lead_id: 'B', ...open, created_at: '2026-03-30 17:00:00' },
      { lead_id: 'C', ...open, status: 'converted', created_at: '2026-01-05 09:00:00', converted_at: '2026-02-05 09:00:00' },
      { lead_id: 'D', ...open, status: 'lost', created_at: '2026-01-05 09:00:00' },
      { lead_id: 'E', ...open },
    ]);
    expect(
      rows.map(({ answer, working_hours, waiting_hours, in_time, speed_band, conversion_days }) => [
        answer,
        working_hours,
        waiting_hours,
        in_time,
        speed_band,
        conversion_days,
      ]),
    ).toEqual([
      ['waiting', null, 3, null, null, null],
      ['waiting', null, 10, false, 'never', null],
      ['closed', null, null, null, null, 31],
      ['closed', null, null, null, null, null],
    ]);
  });

  it('judges a lead lost without a contact by the time until then', async () => {
    const invalid = (lead_id: string, at: string): Row[] => [
      { lead_id, event: 'enter', at: '2026-01-12 09:00:00', rep: null },
      { lead_id, event: 'claim', at: '2026-01-12 10:00:00', rep: '张三' },
      { lead_id, event: 'invalidate', at, rep: '张三' },
    ];
    const pool_events = [...invalid('A', '2026-01-12 11:00:00'), ...invalid('B', '2026-01-14 10:00:00')];
    const called = { lead_id: 'Z', event: 'contact', at: '2026-01-12 11:00:00', rep: '张三' };
    const rows = await speeds([], {}, { pool_events: [...pool_events, called] });
    expect(rows.slice(0, 2).map(({ answer, in_time, speed_band }) => [answer, in_time, speed_band])).toEqual([
      ['closed', null, null],
      ['closed', false, 'never'],
    ]);
  });

  it('calls no lead uncontacted of which nobody knows that, or when', async () => {
    const lead = (lead_id: string, more: Row = {}): Row => ({ lead_id, status: 'working', created_at: '2026-01-12 10:00:00', ...more });
    const known = (rows: readonly Row[]): unknown[] =>
      rows.map(({ answer, in_time, speed_band, waiting_hours }) => [answer, in_time, speed_band, waiting_hours]);
    const unknown = ['unknown', null, null, null];
    expect(known(await speeds([lead('A'), lead('B', { status: 'lost' })]))).toEqual([unknown, unknown]);
    // Contacted, but nobody knows when for the first time; and one that was not.
    const rows = await speeds([lead('A', { last_contact_at: '2026-03-01 10:00:00' }), lead('B', { contacts: 2 }), lead('C')]);
    expect(known(rows)).toEqual([unknown, unknown, ['waiting', false, 'never', expect.any(Number)]]);
  });

  it('does not know the first contact of leads that came in long before contacts are on record', async () => {
    const lead = (lead_id: string, created_at: string, more: Row = {}): Row => ({ lead_id, status: 'working', created_at, ...more });
    const leads = [
      lead('A', '2024-01-10 10:00:00'),
      lead('B', '2024-01-10 10:00:00'),
      lead('C', '2024-01-10 10:00:00', { status: 'lost' }),
      // Thirty-one and thirty days before the first contact on record.
      lead('D', '2026-02-01 10:00:00'),
      lead('E', '2026-02-02 10:00:00'),
      lead('F', '2026-03-02 10:00:00'),
    ];
    const activities = [
      { lead_id: 'F', at: '2026-03-04 09:30:00' },
      { lead_id: 'B', at: '2026-03-10 10:00:00' },
    ];
    const rows = await speeds(leads, {}, { activities });
    expect(rows.map(({ answer, working_hours, in_time }) => [answer, working_hours, in_time])).toEqual([
      ['unknown', null, null],
      ['unknown', null, null],
      ['unknown', null, null],
      ['unknown', null, null],
      ['waiting', null, false],
      ['contacted', 17.5, false],
    ]);
    // Of what the lead file tells nothing is missing.
    const told = leads.map((each, index) => (index === 0 ? { ...each, first_contact_at: '2024-01-10 11:00:00' } : each));
    expect((await speeds(told, {}, { activities })).map(({ answer }) => answer)).toEqual([
      'contacted',
      'unknown',
      'closed',
      'waiting',
      'waiting',
      'contacted',
    ]);
  });

  it('counts from when the lead came in where nobody took it, or where it was contacted before', async () => {
    const created_at = '2026-01-12 10:00:00';
    const rows = await speeds([
      { lead_id: 'A', created_at, first_contact_at: '2026-01-12 12:00:00' },
      { lead_id: 'B', created_at, owner: '张三', assigned_at: '2026-01-13 10:00:00', first_contact_at: '2026-01-12 13:00:00' },
      { lead_id: 'C', created_at, owner: '张三', assigned_at: '2026-01-13 10:00:00', first_contact_at: '2026-01-13 11:00:00' },
    ]);
    expect(rows.map(({ counted_from, working_hours }) => [counted_from, working_hours])).toEqual([
      ['created', 2],
      ['created', 3],
      ['assigned', 1],
    ]);
  });

  it('takes a contact without a time on the day of the assignment for an immediate one', async () => {
    const rows = await speeds([
      contacted('A', '2026-01-12 10:00:00', '2026-01-12 00:00:00'),
      contacted('B', '2026-01-12 00:00:00', '2026-01-13 00:00:00'),
    ]);
    expect(rows.map(({ counted_from, working_hours }) => [counted_from, working_hours])).toEqual([
      ['assigned', 0],
      ['assigned', 9],
    ]);
  });

  it('ends with the first contact by anybody', async () => {
    const event = (kind: string, at: string, rep: string | null = null): Row => ({ lead_id: 'A', event: kind, at, rep });
    const pool_events = [
      event('enter', '2026-01-12 09:00:00'),
      event('claim', '2026-01-12 10:00:00', '张三'),
      event('recycle', '2026-01-19 10:00:00'),
      event('claim', '2026-01-20 10:00:00', '李四'),
      event('contact', '2026-01-20 11:00:00', '李四'),
    ];
    const [row] = await speeds([], {}, { pool_events });
    // Six working days and an hour.
    expect(row).toMatchObject({ answer: 'contacted', working_hours: 55, speed_band: 'later' });
  });
});

describe('working time', { tags: ['slow'] }, () => {
  const instant = fc
    .record({ day: fc.integer({ min: 0, max: 11 }), minute: fc.integer({ min: 0, max: 1439 }) })
    .map(({ day, minute }) => day * 1440 + minute);
  const text = (minutes: number): string => {
    const [hour, minute] = [Math.floor(minutes / 60) % 24, minutes % 60].map((part) => String(part).padStart(2, '0'));
    return `${addDays('2026-02-10', Math.floor(minutes / 1440))} ${hour}:${minute}:00`;
  };
  const calendars: readonly WorkingCalendar[] = [
    { hours: '09:00-18:00', weekend: ['sat', 'sun'], holidays: 'none', workdays: [] },
    { hours: ['08:30-12:00', '13:30-17:45', '19:00-24:00'], weekend: ['sun'], holidays: ['2026-02-12'], workdays: ['2026-02-15'] },
    { hours: '00:00-24:00', weekend: [], holidays: 'none', workdays: [] },
  ];

  /** Minute by minute. */
  function counted(calendar: WorkingCalendar, from: number, to: number): number {
    const holidays = { off: new Set<string>(), worked: new Set<string>() };
    const open = Array.from({ length: 13 }, (_, day) => isWorkingDay(calendar, holidays, addDays('2026-02-10', day)));
    let minutes = 0;
    for (let at = from; at < to; at += 1)
      if (open[Math.floor(at / 1440)] === true && shiftsOf(calendar).some((shift) => at % 1440 >= shift.from && at % 1440 < shift.to))
        minutes += 1;
    return minutes;
  }

  it('adds up, never shrinks, and is what counting minute by minute yields', async () => {
    const triples = fc.array(fc.tuple(instant, instant, instant), { minLength: 15, maxLength: 15 });
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...calendars), triples, async (calendar, drawn) => {
        const spans = drawn.map((three) => three.toSorted((one, other) => one - other) as [number, number, number]);
        const leads = spans.flatMap(([a, b, c], index) =>
          [['ab', a, b] as const, ['bc', b, c] as const, ['ac', a, c] as const].map(([part, from, to]) => ({
            lead_id: `${index} ${part}`,
            created_at: text(from),
            first_contact_at: text(to),
          })),
        );
        const rows = await speeds(leads, { calendar });
        const hours = new Map(rows.map(({ lead_id, working_hours }) => [lead_id, Number(working_hours)]));
        for (const [index, [a, b, c]] of spans.entries()) {
          const [ab, bc, ac] = ['ab', 'bc', 'ac'].map((part) => hours.get(`${index} ${part}`)!) as [number, number, number];
          expect(ab).toBe(counted(calendar, a, b) / 60);
          expect(ac).toBe(counted(calendar, a, c) / 60);
          expect(ab + bc).toBeCloseTo(ac, 9);
          expect(ac).toBeGreaterThanOrEqual(ab);
        }
      }),
      { numRuns: 8 },
    );
  });
});
