import { DuckDBInstance } from '@duckdb/node-api';

/**
 * To close DuckDB gives all free memory of the process back page by page, for which the next command asks again: a sixth of the time of a command on
 * few rows. So tests close several together; what is still open at the end goes with the process.
 */
const together = 8;

const close = DuckDBInstance.prototype.closeSync;
let waiting: DuckDBInstance[] = [];

/** This file is read again for each file of tests. */
const marker = Symbol.for('crm-eval: DuckDB closed together');

if (!(marker in DuckDBInstance.prototype))
  Object.assign(DuckDBInstance.prototype, {
    [marker]: true,
    closeSync(this: DuckDBInstance): void {
      waiting.push(this);
      if (waiting.length < together) return;
      for (const instance of waiting) close.call(instance);
      waiting = [];
    },
  });
