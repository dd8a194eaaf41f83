import { useRevalidator } from '@remix-run/react';
import { useRef, type ReactNode } from 'react';
import { useRefusedTitle } from '../../ui/form/refused-title.ts';
import { Form } from '../../ui/form/Form.tsx';
import { useT } from '../../texts.tsx';
import { UploadList } from './UploadList.tsx';
import { useUploads, type Upload } from './use-uploads.ts';

type Props = {
  name?: string;
  /** Where scripts send one file at a time; without scripts the form goes to its page as a whole. */
  address: string;
  /** Called with the documents that were added, once none of the chosen files is left over. @default the page is read again */
  onAdded?: (ids: string[]) => void;
  submit?: ReactNode;
  children: ReactNode;
};

/** A form of files: each is sent by itself with its progress and its result, and one that was cut may be sent again (F-033, F-067). */
export function UploadForm({ name, address, onAdded, submit, children }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const { revalidate } = useRevalidator();
  const { uploads, busy, retry } = useUploads(box, {
    address,
    onSettled: (ids) => {
      if (ids.length === 0) return;
      if (onAdded) onAdded(ids);
      else revalidate();
    },
  });
  useRefusedTitle(!busy && uploads.some(({ state }) => state.kind === 'refused' || state.kind === 'cut'));
  return (
    <div ref={box}>
      <p className="pc-saved" role="status">
        <Standing uploads={uploads} busy={busy} />
      </p>
      {uploads.length > 0 ? <UploadList uploads={uploads} busy={busy} retry={retry} /> : null}
      <Form {...(name ? { name } : {})} encType="multipart/form-data" submit={submit}>
        {children}
      </Form>
    </div>
  );
}

/** Said once when it begins and once when it ends: progress is shown beside each file, and not read out. */
function Standing({ uploads, busy }: { uploads: readonly Upload[]; busy: boolean }) {
  const t = useT();
  if (uploads.length === 0) return null;
  if (busy) return t('upload:progress.files', { count: uploads.length });
  const count = (kind: Upload['state']['kind']) => uploads.filter(({ state }) => state.kind === kind).length;
  const [added, refused, cut] = [count('added'), count('refused'), count('cut')];
  return cut > 0 ? t('upload:progress.cut', { added, cut }) : t('upload:progress.done', { added, refused });
}
