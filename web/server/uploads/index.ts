export { receiveDocuments, type Received } from './receive.ts';
export type { RefusedFile } from './prepare.ts';
export { acceptedFiles } from './limits.ts';
