/** Words for people, in the two languages of the product. */
export type Label = { readonly zh: string; readonly en: string };

export type Language = keyof Label;
