import { provinces } from '#contracts/schemas/provinces.ts';
import { useT } from '../texts.tsx';
import { Select } from '../ui/form/Select.tsx';
import { TextField } from '../ui/form/TextField.tsx';

/** Where a company is; nothing is filled in by the browser, which knows the address of whoever types. */
export function CompanyPlace() {
  const t = useT();
  return (
    <>
      <TextField name="addressLine" autoComplete="off" />
      <TextField name="city" autoComplete="off" />
      <Select
        name="province"
        size="md"
        defaultValue="QC"
        options={provinces.map((value) => ({ value, label: t(`account:provinces.${value}`) }))}
      />
      <TextField name="postalCode" size="sm" autoComplete="off" />
    </>
  );
}
