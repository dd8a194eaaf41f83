/** Media type of a DOCX; apart from what makes one, which threads alone load. */
export const docxType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
