import ExcelJS from 'exceljs';

/** What a workbook costs at the least: exceljs streams every cell and nothing is done with it. */
const reader = new ExcelJS.stream.xlsx.WorkbookReader(process.argv[2], {
  worksheets: 'emit',
  sharedStrings: 'cache',
  styles: 'cache',
  hyperlinks: 'ignore',
  entries: 'ignore',
});
let rows = 0;
let cells = 0;
for await (const sheet of reader) {
  for await (const row of sheet) {
    rows += 1;
    row.eachCell(() => {
      cells += 1;
    });
  }
}
console.log(JSON.stringify({ rows, cells }));
