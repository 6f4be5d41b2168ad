const endings = /(?:股份有限公司|有限责任公司|集团有限公司|有限公司)$|,? (?:Co\.,? ?Ltd\.?|Ltd\.?|Inc\.?|LLC|GmbH|Corp\.?)$/iu;

/** A name without the legal form of a company; a name of which too little would be left stays as it is. */
export function withoutLegalForm(name: string): string {
  const short = name.replace(endings, '');
  return short.length >= 2 ? short : name;
}

/** Names of companies without their legal form, where they are still told apart without it. */
export function shortNames(names: readonly string[]): string[] {
  const shortened = names.map(withoutLegalForm);
  const full = new Map<string, Set<string>>();
  shortened.forEach((short, index) => full.set(short, (full.get(short) ?? new Set()).add(names[index]!)));
  return shortened.map((short, index) => (full.get(short)!.size > 1 ? names[index]! : short));
}
