import { formScreens, type FormScreenCode, type ScreenField } from '#contracts/schemas/intake-screens.ts';
import type { RemedyCatalogue } from '#content/texts/remedy-lines.ts';
import { useT } from '../texts.tsx';
import { Card } from '../ui/Card.tsx';
import { Checkbox, CheckboxGroup, RadioGroup } from '../ui/Choice.tsx';
import { Select } from '../ui/Select.tsx';
import { TextArea } from '../ui/TextArea.tsx';
import { TextField } from '../ui/TextField.tsx';
import { DateField, MoneyField } from '../ui/TypedFields.tsx';
import { Following } from '../forms/RemedyFields.tsx';
import type { DraftLists } from './types.ts';

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
      {(formScreens[screen].fields as readonly ScreenField[]).map((field) => (
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
      const list = options(lists[field.list as 'conditions' | 'contractPlaces' | 'paymentMethods']);
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
            { value: 'yes', label: t('intake:yes') },
            { value: 'no', label: t('intake:no') },
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
          {...(field.autoComplete ? { autoComplete: field.autoComplete as 'tel' } : {})}
          {...(field.inputMode ? { inputMode: field.inputMode } : {})}
        />
      );
  }
}

/** Prior steps, and one line more than there are (F-060). */
export function PriorStepFields({ count, lists }: { count: number; lists: DraftLists }) {
  const t = useT();
  const means = lists.priorStepMeans.map(({ code, label }) => ({ value: code, label }));
  return (
    <>
      {Array.from({ length: count }, (_, row) => (
        <Card key={row} title={t('intake:priorStep', { number: row + 1 })}>
          <Select name={`priorSteps.${row}.means`} label={t('intake:fields.means.label')} options={means} />
          <DateField name={`priorSteps.${row}.date`} label={t('intake:fields.date.label')} optional />
          <TextField name={`priorSteps.${row}.person`} label={t('intake:fields.person.label')} optional />
          <TextArea name={`priorSteps.${row}.outcome`} label={t('intake:fields.outcome.label')} rows={3} optional />
        </Card>
      ))}
    </>
  );
}

/** The fields of each remedy that was ticked (F-063, F-064, §9.4). */
export function RemedyFields({
  catalogue,
  ticked,
  documents,
}: {
  catalogue: RemedyCatalogue;
  ticked: string[];
  documents: { id: string; title: string }[];
}) {
  const t = useT();
  return (
    <>
      {catalogue
        .filter(({ code }) => ticked.includes(code))
        .map((remedy) => (
          <Card key={remedy.code} title={remedy.label}>
            {remedy.fields.map((field) => {
              const props = {
                key: field.name,
                name: `${remedy.code}.${field.name}`,
                label: field.label,
                optional: !field.required,
              };
              const { key, ...rest } = props;
              switch (field.type) {
                case 'date':
                  return (
                    <Following key={key} field={field}>
                      <DateField {...rest} />
                    </Following>
                  );
                case 'money':
                  return <MoneyField key={key} {...rest} />;
                case 'longText':
                  return <TextArea key={key} {...rest} rows={4} />;
                case 'yesNo':
                  return (
                    <RadioGroup
                      key={key}
                      {...rest}
                      options={[
                        { value: 'yes', label: t('intake:yes') },
                        { value: 'no', label: t('intake:no') },
                      ]}
                    />
                  );
                case 'choice':
                  return (
                    <Following key={key} field={field}>
                      <RadioGroup
                        {...rest}
                        options={(field.choices ?? []).map(({ code, label }) => ({ value: code, label }))}
                      />
                    </Following>
                  );
                case 'document':
                  return (
                    <Select
                      key={key}
                      {...rest}
                      hint={t('intake:damagesDocument')}
                      options={documents.map(({ id, title }) => ({ value: id, label: title }))}
                    />
                  );
                case 'percent':
                case 'text':
                  return (
                    <TextField
                      key={key}
                      {...rest}
                      {...(field.type === 'percent' ? { size: 'xs' as const, inputMode: 'decimal' as const } : {})}
                    />
                  );
              }
            })}
          </Card>
        ))}
    </>
  );
}
