/** Where the journal says which dossier an act has just changed: its id, nothing else (PostgreSQL's `NOTIFY`). */
export const changeChannel = 'dossier_changed';
