import { z } from 'zod';
import { satisfaction as parameter } from '../metrics/satisfaction-parameter.ts';
import { about } from './messages.ts';

const card = parameter.unwrap().shape;

/** `satisfaction:` */
export const satisfaction = z
  .strictObject({
    topics: card.topics.meta(
      about(
        'Words by which complaints without a tag are put under topics, by the name of each topic; they replace those built in. Chinese words are found anywhere in a text, others as whole words.',
        '没有标签的投诉按这些词归入主题，键为主题名称；设置后替代内置词典。中文词按子串匹配，其他文字按整词匹配。',
        { 交付: ['延期', '晚到', '缺货'], 价格: ['太贵', '报价', 'expensive'] },
      ),
    ),
    rebuy_days: card.rebuy_days.meta(
      about('Within how many days after an answer a customer that buys again counts.', '回答之后多少天内再次购买计为复购。', 90),
    ),
  })
  .prefault({})
  .meta(about('The satisfaction command.', 'satisfaction 命令。'));
