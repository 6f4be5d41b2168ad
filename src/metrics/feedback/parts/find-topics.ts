import type { Satisfaction } from '../../satisfaction-parameter.ts';
import { builtInTopics, untoldTopic } from './topic-dictionary.ts';

export interface FoundTopic {
  /** The tag as it stands, the name in the config, or the id of a built-in topic. */
  readonly topic: string;
  readonly by: 'tag' | 'word' | 'none';
  /** The word of the dictionary that was found; null of a tag. */
  readonly word: string | null;
}

const betweenTags = /\s*[;；|、]\s*/;
const latin = /^[\p{Script=Latin}\d' -]+$/u;
const letter = /[\p{L}\d]/u;

/** What a complaint is about: its tags; without any the topics of which a word is in the text, each once; else `not_said`. */
export function topicFinder(topics: Satisfaction['topics']): (tag: string | null, text: string | null) => readonly FoundTopic[] {
  const dictionary = (topics === null ? builtInTopics.map(({ id, words }) => [id, words] as const) : Object.entries(topics)).map(
    ([topic, words]) => ({ topic, words: words.map((word) => ({ word, plain: plain(word) })) }),
  );
  return (tag, text) => {
    const tags = (tag ?? '').split(betweenTags).filter((part) => part !== '');
    if (tags.length > 0) return [...new Set(tags)].map((topic) => ({ topic, by: 'tag', word: null }));
    const content = plain(text ?? '');
    const found = dictionary.flatMap(({ topic, words }): FoundTopic[] => {
      const hit = words.find((word) => holds(content, word.plain));
      return hit === undefined ? [] : [{ topic, by: 'word', word: hit.word }];
    });
    return found.length > 0 ? found : [{ topic: untoldTopic, by: 'none', word: null }];
  };
}

function plain(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}

/** Chinese has no blanks between words: a word is found anywhere; of other scripts only whole ones. */
function holds(text: string, word: string): boolean {
  if (!latin.test(word)) return text.includes(word);
  for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + 1)) {
    const [before, after] = [text.charAt(at - 1), text.charAt(at + word.length)];
    const isApart = (char: string): boolean => char === '' || !letter.test(char) || /\p{Script=Han}/u.test(char);
    if (isApart(before) && isApart(after)) return true;
  }
  return false;
}
