import { isRecord } from '#contracts/unknown-values.ts';
import { useT } from '../../texts.tsx';
import { LinkButton } from '../../ui/Button.tsx';
import { Sheet } from '../../ui/layout/Sheet.tsx';
import { Notice } from '../../ui/messages/Notice.tsx';

/** The codes that an action answered with, if it did. */
export function codesIn(answer: unknown): string[] {
  const codes = isRecord(answer) ? answer['recoveryCodes'] : null;
  return Array.isArray(codes) ? codes.filter((code) => typeof code === 'string') : [];
}

/** The recovery codes, this once. */
export function RecoveryCodes({ codes, next }: { codes: string[]; next: string }) {
  const t = useT();
  return (
    <>
      <Notice kind="warning" title={t('factors:recovery.once')}>
        <p>{t('factors:recovery.keep')}</p>
      </Notice>
      <Sheet title={t('factors:recovery.title')}>
        <ul className="pc-codes">
          {codes.map((code) => (
            <li key={code}>
              <code>{code}</code>
            </li>
          ))}
        </ul>
      </Sheet>
      <p>
        <LinkButton to={next}>{t('factors:recovery.kept')}</LinkButton>
      </p>
    </>
  );
}
