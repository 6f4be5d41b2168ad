import { describe, expect, it } from 'vitest';
import { renderHtml } from '../../../src/report/html/html.ts';
import { awkward, everything } from '../awkward-result.ts';
import { letterhead } from '../letterhead/letterhead.ts';

const page = await renderHtml({ ...awkward, company: '<Huadong> & Sons' }, { ...everything, letterhead });

describe('a page with a letterhead', () => {
  it('has the logo in itself and says whose figures they are', () => {
    const logo = Buffer.from(letterhead.logo!.bytes).toString('base64');
    expect(page).toContain(
      `<img class="logo" alt="&lt;Huadong&gt; &amp; Sons" width="400" height="100" src="data:image/png;base64,${logo}">`,
    );
    expect(page).toContain('<p class="kicker">&lt;Huadong&gt; &amp; Sons · Customer ranking');
    expect(page).toContain('<title>&lt;Huadong&gt; &amp; Sons · Customer ranking');
  });

  it('takes the colours in both themes and prints header and footer, which are written as numbers', () => {
    expect(page).toContain(':root{--brand:#00695C;--actual:#00695C}');
    expect(page).toContain(':root{--brand:#408F85;--actual:#408F85}');
    expect(page).toContain('@top-left{content:"Huadong\\20 \\26 \\20 Sons";');
    expect(page).toContain('@bottom-center{content:"\\2d \\20 " counter(page) "\\20 \\2f \\20 " counter(pages) "\\20 \\2d ";');
    expect(page).not.toContain('@bottom-left');
    expect(page).toContain('font-family:"Source Sans",');
  });

  it('names the template with its hash, and asks for nothing', () => {
    expect(page).toContain(`Template: brand.xlsx · SHA-256 ${'ab'.repeat(32)}`);
    expect(page.match(/(?:src|href)="(?!data:image\/png|#)/g)).toBeNull();
  });
});

describe('a page of a company without a letterhead', () => {
  it('names it above the title and at the head of printed pages', async () => {
    const plain = await renderHtml({ ...awkward, company: 'Huadong' }, everything);
    expect(plain).toContain('@top-left{content:"Huadong";');
    expect(plain).toContain('@bottom-left');
    expect(plain).not.toContain('class="logo"');
  });
});
