export { receiveDocuments, type Received } from './receive-files.ts';
export type { RefusedFile } from './prepare-file.ts';
export { acceptedFiles } from './limits.ts';
