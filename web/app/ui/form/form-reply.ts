/** A sentence to find in the texts: `{ key: 'forms:tooLong', params: { max: 200 } }`. */
export type TextKey = { key: string; params?: Record<string, string | number> };

/** What a page shows again after a refusal: what was typed, what is wrong with it, and the refusal of the act itself. */
export type FormReply = {
  values: Record<string, unknown>;
  errors: Record<string, TextKey>;
  refusal: { code: string; params: Record<string, unknown> } | null;
  formKey: string;
  /** Name of the form, when a page has several. */
  form: string;
};
