import type { ReactNode } from 'react';

type TurnPanelProps = {
  /** « À qui le tour ». */
  title: ReactNode;
  /** Who must act, in one sentence. */
  who: ReactNode;
  /** True when the reader must act: the panel is then filled at its edge. */
  yours: boolean;
  /** What they can do, by when, what happens otherwise. */
  children?: ReactNode;
  /** The one primary button, then the menu of other acts. */
  actions?: ReactNode;
};

/**
 * The main panel of a dossier's page: who must act, what they can do, by when, what happens otherwise (B-01): the next reminder (B-02), or that no
 * time is set (F-097, T-07).
 */
export function TurnPanel({ title, who, yours, children, actions }: TurnPanelProps) {
  return (
    <section className={`pc-turn${yours ? ' pc-turn-yours' : ''}`} aria-labelledby="a-qui-le-tour">
      <h2 id="a-qui-le-tour" className="pc-turn-title">
        {title}
      </h2>
      <p className="pc-turn-who">{who}</p>
      {children}
      {actions ? <div className="pc-turn-actions">{actions}</div> : null}
    </section>
  );
}
