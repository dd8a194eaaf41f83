import { provinces } from '#contracts/schemas/provinces.ts';
import { NameFields } from '../forms/NameFields.tsx';
import { useT } from '../texts.tsx';
import { RadioGroup } from '../ui/form/Choice.tsx';
import { Select } from '../ui/form/Select.tsx';
import { TextField } from '../ui/form/TextField.tsx';

/** F-012. */
export function ConsumerFields() {
  const t = useT();
  return (
    <>
      <NameFields own />
      <TextField name="addressLine" autoComplete="street-address" />
      <TextField name="city" autoComplete="address-level2" />
      <Select
        name="province"
        size="md"
        defaultValue="QC"
        options={provinces.map((value) => ({ value, label: t(`account:provinces.${value}`) }))}
      />
      <TextField name="postalCode" size="sm" autoComplete="postal-code" />
      <TextField name="phone" type="tel" size="md" autoComplete="tel" />
      <LanguageField />
    </>
  );
}

/** F-017, F-021; `settled`: without what the Office alone corrects. */
export function ProfessionalFields({ mediator, settled }: { mediator: boolean; settled: boolean }) {
  return (
    <>
      {settled ? null : <NameFields own />}
      <TextField name="jobTitle" autoComplete="organization-title" />
      <TextField name="phone" type="tel" size="md" autoComplete="tel" />
      {mediator && !settled ? <TextField name="accreditation" /> : null}
      <LanguageField />
    </>
  );
}

function LanguageField() {
  const t = useT();
  const options = (['fr', 'en'] as const).map((value) => ({
    value,
    label: <span lang={value}>{t(`account:languages.${value}`)}</span>,
  }));
  return <RadioGroup name="language" options={options} />;
}
