import { formScreens, shownValue, type FormScreenCode, type ScreenField } from '#contracts/schemas/filing-screens.ts';
import { ScreenFields } from './ScreenFields.tsx';
import type { FilingScreen } from './filing-screen.ts';

/** A screen whose questions are listed in contracts/schemas/filing-screens.ts. */
export function questions(code: FormScreenCode): FilingScreen {
  const { store, fields } = formScreens[code];
  return {
    values: (view, reader) => {
      const saved = view[store] as Record<string, unknown>;
      return Object.fromEntries(
        (fields as readonly ScreenField[]).map((field) => [
          field.name,
          field.type === 'codes' ? (saved[field.name] ?? []) : shownValue(field, saved[field.name], reader.language),
        ]),
      );
    },
    Fields: ({ view }) => <ScreenFields screen={code} lists={view.lists} />,
  };
}
