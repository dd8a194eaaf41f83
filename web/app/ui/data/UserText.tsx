/**
 * What a person wrote, shown as they wrote it: line breaks preserved, isolated from the text around it so that its direction cannot reorder ours
 * (Unicode TR9). `inline` for names and titles.
 */
export function UserText({ children, inline = false }: { children: string; inline?: boolean }) {
  return inline ? (
    <bdi>{children}</bdi>
  ) : (
    <div className="pc-user-text" dir="auto">
      {children}
    </div>
  );
}
