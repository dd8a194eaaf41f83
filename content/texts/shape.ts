/** The keys of a tree of texts, whatever the texts: what makes English answer to French, key by key, at compile time. */
export type Shape<Tree> = { [Key in keyof Tree]: Tree[Key] extends string ? string : Shape<Tree[Key]> };
