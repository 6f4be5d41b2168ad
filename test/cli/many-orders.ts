import { once } from 'node:events';
import { createWriteStream } from 'node:fs';

const linesAtOnce = 10_000;

/** Writes so many order lines that the program is at work on them for a while. */
export async function writeManyOrders(path: string, lines: number): Promise<void> {
  const stream = createWriteStream(path);
  stream.write('订单编号,客户编号,下单日期,订单金额\n');
  for (let start = 0; start < lines; start += linesAtOnce) {
    const part = Array.from({ length: Math.min(linesAtOnce, lines - start) }, (_, index) => line(start + index));
    if (!stream.write(part.join(''))) await once(stream, 'drain');
  }
  stream.end();
  await once(stream, 'finish');
}

function line(number: number): string {
  return `O${number},C${number % 997},2026-0${1 + (number % 9)}-${10 + (number % 18)},${number % 10_000}.50\n`;
}
