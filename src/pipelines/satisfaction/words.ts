import { both, type Lang, type Localized } from '../../lib/localized.ts';
import type { CustomerGroup } from '../../metrics/choices.ts';
import { dimensionIds, dimensionTitle } from '../../metrics/feedback/parts/dimensions.ts';
import { builtInTopics, untoldTopic } from '../../metrics/feedback/parts/topic-dictionary.ts';
import { notSaid } from '../../views/not-said.ts';
import { metricHeading } from '../../views/of-metrics.ts';

type Words = ReadonlyMap<string, string>;

function wordsIn(lang: Lang, words: Readonly<Record<string, Localized>>): Words {
  return new Map(Object.entries(words).map(([id, text]) => [id, text[lang]]));
}

export function callWords(lang: Lang): Words {
  return wordsIn(lang, {
    overdue: both('Complaint overdue', '投诉逾期'),
    complaint: both('Complaint open', '投诉未结'),
    detractor: both('Detractor', '贬损者'),
    dissatisfied: both('Dissatisfied', '不满意'),
  });
}

export function answerWords(lang: Lang): Words {
  return wordsIn(lang, {
    promoter: both('Promoters (9–10)', '推荐者（9–10）'),
    passive: both('Passives (7–8)', '被动者（7–8）'),
    detractor: both('Detractors (0–6)', '贬损者（0–6）'),
    satisfied: both('Satisfied', '满意'),
    neutral: both('Neutral', '一般'),
    dissatisfied: both('Dissatisfied', '不满意'),
    answered: both('Answered', '已回答'),
    silent: both('Did not answer', '未回答'),
  });
}

export function kindWords(lang: Lang): Words {
  return wordsIn(lang, {
    survey: both('Survey', '调查'),
    complaint: both('Complaint', '投诉'),
    suggestion: both('Suggestion', '建议'),
    case: both('Case', '工单'),
  });
}

export function channelWords(lang: Lang): Words {
  return wordsIn(lang, {
    questionnaire: both('Questionnaire', '问卷'),
    phone: both('Phone', '电话'),
    online: both('Online', '在线'),
    email: both('E-mail', '邮件'),
    visit: both('Visit', '面谈'),
    social: both('Social media', '社交媒体'),
  });
}

export function breakdownWords(lang: Lang, by: CustomerGroup | null): Words {
  return wordsIn(lang, {
    all: both('All', '全部'),
    rep: both('Rep', '销售'),
    product: both('Product', '产品'),
    channel: both('Channel', '渠道'),
    ...(by === null ? {} : { attribute: metricHeading('customer_profile', by).title }),
  });
}

export function dimensionWords(lang: Lang): Words {
  return new Map(dimensionIds.map((id) => [id, dimensionTitle(id)[lang]]));
}

/** What a dimension is called in both languages; of another id the id. */
export function dimensionName(id: string): Localized {
  const known = dimensionIds.find((each) => each === id);
  return known === undefined ? both(id, id) : dimensionTitle(known);
}

/** The topics that the program knows by an id; tags and topics of the config stand as they are. */
export function topicWords(lang: Lang): Words {
  return new Map([...builtInTopics.map(({ id, title }) => [id, title[lang]] as const), [untoldTopic, notSaid[lang]]]);
}
