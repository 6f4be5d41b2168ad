import { describe, expect, it } from 'vitest';
import { topicFinder } from '../../../../src/metrics/feedback/parts/find-topics.ts';

const find = topicFinder({ 交付: ['晚到', 'late'], quality: ['QUALITY', '质量'] });
const topics = (text: string | null, tag: string | null = null) => find(tag, text).map(({ topic }) => topic);

describe('topicFinder', () => {
  it('finds Chinese words anywhere, and others as whole words, whatever their case and width', () => {
    expect(topics('货物又晚到了')).toEqual(['交付']);
    expect(topics('LATE, again')).toEqual(['交付']);
    expect(topics('产品ｑｕａｌｉｔｙ差')).toEqual(['quality']);
    expect(topics('the latest one came chocolate')).toEqual(['not_said']);
    expect(topics('the latest was late')).toEqual(['交付']);
  });

  it('puts a text under every topic of which it has a word, and says which', () => {
    expect(find(null, '晚到，质量也差')).toEqual([
      { topic: '交付', by: 'word', word: '晚到' },
      { topic: 'quality', by: 'word', word: '质量' },
    ]);
  });

  it('goes by tags alone where there are any, each once', () => {
    expect(topics('晚到', '价格； 服务、价格')).toEqual(['价格', '服务']);
    expect(topics('late', ' ; ')).toEqual(['交付']);
    expect(topics(null)).toEqual(['not_said']);
  });
});
