export { receiveDocuments, type AcceptedFile, type Received, type UploadDeps, type UploadOwner } from './receive.ts';
export type { RefusedFile } from './prepare.ts';
export { acceptedFiles, uploadLimits } from './limits.ts';
