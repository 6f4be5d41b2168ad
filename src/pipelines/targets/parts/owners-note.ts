import type { NoteKinds } from '../../../views/notes.ts';

interface Unknown {
  readonly n: number;
  /** Owners in all. */
  readonly all: number;
  /** One of those whom nobody knows. */
  readonly owner: string;
}

/** Owners of targets whom no other file names: what was reached of their targets cannot be told. */
export const ownersNote = {
  'target-owners-unknown': {
    level: 'warning',
    text: ({ n, all, owner }: Unknown) => ({
      message: {
        en: `no other file knows ${n === all ? (n === 1 ? 'the owner' : `any of the ${n} owners`) : `${n} of ${all} owners`} of targets, such as ${owner}: nothing tells what counts for them; their names or numbers may be those of another system`,
        'zh-CN': `${all} 个目标对象中有 ${n} 个在其他文件中找不到（如 ${owner}）：无法得知什么计入其目标；其姓名或编号可能来自另一系统`,
      },
      fix: {
        en: 'add the list of reps with both numbers (rep_id and other_id), or write owners as the orders do',
        'zh-CN': '请加入含两种编号的销售人员表（rep_id 与 other_id），或按订单中的写法填写目标对象',
      },
    }),
  },
} as const satisfies NoteKinds;
