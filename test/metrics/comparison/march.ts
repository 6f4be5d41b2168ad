/** March 2026 against February: 31 days against 28. */
export const marchOnFebruary = {
  as_of: '2026-03-31',
  comparison: { before: { from: '2026-02-01', to: '2026-03-01' }, after: { from: '2026-03-01', to: '2026-04-01' } },
};
