import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../../cli/run.ts';

const text = readFileSync(join(root, 'CONTRIBUTING.md'), 'utf8');

describe('CONTRIBUTING.md', () => {
  it('names files that are there', () => {
    const paths = [...text.matchAll(/\b((?:src|test|build|docs)\/[\w./-]+)/g)].map(([, path = '']) => path.replace(/\.$/, ''));
    expect(paths.length).toBeGreaterThan(30);
    expect(paths.filter((path) => !path.includes('NAME') && !existsSync(join(root, path)))).toEqual([]);
  });

  it('has a picture of folders that are there', () => {
    const picture = /^```\n {6}files[\s\S]*?^```/m.exec(text)?.[0] ?? '';
    const folders = [...picture.matchAll(/(?<= {3}|─ )([a-z]+)(?= {2,}\w| ─)/g)].map(([, name = '']) => name);
    expect(folders.length).toBeGreaterThan(10);
    expect(folders.filter((name) => !existsSync(join(root, 'src', name)))).toEqual([]);
  });

  it('needs five lines to say how something is added', () => {
    const chapters = text.split(/^## /m).filter((chapter) => chapter.startsWith('Add a '));
    expect(chapters.map((chapter) => chapter.split('\n')[0])).toEqual([
      'Add a metric',
      'Add a section',
      'Add a command',
      'Add a reporter',
      'Add a check',
    ]);
    for (const chapter of chapters) expect(chapter.match(/^\d\. /gm)).toHaveLength(5);
  });
});
