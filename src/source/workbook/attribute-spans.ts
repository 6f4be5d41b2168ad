/** Where the attributes of one tag stand in the text: most of a sheet's are never asked for, and only those that are get cut out. */
export interface AttributeSpans {
  /** Forgets the tag before; spans given from here on are of this text. */
  clear(text: string): void;
  /** A name's prefix is dropped; declarations of namespaces are left out. */
  add(nameFrom: number, nameTo: number, valueFrom: number, valueTo: number): void;
  /** The first of this name, its entities as they stand; null where there is none. */
  find(name: string): string | null;
}

const namespace = 'xmlns';

export function createAttributeSpans(): AttributeSpans {
  let text = '';
  let count = 0;
  const nameFroms: number[] = [];
  const valueFroms: number[] = [];
  const nameTos: number[] = [];
  const valueTos: number[] = [];
  return {
    clear(next) {
      text = next;
      count = 0;
    },
    add(nameFrom, nameTo, valueFrom, valueTo) {
      if (text.startsWith(namespace, nameFrom)) return;
      nameFroms[count] = afterPrefix(text, nameFrom, nameTo);
      nameTos[count] = nameTo;
      valueFroms[count] = valueFrom;
      valueTos[count] = valueTo;
      count += 1;
    },
    find(name) {
      for (let index = 0; index < count; index += 1) {
        const from = nameFroms[index] ?? 0;
        if ((nameTos[index] ?? 0) - from === name.length && text.startsWith(name, from))
          return text.slice(valueFroms[index], valueTos[index]);
      }
      return null;
    },
  };
}

function afterPrefix(text: string, from: number, to: number): number {
  for (let at = from; at < to; at += 1) if (text.charCodeAt(at) === 58) return at + 1;
  return from;
}
