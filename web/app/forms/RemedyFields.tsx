import type { ReactNode } from 'react';
import { remedyFieldName } from '#contracts/schemas/proposal.ts';
import type { LabelledField, RemedyCatalogue } from '#content/texts/remedy-lines.ts';
import { useT } from '../texts.tsx';
import { FieldError, FieldHint, useField } from '../ui/form/Field.tsx';
import { RadioGroup } from '../ui/form/Choice.tsx';
import { Select } from '../ui/form/Select.tsx';
import { TextArea } from '../ui/form/TextArea.tsx';
import { TextField } from '../ui/form/TextField.tsx';
import { DateField, MoneyField } from '../ui/form/TypedFields.tsx';

type Props = { catalogue: RemedyCatalogue; documents: { id: string; title: string }[]; today: string };

/** Remedies to tick, each with its own fields under it; an unticked one hides them where the browser can (F-063, F-093, F-126). */
export function RemedyFields({ catalogue, documents, today }: Props) {
  const t = useT();
  const field = useField({
    name: 'remedy[]',
    label: t('proposals:form.remedies'),
    hint: t('proposals:form.remediesHint'),
  });
  return (
    <fieldset
      className={`qc-fieldset pc-field${field.error ? ' pc-invalid' : ''}`}
      id={field.id.replace(/--$/, '')}
      tabIndex={-1}
    >
      <legend className="qc-label qc-bold">{field.label}</legend>
      <FieldHint id={field.id}>{field.hint}</FieldHint>
      <FieldError id={field.id}>{field.error}</FieldError>
      {catalogue.map((remedy) => {
        const id = `${field.id}-${remedy.code}`;
        return (
          <div key={remedy.code} className="pc-remedy-choice">
            <label className="qc-choicefield-label" htmlFor={id}>
              <input
                className="qc-choicefield"
                type="checkbox"
                id={id}
                name="remedy[]"
                value={remedy.code}
                defaultChecked={field.list.includes(remedy.code)}
                aria-describedby={remedy.hint ? `${id}-aide` : undefined}
              />
              <span>{remedy.label}</span>
            </label>
            <div className="pc-remedy-fields" role="group" aria-label={remedy.label}>
              {remedy.hint ? (
                <p className="pc-hint" id={`${id}-aide`}>
                  {remedy.hint}
                </p>
              ) : null}
              <RemedyInputs remedy={remedy} documents={documents} today={today} />
            </div>
          </div>
        );
      })}
    </fieldset>
  );
}

type InputProps = {
  documents: Props['documents'];
  /** The earliest day of a date that may not be past. */
  today?: string;
  /** Said of the field of a document, where one may be added from the page; without it an empty list says what to do. */
  documentHint?: string;
};

/** The fields of one remedy. */
export function RemedyInputs({ remedy, ...rest }: InputProps & { remedy: RemedyCatalogue[number] }) {
  return remedy.fields.map((field) => (
    <Following key={field.name} field={field}>
      <RemedyInput code={remedy.code} field={field} {...rest} />
    </Following>
  ));
}

/** A field that completes a yes or no is hidden, where the browser can, until the answer before it is yes. */
function Following({ field, children }: { field: LabelledField; children: ReactNode }) {
  return field.follows ? <div className="pc-follows">{children}</div> : children;
}

function RemedyInput({
  code,
  field,
  documents,
  today,
  documentHint,
}: InputProps & { code: string; field: LabelledField }) {
  const t = useT();
  const common = {
    name: remedyFieldName(code, field.name),
    label: field.label,
    optional: !field.required,
  };
  switch (field.type) {
    case 'date':
      return <DateField {...common} {...(field.mayBePast || !today ? {} : { min: today })} />;
    case 'money':
      return <MoneyField {...common} />;
    case 'percent':
      return <TextField {...common} size="xs" inputMode="decimal" />;
    case 'text':
      return <TextField {...common} size="xl" />;
    case 'longText':
      return <TextArea {...common} rows={4} />;
    case 'yesNo':
      return (
        <RadioGroup
          {...common}
          options={[
            { value: 'yes', label: t('proposals:yes') },
            { value: 'no', label: t('proposals:no') },
          ]}
        />
      );
    case 'choice':
      return (
        <Select
          {...common}
          options={(field.choices ?? []).map((choice) => ({ value: choice.code, label: choice.label }))}
        />
      );
    case 'document':
      return documents.length > 0 || documentHint ? (
        <Select
          {...common}
          {...(documentHint ? { hint: documentHint } : {})}
          options={documents.map(({ id, title }) => ({ value: id, label: title }))}
        />
      ) : (
        <p>{t('proposals:form.noDocuments')}</p>
      );
  }
}
