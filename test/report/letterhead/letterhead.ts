import type { Letterhead } from '../../../src/lib/letterhead.ts';
import { pngOf } from '../../source/letterhead/template.ts';

/** All that a letterhead may have. */
export const letterhead: Letterhead = {
  file: 'brand.xlsx',
  sha256: 'ab'.repeat(32),
  company: 'Huadong & Sons',
  logo: { type: 'png', bytes: pngOf(400, 100), width: 400, height: 100 },
  accents: ['00695C'],
  faces: { latin: 'Source Sans', chinese: null },
  header: { left: [{ text: 'Huadong & Sons' }], center: [], right: [{ look: '&B' }, { text: 'internal' }] },
  footer: { left: [], center: [{ text: '- ' }, { count: 'page' }, { text: ' / ' }, { count: 'pages' }, { text: ' -' }], right: [] },
};
