import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { readLetterhead, type ReadLetterhead } from '../../../src/source/letterhead/read-letterhead.ts';
import { pngOf, type TemplateContent, templateOf, written } from './template.ts';

async function read(content: TemplateContent): Promise<ReadLetterhead> {
  return readLetterhead(written(templateOf(content)), 'looks/brand.xlsx');
}

describe('a template', () => {
  it('yields logo, colours, faces, header, footer and company, and is known by its hash', async () => {
    const bytes = templateOf({
      pictures: [{ name: 'image1.png', bytes: pngOf(40, 10) }],
      accents: ['00695c', 'B8860B'],
      header: '&amp;L华东 &amp;&amp; Partners',
      footer: '&amp;C- &amp;P -',
      company: ' 华东精密&#10;仪器 ',
    });
    const { letterhead, unfit } = await readLetterhead(written(bytes), 'looks/brand.xlsx');
    expect(letterhead).toMatchObject({
      file: 'brand.xlsx',
      sha256: createHash('sha256').update(bytes).digest('hex'),
      company: '华东精密 仪器',
      accents: ['00695C', 'B8860B'],
      faces: { latin: 'Source Sans', chinese: '微软雅黑' },
      header: { left: [{ text: '华东 ' }, { text: '&' }, { text: ' Partners' }], center: [], right: [] },
      footer: { left: [], center: [{ text: '- ' }, { count: 'page' }, { text: ' -' }], right: [] },
    });
    expect(letterhead.logo).toMatchObject({ type: 'png', width: 40, height: 10 });
    expect(unfit).toEqual([]);
  });

  it('has no colours and faces of its own where they are those of every workbook, nor a face that no name is', async () => {
    const { letterhead } = await read({ accents: ['4472C4', 'ED7D31'], latin: 'Calibri', chinese: 'x;}*{color:red' });
    expect(letterhead).toMatchObject({
      accents: [],
      faces: { latin: null, chinese: null },
      logo: null,
      header: null,
      footer: null,
      company: null,
    });
  });

  it('gives the first picture from the top that can be shown, and says of those before why they cannot', async () => {
    const { letterhead, unfit } = await read({
      pictures: [
        { name: 'low.png', bytes: pngOf(30, 30) },
        { name: 'lies.png', bytes: Buffer.from('<svg onload="alert(1)"/>') },
        { name: 'large.png', bytes: Buffer.alloc(1_048_577, pngOf(9, 9)) },
      ],
    });
    expect(letterhead.logo).toMatchObject({ width: 30 });
    expect(unfit.map(({ name, reason }) => [name, reason.en])).toEqual([
      ['large.png', 'has 1.1 MB, at most 1 MB is taken'],
      ['lies.png', 'is a drawing (SVG)'],
    ]);
  });

  it.each([
    ['is text', Buffer.from('a,b\n1,2\n'), /not a workbook but a text, such as CSV/],
    ['is nothing known', Buffer.from('\u0001\u0002\u0003'), /not a workbook but a file of unknown kind/],
    ['is a page under another name', Buffer.from('<html><table></table></html>'), /it is a web page \(HTML\) or XML under another name/],
    ['is old or encrypted', Buffer.from('d0cf11e0a1b11ae1', 'hex'), /password, or in the old format/],
    ['has macros', templateOf({ more: [{ name: 'xl/vbaProject.bin', content: 'x' }] }), /macros/],
    ['has an encrypted part', templateOf({ more: [{ name: 'x.xml', content: 'x', flags: 1 }] }), /password/],
    ['is a bomb', templateOf({ more: [{ name: 'x.xml', content: Buffer.alloc(8_000_000) }] }), /times its size/],
    ['is cut off', templateOf().subarray(0, 900), /zip directory/],
  ])('that %s is refused by its name', async (_, bytes, reason) => {
    await expect(readLetterhead(written(bytes), 'brand.xlsx')).rejects.toMatchObject({
      code: 'template-unfit',
      exit: 'inputUnreadable',
      message: expect.stringMatching(reason),
    });
  });

  it('that is not there is refused', async () => {
    await expect(readLetterhead('/nowhere/brand.xlsx', 'brand.xlsx')).rejects.toMatchObject({
      code: 'template-unfit',
      message: 'brand.xlsx cannot be the template: it does not exist',
    });
  });
});
