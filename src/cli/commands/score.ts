import { scoreCard } from '../../pipelines/score/card.ts';
import { defineCommand } from './define.ts';

export const scoreCommand = defineCommand(scoreCard, async (call, files) => {
  const { analyse } = await import('../session.ts');
  const { score, scoreFields, scoreRead } = await import('../../pipelines/score/score.ts');
  const { scorePartAnswer } = await import('../../pipelines/score/part-answer.ts');
  const { clv } = call.options;
  await analyse(call, files, {
    fields: scoreFields({ lifetimeValue: clv }),
    compute: async ({ input, settings: { config } }) =>
      score({ ...(await input()), settings: config.score, churn: config.churn, ...(clv ? { value: config.value } : {}), keep: scoreRead }),
    partAnswer: (sections, { config, lang }, money) =>
      scorePartAnswer(sections, { settings: config.score, churn: config.churn, lang, money }),
  });
});
