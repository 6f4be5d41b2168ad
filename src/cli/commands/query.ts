import { queryCard } from '../../pipelines/query/card.ts';
import { defineCommand } from './define.ts';

export const queryCommand = defineCommand(queryCard, async (call, sql, files) => {
  const { analyse } = await import('../session.ts');
  const { analysisResult, blankResult } = await import('../../pipelines/parts/analysis-result.ts');
  const { settingsOf } = await import('../settings.ts');
  const { file, tables } = call.options;
  const positional = sql !== undefined && (tables || file !== null) ? [sql, ...files] : files;
  const settings = await settingsOf(call, positional);
  if (tables) {
    const { printReference } = await import('../print.ts');
    const { tablesSections } = await import('../../pipelines/query/tables.ts');
    if (settings.files.length === 0 && settings.database === null)
      return printReference(call, () => ({ ...blankResult(queryCard, settings.lang), sections: tablesSections(settings.lang, null) }));
    return analyse(call, positional, {
      fields: 'all',
      files: true,
      compute: async ({ ingested }) =>
        analysisResult(queryCard, { ingested, lang: settings.lang }, { sections: tablesSections(settings.lang, ingested.available) }),
    });
  }
  const { sqlText } = await import('../sql-text.ts');
  const { readQuestion } = await import('../../pipelines/query/question.ts');
  const { query, queryFields } = await import('../../pipelines/query/query.ts');
  const question = await readQuestion(await sqlText(call.run, { sql, file, files: settings.files }), { fits: settings.database === null });
  await analyse(call, positional, {
    fields: queryFields(question),
    compute: async ({ input, settings: { config } }) => query({ ...(await input()), question, config }),
  });
});
