import { describe, expect, it } from 'vitest';
import { edgeLine } from '../../../src/source/letterhead/edge-line.ts';

describe('a line at the edge of pages', () => {
  it('keeps texts, counts and looks, by where they stand', () => {
    expect(edgeLine('Plain &"Arial,Bold"&10bold&L&K00695CA & B&RPage &P of &N')).toEqual({
      left: [{ look: '&K00695C' }, { text: 'A ' }, { text: '& ' }, { text: 'B' }],
      center: [{ text: 'Plain ' }, { look: '&"Arial,Bold"' }, { look: '&10' }, { text: 'bold' }],
      right: [{ text: 'Page ' }, { count: 'page' }, { text: ' of ' }, { count: 'pages' }],
    });
  });

  it('leaves out the picture, the path, the file, the sheet and the clock, and faces that are no names', () => {
    expect(edgeLine('&L&G&Z&F&A&D&T&"x;y"kept')).toMatchObject({ left: [{ text: 'kept' }] });
  });

  it('is none where nothing is left', () => {
    expect(['', '&L&G', '&C  &R&10 ', '&D'].map(edgeLine)).toEqual([null, null, null, null]);
  });

  it('marks what a spreadsheet would run, but no dash beside a count', () => {
    const text = (written: string): unknown => edgeLine(written)!.left[0];
    expect(text("&L=cmd|'/c calc'!A1")).toEqual({ text: "'=cmd|'/c calc'!A1" });
    expect(text('&L-1+1')).toEqual({ text: "'-1+1" });
    expect(text('&L- &P -')).toEqual({ text: '- ' });
  });

  it('is one line of at most 200 characters without controls', () => {
    const line = edgeLine(`&La\u0007\u202eb\r\nc${'x'.repeat(300)}`)!;
    expect(line.left).toEqual([{ text: `ab c${'x'.repeat(196)}` }]);
  });
});
