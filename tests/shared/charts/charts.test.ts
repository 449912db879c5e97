import { expect, test } from "vitest";
import { barChart } from "../../../shared/charts/bars.ts";
import { pyramidChart } from "../../../shared/charts/pyramid.ts";
import { niceEnd } from "../../../shared/charts/svg.ts";

test("the longest bar is as long as its number is to the end of the axis, and one that is hidden is not drawn", () => {
  const svg = barChart("T", [
    { label: "A", value: 80 },
    { label: "B", value: null, untold: "hidden" },
  ]);
  expect(svg).toContain('width="80.00%"');
  expect(svg.match(/fill="var\(--leaf/g)).toHaveLength(1);
  expect(svg).toContain(">hidden<");
});

test("names with signs of markup stay text", () => {
  const svg = barChart('a"b', [{ label: "<script>", value: 1 }]);
  expect(svg).not.toContain("<script>");
  expect(svg).toContain('aria-label="a&#34;b"');
});

test("a pyramid has its oldest on top and grows to both sides", () => {
  const rows = [
    { label: "young", left: 10, right: 20 },
    { label: "old", left: null, right: 5 },
  ];
  const svg = pyramidChart({ title: "T", left: "Men", right: "Women", rows, untold: "hidden" });
  expect(svg.indexOf(">old<")).toBeLessThan(svg.indexOf(">young<"));
  expect(svg).toContain('x="63.00%"');
  expect(svg.match(/<rect/g)).toHaveLength(3);
});

test("an axis ends at a round number that holds every value", () => {
  expect([0, 1, 3, 80, 101, 2_400, 9_999].map((most) => niceEnd([most]))).toEqual([1, 1, 5, 100, 200, 2_500, 10_000]);
});
