import { createRandom } from '../../src/lib/random.ts';
import { lastDay, workingMinute } from './calendar.ts';
import { lifeOfLead } from './lead-life.ts';
import type { PoolEvent } from './lead-life.ts';
import type { Company } from './names.ts';
import { sources } from './words.ts';
import type { Source } from './words.ts';

export interface Lead {
  readonly id: string;
  readonly company: Company;
  readonly source: Source;
  readonly cost: number;
  readonly createdAt: number;
  readonly events: readonly PoolEvent[];
  readonly nextContactAt: number | null;
}

const leadCount = 800;

/** Leads in order of creation; a few more each month as time goes on. */
export function createLeads(seed: number, company: () => Company): Lead[] {
  const random = createRandom(seed, 'leads');
  const created = Array.from({ length: leadCount }, () => {
    const day = Math.floor(lastDay * (random.chance(0.6) ? random.next() : Math.max(random.next(), random.next())));
    return workingMinute(day * 1440 + random.integer(540, 1079));
  }).toSorted((left, right) => left - right);
  return created.map((createdAt, index) => {
    const who = company();
    const source = random.weighted(sources, ({ share }) => share);
    const events = lifeOfLead(random, createdAt, who.city.team, source);
    const last = events.at(-1)!;
    return {
      id: `L${String(index + 1).padStart(5, '0')}`,
      company: who,
      source,
      cost: Math.round(source.cost * (0.8 + 0.4 * random.next())),
      createdAt,
      events,
      nextContactAt: last.event === 'contact' && random.chance(0.7) ? last.minute + random.integer(3, 12) * 1440 : null,
    };
  });
}

/** The event that made the lead a customer; null where there is none. */
export function conversionOf(lead: Lead): PoolEvent | null {
  return lead.events.find(({ event }) => event === 'convert') ?? null;
}
