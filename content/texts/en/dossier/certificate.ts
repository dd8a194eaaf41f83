import type fr from '../../fr/dossier/certificate.ts';
import type { Shape } from '../../shape.ts';

/** The certificate of an agreement. */
const certificate: Shape<typeof fr> = {
  title: 'Certificate of the agreement',
  link: 'See the certificate of the agreement',
  intro:
    'This certificate says who concluded the agreement, when and in what capacity, and lets you check that the document has not been changed since.',
  number: 'Certificate number',
  dossier: 'File',
  concluded: 'Agreement concluded',
  people: 'The people who concluded it',
  name: 'Name',
  quality: 'Capacity',
  act: 'What was done',
  when: 'When',
  proposed: 'Proposed version {{version}}',
  accepted: 'Read and accepted version {{version}}',
  ownAddress:
    'Your acceptance was sent from the IP address {{address}}. Nobody else sees it in this certificate; it is erased with the content of the file.',
  noAddress: 'The IP address of your acceptance was not kept.',
  document: 'The document',
  fingerprint: 'SHA-256 fingerprint of the filed document:',
  download: 'Download the agreement',
  check: {
    title: 'Check the document yourself',
    why: 'A fingerprint is a string of 64 digits and letters computed from the file. If a single comma of the file changes, the fingerprint is no longer the same. Your computer can compute it, without this platform.',
    keep: 'Download the agreement and do not save it again: opening it and saving it changes the file.',
    windows: 'On Windows, open the Command Prompt in the folder where the file is, then type:',
    mac: 'On macOS or Linux, open the Terminal in that same folder, then type:',
    compare:
      'Compare the result with the fingerprint shown above. If both are the same, your file is the document that was filed.',
  },
};

export default certificate;
