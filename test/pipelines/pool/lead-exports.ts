import { addDays } from '../../../src/lib/dates.ts';

/** What became of a lead, whatever its system calls it. `new` is assigned and not contacted, `pool` has no owner. */
type Kind = 'converted' | 'working' | 'new' | 'pool' | 'invalid' | 'lost';

export interface Lead {
  readonly n: number;
  readonly kind: Kind;
  readonly owner: string;
  readonly source: string;
  /** So many days after it came in, blank where that has not happened to it. */
  readonly created: string;
  readonly assigned: string;
  readonly contacted: string;
  readonly converted: string;
}

const kinds: readonly Kind[] = ['converted', 'working', 'new', 'pool', 'invalid', 'lost'];

const leads: readonly Lead[] = Array.from({ length: 24 }, (_, n) => {
  const kind = kinds[n % kinds.length]!;
  const day = (days: number, happens: boolean): string => (happens ? `${addDays('2026-01-05', n + days)} 09:00:00` : '');
  return {
    n,
    kind,
    owner: kind === 'pool' ? '' : ['张三', '李四'][Math.floor(n / 6) % 2]!,
    source: ['展会', '官网', '百度推广'][n % 3]!,
    created: day(0, true),
    assigned: day(1, kind !== 'pool'),
    contacted: day(5, kind !== 'pool' && kind !== 'new'),
    converted: day(20, kind === 'converted'),
  };
});

export interface LeadExport {
  readonly file: string;
  readonly header: string;
  readonly row: (lead: Lead) => readonly (string | number)[];
  readonly foot?: readonly string[];
  /** Columns whose meaning matters, by their field. */
  readonly fields: Readonly<Record<string, string>>;
  /** How many leads have each status. */
  readonly status: Readonly<Record<string, number>>;
  /** Leads that converted, that converted on a known day, that have an owner, and that are known to have been contacted. */
  readonly counts: readonly [converted: number, dated: number, owned: number, contacted: number];
}

/** What the system calls the state of a lead. */
export const word = (words: Readonly<Record<Kind, string>>, { kind }: Lead): string => words[kind];

export function contentOf({ header, row, foot = [] }: LeadExport): string {
  return `${[header, ...leads.map((lead) => row(lead).join(',')), ...foot].join('\n')}\n`;
}
