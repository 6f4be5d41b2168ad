/** Codes of what ends a run without a result: printed with every error, stable, explained in docs/codes.md. */
export type ErrorCode =
  | 'account-contradictory'
  | 'amount-grain-unclear'
  | 'as-of-unknown'
  | 'before-the-data'
  | 'column-missing'
  | 'column-type-unfit'
  | 'column-unfit'
  | 'column-unknown'
  | 'condition-unfit'
  | 'config-invalid'
  | 'config-unreadable'
  | 'currencies-mixed'
  | 'customer-ambiguous'
  | 'customer-unknown'
  | 'data-problems'
  | 'database-busy'
  | 'database-certificate-refused'
  | 'database-certificate-unreadable'
  | 'database-conflict'
  | 'database-disk-full'
  | 'database-encoding-unsupported'
  | 'database-gone'
  | 'database-host-unknown'
  | 'database-limit-reached'
  | 'database-missing'
  | 'database-not-ready'
  | 'database-number-overflow'
  | 'database-password-missing'
  | 'database-read-only'
  | 'database-refused-login'
  | 'database-right-missing'
  | 'database-statement-failed'
  | 'database-text-refused'
  | 'database-timeout'
  | 'database-tls-failed'
  | 'database-tls-unavailable'
  | 'database-unreachable'
  | 'database-unsupported'
  | 'database-url-invalid'
  | 'encoding-undetected'
  | 'encoding-unknown'
  | 'engine-missing'
  | 'entity-unknown'
  | 'excess-arguments'
  | 'field-unknown'
  | 'figure-unknown'
  | 'file-empty'
  | 'file-forbidden'
  | 'file-is-address'
  | 'file-is-folder'
  | 'file-missing'
  | 'file-no-table'
  | 'file-not-regular'
  | 'file-twice'
  | 'file-unreadable'
  | 'files-missing'
  | 'folder-empty'
  | 'format-binary'
  | 'format-unknown'
  | 'glob-empty'
  | 'interrupted'
  | 'load-unbalanced'
  | 'load-unreadable'
  | 'map-unmatched'
  | 'map-value'
  | 'memory-exhausted'
  | 'metric-missing'
  | 'metric-unknown'
  | 'missing-argument'
  | 'no-cohorts'
  | 'no-rows'
  | 'not-a-workbook'
  | 'nothing-for-csv'
  | 'nothing-for-parquet'
  | 'nothing-loaded'
  | 'nothing-to-compare'
  | 'no-leads'
  | 'nothing-to-forecast'
  | 'nothing-to-map'
  | 'nothing-to-score'
  | 'nothing-known'
  | 'nothing-usable'
  | 'number-overflow'
  | 'option-invalid'
  | 'option-missing-argument'
  | 'output-exists'
  | 'output-failed'
  | 'output-is-folder'
  | 'output-taken'
  | 'parameter-invalid'
  | 'parquet-unreadable'
  | 'period-before-data'
  | 'period-not-begun'
  | 'periods-out-of-order'
  | 'query-failed'
  | 'query-invalid'
  | 'query-not-read-only'
  | 'query-unreadable'
  | 'rate-missing'
  | 'rates-invalid'
  | 'role-ambiguous'
  | 'role-needs'
  | 'role-unknown'
  | 'record-needs-table'
  | 'rows-need-csv'
  | 'schema-filled'
  | 'schema-foreign'
  | 'schema-locked'
  | 'schema-not-owned'
  | 'schema-reserved'
  | 'schema-viewed'
  | 'scratch-failed'
  | 'scratch-full'
  | 'section-unknown'
  | 'sections-many'
  | 'sheet-unknown'
  | 'since-unfit'
  | 'sources-mixed'
  | 'stdin-unavailable'
  | 'table-missing'
  | 'table-name-invalid'
  | 'table-right-missing'
  | 'table-role-unsupported'
  | 'table-unknown'
  | 'temp-dir-invalid'
  | 'timezone-unknown'
  | 'too-many-columns'
  | 'too-many-rows-for-xlsx'
  | 'unknown-command'
  | 'unknown-option'
  | 'until-after-as-of'
  | 'where-invalid'
  | 'workbook-damaged'
  | 'workbook-empty'
  | 'workbook-encrypted'
  | 'workbook-timeout'
  | 'workbook-too-large'
  | 'workbook-unreadable'
  | 'workbook-unsafe';

/** Codes of findings, and of why a row or a cell is not used: stable, explained in docs/codes.md. */
export const findingCodes = [
  'after-as-of',
  'amount-column-missing',
  'amount-derived',
  'amount-grain-doubtful',
  'amount-in-company-currency',
  'amount-invalid',
  'amount-missing',
  'amount-negative',
  'amount-per-order',
  'amount-zero',
  'as-of-from-other-files',
  'blank-row',
  'cancelled-marked',
  'cell-beside',
  'cell-error',
  'cell-too-long',
  'character-invalid',
  'check-refuses',
  'churn-hardly-tested',
  'churn-not-predictable',
  'comment-line',
  'covered-by-merge',
  'currencies-differ',
  'currencies-mixed',
  'currency-by-header',
  'currency-converted',
  'customer-by-contact',
  'customer-column-missing',
  'customer-totals-before-orders',
  'customer-totals-contradict',
  'customer-missing',
  'customer-id-joined',
  'customer-id-near',
  'customer-masked',
  'customer-name-shared',
  'customer-null-word',
  'customer-placeholder',
  'customers-joined-by',
  'customers-without-orders',
  'customers-without-used-orders',
  'data-old',
  'date-future',
  'date-impossible',
  'date-invalid',
  'date-isolated',
  'date-missing',
  'date-order-ambiguous',
  'date-order-from-sibling',
  'dates-swapped',
  'deal-after-as-of',
  'deal-incomplete',
  'deals-by-status',
  'delimiter-mixed',
  'description-row',
  'discount-doubtful',
  'discount-taken',
  'encoding-guessed',
  'extra-cell',
  'file-left-out',
  'formula-without-result',
  'formula-zero',
  'guests-told-apart',
  'header-repeated',
  'header-short',
  'history-short',
  'id-duplicate',
  'id-lossy',
  'id-mark-cut',
  'inputs-unchanged',
  'key-missing',
  'lead-columns-many',
  'line-duplicate',
  'line-elsewhere',
  'load-as-of',
  'merged-cell-filled',
  'missing-cell',
  'money-inexact',
  'money-left-out',
  'name-near-match',
  'no-sale',
  'no-stopping-seen',
  'lead-conversion-undated',
  'lead-converted-and-lost',
  'lead-created-missing',
  'lead-outcome-before-creation',
  'lead-taken-while-held',
  'number-invalid',
  'only-head-read',
  'order-id-missing',
  'order-in-two-files',
  'order-lines-filled',
  'order-number-reused',
  'order-number-shared',
  'order-superseded',
  'orders-from-opportunities',
  'orders-without-customer-record',
  'payment-failed',
  'period-lengths-differ',
  'period-ends-early',
  'period-partly-covered',
  'period-to-date',
  'pool-log-missing',
  'price-is-total',
  'projection-not-held',
  'purchase-model-missing',
  'purchase-model-uncertain',
  'purchase-parameters-unbounded',
  'query-table-empty',
  'query-unordered',
  'quote-inside',
  'quote-misplaced',
  'quote-unclosed',
  'record-shifted',
  'record-short',
  'refund-column-netted',
  'refund-column-unread',
  'refund-exceeds-amount',
  'refund-in-column',
  'refund-once',
  'refund-open',
  'refund-partial-unknown',
  'refund-rows-counted',
  'refund-rows-unclear',
  'refunded-marked',
  'returned',
  'returns-netted',
  'returns-unknown-order',
  'separator-ambiguous',
  'separator-decided',
  'rows-taken-for-returns',
  'separator-missing',
  'set-aside-negative',
  'spend-frequency-correlated',
  'spend-mean-infinite',
  'spend-model-missing',
  'spend-model-uncertain',
  'spend-parameters-unbounded',
  'status-cancelled',
  'status-pending',
  'status-processing',
  'status-refunded',
  'status-unknown',
  'table-ambiguous',
  'table-unused',
  'target-year-missing',
  'test-order',
  'timezone-assumed',
  'total-row',
  'unit-converted',
  'unit-missing',
  'units-mixed',
  'value-not-chosen',
  'word-unknown',
] as const;

export type FindingCode = (typeof findingCodes)[number];

export type Code = ErrorCode | FindingCode;
