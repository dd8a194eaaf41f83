import { DateField } from '../ui/form/TypedFields.tsx';

/** First and last day of an absence. */
export function AbsenceDays() {
  return (
    <>
      <DateField name="firstDay" />
      <DateField name="lastDay" />
    </>
  );
}
