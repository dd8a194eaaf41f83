import type { ReactNode } from 'react';
import type { Language } from '#content/texts/index.ts';
import type { DraftView } from '../draft.present.server.ts';

export type { DraftView };

/** One screen of a filing: one idea, a few questions (F-057). */
export type FilingScreen = {
  /** What is kept, by the names of its fields. */
  values: (view: DraftView, language: Language) => Record<string, unknown>;
  /** The questions. */
  Fields: (props: { view: DraftView }) => ReactNode;
  /** What is known already or is to be said before the questions. */
  Before?: (props: { view: DraftView }) => ReactNode;
  /** Buttons besides « Continuer » and « Plus tard ». */
  Buttons?: (props: { view: DraftView }) => ReactNode;
};
