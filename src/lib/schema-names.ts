/** Every private schema of a run begins so, and one that nobody works in any more is removed by the next run. */
export const runSchemaPrefix = 'crm_eval_run_';

/** The most that PostgreSQL keeps of a name; it cuts longer ones. */
const mostBytes = 63;

/** Whether tables may be loaded into a schema of this name: none of the server's own, and none that a run would take for its own. */
export function isSchemaName(name: string): boolean {
  return (
    name.trim() !== '' &&
    !name.includes('\0') &&
    Buffer.byteLength(name) <= mostBytes &&
    !name.startsWith('pg_') &&
    !name.startsWith(runSchemaPrefix) &&
    name !== 'information_schema'
  );
}
