import type { Rates } from '../model/rates.ts';
import type { Run } from './context.ts';
import type { Flags } from './options.ts';
import type { Settings } from './settings.ts';

interface RatesRequest {
  readonly run: Run;
  readonly flags: Flags;
  readonly settings: Settings;
  readonly scratch: string;
}

/** What currencies are worth: by the file of `--rates`, else by the config; null where neither is given. */
export async function ratesFor({ run, flags, settings: { config, limits }, scratch }: RatesRequest): Promise<Rates | null> {
  const { ratesOf } = await import('../model/rates.ts');
  const configured = ratesOf(config.rates);
  if (flags.rates === undefined) return configured;
  const { DuckDbEngine } = await import('../engine/duckdb.ts');
  const { ratesFromFile } = await import('../ingest/rates-file.ts');
  const engine = await DuckDbEngine.open({ scratch, ...limits });
  try {
    const open = { scratch, folder: run.folder, signal: run.signal };
    return await ratesFromFile(flags.rates, { engine, open, to: configured?.to ?? null });
  } finally {
    await engine.close();
  }
}
