import { both, type Localized } from '../../../lib/localized.ts';

interface ContactChannel {
  /** The value of activities.channel. */
  readonly id: 'call' | 'email' | 'visit' | 'meeting' | 'message';
  readonly title: Localized;
}

/** How customers and leads are contacted, in the order it is shown. */
export const contactChannels: readonly ContactChannel[] = [
  { id: 'call', title: both('Calls', '电话') },
  { id: 'email', title: both('Emails', '邮件') },
  { id: 'visit', title: both('Visits', '拜访') },
  { id: 'meeting', title: both('Meetings', '会议') },
  { id: 'message', title: both('Messages', '消息') },
];
