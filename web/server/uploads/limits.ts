import { docxType } from '#contracts/docx-type.ts';

/** What may be sent: sizes in bytes of 10⁶, as people and telephones count them. */
export const uploadLimits = {
  fileBytes: 10_000_000,
  /** Files that one side may have on a dossier, and that one form may carry. */
  files: 20,
  /** Whole request: twenty full files and the fields around them. */
  requestBytes: 205_000_000,
  fields: 100,
  fieldBytes: 100_000,
  fieldNameBytes: 200,
  headerPairs: 50,
} as const;

/** Kinds of files that are taken, with the extension and media type under which each is kept. */
export const fileKinds = {
  pdf: { extension: 'pdf', mediaType: 'application/pdf' },
  jpg: { extension: 'jpg', mediaType: 'image/jpeg' },
  png: { extension: 'png', mediaType: 'image/png' },
  gif: { extension: 'gif', mediaType: 'image/gif' },
  heic: { extension: 'jpg', mediaType: 'image/jpeg' },
  docx: {
    extension: 'docx',
    mediaType: docxType,
  },
  txt: { extension: 'txt', mediaType: 'text/plain; charset=utf-8' },
  eml: { extension: 'eml', mediaType: 'message/rfc822' },
} as const;

export type FileKind = keyof typeof fileKinds;

/** Value of the `accept` attribute of a file field: a convenience for people, never a control. */
export const acceptedFiles =
  '.pdf,.jpg,.jpeg,.png,.gif,.heic,.heif,.docx,.txt,.eml,application/pdf,image/jpeg,image/png,image/gif,image/heic,image/heif';

/** Extensions as people write them, to tell a file of a known kind with foreign bytes from one of an unknown kind. */
export const knownExtensions: Record<string, FileKind> = {
  pdf: 'pdf',
  jpg: 'jpg',
  jpeg: 'jpg',
  png: 'png',
  gif: 'gif',
  heic: 'heic',
  heif: 'heic',
  docx: 'docx',
  txt: 'txt',
  eml: 'eml',
};
