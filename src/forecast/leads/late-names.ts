import { isField } from './training.ts';

/**
 * Words of headers of columns that are written while a lead is worked, or after: what was done last, the grade that a rep or the system gave
 * it, the stage it has come to. Whole words in English, parts of a word in Chinese.
 */
const words = [
  // What was done last: Last Activity, Latest Note, 最后活动, 最近拜访.
  'last|latest|recent|modified|updated',
  // What is noted of it: Tags, Notes, Remarks, 标签, 备注, 跟进记录.
  'tag|tags|label|labels|note|notes|remark|remarks|comment|comments',
  // How good it turned out to be: Lead Quality, Profile, Lead Score, Activity Index, Rating, Grade, 质量, 评分, 意向度.
  'quality|profile|score|scoring|index|rating|grade|intent|temperature',
  // How far it has come and how it ended: Stage, Status, Result, Lost Reason, 阶段, 状态, 结果, 流失原因.
  'stage|status|result|outcome|disposition|converted|conversion|closed|won|lost|unqualified|disqualified|rejected',
];

const chineseWords =
  '最后|最近|最新|修改|更新|标签|标记|备注|批注|跟进|质量|画像|评分|评级|打分|得分|分数|指数|等级|意向(?:度|等级|级别|程度)|阶段|状态|结果|(?:流失|无效|退回|失败|输单|丢单)原因|成交|转化|战败|流失';

/** Words that make another thing of it: marital status is no status of the lead. */
const unless = /marital|employment|婚姻|婚育|就业|在职/i;

const english = new RegExp(String.raw`(?:^|[^a-z])(?:${words.join('|')})(?:$|[^a-z])`, 'i');
const chinese = new RegExp(chineseWords);

/** Whether the name of a column says that it is written while a lead is worked; never of a field that every lead has when it comes in. */
export function isLateName(attribute: string): boolean {
  if (isField(attribute) || unless.test(attribute)) return false;
  // LastActivity, leadScore: a capital begins a word.
  const spaced = attribute.replaceAll(/([a-z])([A-Z])/g, '$1 $2');
  return english.test(spaced) || chinese.test(attribute);
}
