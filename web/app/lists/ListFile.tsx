import { useT } from '../texts.tsx';
import { LinkButton } from '../ui/Button.tsx';

/** Leads to a list as a file for a spreadsheet. */
export function ListFile({ to }: { to: string }) {
  const t = useT();
  return (
    <LinkButton to={to} look="secondary" download>
      {t('lists:file')}
    </LinkButton>
  );
}
