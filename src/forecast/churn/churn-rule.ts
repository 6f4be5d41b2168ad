/** When a customer counts as lost, beside those the customer file marks so, and when as too new to tell; as in the parameters of metrics. */
export interface ChurnRule {
  readonly definition:
    | { readonly rule: 'cycles'; readonly cycles: number; readonly min_days: number }
    | { readonly rule: 'days'; readonly days: number }
    | { readonly rule: 'contract_end' | 'lost_flag' };
  readonly min_age_days: number;
}
