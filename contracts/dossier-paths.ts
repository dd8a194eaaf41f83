/** Addresses of a dossier's pages, in French in both languages; only random ids go into them (conventions §11). */
export const dossierPaths = {
  list: '/dossiers',
  summary: (id: string) => `/dossiers/${id}`,
  /** The steps of a dossier that is not sent yet. */
  draft: (id: string) => `/dossiers/${id}/creation`,
  representative: (id: string) => `/dossiers/${id}/representation`,
  documents: (id: string) => `/dossiers/${id}/documents`,
  /** A download: the complete summary of what its reader may read (F-035, F-143). */
  fileSummary: (id: string) => `/dossiers/${id}/documents/resume`,
  withdrawDocument: (id: string, documentId: string) => `/dossiers/${id}/documents/${documentId}/retrait`,
  proposals: (id: string) => `/dossiers/${id}/propositions`,
  propose: (id: string) => `/dossiers/${id}/propositions/nouvelle`,
  editProposal: (id: string, proposalId: string) => `/dossiers/${id}/propositions/${proposalId}/modifier`,
  acceptProposal: (id: string, proposalId: string) => `/dossiers/${id}/propositions/${proposalId}/accepter`,
  compare: (id: string, before?: string, after?: string) =>
    `/dossiers/${id}/propositions/comparer${before && after ? `?avant=${before}&apres=${after}` : ''}`,
  /** Where a form keeps what is typed, as it is typed. */
  autosave: (id: string) => `/dossiers/${id}/brouillon`,
  messages: (id: string, thread?: string) => `/dossiers/${id}/messages${thread ? `?fil=${thread}` : ''}`,
  takeCharge: (id: string) => `/dossiers/${id}/prise-en-charge`,
  refuse: (id: string) => `/dossiers/${id}/refus`,
  close: (id: string) => `/dossiers/${id}/fermeture`,
  mediation: (id: string) => `/dossiers/${id}/mediation`,
} as const;
