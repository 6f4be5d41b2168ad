const directoryEntry = 0x02014b50;
/** 1 January 1980, the first day a zip file can name. */
const firstDay = 0x0021;

/**
 * Sets the time of every entry of a zip file to 1980-01-01 00:00, in place, so that the bytes do not depend on the clock. The file
 * has no zip64 records, as exceljs writes it; throws where it is anything else.
 */
export function fixZipTimes(zip: Buffer): void {
  const end = zip.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  if (end < 0 || end + 22 + zip.readUInt16LE(end + 20) !== zip.length) throw new RangeError('no zip directory at the end of the file');
  let entry = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
    if (zip.readUInt32LE(entry) !== directoryEntry) throw new RangeError('a zip directory entry is not where it should be');
    zip.writeUInt16LE(0, entry + 12);
    zip.writeUInt16LE(firstDay, entry + 14);
    const local = zip.readUInt32LE(entry + 42);
    zip.writeUInt16LE(0, local + 10);
    zip.writeUInt16LE(firstDay, local + 12);
    entry += 46 + zip.readUInt16LE(entry + 28) + zip.readUInt16LE(entry + 30) + zip.readUInt16LE(entry + 32);
  }
}

/** The zip file that these pieces are, with a comment behind it; it has none yet. */
export function withZipComment(pieces: readonly Buffer[], comment: string): Buffer {
  const behind = Buffer.from(comment, 'ascii');
  const zip = Buffer.concat([...pieces, behind]);
  zip.writeUInt16LE(behind.length, zip.length - behind.length - 2);
  return zip;
}
