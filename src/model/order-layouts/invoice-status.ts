/** The state of an invoice: one that was sent is a sale, whether or not it is paid yet; one that is closed is paid. */
export const invoiceStatus: Readonly<Record<string, string>> = {
  'awaiting payment': 'completed',
  authorised: 'completed',
  authorized: 'completed',
  sent: 'completed',
  viewed: 'completed',
  open: 'completed',
  unpaid: 'completed',
  closed: 'completed',
};
