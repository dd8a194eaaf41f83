import type { ReactNode } from 'react';
import { href, pages } from '#contracts/pages/index.ts';
import { SavedMark } from '../forms/autosave/SavedMark.tsx';
import { Form } from '../ui/form/Form.tsx';

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
  /** Between the form's own notices and its fields. */
  notices?: ReactNode;
  children: ReactNode;
};

/**
 * A form of a filing, saved as it is typed (B-03). The consumer and the representative share it: when the other changed it since it was shown, the
 * person chooses to keep or to replace that change.
 */
export function SavedForm({ dossierId, screen, savedAt, base, notices, children, ...form }: Props) {
  const address = href(pages.filing.autosave, { dossierId, screen });
  return (
    <Form {...form} saves={{ address, shared: true }}>
      <input type="hidden" name="base" defaultValue={base} />
      <SavedMark savedAt={savedAt} texts="forms:kept.shared" />
      {notices}
      {children}
    </Form>
  );
}
