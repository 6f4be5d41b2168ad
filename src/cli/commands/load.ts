import { loadCard } from '../../pipelines/load/card.ts';
import { checkLimits } from '../exit.ts';
import { weighed } from '../weighed.ts';
import { sendMeasure } from '../progress-engine.ts';
import { defineCommand } from './define.ts';

export const loadCommand = defineCommand(loadCard, async (call, files) => {
  const { run, flags } = call;
  const { analyse } = await import('../session.ts');
  const { load } = await import('../../ingest/warehouse/load.ts');
  const { loadReport } = await import('../../pipelines/load/load.ts');
  await analyse(call, files, {
    fields: 'all',
    writes: true,
    compute: async ({ sources, ingested, settings, scratch, progress }) => {
      const { duckdb, postgres } = sources;
      if (duckdb === null || postgres === null || settings.database === null) throw new TypeError('a load has files and a database');
      const { schema } = settings.database;
      const { heard } = weighed(ingested.findings, settings.config.findings);
      checkLimits(
        { inputs: ingested.inputs, findings: heard },
        { maxErrors: settings.config.max_errors ?? null, strict: flags.strict === true },
      );
      const loaded = await load({
        from: duckdb,
        to: postgres.engine,
        schema,
        ingested,
        available: ingested.available,
        replace: flags.force === true,
        scratch,
        signal: run.signal,
        onProgress: (table, sent) => progress.show('send', table, sendMeasure(sent)),
      });
      return loadReport({ ingested, loaded, schema, lang: settings.lang });
    },
  });
});
