import { href, pages } from '#contracts/pages/index.ts';
import { useT } from '../../texts.tsx';
import { Button, ButtonGroup, LinkButton } from '../../ui/Button.tsx';
import { Form } from '../../ui/form/Form.tsx';
import { Notice } from '../../ui/messages/Notice.tsx';

type Props = {
  dossierId: string;
  /** The time at which it ends. */
  until: string;
  /** Leads to what may be read, from pages that show none of it. */
  leads?: boolean;
};

/** « Accès exceptionnel jusqu’à … », with the button that ends it. */
export function ReadingBanner({ dossierId, until, leads = false }: Props) {
  const t = useT();
  return (
    <Notice kind="warning" title={t('reading:banner.title', { until })}>
      <p>{t('reading:banner.note')}</p>
      <Form name="end" action={href(pages.office.reading, { dossierId })}>
        <ButtonGroup>
          {leads ? (
            <LinkButton to={href(pages.dossier.summary, { dossierId })}>{t('reading:banner.read')}</LinkButton>
          ) : null}
          <Button look="secondary">{t('reading:banner.end')}</Button>
        </ButtonGroup>
      </Form>
    </Notice>
  );
}
