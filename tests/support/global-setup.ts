import { writeCatalogues } from "../../infra/build/catalogue.ts";

export default function setup(): void {
  writeCatalogues();
}
