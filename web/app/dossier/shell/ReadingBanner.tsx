import { href, pages } from '#contracts/pages/index.ts';
import { useRoot } from '../../root-data.ts';
import { useT } from '../../texts.tsx';
import { Button, ButtonGroup, LinkButton } from '../../ui/Button.tsx';
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
  const root = useRoot();
  return (
    <Notice kind="warning" title={t('reading:banner.title', { until })}>
      <p>{t('reading:banner.note')}</p>
      {/* Nothing is written in it: a page that takes in what is new takes it away when the time is over (ADR 34). */}
      <form method="post" action={href(pages.office.reading, { dossierId })} className="pc-form">
        <input type="hidden" name="form_key" value={`${root?.formKey ?? ''}.end`} />
        <input type="hidden" name="form_name" value="end" />
        <ButtonGroup>
          {leads ? (
            <LinkButton to={href(pages.dossier.summary, { dossierId })}>{t('reading:banner.read')}</LinkButton>
          ) : null}
          <Button look="secondary">{t('reading:banner.end')}</Button>
        </ButtonGroup>
      </form>
    </Notice>
  );
}
