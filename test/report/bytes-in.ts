import { piecesOf } from '../../src/cli/output.ts';
import type { Rendered } from '../../src/report/contract.ts';

/** All bytes of what a reporter made; a piece is good until the next one is taken. */
export function bytesIn(content: Rendered): Buffer {
  return Buffer.concat(Array.from(piecesOf(content), (piece) => Buffer.from(piece)));
}
