import { isMap, isNode, isScalar, LineCounter, parseDocument, visit } from 'yaml';
import type { CrmEvalError } from '../errors.ts';
import type { Localized } from '../lib/localized.ts';
import { configInvalid } from './errors.ts';

export interface Yaml {
  readonly value: unknown;
  /** The line of the key or list item that the path leads to; of its nearest parent where it is not there. */
  readonly lineOf: (path: readonly PropertyKey[]) => number;
}

const prototypeKeys = new Set(['__proto__', 'constructor', 'prototype']);

/** Reads YAML 1.2 as data: no tags that build objects, no aliases, no key twice, no key that names a prototype. */
export function readYaml(text: string, path: string): Yaml {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true, merge: false, schema: 'core', prettyErrors: false });
  const problem = document.errors[0] ?? document.warnings[0];
  if (problem !== undefined)
    throw invalid(lines.linePos(problem.pos[0]).line, {
      en: `this is not valid YAML: ${problem.message}`,
      'zh-CN': `YAML 语法有误：${problem.message}`,
    });
  visit(document, {
    Alias: (_, node) => {
      throw invalid(lineAt(node.range), { en: 'aliases (*name) are not read', 'zh-CN': '不支持别名（*name）' });
    },
    Pair: (_, pair) => {
      const key = isScalar(pair.key) ? pair.key : null;
      if (key === null || prototypeKeys.has(String(key.value))) {
        throw invalid(lineAt(key?.range), { en: 'a key must be a plain word', 'zh-CN': '键必须是普通的词' });
      }
    },
  });
  function invalid(line: number, reason: Localized): CrmEvalError {
    return configInvalid(`${path}:${line}`, reason, fix);
  }
  function lineAt(range: readonly number[] | null | undefined): number {
    return lines.linePos(range?.[0] ?? 0).line;
  }
  function lineOf(keys: readonly PropertyKey[]): number {
    for (let length = keys.length; length > 0; length -= 1) {
      const parent = length === 1 ? document.contents : document.getIn(keys.slice(0, length - 1), true);
      const key = keys[length - 1];
      if (isMap(parent)) {
        const pair = parent.items.find((item) => isScalar(item.key) && String(item.key.value) === String(key));
        if (pair !== undefined && isScalar(pair.key)) return lineAt(pair.key.range);
      }
      const node = document.getIn(keys.slice(0, length), true);
      if (isNode(node)) return lineAt(node.range);
    }
    return 1;
  }
  return { value: document.toJS({ maxAliasCount: 0 }), lineOf };
}

const fix: Localized = { en: 'correct this line of the YAML', 'zh-CN': '请修改 YAML 的这一行' };
