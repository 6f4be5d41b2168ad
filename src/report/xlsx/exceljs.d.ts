/** The writer alone: the whole of exceljs loads its readers and all that they need. */
declare module 'exceljs/lib/stream/xlsx/workbook-writer.js' {
  import { stream } from 'exceljs';

  export default stream.xlsx.WorkbookWriter;
}

/** What a text of the shared ones is as XML. */
declare module 'exceljs/lib/xlsx/xform/strings/shared-string-xform.js' {
  import type XmlStream from 'exceljs/lib/utils/xml-stream.js';

  export default class SharedStringXform {
    render(stream: XmlStream, text: string): void;
  }
}

declare module 'exceljs/lib/utils/xml-stream.js' {
  export default class XmlStream {
    static readonly StdDocAttributes: Readonly<Record<string, string>>;
    openXml(attributes: Readonly<Record<string, string>>): void;
    openNode(name: string, attributes: Readonly<Record<string, string | number>>): void;
    closeNode(): void;
    readonly xml: string;
  }
}
