import {
  browserSupportsWebAuthn,
  startAuthentication,
  startRegistration,
  WebAuthnError,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/browser';

/** The page's form for a passkey: shown where the device has them, filled in when it is sent. */
function start(): void {
  const field = document.querySelector<HTMLInputElement>('input[data-passkey]');
  const form = field?.form;
  if (!field || !form) return;
  const supported = browserSupportsWebAuthn();
  for (const shown of document.querySelectorAll<HTMLElement>(
    supported ? '[data-passkey-shown]' : '[data-passkey-missing]',
  )) {
    shown.hidden = false;
  }
  // Before what keeps typed text hears of it: the form is not on its way yet.
  const hold = (event: Event) => {
    if (field.value !== '') return;
    event.preventDefault();
    event.stopImmediatePropagation();
    void fill(field, form);
  };
  form.addEventListener('submit', hold, { capture: true });
}

/** Asks the device, then sends the form. */
async function fill(field: HTMLInputElement, form: HTMLFormElement): Promise<void> {
  const words = document.getElementById('pc-passkey')?.dataset ?? {};
  const failed = form.querySelector('[data-passkey-failed]');
  if (failed) failed.textContent = '';
  try {
    field.value = JSON.stringify(await credential(field));
    form.requestSubmit();
  } catch (error) {
    const there = error instanceof WebAuthnError && error.code === 'ERROR_AUTHENTICATOR_PREVIOUSLY_REGISTERED';
    if (failed) failed.textContent = (there ? words['there'] : words['failed']) ?? '';
  }
}

function credential({ dataset }: HTMLInputElement) {
  const options: unknown = JSON.parse(dataset['options'] ?? '{}');
  return dataset['passkey'] === 'create'
    ? startRegistration({ optionsJSON: options as PublicKeyCredentialCreationOptionsJSON })
    : startAuthentication({ optionsJSON: options as PublicKeyCredentialRequestOptionsJSON });
}

start();
