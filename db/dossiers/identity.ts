/** How to reach a person or a company. */
export type Contact = {
  name: string;
  email: string;
  phone: string;
  addressLine: string;
  city: string;
  province: string;
  postalCode: string;
};

/** Names, addresses and roles of those who take part in a dossier. */
export type Identity = {
  title: string;
  consumer: Contact;
  merchant: Contact;
  representative: { name: string; email: string; phone: string; relationship: string } | null;
  handler: { id: string; name: string; jobTitle: string; email: string; phone: string } | null;
  mediator: { name: string; accreditation: string } | null;
  /** Who last declared no conflict of interest: the mediator, until another is named. Absent from what was stored before it was noted. */
  mediated?: { name: string; accreditation: string } | null;
};

/** Who everyone was when a dossier ended, with the names of those who proposed or accepted, by account. */
export type ClosingIdentity = Identity & { names: Record<string, string> };
