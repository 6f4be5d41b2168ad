import type { FieldPlan, TablePlan } from '../table-plan.ts';

/** The plan with a column read as another field of its table. */
export function asField<P extends TablePlan>(plan: P, field: FieldPlan, name: string, reading = field.reading): P {
  const definition = plan.entity.fields[name]!;
  return {
    ...plan,
    fields: plan.fields.map((own) => (own === field ? { ...own, name, definition, reading } : own)),
    columns: plan.columns.map((column) => (column.index === field.index ? { ...column, field: `${plan.entity.id}.${name}` } : column)),
  };
}
