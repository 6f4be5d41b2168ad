import { z } from 'zod';
import { sql } from '../../engine/sql.ts';
import { both, column, customerId } from '../columns.ts';
import { defineMetric } from '../define.ts';
import { asOf } from '../parameters.ts';

export const churnContacts = defineMetric({
  id: 'churn_contacts',
  question: both('When was each customer last contacted?', '每位客户最近一次联系是什么时候？'),
  grain: ['customer_id'],
  columns: {
    customer_id: customerId,
    contacts: column.count(both('Contacts', '联系次数'), both('Contacts up to the as-of date.', '截止日及之前的联系次数。')),
    last_contact_on: column.date(both('Last contact', '最近联系'), both('Day of the last contact.', '最近一次联系的日期。')),
    contact_days: column.count(
      both('No contact for', '未联系天数'),
      both('Days from the last contact to the as-of date.', '最近联系至截止日的天数。'),
      { unit: 'days' },
    ),
  },
  requires: [['activities.customer_id'], ['activities.at']],
  uses: [],
  source: 'Definition of customer care (客户关怀): days since the last contact against the standard of the tier.',
  parameters: z.object({ as_of: asOf }),
  sql: ({ as_of }) => sql`
    select
      customer_id,
      count(*) as contacts,
      cast(max(activities.at) as date) as last_contact_on,
      ${as_of}::date - cast(max(activities.at) as date) as contact_days
    from activities
    where customer_id is not null and cast(activities.at as date) <= ${as_of}::date
    group by customer_id`,
});
