import { z } from 'zod';
import type { Localized } from '../lib/localized.ts';
import { about } from './messages.ts';
import type { CardOption, OptionValue, Takes } from './card.ts';
import { keyText } from './option-text.ts';
import { type TextForm, textKinds } from './text-kinds.ts';

type KeyTakes = Exclude<Takes, { readonly kind: 'share' }>;

type Key<O extends CardOption> = O extends { default: NonNullable<CardOption['default']> }
  ? z.ZodDefault<z.ZodType<OptionValue<O>, OptionValue<O>>>
  : z.ZodOptional<z.ZodType<OptionValue<O>, OptionValue<O>>>;

/** The key of an option in the config: it takes the same values, and has the same default. `note` holds for the config alone. */
export function optionKey<O extends CardOption & { readonly takes: KeyTakes }>(option: O, note?: Localized): Key<O> {
  const values = valueSchema(option.takes);
  const schema = option.default === undefined ? values.optional() : values.default(option.default);
  return schema.meta(aboutOption(option, note)) as unknown as Key<O>;
}

/** What the config says of an option. */
export function aboutOption(option: CardOption, note?: Localized) {
  return about(keyText(option, 'en', note), keyText(option, 'zh-CN', note), ...(option.examples ?? []));
}

function valueSchema(takes: KeyTakes): z.ZodType {
  switch (takes.kind) {
    case 'whole':
      return z
        .int()
        .min(takes.least)
        .max(takes.most ?? Number.MAX_SAFE_INTEGER);
    case 'switch':
      return z.boolean();
    case 'choice':
      return z.enum(takes.values);
    case 'text':
    case 'file':
    case 'folder':
      return z.string().min(1);
    default: {
      const { expected, read, pattern }: TextForm = textKinds[takes.kind];
      if (pattern !== undefined) return z.string().regex(pattern, expected.en);
      return z
        .string()
        .min(1, expected.en)
        .refine((text) => read(text) !== null, expected.en);
    }
  }
}
