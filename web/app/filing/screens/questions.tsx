import { fieldsOf, formScreens, shownValue, type FormScreenCode } from '#contracts/schemas/filing-screens.ts';
import { ScreenFields } from './ScreenFields.tsx';
import type { FilingScreen } from './filing-screen.ts';

/** A screen whose questions are listed in contracts/schemas/filing-screens.ts. */
export function questions(code: FormScreenCode): FilingScreen {
  const { store } = formScreens[code];
  return {
    values: (view, reader) => {
      const saved: Record<string, unknown> = view[store];
      return Object.fromEntries(
        fieldsOf(code).map((field) => {
          const value = saved[field.name];
          if (field.name === 'phone') return [field.name, typeof value === 'string' ? reader.phone(value) : ''];
          return [field.name, field.type === 'codes' ? (value ?? []) : shownValue(field, value, reader.language)];
        }),
      );
    },
    Fields: ({ view }) => <ScreenFields screen={code} lists={view.lists} />,
  };
}
