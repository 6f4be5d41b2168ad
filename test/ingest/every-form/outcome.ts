import { CrmEvalError } from '../../../src/errors.ts';
import type { Ingested } from '../../../src/ingest/contract.ts';
import type { Row } from '../../../src/lib/rows.ts';

/** What comes out: revenue a customer, or the code of a refusal; and the codes of all warnings and errors. */
export interface Outcome {
  readonly revenue?: Readonly<Record<string, number>>;
  readonly refused?: string;
  readonly warned?: readonly string[];
  /** Codes of notes; of an expected outcome, those that have to be among them. */
  readonly noted?: readonly string[];
}

export interface Loaded {
  readonly ingested: Ingested;
  rows(query: string): Promise<Row[]>;
}

/** What came out, in the terms of what should. */
export async function outcomeOf(load: () => Promise<Loaded>): Promise<Outcome> {
  try {
    const { ingested, rows } = await load();
    const found = await rows('select customer_id, sum(amount) as revenue from orders group by 1 order by 1');
    const codes = (levels: readonly string[]): string[] => [
      ...new Set(ingested.findings.filter(({ level }) => levels.includes(level)).map(({ code }) => code)),
    ];
    return {
      revenue: Object.fromEntries(found.map((row) => [String(row['customer_id']), Number(row['revenue'])])),
      warned: codes(['warning', 'error']).toSorted(),
      noted: codes(['info']).toSorted(),
    };
  } catch (error) {
    if (error instanceof CrmEvalError) return { refused: error.code };
    throw error;
  }
}
