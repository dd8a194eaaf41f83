import { CompanyPlace } from '../forms/CompanyPlace.tsx';
import { NameFields } from '../forms/NameFields.tsx';
import { useT } from '../texts.tsx';
import { RadioGroup } from '../ui/form/Choice.tsx';
import { TextArea } from '../ui/form/TextArea.tsx';
import { TextField } from '../ui/form/TextField.tsx';

/** A company, as its participation form names it (F-014). */
export function MerchantFields() {
  return (
    <>
      <TextField name="name" autoComplete="off" />
      <TextField name="legalName" autoComplete="off" optional />
      <TextArea name="tradeNames" rows={3} optional />
      <TextField name="neq" size="sm" inputMode="numeric" autoComplete="off" optional />
      <TextField name="email" type="email" autoComplete="off" />
      <TextField name="phone" type="tel" size="md" autoComplete="off" />
      <CompanyPlace />
      <TextArea name="establishments" rows={3} optional />
    </>
  );
}

/** A person to invite; `under` is the name of the group of fields. */
export function PersonFields({ under = '' }: { under?: 'respondent.' | '' }) {
  const t = useT();
  return (
    <>
      <NameFields under={under} />
      <TextField name={`${under}email`} type="email" autoComplete="off" />
      <RadioGroup
        name={`${under}language`}
        defaultValue="fr"
        options={(['fr', 'en'] as const).map((value) => ({ value, label: t(`directory:languages.${value}`) }))}
      />
    </>
  );
}
