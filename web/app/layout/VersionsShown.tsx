/** The versions that a form of acceptance is shown with, in the form: what is recorded is what was read. */
export function VersionsShown(shown: { termsVersion: string; confidentialityVersion: string }) {
  return (
    <>
      <input type="hidden" name="termsVersion" value={shown.termsVersion} />
      <input type="hidden" name="confidentialityVersion" value={shown.confidentialityVersion} />
    </>
  );
}

/** What was typed, without the ticks by which texts are accepted: those that replace them are read and ticked anew. */
export function unticked(values: Record<string, unknown>): Record<string, unknown> {
  const { terms: _terms, confidentiality: _confidentiality, ...kept } = values;
  return kept;
}
