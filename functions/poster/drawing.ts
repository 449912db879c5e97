import type { Weight } from "./fonts.ts";

/** One thing on the sheet; measures in points from its upper left corner, texts by their baseline. */
export type Mark =
  | {
      readonly kind: "box";
      readonly x: number;
      readonly y: number;
      readonly w: number;
      readonly h: number;
      readonly fill: string;
    }
  | {
      readonly kind: "text";
      readonly x: number;
      readonly y: number;
      readonly size: number;
      readonly weight: Weight;
      readonly fill: string;
      readonly text: string;
    }
  | {
      readonly kind: "code";
      readonly x: number;
      readonly y: number;
      readonly size: number;
      /** The outline, in a square of so many units. */
      readonly path: string;
      readonly units: number;
    };

/** A finished sheet (版面): PDF and SVG draw the same marks. */
export type Drawing = {
  readonly width: number;
  readonly height: number;
  readonly title: string;
  readonly marks: readonly Mark[];
};
