import type { Reporter } from './contract.ts';

interface ReporterEntry {
  /** Endings of `--out` that stand for the format. */
  readonly extensions: readonly string[];
  /** True where the output is no text for a terminal. */
  readonly binary: boolean;
  /** People read it: amounts are shown as they want them. */
  readonly people: boolean;
  readonly load: () => Promise<Reporter>;
}

/** Every output format. Modules are loaded when the format is asked for. */
export const reporters = {
  table: { extensions: ['.txt'], binary: false, people: true, load: async () => (await import('./table.ts')).renderTable },
  json: { extensions: ['.json'], binary: false, people: false, load: async () => (await import('./json.ts')).renderJson },
  csv: { extensions: ['.csv'], binary: false, people: false, load: async () => (await import('./csv.ts')).renderCsv },
  markdown: {
    extensions: ['.md', '.markdown'],
    binary: false,
    people: true,
    load: async () => (await import('./markdown.ts')).renderMarkdown,
  },
  html: { extensions: ['.html', '.htm'], binary: false, people: true, load: async () => (await import('./html/html.ts')).renderHtml },
  xlsx: { extensions: ['.xlsx'], binary: true, people: true, load: async () => (await import('./xlsx/xlsx.ts')).renderXlsx },
  parquet: { extensions: ['.parquet'], binary: true, people: false, load: async () => (await import('./parquet.ts')).renderParquet },
} as const satisfies Record<string, ReporterEntry>;

export type Format = keyof typeof reporters;

export const formats = Object.keys(reporters) as readonly Format[];

/** The format that the ending of a file name stands for, or null. */
export function formatOfPath(path: string): Format | null {
  const name = path.toLowerCase();
  return formats.find((format) => reporters[format].extensions.some((extension) => name.endsWith(extension))) ?? null;
}
