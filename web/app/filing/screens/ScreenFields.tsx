import { fieldsOf, type FormScreenCode, type ScreenField } from '#contracts/schemas/filing-screens.ts';
import { useT } from '../../texts.tsx';
import { Checkbox, CheckboxGroup, RadioGroup } from '../../ui/form/Choice.tsx';
import { Select } from '../../ui/form/Select.tsx';
import { TextArea } from '../../ui/form/TextArea.tsx';
import { TextField } from '../../ui/form/TextField.tsx';
import { DateField, MoneyField } from '../../ui/form/TypedFields.tsx';
import type { DraftLists } from '../types.ts';

/** Questions that must be answered to submit; the others say « facultatif ». */
const required = [
  'addressLine',
  'city',
  'postalCode',
  'phone',
  'confirmed',
  'merchantConfirmed',
  'category',
  'item',
  'contractDate',
  'pricePaid',
  'nature',
];

/** The questions of a screen of the form. */
export function ScreenFields({ screen, lists }: { screen: FormScreenCode; lists: DraftLists }) {
  return (
    <>
      {fieldsOf(screen).map((field) => (
        <OneField key={field.name} field={field} lists={lists} />
      ))}
    </>
  );
}

function OneField({ field, lists }: { field: ScreenField; lists: DraftLists }) {
  const t = useT();
  const { name, type } = field;
  const optional = !required.includes(name);
  const options = (list: { code: string; label: string }[]) => list.map(({ code, label }) => ({ value: code, label }));
  if (name === 'category') {
    const groups = lists.categories.map((category) =>
      category.kinds.length > 0
        ? { label: category.label, options: options(category.kinds) }
        : { value: category.code, label: category.label },
    );
    return <Select name={name} options={groups} />;
  }
  switch (type) {
    case 'text':
      return <TextArea name={name} rows={12} optional={optional} />;
    case 'date':
      return <DateField name={name} optional={optional} />;
    case 'money':
      return <MoneyField name={name} optional={optional} />;
    case 'choice': {
      const list = options(field.list ? lists[field.list] : []);
      return list.length <= 3 ? (
        <RadioGroup name={name} options={list} optional={optional} />
      ) : (
        <Select name={name} options={list} optional={optional} />
      );
    }
    case 'codes':
      return <CheckboxGroup name={`${name}[]`} options={options(lists.problemNature)} optional={optional} />;
    case 'yesNo':
      return (
        <RadioGroup
          name={name}
          optional={optional}
          options={[
            { value: 'yes', label: t('filing:yes') },
            { value: 'no', label: t('filing:no') },
          ]}
        />
      );
    case 'tick':
      return <Checkbox name={name} />;
    case 'line':
      return (
        <TextField
          name={name}
          optional={optional}
          size={field.max !== undefined && field.max <= 40 ? 'md' : 'lg'}
          {...(field.autoComplete ? { autoComplete: field.autoComplete } : {})}
          {...(field.inputMode ? { inputMode: field.inputMode } : {})}
        />
      );
  }
}
