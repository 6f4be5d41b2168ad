import { existsSync, readdirSync, readFileSync } from 'node:fs';
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

  it('has a picture of every folder there is, and of no other', () => {
    const picture = /^ ┌─ cli[\s\S]*?^```/m.exec(text)?.[0] ?? '';
    const drawn = [...picture.matchAll(/(?<= {3}|─ |▶ {2})([a-z]+)(?= {2,}\w| ─| ·)/g)].map(([, name = '']) => name);
    const folders = readdirSync(join(root, 'src'), { withFileTypes: true }).filter((entry) => entry.isDirectory());
    expect(drawn.toSorted()).toEqual(folders.map(({ name }) => name).toSorted());
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
