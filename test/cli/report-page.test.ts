import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import axe from 'axe-core';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { describeWithBrowser } from '../browser.ts';
import { run } from './run.ts';

const folder = mkdtempSync(join(tmpdir(), 'crm-eval-page-'));
const pages = { zh: join(folder, 'zh.html'), en: join(folder, 'en.html') };

/** The demo company's review in Chinese as it is, and in English with long tables, which can be sorted. */
beforeAll(async () => {
  const asked = [
    ['fixtures/demo', '--lang', 'zh', '--out', pages.zh],
    ['fixtures/demo-en', '--lang', 'en', '--limit', '20', '--out', pages.en],
  ];
  for (const args of asked) expect(await run(['report', ...args])).toMatchObject({ code: 0 });
});

const markupOf = (path: string): string => readFileSync(path, 'utf8').replaceAll(/<(style|script)>[^]*?<\/\1>/g, '');

describe('the page of the demo company', () => {
  it('is below a megabyte', () => {
    expect(readFileSync(pages.zh).byteLength).toBeLessThan(1_000_000);
  });

  it('has a title and a description for each picture, and says of each head of a table what it is the head of', () => {
    for (const path of Object.values(pages)) {
      const markup = markupOf(path);
      expect(markup.match(/<svg [^>]*role="img"[^>]*>(?!<title>[^<]+<\/title><desc>[^<]+<\/desc>)/g)).toBeNull();
      expect(markup.match(/<th(?![^>]*scope=)[ >]/g)).toBeNull();
    }
  });

  it('numbers its chapters to the last', () => {
    const numbers = [...markupOf(pages.zh).matchAll(/class="kicker"><b>(\d+)<\/b>/g)].map(([, number]) => Number(number));
    expect(numbers).toEqual(Array.from({ length: numbers.length }, (_, index) => index + 1));
    expect(numbers.length).toBeGreaterThanOrEqual(8);
  });
});

/** All that is read on a page, aloud or by eye. */
function textOf(path: string): string {
  const markup = markupOf(path);
  const attributes = [...markup.matchAll(/ (?:title|aria-label|data-title)="([^"]*)"/g)].map(([, text]) => text);
  return [markup.replaceAll(/<[^>]*>/g, '\n'), ...attributes].join('\n');
}

describe('the languages of the page', () => {
  it('are not mixed: no Chinese on the English page, no English sentence on the Chinese one', () => {
    expect(textOf(pages.en).match(/.*\p{Script=Han}.*/gu)).toBeNull();
    expect(textOf(pages.zh).match(/[A-Za-z]+(?: [a-z]+){2,}/g)).toBeNull();
  });
});

describeWithBrowser('the page of the demo company in a browser', (browser) => {
  async function opened<T>(path: string, options: BrowserContextOptions, use: (page: Page) => Promise<T>): Promise<T> {
    const context = await browser().newContext(options);
    try {
      const page = await context.newPage();
      await page.goto(pathToFileURL(path).href);
      return await use(page);
    } finally {
      await context.close();
    }
  }

  const wide = { width: 1280, height: 900 };
  const phone = { width: 390, height: 844 };

  it('breaks no rule of axe-core in either theme, on a wide screen and a phone', async () => {
    // Contrast takes most of the time, and is the same wherever the colours are.
    const colours = { rules: { 'color-contrast': { enabled: false } } };
    for (const [path, viewport, colorScheme, options] of [
      [pages.zh, wide, 'light', {}],
      [pages.zh, wide, 'dark', {}],
      [pages.zh, phone, 'light', colours],
      [pages.en, wide, 'light', colours],
    ] as const) {
      const violations = await opened(path, { viewport, colorScheme }, async (page) => {
        await page.evaluate(axe.source);
        return page.evaluate(
          `axe.run(${JSON.stringify(options)}).then(({ violations }) => violations.map(({ id, nodes }) => \`\${id}: \${nodes.length}, \${nodes[0].target} \${nodes[0].failureSummary}\`))`,
        );
      });
      expect(violations, `${path} ${viewport.width} ${colorScheme}`).toEqual([]);
    }
  });

  it('asks for nothing and breaks no rule of its policy, and needs no script', async () => {
    for (const javaScriptEnabled of [true, false]) {
      const context = await browser().newContext({ javaScriptEnabled, viewport: wide });
      const page = await context.newPage();
      const asked: string[] = [];
      const said: string[] = [];
      page.on('request', (request) => asked.push(request.url()));
      page.on('console', (message) => said.push(message.text()));
      page.on('pageerror', (error) => said.push(error.message));
      await page.goto(pathToFileURL(pages.en).href, { waitUntil: 'load' });
      expect([asked.length, said]).toEqual([1, []]);
      expect(await page.locator('h2').count()).toBeGreaterThan(8);
      expect(await page.locator('table tbody tr').first().isVisible()).toBe(true);
      await context.close();
    }
  });

  it('does not scroll sideways from 320 to 1920 pixels', async () => {
    for (const path of Object.values(pages))
      await opened(path, { viewport: wide }, async (page) => {
        for (const width of [320, 375, 721, 901, 1100, 1280, 1920]) {
          await page.setViewportSize({ width, height: 900 });
          expect(await page.evaluate('document.documentElement.scrollWidth'), `${path} at ${width}`).toBeLessThanOrEqual(width);
        }
      });
  });

  it('takes the keyboard to links, tables that scroll and what opens, and sorts by it', async () => {
    await opened(pages.en, { viewport: phone }, async (page) => {
      const reached = new Set<string>();
      for (let press = 0; press < 160; press += 1) {
        await page.keyboard.press('Tab');
        const at = await page.evaluate<string>(
          '(({ tagName, className, parentElement }) => [tagName.toLowerCase(), className, parentElement?.tagName.toLowerCase()].join(" "))(document.activeElement)',
        );
        reached.add(at.startsWith('div scroll') ? 'scroll' : at.split(' ')[0]!);
        if (at.startsWith('button') && !reached.has('sorted')) {
          await page.keyboard.press('Enter');
          expect(await page.evaluate('document.activeElement.closest("th").getAttribute("aria-sort")')).toBe('descending');
          reached.add('sorted');
        }
      }
      for (const what of ['a', 'scroll', 'summary', 'button', 'input', 'sorted']) expect([...reached]).toContain(what);
    });
  });

  it('opens at once', async () => {
    await opened(pages.zh, { viewport: wide }, async (page) => {
      const session = await page.context().newCDPSession(page);
      await session.send('Performance.enable');
      await page.reload();
      const { metrics } = await session.send('Performance.getMetrics');
      const seconds = metrics.filter(({ name }) => ['LayoutDuration', 'RecalcStyleDuration', 'ScriptDuration'].includes(name));
      expect(seconds.reduce((sum, { value }) => sum + value, 0)).toBeLessThan(1);
    });
  });

  it.each(['zh', 'en'] as const)(
    'prints headline, figures, attention and actions on the first sheet, and nothing wider than it (%s)',
    async (lang) => {
      await opened(pages[lang], { viewport: { width: 703, height: 1000 } }, async (page) => {
        await page.emulateMedia({ media: 'print' });
        // A4 less the margins of 12 mm above and 15 mm below, at 96 pixels an inch.
        const sheet = ((297 - 27) / 25.4) * 96;
        expect(
          await page.evaluate('document.querySelector("section:not(.chapter):has(+ section.chapter)").getBoundingClientRect().bottom'),
        ).toBeLessThan(sheet);
        expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(703);
      });
    },
  );
});
