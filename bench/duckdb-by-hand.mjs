import { createHash } from 'node:crypto';
import { createReadStream, readFileSync } from 'node:fs';
import { DuckDBInstance } from '@duckdb/node-api';

/**
 * The same guarantees by hand, see bench/by-hand: `node bench/duckdb-by-hand.mjs FILE OUT.json` writes the ranking to OUT.json and
 * prints the account of the lines, the hash of the file and what was found.
 */
const [, , file, out] = process.argv;

/** The hash is computed while DuckDB reads. */
async function sha256() {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(file, { highWaterMark: 1 << 20 })) hash.update(chunk);
  return hash.digest('hex');
}

const literal = (text) => `'${text.replaceAll("'", "''")}'`;
const hashed = sha256();
const instance = await DuckDBInstance.create(':memory:');
const connection = await instance.connect();
await connection.run(`set variable file = ${literal(file)}`);
for (const part of ['lines', 'customers', 'scores'])
  await connection.run(readFileSync(new URL(`by-hand/${part}.sql`, import.meta.url), 'utf8'));
await connection.run(`copy (select * from ranking) to ${literal(out)} (format json, array true)`);

const rows = async (query) => (await connection.runAndReadAll(query)).getRowObjectsJson();
const [account] = await rows("select *, getvariable('as_of') as as_of from account");
const findings = await rows('select * from findings order by code');
// What the bad cells say stands in the file alone: it is read again where there are any.
const examples = findings.some(({ code }) => /-(invalid|lossy|future|unknown)$/.test(code)) ? await rows('select * from examples') : [];
const [total] = await rows('select count(*)::integer as customers, sum(revenue)::double as revenue from customers');
console.log(JSON.stringify({ ...total, ...account, sha256: await hashed, findings, examples }));
