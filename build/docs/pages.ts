import { languages } from '../../src/lib/localized.ts';
import { metrics } from '../../src/metrics/registry.ts';
import { codesPage } from './codes-page.ts';
import { glossaryPage } from './glossary.ts';
import { pageName } from './markdown.ts';
import { metricsPage } from './metrics-page.ts';

export { argumentsOf, columns, examplesOf, withOutputs } from './examples.ts';

/** The pages of docs/ that are made of declarations, by the name of the file. */
export const pages: ReadonlyMap<string, string> = new Map(
  languages.flatMap((lang) => [
    [pageName('metrics', lang), metricsPage(metrics, lang)],
    [pageName('codes', lang), codesPage(lang)],
    [pageName('glossary', lang), glossaryPage(lang)],
  ]),
);
