import { useLocation } from '@remix-run/react';
import { useCallback, useRef, type ReactNode } from 'react';
import { href, pages } from '#contracts/pages/index.ts';
import type { AgreementPreviewData } from '../dossier/types.ts';
import { SavedMark } from '../forms/autosave/SavedMark.tsx';
import { useAutosave } from '../forms/autosave/use-autosave.ts';
import { useT } from '../texts.tsx';
import { Button, ButtonGroup } from '../ui/Button.tsx';
import { Form } from '../ui/form/Form.tsx';
import { Notice } from '../ui/messages/Notice.tsx';

type Props = {
  dossierId: string;
  /** Slug of the screen that it is saved as. */
  screen: string;
  savedAt: string | null;
  /** Mark of what the form was shown with. */
  base: string;
  values: Record<string, unknown>;
  labels: Record<string, string>;
  texts?: string;
  /** Between where the saving stands and the form. */
  notices?: ReactNode;
  /** Called with the agreement as it is now; the same function at each rendering. */
  onAgreementPreview?: (agreementPreview: AgreementPreviewData) => void;
  children: ReactNode;
};

/**
 * A form of a filing, saved as it is typed (B-03). The consumer and the representative share it: when the other changed it since it was shown, the
 * person chooses to keep or to replace that change.
 */
export function SavedForm(props: Props) {
  const { dossierId, screen, savedAt, base, values, labels, texts, onAgreementPreview } = props;
  const box = useRef<HTMLDivElement>(null);
  const onSaved = useCallback(
    ({ agreementPreview }: { agreementPreview: AgreementPreviewData | null }) =>
      agreementPreview && onAgreementPreview?.(agreementPreview),
    [onAgreementPreview],
  );
  const address = href(pages.filing.autosave, { dossierId, screen });
  const { status, overwrite } = useAutosave<{ agreementPreview: AgreementPreviewData | null }>(box, {
    address,
    savedAt,
    onSaved,
  });
  return (
    <div ref={box}>
      {status.kind === 'conflict' ? <Conflict overwrite={overwrite} /> : <SavedMark status={status} texts="filing:" />}
      {props.notices}
      <Form values={values} labels={labels} {...(texts ? { texts } : {})}>
        <input type="hidden" name="base" defaultValue={base} />
        {props.children}
      </Form>
    </div>
  );
}

function Conflict({ overwrite }: { overwrite: () => void }) {
  const t = useT();
  const { pathname } = useLocation();
  return (
    <Notice kind="warning" title={t('filing:conflictTitle')} live>
      <p>
        <a href={pathname} target="_blank" rel="noreferrer">
          {t('filing:readOther')}
        </a>
      </p>
      <ButtonGroup>
        <Button type="button" look="secondary" compact onClick={overwrite}>
          {t('filing:saveMine')}
        </Button>
        <Button type="button" look="tertiary" compact onClick={() => window.location.reload()}>
          {t('filing:takeOther')}
        </Button>
      </ButtonGroup>
    </Notice>
  );
}
