import type { Cube, CubeDimension } from "./cube.ts";

/** A cube as a JSON-stat 2.0 dataset, which statistical programs read. */
export function jsonStat(cube: Cube): Record<string, unknown> {
  const status = Object.fromEntries(
    cube.cells.flatMap((cell, index) => (cell.status ? [[String(index), cell.status] as const] : [])),
  );
  return {
    version: "2.0",
    class: "dataset",
    label: cube.label,
    source: cube.source,
    note: cube.notes,
    id: cube.dimensions.map(({ id }) => id),
    size: cube.dimensions.map(({ categories }) => categories.length),
    role: rolesOf(cube.dimensions),
    dimension: Object.fromEntries(cube.dimensions.map((dimension) => [dimension.id, dimensionOf(dimension)])),
    value: cube.cells.map(({ value }) => value),
    ...(Object.keys(status).length > 0 && { status }),
  };
}

function rolesOf(dimensions: readonly CubeDimension[]): Record<string, string[]> {
  const roles: Record<string, string[]> = {};
  for (const { id, role } of dimensions) if (role) roles[role] = [...(roles[role] ?? []), id];
  return roles;
}

function dimensionOf({ label, categories }: CubeDimension) {
  const units = categories.flatMap(({ id, unit }) => (unit ? [[id, unit] as const] : []));
  return {
    label,
    category: {
      index: categories.map(({ id }) => id),
      label: Object.fromEntries(categories.map(({ id, label: words }) => [id, words])),
      ...(units.length > 0 && { unit: Object.fromEntries(units) }),
    },
  };
}
