import { useT } from '../../texts.tsx';
import { Button, ButtonGroup } from '../../ui/Button.tsx';
import { Checkbox } from '../../ui/form/Choice.tsx';
import { Form } from '../../ui/form/Form.tsx';
import { DateField } from '../../ui/form/TypedFields.tsx';

type Props = {
  draft: boolean;
  running: boolean;
  /** That somebody represents the consumer, and since when; null when nobody does. */
  represented: string | null;
};

/** What an officer does about a dossier on its own page: more time for a draft, a reminder (F-136), the end of a representation. */
export function OfficeActs({ draft, running, represented }: Props) {
  const t = useT();
  return (
    <>
      {draft ? (
        <section>
          <h2>{t('office:dossier.extend.title')}</h2>
          <Form
            name="extend"
            submit={t('office:dossier.extend.submit')}
            labels={{ until: t('office:dossier.extend.label') }}
          >
            <DateField name="until" label={t('office:dossier.extend.label')} />
          </Form>
        </section>
      ) : null}
      {running ? (
        <section>
          <h2>{t('office:dossier.nudge.title')}</h2>
          <Form name="nudge">
            <ButtonGroup>
              {(['consumer', 'merchant'] as const).map((side) => (
                <Button key={side} look="secondary" name="side" value={side}>
                  {t(`office:dossier.nudge.${side}`)}
                </Button>
              ))}
            </ButtonGroup>
          </Form>
        </section>
      ) : null}
      {represented ? (
        <section>
          <h2>{t('office:dossier.revoke.title')}</h2>
          <p>{represented}</p>
          <p>{t(`office:dossier.revoke.follows.${draft ? 'draft' : 'sent'}`)}</p>
          <Form
            name="revoke"
            submit={t('office:dossier.revoke.submit')}
            labels={{ confirmed: t('office:dossier.revoke.confirmed') }}
          >
            <Checkbox name="confirmed" label={t('office:dossier.revoke.confirmed')} />
          </Form>
        </section>
      ) : null}
    </>
  );
}
