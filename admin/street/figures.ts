/** A JSON-stat 2.0 dataset as far as it is read here. */
export type Dataset = {
  readonly id: readonly string[];
  readonly size: readonly number[];
  readonly dimension: Readonly<Record<string, { readonly category: { readonly index: readonly string[] } }>>;
  readonly value: readonly (number | null)[];
  readonly status?: Readonly<Record<string, string>>;
};

/** How many households and residents an area has, as statistics tell it: `<5` where they hide it, `-` where they have none. */
export function figureOf({ id, size, dimension, value, status }: Dataset, area: string, measure: string): string {
  const wanted: Readonly<Record<string, string>> = { area, measure };
  let place = 0;
  for (const [index, name] of id.entries()) {
    const category = wanted[name];
    const at = category === undefined ? 0 : (dimension[name]?.category.index.indexOf(category) ?? -1);
    if (at < 0) return "-";
    place = place * (size[index] ?? 1) + at;
  }
  const figure = value[place];
  if (typeof figure === "number") return figure.toLocaleString("en");
  return status?.[place] === "suppressed" ? "<5" : "-";
}
