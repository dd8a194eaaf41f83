/** A text that people accept, as it was on its day; never edited afterwards. */
export type TermsText = { title: string; intro: string; sections: { heading: string; paragraphs: string[] }[] };
