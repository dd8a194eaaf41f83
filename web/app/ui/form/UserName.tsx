/**
 * Whose password is chosen, for password managers: a field that they read and nobody sees. A hidden input would not do, they pass it over. It is out
 * of the order of the keyboard and of what is read out, since the page says the address beside.
 */
export function UserName({ email }: { email: string }) {
  return (
    <input
      type="text"
      name="username"
      className="qc-sr-only"
      value={email}
      autoComplete="username"
      readOnly
      tabIndex={-1}
      aria-hidden="true"
    />
  );
}
