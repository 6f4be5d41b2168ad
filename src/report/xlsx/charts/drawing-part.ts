import { type Markup, markup } from '../../html/markup.ts';
import { plainText } from './chart-text.ts';

/** EMU, as drawings are measured in, of a pixel. */
const ofPixel = 9_525;

/** A chart or an image on a sheet: from a cell on, so many pixels large whatever the columns are. */
export interface PlacedPicture {
  readonly kind: 'chart' | 'image';
  readonly name: string;
  /** What it says to who cannot see it. */
  readonly description: string;
  /** Column and row of the cell at its corner, from 0. */
  readonly at: readonly [column: number, row: number];
  /** Pixels from that corner. */
  readonly beyond?: readonly [right: number, down: number];
  readonly size: readonly [width: number, height: number];
}

/** The part of a sheet's drawing: its pictures in the order of their relationships. */
export function drawingPart(pictures: readonly PlacedPicture[]): Markup {
  return markup`<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart">${pictures.map(anchor)}</xdr:wsDr>`;
}

function anchor(picture: PlacedPicture, index: number): Markup {
  const {
    at: [column, row],
    beyond: [right, down] = [0, 0],
    size: [width, height],
  } = picture;
  return markup`<xdr:oneCellAnchor><xdr:from><xdr:col>${column}</xdr:col><xdr:colOff>${right * ofPixel}</xdr:colOff><xdr:row>${row}</xdr:row><xdr:rowOff>${down * ofPixel}</xdr:rowOff></xdr:from><xdr:ext cx="${width * ofPixel}" cy="${height * ofPixel}"/>${picture.kind === 'chart' ? frame(picture, index) : image(picture, index)}<xdr:clientData/></xdr:oneCellAnchor>`;
}

function frame({ name, description }: PlacedPicture, index: number): Markup {
  return markup`<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="${index + 2}" name="${plainText(name)}" descr="${plainText(description)}"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr><xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:chart r:id="rId${index + 1}"/></a:graphicData></a:graphic></xdr:graphicFrame>`;
}

function image({ name, description, size: [width, height] }: PlacedPicture, index: number): Markup {
  return markup`<xdr:pic><xdr:nvPicPr><xdr:cNvPr id="${index + 2}" name="${plainText(name)}" descr="${plainText(description)}"/><xdr:cNvPicPr><a:picLocks noChangeAspect="1"/></xdr:cNvPicPr></xdr:nvPicPr><xdr:blipFill><a:blip r:embed="rId${index + 1}"/><a:stretch><a:fillRect/></a:stretch></xdr:blipFill><xdr:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="${width * ofPixel}" cy="${height * ofPixel}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></xdr:spPr></xdr:pic>`;
}
