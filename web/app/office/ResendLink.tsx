import { useT } from '../texts.tsx';
import { Button } from '../ui/Button.tsx';
import { Form } from '../ui/form/Form.tsx';

/** « Envoyer un autre lien », for a person who has not activated their account (F-016, F-020). The page's action gets the form `resend`. */
export function ResendLink() {
  const t = useT();
  return (
    <>
      <h2>{t('directory:resend.title')}</h2>
      <Form name="resend">
        <p>{t('directory:resend.note')}</p>
        <Button look="secondary">{t('directory:resend.submit')}</Button>
      </Form>
    </>
  );
}
