export default {
  label: 'Choose files',
  camera: 'Take a photo',
  hint: 'PDF, JPG, PNG, HEIC, GIF, DOCX, TXT or EML; 10 MB per file, 20 files in all. Make sure that everything can be read.',
  hintHeic: 'HEIC photos from phones are converted to JPG. The place where a photo was taken is removed from it.',
  send: 'Add the chosen files',
  sending: 'Sending and checking the files',
  progress: {
    files_one: 'Sending {{count}} file. Keep this page open until the end.',
    files_other: 'Sending {{count}} files. Keep this page open until the end.',
    done: 'Sending is finished. Added: {{added}}. Not added: {{refused}}.',
    cut: 'Sending was interrupted. Added: {{added}}. To send again: {{cut}}. Your files are still chosen: send them again once the connection is back.',
    list: 'Chosen files',
    waiting: 'Waiting',
    sending: 'Sending: {{percent}}',
    checking: 'Received. Being checked',
    added: 'Added',
    interrupted: 'The sending of this file was interrupted.',
    retry: 'Send again',
    retryAll: 'Send the interrupted files again',
  },
  accepted_one: '{{count}} file was added.',
  accepted_other: '{{count}} files were added.',
  refusedTitle_one: '{{count}} file was not added',
  refusedTitle_other: '{{count}} files were not added',
  othersSaved: 'The other files are kept.',
  refused: {
    file: {
      missing: 'Choose at least one file.',
      empty: '“{{name}}”: this file is empty. Open it on your device to check what is in it, then send it again.',
      too_large: '“{{name}}”: this file is over 10 MB. Make it smaller, or send it in several parts.',
      too_many: '“{{name}}”: you have reached the maximum of 20 files. Remove one to add this one.',
      type_refused:
        '“{{name}}”: this type of file is not accepted. Send a PDF, a picture (JPG, PNG, HEIC, GIF), a DOCX, a TXT or an EML.',
      mismatch:
        '“{{name}}”: what is inside does not match the name of the file. Save it in the right format, then send it again.',
      damaged: '“{{name}}”: this file is damaged, and we cannot open it. Send another copy, or a photo.',
      incomplete:
        '“{{name}}”: the end of this file is missing. Wait until it is fully downloaded on your device, open it to check it, then send it again.',
      password:
        '“{{name}}”: this file is protected by a password; nobody else could open it. Save a copy without a password, then send that copy.',
      unsafe:
        '“{{name}}”: this file holds elements that may be dangerous (macros, oversized archive). Save it as a PDF, then send that copy.',
      active:
        '“{{name}}”: this PDF holds a program, a form that acts by itself, or other files. Open it, choose “Print”, then “Save as PDF”, and send that copy.',
      linked:
        '“{{name}}”: this document fetches things from elsewhere or holds other files. Save it as a PDF, then send that copy; send the files it holds separately.',
      attachment:
        '“{{name}}”: this message has an attachment that we do not accept. Save the message as a PDF, and send any useful attachments separately.',
      infected:
        '“{{name}}”: a malicious program was found in this file, which is not kept. Check your device with an antivirus, then send another copy or a photo.',
    },
    platform: {
      busy: '“{{name}}”: many files are reaching us at once. Send this one again in a moment.',
    },
    form: {
      too_large: 'Too much was sent at once. Send fewer files at a time.',
      invalid: 'What was sent could not be read. Choose your files again and start over.',
    },
  },
};
