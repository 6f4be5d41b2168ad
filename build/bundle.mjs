import { readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { rolldown } from 'rolldown';
import { packageFolder } from './packages.mjs';

/** What is installed beside the program: the native engine, whose bindings differ from machine to machine. */
const external = /^@duckdb\/node-bindings/;

/**
 * What packages load and we never call. The workbook writer of exceljs appends streams to a zip: it neither looks for files, nor writes tar
 * archives, nor parses XML. No command of commander's is a program of its own.
 */
const leftOut = new Map([
  ['archiver', ['readdir-glob', 'tar-stream']],
  ['archiver-utils', ['glob']],
  ['commander', ['node:child_process']],
  ['exceljs', ['saxes']],
]);

/**
 * Chunks by what runs together, each with all that it imports and none before it has: a start reads one file beside main.js, an analysis
 * some more, and of these the commands without figures only those that they need. The native engine hangs on the last.
 * The rest is loaded where a command, a format or an engine asks for it.
 */
const groups = [
  group('start', 'cli/(?:program|context|failures|output|signals)'),
  group('shared-tables', '(?:cli/roles|model/entities)'),
  group(
    'shared-output',
    '(?:cli/(?:emit|print|check-outputs)|pipelines/parts/(?:analysis-result|file-headings)|views/(?:columns|facts|table)|report/table)',
  ),
  group('shared-config', '(?:cli/(?:settings|without-files)|config/load)'),
  group('shared-source', '(?:cli/(?:scratch|survey|write-table)|source/open)'),
  group('shared-metrics', 'metrics/(?:registry|runner)'),
  group('shared-analysis', '(?:cli/session|engine/duckdb|ingest/ingest|pipelines/(?:check/check|score/score))'),
].map((one, index, all) => ({ ...one, priority: all.length - index }));

function group(name, modules) {
  return { name, test: new RegExp(`/src/${modules}\\.ts$`.replaceAll('/', String.raw`[\\/]`)) };
}

const options = {
  platform: 'node',
  external,
  checks: { bundlerTimings: false },
  plugins: [
    { name: 'left-out', resolveId, load },
    { name: 'buffers', transform: renewBuffers },
    { name: 'machine-code', generateBundle: addMachineCode },
  ],
  // A warning is a mistake, but for what index.ts offers at once and the program loads when it needs it.
  onLog(level, log) {
    if (level === 'warn' && log.code !== 'INEFFECTIVE_DYNAMIC_IMPORT') throw new Error(log.message);
  },
};

const leftOutPrefix = '\0left-out:';

function resolveId(source, importer) {
  const by = importer === undefined ? undefined : /.*[\\/]node_modules[\\/]([^\\/]+)/.exec(importer)?.[1];
  return leftOut.get(by)?.includes(source) ? `${leftOutPrefix}${source}` : null;
}

function load(id) {
  if (!id.startsWith(leftOutPrefix)) return null;
  const message = JSON.stringify(`${id.slice(leftOutPrefix.length)} is not part of the bundle`);
  return `module.exports = new Proxy(function () {}, { apply() { throw new Error(${message}); }, construct() { throw new Error(${message}); } });`;
}

/** Node warns of `new Buffer` where it does not stand in node_modules; a newer archiver-utils takes no streams of exceljs. */
function renewBuffers(code, id) {
  if (!/[\\/]archiver-utils[\\/]index\.js$/.test(id)) return null;
  return code.replaceAll('new Buffer(source)', 'Buffer.from(source)').replaceAll(/new Buffer\((size|0)\)/g, 'Buffer.alloc($1)');
}

/** The solver of HiGHS looks for its machine code beside the chunk that it became a part of. */
function addMachineCode(_, output) {
  for (const chunk of Object.values(output)) {
    const loader = Object.keys(chunk.modules ?? {}).find((id) => /[\\/]highs[\\/]build[\\/]highs\.mjs$/.test(id));
    if (loader === undefined) continue;
    const source = readFileSync(join(dirname(loader), 'highs.wasm'));
    this.emitFile({ type: 'asset', fileName: posix.join(posix.dirname(chunk.fileName), 'highs.wasm'), source });
  }
}

/** Writes the program, the public API and the worker that reads workbooks; the folders of the packages that went in. */
export async function bundle(root, dist) {
  const outputs = await Promise.all([
    write(
      root,
      dist,
      { 'cli/main': 'src/cli/main.ts', index: 'src/index.ts' },
      { chunkFileNames: 'cli/[name].js', codeSplitting: { groups } },
    ),
    // By itself: what it shares with the program is little, and a thread then reads one file.
    write(root, dist, { 'cli/worker': 'src/source/workbook/worker.ts' }, { chunkFileNames: 'cli/worker-[name].js' }),
  ]);
  const modules = outputs.flat().flatMap((chunk) => Object.keys(chunk.modules ?? {}));
  return new Set(modules.map((id) => packageFolder(id)).filter((folder) => folder !== null && folder !== root));
}

async function write(root, dist, input, names) {
  const build = await rolldown({ ...options, cwd: root, input });
  const { output } = await build.write({
    dir: dist,
    format: 'esm',
    // Read at every start, by nobody else; licences have a file of their own.
    comments: { legal: true, annotation: true, jsdoc: false },
    // No hashes: names say what is loaded and where an error comes from, and stay from build to build.
    entryFileNames: '[name].js',
    ...names,
  });
  await build.close();
  return output;
}
