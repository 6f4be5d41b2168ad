/** The writer alone: the whole of exceljs loads its readers and all that they need. */
declare module 'exceljs/lib/stream/xlsx/workbook-writer.js' {
  import { stream } from 'exceljs';

  export default stream.xlsx.WorkbookWriter;
}
