import type { Translate } from '#content/texts/index.ts';
import { representativeSlots } from '#contracts/schemas/participation-slots.ts';
import { CompanyPlace } from '../forms/CompanyPlace.tsx';
import { NameFields } from '../forms/NameFields.tsx';
import { useLanguage, useT } from '../texts.tsx';
import { Checkbox, RadioGroup } from '../ui/form/Choice.tsx';
import { TextArea } from '../ui/form/TextArea.tsx';
import { TextField } from '../ui/form/TextField.tsx';
import { Details } from '../ui/layout/Details.tsx';

/** What a company says of itself and of its people (F-014). `named`: how many representatives are in it already. */
export function ParticipationFields({ named }: { named: number }) {
  const t = useT();
  const language = useLanguage();
  const atOnce = Math.max(2, named);
  return (
    <>
      <h2>{t('participation:company')}</h2>
      <TextField name="legalName" autoComplete="organization" />
      <TextField name="neq" size="sm" inputMode="numeric" autoComplete="off" />
      <TextArea name="tradeNames" rows={3} optional />
      <TextField name="email" type="email" autoComplete="off" />
      <TextField name="phone" type="tel" size="md" autoComplete="off" />
      <h3>{t('participation:establishment')}</h3>
      <p>{t('participation:establishmentNote')}</p>
      <CompanyPlace />
      <TextArea name="establishments" rows={3} optional />
      <h2>{t('participation:respondent')}</h2>
      <p>{t('participation:respondentNote')}</p>
      <NameFields under="respondent." />
      <TextField name="respondent.email" type="email" autoComplete="off" />
      <TextField name="respondent.phone" type="tel" size="md" autoComplete="off" />
      <h2>{t('participation:representatives')}</h2>
      <p>{t('participation:representativesNote')}</p>
      {representativeSlots.slice(0, atOnce).map((slot) => (
        <Representative key={slot} slot={slot} />
      ))}
      {atOnce < representativeSlots.length ? (
        <Details summary={t('participation:more')}>
          {representativeSlots.slice(atOnce).map((slot) => (
            <Representative key={slot} slot={slot} />
          ))}
        </Details>
      ) : null}
      <h2>{t('participation:filling')}</h2>
      <RadioGroup
        name="filledBy"
        defaultValue="respondent"
        options={(['respondent', 'authorised'] as const).map((value) => ({
          value,
          label: t(`participation:filledBy.${value}`),
        }))}
      />
      <p>{t('participation:senderNote')}</p>
      <NameFields under="sender." />
      <TextField name="sender.email" type="email" autoComplete="off" eitherOf />
      <TextField name="sender.jobTitle" autoComplete="off" eitherOf />
      <RadioGroup
        name="language"
        defaultValue={language}
        options={(['fr', 'en'] as const).map((value) => ({ value, label: t(`directory:languages.${value}`) }))}
      />
      <Checkbox name="undertaking" />
      <p>{t('participation:undertakingNote')}</p>
    </>
  );
}

function Representative({ slot }: { slot: (typeof representativeSlots)[number] }) {
  const t = useT();
  const title = `representative-${slot}`;
  return (
    <div role="group" aria-labelledby={title}>
      <h3 id={title}>{t('participation:representative', { number: slot })}</h3>
      {fieldsOfPerson.map(({ name, label }) => (
        <TextField
          key={name}
          name={`representatives.${slot}.${name}`}
          type={name === 'email' ? 'email' : 'text'}
          label={t(label)}
          autoComplete="off"
          optional
        />
      ))}
    </div>
  );
}

const fieldsOfPerson = [
  { name: 'firstName', label: 'participation:fields.firstName.label' },
  { name: 'lastName', label: 'participation:fields.lastName.label' },
  { name: 'email', label: 'participation:fields.personEmail.label' },
] as const;

/** What the summary of errors calls the fields of representatives, each with its place. */
export function namesOfFields(t: Translate): Record<string, string> {
  return Object.fromEntries(
    representativeSlots.flatMap((slot) =>
      fieldsOfPerson.map(({ name, label }) => [
        `representatives.${slot}.${name}`,
        t('participation:fieldOfPerson', { number: slot, field: t(label) }),
      ]),
    ),
  );
}
