/** An option of the command line where a fix comes to it: behind a colon, with its value, or several. */
const optionsBehind =
  /[:：]\s*(?:(?:,\s*|，|、|or\s|或\s*)?"?--[a-z][\w.-]*(?:[ =](?:"[^"]*"|[^\s,;，；、）)]*[A-Z\d.=<\u4e00-\u9fff][^\s,;，；、）)]*))?"?\s*)+/g;

/** A sentence without the options that it comes to. */
export function withoutOptions(sentence: string): string {
  return sentence.replaceAll(optionsBehind, '').trim();
}

/**
 * What to do in words, for who reads a page and runs no command: without the options that do it; null where nothing is left that can be followed
 * without them.
 */
export function plainFix(fix: string): { readonly text: string | null; readonly isWhole: boolean } {
  const text = withoutOptions(fix);
  if (/(^|[\s（("])--[a-z]|crm-eval |\b[a-z]+(?:\.[a-z_]+)+: |\b[a-z_]+: \[/.test(text) || /[:：]$/.test(text) || text === '')
    return { text: null, isWhole: false };
  return { text, isWhole: text === fix };
}
