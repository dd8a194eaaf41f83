import { NameFields } from '../forms/NameFields.tsx';
import { useT } from '../texts.tsx';
import { Form } from '../ui/form/Form.tsx';
import { TextField } from '../ui/form/TextField.tsx';

type Printed = { firstName: string; lastName: string; accreditation: string };

/** What agreements and attestations print of a person, for the Office to correct. */
export function NameCorrection({ printed, mediator = false }: { printed: Printed; mediator?: boolean }) {
  const t = useT();
  return (
    <>
      <h2>{t('directory:correct.title')}</h2>
      <p>{t('directory:correct.note')}</p>
      <Form name="correct" texts="directory:fields" values={printed} submit={t('directory:correct.submit')}>
        <NameFields />
        {mediator ? <TextField name="accreditation" /> : null}
      </Form>
    </>
  );
}
