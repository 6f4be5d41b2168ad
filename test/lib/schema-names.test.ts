import { describe, expect, it } from 'vitest';
import { isSchemaName } from '../../src/lib/schema-names.ts';

describe('isSchemaName', () => {
  it.each(['crm_eval', '销售数据', 'q"u"o', 'x'.repeat(63), 'public'])('takes %s', (name) => {
    expect(isSchemaName(name)).toBe(true);
  });

  it.each(['', ' ', 'x'.repeat(64), '数'.repeat(22), 'pg_toast', 'information_schema', 'crm_eval_run_mine', 'a\0b'])(
    'refuses %j',
    (name) => {
      expect(isSchemaName(name)).toBe(false);
    },
  );
});
