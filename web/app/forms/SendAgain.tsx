import { href, pages, withQuery } from '#contracts/pages/index.ts';
import { useT } from '../texts.tsx';
import { Button, ButtonGroup } from '../ui/Button.tsx';
import { Field } from '../ui/form/Field.tsx';
import { isWritten, type Typed } from './typed-values.ts';

type Props = {
  /** Page of what must be done first. */
  first: string;
  /** Address that the form was sent to. */
  here: string;
  /** What it held; null when that is unknown. */
  typed: Typed | null;
};

/**
 * A form that was sent before something else had to be done (signing in again, a step of the first visit): what it held is shown here, to be sent
 * again once that is done in another tab.
 */
export function SendAgain({ first, here, typed }: Props) {
  const t = useT();
  const labels: Record<string, string> = {
    [href(pages.accounts.profile)]: t('layout:refusal.toProfile'),
    [href(pages.accounts.undertaking)]: t('layout:refusal.toTerms'),
  };
  return (
    <>
      <p>{t(typed ? 'layout:refusal.notSent' : 'layout:refusal.notSentFiles')}</p>
      <p>
        <a href={withQuery(first, { suite: here })} target="_blank" rel="noopener">
          {labels[first] ?? t('layout:refusal.signIn')} {t('layout:refusal.newTab')}
        </a>
      </p>
      {typed ? <SameForm here={here} typed={typed} /> : null}
    </>
  );
}

const plain = { hint: null, error: null, optional: false };

/** Everything is sent again; what a person wrote is shown too, so that it can be copied. */
function SameForm({ here, typed }: { here: string; typed: Typed }) {
  const t = useT();
  return (
    <form method="post" action={here} className="pc-form">
      {typed.map((field, position) => {
        const [name, value] = field;
        return isWritten(field) ? (
          <Field key={position} id={`ecrit-${position}`} label={t('layout:refusal.typed')} {...plain}>
            <textarea
              id={`ecrit-${position}`}
              name={name}
              className="pc-size-xl"
              defaultValue={value}
              rows={6}
              readOnly
            />
          </Field>
        ) : (
          <input key={position} type="hidden" name={name} value={value} />
        );
      })}
      <ButtonGroup>
        <Button>{t('layout:refusal.again')}</Button>
      </ButtonGroup>
    </form>
  );
}
