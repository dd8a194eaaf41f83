export type IconName =
  | 'information'
  | 'warning'
  | 'error'
  | 'success'
  | 'note'
  | 'ligth-bulb'
  | 'calendar'
  | 'clock'
  | 'email'
  | 'user'
  | 'plus'
  | 'minus'
  | 'checkmark'
  | 'clipboard'
  | 'phone'
  | 'adresse'
  | 'external-link'
  | 'question-mark'
  | 'search'
  | 'xclose'
  | 'arrow-up'
  | 'chevron-up';

/** One of the toolkit's icons, in the colour of the text around it; beside words, so hidden from screen readers. */
export function Icon({ name, size = 'md' }: { name: IconName; size?: 'xs' | 'sm' | 'md' | 'lg' }) {
  return (
    <span
      role="img"
      aria-hidden="true"
      className={`qc-icon pc-icon pc-icon-${size}`}
      data-img-type={name}
      data-img-size={size}
    />
  );
}
