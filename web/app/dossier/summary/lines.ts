/** A line of a list of terms; `user` marks what a person wrote. */
export type Line = { label: string; value: string; user?: boolean };
