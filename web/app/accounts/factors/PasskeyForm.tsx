import type { ReactNode } from 'react';
import passkeyScript from './passkey-script.ts?worker&url';
import { useNonce, useT } from '../../texts.tsx';
import { Button } from '../../ui/Button.tsx';
import { Form } from '../../ui/form/Form.tsx';

type PasskeyFormProps = {
  /** Makes a passkey, or finds one. */
  kind: 'create' | 'get';
  /** What the browser is asked, as JSON (WebAuthn §5.4, §5.5). */
  options: string;
  submit: ReactNode;
  look?: 'primary' | 'secondary';
  children?: ReactNode;
};

/** A form that a passkey fills in, by a small script of its own; without scripts, or on a device that has none, it says what to do instead. */
export function PasskeyForm({ kind, options, submit, look = 'primary', children }: PasskeyFormProps) {
  const t = useT();
  return (
    <>
      <noscript>
        <p>{t('factors:passkey.scripts')}</p>
      </noscript>
      <p data-passkey-missing="" hidden>
        {t('factors:passkey.missing')}
      </p>
      <div data-passkey-shown="" hidden>
        <Form name="passkey" texts="account:fields">
          {children}
          <input type="hidden" name="credential" value="" data-passkey={kind} data-options={options} />
          <Button look={look}>{submit}</Button>
          <p role="alert" data-passkey-failed="" />
        </Form>
      </div>
      <script
        nonce={useNonce()}
        suppressHydrationWarning
        type="module"
        src={passkeyScript}
        id="pc-passkey"
        data-failed={t('factors:passkey.failed')}
        data-there={t('factors:passkey.there')}
      />
    </>
  );
}
