import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createXmlReader } from '../../../src/source/workbook/xml-reader.ts';

/** What a document says, as one line: `<name attribute=value>`, text, `</name>`. */
function events(chunks: readonly string[]): string {
  let seen = '';
  const reader = createXmlReader('part.xml', {
    open: (name, attribute) => (seen += `<${name}${attribute('a') === null ? '' : ` a=${attribute('a')}`}>`),
    text: (text) => (seen += text),
    close: (name) => (seen += `</${name}>`),
  });
  for (const chunk of chunks) reader.write(chunk);
  reader.end();
  return seen;
}

describe('the XML reader', () => {
  it('drops prefixes, expands the five entities and character references, and keeps CDATA as it is', () => {
    expect(
      events([
        `<?xml version="1.0"?><!-- <x> --><p:r xmlns:p="u"><p:c q:a='&lt;1&gt;'>&amp;lt; &#20013;&#x1F600;<![CDATA[<&amp;>]]></p:c><e/></p:r>`,
      ]),
    ).toBe('<r><c a=<1>>&lt; 中😀<&amp;></c><e></e></r>');
  });

  it('takes a > inside an attribute for text', () => {
    expect(events(['<r a="x > y"><c/></r>'])).toBe('<r a=x > y><c></c></r>');
  });

  it('passes over extension lists with all that is in them', () => {
    expect(events(['<r><a>1</a><extLst><ext><a>2</a></ext></extLst><b/></r>'])).toBe('<r><a>1</a><b></b></r>');
  });

  it('closes tags with blanks in them, and finds attributes whose name is part of another', () => {
    expect(events(['<r><c aa="1" xmlns:a="2" a = "3" ></c ></r\n>'])).toBe('<r><c a=3></c></r>');
  });

  it('reads line ends as XML does', () => {
    expect(events(['<r>a\r\nb\rc&#13;</r>'])).toBe('<r>a\nb\nc\r</r>');
  });

  it.each([
    ['text after the root', '<r/>text', 'text outside'],
    ['a second root', '<r/><s/>', 'second root'],
    ['a cut-off document', '<r><c>', 'ends too early'],
    ['a cut-off tag', '<r><c a="', 'ends too early'],
    ['crossed tags', '<a><b></a></b>', 'closes nothing'],
    ['an undefined entity', '<r>&evil;</r>', 'not defined'],
    ['an attribute without quotes', '<r a=1/>', 'without quotes'],
    ['an attribute without a value', '<r b a="1"/>', 'without quotes'],
    ['an attribute without a name', '<r ="1"/>', 'without quotes'],
    ['a closing tag that only begins like the open one', '<r><c></cc></r>', 'closes nothing'],
  ])('calls %s damaged', (_, text, message) => {
    expect(() => events([text])).toThrow(expect.objectContaining({ code: 'workbook-damaged', message: expect.stringContaining(message) }));
  });

  it.each([
    ['a document type', '<!DOCTYPE r [<!ENTITY a "b">]><r>&a;</r>'],
    ['elements nested without end', '<r>'.repeat(1000)],
    ['one text of many megabytes', `<r>${'x'.repeat(5 * 1024 * 1024)}`],
  ])('refuses %s', (_, text) => {
    expect(() => events([text])).toThrow(expect.objectContaining({ code: 'workbook-unsafe' }));
  });

  it('gives the same events wherever the text is cut', () => {
    const text = `<?xml version="1.0"?><r><!-- - --><c a="1 &amp; 2" b='>'>甲&#20013;</c><c/>\r\n<extLst><x>&lt;</x></extLst><t><![CDATA[a]]b]]></t></r>`;
    const whole = events([text]);
    fc.assert(
      fc.property(fc.array(fc.nat(text.length), { maxLength: 8 }), (cuts) => {
        const places = [0, ...cuts.toSorted((a, b) => a - b), text.length];
        expect(events(places.slice(1).map((end, index) => text.slice(places[index], end)))).toBe(whole);
      }),
    );
  });

  it('does not look through a long text again and again while it arrives in small chunks', () => {
    const chunks = Array.from({ length: 30_000 }, () => 'x'.repeat(100));
    expect(events(['<r>', ...chunks, '</r>'])).toHaveLength('<r></r>'.length + 3_000_000);
  });

  it('lets the handler take an element whole, inside the root', () => {
    let seen = '';
    const reader = createXmlReader('part.xml', {
      open: (name) => (seen += `<${name}>`),
      text: (text) => (seen += text),
      close: (name) => (seen += `</${name}>`),
      take: (text, at) => {
        if (!text.startsWith('<c/>', at)) return -1;
        seen += '!';
        return at + 4;
      },
    });
    reader.write('<r><c/>1<c/><d/><extLst><c/></extLst><c');
    reader.write('/></r><!-- <c/> -->');
    reader.end();
    expect(seen).toBe('<r>!1!<d></d>!</r>');
  });
});
