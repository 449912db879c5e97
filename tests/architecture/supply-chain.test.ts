import { expect, test } from "vitest";
import { licenceOf, pinnedPackages } from "../../infra/build/licences.ts";

const packages = pinnedPackages();

test("only the two packages named here run a program of their own when they are installed", () => {
  const running = packages.filter(({ hasInstallScript }) => hasInstallScript).map(({ name }) => name);
  expect(running.toSorted()).toEqual(["@swc/core", "esbuild"]);
});

test("every package is pinned by the hash of its content, and comes from the registry alone", () => {
  expect(packages.length).toBeGreaterThan(100);
  const isWithin = (path: string) =>
    packages.some((outer) => outer.integrity !== undefined && path.startsWith(`${outer.path}/node_modules/`));
  const loose = packages.filter(
    ({ integrity, inBundle, path }) => integrity?.startsWith("sha512-") !== true && !(inBundle && isWithin(path)),
  );
  expect(loose.map(({ path }) => path)).toEqual([]);
  // Where it comes from is left to the registry that npm is told of; an address here would be another place.
  expect(packages.filter(({ resolved }) => resolved !== undefined).map(({ path }) => path)).toEqual([]);
});

test("every licence is known, and none asks more of who passes the product on than to name the authors", () => {
  const free = /^(MIT|MIT-0|ISC|0BSD|BSD|BSD-2-Clause|BSD-3-Clause|Apache-2\.0|BlueOak-1\.0\.0|OFL-1\.1)$/;
  const allows = (licence: string): boolean => {
    const plain = licence.replace(/^\(|\)$/g, "");
    if (plain.includes(" OR ")) return plain.split(" OR ").some(allows);
    return plain.split(" AND ").every((part) => free.test(part));
  };
  // Tools that no user receives may stand under the file-wise copyleft of MPL 2.0.
  const isTool = (one: (typeof packages)[number]) => one.dev === true && licenceOf(one) === "MPL-2.0";
  const others = packages.filter((one) => !allows(licenceOf(one) ?? "unknown") && !isTool(one));
  expect(others.map((one) => `${one.name}: ${licenceOf(one)}`)).toEqual([]);
});
