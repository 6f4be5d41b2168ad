import type { ResultRow, Section } from '../../src/result/result.ts';
import { factsSection, type FactText } from '../../src/views/facts.ts';
import { table } from '../../src/views/table.ts';

const title = { en: '', 'zh-CN': '' };

type Figure = FactText['value'] | Pick<FactText, 'value' | 'code' | 'n' | 'low' | 'high'>;

/** A section of facts with these values, for sentences that are made of sections. */
export function madeFacts(id: string, figures: Readonly<Record<string, Figure>>): Section {
  const facts = Object.entries(figures).map(([name, figure]): FactText => {
    const whole = typeof figure === 'object' && figure !== null && 'value' in figure ? figure : { value: figure };
    return { id: name, title, type: 'number', basis: title, ...whole };
  });
  return factsSection('en', { id, title }, facts);
}

/** A table with these rows. */
export function madeTable(id: string, rows: readonly ResultRow[]): Section {
  return { ...table('en', { id, title }, {}, []), rows: [...rows], total: rows.length };
}
