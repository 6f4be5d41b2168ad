import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, describe } from 'vitest';

const known = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** The browser that is installed; CRM_EVAL_CHROMIUM names another. */
const executable = process.env['CRM_EVAL_CHROMIUM'] ?? known.find((path) => existsSync(path)) ?? null;

/** Runs the tests in one real browser; where there is none says so and skips. Nothing is downloaded. */
export function describeWithBrowser(name: string, tests: (browser: () => Browser) => void): void {
  if (executable === null) {
    process.stdout.write(`skipped (no Chromium: install it, or set CRM_EVAL_CHROMIUM to its path): ${name}\n`);
    describe.skip(name, () => {});
    return;
  }
  describe(name, { tags: ['slow'] }, () => {
    let browser: Browser | undefined;
    beforeAll(async () => {
      browser = await chromium.launch({ executablePath: executable, args: ['--no-sandbox', '--disable-gpu'] });
    });
    afterAll(async () => {
      await browser?.close();
    });
    tests(() => browser!);
  });
}
