/** A label of time in two parts, where all labels of a chart have them: the month, and the year above a row of months. */
export interface TimeLabel {
  readonly short: string;
  /** The year, where it is another than that of the label before; null else. */
  readonly year: string | null;
}

const chinese = /^(\d{4}) 年 (\d{1,2} 月)$/u;
const english = /^([A-Z][a-z]{2})[a-z]* (\d{4})$/u;

/** Months without their year, which is said once where it begins; other labels as they are. */
export function timeLabels(labels: readonly string[]): TimeLabel[] {
  const parts = labels.map((label) => {
    const [zh, en] = [chinese.exec(label), english.exec(label)];
    if (zh !== null) return { year: zh[1]!, short: zh[2]!.replace(' ', '') };
    return en === null ? null : { year: en[2]!, short: en[1]! };
  });
  return labels.map((label, index) => {
    const part = parts[index];
    if (part === null || part === undefined || parts.includes(null)) return { short: label, year: null };
    return { short: part.short, year: parts[index - 1]?.year === part.year ? null : part.year };
  });
}
