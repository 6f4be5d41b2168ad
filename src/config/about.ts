/** What a key says, in both languages; the JSON Schema takes the English as its description. */
export function about(en: string, zh: string, ...examples: readonly unknown[]) {
  return { description: en, 'x-zh-CN': zh, ...(examples.length === 0 ? {} : { examples: [...examples] }) };
}
