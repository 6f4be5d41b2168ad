const formats = new Map(
  ['#,##0', '#,##0.0', '#,##0.00', '0.0%', '0%', '0.0'].map((format): [string, Intl.NumberFormat] => {
    const decimals = /\.(0+)/.exec(format)?.[1]?.length ?? 0;
    const style = format.endsWith('%') ? 'percent' : 'decimal';
    return [format, new Intl.NumberFormat('en-US', { style, minimumFractionDigits: decimals, maximumFractionDigits: decimals })];
  }),
);

/** A figure as an axis of this format writes it; a change has its sign. */
export function signedFigure(figure: number, format: string, isChange: boolean): string {
  const text = (formats.get(format) ?? formats.get('#,##0.00')!).format(figure).replace('-', '−');
  return isChange && figure > 0 ? `+${text}` : text;
}
