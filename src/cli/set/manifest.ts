import { z } from 'zod';

export const manifestName = 'manifest.json';

const file = z.object({
  name: z.string(),
  /** `html`, `xlsx` … */
  format: z.string(),
  /** Whose figures alone are in it; null: everybody's. */
  scope: z.string().nullable(),
  bytes: z.number(),
  sha256: z.string(),
});

/** What a set of files is made of. No clock: of the same inputs it is the same. */
export const manifestSchema = z.object({
  schema: z.literal('crm-eval/set@1'),
  version: z.string(),
  command: z.string(),
  lang: z.string(),
  as_of: z.string().nullable(),
  /** Half-open, as in a Result. */
  period: z.object({ from: z.string(), to: z.string() }).nullable(),
  files: z.array(file),
  /** Who has no files of its own, and why. */
  left_out: z.array(z.object({ scope: z.string(), reason: z.string() })),
});

export type Manifest = z.infer<typeof manifestSchema>;
export type WrittenFile = z.infer<typeof file>;
