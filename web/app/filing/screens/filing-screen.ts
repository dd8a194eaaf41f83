import type { ReactNode } from 'react';
import type { Reader } from '#content/reader.ts';
import type { DraftView } from '../draft.present.server.ts';

export type { DraftView };

/** One screen of a filing: one idea, a few questions (F-057). */
export type FilingScreen = {
  /** What was saved, by the names of its fields, as the reader types it. On the server only. */
  values: (view: DraftView, reader: Reader) => Record<string, unknown>;
  /** The questions. */
  Fields: (props: { view: DraftView }) => ReactNode;
  /** What is already known, or must be said before the questions. */
  Before?: (props: { view: DraftView }) => ReactNode;
  /** Buttons besides « Continuer » and « Plus tard ». */
  Buttons?: (props: { view: DraftView }) => ReactNode;
};
