import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Markup, markup } from '../../../src/report/html/markup.ts';

describe('markup', () => {
  it('escapes what could end a text or an attribute, and writes out what turns the direction', () => {
    expect(markup`<p title="${`"><script>'`}">${'a & b <b>\u202e\u0007'}</p>`.text).toBe(
      '<p title="&quot;&gt;&lt;script&gt;&#39;">a &amp; b &lt;b&gt;\\u202e\\x07</p>',
    );
  });

  it('puts markup in as it stands, lists one after the other, and nothing for null and false', () => {
    expect(markup`${[markup`<b>1</b>`, new Markup('<i>'), 2, null, false, 'x<']}`.text).toBe('<b>1</b><i>2x&lt;');
  });

  it('lets no text make a tag or leave an attribute', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const inner = markup`${text}`.text;
        return !/[<>"']|&(?!amp;|lt;|gt;|quot;|#39;)/.test(inner);
      }),
    );
  });
});
