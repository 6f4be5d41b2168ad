/** A picture that every program shows: checked by its bytes, whatever its name says. */
export interface LogoPicture {
  readonly type: 'png' | 'jpeg';
  readonly bytes: Uint8Array;
  /** In pixels. */
  readonly width: number;
  readonly height: number;
}

/** A piece of a line at the edge of printed pages: a text, the number of the page or of all pages, or how what follows looks (`&"Arial,Bold"`). */
export type EdgePiece = { readonly text: string } | { readonly count: 'page' | 'pages' } | { readonly look: string };

/** A line at the edge of printed pages, by where it stands. */
export type EdgeLine = Readonly<Record<'left' | 'center' | 'right', readonly EdgePiece[]>>;

/** How a company's own workbook looks: what is taken over from it, nothing of which acts. */
export interface Letterhead {
  /** Its name without folders. */
  readonly file: string;
  readonly sha256: string;
  /** From the properties of the document; null: none is named. */
  readonly company: string | null;
  readonly logo: LogoPicture | null;
  /** The accents of its theme, `1F5FA8`, the first first; empty where it has those that the program gives every workbook. */
  readonly accents: readonly string[];
  /** The faces of its theme for Latin and for Chinese text; null: none of its own. */
  readonly faces: { readonly latin: string | null; readonly chinese: string | null };
  /** Null: pages are printed without. */
  readonly header: EdgeLine | null;
  readonly footer: EdgeLine | null;
}
