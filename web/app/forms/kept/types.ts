import type forms from '#content/texts/fr/forms.ts';

/** Names and values of fields, in their order; a list has its name several times. */
export type Pairs = [name: string, value: string][];

/** What a page kept of one form that is not yet on the server, or of which nobody knows whether it is. */
export type Kept = {
  /** What the person typed or chose. */
  typed: Pairs;
  /** What the fields held when the page came. */
  shown: Pairs;
  /** What else the form sends: its row, the mark of what its page has seen, its key. */
  hidden: Pairs;
  /** A save that was not answered: it is asked again with these very words before any other, so that it is not taken for someone else's. */
  asked: Pairs | null;
  /** The key under which the form was sent; null when it was not. */
  sent: string | null;
  /** The version that the server holds of it, as far as the page knows; 0 for none. */
  version: number;
};

/** What the server keeps of a form that has no draft of its own. */
export type Held = Pick<Kept, 'typed' | 'shown' | 'version'>;

/** A kept text where it lies. `at`: milliseconds since 1970, by the server's clock. */
export type Lying = { name: string; at: number; kept: Kept };

/** The sentences, in the page's language. */
export type Words = Pick<typeof forms, 'drafts' | 'kept' | 'titlePrefix'>;

/** Whose page this is, as the server wrote it on the script's element. */
export type Owner = {
  /** A name of the account that says nothing of it; empty when nobody is signed in. */
  account: string;
  /** Base64 of the key that the account's texts are kept under; empty when nobody is signed in. */
  key: string;
  /** The server's clock when the page was made, in milliseconds since 1970. */
  now: number;
  /** Keys of the forms that the server has just taken. */
  taken: string[];
  /** Address that says whose session it is. */
  keeping: string;
  /** Address where one signs in. */
  signIn: string;
};
