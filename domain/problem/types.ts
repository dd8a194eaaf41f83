/**
 * What a consumer tells of a problem (F-058, F-059, F-060, F-061, F-062, §9.2, §9.3, §9.6). Every field may be missing while the dossier is a draft;
 * what must be there to submit is decided by `missingToSubmit`. Dates are civil (`YYYY-MM-DD`), amounts integers of cents.
 */
export type ProblemForm = {
  /** Codes of content/lists. */
  category?: string;
  subcategory?: string;
  /** What the dispute is about, in a few words; title of the dossier. */
  item?: string;
  brand?: string;
  model?: string;
  serialNumber?: string;
  condition?: 'new' | 'used';
  contractDate?: string;
  /** Where the contract was made: code of content/lists. */
  contractPlace?: string;
  invoiceNumber?: string;
  pricePaid?: number;
  paymentMethod?: string;
  promisedDate?: string;
  actualDate?: string;
  extendedWarranty?: boolean;
  /** F-060. */
  priorSteps?: PriorStep[];
  /** F-061: codes of §9.2, several. */
  nature?: string[];
  natureOther?: string;
  /** F-062. */
  details?: string;
};

/** One step taken with the merchant before coming here. `means` is a code of content/lists. */
export type PriorStep = { means: string; date?: string; person?: string; outcome?: string };

/** Contact details that the consumer confirms (F-058); `note` corrects the merchant's without changing its record. */
export type PartiesForm = {
  confirmed?: boolean;
  phone?: string;
  addressLine?: string;
  city?: string;
  province?: string;
  postalCode?: string;
  merchantBranch?: string;
  merchantContact?: string;
  merchantConfirmed?: boolean;
};
