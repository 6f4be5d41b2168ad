import { type Markup, markup } from '../../html/markup.ts';

/** A real table of Excel: it has a name to refer to, and its heads stay in view in place of the letters of columns. */
export interface SheetTablePlan {
  readonly number: number;
  readonly name: string;
  /** Its cells with the head: `A3:J8`. */
  readonly area: string;
  /** The texts of its head, as they stand in the cells; no two alike. */
  readonly heads: readonly string[];
}

export function tablePart({ number, name, area, heads }: SheetTablePlan): Markup {
  const columns = heads.map((head, index) => markup`<tableColumn id="${index + 1}" name="${head}"/>`);
  return markup`<table xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" id="${number}" name="${name}" displayName="${name}" ref="${area}" totalsRowShown="0"><autoFilter ref="${area}"/><tableColumns count="${heads.length}">${columns}</tableColumns></table>`;
}

/** Hands out names of tables, no two alike whatever the case. */
export function createTableNames(): (id: string) => string {
  const taken = new Set<string>();
  return (id) => {
    const stem = `tbl_${id.replace(/\W/g, '_')}`;
    for (let number = 1; ; number += 1) {
      const name = number === 1 ? stem : `${stem}_${number}`;
      if (taken.has(name.toLowerCase())) continue;
      taken.add(name.toLowerCase());
      return name;
    }
  };
}

/** Heads in one line and no two alike whatever the case, or Excel would repair the file: the second of a name is `Name (2)`. */
export function distinctHeads(titles: readonly string[]): string[] {
  const taken = new Set<string>();
  return titles.map((title) => {
    const clean = title.replace(/\s+/g, ' ').trim() || '–';
    for (let number = 1; ; number += 1) {
      const head = number === 1 ? clean : `${clean} (${number})`;
      if (taken.has(head.toLowerCase())) continue;
      taken.add(head.toLowerCase());
      return head;
    }
  });
}
