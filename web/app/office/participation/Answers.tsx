import { href, pages } from '#contracts/pages/index.ts';
import { useT } from '../../texts.tsx';
import { Button } from '../../ui/Button.tsx';
import { UserText } from '../../ui/data/UserText.tsx';
import { Form } from '../../ui/form/Form.tsx';
import { RowField } from '../../ui/form/RowField.tsx';
import { TextArea } from '../../ui/form/TextArea.tsx';
import { Notice } from '../../ui/messages/Notice.tsx';
import type { presentParticipation } from './present.server.ts';

type Shown = ReturnType<typeof presentParticipation>;

/** What stands in the way of a request, or beside it (F-014). */
export function Beside({ enrolled, taken, others }: Pick<Shown, 'enrolled' | 'taken' | 'others'>) {
  const t = useT();
  return (
    <>
      {enrolled ? (
        <Notice kind="warning" title={t('participation:review.enrolled')}>
          <p>
            <a href={href(pages.office.merchant, { merchantId: enrolled.id })}>
              <UserText inline>{enrolled.name}</UserText>
            </a>
          </p>
          <p>{t('participation:review.enrolledNote')}</p>
        </Notice>
      ) : null}
      {taken ? (
        <Notice kind="warning" title={t('participation:review.taken')}>
          <p>{t('participation:review.takenNote')}</p>
        </Notice>
      ) : null}
      {others.length > 0 ? (
        <Notice kind="information" title={t('participation:review.others', { count: others.length })}>
          <ul>
            {others.map(({ id, number }) => (
              <li key={id}>
                <a href={href(pages.office.participation, { participationId: id })}>{number}</a>
              </li>
            ))}
          </ul>
        </Notice>
      ) : null}
    </>
  );
}

/** The Office's three answers; a request that nothing stands in the way of is accepted (F-014). */
export function Answers({ version, mayAccept }: { version: number; mayAccept: boolean }) {
  const t = useT();
  return (
    <>
      {mayAccept ? (
        <section>
          <h2>{t('participation:review.accept')}</h2>
          <Form name="accept" submit={t('participation:review.acceptSubmit')}>
            <RowField name="seen" value={version} />
            <p>{t('participation:review.acceptNote')}</p>
          </Form>
        </section>
      ) : null}
      <section>
        <h2>{t('participation:review.correct')}</h2>
        <Form name="correct" texts="participation:review.fields">
          <RowField name="seen" value={version} />
          <p>{t('participation:review.correctNote')}</p>
          <TextArea name="answer" rows={4} />
          <Button look="secondary">{t('participation:review.correctSubmit')}</Button>
        </Form>
      </section>
      <section>
        <h2>{t('participation:review.decline')}</h2>
        <Form name="decline" texts="participation:review.reasons">
          <RowField name="seen" value={version} />
          <p>{t('participation:review.declineNote')}</p>
          <TextArea name="answer" rows={4} />
          <Button look="danger">{t('participation:review.declineSubmit')}</Button>
        </Form>
      </section>
    </>
  );
}
