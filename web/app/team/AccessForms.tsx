import { NameFields } from '../forms/NameFields.tsx';
import { useLanguage, useT } from '../texts.tsx';
import { Button } from '../ui/Button.tsx';
import { RadioGroup } from '../ui/form/Choice.tsx';
import { Form } from '../ui/form/Form.tsx';
import { Select } from '../ui/form/Select.tsx';
import { TextArea } from '../ui/form/TextArea.tsx';
import { TextField } from '../ui/form/TextField.tsx';

/** What a respondent may ask of the Office (F-019). */
export function AccessForms({ removable }: { removable: { value: string; label: string }[] }) {
  const t = useT();
  const language = useLanguage();
  const texts = 'participation:team.fields';
  return (
    <>
      <section>
        <h2>{t('participation:team.add')}</h2>
        <Form name="add" texts={texts} submit={t('participation:team.addSubmit')}>
          <p>{t('participation:team.addNote')}</p>
          <NameFields />
          <TextField name="email" type="email" autoComplete="off" />
          <RadioGroup
            name="language"
            defaultValue={language}
            options={(['fr', 'en'] as const).map((value) => ({ value, label: t(`directory:languages.${value}`) }))}
          />
        </Form>
      </section>
      <section>
        <h2>{t('participation:team.remove')}</h2>
        {removable.length === 0 ? (
          <p>{t('participation:team.removeNone')}</p>
        ) : (
          <Form name="remove" texts={texts}>
            <p>{t('participation:team.removeNote')}</p>
            <Select name="memberId" prompt={t('participation:team.choose')} options={removable} />
            <Button look="secondary">{t('participation:team.removeSubmit')}</Button>
          </Form>
        )}
      </section>
      <section>
        <h2>{t('participation:team.change')}</h2>
        <Form name="change" texts={texts}>
          <p>{t('participation:team.changeNote')}</p>
          <TextArea name="body" rows={4} />
          <Button look="secondary">{t('participation:team.changeSubmit')}</Button>
        </Form>
      </section>
    </>
  );
}
