/** Media type of a DOCX. */
export const docxType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
