/** What tests use of the reference reader of JSON-stat, which brings no types of its own. */
declare module "jsonstat-toolkit" {
  type Category = { readonly label: string };
  type Dimension = { readonly id: readonly string[]; Category(id: string): Category };
  type Cell = { readonly value: number | null; readonly status?: string | null };
  type Dataset = {
    readonly class: string;
    readonly id: readonly string[];
    readonly role: Readonly<Record<string, readonly string[]>>;
    Dimension(id: string): Dimension;
    Data(at: Readonly<Record<string, string>>): Cell;
  };
  export default function read(response: unknown): Dataset;
}
