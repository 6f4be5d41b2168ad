/** Line numbers of records, four bytes each. */
export interface LineNumbers {
  add(line: number): void;
  count(): number;
  /** 0 for a record that is not there. */
  at(record: number): number;
}

export function createLineNumbers(): LineNumbers {
  let lines = new Uint32Array(1024);
  let count = 0;
  return {
    add(line) {
      if (count === lines.length) {
        const grown = new Uint32Array(count * 2);
        grown.set(lines);
        lines = grown;
      }
      lines[count] = line;
      count += 1;
    },
    count: () => count,
    at: (record) => (record < count ? (lines[record] ?? 0) : 0),
  };
}
