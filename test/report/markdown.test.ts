import { describe, expect, it } from 'vitest';
import { markdownText } from '../../src/report/markdown-text.ts';
import { renderMarkdown } from '../../src/report/markdown.ts';
import { describeWithData } from '../data-folder.ts';
import { awkward, everything } from './awkward-result.ts';
import { naughtyStrings, resultOf } from './naughty-strings.ts';

describe('renderMarkdown', () => {
  it('writes the whole result', async () => {
    await expect(await renderMarkdown(awkward, everything)).toMatchFileSnapshot('goldens/result.md');
  });

  it('counts the rows that a limit leaves out', async () => {
    expect(await renderMarkdown(awkward, { ...everything, sections: ['ranking'], limit: 2 })).toContain('\n\n… and 3 more rows\n');
  });
});

describe('markdownText', () => {
  it('escapes tables, html, code, links and line breaks', () => {
    expect(markdownText('a|b\n`c` <b> [x](http://y) @me ![i](j) www.z.com $m$ ~~s~~ \\')).toBe(
      'a\\|b<br>\\`c\\` &lt;b&gt; \\[x\\]\\(http:&#47;&#47;y\\) &#64;me \\!\\[i\\]\\(j\\) www&#46;z.com \\$m\\$ \\~\\~s\\~\\~ \\\\',
    );
  });
});

describeWithData('naughty strings in Markdown', (folder) => {
  it('keep one row a line, three bars a row, and no html', async () => {
    const strings = naughtyStrings(folder);
    const lines = (await renderMarkdown(resultOf(strings), everything)).split('\n').filter((line) => line.startsWith('| '));
    expect(lines).toHaveLength(strings.length + 2);
    for (const line of lines) {
      expect(line.replaceAll(/\\./g, '').match(/\|/g), line).toHaveLength(3);
      expect(line.replaceAll('<br>', ''), line).not.toMatch(/<|`(?<!\\`)|:\/\//);
    }
  });
});
