// Every function exported here becomes a workflow type: nothing else may be exported.
export { dossier } from './dossier.workflow.ts';
export { recovery } from './recovery.workflow.ts';
